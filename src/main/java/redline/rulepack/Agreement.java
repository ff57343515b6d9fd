package redline.rulepack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    static void check(List<Derivation.Fired> certain, Firings firings, IntFunction<Branch> branchOf) {
        Map<Place, Bounds> places = new HashMap<>(2 * certain.size());
        for (Derivation.Fired fired : certain) {
            places.computeIfAbsent(new Place(fired.path(), fired.subject()), place -> new Bounds())
                    .ours
                    .add(fired.bound());
        }
        for (Firings.Firing firing : firings.fired()) {
            places.computeIfAbsent(new Place(firing.path(), firing.subject()), place -> new Bounds())
                    .theirs
                    .add(firing.bound());
        }
        places.forEach((place, bounds) -> {
            if (!bounds.agree()) {
                throw new IllegalStateException("the two readings differ: rule \""
                        + branchOf.apply(place.path).fullName() + "\" for " + place.subject + ": interpreter "
                        + sorted(bounds.ours) + ", Drools " + sorted(bounds.theirs));
            }
        });
    }

    private static final class Bounds {
        private final List<Object> ours = new ArrayList<>(1);
        private final List<Object> theirs = new ArrayList<>(1);

        boolean agree() {
            if (ours.size() != theirs.size()) {
                return false;
            }
            List<Object> left = ours.size() == 1 ? ours : sorted(ours);
            List<Object> right = theirs.size() == 1 ? theirs : sorted(theirs);
            for (int i = 0; i < left.size(); i++) {
                if (!same(left.get(i), right.get(i))) {
                    return false;
                }
            }
            return true;
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
