package redline.intake.dxf;

/**
 * An affine map of space, as the three rows of a matrix of 3 × 4: what an INSERT and an extrusion do to coordinates. Only the plan of what
 * comes out is used.
 */
final class Placement {
    static final Placement WORLD = new Placement(new double[] {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0});

    private final double[] rows;

    private Placement(double[] rows) {
        this.rows = rows;
    }

    /** From the coordinate system of an object to the world: the arbitrary axis rule of the DXF reference. */
    static Placement extruded(double nx, double ny, double nz) {
        double size = Math.sqrt(nx * nx + ny * ny + nz * nz);
        if (!(size > 0) || nx == 0 && ny == 0 && nz > 0) {
            return WORLD;
        }
        double x = nx / size;
        double y = ny / size;
        double z = nz / size;
        // The x axis is Wy × N near the poles, else Wz × N.
        double[] ax = Math.abs(x) < 1.0 / 64 && Math.abs(y) < 1.0 / 64 ? unit(z, 0, -x) : unit(-y, x, 0);
        double[] ay = unit(y * ax[2] - z * ax[1], z * ax[0] - x * ax[2], x * ax[1] - y * ax[0]);
        return new Placement(new double[] {
            ax[0], ay[0], x, 0,
            ax[1], ay[1], y, 0,
            ax[2], ay[2], z, 0
        });
    }

    private static double[] unit(double x, double y, double z) {
        double size = Math.sqrt(x * x + y * y + z * z);
        return new double[] {x / size, y / size, z / size};
    }

    /** Scaled, then turned about z by degrees, then moved. */
    static Placement of(double sx, double sy, double sz, double degrees, double x, double y, double z) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        return new Placement(new double[] {cos * sx, -sin * sy, 0, x, sin * sx, cos * sy, 0, y, 0, 0, sz, z});
    }

    /** The map that does {@code inner} first, then this one. */
    Placement after(Placement inner) {
        if (inner == WORLD || this == WORLD) {
            return inner == WORLD ? this : inner; // most are
        }
        double[] a = rows;
        double[] b = inner.rows;
        double[] c = new double[12];
        for (int r = 0; r < 12; r += 4) {
            for (int k = 0; k < 4; k++) {
                c[r + k] = a[r] * b[k] + a[r + 1] * b[4 + k] + a[r + 2] * b[8 + k] + (k == 3 ? a[r + 3] : 0);
            }
        }
        return new Placement(c);
    }

    /** East in the plan. */
    double x(double x, double y, double z) {
        return rows[0] * x + rows[1] * y + rows[2] * z + rows[3];
    }

    /** North in the plan. */
    double y(double x, double y, double z) {
        return rows[4] * x + rows[5] * y + rows[6] * z + rows[7];
    }

    /** How much longer, at most, a length can come out. */
    double stretch() {
        return Math.max(
                1e-12,
                Math.sqrt(Math.max(
                        square(0) + square(4) + square(8),
                        Math.max(square(1) + square(5) + square(9), square(2) + square(6) + square(10)))));
    }

    private double square(int i) {
        return rows[i] * rows[i];
    }
}
