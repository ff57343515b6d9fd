package redline.rulepack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All facts of one type in a fixed order, looked up by the value of a property. */
final class Table {
    /** Facts with a value, and those whose value is unknown and may be any. */
    record Index(Map<Object, List<Instance>> known, List<Instance> unknown) {
        List<Instance> of(Object value) {
            return known.getOrDefault(value, List.of());
        }
    }

    private final List<Instance> instances;
    private final Index[] indexes;

    /** What was not supplied stands last; without an id the values decide, so that the order of input does not. */
    Table(FactType type, List<Instance> instances) {
        List<Instance> sorted = new ArrayList<>(instances);
        sorted.sort(Comparator.comparing(Instance::absent)
                .thenComparing(i -> i.id() == null ? "" : i.id())
                .thenComparing(i -> i.absent() ? Arrays.toString(i.values()) : "")
                .thenComparing(i -> i.subject() == null ? "" : i.subject().id()));
        this.instances = List.copyOf(sorted);
        this.indexes = new Index[type.properties().size()];
    }

    List<Instance> instances() {
        return instances;
    }

    /** Made at first use; two threads may both make it, and make the same. */
    Index by(int property) {
        Index index = indexes[property];
        if (index == null) {
            Map<Object, List<Instance>> known = new HashMap<>();
            List<Instance> unknown = new ArrayList<>();
            for (Instance instance : instances) {
                Object value = instance.values()[property];
                (value == null ? unknown : known.computeIfAbsent(value, v -> new ArrayList<>())).add(instance);
            }
            index = new Index(known, unknown);
            indexes[property] = index;
        }
        return index;
    }
}
