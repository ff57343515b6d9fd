package redline.measure;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import redline.scheme.Compass;
import redline.scheme.Volume.Face;

/**
 * How two buildings a and b face each other.
 *
 * <p>The direction from a to b is that of the shortest line between their footprints above ground; where they touch, that between
 * their centroids. {@code sideOfB} is its compass direction in four sectors of 90°; exactly on the diagonal it is north or south.
 * {@code overlap} is the length over which both project onto the edge of a that the shortest line starts from (of two edges at a
 * corner the one that faces b more). {@code faces} (MAIN_MAIN, MAIN_GABLE, GABLE_GABLE) are the facades at the two ends of the
 * shortest line that look towards the other building, within 45°.
 *
 * @param sideOfB where b lies, seen from a
 * @param overlap in m
 */
public record Facing(Trace<Compass> sideOfB, Trace<String> faces, Trace<BigDecimal> overlap) {
    /** How near, in m, a facade is drawn to the footprint's edge that it stands for. */
    private static final double ON_EDGE = 0.01;

    private static final double SAME = 1e-9;
    private static final double HALF_RIGHT_ANGLE = Math.sqrt(0.5);

    static Facing unknown(List<Missing> missing) {
        return new Facing(Trace.unknown(missing), Trace.unknown(missing), Trace.unknown(missing));
    }

    /** @param line the shortest line, from a to b, in the frame */
    static Facing of(
            Frame frame, PlacedBuilding a, PlacedBuilding b, Geometry shapeA, Geometry shapeB, Coordinate[] line) {
        Coordinate towards = direction(shapeA, shapeB, line);
        Compass side = Math.abs(towards.y) >= Math.abs(towards.x)
                ? towards.y >= 0 ? Compass.N : Compass.S
                : towards.x >= 0 ? Compass.E : Compass.W;
        BigDecimal overlap = overlap(shapeA, shapeB, edgeFacing(shapeA, line[0], towards));
        Coordinate back = new Coordinate(-towards.x, -towards.y);
        Lacking lacking = new Lacking();
        Face.Kind faceA = lacking.need(face(frame, a, line[0], towards));
        Face.Kind faceB = lacking.need(face(frame, b, line[1], back));
        Trace<String> faces = lacking.isAny() ? lacking.trace() : Trace.known(together(faceA, faceB));
        return new Facing(Trace.known(side), faces, Trace.known(overlap));
    }

    private static String together(Face.Kind a, Face.Kind b) {
        return a == b ? a + "_" + b : Face.Kind.MAIN + "_" + Face.Kind.GABLE;
    }

    private static Coordinate direction(Geometry a, Geometry b, Coordinate[] line) {
        boolean touching = Frame.length(line[0].distance(line[1])).signum() == 0;
        Coordinate from = touching ? a.getCentroid().getCoordinate() : line[0];
        Coordinate to = touching ? b.getCentroid().getCoordinate() : line[1];
        return new Coordinate(
                Frame.length(to.x - from.x).doubleValue(),
                Frame.length(to.y - from.y).doubleValue());
    }

    /** Direction of the edge at {@code start} that faces {@code towards} most; of equals the longer. */
    private static Coordinate edgeFacing(Geometry shape, Coordinate start, Coordinate towards) {
        Coordinate best = new Coordinate(1, 0);
        double bestFacing = -1;
        double bestLength = -1;
        for (Object ring : LinearComponentExtracter.getLines(shape)) {
            Coordinate[] points = ((LineString) ring).getCoordinates();
            for (int i = 1; i < points.length; i++) {
                double length = points[i].distance(points[i - 1]);
                if (length == 0 || Distance.pointToSegment(start, points[i - 1], points[i]) > 1e-5) {
                    continue;
                }
                Coordinate edge = unit(points[i - 1], points[i]);
                double facing = across(edge, towards);
                boolean better = facing > bestFacing + SAME || (facing > bestFacing - SAME && length > bestLength);
                if (better) {
                    best = edge;
                    bestFacing = facing;
                    bestLength = length;
                }
            }
        }
        return best;
    }

    private static BigDecimal overlap(Geometry a, Geometry b, Coordinate axis) {
        double[] onA = projection(a, axis);
        double[] onB = projection(b, axis);
        return Frame.length(Math.max(0, Math.min(onA[1], onB[1]) - Math.max(onA[0], onB[0])));
    }

    private static double[] projection(Geometry shape, Coordinate axis) {
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (Coordinate point : shape.getCoordinates()) {
            double along = point.x * axis.x + point.y * axis.y;
            range[0] = Math.min(range[0], along);
            range[1] = Math.max(range[1], along);
        }
        return range;
    }

    /** The facade of the volumes that {@code at} lies on; unknown where two of different kinds look that way alike. */
    private static Trace<Face.Kind> face(Frame frame, PlacedBuilding building, Coordinate at, Coordinate towards) {
        Lacking lacking = new Lacking();
        Map<Face, Double> here = new LinkedHashMap<>();
        Missing lacksFaces = null;
        for (PlacedVolume volume : building.aboveGround()) {
            Polygon footprint = frame.in(volume.volume().footprint());
            if (footprint.getBoundary().distance(footprint.getFactory().createPoint(at)) > ON_EDGE) {
                continue;
            }
            lacksFaces = volume.place().lacks("faces", "主要朝向面与山墙面", "main and gable facades");
            List<Face> faces = lacking.need(volume.volume().faces(), lacksFaces);
            for (Face face : Survey.orNone(faces)) {
                if (face.line() == null || face.line().isEmpty()) {
                    lacking.add(lacksFaces);
                    continue;
                }
                here.put(face, facing(frame.in(face.line()), at, towards));
            }
        }
        // The best is found before others are held against it: at a corner two differ by the noise of their doubles
        // only.
        double best = here.values().stream().max(Double::compare).orElse(-1.0);
        List<Face.Kind> kinds = best < HALF_RIGHT_ANGLE - SAME
                ? List.of()
                : here.entrySet().stream()
                        .filter(entry -> entry.getValue() >= best - SAME)
                        .map(entry -> entry.getKey().kind())
                        .distinct()
                        .toList();
        if (kinds.size() != 1 || kinds.get(0) == null) {
            lacking.add(lacksFaces == null ? building.lacksVolumes() : lacksFaces);
        }
        return lacking.isAny() ? lacking.trace() : Trace.known(kinds.get(0));
    }

    /** How squarely the part of the facade at the point looks that way: 1 squarely, 0 edge-on, −1 not at the point. */
    private static double facing(LineString facade, Coordinate at, Coordinate towards) {
        double best = -1;
        Coordinate[] points = facade.getCoordinates();
        for (int i = 1; i < points.length; i++) {
            boolean here = Distance.pointToSegment(at, points[i - 1], points[i]) <= ON_EDGE;
            if (here && !points[i].equals2D(points[i - 1])) {
                best = Math.max(best, across(unit(points[i - 1], points[i]), towards));
            }
        }
        return best;
    }

    private static Coordinate unit(Coordinate from, Coordinate to) {
        double length = from.distance(to);
        return new Coordinate((to.x - from.x) / length, (to.y - from.y) / length);
    }

    /** Sine of the angle between an edge and a direction. */
    private static double across(Coordinate edge, Coordinate towards) {
        double length = Math.sqrt(towards.x * towards.x + towards.y * towards.y);
        return length == 0 ? 0 : Math.abs(edge.x * towards.y - edge.y * towards.x) / length;
    }
}
