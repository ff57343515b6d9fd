package redline.sun;

/**
 * When the sun crosses a plane through the viewer: the hour angles at which a·cos h + b·sin h + c·tan δ(h) + d = 0, d from the parallax, at most two within
 * a day's light. Solved in closed form with δ linear around the top of the curve, then by two steps of Newton with δ as it is.
 */
final class Crossing {
    private static final double TURN = 2 * Math.PI;

    private final SunPath path;
    /** The crossings found last, in order; {@code count} of them. */
    final double[] at = new double[2];

    int count;

    Crossing(SunPath path) {
        this.path = path;
    }

    /** Of the plane with normal (x, y, z) in the drawing's axes, between two hour angles. */
    int of(double x, double y, double z, double from, double to) {
        count = 0;
        double a = x * path.e1x + y * path.e1y + z * path.e1z;
        double b = x * path.e2x + y * path.e2y;
        double c = x * path.e3x + y * path.e3y + z * path.e3z;
        double d = -z * path.parallax;
        double top = Math.atan2(b, a);
        if (c * path.tangent(top) + d > 0) {
            a = -a;
            b = -b;
            c = -c;
            d = -d;
            top = top > 0 ? top - Math.PI : top + Math.PI;
        }
        double slope = c * path.tangentSlope(top);
        double r = Math.sqrt(a * a + b * b);
        double height = Math.sqrt(r * r + slope * slope);
        double q = -(c * path.tangent(top) + d) / height;
        if (!(q <= 1)) {
            return 0; // never, or the plane holds the whole way
        }
        double middle = top + Math.atan2(slope, r);
        double half = Math.acos(q);
        keep(refined(a, b, c, d, middle - half), from, to);
        if (half > 0) {
            keep(refined(a, b, c, d, middle + half), from, to);
        }
        if (count == 2 && at[0] > at[1]) {
            double first = at[1];
            at[1] = at[0];
            at[0] = first;
        }
        return count;
    }

    private double refined(double a, double b, double c, double d, double start) {
        double h = start > Math.PI ? start - TURN : start <= -Math.PI ? start + TURN : start;
        for (int i = 0; i < 2; i++) {
            double cos = Math.cos(h);
            double sin = Math.sin(h);
            double value = a * cos + b * sin + c * path.tangent(h) + d;
            double slope = b * cos - a * sin + c * path.tangentSlope(h);
            double step = value / slope;
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
}
