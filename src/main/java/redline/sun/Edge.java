package redline.sun;

/**
 * The side of an outline at hand, from corner a to corner b, counter-clockwise for the viewer: the sun comes at b and goes at a. Taken anew
 * for each side: most of them are left aside at once, and a record for each was a fifth of what a study of windows allocates.
 */
final class Edge {
    double ax;
    double ay;
    int a;
    double bx;
    double by;
    int b;
    /** Twice the area of the triangle between the viewer and it. */
    double side;

    /** Square of its distance in plan. */
    double nearest() {
        double dx = bx - ax;
        double dy = by - ay;
        double square = dx * dx + dy * dy;
        double foot = -ax * dx - ay * dy;
        return foot <= 0 ? ax * ax + ay * ay : foot >= square ? bx * bx + by * by : side * side / square;
    }

    boolean isUnder(double x, double y) {
        return ax * y - ay * x >= 0 && x * by - y * bx >= 0;
    }

    /**
     * Twice the area of the triangle between the viewer and the line from one place of a ring's array to another: negative where it looks to
     * the viewer, positive where it looks away, 0 where it is seen edge on.
     */
    static double side(double[] ring, int from, int to, double px, double py) {
        double ax = ring[from] - px;
        double ay = ring[from + 1] - py;
        double bx = ring[to] - px;
        double by = ring[to + 1] - py;
        double side = ax * by - ay * bx;
        return Math.abs(side) >= 1e-9 * (Math.abs(bx - ax) + Math.abs(by - ay)) ? side : 0;
    }

    /** Takes the side of a ring that begins at a place of its array; not seen edge on. */
    void take(double[] ring, int at, double px, double py, double seen) {
        int last = ring.length - 2;
        int i = at / 2;
        int next = at + 2 == last && ring[0] == ring[last] && ring[1] == ring[last + 1] ? 0 : i + 1;
        // rings go counter-clockwise: a side that looks to the viewer goes clockwise for him
        boolean looks = seen < 0;
        int from = looks ? at + 2 : at;
        int to = looks ? at : at + 2;
        ax = ring[from] - px;
        ay = ring[from + 1] - py;
        a = looks ? next : i;
        bx = ring[to] - px;
        by = ring[to + 1] - py;
        b = looks ? i : next;
        side = Math.abs(seen);
    }
}
