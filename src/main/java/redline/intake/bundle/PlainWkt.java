package redline.intake.bundle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** WKT without exponents and without a digit lost. */
final class PlainWkt {
    private PlainWkt() {}

    static String of(Geometry shape) {
        if (shape instanceof Point point) {
            return "POINT (" + corner(point.getCoordinate()) + ")";
        }
        if (shape instanceof LineString line) {
            return "LINESTRING " + run(line);
        }
        if (shape instanceof Polygon polygon) {
            return "POLYGON " + rings(polygon);
        }
        List<String> parts = new ArrayList<>();
        boolean areas = shape.getDimension() == 2;
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            Geometry part = shape.getGeometryN(i);
            if (part instanceof Polygon polygon) {
                parts.add(rings(polygon));
            } else if (part instanceof LineString line && !areas) {
                parts.add(run(line));
            }
        }
        return (areas ? "MULTIPOLYGON (" : "MULTILINESTRING (") + String.join(", ", parts) + ")";
    }

    private static String rings(Polygon polygon) {
        List<String> rings = new ArrayList<>();
        rings.add(run(polygon.getExteriorRing()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(run(polygon.getInteriorRingN(i)));
        }
        return "(" + String.join(", ", rings) + ")";
    }

    private static String run(LineString line) {
        List<String> corners = new ArrayList<>();
        for (Coordinate corner : line.getCoordinates()) {
            corners.add(corner(corner));
        }
        return "(" + String.join(", ", corners) + ")";
    }

    private static String corner(Coordinate at) {
        return number(at.x) + " " + number(at.y);
    }

    static String number(double value) {
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        return (exact.scale() < 0 ? exact.setScale(0) : exact).toPlainString();
    }
}
