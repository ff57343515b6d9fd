package redline.fact;

import redline.measure.Settings;
import redline.scheme.Scheme;

/** From a scheme to the record that rules see: measures taken, facts flattened, absences named. */
public final class Projection {
    private Projection() {}

    public static SchemeRecord of(Scheme scheme, Settings settings) {
        throw new IllegalStateException("being built");
    }
}
