package redline.proof;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import redline.scheme.Scheme;

/** Schemes in which one attribute or one layer, otherwise stated, is unknown. */
final class Blanks {
    /** The head says how to read a scheme, ids say what is what: blank there is a complaint, not a fact that is missing. */
    private static final Set<String> OBLIGATORY = Set.of("name", "sha256", "crs", "basis", "dates", "project");

    private Blanks() {}

    /** A scheme in which what stands at {@code path} is unknown. */
    record Blank(String path, Scheme scheme) {}

    /** One for each attribute and each layer that the scheme states, in the order of the scheme file. */
    static List<Blank> of(Scheme scheme) {
        return of("", scheme).stream()
                .map(variant -> new Blank(variant.path(), (Scheme) variant.value()))
                .toList();
    }

    private record Variant(String path, Object value) {}

    private static List<Variant> of(String path, Object value) {
        List<Variant> variants = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                for (Variant inner : of(path + "[" + label(list.get(i), i) + "]", list.get(i))) {
                    List<Object> copy = new ArrayList<>(list);
                    copy.set(i, inner.value());
                    variants.add(new Variant(inner.path(), List.copyOf(copy)));
                }
            }
        } else if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                String here = path + (path.isEmpty() ? "" : ".") + entry.getKey();
                Map<Object, Object> without = new LinkedHashMap<>(map);
                without.remove(entry.getKey());
                variants.add(new Variant(here, Collections.unmodifiableMap(without)));
                for (Variant inner : of(here, entry.getValue())) {
                    Map<Object, Object> changed = new LinkedHashMap<>(map);
                    changed.put(entry.getKey(), inner.value());
                    variants.add(new Variant(inner.path(), Collections.unmodifiableMap(changed)));
                }
            }
        } else if (value instanceof Record record
                && record.getClass().getPackageName().equals(Scheme.class.getPackageName())) {
            RecordComponent[] components = record.getClass().getRecordComponents();
            for (int i = 0; i < components.length; i++) {
                String name = components[i].getName();
                Object part = read(record, components[i]);
                boolean top = record instanceof Scheme;
                if (part == null || name.equals("id") || top && OBLIGATORY.contains(name) && !name.equals("project")) {
                    continue;
                }
                String here = path.isEmpty() ? name : path + "." + name;
                if (!(top && OBLIGATORY.contains(name)) && !name.equals("layers") && !name.equals("values")) {
                    variants.add(new Variant(here, with(record, components, i, null)));
                }
                for (Variant inner : of(here, part)) {
                    variants.add(new Variant(inner.path(), with(record, components, i, inner.value())));
                }
            }
        }
        return variants;
    }

    private static String label(Object item, int index) {
        if (item instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                if (component.getName().equals("id")) {
                    return String.valueOf(read(record, component));
                }
            }
        }
        return String.valueOf(index);
    }

    private static Object with(Record record, RecordComponent[] components, int changed, Object value) {
        Object[] parts = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            parts[i] = i == changed ? value : read(record, components[i]);
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<? extends Record> constructor = record.getClass().getDeclaredConstructor(types);
            return constructor.newInstance(parts);
        } catch (ReflectiveOperationException never) {
            throw new IllegalStateException(never);
        }
    }

    private static Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException never) {
            throw new IllegalStateException(never);
        }
    }
}
