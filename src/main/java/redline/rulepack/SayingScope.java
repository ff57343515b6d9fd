package redline.rulepack;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the names of a branch stand for, from the top down to where reading stands. */
final class SayingScope {
    /** {@code property} null: the fact itself. */
    record Meant(FactType type, FactType.Property property) {
        FactType.Kind kind() {
            return property == null ? null : property.kind();
        }
    }

    private final Map<String, Meant> names = new LinkedHashMap<>();

    Map<String, Meant> names() {
        return names;
    }

    void bind(String name, FactType type, String property) {
        if (type != null) {
            names.put(name, new Meant(type, property == null ? null : property(type, property)));
        }
    }

    Meant of(String name) {
        return names.get(name);
    }

    /** What a word reads, null for calculations and constants; {@code own}: the type of the pattern around it. */
    Meant read(Saying saying, FactType own) {
        if (saying instanceof Saying.Own property && own != null) {
            return meant(own, property.property());
        }
        if (saying instanceof Saying.Name name) {
            return names.get(name.name());
        }
        if (saying instanceof Saying.Of of && names.get(of.name()) != null) {
            return meant(names.get(of.name()).type(), of.property());
        }
        return null;
    }

    private static Meant meant(FactType type, String property) {
        FactType.Property read = property(type, property);
        return read == null ? null : new Meant(type, read);
    }

    private static FactType.Property property(FactType type, String property) {
        int index = type.indexOf(property);
        return index < 0 ? null : type.properties().get(index);
    }
}
