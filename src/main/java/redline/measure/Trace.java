package redline.measure;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** A value, or, where it is null, what is missing to know it. Unlike a {@link Reading} it may be anything, also a name. */
public record Trace<T>(T value, List<Missing> missing) {
    public Trace {
        missing = List.copyOf(missing);
        if ((value == null) == missing.isEmpty()) {
            throw new IllegalArgumentException("either a value or what is missing: " + value + ", " + missing);
        }
    }

    public static <T> Trace<T> known(T value) {
        return new Trace<>(Objects.requireNonNull(value), List.of());
    }

    public static <T> Trace<T> unknown(List<Missing> missing) {
        return new Trace<>(null, missing);
    }

    /** {@code value} where it is stated, else {@code otherwise} is missing. */
    public static <T> Trace<T> of(T value, Missing otherwise) {
        return value == null ? unknown(List.of(otherwise)) : known(value);
    }

    public boolean isKnown() {
        return value != null;
    }

    public <U> Trace<U> map(Function<? super T, ? extends U> function) {
        return isKnown() ? known(function.apply(value)) : unknown(missing);
    }
}
