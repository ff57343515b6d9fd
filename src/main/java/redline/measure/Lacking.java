package redline.measure;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Gathers what is missing while a ruler looks at its inputs: each path once, in natural order. */
final class Lacking {
    private final TreeMap<String, Missing> byPath = new TreeMap<>(NaturalOrder.OF_IDS);

    /** The value, or null with what is missing noted. */
    <T> T need(Trace<T> trace) {
        trace.missing().forEach(this::add);
        return trace.value();
    }

    <T> T need(T value, Missing otherwise) {
        if (value == null) {
            add(otherwise);
        }
        return value;
    }

    void add(Missing missing) {
        byPath.putIfAbsent(missing.path(), missing);
    }

    void addAll(Collection<Missing> missing) {
        missing.forEach(this::add);
    }

    boolean isAny() {
        return !byPath.isEmpty();
    }

    List<Missing> list() {
        return List.copyOf(byPath.values());
    }

    <T> Trace<T> trace() {
        return Trace.unknown(list());
    }
}
