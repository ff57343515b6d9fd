package redline.fact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import redline.measure.Missing;
import redline.measure.Trace;

/** Gathers why properties of facts are null, keyed as {@link SchemeRecord#absences()} says. */
final class Absences {
    private final Map<String, Map<String, Missing>> byKey = new TreeMap<>();

    /** The properties of one fact. A fact without an id keeps one list for all of them, under its subject's id. */
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
        private final boolean whole;

        private Of(String key, boolean whole) {
            this.key = key;
            this.whole = whole;
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

        /** A fact that is not there at all, or a property of it, for want of these. */
        void lacks(String property, List<Missing> missing) {
            Map<String, Missing> known =
                    byKey.computeIfAbsent(whole ? key : key + "/" + property, k -> new TreeMap<>());
            new ArrayList<>(missing).forEach(m -> known.putIfAbsent(m.path(), m));
        }
    }
}
