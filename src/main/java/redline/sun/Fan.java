package redline.sun;

/** The sun's way between two moments of a day, as seen in plan: round clockwise. */
final class Fan {
    final Moment begin;
    final Moment end;
    /** Directions in plan at both ends, of length 1. */
    final double[] first;

    final double[] last;
    /** It spans no more than half the horizon. */
    final boolean half;

    Fan(SunPath path, double from, double to) {
        begin = Moment.at(SunPath.angle(from));
        end = Moment.at(SunPath.angle(to));
        first = flat(path.towards(begin.angle()));
        last = flat(path.towards(end.angle()));
        half = first[0] * last[1] - first[1] * last[0] <= 0;
    }

    private static double[] flat(double[] sun) {
        double length = Math.hypot(sun[0], sun[1]);
        return new double[] {sun[0] / length, sun[1] / length};
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
