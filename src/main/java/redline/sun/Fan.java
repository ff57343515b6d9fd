package redline.sun;

/** The sun's way between two moments of a day, as seen in plan: round clockwise. */
final class Fan {
    final Moment begin;
    final Moment end;
    private final Moment middle;
    /** Directions in plan at both ends, of length 1. */
    final double[] first;

    final double[] last;
    /** It spans no more than half the horizon. */
    final boolean half;

    Fan(SunPath path, double from, double to) {
        begin = SunPath.moment(SunPath.angle(from));
        end = SunPath.moment(SunPath.angle(to));
        middle = SunPath.moment((begin.angle() + end.angle()) / 2);
        first = flat(path, begin);
        last = flat(path, end);
        half = first[0] * last[1] - first[1] * last[0] <= 0;
    }

    private static double[] flat(SunPath path, Moment sun) {
        double x = path.along(sun, 1, 0);
        double y = path.along(sun, 0, 1);
        double length = Math.hypot(x, y);
        return new double[] {x / length, y / length};
    }

    /** A moment near the one at which the sun stands over a direction. */
    Moment near(double x, double y) {
        double since = first[1] * x - first[0] * y;
        double until = last[0] * y - last[1] * x;
        return !half ? middle : 2 * since < until ? begin : 2 * until < since ? end : middle;
    }

    /**
     * How far on the way a direction stands: 0 at its begin, 1 at its end, and in between it grows with the angle, though not evenly; −1 for
     * one that the sun does not come to stand over. Of no more than half the horizon.
     */
    double share(double x, double y) {
        double since = first[1] * x - first[0] * y;
        double until = last[0] * y - last[1] * x;
        return since < 0 || until < 0 ? -1 : since == 0 ? 0 : since / (since + until);
    }

    /** Whether the sun comes to stand over a direction. */
    boolean passes(double x, double y) {
        boolean afterFirst = first[0] * y - first[1] * x <= 0;
        boolean beforeLast = last[0] * y - last[1] * x >= 0;
        return half ? afterFirst && beforeLast : afterFirst || beforeLast;
    }

    /** Whether the sun may come to stand over a disc around a place that the viewer is outside of. */
    boolean passes(double x, double y, double radius) {
        boolean before = first[0] * y - first[1] * x > radius;
        boolean after = last[0] * y - last[1] * x < -radius;
        return half ? !before && !after : !before || !after;
    }
}
