package redline.check;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import redline.fact.Fact;
import redline.fact.Terms;
import redline.measure.Missing;
import redline.measure.Provenance;
import redline.quantity.Quantity;
import redline.scheme.Subject;

/** How facts of one type are taken apart and put together by position. */
final class CompactFacts {
    /** Raised where the layout changes and the published facts do not. */
    private static final int LAYOUT = 1;

    private static final Map<Class<?>, CompactFacts> SHAPES = shapes();

    static final int TYPES = SHAPES.size();

    /** Tells this layout of these facts from every other. */
    static final long FORM = form();

    /** What a component of a fact can be. */
    enum Component {
        STRING(String.class),
        DOUBLE(Double.class),
        BOOLEAN(Boolean.class),
        SUBJECT(Subject.class),
        TERMS(Terms.class);

        private final Class<?> type;

        Component(Class<?> type) {
            this.type = type;
        }

        static Component of(RecordComponent component) {
            return Arrays.stream(values())
                    .filter(one -> one.type == component.getType())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no form for " + component));
        }
    }

    private final int number;
    private final Component[] components;
    private final MethodHandle[] read;
    private final MethodHandle made;
    private final String described;

    private CompactFacts(Class<?> type, int number) {
        this.number = number;
        RecordComponent[] all = type.getRecordComponents();
        this.components = Arrays.stream(all).map(Component::of).toArray(Component[]::new);
        this.read = new MethodHandle[all.length];
        this.described = type.getSimpleName() + Arrays.toString(all);
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        try {
            for (int i = 0; i < all.length; i++) {
                read[i] = lookup.unreflect(all[i].getAccessor())
                        .asType(MethodType.methodType(Object.class, Object.class));
            }
            Class<?>[] types = Arrays.stream(all).map(RecordComponent::getType).toArray(Class<?>[]::new);
            this.made = lookup.findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Fact.class, Object[].class));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static CompactFacts of(Class<? extends Fact> type) {
        return SHAPES.get(type);
    }

    /** @throws IllegalArgumentException where no type has this simple name */
    static int numberOf(String simpleName) {
        return SHAPES.entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().equals(simpleName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no type of fact " + simpleName))
                .getValue()
                .number;
    }

    /** Of its type among all, from 0. */
    int number() {
        return number;
    }

    Component[] components() {
        return components;
    }

    Object value(Fact fact, int component) {
        try {
            return read[component].invokeExact((Object) fact);
        } catch (Throwable impossible) {
            throw new IllegalStateException("an accessor of a record failed", impossible);
        }
    }

    Fact make(Object[] values) {
        try {
            return (Fact) made.invokeExact(values);
        } catch (Throwable impossible) {
            throw new IllegalStateException("a constructor of a record failed", impossible);
        }
    }

    private static Map<Class<?>, CompactFacts> shapes() {
        Map<Class<?>, CompactFacts> shapes = new HashMap<>();
        alternatives(Fact.class)
                .sorted(Comparator.comparing(Class::getSimpleName))
                .forEach(type -> shapes.put(type, new CompactFacts(type, shapes.size())));
        return shapes;
    }

    private static Stream<Class<?>> alternatives(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(CompactFacts::alternatives)
                : Stream.of(type);
    }

    private static long form() {
        StringBuilder text = new StringBuilder().append(LAYOUT);
        SHAPES.values().stream().map(shape -> shape.described).sorted().forEach(text::append);
        Stream.of(Subject.Kind.values(), Provenance.values(), Missing.Kind.values(), Quantity.values())
                .map(Arrays::toString)
                .forEach(text::append);
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
