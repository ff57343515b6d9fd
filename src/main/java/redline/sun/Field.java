package redline.sun;

import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;

/**
 * Hours of sun over a level grid, after everything is built: at each of its points what counts, without a wall that it looks out of.
 *
 * @param west of the first point, m; {@code south} likewise
 * @param step between points, m
 * @param columns eastward, {@code rows} northward
 * @param hours row by row from the south; NaN within a solid
 */
public record Field(double west, double south, double step, int columns, int rows, double[] hours) {
    private static final int MOST_POINTS = 4_000_000;

    /**
     * Over a rectangle, its edges included; on all processors.
     *
     * @param level of the points, m in the datum of the obstacles
     * @throws IllegalArgumentException for more points than can be looked at in minutes
     */
    public static Field of(Study study, Envelope around, double step, double level) {
        int columns = (int) Math.ceil(around.getWidth() / step) + 1;
        int rows = (int) Math.ceil(around.getHeight() / step) + 1;
        if ((long) columns * rows > MOST_POINTS) {
            throw new IllegalArgumentException("a grid of " + columns + " × " + rows + " points is too fine");
        }
        Counting counting = study.counting();
        Sky sky = new Sky(study.obstacles(), study.path(), counting.from(), counting.to());
        ThreadLocal<Sky.Looker> lookers = ThreadLocal.withInitial(sky::looker);
        double[] hours = new double[columns * rows];
        IntStream.range(0, rows).parallel().forEach(row -> {
            Sky.Looker looker = lookers.get();
            for (int column = 0; column < columns; column++) {
                double x = around.getMinX() + column * step;
                double y = around.getMinY() + row * step;
                hours[row * columns + column] = looker.inSolid(x, y, level)
                        ? Double.NaN
                        : counting.hours(looker.from(x, y, level).lit());
            }
        });
        return new Field(around.getMinX(), around.getMinY(), step, columns, rows, hours);
    }

    public double at(int column, int row) {
        return hours[row * columns + column];
    }
}
