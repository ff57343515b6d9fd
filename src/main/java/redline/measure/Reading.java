package redline.measure;

import java.util.List;
import redline.quantity.Value;

/** A value with its provenance, or what is missing to know it. */
public sealed interface Reading {
    record Known(Value value, Provenance provenance) implements Reading {}

    /** {@code missing} is never empty. */
    record Unknown(List<Missing> missing) implements Reading {
        public Unknown {
            missing = List.copyOf(missing);
            if (missing.isEmpty()) {
                throw new IllegalArgumentException("an unknown reading names what is missing");
            }
        }
    }
}
