package redline.sun;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * What stands in the sun's way: upright solids over polygons and plane faces in space, each of an owner (a building). Coordinates in
 * metres, z above one datum. A point on a face is lit or shaded by chance: viewers stand a hair's breadth before their wall.
 */
public final class Obstacles {
    private final List<String> owners;
    private final List<Solid> solids;
    private final STRtree index = new STRtree();
    private final double top;

    private Obstacles(List<String> owners, List<Solid> solids) {
        this.owners = List.copyOf(owners);
        this.solids = List.copyOf(solids);
        double highest = Double.NEGATIVE_INFINITY;
        for (Solid solid : solids) {
            index.insert(solid.envelope, solid);
            highest = Math.max(highest, solid.top);
        }
        index.build();
        this.top = highest;
    }

    /** Names of the owners, in the order in which they came. */
    public List<String> owners() {
        return owners;
    }

    /** Highest point, negative infinity where there is nothing. */
    public double top() {
        return top;
    }

    /** Shows all that may overlap an envelope. */
    void near(Envelope envelope, Consumer<Solid> visitor) {
        index.query(envelope, solid -> visitor.accept((Solid) solid));
    }

    List<Solid> solids() {
        return solids;
    }

    /** Collects obstacles. */
    public static final class Builder {
        private final List<String> owners = new ArrayList<>();
        private final List<Solid> solids = new ArrayList<>();

        private int owner(String name) {
            int known = owners.indexOf(name);
            if (known < 0) {
                owners.add(name);
                return owners.size() - 1;
            }
            return known;
        }

        /** An upright solid over a polygon, holes and all, from {@code bottom} to {@code top}. */
        public Builder prism(String owner, Polygon outline, double bottom, double top) {
            if (!outline.isEmpty() && top > bottom) {
                solids.add(Solid.prism(owner(owner), outline, bottom, top));
            }
            return this;
        }

        /** An upright face without thickness along a line, seen from both sides: a parapet, a screen. */
        public Builder wall(String owner, Coordinate[] line, double bottom, double top) {
            if (line.length > 1 && top > bottom) {
                solids.add(Solid.screen(owner(owner), line, bottom, top));
            }
            return this;
        }

        /** A plane polygon in space, seen from both sides: a side of a roof, a slab. */
        public Builder face(String owner, Coordinate[] ring) {
            solids.add(Solid.face(owner(owner), ring));
            return this;
        }

        public Obstacles build() {
            Map<Integer, List<Solid>> byOwner = solids.stream().collect(Collectors.groupingBy(solid -> solid.owner));
            return new Obstacles(
                    owners,
                    solids.stream()
                            .map(solid -> solid.downThrough(byOwner.get(solid.owner)))
                            .toList());
        }
    }

    /** One obstacle: rings of walls between two levels, or one plane face. */
    static final class Solid {
        final int owner;
        /** Of each ring x0, y0, x1, y1 …, the first point again at the end; outer rings counter-clockwise, holes clockwise. */
        final double[][] rings;

        final double bottom;
        final double top;
        /** Outline or line; null for a face. */
        private final Geometry plan;

        final boolean open;
        final boolean convex;
        /** Where in its first ring the corners of its convex hull are; empty for what is open. */
        final int[] hull;

        final Envelope envelope;
        final double x;
        final double y;
        final double radius;
        /** Corners x, y, z of a face; null for walls. */
        final double[] face;

        final double[] normal;

        private Solid(
                int owner,
                double[][] rings,
                double bottom,
                double top,
                Geometry plan,
                boolean open,
                Envelope envelope,
                double[] face,
                double[] normal) {
            this.owner = owner;
            this.rings = rings;
            this.bottom = bottom;
            this.top = top;
            this.plan = plan;
            this.open = open;
            this.convex = !open && rings.length == 1 && convex(rings[0]);
            this.hull = open ? new int[0] : hull(rings[0], plan);
            this.envelope = envelope;
            this.x = (envelope.getMinX() + envelope.getMaxX()) / 2;
            this.y = (envelope.getMinY() + envelope.getMaxY()) / 2;
            this.radius = Math.hypot(envelope.getWidth(), envelope.getHeight()) / 2;
            this.face = face;
            this.normal = normal;
        }

        static Solid prism(int owner, Polygon outline, double bottom, double top) {
            double[][] rings = new double[1 + outline.getNumInteriorRing()][];
            rings[0] = ring(outline.getExteriorRing(), true);
            for (int i = 1; i < rings.length; i++) {
                rings[i] = ring(outline.getInteriorRingN(i - 1), false);
            }
            return new Solid(owner, rings, bottom, top, outline, false, outline.getEnvelopeInternal(), null, null);
        }

        static Solid screen(int owner, Coordinate[] line, double bottom, double top) {
            Envelope envelope = new Envelope();
            double[] points = new double[2 * line.length];
            for (int i = 0; i < line.length; i++) {
                points[2 * i] = line[i].x;
                points[2 * i + 1] = line[i].y;
                envelope.expandToInclude(line[i]);
            }
            LineString plan = new GeometryFactory().createLineString(line);
            return new Solid(owner, new double[][] {points}, bottom, top, plan, true, envelope, null, null);
        }

        static Solid face(int owner, Coordinate[] ring) {
            int n = ring[0].equals3D(ring[ring.length - 1]) ? ring.length - 1 : ring.length;
            if (n < 3) {
                throw new IllegalArgumentException("a face has at least three corners");
            }
            Envelope envelope = new Envelope();
            double[] corners = new double[3 * n];
            double lowest = Double.POSITIVE_INFINITY;
            double highest = Double.NEGATIVE_INFINITY;
            double[] normal = new double[3];
            for (int i = 0; i < n; i++) {
                Coordinate p = ring[i];
                Coordinate q = ring[(i + 1) % n];
                corners[3 * i] = p.x;
                corners[3 * i + 1] = p.y;
                corners[3 * i + 2] = p.getZ();
                envelope.expandToInclude(p);
                lowest = Math.min(lowest, p.getZ());
                highest = Math.max(highest, p.getZ());
                // Newell's normal, of differences from the first corner so that large coordinates lose nothing
                normal[0] += (p.y - q.y) * (p.getZ() + q.getZ() - 2 * ring[0].getZ());
                normal[1] += (p.getZ() - q.getZ()) * (p.x + q.x - 2 * ring[0].x);
                normal[2] += (p.x - q.x) * (p.y + q.y - 2 * ring[0].y);
            }
            return new Solid(owner, null, lowest, highest, null, true, envelope, corners, normal);
        }

        /**
         * The same down to the foot of what it rests on, within that one's outline: together they are what they were, and what stands on the
         * ground asks less than what has an underside.
         */
        Solid downThrough(List<Solid> others) {
            double foot = bottom;
            for (Solid under = this; under != null; under = under(foot, others)) {
                foot = under.bottom;
            }
            return foot == bottom ? this : new Solid(owner, rings, foot, top, plan, open, envelope, face, normal);
        }

        private Solid under(double foot, List<Solid> others) {
            for (Solid other : others) {
                if (plan != null
                        && !other.open
                        && other.bottom < foot
                        && other.top >= foot
                        && other.plan.covers(plan)) {
                    return other;
                }
            }
            return null;
        }

        private static int[] hull(double[] ring, Geometry plan) {
            Set<Coordinate> corners = new HashSet<>(List.of(plan.convexHull().getCoordinates()));
            return IntStream.range(0, ring.length / 2 - 1)
                    .map(i -> 2 * i)
                    .filter(i -> corners.contains(new Coordinate(ring[i], ring[i + 1])))
                    .toArray();
        }

        private static boolean convex(double[] ring) {
            for (int i = 0; i + 3 < ring.length; i += 2) {
                int next = i + 5 < ring.length ? i + 4 : 2;
                double ax = ring[i + 2] - ring[i];
                double ay = ring[i + 3] - ring[i + 1];
                double bx = ring[next] - ring[i + 2];
                double by = ring[next + 1] - ring[i + 3];
                if (ax * by - ay * bx < 0) {
                    return false;
                }
            }
            return true;
        }

        /** Those of a face, seen from a point. */
        List<double[]> corners(double fromX, double fromY, double fromZ) {
            List<double[]> corners = new ArrayList<>();
            for (int i = 0; i < face.length; i += 3) {
                corners.add(new double[] {face[i] - fromX, face[i + 1] - fromY, face[i + 2] - fromZ});
            }
            return corners;
        }

        /** Whether a point of the plan is within the walls; even-odd over all rings. */
        boolean covers(double px, double py) {
            boolean in = false;
            for (double[] ring : rings) {
                for (int i = 0; i + 3 < ring.length; i += 2) {
                    double ay = ring[i + 1] - py;
                    double by = ring[i + 3] - py;
                    if (ay > 0 != by > 0) {
                        double ax = ring[i] - px;
                        double bx = ring[i + 2] - px;
                        double side = ax * by - bx * ay;
                        if (side > 0 == by > ay && side != 0) {
                            in = !in;
                        }
                    }
                }
            }
            return in;
        }

        /** Whether a ray from a point goes through the face. */
        boolean isHit(double px, double py, double pz, double[] ray) {
            double away = normal[0] * (face[0] - px) + normal[1] * (face[1] - py) + normal[2] * (face[2] - pz);
            double far = away / (normal[0] * ray[0] + normal[1] * ray[1] + normal[2] * ray[2]);
            if (!(far > 0) || Double.isInfinite(far)) {
                return false;
            }
            double[] at = {px + far * ray[0], py + far * ray[1], pz + far * ray[2]};
            int drop = Math.abs(normal[2]) >= Math.max(Math.abs(normal[0]), Math.abs(normal[1]))
                    ? 2
                    : Math.abs(normal[1]) >= Math.abs(normal[0]) ? 1 : 0;
            int u = drop == 0 ? 1 : 0;
            int v = drop == 2 ? 1 : 2;
            boolean in = false;
            for (int i = 0; i < face.length; i += 3) {
                int j = (i + 3) % face.length;
                double av = face[i + v] - at[v];
                double bv = face[j + v] - at[v];
                if (av > 0 != bv > 0) {
                    double au = face[i + u] - at[u];
                    double bu = face[j + u] - at[u];
                    if (au * bv - bu * av > 0 == bv > av) {
                        in = !in;
                    }
                }
            }
            return in;
        }

        private static double[] ring(LinearRing ring, boolean counterClockwise) {
            Coordinate[] points = ring.getCoordinates();
            double twice = 0;
            for (int i = 1; i < points.length; i++) {
                twice += (points[i - 1].x - points[0].x) * (points[i].y - points[0].y)
                        - (points[i].x - points[0].x) * (points[i - 1].y - points[0].y);
            }
            boolean turned = twice > 0 != counterClockwise;
            double[] xy = new double[2 * points.length];
            for (int i = 0; i < points.length; i++) {
                Coordinate p = points[turned ? points.length - 1 - i : i];
                xy[2 * i] = p.x;
                xy[2 * i + 1] = p.y;
            }
            return xy;
        }
    }
}
