package redline.rulepack;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import redline.fact.Fact;

/** Reads fact records by position, without looking anything up by name each time. */
final class FactValues {
    private static final Map<Class<?>, MethodHandle[]> ACCESSORS = accessors();

    private static final Map<Class<?>, Maker> MAKERS = makers();

    private FactValues() {}

    /** The values of a fact in the order of its type's properties. */
    static Object[] of(Fact fact) {
        MethodHandle[] accessors = ACCESSORS.get(fact.getClass());
        Object[] values = new Object[accessors.length];
        try {
            for (int i = 0; i < accessors.length; i++) {
                values[i] = accessors[i].invokeExact((Object) fact);
            }
        } catch (Throwable impossible) {
            throw new IllegalStateException("an accessor of a record failed", impossible);
        }
        return values;
    }

    /** The same fact as one that stands for what was not supplied. */
    static Fact withoutId(Fact fact) {
        Maker maker = MAKERS.get(fact.getClass());
        Object[] values = new Object[maker.read().length];
        try {
            for (int i = 0; i < values.length; i++) {
                values[i] = i == maker.id() ? null : maker.read()[i].invokeExact((Object) fact);
            }
            return (Fact) maker.made().invokeExact(values);
        } catch (Throwable impossible) {
            throw new IllegalStateException("a constructor of a record failed", impossible);
        }
    }

    /**
     * How a fact of one type is taken apart and made again.
     *
     * @param read in the order of its components
     * @param id which of them is its id
     */
    private record Maker(MethodHandle[] read, int id, MethodHandle made) {
        static Maker of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            MethodHandle[] read = new MethodHandle[components.length];
            Class<?>[] types = new Class<?>[components.length];
            int id = -1;
            try {
                for (int i = 0; i < components.length; i++) {
                    types[i] = components[i].getType();
                    id = components[i].getName().equals("id") ? i : id;
                    read[i] = reader(components[i]);
                }
                MethodHandle made = MethodHandles.publicLookup()
                        .findConstructor(type, MethodType.methodType(void.class, types))
                        .asSpreader(Object[].class, types.length)
                        .asType(MethodType.methodType(Fact.class, Object[].class));
                return new Maker(read, id, made);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static MethodHandle reader(RecordComponent component) throws IllegalAccessException {
        return MethodHandles.publicLookup()
                .unreflect(component.getAccessor())
                .asType(MethodType.methodType(Object.class, Object.class));
    }

    private static Map<Class<?>, MethodHandle[]> accessors() {
        Map<Class<?>, MethodHandle[]> accessors = new HashMap<>();
        for (FactType type : PublishedFacts.types().values()) {
            Map<String, MethodHandle> byName = new HashMap<>();
            for (RecordComponent component : type.record().getRecordComponents()) {
                try {
                    byName.put(component.getName(), reader(component));
                } catch (IllegalAccessException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
            accessors.put(
                    type.record(),
                    type.properties().stream()
                            .map(property -> byName.get(property.name()))
                            .toArray(MethodHandle[]::new));
        }
        return accessors;
    }

    private static Map<Class<?>, Maker> makers() {
        Map<Class<?>, Maker> makers = new HashMap<>();
        PublishedFacts.types().values().forEach(type -> makers.put(type.record(), Maker.of(type.record())));
        return makers;
    }
}
