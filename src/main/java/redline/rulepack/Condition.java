package redline.rulepack;

import java.util.List;
import java.util.function.Consumer;

/** What a pattern asks of its fact: comparisons joined by and / or. Negation has been pushed into the comparisons. */
sealed interface Condition {
    Truth truth(Instance[] slots, Reading reading);

    void eachProperty(Consumer<Term.Property> use);

    /** The six comparisons. */
    enum Operator {
        EQUAL("==", "为", "is"),
        DIFFERENT("!=", "不为", "is not"),
        LESS("<", "小于", "is less than"),
        AT_MOST("<=", "不大于", "is at most"),
        GREATER(">", "大于", "is more than"),
        AT_LEAST(">=", "不小于", "is at least");

        final String sign;
        final String zh;
        final String en;

        Operator(String sign, String zh, String en) {
            this.sign = sign;
            this.zh = zh;
            this.en = en;
        }

        Operator negated() {
            return switch (this) {
                case EQUAL -> DIFFERENT;
                case DIFFERENT -> EQUAL;
                case LESS -> AT_LEAST;
                case AT_MOST -> GREATER;
                case GREATER -> AT_MOST;
                case AT_LEAST -> LESS;
            };
        }

        boolean holds(int comparison) {
            return switch (this) {
                case EQUAL -> comparison == 0;
                case DIFFERENT -> comparison != 0;
                case LESS -> comparison < 0;
                case AT_MOST -> comparison <= 0;
                case GREATER -> comparison > 0;
                case AT_LEAST -> comparison >= 0;
            };
        }
    }

    /** {@code slot}: the pattern it stands in. */
    record Comparison(Operator operator, Term left, Term right, int slot) implements Condition {
        @Override
        public Truth truth(Instance[] slots, Reading reading) {
            Object a = Term.value(left, slots);
            Object b = Term.value(right, slots);
            if (a == null || b == null) {
                return reading.matchesSoundly() || guarded(a, left, reading) || guarded(b, right, reading)
                        ? Truth.UNKNOWN
                        : unguarded(a, b);
            }
            boolean holds = a instanceof Number x && b instanceof Number y
                    ? operator.holds(Arithmetic.compare(x, y))
                    : a.equals(b) == (operator == Operator.EQUAL);
            return holds ? Truth.TRUE : Truth.FALSE;
        }

        /** Of readings that leave a guard out: whether the one for this absent side is kept. */
        private boolean guarded(Object value, Term side, Reading reading) {
            if (value != null) {
                return false;
            }
            boolean own = side instanceof Term.Property property && property.slot() == slot;
            return reading.guards() && (own || reading.joinGuards());
        }

        /** What two-valued Drools makes of an absent side: unknown equals unknown. */
        private Truth unguarded(Object a, Object b) {
            boolean holds = operator == Operator.EQUAL && a == b || operator == Operator.DIFFERENT && a != b;
            return holds ? Truth.TRUE : Truth.FALSE;
        }

        @Override
        public void eachProperty(Consumer<Term.Property> use) {
            left.eachProperty(use);
            right.eachProperty(use);
        }
    }

    /** All hold. */
    record All(List<Condition> parts) implements Condition {
        @Override
        public Truth truth(Instance[] slots, Reading reading) {
            Truth truth = Truth.TRUE;
            for (int i = 0; i < parts.size() && truth != Truth.FALSE; i++) {
                truth = truth.and(parts.get(i).truth(slots, reading));
            }
            return truth;
        }

        @Override
        public void eachProperty(Consumer<Term.Property> use) {
            parts.forEach(part -> part.eachProperty(use));
        }
    }

    /** At least one holds. */
    record Any(List<Condition> parts) implements Condition {
        @Override
        public Truth truth(Instance[] slots, Reading reading) {
            Truth truth = Truth.FALSE;
            for (int i = 0; i < parts.size() && truth != Truth.TRUE; i++) {
                truth = truth.or(parts.get(i).truth(slots, reading));
            }
            return truth;
        }

        @Override
        public void eachProperty(Consumer<Term.Property> use) {
            parts.forEach(part -> part.eachProperty(use));
        }
    }
}
