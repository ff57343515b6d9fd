package redline.measure;

import java.util.List;
import redline.quantity.Value;

/** A value with its provenance, or what is missing to know it. */
public sealed interface Reading {
    /** {@code spreads}: how far the value may be off, each for a reason of its own; empty for one that is taken as it stands. */
    record Known(Value value, Provenance provenance, List<Spread> spreads) implements Reading {
        public Known {
            spreads = spreads == null ? List.of() : List.copyOf(spreads);
        }

        public Known(Value value, Provenance provenance) {
            this(value, provenance, List.of());
        }
    }

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
