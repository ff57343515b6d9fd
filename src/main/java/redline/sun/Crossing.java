package redline.sun;

/**
 * When the sun crosses a plane through the viewer: the hour angles at which a·cos h + b·sin h + c·tan δ(h) + d = 0, d from the parallax;
 * at most two within a day's light. δ hardly moves, so the crossing with δ held is in closed form and two or three steps of Newton end it.
 */
final class Crossing {
    private static final double TURN = 2 * Math.PI;
    /** After such a step the next would be as its square: some microseconds. */
    private static final double EXACT = 1e-5;

    /** Up to this tangent {@link #arc} is right to 4e-15. */
    private static final double SHORT = 0.3;

    private static final double LITTLE = 1e-4;
    private static final double MOST = 0.1;
    private static final int MOST_STEPS = 5;

    private final SunPath path;
    private double a;
    private double b;
    private double c;
    private double d;
    /** The crossings found last, in order; {@code count} of them. */
    final double[] at = new double[2];

    int count;
    /** Of the hour angle that {@link #single} answered. */
    double cos;

    double sin;

    Crossing(SunPath path) {
        this.path = path;
    }

    /** Takes the plane with normal (x, y, z) in the drawing's axes. */
    void plane(double x, double y, double z) {
        a = x * path.e1x + y * path.e1y + z * path.e1z;
        b = x * path.e2x + y * path.e2y;
        c = x * path.e3x + y * path.e3y + z * path.e3z;
        d = -z * path.parallax;
    }

    /** Positive where the sun stands on the normal's side. */
    double side(Moment moment) {
        return side(moment.angle(), moment.cos(), moment.sin());
    }

    /** How {@link #side} changes with the angle. */
    double slope(Moment moment) {
        return slope(moment.angle(), moment.cos(), moment.sin());
    }

    private double side(double angle, double cos, double sin) {
        return a * cos + b * sin + c * path.tangent(angle) + d;
    }

    private double slope(double angle, double cos, double sin) {
        return b * cos - a * sin + c * path.tangentSlope(angle);
    }

    /** All crossings of a plane between two hour angles: how many. */
    int of(double x, double y, double z, double from, double to) {
        plane(x, y, z);
        return between(from, to);
    }

    /** All crossings of the plane taken between two hour angles: how many. */
    int between(double from, double to) {
        count = 0;
        double top = Math.atan2(b, a);
        double turn = 1;
        if (c * path.tangent(top) + d > 0) {
            turn = -1;
            top = top > 0 ? top - Math.PI : top + Math.PI;
        }
        // around its top the curve is r·cos u + slope·sin u + what it is without the two, u from the top
        double slope = turn * c * path.tangentSlope(top);
        double r = Math.sqrt(a * a + b * b);
        double q = -turn * (c * path.tangent(top) + d) / Math.sqrt(r * r + slope * slope);
        if (!(q <= 1)) {
            return 0; // never, or the plane holds the whole way
        }
        double middle = top + Math.atan2(slope, r);
        double half = Math.acos(q);
        keep(ended(middle - half), from, to);
        if (half > 0) {
            keep(ended(middle + half), from, to);
        }
        if (count == 2 && at[0] > at[1]) {
            double first = at[1];
            at[1] = at[0];
            at[0] = first;
        }
        return count;
    }

    private double ended(double start) {
        double h = start > Math.PI ? start - TURN : start <= -Math.PI ? start + TURN : start;
        for (int i = 0; i < 2; i++) {
            double cos = Math.cos(h);
            double sin = Math.sin(h);
            double step = side(h, cos, sin) / slope(h, cos, sin);
            if (Math.abs(step) < 1e-2) { // not where the sun only touches the plane: there the start is as good
                h -= step;
            }
        }
        return h;
    }

    private void keep(double h, double from, double to) {
        if (h > from && h < to) {
            at[count++] = h;
        }
    }

    /**
     * The one crossing of the plane taken where the sun goes over to the normal's side, or away from it.
     *
     * @param near the nearer the faster
     * @return hour angle, its cosine and sine left in {@link #cos} and {@link #sin}; NaN where there is none, and where the sun hardly more
     *     than touches the plane
     */
    double single(boolean rising, Moment near) {
        // with tan δ as if it went with the sine of the time since: true to its third power
        double slope = c * path.tangentSlope(near.angle());
        double u = a - slope * near.sin();
        double v = b + slope * near.cos();
        double level = c * path.tangent(near.angle()) + d;
        double square = u * u + v * v;
        double height = Math.sqrt(square - level * level);
        double q = rising ? -height : height;
        cos = (-level * u - q * v) / square;
        sin = (-level * v + q * u) / square;
        double since = sin * near.cos() - cos * near.sin();
        double half = since / (1 + cos * near.cos() + sin * near.sin());
        double h = Math.abs(half) < SHORT ? near.angle() + 2 * arc(half) : Math.atan2(sin, cos);
        for (int i = 0; i < MOST_STEPS; i++) {
            double step = side(h, cos, sin) / slope(h, cos, sin);
            if (!(Math.abs(step) < MOST)) {
                return Double.NaN;
            }
            h -= step;
            if (Math.abs(step) < LITTLE) { // its cube is nothing
                double turned = cos + step * (sin - step / 2 * cos);
                sin -= step * (cos + step / 2 * sin);
                cos = turned;
            } else {
                cos = Math.cos(h);
                sin = Math.sin(h);
            }
            if (Math.abs(step) < EXACT) {
                return h;
            }
        }
        return Double.NaN;
    }

    /** The angle of a small tangent, by its series: {@code Math.asin} leaves compiled code each time, which took a tenth of a study. */
    private static double arc(double tangent) {
        double q = tangent * tangent;
        double r = q * q;
        double first = 1 - q * (1 / 3d) + r * (1 / 5d - q * (1 / 7d));
        double second = 1 / 9d - q * (1 / 11d) + r * (1 / 13d - q * (1 / 15d));
        double third = 1 / 17d - q * (1 / 19d) + r * (1 / 21d - q * (1 / 23d));
        return tangent * (first + r * r * (second + r * r * third));
    }
}
