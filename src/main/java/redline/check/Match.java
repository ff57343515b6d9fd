package redline.check;

/**
 * How a subject of one round was known again in another.
 *
 * @param overlap of the least like building it hangs on, intersection by union of its outlines, 0–1; null unless by {@link How#OVERLAP}
 */
public record Match(How how, Double overlap) {
    /** From the surest on. */
    public enum How {
        /** Its number, or that of the buildings it hangs on, is the same. */
        NUMBER,
        /** Its name is, where the number is not. */
        NAME,
        /** Neither is, but it stands where the other stood. */
        OVERLAP
    }

    /** The less sure of two. */
    Match and(Match other) {
        if (how != other.how) {
            return how.compareTo(other.how) > 0 ? this : other;
        }
        return overlap == null || overlap <= other.overlap ? this : other;
    }
}
