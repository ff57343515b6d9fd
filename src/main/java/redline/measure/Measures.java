package redline.measure;

import java.util.List;
import redline.scheme.Scheme;

/** All measures of a scheme, in a fixed order. */
public final class Measures {
    private Measures() {}

    public static List<Measure> of(Scheme scheme, Settings settings) {
        return Survey.of(scheme, settings).measures();
    }
}
