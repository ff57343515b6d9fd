package redline.finding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import redline.measure.Missing;
import redline.quantity.Value;
import redline.requirement.Bound;
import redline.requirement.Certainty;
import redline.requirement.Comparator;
import redline.requirement.Exemption;
import redline.requirement.Requirement;

/**
 * Parts that add up (AT_LEAST_IN_TOTAL): the certain ones make a certain bound, as parts are never negative; where some are only
 * possible, all together make a possible one.
 */
final class Totals {
    private Totals() {}

    static List<Requirement> folded(List<Requirement> requirements) {
        List<Requirement> parts = requirements.stream()
                .filter(r -> r.bound().comparator() == Comparator.AT_LEAST_IN_TOTAL)
                .toList();
        if (parts.isEmpty()) {
            return requirements;
        }
        List<Requirement> folded = new ArrayList<>(requirements);
        folded.removeAll(parts);
        List<Requirement> standing =
                parts.stream().filter(p -> !Outcome.lifted(p)).toList();
        if (standing.isEmpty()) {
            folded.add(parts.get(0));
            return folded;
        }
        List<Requirement> certain = standing.stream()
                .filter(p -> p.certainty() instanceof Certainty.Certain)
                .toList();
        if (!certain.isEmpty()) {
            folded.add(total(certain, Certainty.CERTAIN));
        }
        if (certain.size() < standing.size()) {
            List<Missing> missing = standing.stream()
                    .flatMap(p -> Outcome.missingOf(p.certainty()).stream())
                    .toList();
            folded.add(total(standing, new Certainty.Possible(missing)));
        }
        return folded;
    }

    private static Requirement total(List<Requirement> parts, Certainty certainty) {
        return new Requirement(
                parts.get(0).branch(),
                new Bound(Comparator.AT_LEAST_IN_TOTAL, sum(parts)),
                certainty,
                mayBeLifted(parts),
                parts.stream().flatMap(p -> p.citations().stream()).distinct().toList());
    }

    /** Null where the size of a part is not known. */
    private static Value sum(List<Requirement> parts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Requirement part : parts) {
            if (part.bound().value() == null) {
                return null;
            }
            BigDecimal number = ((Value.Amount) part.bound().value()).number();
            if (number.signum() < 0) {
                throw new IllegalStateException("a part of a total is negative in branch " + part.branch());
            }
            sum = sum.add(number);
        }
        return new Value.Amount(sum);
    }

    /** A part that may be lifted makes the whole total liftable: it can then be met, but not broken. */
    private static Exemption mayBeLifted(List<Requirement> parts) {
        List<Missing> missing = parts.stream()
                .filter(p -> p.exemption() != null)
                .flatMap(p -> Outcome.missingOf(p.exemption().certainty()).stream())
                .toList();
        return missing.isEmpty()
                ? null
                : new Exemption(parts.get(0).branch(), new Certainty.Possible(missing), List.of());
    }
}
