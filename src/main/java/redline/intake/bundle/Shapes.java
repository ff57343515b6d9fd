package redline.intake.bundle;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.linemerge.LineMerger;

/** Shapes as the scheme asks for them. */
final class Shapes {
    private Shapes() {}

    /** Null where it is none. */
    static Geometry read(String wkt) {
        try {
            return wkt == null || wkt.startsWith("{") ? null : new WKTReader().read(wkt);
        } catch (ParseException | IllegalArgumentException none) {
            return null;
        }
    }

    /** The one line that the shape is, a ring for an area; null where it is several, or a point. */
    static LineString line(Geometry shape) {
        if (shape instanceof LineString line) {
            return line;
        }
        if (shape instanceof Polygon polygon) {
            return polygon.getExteriorRing();
        }
        if (shape instanceof MultiLineString) {
            LineMerger merger = new LineMerger();
            merger.add(shape);
            return merger.getMergedLineStrings().size() == 1
                    ? (LineString) merger.getMergedLineStrings().iterator().next()
                    : null;
        }
        return null;
    }
}
