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
 * Parts that add up (AT_LEAST_IN_TOTAL): the certain ones make a certain bound, as parts are never negative; where some of them may
 * be lifted, the others make one by themselves; where some are only possible, all together make a possible one. Every other
 * requirement is a claim of its own.
 */
final class Totals {
    private Totals() {}

    static List<Claim> folded(List<Requirement> requirements) {
        List<Claim> claims = new ArrayList<>();
        List<Claim> parts = new ArrayList<>();
        for (Requirement requirement : requirements) {
            boolean part = requirement.bound().comparator() == Comparator.AT_LEAST_IN_TOTAL;
            (part ? parts : claims).add(Claim.of(requirement));
        }
        if (parts.isEmpty()) {
            return claims;
        }
        List<Claim> standing = parts.stream().filter(p -> !p.lifted()).toList();
        List<Claim> certain = standing.stream().filter(Claim::certain).toList();
        if (standing.isEmpty()) {
            claims.add(parts.get(0));
        }
        if (!certain.isEmpty()) {
            claims.add(total(certain, Certainty.CERTAIN));
        }
        List<Claim> unlifted =
                certain.stream().filter(p -> p.exemption() == null).toList();
        if (!unlifted.isEmpty() && unlifted.size() < certain.size()) {
            claims.add(total(unlifted, Certainty.CERTAIN));
        }
        if (certain.size() < standing.size()) {
            List<Missing> missing = standing.stream()
                    .flatMap(p -> Outcome.missingOf(p.certainty()).stream())
                    .toList();
            claims.add(total(standing, new Certainty.Possible(missing)));
        }
        return claims;
    }

    private static Claim total(List<Claim> parts, Certainty certainty) {
        return new Claim(
                parts.get(0).branch(),
                new Bound(Comparator.AT_LEAST_IN_TOTAL, sum(parts)),
                certainty,
                mayBeLifted(parts),
                parts.stream().flatMap(p -> p.citations().stream()).distinct().toList(),
                parts.stream().flatMap(p -> p.parts().stream()).toList());
    }

    /** Null where the size of a part is not known. */
    private static Value sum(List<Claim> parts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Claim part : parts) {
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
    private static Exemption mayBeLifted(List<Claim> parts) {
        List<Missing> missing = parts.stream()
                .filter(p -> p.exemption() != null)
                .flatMap(p -> Outcome.missingOf(p.exemption().certainty()).stream())
                .toList();
        return missing.isEmpty()
                ? null
                : new Exemption(parts.get(0).branch(), new Certainty.Possible(missing), List.of());
    }
}
