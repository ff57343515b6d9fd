package redline.review;

/** A form that cannot be taken, for a reason that is the page's own; nothing was changed. */
final class Untaken extends RuntimeException {
    private static final int LONGEST = 200;

    private final String why;
    private final transient Object[] inserts;

    /** What was given, as far as a sentence has room for it. */
    static String shortened(String given) {
        return given.substring(0, Math.min(LONGEST, given.length()));
    }

    /** @param why key of its sentence, after {@code untaken.} */
    Untaken(String why, Object... inserts) {
        super(why);
        this.why = why;
        this.inserts = inserts;
    }

    String why() {
        return why;
    }

    Object[] inserts() {
        return inserts.clone();
    }
}
