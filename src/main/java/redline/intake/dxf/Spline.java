package redline.intake.dxf;

import java.util.List;

/** A B-spline by its control points (x, y, z, weight) and knots, evaluated by de Boor's scheme. */
final class Spline {
    private static final int HALVINGS = 10;

    private final int degree;
    private final double[] knots;
    private final List<double[]> points;

    /** @param knots {@code points + degree + 1} of them, not falling */
    Spline(int degree, double[] knots, List<double[]> points) {
        this.degree = degree;
        this.knots = knots;
        this.points = points;
    }

    /** Whether counts and knots fit together. */
    boolean sound() {
        if (degree < 1 || degree > 25 || points.size() <= degree || knots.length != points.size() + degree + 1) {
            return false;
        }
        for (int i = 1; i < knots.length; i++) {
            if (knots[i] < knots[i - 1]) {
                return false;
            }
        }
        return knots[degree] < knots[points.size()];
    }

    void along(Path path) {
        for (int span = degree; span < points.size(); span++) {
            if (knots[span] < knots[span + 1]) {
                double[] from = at(span, knots[span]);
                path.to(from[0], from[1], from[2]);
                int quarters = degree == 1 ? 1 : 4;
                for (int i = 0; i < quarters; i++) {
                    double width = (knots[span + 1] - knots[span]) / quarters;
                    between(path, span, knots[span] + i * width, knots[span] + (i + 1) * width, HALVINGS);
                }
            }
        }
    }

    /** Halves until the middle of the curve is as near to the chord as asked. */
    private void between(Path path, int span, double from, double to, int halvings) {
        double[] a = at(span, from);
        double[] b = at(span, to);
        double[] middle = at(span, (from + to) / 2);
        double off = Math.hypot(
                Math.hypot(middle[0] - (a[0] + b[0]) / 2, middle[1] - (a[1] + b[1]) / 2),
                middle[2] - (a[2] + b[2]) / 2);
        if (off > path.chord() && halvings > 0) {
            between(path, span, from, (from + to) / 2, halvings - 1);
            between(path, span, (from + to) / 2, to, halvings - 1);
        } else {
            path.to(b[0], b[1], b[2]);
        }
    }

    private double[] at(int span, double t) {
        double[][] d = new double[degree + 1][];
        for (int j = 0; j <= degree; j++) {
            double[] point = points.get(span - degree + j);
            double weight = point[3];
            d[j] = new double[] {point[0] * weight, point[1] * weight, point[2] * weight, weight};
        }
        for (int r = 1; r <= degree; r++) {
            for (int j = degree; j >= r; j--) {
                int i = span - degree + j;
                double width = knots[i + degree - r + 1] - knots[i];
                double share = width == 0 ? 0 : (t - knots[i]) / width;
                for (int k = 0; k < 4; k++) {
                    d[j][k] = (1 - share) * d[j - 1][k] + share * d[j][k];
                }
            }
        }
        double weight = d[degree][3] == 0 ? 1 : d[degree][3];
        return new double[] {d[degree][0] / weight, d[degree][1] / weight, d[degree][2] / weight};
    }
}
