package redline.rulepack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All facts of one type in a fixed order, looked up by the value of a property. */
final class Table {
    /** Facts with a value, and those whose value is unknown and may be any. */
    record Index(Map<Object, List<Instance>> known, List<Instance> unknown) {
        List<Instance> of(Object value) {
            return known.getOrDefault(value, List.of());
        }
    }

    /** A fact with what it is sorted by, made once. */
    private record Placed(Instance instance, String id, String values, String subject) {
        static final Comparator<Placed> ORDER = Comparator.comparing((Placed placed) -> placed.instance.absent())
                .thenComparing(Placed::id)
                .thenComparing(Placed::values)
                .thenComparing(Placed::subject);

        static Placed of(Instance instance) {
            return new Placed(
                    instance,
                    instance.id() == null ? "" : instance.id(),
                    instance.absent() ? Arrays.toString(instance.values()) : "",
                    instance.subject() == null ? "" : instance.subject().id());
        }
    }

    private final List<Instance> instances;
    private final Index[] indexes;
    /** By {@link Plan.Level#kin}. */
    private final Map<String, Candidates> candidates = new ConcurrentHashMap<>();

    /** What was not supplied stands last; without an id the values decide, so that the order of input does not. */
    Table(FactType type, List<Instance> instances) {
        List<Placed> sorted = new ArrayList<>(instances.size());
        instances.forEach(instance -> sorted.add(Placed.of(instance)));
        sorted.sort(Placed.ORDER);
        this.instances = sorted.stream().map(Placed::instance).toList();
        this.indexes = new Index[type.properties().size()];
    }

    List<Instance> instances() {
        return instances;
    }

    /**
     * What a level can match of the table; tried once for the table, which one reading looks at.
     *
     * @param slots for trying; hold nothing new afterwards
     */
    Candidates candidates(Plan.Level level, Reading reading, Instance[] slots) {
        Candidates known = candidates.get(level.kin());
        if (known == null) {
            known = new Candidates(level, this, reading, slots);
            candidates.put(level.kin(), known);
        }
        return known;
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
