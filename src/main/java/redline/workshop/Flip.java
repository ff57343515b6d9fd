package redline.workshop;

import java.math.BigDecimal;
import java.util.Comparator;
import redline.finding.Verdict;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.quantity.Unit;
import redline.quantity.Value;
import redline.requirement.Bound;
import redline.scheme.Subject;

/**
 * One answer that the draft turns.
 *
 * @param before, after null where the rule did not, or does not any more, answer for the subject
 * @param quantity null for a rule that only asks
 * @param measured null where it is not known
 * @param boundBefore, boundAfter that decided, null where none did
 * @param margin after the change, by how much: ≥ 0 met, < 0 not met; null where nothing is compared
 * @param place where it was measured, null where nothing is drawn
 */
public record Flip(
        String caseNumber,
        String project,
        String parcel,
        String rule,
        Text ruleTitle,
        Subject subject,
        Verdict before,
        Verdict after,
        Quantity quantity,
        Value measured,
        Bound boundBefore,
        Bound boundAfter,
        BigDecimal margin,
        Unit marginUnit,
        Place place) {
    /** By case, rule and subject. */
    static final Comparator<Flip> ORDER = Comparator.comparing(Flip::caseNumber)
            .thenComparing(Flip::rule)
            .thenComparing(flip -> flip.subject().kind())
            .thenComparing(flip -> flip.subject().id());

    /** A point in a projected coordinate system, m. */
    public record Place(String crs, double east, double north) {}

    /** From what to what. */
    public record Kind(Verdict before, Verdict after) implements Comparable<Kind> {
        private static final Comparator<Kind> ORDER = Comparator.comparing(
                        Kind::after, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Kind::before, Comparator.nullsLast(Comparator.naturalOrder()));

        /** Worst answers of the draft first; no answer last. */
        @Override
        public int compareTo(Kind other) {
            return ORDER.compare(this, other);
        }
    }

    public Kind kind() {
        return new Kind(before, after);
    }
}
