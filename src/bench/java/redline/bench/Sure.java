package redline.bench;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import redline.fact.Fact;
import redline.measure.Missing;

/** Yes, no, or a maybe that remembers what would decide it: the three values of the hand-written review. */
final class Sure {
    static final Sure YES = new Sure(null, null, null, null, null);
    static final Sure NO = new Sure(null, null, null, null, null);

    private final Sure one;
    private final Sure other;
    private final Fact fact;
    private final String property;
    private final Missing missing;

    private Sure(Sure one, Sure other, Fact fact, String property, Missing missing) {
        this.one = one;
        this.other = other;
        this.fact = fact;
        this.property = property;
        this.missing = missing;
    }

    static Sure of(boolean holds) {
        return holds ? YES : NO;
    }

    /** Hangs on a property of a fact that is not known. */
    static Sure maybe(Fact fact, String property) {
        return new Sure(null, null, fact, property, null);
    }

    static Sure maybe(Missing missing) {
        return new Sure(null, null, null, null, missing);
    }

    /** The value is the one wanted. */
    static Sure is(Object value, Object wanted, Fact fact, String property) {
        return value == null ? maybe(fact, property) : of(value.equals(wanted));
    }

    static Sure isNot(Object value, Object unwanted, Fact fact, String property) {
        return value == null ? maybe(fact, property) : of(!value.equals(unwanted));
    }

    static Sure same(Object a, Fact factA, String propertyA, Object b, Fact factB, String propertyB) {
        return a != null && b != null
                ? of(a.equals(b))
                : known(a, factA, propertyA).and(known(b, factB, propertyB));
    }

    static Sure known(Object value, Fact fact, String property) {
        return value == null ? maybe(fact, property) : YES;
    }

    boolean isMaybe() {
        return this != YES && this != NO;
    }

    Sure and(Sure that) {
        if (this == NO || that == NO) {
            return NO;
        }
        return this == YES ? that : that == YES ? this : new Sure(this, that, null, null, null);
    }

    Sure or(Sure that) {
        if (this == YES || that == YES) {
            return YES;
        }
        return this == NO ? that : that == NO ? this : new Sure(this, that, null, null, null);
    }

    /** All that it hangs on. */
    void each(BiConsumer<Fact, String> unknown, Consumer<Missing> open) {
        if (one != null) {
            one.each(unknown, open);
            other.each(unknown, open);
        } else if (fact != null) {
            unknown.accept(fact, property);
        } else if (missing != null) {
            open.accept(missing);
        }
    }
}
