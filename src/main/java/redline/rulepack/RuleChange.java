package redline.rulepack;

import java.util.Set;
import redline.quantity.Text;
import redline.scheme.Dates;

/** One difference between two states of the rules, for people. */
public sealed interface RuleChange {
    /** Ids of the rules whose answers it can touch. */
    Set<String> rules();

    String file();

    /** How a value differs. */
    enum Kind {
        /** Another value from a day on; the one before is closed. */
        DATED,
        /** Another value from the same day on: what was written was wrong. */
        CORRECTED,
        /** The same value, told otherwise: clause, grade, document or note. */
        TOLD,
        /** Ends on another day, and no value follows on it. */
        ENDED,
        ADDED,
        REMOVED
    }

    /**
     * A value.
     *
     * @param before null for ADDED
     * @param after null for REMOVED
     * @param datedBy the date of a scheme that says which values apply
     */
    record Value(Kind kind, ValuePlace before, ValuePlace after, Dates.Kind datedBy, Set<String> rules)
            implements RuleChange {
        public ValuePlace place() {
            return after == null ? before : after;
        }

        @Override
        public String file() {
            return place().file();
        }

        /** {@code 次干路、高层主体:退让距离 12 m → 14 m，自 2027-01-01 起出具的规划条件}. */
        public Text said() {
            return ChangeWords.of(this);
        }
    }

    /** A file of a rule, its page, the pack or a profile. */
    record File(String file, boolean there, boolean wasThere, Set<String> rules) implements RuleChange {}
}
