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
    /** The highest seen first. */
    private final List<Near> all;
    /** When the sun stands over the corners of the ring at hand, as far as somebody asked. */
    private Moment[] passing;

    private final Edge edge = new Edge();

    /** @param around all that could hide the sun from the place, and others; the highest seen first */
    Column(Sky sky, Fan fan, Crossing crossing, List<Around> around, double x, double y, double lowest) {
        this.sky = sky;
        this.fan = fan;
        this.crossing = crossing;
        this.px = x;
        this.py = y;
        this.all = new ArrayList<>(around.size());
        for (Around one : around) {
            Near near = near(one, lowest);
            Solid solid = one.solid();
            if (near.inside || !near.walls.isEmpty() || solid.face != null || solid.bottom > lowest) {
                all.add(near);
            }
        }
    }

    /**
     * @param clear who looks from here, or higher, sees the sun over it at all times
     * @param inside the viewer stands in the outline
     * @param backs of a convex solid above some viewer, the walls that look away: a sun that shines below them is not hidden
     */
    private record Near(Solid solid, double clear, boolean inside, List<Wall> walls, List<Wall> backs) {}

    private Near near(Around around, double lowest) {
        Solid solid = around.solid();
        if (solid.face != null) {
            return new Near(solid, around.clear(), false, List.of(), List.of());
        }
        List<Wall> walls = new ArrayList<>(2);
        boolean stands = solid.bottom <= lowest;
        if (stands && front(solid, solid.top - lowest, walls)) {
            return new Near(solid, around.clear(), false, walls, List.of());
        }
        List<Wall> backs = solid.open ? walls : solid.convex && !stands ? new ArrayList<>(2) : null;
        for (double[] ring : solid.rings) {
            passing = null;
            for (int i = 0; i + 3 < ring.length; i += 2) {
                side(ring, i, solid.top - lowest, walls, backs);
            }
        }
        boolean inside = around.close() && !solid.open && solid.covers(px, py);
        return new Near(solid, around.clear(), inside, walls, backs == null ? List.of() : backs);
    }

    /**
     * Adds what looks to a viewer outside the hull of a solid that stands: where the line between two corners of the hull looks away, others
     * hide all sides between them. Whether the viewer is outside.
     */
    private boolean front(Solid solid, double rise, List<Wall> walls) {
        passing = null;
        boolean outside = false;
        for (int k = 0, n = solid.hull.length; k < n; k++) {
            double[] ring = solid.rings[0];
            int from = solid.hull[k];
            int to = solid.hull[k + 1 < n ? k + 1 : 0];
            if (Edge.side(ring, from, to, px, py) < 0) {
                outside = true;
                for (int i = from; i != to; i = i + 4 < ring.length ? i + 2 : 0) {
                    side(ring, i, rise, walls, null);
                }
            }
        }
        return outside;
    }

    /** Adds the side of a ring that begins at a place of its array, to {@code backs} where it looks away. */
    private void side(double[] ring, int i, double rise, List<Wall> walls, List<Wall> backs) {
        double side = Edge.side(ring, i, i + 2, px, py);
        List<Wall> to = side < 0 ? walls : side > 0 ? backs : null;
        if (to != null) {
            edge.take(ring, i, px, py, side);
            wall(ring, rise, to);
        }
    }

    /** Adds the edge at hand. */
    private void wall(double[] ring, double rise, List<Wall> walls) {
        boolean atFirst = edge.isUnder(fan.first[0], fan.first[1]);
        boolean atLast = edge.isUnder(fan.last[0], fan.last[1]);
        boolean comes = !atFirst && fan.passes(edge.bx, edge.by);
        boolean goes = !atLast && fan.passes(edge.ax, edge.ay);
        if (atFirst && atLast && !fan.half && fan.passes(edge.ax, edge.ay)) { // goes and comes again
            walls.add(Wall.of(sky.path(), edge, fan.begin, passes(edge.ax, edge.ay, edge.a, ring)));
            walls.add(Wall.of(sky.path(), edge, passes(edge.bx, edge.by, edge.b, ring), fan.end));
        } else if ((atFirst || comes) && (atLast || goes)) {
            double nearest = edge.nearest();
            if (rise * rise < nearest * sky.greatestSlope * sky.greatestSlope) {
                double slope = sky.leastSlope(edge);
                if (rise * rise < nearest * slope * slope) {
                    return; // too low while the sun stands over it
                }
            }
            Moment start = atFirst ? fan.begin : passes(edge.bx, edge.by, edge.b, ring);
            Moment stop = atLast ? fan.end : passes(edge.ax, edge.ay, edge.a, ring);
            if (stop.angle() > start.angle()) {
                Wall wall = Wall.of(sky.path(), edge, start, stop);
                if (!wall.clears(rise)) {
                    walls.add(wall);
                }
            }
        }
    }

    /** When the sun stands over a corner that it passes. */
    private Moment passes(double x, double y, int corner, double[] ring) {
        if (passing == null) {
            passing = new Moment[ring.length / 2];
        }
        if (passing[corner] == null) {
            crossing.plane(-y, x, 0);
            double angle = crossing.single(false, fan.near(x, y));
            if (Double.isNaN(angle)) {
                throw new IllegalStateException("the sun does not pass " + x + ", " + y);
            }
            passing[corner] = new Moment(angle, crossing.cos, crossing.sin);
        }
        return passing[corner];
    }

    /** Adds what is hidden from a point of the column. */
    void from(double z, Hidden hidden) {
        for (Near near : all) {
            if (z >= near.clear) {
                return;
            }
            hidden.since();
            Solid solid = near.solid;
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
        Moment start = wall.start();
        Moment stop = wall.stop();
        boolean atStart = rise > wall.atStart();
        boolean atStop = rise > wall.atStop();
        if (atStart == atStop && !wall.turns()) {
            if (atStart) {
                hidden.add(owner, start.angle(), stop.angle());
            }
            return;
        }
        crossing.plane(rise * wall.x(), rise * wall.y(), wall.side());
        if (atStart != atStop) {
            boolean early = Math.abs(rise - wall.atStart()) < Math.abs(rise - wall.atStop());
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
        below(owner, rise * wall.x(), rise * wall.y(), wall.side(), start.angle(), stop.angle(), hidden);
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
        hidden.cuts(wall.start().angle(), wall.stop().angle());
        hidden.cut(
                crossing,
                crossing.of(
                        high * wall.x(),
                        high * wall.y(),
                        wall.side(),
                        wall.start().angle(),
                        wall.stop().angle()));
        hidden.cut(
                crossing,
                crossing.of(
                        low * wall.x(),
                        low * wall.y(),
                        wall.side(),
                        wall.start().angle(),
                        wall.stop().angle()));
        hidden.addWhere(owner, angle -> {
            double[] sun = sky.path().towards(angle);
            double flat = wall.x() * sun[0] + wall.y() * sun[1];
            return high * flat + wall.side() * sun[2] < 0 && low * flat + wall.side() * sun[2] > 0;
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
