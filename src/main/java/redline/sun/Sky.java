package redline.sun;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Envelope;
import redline.sun.Obstacles.Solid;

/**
 * Obstacles under the sun of one day, between two hours of apparent solar time: what of that time a point is lit, and who stands in
 * the way when. Not for several threads: each takes a {@link Looker} of its own.
 */
public final class Sky {
    private final Obstacles obstacles;
    private final SunPath path;
    private final double from;
    private final double to;
    /** Horizontal directions to the sun at both ends. */
    private final double[] first;

    private final double[] last;
    /** Least height that hides the sun at one metre's distance. */
    private final double leastSlope;
    /** Around the way of the tip of the shadow's opposite: where an obstacle one metre higher may stand. */
    private final Envelope reach = new Envelope(0, 0, 0, 0);

    /**
     * @param from apparent solar time, hours
     * @param to later than {@code from}
     * @throws IllegalArgumentException where the sun is not above the horizon all the time, or does not go from east to west through the
     *     south or the north without turning back (near the zenith in the tropics)
     */
    public Sky(Obstacles obstacles, SunPath path, double from, double to) {
        this.obstacles = obstacles;
        this.path = path;
        this.from = from;
        this.to = to;
        this.first = path.towards(SunPath.angle(from));
        this.last = path.towards(SunPath.angle(to));
        double least = Double.POSITIVE_INFINITY;
        double[] before = null;
        int steps = 96;
        for (int i = 0; i <= steps; i++) {
            double[] sun = path.towards(SunPath.angle(from + (to - from) * i / steps));
            double flat = Math.hypot(sun[0], sun[1]);
            if (!(sun[2] > 0) || (before != null && before[0] * sun[1] - before[1] * sun[0] > 0)) {
                throw new IllegalArgumentException("the sun is not up, or its azimuth turns back, between " + from
                        + " and " + to + " h on " + path.day());
            }
            before = sun;
            least = Math.min(least, sun[2] / flat);
            reach.expandToInclude(sun[0] / sun[2], sun[1] / sun[2]);
        }
        this.leastSlope = least * (1 - 1e-3); // between two of the steps it may be a trifle less
        reach.expandBy(1e-3 * reach.getWidth(), 1e-3 * reach.getHeight());
    }

    public SunPath path() {
        return path;
    }

    public Obstacles obstacles() {
        return obstacles;
    }

    /** The time that is looked at. */
    public Spans day() {
        return Spans.of(from, to);
    }

    public Looker looker() {
        return new Looker();
    }

    /** What stands in the way of one point. */
    public static final class Shade {
        private final Spans day;
        private final int[] owners;
        private final double[] ends;

        private Shade(Spans day, int[] owners, double[] ends) {
            this.day = day;
            this.owners = owners;
            this.ends = ends;
        }

        /** When the point is lit. */
        public Spans lit() {
            return day.without(Spans.union(ends.clone(), ends.length));
        }

        /** When it would be lit with nothing but the obstacles of these owners. */
        public Spans litWith(IntPredicate those) {
            return day.without(by(those));
        }

        /** When obstacles of these owners stand in the way. */
        public Spans by(IntPredicate those) {
            double[] chosen = new double[ends.length];
            int n = 0;
            for (int i = 0; i < owners.length; i++) {
                if (those.test(owners[i])) {
                    chosen[n++] = ends[2 * i];
                    chosen[n++] = ends[2 * i + 1];
                }
            }
            return Spans.union(chosen, n);
        }

        /** Who stands in the way at all, in order. */
        public List<Integer> who() {
            return Arrays.stream(owners).distinct().sorted().boxed().toList();
        }
    }

    /** Looks at the sky from points, one after the other. */
    public final class Looker {
        private final Crossing crossing = new Crossing(path);
        private final double begin = SunPath.angle(from);
        private final double end = SunPath.angle(to);
        private double[] ends = new double[32];
        private int[] owners = new int[16];
        private int count;
        private double[] cuts = new double[64];
        private double px;
        private double py;
        private double pz;

        private Looker() {}

        /** Stretches between the walls of a window where the sun stands on its side of the plane (nx, ny) by at least an angle in plan. */
        public Spans before(double nx, double ny, double leastSweep) {
            double length = Math.hypot(nx, ny);
            double cos = Math.cos(Math.toRadians(leastSweep)) / length;
            double sin = Math.sin(Math.toRadians(leastSweep)) / length;
            // along the wall to the left and to the right of who looks out, turned inward by the sweep
            return beyond(nx * cos + ny * sin, ny * cos - nx * sin)
                    .and(beyond(nx * cos - ny * sin, ny * cos + nx * sin));
        }

        /** When the sun stands on that side of an upright plane through the viewer. */
        private Spans beyond(double nx, double ny) {
            int n = crossing.of(nx, ny, 0, begin, end);
            double[] at = {begin, n > 0 ? crossing.at[0] : end, n > 1 ? crossing.at[1] : end, end};
            Spans spans = Spans.NONE;
            for (int i = 0; i < 3; i++) {
                if (at[i + 1] > at[i]) {
                    double[] sun = path.towards((at[i] + at[i + 1]) / 2);
                    if (nx * sun[0] + ny * sun[1] > 0) {
                        spans = spans.or(Spans.of(hour(at[i]), hour(at[i + 1])));
                    }
                }
            }
            return spans;
        }

        /** From a point. */
        public Shade from(double x, double y, double z) {
            px = x;
            py = y;
            pz = z;
            count = 0;
            double rise = obstacles.top() - z;
            if (rise > 0) {
                Envelope around = new Envelope(
                        x + rise * reach.getMinX(),
                        x + rise * reach.getMaxX(),
                        y + rise * reach.getMinY(),
                        y + rise * reach.getMaxY());
                for (Solid solid : obstacles.near(around)) {
                    look(solid);
                }
            }
            return new Shade(day(), Arrays.copyOf(owners, count), Arrays.copyOf(ends, 2 * count));
        }

        /** Whether a point lies in a solid, its surface left to chance. */
        boolean within(double x, double y, double z) {
            px = x;
            py = y;
            pz = z;
            for (Solid solid : obstacles.near(new Envelope(x, x, y, y))) {
                if (!solid.open && solid.bottom <= z && z < solid.top && contains(solid)) {
                    return true;
                }
            }
            return false;
        }

        private void look(Solid solid) {
            double rise = solid.top - pz;
            if (rise <= 0) {
                return;
            }
            double dx = solid.x - px;
            double dy = solid.y - py;
            double r = solid.radius;
            double far = Math.sqrt(dx * dx + dy * dy);
            if (far > r) {
                boolean low = rise < (far - r) * leastSlope;
                // the sun goes clockwise from the first to the last direction
                boolean before = cross(first, dx, dy) > r * Math.hypot(first[0], first[1]);
                boolean after = cross(last, dx, dy) < -r * Math.hypot(last[0], last[1]);
                boolean half = cross(first, last[0], last[1]) <= 0; // the sun's way spans no more than half the horizon
                if (low || (half && (before || after))) {
                    return;
                }
            }
            if (solid.face != null) {
                face(solid.owner, solid.face, solid.normal);
                return;
            }
            boolean inside = !solid.open && contains(solid);
            if (inside && solid.bottom <= pz) {
                add(solid.owner, begin, end);
                return;
            }
            boolean both = solid.open || solid.bottom > pz;
            for (double[] ring : solid.rings) {
                walls(solid, ring, both);
            }
            if (solid.bottom > pz && !solid.open) {
                underside(solid);
            }
        }

        private double cross(double[] u, double x, double y) {
            return u[0] * y - u[1] * x;
        }

        /** Even-odd over all rings. */
        private boolean contains(Solid solid) {
            boolean in = false;
            for (double[] ring : solid.rings) {
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

        private void walls(Solid solid, double[] ring, boolean both) {
            double top = solid.top - pz;
            double bottom = solid.bottom - pz;
            for (int i = 0; i + 3 < ring.length; i += 2) {
                double ax = ring[i] - px;
                double ay = ring[i + 1] - py;
                double bx = ring[i + 2] - px;
                double by = ring[i + 3] - py;
                double side = ax * by - ay * bx;
                // walk round counter-clockwise: a wall that looks to the viewer goes clockwise for him
                if (side < 0) {
                    wall(solid.owner, bx, by, ax, ay, -side, bottom, top);
                } else if (both && side > 0) {
                    wall(solid.owner, ax, ay, bx, by, side, bottom, top);
                }
            }
        }

        /** From a to b counter-clockwise for the viewer. */
        private void wall(
                int owner, double ax, double ay, double bx, double by, double side, double bottom, double top) {
            double ex = bx - ax;
            double ey = by - ay;
            double along = Math.sqrt(ex * ex + ey * ey);
            if (side < 1e-9 * along || top * along < side * leastSlope) {
                return; // edge on, or too low at its nearest
            }
            double start = enters(ax, ay, bx, by, first) ? begin : passes(bx, by);
            if (Double.isNaN(start)) {
                return;
            }
            double stop = enters(ax, ay, bx, by, last) ? end : passes(ax, ay);
            if (Double.isNaN(stop) || stop <= start) {
                return;
            }
            // below the upper edge, and above the lower one
            double ux = ay * top - top * by;
            double uy = top * bx - ax * top;
            if (bottom <= 0) {
                below(owner, ux, uy, side, start, stop);
                return;
            }
            int n = crossing.of(ux, uy, side, start, stop);
            int k = 0;
            cuts[k++] = start;
            for (int i = 0; i < n; i++) {
                cuts[k++] = crossing.at[i];
            }
            double lx = ay * bottom - bottom * by;
            double ly = bottom * bx - ax * bottom;
            n = crossing.of(lx, ly, side, start, stop);
            for (int i = 0; i < n; i++) {
                cuts[k++] = crossing.at[i];
            }
            cuts[k++] = stop;
            Arrays.sort(cuts, 0, k);
            for (int i = 0; i + 1 < k; i++) {
                double[] sun = path.towards((cuts[i] + cuts[i + 1]) / 2);
                if (cuts[i + 1] > cuts[i]
                        && ux * sun[0] + uy * sun[1] + side * sun[2] < 0
                        && lx * sun[0] + ly * sun[1] + side * sun[2] > 0) {
                    add(owner, cuts[i], cuts[i + 1]);
                }
            }
        }

        /** Where the sun is below a plane through the viewer. */
        private void below(int owner, double nx, double ny, double nz, double start, double stop) {
            int n = crossing.of(nx, ny, nz, start, stop);
            double at = start;
            for (int i = 0; i <= n; i++) {
                double next = i < n ? crossing.at[i] : stop;
                double[] sun = path.towards((at + next) / 2);
                if (nx * sun[0] + ny * sun[1] + nz * sun[2] < 0) {
                    add(owner, at, next);
                }
                at = next;
            }
        }

        private boolean enters(double ax, double ay, double bx, double by, double[] sun) {
            return ax * sun[1] - ay * sun[0] >= 0 && sun[0] * by - sun[1] * bx >= 0;
        }

        /** When the sun stands over a direction; NaN where it does not. */
        private double passes(double x, double y) {
            int n = crossing.of(-y, x, 0, begin, end);
            for (int i = 0; i < n; i++) {
                double h = crossing.at[i];
                double cos = Math.cos(h);
                double sin = Math.sin(h);
                double tan = path.tangent(h);
                double sx = cos * path.e1x + sin * path.e2x + tan * path.e3x;
                double sy = cos * path.e1y + sin * path.e2y + tan * path.e3y;
                if (sx * x + sy * y > 0) {
                    return h;
                }
            }
            return Double.NaN;
        }

        /** The level face at the bottom of a solid that does not stand on the ground: rays that enter from below. */
        private void underside(Solid solid) {
            int k = 0;
            cuts = grown(cuts, 4);
            cuts[k++] = begin;
            cuts[k++] = end;
            double bottom = solid.bottom - pz;
            for (double[] ring : solid.rings) {
                for (int i = 0; i + 3 < ring.length; i += 2) {
                    k = cut(k, ring[i] - px, ring[i + 1] - py, bottom, ring[i + 2] - px, ring[i + 3] - py, bottom);
                }
            }
            Arrays.sort(cuts, 0, k);
            double x = px;
            double y = py;
            for (int i = 0; i + 1 < k; i++) {
                if (cuts[i + 1] > cuts[i]) {
                    double[] sun = path.towards((cuts[i] + cuts[i + 1]) / 2);
                    px = x + sun[0] / sun[2] * bottom;
                    py = y + sun[1] / sun[2] * bottom;
                    boolean hit = contains(solid);
                    px = x;
                    py = y;
                    if (hit) {
                        add(solid.owner, cuts[i], cuts[i + 1]);
                    }
                }
            }
        }

        private void face(int owner, double[] corners, double[] normal) {
            int k = 0;
            cuts = grown(cuts, 4);
            cuts[k++] = begin;
            cuts[k++] = end;
            int n = corners.length;
            for (int i = 0; i < n; i += 3) {
                int j = (i + 3) % n;
                k = cut(
                        k,
                        corners[i] - px,
                        corners[i + 1] - py,
                        corners[i + 2] - pz,
                        corners[j] - px,
                        corners[j + 1] - py,
                        corners[j + 2] - pz);
            }
            Arrays.sort(cuts, 0, k);
            double away = normal[0] * (corners[0] - px) + normal[1] * (corners[1] - py) + normal[2] * (corners[2] - pz);
            for (int i = 0; i + 1 < k; i++) {
                if (cuts[i + 1] > cuts[i] && hits(corners, normal, away, path.towards((cuts[i] + cuts[i + 1]) / 2))) {
                    add(owner, cuts[i], cuts[i + 1]);
                }
            }
        }

        private boolean hits(double[] corners, double[] normal, double away, double[] sun) {
            double towards = normal[0] * sun[0] + normal[1] * sun[1] + normal[2] * sun[2];
            double far = away / towards;
            if (!(far > 0) || Double.isInfinite(far)) {
                return false;
            }
            double[] at = {px + far * sun[0], py + far * sun[1], pz + far * sun[2]};
            int drop = Math.abs(normal[2]) >= Math.max(Math.abs(normal[0]), Math.abs(normal[1]))
                    ? 2
                    : Math.abs(normal[1]) >= Math.abs(normal[0]) ? 1 : 0;
            int u = drop == 0 ? 1 : 0;
            int v = drop == 2 ? 1 : 2;
            boolean in = false;
            int n = corners.length;
            for (int i = 0; i < n; i += 3) {
                int j = (i + 3) % n;
                double av = corners[i + v] - at[v];
                double bv = corners[j + v] - at[v];
                if (av > 0 != bv > 0) {
                    double au = corners[i + u] - at[u];
                    double bu = corners[j + u] - at[u];
                    if (au * bv - bu * av > 0 == bv > av) {
                        in = !in;
                    }
                }
            }
            return in;
        }

        private int cut(int k, double ax, double ay, double az, double bx, double by, double bz) {
            int n = crossing.of(ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx, begin, end);
            cuts = grown(cuts, k + n + 2);
            for (int i = 0; i < n; i++) {
                cuts[k + i] = crossing.at[i];
            }
            return k + n;
        }

        private double[] grown(double[] array, int least) {
            return array.length >= least ? array : Arrays.copyOf(array, 2 * least);
        }

        private double hour(double angle) {
            return angle == begin ? from : angle == end ? to : SunPath.hour(angle);
        }

        private void add(int owner, double start, double stop) {
            if (count == owners.length) {
                owners = Arrays.copyOf(owners, 2 * count);
                ends = Arrays.copyOf(ends, 4 * count);
            }
            owners[count] = owner;
            ends[2 * count] = hour(start);
            ends[2 * count + 1] = hour(stop);
            count++;
        }
    }
}
