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
        try {
            RecordComponent[] components = fact.getClass().getRecordComponents();
            Class<?>[] types = new Class<?>[components.length];
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = components[i].getName().equals("id")
                        ? null
                        : components[i].getAccessor().invoke(fact);
            }
            return (Fact) fact.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<Class<?>, MethodHandle[]> accessors() {
        Map<Class<?>, MethodHandle[]> accessors = new HashMap<>();
        for (FactType type : PublishedFacts.types().values()) {
            Map<String, MethodHandle> byName = new HashMap<>();
            for (RecordComponent component : type.record().getRecordComponents()) {
                try {
                    byName.put(
                            component.getName(),
                            MethodHandles.publicLookup()
                                    .unreflect(component.getAccessor())
                                    .asType(MethodType.methodType(Object.class, Object.class)));
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
}
