package redline.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import redline.sun.Counting;
import redline.sun.SunPath;
import redline.sun.Window;

/**
 * The usual way: a ray to the sun for every minute from both ends of each sill. Directions are worked out once; the tree holds the same boxes
 * as ours; a ray asks no further than it must: not where the sun is behind the wall, not from the second end where the first is in the shade,
 * not after the first hit of what stood before.
 */
final class MinuteRays {
    private final STRtree tree = new STRtree();
    private final boolean askOncePerPoint;
    private final double top;
    private final Counting counting;
    private final int minutes;
    private final double[] suns;

    /** What of the day's minutes is lit, before and after. */
    record Minutes(boolean[] before, boolean[] after) {}

    /** @param askOncePerPoint the tree is asked for what could stand in the way of any of a point's rays, and not by each ray for itself */
    MinuteRays(HousingEstate estate, SunPath path, Counting counting, boolean askOncePerPoint) {
        this.askOncePerPoint = askOncePerPoint;
        this.counting = counting;
        double highest = 0;
        for (HousingEstate.Block block : estate.blocks) {
            Solid solid = new Solid(block);
            tree.insert(block.outline().getEnvelopeInternal(), solid);
            highest = Math.max(highest, block.top());
        }
        tree.build();
        this.top = highest;
        this.minutes = (int) Math.round((counting.to() - counting.from()) * 60);
        this.suns = new double[3 * minutes];
        for (int i = 0; i < minutes; i++) {
            double[] sun = path.direction(counting.from() + (i + 0.5) / 60);
            double flat = Math.hypot(sun[0], sun[1]);
            suns[3 * i] = sun[0] / flat;
            suns[3 * i + 1] = sun[1] / flat;
            suns[3 * i + 2] = sun[2] / flat;
        }
    }

    List<Minutes> of(List<Window> windows) {
        Minutes[] results = new Minutes[windows.size()];
        IntStream.range(0, results.length).parallel().forEach(i -> results[i] = look(windows.get(i)));
        return List.of(results);
    }

    private Minutes look(Window window) {
        double dx = 1e-4 * window.nx();
        double dy = 1e-4 * window.ny();
        double[][] points = {{window.ax() + dx, window.ay() + dy}, {window.bx() + dx, window.by() + dy}};
        double rise = top - window.sill();
        List<List<Solid>> around = new ArrayList<>();
        if (askOncePerPoint) {
            for (double[] point : points) {
                around.add(around(point, window, rise));
            }
        }
        Minutes lit = new Minutes(new boolean[minutes], new boolean[minutes]);
        double sweep = Math.sin(Math.toRadians(counting.leastSweep()));
        for (int i = 0; i < minutes; i++) {
            double x = suns[3 * i];
            double y = suns[3 * i + 1];
            double slope = suns[3 * i + 2];
            if (window.nx() * x + window.ny() * y <= sweep) {
                continue;
            }
            boolean before = true;
            boolean after = true;
            for (int end = 0; end < 2 && before; end++) {
                double[] point = points[end];
                List<Solid> there = askOncePerPoint
                        ? around.get(end)
                        : asked(new Envelope(
                                point[0], point[0] + x * rise / slope, point[1], point[1] + y * rise / slope));
                for (Solid solid : there) {
                    if ((after || !solid.added) && solid.hides(point[0], point[1], window.sill(), x, y, slope)) {
                        after = false;
                        if (!solid.added) {
                            before = false;
                            break;
                        }
                    }
                }
            }
            lit.before()[i] = before;
            lit.after()[i] = after && before;
        }
        return lit;
    }

    private List<Solid> around(double[] point, Window window, double rise) {
        Envelope reach = new Envelope(point[0], point[0], point[1], point[1]);
        for (int i = 0; i < minutes; i++) {
            if (window.nx() * suns[3 * i] + window.ny() * suns[3 * i + 1] > 0) {
                double far = rise / suns[3 * i + 2];
                reach.expandToInclude(point[0] + suns[3 * i] * far, point[1] + suns[3 * i + 1] * far);
            }
        }
        return asked(reach);
    }

    @SuppressWarnings("unchecked") // only solids are in it
    private List<Solid> asked(Envelope reach) {
        return tree.query(reach);
    }

    private static final class Solid {
        private final boolean added;
        private final double[] ring;
        private final double bottom;
        private final double top;
        private final double cx;
        private final double cy;
        private final double radius;

        private Solid(HousingEstate.Block block) {
            Coordinate[] corners = block.outline().getExteriorRing().getCoordinates();
            added = block.added();
            ring = new double[2 * corners.length];
            for (int i = 0; i < corners.length; i++) {
                ring[2 * i] = corners[i].x;
                ring[2 * i + 1] = corners[i].y;
            }
            bottom = block.bottom();
            top = block.top();
            Envelope box = block.outline().getEnvelopeInternal();
            cx = box.centre().x;
            cy = box.centre().y;
            radius = box.getDiameter() / 2;
        }

        /** Along a ray (x, y) of length 1 in plan that climbs by {@code slope}. */
        private boolean hides(double px, double py, double pz, double x, double y, double slope) {
            double dx = cx - px;
            double dy = cy - py;
            double along = dx * x + dy * y;
            if (top <= pz
                    || Math.abs(x * dy - y * dx) > radius
                    || along < -radius
                    || (along - radius) * slope > top - pz) {
                return false;
            }
            double first = Double.POSITIVE_INFINITY;
            boolean inside = false;
            for (int i = 0; i + 3 < ring.length; i += 2) {
                double ax = ring[i] - px;
                double ay = ring[i + 1] - py;
                double bx = ring[i + 2] - px;
                double by = ring[i + 3] - py;
                double sa = x * ay - y * ax;
                double sb = x * by - y * bx;
                if (sa > 0 != sb > 0) {
                    double far = (ax * by - ay * bx) / (sb - sa) * 1;
                    if (far > 0) {
                        double z = pz + far * slope;
                        if (z > bottom && z < top) {
                            return true;
                        }
                        inside = !inside;
                        first = Math.min(first, far);
                    }
                }
            }
            return inside && pz >= bottom || through(px, py, pz, x, y, slope);
        }

        /** Through the level bottom. */
        private boolean through(double px, double py, double pz, double x, double y, double slope) {
            if (bottom <= pz) {
                return false;
            }
            double far = (bottom - pz) / slope;
            double qx = px + far * x;
            double qy = py + far * y;
            boolean in = false;
            for (int i = 0; i + 3 < ring.length; i += 2) {
                if (ring[i + 1] > qy != ring[i + 3] > qy
                        && qx < ring[i] + (qy - ring[i + 1]) / (ring[i + 3] - ring[i + 1]) * (ring[i + 2] - ring[i])) {
                    in = !in;
                }
            }
            return in;
        }
    }
}
