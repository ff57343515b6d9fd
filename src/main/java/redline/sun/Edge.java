package redline.sun;

import java.util.List;

/** A side of an outline from corner a to corner b, counter-clockwise for the viewer: the sun comes at b and goes at a. */
record Edge(double ax, double ay, int a, double bx, double by, int b, double side) {
    double square() {
        return (bx - ax) * (bx - ax) + (by - ay) * (by - ay);
    }

    /** Whether another side stands behind this one for its whole length: then it hides nothing more. */
    boolean hides(Edge other) {
        return !equals(other) && hides(other.ax, other.ay) && hides(other.bx, other.by);
    }

    boolean hides(double x, double y) {
        return isUnder(x, y) && (bx - ax) * (y - ay) - (by - ay) * (x - ax) <= 0;
    }

    boolean isUnder(double x, double y) {
        return ax * y - ay * x >= 0 && x * by - y * bx >= 0;
    }

    /** Those of a ring that look to a viewer, and where they are wanted those that look away; what is seen edge on is neither. */
    static void of(double[] ring, double px, double py, List<Edge> front, List<Edge> back) {
        int n = ring.length / 2;
        boolean closed = ring[0] == ring[2 * n - 2] && ring[1] == ring[2 * n - 1];
        for (int i = 0; i + 1 < n; i++) {
            double ax = ring[2 * i] - px;
            double ay = ring[2 * i + 1] - py;
            double bx = ring[2 * i + 2] - px;
            double by = ring[2 * i + 3] - py;
            double side = ax * by - ay * bx;
            if (Math.abs(side) >= 1e-9 * (Math.abs(bx - ax) + Math.abs(by - ay))) {
                int next = closed && i + 2 == n ? 0 : i + 1;
                // walk round counter-clockwise: a wall that looks to the viewer goes clockwise for him
                if (side < 0) {
                    front.add(new Edge(bx, by, next, ax, ay, i, -side));
                } else if (back != null) {
                    back.add(new Edge(ax, ay, i, bx, by, next, side));
                }
            }
        }
    }

    static Edge longest(List<Edge> edges) {
        Edge longest = null;
        for (Edge edge : edges) {
            if (longest == null || edge.square() > longest.square()) {
                longest = edge;
            }
        }
        return longest;
    }
}
