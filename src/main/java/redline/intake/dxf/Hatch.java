package redline.intake.dxf;

import java.util.ArrayList;
import java.util.List;

/** The boundary paths of a HATCH, in the order of its tags (group codes as the DXF reference lists them). */
final class Hatch {
    private final Tags tags;
    private final Placement placement;
    private final double chord;
    private final int to;
    private final List<Path> rings = new ArrayList<>();
    private int at;
    private double elevation;

    private Hatch(Entity entity, Placement placement, double chord) {
        this.tags = entity.tags();
        this.placement = placement;
        this.chord = chord;
        this.at = entity.from();
        this.to = entity.to();
    }

    /** One run of corners a path. */
    static List<Path> paths(Entity entity, Placement placement, double chord) throws DxfFault {
        Hatch hatch = new Hatch(entity, placement, chord);
        hatch.read();
        return hatch.rings;
    }

    private void read() throws DxfFault {
        seek(30);
        elevation = next(30, 0);
        seek(91);
        int paths = (int) next(91, 0);
        for (int i = 0; i < paths && at < to; i++) {
            seek(92);
            int flags = (int) next(92, 0);
            Path path = new Path(placement, chord);
            if ((flags & 2) != 0) {
                polyline(path);
            } else {
                edges(path);
            }
            rings.add(path);
        }
    }

    private void seek(int code) {
        int found = at;
        while (found < to && tags.code(found) != code) {
            found++;
        }
        if (found < to) {
            at = found;
        }
    }

    /** The value of the next tag if it has the code, else {@code otherwise}; the tag is then behind. */
    private double next(int code, double otherwise) throws DxfFault {
        if (at < to && tags.code(at) == code) {
            at++;
            return tags.number(at - 1);
        }
        return otherwise;
    }

    private void polyline(Path path) throws DxfFault {
        next(72, 0);
        next(73, 1);
        int size = (int) next(93, 0);
        List<double[]> corners = new ArrayList<>();
        for (int i = 0; i < size && at < to && tags.code(at) == 10; i++) {
            double x = next(10, 0);
            double y = next(20, 0);
            corners.add(new double[] {x, y, next(42, 0)});
        }
        for (int i = 0; i < corners.size(); i++) {
            double[] a = corners.get(i);
            double[] b = corners.get((i + 1) % corners.size());
            path.to(a[0], a[1], elevation);
            path.bulge(a[0], a[1], b[0], b[1], elevation, a[2]);
        }
    }

    private void edges(Path path) throws DxfFault {
        int size = (int) next(93, 0);
        for (int i = 0; i < size && at < to && tags.code(at) == 72; i++) {
            switch ((int) next(72, 0)) {
                case 1 -> {
                    path.to(next(10, 0), next(20, 0), elevation);
                    path.to(next(11, 0), next(21, 0), elevation);
                }
                case 2 -> arc(path);
                case 3 -> ellipse(path);
                case 4 -> spline(path);
                default -> {
                    return;
                }
            }
        }
    }

    private void arc(Path path) throws DxfFault {
        double x = next(10, 0);
        double y = next(20, 0);
        double radius = next(40, 0);
        double[] angles = angles();
        path.arc(x, y, elevation, radius, angles[0], angles[1]);
    }

    /** Start and sweep. Clockwise edges count their angles the other way. */
    private double[] angles() throws DxfFault {
        double start = Math.toRadians(next(50, 0));
        double sweep = Path.sweep(start, Math.toRadians(next(51, 0)));
        return next(73, 1) == 0 ? new double[] {-start, -sweep} : new double[] {start, sweep};
    }

    private void ellipse(Path path) throws DxfFault {
        double[] centre = {next(10, 0), next(20, 0), elevation};
        double[] major = {next(11, 0), next(21, 0), 0};
        double ratio = next(40, 1);
        double[] minor = {-major[1] * ratio, major[0] * ratio, 0};
        double[] angles = angles();
        path.ellipse(centre, major, minor, angles[0], angles[1]);
    }

    private void spline(Path path) throws DxfFault {
        int degree = (int) next(94, 3);
        next(73, 0);
        next(74, 0);
        int knots = (int) next(95, 0);
        int points = (int) next(96, 0);
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < knots && at < to && tags.code(at) == 40; i++) {
            values.add(next(40, 0));
        }
        List<double[]> corners = new ArrayList<>();
        for (int i = 0; i < points && at < to && tags.code(at) == 10; i++) {
            double x = next(10, 0);
            double y = next(20, 0);
            corners.add(new double[] {x, y, elevation, next(42, 1)});
        }
        // Fit points repeat what control points say.
        while (at < to
                && (tags.code(at) == 97
                        || tags.code(at) == 11
                        || tags.code(at) == 21
                        || tags.code(at) == 12
                        || tags.code(at) == 22
                        || tags.code(at) == 13
                        || tags.code(at) == 23)) {
            at++;
        }
        Spline spline = new Spline(
                degree, values.stream().mapToDouble(Double::doubleValue).toArray(), corners);
        if (spline.sound()) {
            spline.along(path);
        } else {
            corners.forEach(corner -> path.to(corner[0], corner[1], elevation));
        }
    }
}
