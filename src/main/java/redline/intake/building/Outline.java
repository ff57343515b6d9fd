package redline.intake.building;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/** The plan of faces: their union seen from above. Small and careful with time: a file may be made to be slow. */
final class Outline {
    /** Faces of one building; more are not a building model for planning. */
    static final int MOST_FACES = 20_000;

    /** Vertices of a ring that crosses itself and is still mended. */
    private static final int MOST_CROSSING = 2_000;

    private static final GeometryFactory PLANE = new GeometryFactory();

    /** Micrometres: below a surveyor's rounding, above that of floating point. */
    private static final PrecisionModel METRES = new PrecisionModel(1e6);

    private static final PrecisionModel DEGREES = new PrecisionModel(1e11);

    private Outline() {}

    /** Polygons; null where nothing has a plan area, or the faces are too many. */
    static Geometry of(List<Face> faces, boolean degrees) {
        if (faces.size() > MOST_FACES) {
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
        return union(pieces, degrees);
    }

    /** Null where nothing is left. */
    static Geometry union(List<Geometry> pieces, boolean degrees) {
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

    private static Geometry plan(Face face) {
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
        return polygon.getNumPoints() > MOST_CROSSING ? null : GeometryFixer.fix(polygon);
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
