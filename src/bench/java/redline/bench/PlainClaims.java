package redline.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import redline.finding.Cause;
import redline.finding.Verdict;
import redline.measure.Measure;
import redline.measure.Missing;
import redline.measure.Reading;
import redline.quantity.Quantity;
import redline.quantity.Value;
import redline.requirement.Bound;
import redline.requirement.Comparator;
import redline.scheme.Subject;

/** All that one rule demands of one subject, and the verdict it comes to. */
final class PlainClaims {
    /** {@code hangsOn} is null where the demand is certain. */
    private static final class Claim {
        final String branch;
        final Bound bound;
        final Map<String, Missing> hangsOn;
        Lift lift;
        boolean met;
        BigDecimal margin;

        Claim(String branch, Bound bound, Map<String, Missing> hangsOn) {
            this.branch = branch;
            this.bound = bound;
            this.hangsOn = hangsOn;
        }

        boolean certain() {
            return hangsOn == null;
        }

        boolean lifted() {
            return lift != null && lift.hangsOn == null;
        }
    }

    /** An exception to a branch, or to all branches where that is null; certain where {@code hangsOn} is null. */
    private record Lift(String branch, Map<String, Missing> hangsOn) {}

    private final String rule;
    private final Quantity quantity;
    private final Subject subject;
    private final PlainNames names;
    private final List<Claim> claims = new ArrayList<>(2);
    private final List<Claim> parts = new ArrayList<>(0);
    private final List<Lift> lifts = new ArrayList<>(0);
    private boolean asked;
    private Map<String, Missing> mayBeAsked;

    PlainClaims(String rule, Quantity quantity, Subject subject, PlainNames names) {
        this.rule = rule;
        this.quantity = quantity;
        this.subject = subject;
        this.names = names;
    }

    /** {@code value} null: how much is not known, for want of what {@code sure} hangs on. */
    void require(String branch, Comparator comparator, Value value, Sure sure) {
        if (sure == Sure.NO) {
            return;
        }
        for (Claim claim : claims) {
            if (claim.branch.equals(branch)
                    && claim.bound.comparator() == comparator
                    && claim.certain() == (sure == Sure.YES)
                    && Objects.equals(claim.bound.value(), value)) {
                if (!claim.certain()) {
                    names.into(claim.hangsOn, sure);
                }
                return;
            }
        }
        claims.add(new Claim(branch, new Bound(comparator, value), names.of(sure)));
    }

    /** A part of a total. */
    void add(Value value, Sure sure) {
        if (sure != Sure.NO) {
            parts.add(new Claim("", new Bound(Comparator.AT_LEAST_IN_TOTAL, value), names.of(sure)));
        }
    }

    void lift(String branch, Sure sure) {
        if (sure != Sure.NO) {
            lifts.add(new Lift(branch, names.of(sure)));
        }
    }

    void ask(Sure sure) {
        if (sure == Sure.YES) {
            asked = true;
        } else if (sure != Sure.NO) {
            mayBeAsked = mayBeAsked == null ? new TreeMap<>() : mayBeAsked;
            names.into(mayBeAsked, sure);
        }
    }

    PlainAnswer answer(Measure measure) {
        total();
        claims.removeIf(claim -> !claim.certain() && alsoCertain(claim));
        if (claims.isEmpty() && !asked && mayBeAsked == null) {
            return answer(Verdict.NOT_APPLICABLE, null, Map.of(), null);
        }
        boolean somethingCertain = false;
        for (Claim claim : claims) {
            somethingCertain |= claim.certain();
            if (!lifts.isEmpty()) {
                claim.lift = liftOf(claim.branch);
            }
        }
        Value value = measure != null && measure.reading() instanceof Reading.Known known ? known.value() : null;
        Claim worst = null;
        Claim worstBroken = null;
        Map<String, Missing> missing = new TreeMap<>();
        boolean open = false;
        List<Claim> counted = new ArrayList<>(claims.size());
        for (Claim claim : claims) {
            Verdict verdict = verdict(claim, value);
            if (verdict == Verdict.PASS && !claim.certain()) {
                if (somethingCertain) {
                    continue;
                }
                verdict = Verdict.UNDETERMINED;
            }
            counted.add(claim);
            worst = worse(worst, claim);
            if (verdict == Verdict.VIOLATION) {
                worstBroken = worse(worstBroken, claim);
            } else if (verdict == Verdict.UNDETERMINED) {
                open = true;
                lacks(claim, value, measure, missing);
            }
        }
        if (worstBroken != null) {
            return answer(Verdict.VIOLATION, null, Map.of(), worstBroken.bound);
        }
        if (!open && !asked && mayBeAsked == null) {
            return answer(Verdict.PASS, null, Map.of(), worst.margin == null && !worst.met ? null : worst.bound);
        }
        if (mayBeAsked != null) {
            missing.putAll(mayBeAsked);
        }
        return answer(Verdict.UNDETERMINED, cause(missing), missing, toBeKept(counted));
    }

    private PlainAnswer answer(Verdict verdict, Cause cause, Map<String, Missing> missing, Bound bound) {
        return new PlainAnswer(rule, subject, verdict, cause, missing, bound);
    }

    private boolean alsoCertain(Claim possible) {
        for (Claim claim : claims) {
            if (claim.certain() && claim.branch.equals(possible.branch) && claim.bound.equals(possible.bound)) {
                return true;
            }
        }
        return false;
    }

    /** The certain parts make a certain total, all parts a possible one; a part of unknown size makes the total unknown. */
    private void total() {
        BigDecimal certain = null;
        BigDecimal all = BigDecimal.ZERO;
        Map<String, Missing> hangsOn = new TreeMap<>();
        for (Claim part : parts) {
            BigDecimal number = part.bound.value() instanceof Value.Amount amount ? amount.number() : null;
            all = number == null || all == null ? null : all.add(number);
            if (part.certain()) {
                certain = (certain == null ? BigDecimal.ZERO : certain).add(number);
            } else {
                hangsOn.putAll(part.hangsOn);
            }
        }
        if (certain != null) {
            claims.add(new Claim("", new Bound(Comparator.AT_LEAST_IN_TOTAL, new Value.Amount(certain)), null));
        }
        if (!hangsOn.isEmpty()) {
            Value sum = all == null ? null : new Value.Amount(all);
            claims.add(new Claim("", new Bound(Comparator.AT_LEAST_IN_TOTAL, sum), hangsOn));
        }
    }

    /** A certain exception wins; possible ones add up what they hang on. */
    private Lift liftOf(String branch) {
        Map<String, Missing> hangsOn = null;
        for (Lift lift : lifts) {
            if (lift.branch == null || lift.branch.equals(branch)) {
                if (lift.hangsOn == null) {
                    return lift;
                }
                hangsOn = hangsOn == null ? new TreeMap<>() : hangsOn;
                hangsOn.putAll(lift.hangsOn);
            }
        }
        return hangsOn == null ? null : new Lift(branch, hangsOn);
    }

    private Verdict verdict(Claim claim, Value value) {
        if (claim.lifted()) {
            return Verdict.PASS;
        }
        if (value == null || claim.bound.value() == null) {
            return Verdict.UNDETERMINED;
        }
        compare(claim, value);
        if (claim.met) {
            return Verdict.PASS;
        }
        return claim.certain() && claim.lift == null ? Verdict.VIOLATION : Verdict.UNDETERMINED;
    }

    private void compare(Claim claim, Value value) {
        if (value instanceof Value.Terms measured) {
            List<String> allowed = ((Value.Terms) claim.bound.value()).codes();
            claim.met = measured.codes().stream().allMatch(code -> isAllowed(code, allowed));
            return;
        }
        BigDecimal limit = ((Value.Amount) claim.bound.value()).number();
        BigDecimal number;
        if (value instanceof Value.Ratio ratio) {
            number = ratio.numerator();
            limit = limit.multiply(ratio.denominator());
        } else {
            number = ((Value.Amount) value).number();
        }
        claim.margin = switch (claim.bound.comparator()) {
            case AT_LEAST, AT_LEAST_IN_TOTAL -> number.subtract(limit);
            case AT_MOST -> limit.subtract(number);
            case EQUAL -> number.subtract(limit).abs().negate();
            case ONE_OF -> throw new IllegalStateException("a number against terms");
        };
        claim.met = claim.margin.signum() >= 0;
    }

    private boolean isAllowed(String code, List<String> allowed) {
        for (String one : allowed) {
            if (quantity == Quantity.USE ? code.startsWith(one) : code.equals(one)) {
                return true;
            }
        }
        return false;
    }

    private void lacks(Claim claim, Value value, Measure measure, Map<String, Missing> missing) {
        if (claim.hangsOn != null) {
            missing.putAll(claim.hangsOn);
        }
        if (value == null) {
            if (measure != null) {
                for (Missing each : ((Reading.Unknown) measure.reading()).missing()) {
                    missing.putIfAbsent(each.path(), each);
                }
            } else {
                names.notMeasured(subject, quantity, missing);
            }
        }
        boolean compared = claim.margin != null || value instanceof Value.Terms && claim.bound.value() != null;
        if (compared && !claim.met && claim.lift != null) {
            missing.putAll(claim.lift.hangsOn);
        }
    }

    /** The one that is broken most, or kept with least to spare; what was compared before what was not. */
    private static Claim worse(Claim one, Claim other) {
        if (one == null) {
            return other;
        }
        boolean comparedOne = one.margin != null || one.met;
        boolean comparedOther = other.margin != null || other.met;
        if (comparedOne != comparedOther) {
            return comparedOne ? one : other;
        }
        BigDecimal marginOne = one.margin == null ? BigDecimal.ZERO : one.margin;
        BigDecimal marginOther = other.margin == null ? BigDecimal.ZERO : other.margin;
        int order = marginOne.compareTo(marginOther);
        order = order != 0 ? order : strictness(one.bound).compareTo(strictness(other.bound));
        return order <= 0 ? one : other;
    }

    private static BigDecimal strictness(Bound bound) {
        if (!(bound.value() instanceof Value.Amount amount)) {
            return BigDecimal.ZERO;
        }
        return bound.comparator() == Comparator.AT_MOST
                ? amount.number()
                : amount.number().negate();
    }

    /** The strictest bound that is certain, or the only possible one. */
    private static Bound toBeKept(List<Claim> counted) {
        Claim strictest = null;
        Bound only = null;
        boolean several = false;
        for (Claim claim : counted) {
            if (claim.certain() && claim.lift == null) {
                strictest = worse(strictest, claim);
            }
            several |= only != null && !only.equals(claim.bound);
            only = claim.bound;
        }
        if (strictest != null) {
            return strictest.bound;
        }
        return several || only == null || only.value() == null ? null : only;
    }

    private static Cause cause(Map<String, Missing> missing) {
        if (missing.isEmpty()) {
            return Cause.NEEDS_JUDGEMENT;
        }
        for (Missing each : missing.values()) {
            if (each.kind() != Missing.Kind.BASIS) {
                return Cause.MISSING_FACT;
            }
        }
        return Cause.BASIS_OPEN;
    }
}
