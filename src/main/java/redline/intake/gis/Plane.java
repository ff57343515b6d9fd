package redline.intake.gis;

import org.locationtech.jts.geom.CoordinateSequence;

/** A projected plane, or coordinates of which nobody said what they are. */
record Plane() implements Surface {
    /** Coordinates farther from the origin are no place on earth, in any unit from millimetres up; and their areas overflow. */
    private static final double FARTHEST = 1e11;

    /** False for NaN too. */
    static boolean holds(double x, double y) {
        return Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST;
    }

    @Override
    public double area(CoordinateSequence ring) {
        return Math.abs(signedArea(ring));
    }

    /** Positive where the ring runs anticlockwise; from a local origin, because coordinates of 10⁶ m lose digits in a plain sum. */
    static double signedArea(CoordinateSequence ring) {
        int n = ring.size();
        if (n < 3) {
            return 0;
        }
        double x0 = ring.getX(0);
        double y0 = ring.getY(0);
        double twice = 0;
        double x1 = 0;
        double y1 = 0;
        for (int i = 1; i < n; i++) {
            double x2 = ring.getX(i) - x0;
            double y2 = ring.getY(i) - y0;
            twice += x1 * y2 - x2 * y1;
            x1 = x2;
            y1 = y2;
        }
        return twice / 2;
    }

    @Override
    public double length(CoordinateSequence line) {
        double length = 0;
        for (int i = 1; i < line.size(); i++) {
            length += Math.hypot(line.getX(i) - line.getX(i - 1), line.getY(i) - line.getY(i - 1));
        }
        return length;
    }
}
