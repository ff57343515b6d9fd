package redline.rulepack;

import java.math.BigDecimal;
import java.util.function.Consumer;

/** A value in a rule: a literal, a property of a matched fact, or arithmetic on numbers. */
sealed interface Term {
    FactType.Kind kind();

    /** The value with the facts in their slots (numbers as {@code Double}, arithmetic as {@code BigDecimal}), null = unknown. */
    Object value(Instance[] slots);

    void eachProperty(Consumer<Property> use);

    /** {@code value} is a String, a Boolean, or a Double (0 or 1). */
    record Literal(Object value, FactType.Kind kind) implements Term {
        @Override
        public Object value(Instance[] slots) {
            return value;
        }

        @Override
        public void eachProperty(Consumer<Property> use) {}
    }

    /** Property {@code index} of the fact in {@code slot}. */
    record Property(int slot, int index, FactType type) implements Term {
        FactType.Property description() {
            return type.properties().get(index);
        }

        @Override
        public FactType.Kind kind() {
            return description().kind();
        }

        @Override
        public Object value(Instance[] slots) {
            return slots[slot].values()[index];
        }

        @Override
        public void eachProperty(Consumer<Property> use) {
            use.accept(this);
        }
    }

    /** {@code operator} is one of + − * . */
    record Operation(char operator, Term left, Term right) implements Term {
        @Override
        public FactType.Kind kind() {
            return FactType.Kind.NUMBER;
        }

        @Override
        public Object value(Instance[] slots) {
            Number a = (Number) left.value(slots);
            Number b = (Number) right.value(slots);
            return a == null || b == null ? null : Arithmetic.apply(operator, a, b);
        }

        @Override
        public void eachProperty(Consumer<Property> use) {
            left.eachProperty(use);
            right.eachProperty(use);
        }
    }

    /** {@link #value(Instance[])} of any term, the commonest kind first: this is the innermost step of a judgement. */
    static Object value(Term term, Instance[] slots) {
        return term instanceof Property property ? property.value(slots) : term.value(slots);
    }

    /** The number as an exact decimal; null = unknown. */
    static BigDecimal decimal(Term term, Instance[] slots) {
        Number number = (Number) term.value(slots);
        return number == null ? null : Arithmetic.decimal(number);
    }
}
