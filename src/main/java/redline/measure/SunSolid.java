package redline.measure;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import redline.sun.Obstacles;
import redline.sun.Slope;

/**
 * An upright solid, an upright screen or a plane face of a building, in a local frame.
 *
 * @param outline in plan, null for a screen
 * @param line of a screen; of a face where it lies at {@code bottom}
 * @param bottom {@link #FLOOR} for what stands on the ground
 */
record SunSolid(
        PlacedBuilding building,
        String part,
        Sunlight.Form form,
        Polygon outline,
        LineString line,
        double bottom,
        double top) {
    /** Below every sill, m. */
    static final double FLOOR = Sunlight.FLOOR;

    /** Above every roof, m. */
    static final double SKY = 10_000;

    static SunSolid prism(PlacedBuilding building, String part, Polygon outline, double bottom, double top) {
        return new SunSolid(building, part, Sunlight.Form.PRISM, outline, null, bottom, top);
    }

    static SunSolid wall(PlacedBuilding building, String part, LineString line, double bottom, double top) {
        return new SunSolid(building, part, Sunlight.Form.WALL, null, line, bottom, top);
    }

    /** A plane over an outline that lies at {@code bottom} along a line and at {@code top} where it is farthest from that. */
    static SunSolid face(
            PlacedBuilding building, String part, Polygon outline, LineString line, double bottom, double top) {
        return new SunSolid(building, part, Sunlight.Form.FACE, outline, line, bottom, top);
    }

    /** Whether a point lies within a prism. */
    boolean holds(Coordinate point, double level) {
        return bottom <= level
                && top > level
                && outline.getEnvelopeInternal().contains(point)
                && SimplePointInAreaLocator.locate(point, outline) == Location.INTERIOR;
    }

    /** The same with its outline moved out and its top moved up; in and down where they are negative. */
    void addTo(Obstacles.Builder obstacles, String owner, double out, double up) {
        switch (form) {
            case PRISM -> {
                double low = bottom == FLOOR ? FLOOR : bottom - up;
                for (Polygon part : moved(outline, out)) {
                    obstacles.prism(owner, part, low, top + up);
                }
            }
            case WALL -> {
                if (out > 0) {
                    for (Polygon part : moved(line, out)) {
                        obstacles.prism(owner, part, bottom - up, top + up);
                    }
                } else {
                    obstacles.wall(owner, line.getCoordinates(), bottom - up, top + up);
                }
            }
            case FACE -> {
                Slope plane = Slope.of(outline, line, bottom, top);
                for (Polygon part : moved(outline, out)) {
                    obstacles.face(owner, plane.lifted(part, up + out * plane.slope()));
                }
            }
        }
    }

    private static List<Polygon> moved(Geometry shape, double out) {
        if (out == 0) {
            return List.of((Polygon) shape.copy());
        }
        BufferParameters mitred = new BufferParameters();
        mitred.setJoinStyle(BufferParameters.JOIN_MITRE);
        mitred.setEndCapStyle(BufferParameters.CAP_SQUARE);
        mitred.setMitreLimit(10);
        mitred.setSimplifyFactor(0); // what is moved must lie where the windows are moved to
        Geometry moved = BufferOp.bufferOp(shape, out, mitred);
        List<Polygon> parts = new ArrayList<>();
        for (int i = 0; i < moved.getNumGeometries(); i++) {
            if (moved.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                parts.add(polygon);
            }
        }
        return parts;
    }
}
