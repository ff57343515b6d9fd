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
    private final Spans day;
    private final Fan fan;
    /** Least height that hides the sun at one metre's distance. */
    final double leastSlope;
    /** Around the way of the tip of the shadow's opposite: where an obstacle one metre higher may stand. */
    private final Envelope reach = new Envelope(0, 0, 0, 0);

    /**
     * @param from apparent solar time, hours
     * @param to later than {@code from}
     * @throws IllegalArgumentException where the sun is not above the horizon all the time, or does not go round clockwise without turning
     *     back: in the tropics and south of the equator
     */
    public Sky(Obstacles obstacles, SunPath path, double from, double to) {
        this.obstacles = obstacles;
        this.path = path;
        this.from = from;
        this.to = to;
        this.day = Spans.of(from, to);
        this.fan = new Fan(path, from, to);
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
        return day;
    }

    /** What may hide the sun from above a place of the plan. */
    List<Solid> within(double x, double y, double lowest) {
        double rise = obstacles.top() - lowest;
        return rise <= 0
                ? List.of()
                : obstacles.near(new Envelope(
                        x + rise * reach.getMinX(),
                        x + rise * reach.getMaxX(),
                        y + rise * reach.getMinY(),
                        y + rise * reach.getMaxY()));
    }

    double hour(double angle) {
        return angle == fan.begin.angle() ? from : angle == fan.end.angle() ? to : SunPath.hour(angle);
    }

    public Looker looker() {
        return new Looker();
    }

    /** What stands in the way of one point. */
    public static final class Shade {
        private final Spans day;
        private final int[] owners;
        private final double[] ends;

        Shade(Spans day, int[] owners, double[] ends) {
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

        /** What stands in the way of one or the other of two points. */
        Shade or(Shade other) {
            int[] both = Arrays.copyOf(owners, owners.length + other.owners.length);
            System.arraycopy(other.owners, 0, both, owners.length, other.owners.length);
            double[] all = Arrays.copyOf(ends, ends.length + other.ends.length);
            System.arraycopy(other.ends, 0, all, ends.length, other.ends.length);
            return new Shade(day, both, all);
        }

        /** Who stands in the way at all, in order. */
        public List<Integer> who() {
            return Arrays.stream(distinct()).boxed().toList();
        }

        int[] distinct() {
            int[] sorted = owners.clone();
            Arrays.sort(sorted);
            int n = 0;
            for (int owner : sorted) {
                if (n == 0 || sorted[n - 1] != owner) {
                    sorted[n++] = owner;
                }
            }
            return Arrays.copyOf(sorted, n);
        }
    }

    /** Looks at the sky from points, one after the other. */
    public final class Looker {
        private final Crossing crossing = new Crossing(path);

        private Looker() {}

        /** Stretches between the walls of a window where the sun stands on its side of the plane (nx, ny) by at least an angle in plan. */
        public Spans before(double nx, double ny, double leastSweep) {
            double cos = Math.cos(Math.toRadians(leastSweep));
            double sin = Math.sin(Math.toRadians(leastSweep));
            // along the wall to the left and to the right of who looks out, turned inward by the sweep
            return beyond(nx * cos + ny * sin, ny * cos - nx * sin)
                    .and(beyond(nx * cos - ny * sin, ny * cos + nx * sin));
        }

        /** When the sun stands on that side of an upright plane through the viewer. */
        private Spans beyond(double nx, double ny) {
            int n = crossing.of(nx, ny, 0, fan.begin.angle(), fan.end.angle());
            Spans spans = Spans.NONE;
            double at = fan.begin.angle();
            for (int i = 0; i <= n; i++) {
                double next = i < n ? crossing.at[i] : fan.end.angle();
                double[] sun = path.towards((at + next) / 2);
                if (nx * sun[0] + ny * sun[1] > 0) {
                    spans = spans.or(Spans.of(hour(at), hour(next)));
                }
                at = next;
            }
            return spans;
        }

        /** From a point. */
        public Shade from(double x, double y, double z) {
            return over(x, y, z, fan).from(z);
        }

        /** Whether a point lies in a solid, its surface left to chance. */
        boolean within(double x, double y, double z) {
            for (Solid solid : obstacles.near(new Envelope(x, x, y, y))) {
                if (!solid.open && solid.bottom <= z && z < solid.top && solid.covers(x, y)) {
                    return true;
                }
            }
            return false;
        }

        /** For points above each other, of which none is lower than {@code lowest}, in a part of the time. */
        Column over(double x, double y, double lowest, Fan part) {
            return new Column(Sky.this, part, crossing, x, y, lowest);
        }
    }
}
