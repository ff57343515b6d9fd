package redline.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import redline.sun.Field;

/** Where a field of hours comes up to a number, linear between its points. */
final class IsoHours {
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final Field field;
    private final double[] values;
    private final double bound;

    private IsoHours(Field field, double bound) {
        this.field = field;
        this.values = outward(field);
        this.bound = bound;
    }

    /** Areal or empty, in the coordinates of the field. */
    static Geometry atLeast(Field field, double bound) {
        IsoHours lines = new IsoHours(field, bound);
        List<Geometry> parts = new ArrayList<>();
        for (int row = 0; row + 1 < field.rows(); row++) {
            for (int column = 0; column + 1 < field.columns(); column++) {
                lines.add(column, row, parts);
            }
        }
        return parts.isEmpty() ? SHAPES.createPolygon() : CoverageUnion.union(parts.toArray(Geometry[]::new));
    }

    /** Points within buildings take what their neighbours have, so that no line bends towards a wall. */
    private static double[] outward(Field field) {
        double[] values = field.hours().clone();
        for (int pass = 0; pass < 2; pass++) {
            double[] before = values.clone();
            for (int row = 0; row < field.rows(); row++) {
                for (int column = 0; column < field.columns(); column++) {
                    int at = row * field.columns() + column;
                    if (Double.isNaN(before[at])) {
                        values[at] = around(field, before, column, row);
                    }
                }
            }
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.isNaN(values[i]) ? 0 : values[i];
        }
        return values;
    }

    private static double around(Field field, double[] values, int column, int row) {
        double sum = 0;
        int n = 0;
        for (int r = Math.max(0, row - 1); r <= Math.min(field.rows() - 1, row + 1); r++) {
            for (int c = Math.max(0, column - 1); c <= Math.min(field.columns() - 1, column + 1); c++) {
                double value = values[r * field.columns() + c];
                if (!Double.isNaN(value)) {
                    sum += value;
                    n++;
                }
            }
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    /** What of a square is above: all of it, or parts of two triangles, so that no square has two readings. */
    private void add(int column, int row, List<Geometry> parts) {
        int[][] corners = {{column, row}, {column + 1, row}, {column + 1, row + 1}, {column, row + 1}};
        if (Arrays.stream(corners).allMatch(this::above)) {
            part(Arrays.stream(corners).map(this::place).toList(), parts);
            return;
        }
        triangle(List.of(corners[0], corners[1], corners[2]), parts);
        triangle(List.of(corners[0], corners[2], corners[3]), parts);
    }

    private void triangle(List<int[]> corners, List<Geometry> parts) {
        List<Coordinate> above = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int[] here = corners.get(i);
            int[] next = corners.get((i + 1) % 3);
            if (above(here)) {
                above.add(place(here));
            }
            if (above(here) != above(next)) {
                Coordinate crossing = crossing(here, next);
                if (!crossing.equals2D(place(here)) && !crossing.equals2D(place(next))) {
                    above.add(crossing);
                }
            }
        }
        if (above.size() > 2) {
            part(above, parts);
        }
    }

    /** The same to the last bit from both sides of an edge, so that parts side by side share their corners. */
    private Coordinate crossing(int[] one, int[] other) {
        boolean turned = one[1] > other[1] || (one[1] == other[1] && one[0] > other[0]);
        Coordinate a = place(turned ? other : one);
        Coordinate b = place(turned ? one : other);
        double v = value(turned ? other : one);
        double t = (bound - v) / (value(turned ? one : other) - v);
        return new Coordinate(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y));
    }

    private static void part(List<Coordinate> corners, List<Geometry> parts) {
        List<Coordinate> ring = new ArrayList<>(corners);
        ring.add(corners.get(0).copy());
        parts.add(SHAPES.createPolygon(ring.toArray(Coordinate[]::new)));
    }

    private boolean above(int... corner) {
        return value(corner) >= bound;
    }

    private double value(int... corner) {
        return values[corner[1] * field.columns() + corner[0]];
    }

    private Coordinate place(int... corner) {
        return new Coordinate(field.west() + corner[0] * field.step(), field.south() + corner[1] * field.step());
    }
}
