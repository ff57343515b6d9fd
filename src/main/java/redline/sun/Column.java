package redline.sun;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.DoublePredicate;
import redline.sun.Obstacles.Solid;

/**
 * What stands around one place of the plan, for all who look from above it. When the sun passes a corner does not depend on the height of who
 * looks, so windows above each other share that. Not for several threads.
 */
final class Column {
    private final Sky sky;
    private final Fan fan;
    private final Crossing crossing;
    private final double px;
    private final double py;
    private final List<Near> all = new ArrayList<>();
    private final Hidden hidden = new Hidden();

    /** @param lowest the least height that will be looked from */
    Column(Sky sky, Fan fan, Crossing crossing, double x, double y, double lowest) {
        this.sky = sky;
        this.fan = fan;
        this.crossing = crossing;
        this.px = x;
        this.py = y;
        for (Solid solid : sky.within(x, y, lowest)) {
            double dx = solid.x - x;
            double dy = solid.y - y;
            double far = Math.sqrt(dx * dx + dy * dy) - solid.radius;
            double leastRise = far > 0 ? far * sky.leastSlope : 0;
            if (solid.top - lowest > leastRise && (far <= 0 || fan.passes(dx, dy, solid.radius))) {
                Near near = near(solid, leastRise, lowest);
                if (near.inside || !near.walls.isEmpty() || solid.face != null || solid.bottom > lowest) {
                    all.add(near);
                }
            }
        }
    }

    /**
     * @param leastRise a top no higher than this above the viewer hides no sun
     * @param inside the viewer stands in the outline
     * @param backs of a convex solid above some viewer, the walls that look away: a sun that shines below them is not hidden
     */
    private record Near(Solid solid, double leastRise, boolean inside, List<Wall> walls, List<Wall> backs) {}

    /** A wall while the sun stands over it. A sun below the plane (t·x, t·y, side) is below the wall's edge, t being how much higher that is. */
    private record Wall(double x, double y, double side, Moment start, Moment stop) {}

    private Near near(Solid solid, double leastRise, double lowest) {
        List<Wall> walls = new ArrayList<>(4);
        List<Wall> backs = List.of();
        if (solid.face != null) {
            return new Near(solid, leastRise, false, walls, backs);
        }
        if (solid.convex && solid.bottom > lowest) {
            backs = new ArrayList<>(4);
        }
        for (double[] ring : solid.rings) {
            walls(ring, walls, solid.open ? walls : solid.convex && solid.bottom > lowest ? backs : null);
        }
        return new Near(solid, leastRise, !solid.open && solid.covers(px, py), walls, backs);
    }

    /** Those that look to the viewer, and those that look away where they are wanted. */
    private void walls(double[] ring, List<Wall> walls, List<Wall> backs) {
        int n = ring.length / 2;
        Moment[] passing = new Moment[n];
        boolean closed = ring[0] == ring[2 * n - 2] && ring[1] == ring[2 * n - 1];
        for (int i = 0; i + 1 < n; i++) {
            double ax = ring[2 * i] - px;
            double ay = ring[2 * i + 1] - py;
            double bx = ring[2 * i + 2] - px;
            double by = ring[2 * i + 3] - py;
            double side = ax * by - ay * bx;
            int next = closed && i + 2 == n ? 0 : i + 1;
            // walk round counter-clockwise: a wall that looks to the viewer goes clockwise for him
            if (side < 0) {
                wall(bx, by, next, ax, ay, i, -side, passing, walls);
            } else if (backs != null && side > 0) {
                wall(ax, ay, i, bx, by, next, side, passing, backs);
            }
        }
    }

    /** From corner a to corner b counter-clockwise for the viewer: the sun comes at b and goes at a. */
    private void wall(
            double ax, double ay, int a, double bx, double by, int b, double side, Moment[] passing, List<Wall> walls) {
        if (side < 1e-9 * (Math.abs(bx - ax) + Math.abs(by - ay))) {
            return; // edge on
        }
        boolean atFirst = over(ax, ay, bx, by, fan.first);
        boolean atLast = over(ax, ay, bx, by, fan.last);
        double x = ay - by;
        double y = bx - ax;
        if (atFirst && atLast && !fan.half && fan.passes(ax, ay)) { // goes and comes again
            walls.add(new Wall(x, y, side, fan.begin, passes(ax, ay, a, passing)));
            walls.add(new Wall(x, y, side, passes(bx, by, b, passing), fan.end));
            return;
        }
        Moment start = atFirst ? fan.begin : fan.passes(bx, by) ? passes(bx, by, b, passing) : null;
        Moment stop = atLast ? fan.end : fan.passes(ax, ay) ? passes(ax, ay, a, passing) : null;
        if (start != null && stop != null && stop.angle() > start.angle()) {
            walls.add(new Wall(x, y, side, start, stop));
        }
    }

    private static boolean over(double ax, double ay, double bx, double by, double[] sun) {
        return ax * sun[1] - ay * sun[0] >= 0 && sun[0] * by - sun[1] * bx >= 0;
    }

    /** When the sun stands over a corner that it passes. */
    private Moment passes(double x, double y, int corner, Moment[] passing) {
        if (passing[corner] == null) {
            crossing.plane(-y, x, 0);
            passing[corner] = Objects.requireNonNull(crossing.single(false, 0), "the sun goes round clockwise");
        }
        return passing[corner];
    }

    /** From a point of the column. */
    Sky.Shade from(double z) {
        hidden.clear();
        for (Near near : all) {
            Solid solid = near.solid;
            if (solid.top - z <= near.leastRise) {
                continue;
            }
            if (solid.face != null) {
                face(solid, z);
            } else if (solid.bottom <= z) {
                standing(near, z);
            } else if (solid.convex) {
                standing(near, z);
                hidden.clearing = true;
                for (Wall wall : near.backs) {
                    below(solid.owner, wall, solid.bottom - z);
                }
                hidden.clearing = false;
                hidden.done();
            } else {
                hanging(near, z);
            }
        }
        return hidden.shade(sky);
    }

    private void standing(Near near, double z) {
        hidden.since();
        if (near.inside) {
            hidden.add(near.solid.owner, fan.begin.angle(), fan.end.angle());
        }
        for (Wall wall : near.walls) {
            below(near.solid.owner, wall, near.solid.top - z);
        }
    }

    private void hanging(Near near, double z) {
        for (Wall wall : near.walls) {
            band(near.solid.owner, wall, near.solid.bottom - z, near.solid.top - z);
        }
        if (!near.solid.open) {
            underside(near.solid, z);
        }
    }

    /** While the sun is below an edge that runs along a wall, {@code rise} above the viewer. */
    private void below(int owner, Wall wall, double rise) {
        crossing.plane(rise * wall.x, rise * wall.y, wall.side);
        Moment start = wall.start;
        Moment stop = wall.stop;
        boolean atStart = crossing.side(start) < 0;
        boolean atStop = crossing.side(stop) < 0;
        if (atStart != atStop) {
            Moment change = crossing.single(atStart, (start.angle() + stop.angle()) / 2);
            if (change != null && change.angle() >= start.angle() && change.angle() <= stop.angle()) {
                hidden.add(owner, atStart ? start.angle() : change.angle(), atStart ? change.angle() : stop.angle());
                return;
            }
        } else {
            boolean towards = crossing.slope(start) > 0 == atStart && crossing.slope(stop) < 0 == atStart;
            if (!towards) {
                if (atStart) {
                    hidden.add(owner, start.angle(), stop.angle());
                }
                return;
            }
        }
        below(owner, rise * wall.x, rise * wall.y, wall.side, start.angle(), stop.angle());
    }

    /** Where the sun is below a plane through the viewer. */
    private void below(int owner, double nx, double ny, double nz, double start, double stop) {
        int n = crossing.of(nx, ny, nz, start, stop);
        double at = start;
        for (int i = 0; i <= n; i++) {
            double next = i < n ? crossing.at[i] : stop;
            double[] sun = sky.path().towards((at + next) / 2);
            if (nx * sun[0] + ny * sun[1] + nz * sun[2] < 0) {
                hidden.add(owner, at, next);
            }
            at = next;
        }
    }

    /** Between the lower and the upper edge of a wall that hangs above the viewer. */
    private void band(int owner, Wall wall, double low, double high) {
        hidden.cuts(wall.start.angle(), wall.stop.angle());
        hidden.cut(
                crossing, crossing.of(high * wall.x, high * wall.y, wall.side, wall.start.angle(), wall.stop.angle()));
        hidden.cut(crossing, crossing.of(low * wall.x, low * wall.y, wall.side, wall.start.angle(), wall.stop.angle()));
        hidden.addWhere(owner, angle -> {
            double[] sun = sky.path().towards(angle);
            double flat = wall.x * sun[0] + wall.y * sun[1];
            return high * flat + wall.side * sun[2] < 0 && low * flat + wall.side * sun[2] > 0;
        });
    }

    /** The level face at the bottom of a solid that does not stand on the ground: rays that enter from below. */
    private void underside(Solid solid, double z) {
        double rise = solid.bottom - z;
        hidden.cuts(fan.begin.angle(), fan.end.angle());
        for (double[] ring : solid.rings) {
            for (int i = 0; i + 3 < ring.length; i += 2) {
                cut(ring[i] - px, ring[i + 1] - py, rise, ring[i + 2] - px, ring[i + 3] - py, rise);
            }
        }
        hidden.addWhere(solid.owner, angle -> {
            double[] sun = sky.path().towards(angle);
            return solid.covers(px + sun[0] / sun[2] * rise, py + sun[1] / sun[2] * rise);
        });
    }

    private void face(Solid solid, double z) {
        double[] corners = solid.face;
        hidden.cuts(fan.begin.angle(), fan.end.angle());
        int n = corners.length;
        for (int i = 0; i < n; i += 3) {
            int j = (i + 3) % n;
            cut(
                    corners[i] - px,
                    corners[i + 1] - py,
                    corners[i + 2] - z,
                    corners[j] - px,
                    corners[j + 1] - py,
                    corners[j + 2] - z);
        }
        hidden.addWhere(solid.owner, angle -> solid.isHit(px, py, z, sky.path().towards(angle)));
    }

    /** Where the sun passes an edge. */
    private void cut(double ax, double ay, double az, double bx, double by, double bz) {
        hidden.cut(
                crossing,
                crossing.of(
                        ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx, fan.begin.angle(), fan.end.angle()));
    }

    /** Stretches that are hidden as they are found, and the moments between which something changes. */
    private static final class Hidden {
        private double[] ends = new double[32];
        private int[] owners = new int[16];
        private int count;
        private double[] cuts = new double[64];
        private int cutCount;

        private int since;
        /** What is added is taken from what was, since the mark. */
        private boolean clearing;

        private void clear() {
            count = 0;
        }

        /** Sets the mark. */
        private void since() {
            since = count;
        }

        private void add(int owner, double start, double stop) {
            if (clearing) {
                remove(owner, start, stop);
                return;
            }
            if (count == owners.length) {
                owners = Arrays.copyOf(owners, 2 * count);
                ends = Arrays.copyOf(ends, 4 * count);
            }
            owners[count] = owner;
            ends[2 * count] = start;
            ends[2 * count + 1] = stop;
            count++;
        }

        private void remove(int owner, double start, double stop) {
            for (int i = since, n = count; i < n; i++) {
                double from = ends[2 * i];
                double to = ends[2 * i + 1];
                if (start <= from && stop >= to) {
                    ends[2 * i + 1] = from;
                } else if (start <= from && stop > from) {
                    ends[2 * i] = stop;
                } else if (start < to && stop >= to) {
                    ends[2 * i + 1] = start;
                } else if (start > from && stop < to) {
                    ends[2 * i + 1] = start;
                    clearing = false;
                    add(owner, stop, to);
                    clearing = true;
                }
            }
        }

        /** Forgets, since the mark, what nothing is left of. */
        private void done() {
            int kept = since;
            for (int i = since; i < count; i++) {
                if (ends[2 * i + 1] > ends[2 * i]) {
                    ends[2 * kept] = ends[2 * i];
                    ends[2 * kept + 1] = ends[2 * i + 1];
                    owners[kept++] = owners[i];
                }
            }
            count = kept;
        }

        private void cuts(double start, double stop) {
            cuts[0] = start;
            cuts[1] = stop;
            cutCount = 2;
        }

        private void cut(Crossing crossing, int n) {
            if (cutCount + n > cuts.length) {
                cuts = Arrays.copyOf(cuts, 2 * cuts.length);
            }
            for (int i = 0; i < n; i++) {
                cuts[cutCount++] = crossing.at[i];
            }
        }

        /** Between neighbouring cuts all is hidden or nothing. */
        private void addWhere(int owner, DoublePredicate isHidden) {
            Arrays.sort(cuts, 0, cutCount);
            for (int i = 0; i + 1 < cutCount; i++) {
                if (cuts[i + 1] > cuts[i] && isHidden.test((cuts[i] + cuts[i + 1]) / 2)) {
                    add(owner, cuts[i], cuts[i + 1]);
                }
            }
        }

        private Sky.Shade shade(Sky sky) {
            double[] hours = new double[2 * count];
            for (int i = 0; i < hours.length; i++) {
                hours[i] = sky.hour(ends[i]);
            }
            return new Sky.Shade(sky.day(), Arrays.copyOf(owners, count), hours);
        }
    }
}
