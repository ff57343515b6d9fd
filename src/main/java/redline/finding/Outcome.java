package redline.finding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import redline.measure.Missing;
import redline.measure.Spread;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.quantity.Value;
import redline.requirement.Bound;
import redline.requirement.Certainty;
import redline.requirement.Citation;
import redline.requirement.Requirement;

/**
 * One claim held against the measured value. {@code comparison} is null where nothing could be compared or an exception
 * lifts the claim; {@code missing} is what the verdict hangs on, empty for a certain one.
 */
record Outcome(Claim claim, Verdict verdict, Comparison comparison, List<Missing> missing) {
    private static final Comparator<Outcome> WORST_FIRST = Comparator.comparing(
                    (Outcome o) -> o.comparison == null ? 1 : 0)
            .thenComparing(o ->
                    o.comparison == null || o.comparison.margin() == null ? BigDecimal.ZERO : o.comparison.margin())
            .thenComparing(o -> strictness(o.claim.bound()));
    private static final Comparator<Requirement> STRICTEST_FIRST = Comparator.comparing(
                    (Requirement r) -> r.bound().comparator())
            .thenComparing(r -> strictness(r.bound()))
            .thenComparing(Requirement::branch);

    /** {@code value} null: not known, for want of {@code unmeasured}; {@code spreads}: how far it may be off. */
    static Outcome of(Claim claim, Quantity quantity, Value value, List<Spread> spreads, List<Missing> unmeasured) {
        List<Missing> hangsOn = missingOf(claim.certainty());
        if (claim.lifted()) {
            return new Outcome(claim, Verdict.PASS, null, hangsOn);
        }
        if (value == null || claim.bound().value() == null) {
            List<Missing> missing = value == null ? join(unmeasured, hangsOn) : hangsOn;
            return new Outcome(claim, Verdict.UNDETERMINED, null, missing);
        }
        Comparison comparison = Comparison.of(quantity, value, claim.bound());
        List<Missing> turning = spreads.stream()
                .filter(spread -> turns(quantity, spread, claim.bound()))
                .map(Spread::why)
                .toList();
        if (!turning.isEmpty()) {
            return new Outcome(claim, Verdict.UNDETERMINED, comparison, join(turning, hangsOn));
        }
        if (comparison.met()) {
            return new Outcome(claim, Verdict.PASS, comparison, hangsOn);
        }
        List<Missing> apart = apart(quantity, value, claim.bound());
        if (!apart.isEmpty()) {
            return new Outcome(claim, Verdict.UNDETERMINED, comparison, join(apart, hangsOn));
        }
        boolean mayBeLifted = claim.exemption() != null;
        boolean violated = !mayBeLifted && claim.certain();
        List<Missing> mayLift = mayBeLifted ? missingOf(claim.exemption().certainty()) : List.of();
        return new Outcome(
                claim, violated ? Verdict.VIOLATION : Verdict.UNDETERMINED, comparison, join(hangsOn, mayLift));
    }

    /** Whether the bound is kept at one end of the spread and broken at the other. */
    private static boolean turns(Quantity quantity, Spread spread, Bound bound) {
        boolean low =
                Comparison.of(quantity, new Value.Amount(spread.low()), bound).met();
        boolean high =
                Comparison.of(quantity, new Value.Amount(spread.high()), bound).met();
        return low != high;
    }

    /** Land-use codes of two classifications that cannot be held against each other. */
    private static List<Missing> apart(Quantity quantity, Value value, Bound bound) {
        if (quantity != Quantity.USE) {
            return List.of();
        }
        return Comparison.apart((Value.Terms) value, (Value.Terms) bound.value()).stream()
                .map(pair -> new Missing(
                        "land-use-mapping/" + pair,
                        new Text("用地代码 " + pair + " 是否对应", "whether land-use codes " + pair + " correspond"),
                        Missing.Kind.BASIS))
                .toList();
    }

    boolean certain() {
        return claim.certain();
    }

    /** A bound that is only possible is never a pass of its own, even where it is met. */
    Outcome neverAPassUnlessCertain() {
        return certain() || verdict != Verdict.PASS
                ? this
                : new Outcome(claim, Verdict.UNDETERMINED, comparison, missing);
    }

    List<Citation> citations() {
        return claim.exemption() == null
                ? claim.citations()
                : Stream.concat(claim.citations().stream(), claim.exemption().citations().stream())
                        .distinct()
                        .toList();
    }

    /** Smallest margin first: for one comparator that is the strictest bound. What compares governs what does not. */
    static Outcome worst(List<Outcome> outcomes) {
        return outcomes.size() == 1 ? outcomes.get(0) : worstOfAll(outcomes);
    }

    private static Outcome worstOfAll(List<Outcome> outcomes) {
        Outcome worst = null;
        for (Outcome outcome : outcomes) {
            worst = worst == null || WORST_FIRST.compare(outcome, worst) < 0 ? outcome : worst;
        }
        return worst;
    }

    /** Those of {@code all} that the outcomes were made of, strictest first for each comparator. */
    static List<Requirement> strictestFirst(List<Requirement> all, List<Outcome> outcomes) {
        List<Requirement> made = new ArrayList<>(all.size());
        for (Requirement requirement : all) {
            for (Outcome outcome : outcomes) {
                if (outcome.claim.parts().contains(requirement)) {
                    made.add(requirement);
                    break;
                }
            }
        }
        if (made.size() > 1) {
            made.sort(STRICTEST_FIRST);
        }
        return List.copyOf(made);
    }

    static List<Missing> missingOf(Certainty certainty) {
        return certainty instanceof Certainty.Possible possible ? possible.missing() : List.of();
    }

    static List<Missing> distinct(List<Missing> missing) {
        TreeMap<String, Missing> byPath = new TreeMap<>();
        missing.forEach(m -> byPath.putIfAbsent(m.path(), m));
        return List.copyOf(byPath.values());
    }

    private static List<Missing> join(List<Missing> first, List<Missing> second) {
        if (first.isEmpty() && second.isEmpty()) {
            return List.of();
        }
        return distinct(Stream.concat(first.stream(), second.stream()).toList());
    }

    private static BigDecimal strictness(Bound bound) {
        if (!(bound.value() instanceof Value.Amount amount)) {
            return BigDecimal.ZERO;
        }
        return bound.comparator() == redline.requirement.Comparator.AT_MOST
                ? amount.number()
                : amount.number().negate();
    }
}
