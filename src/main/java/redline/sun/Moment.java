package redline.sun;

/**
 * The sun at an hour angle (radians): its direction, of any length, and how that changes with the angle.
 *
 * @param x along the drawing's east; {@code y} its north, {@code z} up
 * @param dx change of x; {@code dy} and {@code dz} likewise
 */
record Moment(double angle, double cos, double sin, double x, double y, double z, double dx, double dy, double dz) {}
