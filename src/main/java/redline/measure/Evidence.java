package redline.measure;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * What shows a value: a geometry in the scheme's CRS (for a distance the segment between the two nearest points), or null where
 * nothing is drawn, and the formula with numbers put in, in symbols that read in any language ({@code 3124.80 m² ÷ 2016 m²}).
 */
public record Evidence(Geometry geometry, List<String> formula) {
    public static final Evidence NONE = new Evidence(null, List.of());

    public Evidence {
        formula = List.copyOf(formula);
    }
}
