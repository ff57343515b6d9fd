package redline.sun;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Envelope;

/**
 * Obstacles under the sun of one day, between two hours of apparent solar time: what of that time a point is lit, and who stands in
 * the way when. Not for several threads: each takes a {@link Looker} of its own.
 */
public final class Sky {
    private static final int STEPS = 32;
    private static final Comparator<Around> HIGHEST_FIRST =
            Comparator.comparingDouble(Around::clear).reversed();

    private final Obstacles obstacles;
    private final SunPath path;
    private final double from;
    private final double to;
    private final Spans day;
    private final Fan fan;
    /** What must stand in one metre's distance to hide the sun, at steps through the time. */
    private final double[] slope = new double[STEPS + 1];
    /** The same at the last step before the sun comes into a part of its fan, and the first after it leaves it. */
    private final double[] slopeBefore = new double[STEPS + 1];

    private final double[] slopeAfter = new double[STEPS + 1];
    /** The least of all. */
    final double leastSlope;
    /** The greatest. */
    final double greatestSlope;
    /** Around the way of the tip of the shadow's opposite: where an obstacle one metre higher may stand. */
    private final Envelope tips = new Envelope(0, 0, 0, 0);

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
        double[] east = new double[STEPS + 1];
        double[] north = new double[STEPS + 1];
        double least = Double.POSITIVE_INFINITY;
        double greatest = 0;
        for (int i = 0; i <= STEPS; i++) {
            double[] sun = path.towards(SunPath.angle(from + (to - from) * i / STEPS));
            double flat = Math.hypot(sun[0], sun[1]);
            east[i] = sun[0] / flat;
            north[i] = sun[1] / flat;
            slope[i] = sun[2] / flat;
            if (!(sun[2] > 0) || (i > 0 && east[i - 1] * north[i] - north[i - 1] * east[i] > 0)) {
                throw new IllegalArgumentException("the sun is not up, or its azimuth turns back, between " + from
                        + " and " + to + " h on " + path.day());
            }
            least = Math.min(least, slope[i]);
            greatest = Math.max(greatest, slope[i]);
            tips.expandToInclude(sun[0] / sun[2], sun[1] / sun[2]);
        }
        this.leastSlope = least * (1 - 1e-3); // between two of the steps it may be a trifle less
        this.greatestSlope = greatest;
        tips.expandBy(1e-3 * tips.getWidth(), 1e-3 * tips.getHeight());
        for (int part = 0, step = 0; part <= STEPS; part++) {
            while (step < STEPS && fan.share(east[step + 1], north[step + 1]) * STEPS <= part) {
                step++;
            }
            slopeBefore[part] = slope[step];
            int after = step;
            while (after < STEPS && fan.share(east[after], north[after]) * STEPS < part + 1) {
                after++;
            }
            slopeAfter[part] = slope[after];
        }
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

    /** What may be in the way in a part of the time from points that are no further than {@code reach} from a place, and no lower than a height; null for what cannot. */
    private Around around(Obstacles.Solid solid, double x, double y, double reach, double lowest, Fan part) {
        double dx = solid.x - x;
        double dy = solid.y - y;
        double radius = solid.radius + reach;
        double square = dx * dx + dy * dy;
        double far = Math.sqrt(square) - radius;
        if (far <= 0) {
            return solid.top > lowest ? new Around(solid, true, solid.top) : null;
        }
        if (solid.top - far * leastSlope <= lowest || !part.passes(dx, dy, radius)) {
            return null;
        }
        // both ways along which its disc is touched
        double along = Math.sqrt(square - radius * radius);
        double least = leastSlope(
                dx * along - dy * radius, dy * along + dx * radius, dx * along + dy * radius, dy * along - dx * radius);
        double clear = solid.top - far * least;
        return clear > lowest ? new Around(solid, false, clear) : null;
    }

    /** The least that must stand in one metre's distance to hide the sun while it is over an edge that looks to the viewer. */
    double leastSlope(Edge edge) {
        return leastSlope(edge.bx, edge.by, edge.ax, edge.ay);
    }

    /** From one direction to another, clockwise. */
    private double leastSlope(double firstX, double firstY, double lastX, double lastY) {
        if (!fan.half) {
            return leastSlope;
        }
        double first = fan.share(firstX, firstY);
        double last = fan.share(lastX, lastY);
        double start = first >= 0 ? slopeBefore[(int) (first * STEPS)] : slope[0];
        double end = last >= 0 ? slopeAfter[(int) (last * STEPS)] : slope[STEPS];
        return Math.min(start, end);
    }

    public Looker looker() {
        return new Looker();
    }

    /** What stands in the way of one point. */
    public static final class Shade {
        private final Spans day;
        private final int[] owners;
        private final double[] ends;

        /** Stretches in the order in which they begin, each of an owner. */
        Shade(Spans day, int[] owners, double[] ends) {
            this.day = day;
            this.owners = owners;
            this.ends = ends;
        }

        /** When the point is lit. */
        public Spans lit() {
            return lit(day, owner -> true);
        }

        /** When it would be lit with nothing but the obstacles of these owners. */
        public Spans litWith(IntPredicate those) {
            return lit(day, those);
        }

        private Spans lit(Spans open, IntPredicate those) {
            return open.without(ends, owners.length, stretch -> those.test(owners[stretch]));
        }

        /** When obstacles of these owners stand in the way. */
        public Spans by(IntPredicate those) {
            double[] chosen = new double[ends.length];
            return Spans.union(chosen, choose(those, chosen));
        }

        private int choose(IntPredicate those, double[] chosen) {
            int n = 0;
            for (int i = 0; i < owners.length; i++) {
                if (those.test(owners[i])) {
                    chosen[n++] = ends[2 * i];
                    chosen[n++] = ends[2 * i + 1];
                }
            }
            return n;
        }

        /** Who stands in the way at all, in order. */
        public List<Integer> who() {
            return Arrays.stream(owners).distinct().sorted().boxed().toList();
        }
    }

    /** Looks at the sky from points, one after the other. */
    public final class Looker {
        private final Crossing crossing = new Crossing(path);

        private final Hidden hidden = new Hidden();

        private Outlook last;

        private Looker() {}

        /** When a wall is open to the sun; {@code fan} is from the first to the last of it, null where it never is. */
        record Outlook(double nx, double ny, double leastSweep, Spans open, Fan fan) {}

        /** The last answer is kept: windows of one façade come one after the other. */
        Outlook outlook(double nx, double ny, double leastSweep) {
            if (last == null || last.nx != nx || last.ny != ny || last.leastSweep != leastSweep) {
                Spans open = before(nx, ny, leastSweep);
                Fan of = open.isEmpty() ? null : new Fan(path, open.begin(), open.end());
                last = new Outlook(nx, ny, leastSweep, open, of);
            }
            return last;
        }

        /** What may hide the sun from places of the plan, from no lower than a height. */
        List<Obstacles.Solid> near(Envelope places, double lowest) {
            List<Obstacles.Solid> near = new ArrayList<>(32);
            double rise = obstacles.top() - lowest;
            if (rise > 0) {
                double x = (places.getMinX() + places.getMaxX()) / 2;
                double y = (places.getMinY() + places.getMaxY()) / 2;
                double reach = places.getDiameter() / 2;
                obstacles.near(
                        new Envelope(
                                places.getMinX() + rise * tips.getMinX(),
                                places.getMaxX() + rise * tips.getMaxX(),
                                places.getMinY() + rise * tips.getMinY(),
                                places.getMaxY() + rise * tips.getMaxY()),
                        solid -> {
                            if (Sky.this.around(solid, x, y, reach, lowest, fan) != null) {
                                near.add(solid);
                            }
                        });
            }
            return near;
        }

        /** Those of them that may hide it from points no further than {@code reach} from one of the places, in a part of the time; the highest seen first. */
        List<Around> around(List<Obstacles.Solid> near, double x, double y, double reach, double lowest, Fan part) {
            List<Around> around = new ArrayList<>(near.size());
            for (Obstacles.Solid solid : near) {
                Around one = Sky.this.around(solid, x, y, reach, lowest, part);
                if (one != null) {
                    around.add(one);
                }
            }
            around.sort(HIGHEST_FIRST);
            return around;
        }

        Sky sky() {
            return Sky.this;
        }

        Hidden hidden() {
            return hidden;
        }

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

        private double hour(double angle) {
            return angle == fan.begin.angle() ? from : angle == fan.end.angle() ? to : SunPath.hour(angle);
        }

        /** From a point. */
        public Shade from(double x, double y, double z) {
            hidden.clear();
            List<Around> around = around(near(new Envelope(x, x, y, y), z), x, y, 0, z, fan);
            over(around, x, y, z, fan).from(z, hidden);
            hidden.order();
            return hidden.shade(day);
        }

        /** Whether a point lies in a solid, its surface left to chance. */
        boolean inSolid(double x, double y, double z) {
            boolean[] in = new boolean[1];
            obstacles.near(
                    new Envelope(x, x, y, y),
                    solid -> in[0] |= !solid.open && solid.bottom <= z && z < solid.top && solid.covers(x, y));
            return in[0];
        }

        /** For points above each other, of which none is lower than {@code lowest}, in a part of the time. */
        Column over(List<Around> around, double x, double y, double lowest, Fan part) {
            return new Column(Sky.this, part, crossing, around, x, y, lowest);
        }
    }
}
