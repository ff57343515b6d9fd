package redline.rulepack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Runs the certain reading in Drools and holds it against what the interpreter found certain: the same branches for the same
 * subjects with the same bounds, or there is no verdict.
 */
final class Agreement {
    private static final double TOLERANCE = 1e-9;

    private record Place(int path, String subject) {}

    private Agreement() {}

    /** @throws IllegalStateException naming the branch, the subject and both sets of bounds where they differ */
    static void check(
            Derivation derivation,
            CompiledRules compiled,
            World world,
            Set<String> rules,
            IntFunction<Branch> branchOf) {
        Map<Place, List<Object>> ours = new HashMap<>();
        for (Derivation.Fired fired : derivation.certain()) {
            ours.computeIfAbsent(new Place(fired.path(), fired.subject()), place -> new ArrayList<>())
                    .add(fired.bound());
        }
        Map<Place, List<Object>> theirs = new HashMap<>();
        Firings firings = compiled.fire(world.forDrools(), rules, derivation.matches() + 1);
        for (Firings.Firing firing : firings.fired()) {
            theirs.computeIfAbsent(new Place(firing.path(), firing.subject()), place -> new ArrayList<>())
                    .add(firing.bound());
        }
        ours.forEach((place, bounds) -> compare(place, bounds, theirs.getOrDefault(place, List.of()), branchOf));
        theirs.forEach((place, bounds) -> compare(place, ours.getOrDefault(place, List.of()), bounds, branchOf));
    }

    private static void compare(Place place, List<Object> ours, List<Object> theirs, IntFunction<Branch> branchOf) {
        boolean same = ours.size() == theirs.size();
        List<Object> left = sorted(ours);
        List<Object> right = sorted(theirs);
        for (int i = 0; i < left.size() && same; i++) {
            same = same(left.get(i), right.get(i));
        }
        if (!same) {
            throw new IllegalStateException("the two readings differ: rule \""
                    + branchOf.apply(place.path).fullName() + "\" for " + place.subject + ": interpreter " + left
                    + ", Drools " + right);
        }
    }

    private static List<Object> sorted(List<Object> bounds) {
        List<Object> sorted = new ArrayList<>(bounds);
        sorted.sort(Comparator.comparing((Object bound) -> bound instanceof Number n ? n.doubleValue() : 0.0)
                .thenComparing(String::valueOf));
        return sorted;
    }

    private static boolean same(Object ours, Object theirs) {
        if (ours instanceof Number a && theirs instanceof Number b) {
            double difference = Math.abs(a.doubleValue() - b.doubleValue());
            return difference <= TOLERANCE * Math.max(1, Math.abs(a.doubleValue()));
        }
        return Objects.equals(ours, theirs);
    }
}
