package redline.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** From the scheme's coordinates (m, y north) to the sheet (CSS px, y down): one scale, grid north up, the middle kept. */
final class Frame {
    private final Envelope seen;
    private final double scale;
    private final int width;
    private final int height;

    /** {@code shown} is fitted into the sheet with {@code margin} px around it. */
    Frame(Envelope shown, int width, int height, int margin) {
        this(
                shown.centre(),
                Math.min(
                        (width - 2.0 * margin) / Math.max(shown.getWidth(), 1),
                        (height - 2.0 * margin) / Math.max(shown.getHeight(), 1)),
                width,
                height);
    }

    /** A sheet around {@code middle} with {@code scale} px to the metre. */
    Frame(Coordinate middle, double scale, int width, int height) {
        this.scale = scale;
        this.width = width;
        this.height = height;
        double halfWidth = width / scale / 2;
        double halfHeight = height / scale / 2;
        this.seen =
                new Envelope(middle.x - halfWidth, middle.x + halfWidth, middle.y - halfHeight, middle.y + halfHeight);
    }

    double scale() {
        return scale;
    }

    /** Of the sheet, px. */
    int width() {
        return width;
    }

    /** Whether some of it lies on the sheet. */
    boolean sees(Geometry geometry) {
        return seen.intersects(geometry.getEnvelopeInternal());
    }

    /** Whether all of it does. */
    boolean holds(Geometry geometry) {
        return seen.contains(geometry.getEnvelopeInternal());
    }

    /** What leads back from the sheet to metres, to the last bit: x = west + px / scale, y = south + (height − py) / scale. */
    String marks() {
        return " data-scale=\"" + scale + "\" data-west=\"" + seen.getMinX() + "\" data-south=\"" + seen.getMinY()
                + "\" data-height=\"" + height + "\"";
    }

    Coordinate onSheet(Coordinate world) {
        return new Coordinate((world.x - seen.getMinX()) * scale, height - (world.y - seen.getMinY()) * scale);
    }

    /** The part of a geometry that lies on the sheet; null where none does. */
    Geometry clipped(Geometry geometry) {
        if (holds(geometry)) {
            return geometry;
        }
        Geometry part = new GeometryFactory().toGeometry(seen).intersection(geometry);
        return part.isEmpty() ? null : part;
    }

    /** The same of an area whose corners may lie within rounding of each other. */
    Geometry cut(Geometry area) {
        if (holds(area)) {
            return area;
        }
        Geometry part = OverlayNGRobust.overlay(new GeometryFactory().toGeometry(seen), area, OverlayNG.INTERSECTION);
        return part.isEmpty() ? null : part;
    }

    /** SVG path data. */
    String path(Geometry geometry) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (part instanceof Polygon polygon) {
                ring(path, polygon.getExteriorRing(), true);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    ring(path, polygon.getInteriorRingN(hole), true);
                }
            } else if (part instanceof LineString line) {
                ring(path, line, false);
            }
        }
        return path.toString();
    }

    private void ring(StringBuilder path, LineString line, boolean closed) {
        Coordinate[] coordinates = line.getCoordinates();
        int end = closed ? coordinates.length - 1 : coordinates.length;
        for (int i = 0; i < end; i++) {
            Coordinate at = onSheet(coordinates[i]);
            path.append(i == 0 ? 'M' : 'L').append(fine(at.x)).append(' ').append(fine(at.y));
        }
        if (closed) {
            path.append('Z');
        }
    }

    /** A coordinate of the sheet with at most two decimals. */
    static String n(double value) {
        return rounded(value, 2);
    }

    /** With four, so that corners are measured on the sheet to less than a millimetre of the scheme. */
    private static String fine(double value) {
        return rounded(value, 4);
    }

    private static String rounded(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
