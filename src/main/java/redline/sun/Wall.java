package redline.sun;

/**
 * A wall while the sun stands over it. An edge along it that is {@code rise} higher than the viewer is above the sun where the sun is below
 * the plane (rise·x, rise·y, side).
 *
 * @param atStart what rise that takes when the sun comes to stand over the wall; {@code atStop} when it leaves
 * @param turns in between it takes more than at both ends, or less
 */
record Wall(double x, double y, double side, Moment start, Moment stop, double atStart, double atStop, boolean turns) {
    static Wall of(SunPath path, Edge edge, Moment start, Moment stop) {
        double x = edge.ay - edge.by;
        double y = edge.bx - edge.ax;
        return new Wall(
                x,
                y,
                edge.side,
                start,
                stop,
                -edge.side * path.up(start) / path.along(start, x, y),
                -edge.side * path.up(stop) / path.along(stop, x, y),
                grows(path, start, x, y) != grows(path, stop, x, y));
    }

    /** Whether it takes more the later it is. */
    private static boolean grows(SunPath path, Moment at, double x, double y) {
        return path.upChange(at) * path.along(at, x, y) < path.up(at) * path.alongChange(at, x, y);
    }

    /** Whether an edge so much higher than the viewer is never above the sun. */
    boolean clears(double rise) {
        return !turns && rise <= atStart && rise <= atStop;
    }
}
