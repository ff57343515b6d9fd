package redline.fact;

import java.util.List;

/** A set of codes as a property: rules pass it on as the bound of ONE_OF and cannot compare it. */
public record Terms(List<String> codes) {
    public Terms {
        codes = List.copyOf(codes);
    }
}
