package redline.report;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.CascadedPolygonUnion;
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
        List<Geometry> rows = new ArrayList<>();
        for (int row = 0; row + 1 < field.rows(); row++) {
            rows.addAll(lines.row(row));
        }
        return rows.isEmpty() ? SHAPES.createPolygon() : CascadedPolygonUnion.union(rows);
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

    /** Whole squares side by side as one; the others as what of them is above. */
    private List<Geometry> row(int row) {
        List<Geometry> parts = new ArrayList<>();
        int whole = -1;
        for (int column = 0; column + 1 < field.columns(); column++) {
            boolean full = full(column, row);
            if (full && whole < 0) {
                whole = column;
            }
            if (!full && whole >= 0) {
                parts.add(box(whole, column, row));
                whole = -1;
            }
            if (!full) {
                add(column, row, parts);
            }
        }
        if (whole >= 0) {
            parts.add(box(whole, field.columns() - 1, row));
        }
        return parts.isEmpty() ? List.of() : List.of(OverlayNGRobust.union(parts));
    }

    private boolean full(int column, int row) {
        return at(column, row) >= bound
                && at(column + 1, row) >= bound
                && at(column, row + 1) >= bound
                && at(column + 1, row + 1) >= bound;
    }

    private Polygon box(int from, int to, int row) {
        double x0 = x(from);
        double x1 = x(to);
        double y0 = y(row);
        double y1 = y(row + 1);
        return SHAPES.createPolygon(new Coordinate[] {
            new Coordinate(x0, y0),
            new Coordinate(x1, y0),
            new Coordinate(x1, y1),
            new Coordinate(x0, y1),
            new Coordinate(x0, y0)
        });
    }

    /** Of two triangles, so that no square has two readings. */
    private void add(int column, int row, List<Geometry> parts) {
        int[][] corners = {{column, row}, {column + 1, row}, {column + 1, row + 1}, {column, row + 1}};
        triangle(corners[0], corners[1], corners[2], parts);
        triangle(corners[0], corners[2], corners[3], parts);
    }

    private void triangle(int[] a, int[] b, int[] c, List<Geometry> parts) {
        int[][] corners = {a, b, c};
        List<Coordinate> above = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int[] here = corners[i];
            int[] next = corners[(i + 1) % 3];
            double v = at(here[0], here[1]);
            double w = at(next[0], next[1]);
            if (v >= bound) {
                above.add(new Coordinate(x(here[0]), y(here[1])));
            }
            if (v >= bound != w >= bound) {
                double t = (bound - v) / (w - v);
                above.add(new Coordinate(
                        x(here[0]) + t * (x(next[0]) - x(here[0])), y(here[1]) + t * (y(next[1]) - y(here[1]))));
            }
        }
        if (above.size() > 2) {
            above.add(above.get(0).copy());
            Polygon part = SHAPES.createPolygon(above.toArray(Coordinate[]::new));
            if (part.getArea() > 0) {
                parts.add(part);
            }
        }
    }

    private double at(int column, int row) {
        return values[row * field.columns() + column];
    }

    private double x(int column) {
        return field.west() + column * field.step();
    }

    private double y(int row) {
        return field.south() + row * field.step();
    }
}
