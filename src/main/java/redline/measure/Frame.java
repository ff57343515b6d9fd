package redline.measure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/**
 * A local frame: the corner of what is measured together is the origin, and every coordinate lies on a grid of 1e-6 m. A measure
 * so depends on its own shapes only, and moving all of them changes no digit (coordinates of up to 6 decimals, 40 000 km).
 */
final class Frame {
    private static final double PER_METRE = 1e6;
    private static final PrecisionModel GRID = new PrecisionModel(PER_METRE);
    private static final int DECIMALS = 6;

    private final double x;
    private final double y;

    private Frame(double x, double y) {
        this.x = x;
        this.y = y;
    }

    static Frame around(Collection<? extends Geometry> shapes) {
        Envelope all = new Envelope();
        shapes.forEach(shape -> all.expandToInclude(shape.getEnvelopeInternal()));
        return new Frame(all.getMinX(), all.getMinY());
    }

    static Frame around(Geometry... shapes) {
        return around(List.of(shapes));
    }

    <G extends Geometry> G in(G shape) {
        return moved(shape, -x, -y);
    }

    /** Back to the scheme's CRS. */
    <G extends Geometry> G out(G shape) {
        return moved(shape, x, y);
    }

    @SuppressWarnings("unchecked") // copy() gives the same type
    private static <G extends Geometry> G moved(G shape, double dx, double dy) {
        Geometry copy = shape.copy();
        copy.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence points, int i) {
                points.setOrdinate(i, 0, onGrid(points.getX(i) + dx));
                points.setOrdinate(i, 1, onGrid(points.getY(i) + dy));
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return (G) copy;
    }

    /** Union of polygons that lie in one frame; robust, on the grid. Only what may overlap is laid over one another. */
    static Geometry union(List<Polygon> shapes) {
        List<Geometry> parts = new ArrayList<>();
        for (List<Geometry> cluster : clusters(shapes)) {
            Geometry part = cluster.size() == 1 ? cluster.get(0) : UnaryUnionNG.union(cluster, GRID);
            for (int i = 0; i < part.getNumGeometries(); i++) {
                parts.add(part.getGeometryN(i));
            }
        }
        return shapes.get(0).getFactory().buildGeometry(parts);
    }

    /** Shapes whose envelopes hang together. */
    private static List<List<Geometry>> clusters(List<Polygon> shapes) {
        List<List<Geometry>> clusters = new ArrayList<>();
        for (Polygon shape : shapes) {
            List<Geometry> joined = new ArrayList<>();
            clusters.removeIf(cluster -> {
                boolean touches = cluster.stream()
                        .anyMatch(other -> other.getEnvelopeInternal().intersects(shape.getEnvelopeInternal()));
                if (touches) {
                    joined.addAll(cluster);
                }
                return touches;
            });
            joined.add(shape);
            clusters.add(joined);
        }
        return clusters;
    }

    /** Exact plane area in m² of polygons with vertices on the grid, rounded half up to 1e-6 m². */
    static BigDecimal area(Geometry shape) {
        BigInteger twice = BigInteger.ZERO;
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                twice = twice.add(twiceArea(polygon.getExteriorRing()));
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    twice = twice.subtract(twiceArea(polygon.getInteriorRingN(hole)));
                }
            }
        }
        return tidy(new BigDecimal(twice, 2 * DECIMALS).divide(BigDecimal.valueOf(2)));
    }

    /** In square micrometres, by the shoelace formula in whole numbers: sums of doubles would waver on the last digit kept. */
    private static BigInteger twiceArea(LinearRing ring) {
        Coordinate[] points = ring.getCoordinates();
        BigInteger sum = BigInteger.ZERO;
        for (int i = 1; i < points.length - 1; i++) {
            BigInteger x1 = micrometres(points[i].x - points[0].x);
            BigInteger y1 = micrometres(points[i].y - points[0].y);
            BigInteger x2 = micrometres(points[i + 1].x - points[0].x);
            BigInteger y2 = micrometres(points[i + 1].y - points[0].y);
            sum = sum.add(x1.multiply(y2).subtract(x2.multiply(y1)));
        }
        return sum.abs();
    }

    private static BigInteger micrometres(double metres) {
        return BigInteger.valueOf(Math.round(metres * PER_METRE));
    }

    private static double onGrid(double metres) {
        return Math.round(metres * PER_METRE) / PER_METRE;
    }

    /** A length computed in doubles, without their noise: rounded to 1e-6 m. */
    static BigDecimal length(double metres) {
        return tidy(BigDecimal.valueOf(Math.round(metres * PER_METRE), DECIMALS));
    }

    private static BigDecimal tidy(BigDecimal number) {
        BigDecimal rounded = number.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
