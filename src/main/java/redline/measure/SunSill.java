package redline.measure;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import redline.sun.Window;

/**
 * A sill on the face of a wall, in a local frame: both ends, its level, and the unit vector to the open.
 *
 * @param id of the window
 */
record SunSill(String id, String building, Coordinate a, Coordinate b, double level, double nx, double ny) {
    /** A sill may be drawn so far behind the face of its wall, m: the finish that outlines include (10 cm where not known). */
    private static final double FINISH = 0.1;
    /** How far from the sill its wall is looked for, m. */
    private static final double NEAR = 3;
    /** The ends are looked from so far within the sill, m: what stands flush with an end is beside it, not before it. */
    private static final double HAIR = 1e-4;
    /** Stretches of a wide sill are tried this far apart at most, m. */
    private static final double STEP = 0.05;
    /** No window is 50 m wide; what is drawn wider is tried in larger steps. */
    private static final int MOST_STEPS = 1000;
    /** Lengths are alike when they are within this, m: the grid that sills lie on. */
    private static final double SAME = 1e-6;

    /**
     * On which side of the line the wall is.
     *
     * @param walls footprint of its building at the level of the sill, null where there is none
     * @return null where that cannot be said
     */
    static SunSill of(String id, String building, LineString line, double level, Geometry walls) {
        if (walls == null) {
            return null;
        }
        Coordinate a = line.getCoordinateN(0);
        Coordinate b = line.getCoordinateN(line.getNumPoints() - 1);
        double length = a.distance(b);
        if (!(length > 0)) {
            return null;
        }
        Coordinate middle = new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2);
        double nx = (b.y - a.y) / length;
        double ny = -(b.x - a.x) / length;
        Side right = Side.of(walls, middle, nx, ny);
        Side left = Side.of(walls, middle, -nx, -ny);
        if (right.gap == left.gap && Math.abs(right.depth - left.depth) < 1e-6) {
            return null; // in the middle of a wall or of nothing
        }
        boolean wallIsLeft = left.gap < right.gap || (left.gap == right.gap && left.depth > right.depth);
        double ox = wallIsLeft ? nx : -nx;
        double oy = wallIsLeft ? ny : -ny;
        Side open = wallIsLeft ? right : left;
        double out = open.gap == 0 ? open.depth : 0;
        if (out > FINISH) {
            return null;
        }
        return new SunSill(
                id,
                building,
                new Coordinate(a.x + out * ox, a.y + out * oy),
                new Coordinate(b.x + out * ox, b.y + out * oy),
                level,
                ox,
                oy);
    }

    /** How far the walls are away on one side, and how deep they are from there. */
    private record Side(double gap, double depth) {
        static Side of(Geometry walls, Coordinate from, double dx, double dy) {
            LineString ray = walls.getFactory().createLineString(new Coordinate[] {
                from, new Coordinate(from.x + NEAR * dx, from.y + NEAR * dy)
            });
            Geometry within = ray.intersection(walls);
            double gap = NEAR;
            double depth = 0;
            for (int i = 0; i < within.getNumGeometries(); i++) {
                Geometry part = within.getGeometryN(i);
                if (part.getLength() < 1e-6) {
                    continue;
                }
                double near = NEAR;
                for (Coordinate c : part.getCoordinates()) {
                    near = Math.min(near, c.distance(from));
                }
                near = near < 1e-6 ? 0 : near;
                if (near < gap) {
                    gap = near;
                    depth = part.getLength();
                }
            }
            return new Side(gap, depth);
        }
    }

    private double length() {
        return a.distance(b);
    }

    boolean isWiderThan(double width) {
        return length() > width + SAME;
    }

    /**
     * The stretches of a wide sill among which the most favourable is looked for, from one end to the other. Any stretch of that width lies
     * within 25 mm of one of them, so what is missed is less than what a drawing accurate to 5 cm leaves open; it is missed to the low side,
     * never counted too much. All that is computed of a sill looks at the same stretches: that one more obstacle never adds sun holds of the
     * best of them as it does of each.
     */
    List<SunSill> stretches(double width) {
        double spare = length() - width;
        int steps = (int) Math.min(MOST_STEPS, Math.ceil(spare / STEP));
        List<SunSill> stretches = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            double from = spare * i / steps;
            stretches.add(new SunSill(id, building, along(from), along(from + width), level, nx, ny));
        }
        return stretches;
    }

    LineString line(LineString like) {
        return like.getFactory().createLineString(new Coordinate[] {a, b});
    }

    private Coordinate along(double metres) {
        double share = metres / length();
        return new Coordinate(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y));
    }

    /** As the window looks where its wall is moved out and the sill up. */
    Window window(double out, double up) {
        double length = a.distance(b);
        double ux = (b.x - a.x) / length * HAIR;
        double uy = (b.y - a.y) / length * HAIR;
        return new Window(
                id,
                building,
                a.x + ux + out * nx,
                a.y + uy + out * ny,
                b.x - ux + out * nx,
                b.y - uy + out * ny,
                level + up,
                nx,
                ny);
    }

    /** A point just before the sill. */
    Coordinate before(double share) {
        return new Coordinate(a.x + share * (b.x - a.x) + 1e-3 * nx, a.y + share * (b.y - a.y) + 1e-3 * ny);
    }
}
