package redline.intake.gis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import redline.intake.file.LayerSums;
import redline.intake.file.Troubles;
import redline.quantity.Text;

/** Counts and measures shapes layer by layer. A polygon of several parts is one; the length is that of lines, not of outlines. */
final class Survey {
    private final LayerSums sums;
    private final Troubles troubles;
    private final Soundness soundness = new Soundness();

    /** @param troubles null where the shapes are not to be looked at for soundness */
    Survey(LayerSums sums, Troubles troubles) {
        this.sums = sums;
        this.troubles = troubles;
    }

    /** @param shape null or empty is counted only */
    void add(String layer, String from, String type, Geometry shape, Surface surface) {
        sums.count(layer, type);
        if (shape == null || shape.isEmpty()) {
            return;
        }
        Envelope extent = shape.getEnvelopeInternal();
        sums.reach(layer, extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY());
        measure(layer, from, shape, surface);
    }

    private void measure(String layer, String from, Geometry shape, Surface surface) {
        if (shape instanceof Polygon || shape instanceof MultiPolygon) {
            sums.polygon(layer, area(shape, surface));
            Soundness.Fault fault = troubles == null ? null : soundness.fault(shape);
            if (fault != null) {
                troubles.add(layer + ", " + from, at(fault.what(), fault.at()), fault.remedy());
            }
        } else if (shape instanceof LineString line) {
            sums.length(layer, surface.length(line.getCoordinateSequence()));
        } else if (shape instanceof GeometryCollection parts) {
            for (int i = 0; i < parts.getNumGeometries(); i++) {
                measure(layer, from, parts.getGeometryN(i), surface);
            }
        }
    }

    /** Outer rings less their holes. */
    static double area(Geometry polygonal, Surface surface) {
        double area = 0;
        for (int i = 0; i < polygonal.getNumGeometries(); i++) {
            Polygon part = (Polygon) polygonal.getGeometryN(i);
            area += surface.area(part.getExteriorRing().getCoordinateSequence());
            for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
                area -= surface.area(part.getInteriorRingN(hole).getCoordinateSequence());
            }
        }
        return area;
    }

    static Text at(Text what, Coordinate at) {
        if (at == null || !Double.isFinite(at.x + at.y)) {
            return what;
        }
        String place = show(at);
        return new Text(what.zh() + "，在 " + place, what.en() + " at " + place);
    }

    static String show(Coordinate at) {
        return "(" + show(at.x) + ", " + show(at.y) + ")";
    }

    /** Degrees to 9 digits, metres to the millimetre. */
    static String show(double value) {
        int digits = Math.abs(value) < 1000 ? 9 : 3;
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
