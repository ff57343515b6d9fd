package redline.rulepack;

import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import redline.measure.Missing;

/** What something hangs on, as matches come in: of an open scheme, thousands of them hang on the same few values. */
final class Hangs {
    private final NavigableMap<String, Missing> missing = new TreeMap<>();
    private final IdentityHashMap<Instance, BitSet> seen = new IdentityHashMap<>(4);
    private final IdentityHashMap<Plan, long[]> levels = new IdentityHashMap<>(2);

    /** Whether that property of the fact comes for the first time. */
    boolean isNew(Instance instance, int property) {
        BitSet properties = seen.computeIfAbsent(instance, none -> new BitSet());
        if (properties.get(property)) {
            return false;
        }
        properties.set(property);
        return true;
    }

    /** Which choice of facts each level of a plan came with last; 0 where there was none. */
    long[] levels(Plan plan) {
        return levels.computeIfAbsent(plan, p -> new long[p.levels().size()]);
    }

    void add(List<Missing> named) {
        named.forEach(each -> missing.putIfAbsent(each.path(), each));
    }

    void add(Map<String, Missing> named) {
        named.forEach(missing::putIfAbsent);
    }

    /** By path. */
    NavigableMap<String, Missing> missing() {
        return missing;
    }
}
