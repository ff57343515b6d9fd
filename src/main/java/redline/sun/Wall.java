package redline.sun;

/**
 * A wall while the sun stands over it. An edge along it that is {@code rise} higher than the viewer is above the sun where the sun is below
 * the plane (rise·x, rise·y, side).
 *
 * @param atStart what rise that takes when the sun comes to stand over the wall; {@code atStop} when it leaves
 * @param turns in between it takes more than at both ends, or less
 */
record Wall(double x, double y, double side, Moment start, Moment stop, double atStart, double atStop, boolean turns) {
    static Wall of(Edge edge, Moment start, Moment stop) {
        double x = edge.ay() - edge.by();
        double y = edge.bx() - edge.ax();
        boolean grows = start.dz() * (x * start.x() + y * start.y()) < start.z() * (x * start.dx() + y * start.dy());
        boolean grew = stop.dz() * (x * stop.x() + y * stop.y()) < stop.z() * (x * stop.dx() + y * stop.dy());
        return new Wall(
                x,
                y,
                edge.side(),
                start,
                stop,
                -edge.side() * start.z() / (x * start.x() + y * start.y()),
                -edge.side() * stop.z() / (x * stop.x() + y * stop.y()),
                grows != grew);
    }

    /** Whether an edge so much higher than the viewer is never above the sun. */
    boolean clears(double rise) {
        return !turns && rise <= atStart && rise <= atStop;
    }
}
