package redline.rulepack;

import java.util.HashMap;
import java.util.Map;

/** Names bound so far on the way down a left side; a group of {@code not} or {@code exists} has a scope of its own. */
final class Scope {
    /** {@code property} −1: the fact itself. */
    record Bound(int slot, FactType type, int property) {}

    private final Map<String, Bound> names;

    Scope() {
        this.names = new HashMap<>();
    }

    private Scope(Map<String, Bound> names) {
        this.names = new HashMap<>(names);
    }

    Scope inner() {
        return new Scope(names);
    }

    /** False where the name is taken. */
    boolean bind(String name, Bound bound) {
        return names.putIfAbsent(name, bound) == null;
    }

    Bound of(String name) {
        return names.get(name);
    }

    Iterable<String> names() {
        return names.keySet();
    }
}
