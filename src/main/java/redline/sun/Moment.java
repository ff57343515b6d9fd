package redline.sun;

/** An hour angle, radians, with its cosine and sine. */
record Moment(double angle, double cos, double sin) {
    static Moment at(double angle) {
        return new Moment(angle, Math.cos(angle), Math.sin(angle));
    }
}
