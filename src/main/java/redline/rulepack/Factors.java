package redline.rulepack;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;
import redline.fact.Fact;
import redline.requirement.Counted;

/** Takes a bound apart into the quantity of the scheme that it is counted from and the rate that documents ask for one of it. */
final class Factors {
    private static final Double NONE = 0.0;
    private static final Double ONE = 1.0;

    private Factors() {}

    /** Null where it hangs on no quantity of the scheme, on several, or is not in proportion to it. */
    static Counted of(Term term, Instance[] slots) {
        Set<Term.Property> quantities = new LinkedHashSet<>();
        term.eachProperty(property -> {
            if (ofScheme(slots[property.slot()])) {
                quantities.add(property);
            }
        });
        if (quantities.size() != 1) {
            return null;
        }
        Term.Property of = quantities.iterator().next();
        BigDecimal rest = with(term, of, NONE, slots);
        BigDecimal rate = with(term, of, ONE, slots);
        if (rest != null && rest.signum() != 0) {
            return null;
        }
        Instance counted = slots[of.slot()];
        return new Counted(
                counted.type().name(),
                counted.id(),
                of.description().name(),
                plain(Term.decimal(of, slots)),
                plain(rate));
    }

    /** What letters and packs say is the rate; only what the scheme holds is counted. */
    private static boolean ofScheme(Instance instance) {
        return instance.row() == null
                && instance.source() instanceof Fact
                && !(instance.source() instanceof Fact.Condition)
                && !(instance.source() instanceof Fact.Article);
    }

    private static BigDecimal with(Term term, Term.Property of, Double value, Instance[] slots) {
        Instance was = slots[of.slot()];
        Object[] values = was.values().clone();
        values[of.index()] = value;
        Instance[] changed = slots.clone();
        changed[of.slot()] = new Instance(was.type(), values, was.source(), was.row(), was.key(), was.subject());
        return Term.decimal(term, changed);
    }

    private static BigDecimal plain(BigDecimal number) {
        if (number == null) {
            return null;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
