package redline.sun;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import redline.sun.Obstacles.Solid;

/** What obstacles shade of a level plane at one moment: their outlines swept along the sun's rays and joined. */
public final class Shadows {
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final List<Geometry> parts = new ArrayList<>();
    private final double east;
    private final double north;
    private final double level;

    private Shadows(double[] sun, double level) {
        this.east = -sun[0] / sun[2];
        this.north = -sun[1] / sun[2];
        this.level = level;
    }

    /**
     * The shaded part of the plane z = {@code level}, what stands on it included.
     *
     * @param hour apparent solar time, the sun above the horizon
     * @param owners whose obstacles, by their place in {@link Obstacles#owners}
     * @return areal, empty where nothing stands above the plane
     * @throws IllegalArgumentException where the sun is down
     */
    public static Geometry of(Obstacles obstacles, SunPath path, double hour, double level, IntPredicate owners) {
        double[] sun = path.direction(hour);
        if (!(sun[2] > 0)) {
            throw new IllegalArgumentException("the sun is not up at " + hour + " h on " + path.day());
        }
        Shadows shadows = new Shadows(sun, level);
        for (Solid solid : obstacles.solids()) {
            if (owners.test(solid.owner) && solid.top > level) {
                shadows.add(solid);
            }
        }
        return shadows.parts.isEmpty() ? SHAPES.createPolygon() : OverlayNGRobust.union(shadows.parts);
    }

    private void add(Solid solid) {
        if (solid.face != null) {
            face(solid);
            return;
        }
        double bottom = Math.max(solid.bottom, level);
        for (double[] ring : solid.rings) {
            for (int i = 0; i + 3 < ring.length; i += 2) {
                Coordinate foot = thrown(ring[i], ring[i + 1], bottom);
                keep(
                        foot,
                        thrown(ring[i + 2], ring[i + 3], bottom),
                        thrown(ring[i + 2], ring[i + 3], solid.top),
                        thrown(ring[i], ring[i + 1], solid.top));
            }
        }
        if (!solid.open) {
            parts.add(outline(solid, bottom));
            parts.add(outline(solid, solid.top));
        }
    }

    private Geometry outline(Solid solid, double z) {
        Geometry outline = SHAPES.createPolygon(ring(solid.rings[0], z));
        for (int i = 1; i < solid.rings.length; i++) {
            outline = OverlayNGRobust.overlay(
                    outline, SHAPES.createPolygon(ring(solid.rings[i], z)), OverlayNG.DIFFERENCE);
        }
        return outline;
    }

    private Coordinate[] ring(double[] ring, double z) {
        Coordinate[] corners = new Coordinate[ring.length / 2];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = thrown(ring[2 * i], ring[2 * i + 1], z);
        }
        return corners;
    }

    /** The part of a face above the plane. */
    private void face(Solid solid) {
        List<double[]> above = Clip.above(solid.corners(0, 0, 0), level);
        if (above.size() > 2) {
            keep(above.stream()
                    .map(corner -> thrown(corner[0], corner[1], corner[2]))
                    .toArray(Coordinate[]::new));
        }
    }

    private Coordinate thrown(double x, double y, double z) {
        return new Coordinate(x + (z - level) * east, y + (z - level) * north);
    }

    private void keep(Coordinate... corners) {
        Coordinate[] ring = java.util.Arrays.copyOf(corners, corners.length + 1);
        ring[corners.length] = corners[0].copy();
        Polygon part = SHAPES.createPolygon(ring);
        if (part.getArea() > 0) {
            parts.add(part.isValid() ? part : GeometryFixer.fix(part));
        }
    }
}
