package redline.intake.dxf;

import java.util.Arrays;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/** A run of corners in the plan; curves are put in as chords that keep within {@code chord} of them. */
final class Path {
    /** More chords than any curve of a plan needs. */
    private static final int MOST_CHORDS = 4_096;

    private final Placement placement;
    /** In the units of the object, before it is placed. */
    private final double chord;

    /** x, y, x, y … */
    private double[] corners = new double[16];

    private int size;

    /** @param chord in units of the drawing */
    Path(Placement placement, double chord) {
        this.placement = placement;
        this.chord = chord / placement.stretch();
    }

    /** In the units of the object. */
    double chord() {
        return chord;
    }

    int size() {
        return size;
    }

    CoordinateSequence corners() {
        return new PackedCoordinateSequence.Double(Arrays.copyOf(corners, 2 * size), 2, 0);
    }

    void to(double x, double y, double z) {
        double east = placement.x(x, y, z);
        double north = placement.y(x, y, z);
        if (!endsAt(east, north)) {
            add(east, north);
        }
    }

    private void add(double x, double y) {
        int n = 2 * size;
        if (n == corners.length) {
            corners = Arrays.copyOf(corners, 2 * n);
        }
        corners[n] = x;
        corners[n + 1] = y;
        size++;
    }

    private boolean endsAt(double x, double y) {
        return size > 0 && corners[2 * size - 2] == x && corners[2 * size - 1] == y;
    }

    /** Back to the first corner. Ends that meet but for the last digits of a rotation are one point. */
    void close(double same) {
        double x = corners[0];
        double y = corners[1];
        if (endsAt(x, y)) {
            return;
        }
        double dx = corners[2 * size - 2] - x;
        double dy = corners[2 * size - 1] - y;
        if (size > 3 && Math.sqrt(dx * dx + dy * dy) <= same) {
            size--;
        }
        add(x, y);
    }

    /** How far it is from one angle counter-clockwise to another, however often either winds; a whole turn where they are the same. */
    static double sweep(double start, double end) {
        double turn = (end - start) % (2 * Math.PI);
        double ahead = turn < 0 ? turn + 2 * Math.PI : turn;
        return ahead < 1e-9 ? 2 * Math.PI : ahead;
    }

    /** From the angle {@code start} by {@code sweep}, both in radians, counter-clockwise where positive. */
    void arc(double cx, double cy, double z, double radius, double start, double sweep) {
        int chords = chords(radius, sweep);
        for (int i = 0; i <= chords; i++) {
            double at = start + sweep * i / chords;
            to(cx + radius * Math.cos(at), cy + radius * Math.sin(at), z);
        }
    }

    /** {@code centre + cos t · major + sin t · minor}, t from {@code start} by {@code sweep}. */
    void ellipse(double[] centre, double[] major, double[] minor, double start, double sweep) {
        double radius = Math.max(size(major), size(minor));
        int chords = chords(radius, sweep);
        for (int i = 0; i <= chords; i++) {
            double at = start + sweep * i / chords;
            double cos = Math.cos(at);
            double sin = Math.sin(at);
            to(
                    centre[0] + cos * major[0] + sin * minor[0],
                    centre[1] + cos * major[1] + sin * minor[1],
                    centre[2] + cos * major[2] + sin * minor[2]);
        }
    }

    private static double size(double[] vector) {
        return Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
    }

    private int chords(double radius, double sweep) {
        if (!(radius > 0) || sweep == 0) {
            return 1;
        }
        double step = 2 * Math.acos(Math.max(0, 1 - chord / radius));
        return (int) Math.max(1, Math.min(MOST_CHORDS, Math.ceil(Math.abs(sweep) / Math.max(step, 1e-6))));
    }

    /** The edges of an outline with its arcs; a closed one ends where it begins. */
    void outline(Outline outline, double z) {
        int edges = outline.flaggedClosed() ? outline.size() : outline.size() - 1;
        to(outline.xs()[0], outline.ys()[0], z);
        for (int i = 0; i < edges; i++) {
            int j = (i + 1) % outline.size();
            bulge(outline.xs()[i], outline.ys()[i], outline.xs()[j], outline.ys()[j], z, outline.bulges()[i]);
        }
    }

    void bulge(double x1, double y1, double x2, double y2, double z, double bulge) {
        if (bulge != 0 && (x1 != x2 || y1 != y2)) {
            double offset = (1 - bulge * bulge) / (4 * bulge);
            double cx = (x1 + x2) / 2 - (y2 - y1) * offset;
            double cy = (y1 + y2) / 2 + (x2 - x1) * offset;
            double sweep = 4 * Math.atan(bulge);
            double radius = Math.hypot(x1 - cx, y1 - cy);
            int chords = chords(radius, sweep);
            double start = Math.atan2(y1 - cy, x1 - cx);
            for (int i = 1; i < chords; i++) {
                double at = start + sweep * i / chords;
                to(cx + radius * Math.cos(at), cy + radius * Math.sin(at), z);
            }
        }
        to(x2, y2, z);
    }
}
