package redline.sun;

/** A side of an outline from corner a to corner b, counter-clockwise for the viewer: the sun comes at b and goes at a. */
record Edge(double ax, double ay, int a, double bx, double by, int b, double side) {
    double square() {
        return (bx - ax) * (bx - ax) + (by - ay) * (by - ay);
    }

    /** Whether another side of the ring stands behind this one, which looks to the viewer, for its whole length: then it hides nothing more. */
    boolean hides(double[] ring, int at, double px, double py) {
        return b != at / 2 && hides(ring[at] - px, ring[at + 1] - py) && hides(ring[at + 2] - px, ring[at + 3] - py);
    }

    private boolean hides(double x, double y) {
        return isUnder(x, y) && (bx - ax) * (y - ay) - (by - ay) * (x - ax) <= 0;
    }

    boolean isUnder(double x, double y) {
        return ax * y - ay * x >= 0 && x * by - y * bx >= 0;
    }

    /**
     * Twice the area of the triangle between the viewer and a side of a ring: negative where it looks to the viewer, positive where it looks
     * away, 0 where it is seen edge on.
     */
    static double side(double[] ring, int at, double px, double py) {
        double ax = ring[at] - px;
        double ay = ring[at + 1] - py;
        double bx = ring[at + 2] - px;
        double by = ring[at + 3] - py;
        double side = ax * by - ay * bx;
        return Math.abs(side) >= 1e-9 * (Math.abs(bx - ax) + Math.abs(by - ay)) ? side : 0;
    }

    /** The side of a ring that begins at a place of its array; not seen edge on. */
    static Edge of(double[] ring, int at, double px, double py, double side) {
        int last = ring.length - 2;
        int i = at / 2;
        int next = at + 2 == last && ring[0] == ring[last] && ring[1] == ring[last + 1] ? 0 : i + 1;
        double ax = ring[at] - px;
        double ay = ring[at + 1] - py;
        double bx = ring[at + 2] - px;
        double by = ring[at + 3] - py;
        // rings go counter-clockwise: a side that looks to the viewer goes clockwise for him
        return side < 0 ? new Edge(bx, by, next, ax, ay, i, -side) : new Edge(ax, ay, i, bx, by, next, side);
    }

    /** The longest of a ring that looks to the viewer; null where none does. */
    static Edge longest(double[] ring, double px, double py) {
        int longest = -1;
        double most = 0;
        for (int i = 0; i + 3 < ring.length; i += 2) {
            double dx = ring[i + 2] - ring[i];
            double dy = ring[i + 3] - ring[i + 1];
            double square = dx * dx + dy * dy;
            if (square > most && side(ring, i, px, py) < 0) {
                most = square;
                longest = i;
            }
        }
        return longest < 0 ? null : of(ring, longest, px, py, side(ring, longest, px, py));
    }
}
