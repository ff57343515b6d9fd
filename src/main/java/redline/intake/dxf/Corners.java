package redline.intake.dxf;

import java.util.Arrays;

/** Vertices as they come in; a bulge belongs to the vertex begun last. */
final class Corners {
    private double[] xs = new double[8];
    private double[] ys = new double[8];
    private double[] bulges = new double[8];
    private int size;

    void begin(double x) {
        if (size == xs.length) {
            xs = Arrays.copyOf(xs, 2 * size);
            ys = Arrays.copyOf(ys, 2 * size);
            bulges = Arrays.copyOf(bulges, 2 * size);
        }
        xs[size] = x;
        size++;
    }

    void y(double y) {
        if (size > 0) {
            ys[size - 1] = y;
        }
    }

    void bulge(double bulge) {
        if (size > 0) {
            bulges[size - 1] = bulge;
        }
    }

    /** Null where there are no two. */
    Outline outline(boolean closed) {
        return size < 2
                ? null
                : new Outline(Arrays.copyOf(xs, size), Arrays.copyOf(ys, size), Arrays.copyOf(bulges, size), closed);
    }
}
