package redline.sun;

/** An hour angle (radians) at which the sun is looked at. */
record Moment(double angle, double cos, double sin) {}
