package redline.intake.dxf;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of straight and circular edges in the plane. {@code bulges} stand on the vertex where an edge begins: tan of a quarter of
 * the arc's angle, positive to the left, 0 = straight (also on the last one of a closed outline).
 */
public record Outline(double[] xs, double[] ys, double[] bulges, boolean flaggedClosed) {
    /** Ends that meet within this share of the extent close an outline. */
    private static final double SAME = 1e-9;

    int size() {
        return xs.length;
    }

    /** Closed only by its last vertex, which repeats the first. */
    private boolean closedByVertex() {
        if (flaggedClosed || size() < 4) {
            return false;
        }
        double[] extent = extent();
        double reach = SAME * Math.max(1, Math.max(extent[2] - extent[0], extent[3] - extent[1]));
        return Math.hypot(xs[0] - xs[size() - 1], ys[0] - ys[size() - 1]) <= reach;
    }

    public boolean closed() {
        return flaggedClosed || closedByVertex();
    }

    /** Enclosed area in square units with the circular segments, whatever the orientation; 0 where open. */
    public double area() {
        if (!closed() || size() < 2) {
            return 0;
        }
        double sum = 0;
        double x0 = xs[0];
        double y0 = ys[0];
        for (int i = 0; i < size(); i++) {
            int j = (i + 1) % size();
            sum += (xs[i] - x0) * (ys[j] - y0) - (xs[j] - x0) * (ys[i] - y0);
            sum += 2 * segment(i, j);
        }
        return Math.abs(sum) / 2;
    }

    /** Area between an edge and its chord, positive where the arc lies to the right of it (outside a ring that turns left). */
    private double segment(int i, int j) {
        if (bulges[i] == 0) {
            return 0;
        }
        double angle = 4 * Math.atan(bulges[i]);
        double chord = Math.hypot(xs[j] - xs[i], ys[j] - ys[i]);
        double radius = chord / (2 * Math.sin(Math.abs(angle) / 2));
        return Math.signum(angle) * radius * radius * (Math.abs(angle) - Math.sin(Math.abs(angle))) / 2;
    }

    /** Length of all edges in units. */
    public double length() {
        double sum = 0;
        int edges = flaggedClosed ? size() : size() - 1;
        for (int i = 0; i < edges; i++) {
            int j = (i + 1) % size();
            double chord = Math.hypot(xs[j] - xs[i], ys[j] - ys[i]);
            double angle = Math.abs(4 * Math.atan(bulges[i]));
            sum += angle == 0 ? chord : chord * angle / (2 * Math.sin(angle / 2));
        }
        return sum;
    }

    /** West, south, east, north with the arcs. */
    public double[] extent() {
        double[] extent = {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (int i = 0; i < size(); i++) {
            include(extent, xs[i], ys[i]);
            if (bulges[i] != 0 && (flaggedClosed || i + 1 < size())) {
                for (double[] point : quarters(i, (i + 1) % size())) {
                    include(extent, point[0], point[1]);
                }
            }
        }
        return extent;
    }

    private static void include(double[] extent, double x, double y) {
        extent[0] = Math.min(extent[0], x);
        extent[1] = Math.min(extent[1], y);
        extent[2] = Math.max(extent[2], x);
        extent[3] = Math.max(extent[3], y);
    }

    /** Where an arc between its ends is farthest east, north, west or south. */
    private List<double[]> quarters(int i, int j) {
        double angle = 4 * Math.atan(bulges[i]);
        double dx = xs[j] - xs[i];
        double dy = ys[j] - ys[i];
        double offset = (1 - bulges[i] * bulges[i]) / (4 * bulges[i]);
        double cx = (xs[i] + xs[j]) / 2 - dy * offset;
        double cy = (ys[i] + ys[j]) / 2 + dx * offset;
        double radius = Math.hypot(xs[i] - cx, ys[i] - cy);
        double start = Math.atan2(ys[i] - cy, xs[i] - cx);
        double quarter = Math.PI / 2;
        double low = Math.min(start, start + angle);
        double high = Math.max(start, start + angle);
        List<double[]> points = new ArrayList<>();
        for (double at = Math.ceil(low / quarter) * quarter; at < high; at += quarter) {
            points.add(new double[] {cx + radius * Math.cos(at), cy + radius * Math.sin(at)});
        }
        return points;
    }
}
