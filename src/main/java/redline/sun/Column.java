package redline.sun;

import java.util.ArrayList;
import java.util.List;
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

    /**
     * @param solids all that could hide the sun, and others
     * @param lowest the least height that will be looked from
     */
    Column(Sky sky, Fan fan, Crossing crossing, List<Solid> solids, double x, double y, double lowest) {
        this.sky = sky;
        this.fan = fan;
        this.crossing = crossing;
        this.px = x;
        this.py = y;
        for (Solid solid : solids) {
            double dx = solid.x - x;
            double dy = solid.y - y;
            double far = Math.sqrt(dx * dx + dy * dy) - solid.radius;
            double rise = solid.top - lowest;
            if (rise > 0 && (far <= 0 || fan.passes(dx, dy, solid.radius))) {
                double leastSlope = far <= 0 ? sky.leastSlope : sky.leastSlope(dx, dy, solid.radius);
                double leastRise = Math.max(0, far * leastSlope);
                if (rise > leastRise) {
                    note(solid, leastRise, leastSlope, lowest);
                }
            }
        }
    }

    private void note(Solid solid, double leastRise, double leastSlope, double lowest) {
        Near near = near(solid, leastRise, leastSlope, lowest);
        if (near.inside || !near.walls.isEmpty() || solid.face != null || solid.bottom > lowest) {
            all.add(near);
        }
    }

    /**
     * @param leastRise a top no higher than this above the viewer hides no sun
     * @param inside the viewer stands in the outline
     * @param backs of a convex solid above some viewer, the walls that look away: a sun that shines below them is not hidden
     */
    private record Near(Solid solid, double leastRise, boolean inside, List<Wall> walls, List<Wall> backs) {}

    /**
     * A wall while the sun stands over it. An edge along it that is {@code rise} higher than the viewer is above the sun where the sun is below
     * the plane (rise·x, rise·y, side).
     *
     * @param atStart what rise that takes when the sun comes to stand over the wall; {@code atStop} when it leaves
     * @param turns in between it takes more than at both ends, or less
     */
    private record Wall(
            double x, double y, double side, Moment start, Moment stop, double atStart, double atStop, boolean turns) {
        static Wall of(double x, double y, double side, Moment start, Moment stop) {
            boolean grows =
                    start.dz() * (x * start.x() + y * start.y()) < start.z() * (x * start.dx() + y * start.dy());
            boolean grew = stop.dz() * (x * stop.x() + y * stop.y()) < stop.z() * (x * stop.dx() + y * stop.dy());
            return new Wall(
                    x,
                    y,
                    side,
                    start,
                    stop,
                    -side * start.z() / (x * start.x() + y * start.y()),
                    -side * stop.z() / (x * stop.x() + y * stop.y()),
                    grows != grew);
        }

        /** Whether an edge so much higher than the viewer is never above the sun. */
        boolean clears(double rise) {
            return !turns && rise <= atStart && rise <= atStop;
        }
    }

    private Near near(Solid solid, double leastRise, double leastSlope, double lowest) {
        List<Wall> walls = new ArrayList<>(4);
        List<Wall> backs = List.of();
        if (solid.face != null) {
            return new Near(solid, leastRise, false, walls, backs);
        }
        if (solid.convex && solid.bottom > lowest) {
            backs = new ArrayList<>(4);
        }
        for (double[] ring : solid.rings) {
            walls(
                    ring,
                    solid.top - lowest,
                    leastSlope,
                    walls,
                    solid.open ? walls : solid.convex && solid.bottom > lowest ? backs : null);
        }
        boolean inside = leastRise == 0 && !solid.open && solid.covers(px, py);
        return new Near(solid, leastRise, inside, walls, backs);
    }

    /** Those that look to the viewer, and those that look away where they are wanted. */
    private void walls(double[] ring, double rise, double leastSlope, List<Wall> walls, List<Wall> backs) {
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
                wall(bx, by, next, ax, ay, i, -side, rise, leastSlope, passing, walls);
            } else if (backs != null && side > 0) {
                wall(ax, ay, i, bx, by, next, side, rise, leastSlope, passing, backs);
            }
        }
    }

    /** From corner a to corner b counter-clockwise for the viewer: the sun comes at b and goes at a. */
    private void wall(
            double ax,
            double ay,
            int a,
            double bx,
            double by,
            int b,
            double side,
            double rise,
            double leastSlope,
            Moment[] passing,
            List<Wall> walls) {
        double x = ay - by;
        double y = bx - ax;
        double along = Math.sqrt(x * x + y * y);
        if (side < 1e-9 * along || rise * along < side * leastSlope) {
            return; // edge on, or too low at its nearest
        }
        boolean atFirst = over(ax, ay, bx, by, fan.first);
        boolean atLast = over(ax, ay, bx, by, fan.last);
        if (atFirst && atLast && !fan.half && fan.passes(ax, ay)) { // goes and comes again
            walls.add(Wall.of(x, y, side, fan.begin, passes(ax, ay, a, passing)));
            walls.add(Wall.of(x, y, side, passes(bx, by, b, passing), fan.end));
            return;
        }
        Moment start = atFirst ? fan.begin : fan.passes(bx, by) ? passes(bx, by, b, passing) : null;
        Moment stop = atLast ? fan.end : fan.passes(ax, ay) ? passes(ax, ay, a, passing) : null;
        if (start != null && stop != null && stop.angle() > start.angle()) {
            Wall wall = Wall.of(x, y, side, start, stop);
            if (!wall.clears(rise)) {
                walls.add(wall);
            }
        }
    }

    private static boolean over(double ax, double ay, double bx, double by, double[] sun) {
        return ax * sun[1] - ay * sun[0] >= 0 && sun[0] * by - sun[1] * bx >= 0;
    }

    /** When the sun stands over a corner that it passes. */
    private Moment passes(double x, double y, int corner, Moment[] passing) {
        if (passing[corner] == null) {
            crossing.plane(-y, x, 0);
            passing[corner] = sky.path().moment(crossing.single(false, sky.noon), crossing.cos, crossing.sin);
        }
        return passing[corner];
    }

    /** Adds what is hidden from a point of the column. */
    void from(double z, Hidden hidden) {
        for (Near near : all) {
            Solid solid = near.solid;
            if (solid.top - z <= near.leastRise) {
                continue;
            }
            if (solid.face != null) {
                face(solid, z, hidden);
            } else if (solid.bottom <= z) {
                standing(near, z, hidden);
            } else if (solid.convex) {
                standing(near, z, hidden);
                hidden.clearing();
                for (Wall wall : near.backs) {
                    below(solid.owner, wall, solid.bottom - z, hidden);
                }
                hidden.cleared();
            } else {
                hanging(near, z, hidden);
            }
        }
    }

    private void standing(Near near, double z, Hidden hidden) {
        hidden.since();
        if (near.inside) {
            hidden.add(near.solid.owner, fan.begin.angle(), fan.end.angle());
        }
        for (Wall wall : near.walls) {
            below(near.solid.owner, wall, near.solid.top - z, hidden);
        }
    }

    private void hanging(Near near, double z, Hidden hidden) {
        for (Wall wall : near.walls) {
            band(near.solid.owner, wall, near.solid.bottom - z, near.solid.top - z, hidden);
        }
        if (!near.solid.open) {
            underside(near.solid, z, hidden);
        }
    }

    /** While the sun is below an edge that runs along a wall, {@code rise} above the viewer. */
    private void below(int owner, Wall wall, double rise, Hidden hidden) {
        Moment start = wall.start;
        Moment stop = wall.stop;
        boolean atStart = rise > wall.atStart;
        boolean atStop = rise > wall.atStop;
        if (atStart == atStop && !wall.turns) {
            if (atStart) {
                hidden.add(owner, start.angle(), stop.angle());
            }
            return;
        }
        crossing.plane(rise * wall.x, rise * wall.y, wall.side);
        if (atStart != atStop) {
            boolean early = Math.abs(rise - wall.atStart) < Math.abs(rise - wall.atStop);
            double change = crossing.single(atStart, early ? start : stop);
            if (change >= start.angle() && change <= stop.angle()) {
                hidden.add(owner, atStart ? start.angle() : change, atStart ? change : stop.angle());
                return;
            }
        } else if (crossing.slope(start) > 0 != atStart || crossing.slope(stop) < 0 != atStart) {
            if (atStart) { // it does not come nearer to the edge
                hidden.add(owner, start.angle(), stop.angle());
            }
            return;
        }
        below(owner, rise * wall.x, rise * wall.y, wall.side, start.angle(), stop.angle(), hidden);
    }

    /** Where the sun is below a plane through the viewer. */
    private void below(int owner, double nx, double ny, double nz, double start, double stop, Hidden hidden) {
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
    private void band(int owner, Wall wall, double low, double high, Hidden hidden) {
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
    private void underside(Solid solid, double z, Hidden hidden) {
        double rise = solid.bottom - z;
        hidden.cuts(fan.begin.angle(), fan.end.angle());
        for (double[] ring : solid.rings) {
            for (int i = 0; i + 3 < ring.length; i += 2) {
                cut(ring[i] - px, ring[i + 1] - py, rise, ring[i + 2] - px, ring[i + 3] - py, rise, hidden);
            }
        }
        hidden.addWhere(solid.owner, angle -> {
            double[] sun = sky.path().towards(angle);
            return solid.covers(px + sun[0] / sun[2] * rise, py + sun[1] / sun[2] * rise);
        });
    }

    private void face(Solid solid, double z, Hidden hidden) {
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
                    corners[j + 2] - z,
                    hidden);
        }
        hidden.addWhere(solid.owner, angle -> solid.isHit(px, py, z, sky.path().towards(angle)));
    }

    /** Where the sun passes an edge. */
    private void cut(double ax, double ay, double az, double bx, double by, double bz, Hidden hidden) {
        hidden.cut(
                crossing,
                crossing.of(
                        ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx, fan.begin.angle(), fan.end.angle()));
    }
}
