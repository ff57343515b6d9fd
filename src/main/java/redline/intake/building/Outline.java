package redline.intake.building;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/**
 * The plan of faces: their union seen from above. Careful with time, since a file may be made to be slow: rings that cross themselves often, and
 * heaps of faces that lie over each other, are not worked out. One outline serves one file.
 */
final class Outline {
    /** Faces of one building; more are not a building model for planning. */
    static final int MOST_FACES = 20_000;

    /** Crossings of one ring with itself; a drawing slip makes a few. */
    private static final int MOST_CROSSINGS = 100;

    /** Pairs of faces of one building whose extents overlap. */
    private static final int MOST_PAIRS = 300_000;

    /** What one file may have of either. */
    private static final int CROSSINGS_OF_FILE = 5_000;

    private static final int PAIRS_OF_FILE = 2_000_000;

    /** Vertices of a ring whose crossings are counted. */
    private static final int LONGEST_CROSSING = 2_000;

    private static final GeometryFactory PLANE = new GeometryFactory();

    /** Micrometres: below a surveyor's rounding, above that of floating point. */
    private static final PrecisionModel METRES = new PrecisionModel(1e6);

    private static final PrecisionModel DEGREES = new PrecisionModel(1e11);

    private int crossings = CROSSINGS_OF_FILE;
    private int pairs = PAIRS_OF_FILE;
    private int left;
    private boolean heaped;

    /** How many faces the last plan left out, since they cross themselves too often. */
    int leftOut() {
        return left;
    }

    /** Whether the last plan was not made, since its faces are too many or too much over each other. */
    boolean heaped() {
        return heaped;
    }

    /** Polygons; null where nothing has a plan area, or where it is not worked out. */
    Geometry of(List<Face> faces, boolean degrees) {
        left = 0;
        heaped = faces.size() > MOST_FACES;
        if (heaped) {
            return null;
        }
        double least = degrees ? 1e-18 : 1e-6;
        List<Geometry> pieces = new ArrayList<>();
        for (Face face : faces) {
            Geometry piece = plan(face);
            if (piece != null && piece.getArea() > least) {
                pieces.add(piece);
            }
        }
        int overlapping = overlapping(pieces);
        pairs -= overlapping;
        heaped = overlapping > MOST_PAIRS || pairs < 0;
        return heaped ? null : union(pieces, degrees);
    }

    private static int overlapping(List<Geometry> pieces) {
        STRtree tree = new STRtree();
        pieces.forEach(piece -> tree.insert(piece.getEnvelopeInternal(), piece));
        int count = 0;
        for (Geometry piece : pieces) {
            count += tree.query(piece.getEnvelopeInternal()).size();
            if (count > 2 * MOST_PAIRS) {
                break;
            }
        }
        return count / 2;
    }

    /** Null where nothing is left. */
    private static Geometry union(List<Geometry> pieces, boolean degrees) {
        if (pieces.isEmpty()) {
            return null;
        }
        Geometry whole = UnaryUnionNG.union(pieces, degrees ? DEGREES : METRES);
        List<Polygon> polygons = new ArrayList<>();
        for (int n = 0; n < whole.getNumGeometries(); n++) {
            if (whole.getGeometryN(n) instanceof Polygon polygon && !polygon.isEmpty()) {
                polygons.add(PLANE.createPolygon(ring(polygon.getExteriorRing().getCoordinates()), holes(polygon)));
            }
        }
        if (polygons.isEmpty()) {
            return null;
        }
        return polygons.size() == 1 ? polygons.get(0) : PLANE.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static LinearRing ring(Coordinate[] corners) {
        return PLANE.createLinearRing(corners);
    }

    private static LinearRing[] holes(Polygon polygon) {
        LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
        for (int n = 0; n < holes.length; n++) {
            holes[n] = ring(polygon.getInteriorRingN(n).getCoordinates());
        }
        return holes;
    }

    private Geometry plan(Face face) {
        List<LinearRing> rings = new ArrayList<>();
        for (double[] points : face.rings()) {
            LinearRing ring = ring(points);
            if (ring != null) {
                rings.add(ring);
            } else if (rings.isEmpty()) {
                return null;
            }
        }
        Polygon polygon =
                PLANE.createPolygon(rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
        if (polygon.isValid()) {
            return polygon;
        }
        int own = crossings(polygon);
        crossings -= own;
        if (own > MOST_CROSSINGS || crossings < 0) {
            left++;
            return null;
        }
        return GeometryFixer.fix(polygon);
    }

    /** Of the boundary with itself, counted no further than is needed. */
    private static int crossings(Polygon polygon) {
        Coordinate[] corners = polygon.getCoordinates();
        if (corners.length > LONGEST_CROSSING) {
            return MOST_CROSSINGS + 1;
        }
        LineIntersector intersector = new RobustLineIntersector();
        int count = 1;
        for (int one = 1; one < corners.length; one++) {
            Envelope extent = new Envelope(corners[one - 1], corners[one]);
            for (int two = one + 2; two < corners.length && count <= MOST_CROSSINGS; two++) {
                if (extent.intersects(corners[two - 1], corners[two])) {
                    intersector.computeIntersection(corners[one - 1], corners[one], corners[two - 1], corners[two]);
                    count += intersector.isProper() ? 1 : 0;
                }
            }
        }
        return count;
    }

    private static LinearRing ring(double[] points) {
        List<Coordinate> corners = new ArrayList<>();
        for (int at = 0; at < points.length; at += 3) {
            Coordinate corner = new Coordinate(points[at], points[at + 1]);
            if (corners.isEmpty() || !corner.equals2D(corners.get(corners.size() - 1))) {
                corners.add(corner);
            }
        }
        if (corners.size() > 1 && corners.get(0).equals2D(corners.get(corners.size() - 1))) {
            corners.remove(corners.size() - 1);
        }
        if (corners.size() < 3) {
            return null;
        }
        corners.add(corners.get(0).copy());
        return PLANE.createLinearRing(corners.toArray(Coordinate[]::new));
    }
}
