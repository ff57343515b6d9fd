package redline.sun;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

class SkyTest {
    private static final Location TONGXIANG = new Location(30.63, 120.56);
    private static final SunPath GREAT_COLD = SunPath.of(TONGXIANG, LocalDate.of(2001, 1, 20), ZoneOffset.ofHours(8));
    private static final GeometryFactory SHAPES = new GeometryFactory();

    /** Steps of ten seconds through everything there is, without index or shortcuts. */
    @Test
    void every_end_is_where_small_steps_see_it() {
        Random random = new Random(7);
        for (int layout = 0; layout < 50; layout++) {
            Obstacles.Builder builder = new Obstacles.Builder();
            double[][] boxes = new double[12][];
            for (int i = 0; i < boxes.length; i++) {
                double x = random.nextDouble(-80, 80);
                double y = random.nextDouble(-120, -5);
                double w = random.nextDouble(5, 40);
                double d = random.nextDouble(5, 15);
                double z = random.nextInt(4) == 0 ? random.nextDouble(2, 20) : 0;
                double t = z + random.nextDouble(3, 60);
                boxes[i] = new double[] {x, x + w, y, y + d, z, t};
                builder.prism("b" + i, box(x, x + w, y, y + d), z, t);
            }
            Sky sky = new Sky(builder.build(), GREAT_COLD, 8, 16);
            Sky.Looker looker = sky.looker();
            for (int p = 0; p < 10; p++) {
                double px = random.nextDouble(-40, 40);
                double py = random.nextDouble(12, 20);
                double pz = random.nextDouble(0.5, 10);
                Spans lit = looker.from(px, py, pz).lit();
                for (double hour = 8 + 5.0 / 3600; hour < 16; hour += 10.0 / 3600) {
                    double[] sun = GREAT_COLD.direction(hour);
                    boolean seen = true;
                    for (double[] b : boxes) {
                        seen &= !hits(b, px, py, pz, sun);
                    }
                    if (seen != lit.contains(hour)) {
                        double h = hour;
                        boolean atAnEnd = lit.list().stream()
                                .anyMatch(s -> Math.abs(s.from() - h) < 2e-5 || Math.abs(s.to() - h) < 2e-5);
                        assertThat(atAnEnd)
                                .as("layout %d point %d hour %f %s", layout, p, hour, lit)
                                .isTrue();
                    }
                }
            }
        }
    }

    private static boolean hits(double[] b, double x, double y, double z, double[] d) {
        double near = 0;
        double far = Double.POSITIVE_INFINITY;
        double[] p = {x, y, z};
        for (int axis = 0; axis < 3; axis++) {
            double one = (b[2 * axis] - p[axis]) / d[axis];
            double other = (b[2 * axis + 1] - p[axis]) / d[axis];
            near = Math.max(near, Math.min(one, other));
            far = Math.min(far, Math.max(one, other));
        }
        return near < far;
    }

    private static Polygon box(double x0, double x1, double y0, double y1) {
        return (Polygon) SHAPES.toGeometry(new Envelope(new Coordinate(x0, y0), new Coordinate(x1, y1)));
    }
}
