package redline.sun;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import redline.sun.Obstacles.Solid;

/**
 * The sky as a point sees it, in stereographic projection: the zenith in the middle, the horizon a circle of radius 1, a direction of
 * altitude a and azimuth α at tan((90° − a)/2) from the middle, north up and east to the right. Azimuths from true north.
 */
public final class Skyline {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    /** Great circles are drawn by chords of no more than this, radians. */
    private static final double CHORD = Math.toRadians(1.5);
    /** Solids below the viewer's level are left out, and those that cross it cut here, m above it. */
    private static final double RISE = 1e-9;

    private final double x;
    private final double y;
    private final double z;
    private final double cos;
    private final double sin;

    private Skyline(SunPath path, double x, double y, double z) {
        this.x = x;
        this.y = y;
        this.z = z;
        this.cos = Math.cos(Math.toRadians(path.convergence()));
        this.sin = Math.sin(Math.toRadians(path.convergence()));
    }

    /** Where a direction stands, x and y along the drawing's grid, z up. */
    public static Coordinate of(SunPath path, double[] direction) {
        return new Skyline(path, 0, 0, 0).projected(direction[0], direction[1], direction[2]);
    }

    /** What each owner hides, by the owner's place in {@link Obstacles#owners}; those who hide nothing are not in it. */
    public static Map<Integer, Geometry> of(Obstacles obstacles, SunPath path, double x, double y, double z) {
        Skyline sky = new Skyline(path, x, y, z);
        Map<Integer, List<Geometry>> parts = new TreeMap<>();
        for (Solid solid : obstacles.solids()) {
            if (solid.top > z + RISE) {
                sky.add(solid, parts.computeIfAbsent(solid.owner, owner -> new ArrayList<>()));
            }
        }
        Map<Integer, Geometry> hidden = new TreeMap<>();
        parts.forEach((owner, of) -> {
            if (!of.isEmpty()) {
                hidden.put(owner, OverlayNGRobust.union(of));
            }
        });
        return hidden;
    }

    private void add(Solid solid, List<Geometry> parts) {
        if (solid.face != null) {
            keep(solid.corners(x, y, z), parts);
            return;
        }
        double bottom = solid.bottom - z;
        double top = solid.top - z;
        for (double[] ring : solid.rings) {
            for (int i = 0; i + 3 < ring.length; i += 2) {
                double ax = ring[i] - x;
                double ay = ring[i + 1] - y;
                double bx = ring[i + 2] - x;
                double by = ring[i + 3] - y;
                keep(
                        List.of(
                                new double[] {ax, ay, bottom},
                                new double[] {bx, by, bottom},
                                new double[] {bx, by, top},
                                new double[] {ax, ay, top}),
                        parts);
            }
        }
        if (!solid.open && bottom > RISE) {
            Geometry under = null;
            for (double[] ring : solid.rings) {
                List<double[]> corners = new ArrayList<>();
                for (int i = 0; i + 3 < ring.length; i += 2) {
                    corners.add(new double[] {ring[i] - x, ring[i + 1] - y, bottom});
                }
                Geometry shape = shape(corners);
                under = under == null ? shape : OverlayNGRobust.overlay(under, shape, OverlayNG.DIFFERENCE);
            }
            if (under != null && !under.isEmpty()) {
                parts.add(under);
            }
        }
    }

    private void keep(List<double[]> corners, List<Geometry> parts) {
        List<double[]> above = Clip.above(corners, RISE);
        if (above.size() > 2) {
            Geometry shape = shape(above);
            if (shape.getArea() > 1e-12) {
                parts.add(shape);
            }
        }
    }

    private Geometry shape(List<double[]> corners) {
        List<Coordinate> ring = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            arc(unit(corners.get(i)), unit(corners.get((i + 1) % corners.size())), ring);
        }
        ring.add(ring.get(0).copy());
        Polygon shape = SHAPES.createPolygon(ring.toArray(Coordinate[]::new));
        return shape.isValid() ? shape : GeometryFixer.fix(shape);
    }

    /** From one direction up to, not including, another. */
    private void arc(double[] u, double[] v, List<Coordinate> ring) {
        double dot = u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
        double angle = Math.acos(Math.max(-1, Math.min(1, dot)));
        int steps = Math.max(1, (int) Math.ceil(angle / CHORD));
        for (int i = 0; i < steps; i++) {
            double t = (double) i / steps;
            double a = angle < 1e-9 ? 1 - t : Math.sin((1 - t) * angle) / Math.sin(angle);
            double b = angle < 1e-9 ? t : Math.sin(t * angle) / Math.sin(angle);
            ring.add(projected(a * u[0] + b * v[0], a * u[1] + b * v[1], a * u[2] + b * v[2]));
        }
    }

    private static double[] unit(double[] v) {
        double length = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
        return new double[] {v[0] / length, v[1] / length, v[2] / length};
    }

    private Coordinate projected(double gx, double gy, double gz) {
        double length = Math.sqrt(gx * gx + gy * gy + gz * gz);
        double divisor = length + gz;
        // the grid's directions turned to true east and north
        return new Coordinate((gx * cos + gy * sin) / divisor, (gy * cos - gx * sin) / divisor);
    }
}
