package redline.fact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import redline.measure.Missing;
import redline.measure.NaturalOrder;
import redline.measure.Trace;

/** Gathers why properties of facts are null, keyed as {@link SchemeRecord#absences()} says. */
final class Absences {
    private final Map<String, Map<String, Missing>> byKey = new TreeMap<>();

    /** The properties of one fact. Of a fact without an id only the cause of that is kept, under its subject's id. */
    Of of(String type, String id, String subjectId) {
        return new Of(type + "/" + (id == null ? subjectId : id), id == null);
    }

    Map<String, List<Missing>> asMap() {
        Map<String, List<Missing>> lists = new LinkedHashMap<>();
        byKey.forEach((key, missing) -> lists.put(key, List.copyOf(missing.values())));
        return lists;
    }

    /** Absences of one fact. */
    final class Of {
        private final String key;
        private final boolean notSupplied;

        private Of(String key, boolean notSupplied) {
            this.key = key;
            this.notSupplied = notSupplied;
        }

        /** The value, or null with what is missing noted under the property's name. */
        <T> T take(String property, Trace<T> trace) {
            if (!trace.isKnown()) {
                lacks(property, trace.missing());
            }
            return trace.value();
        }

        <T> T take(String property, T value, Missing otherwise) {
            return take(property, Trace.of(value, otherwise));
        }

        /** A property is null for want of these. */
        void lacks(String property, List<Missing> missing) {
            if (!notSupplied) {
                note(key + "/" + property, missing);
            }
        }

        /** The fact stands for something that was not supplied. */
        void notSupplied(List<Missing> missing) {
            note(key, missing);
        }

        private void note(String under, List<Missing> missing) {
            Map<String, Missing> known = byKey.computeIfAbsent(under, k -> new TreeMap<>(NaturalOrder.OF_IDS));
            missing.forEach(m -> known.putIfAbsent(m.path(), m));
        }
    }
}
