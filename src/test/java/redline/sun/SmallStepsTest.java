package redline.sun;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.util.AffineTransformation;

class SmallStepsTest {
    /** A step this near to the end of a stretch may fall on either side of it: a tenth of a second. */
    private static final double AT_AN_END = 0.1 / 3600;

    /**
     * Every step of ten seconds is lit or not as the stretches say. So no end is off by more than ten seconds, and no stretch of light or shade
     * that is longer is missed.
     */
    @ParameterizedTest
    @CsvSource({
        "2001-01-20, 8, 16, 0, 0, 0, 200",
        "2001-12-22, 9, 15, 0.3, 40553691.4, 3390311.7, 60",
        "2001-06-21, 6, 18, 0, 0, 0, 60"
    })
    void stretches_are_what_small_steps_see(
            LocalDate day, double from, double to, double convergence, double x0, double y0, int layouts) {
        SunPath path = SunPath.of(new Location(30.63, 120.56), day, ZoneOffset.ofHours(8), convergence);
        Counting counting = new Counting(from, to, false, 0, null, 0, true);
        int steps = (int) Math.floor((to - from) / SmallSteps.STEP);
        double[] hours = IntStream.range(0, steps)
                .mapToDouble(i -> from + (i + 0.5) * SmallSteps.STEP)
                .toArray();
        double[] suns = new double[3 * steps];
        for (int i = 0; i < steps; i++) {
            System.arraycopy(path.direction(hours[i]), 0, suns, 3 * i, 3);
        }

        AtomicInteger ends = new AtomicInteger();
        List<String> wrong = IntStream.range(0, layouts)
                .parallel()
                .boxed()
                .flatMap(seed -> wrong(seed, path, counting, x0, y0, hours, suns, ends).stream())
                .toList();

        assertThat(wrong).isEmpty();
        assertThat(ends.get()).as("ends of stretches that were compared").isGreaterThan(8 * layouts);
    }

    private static List<String> wrong(
            int seed,
            SunPath path,
            Counting counting,
            double x0,
            double y0,
            double[] hours,
            double[] suns,
            AtomicInteger ends) {
        RandomLayout layout = new RandomLayout(seed, AffineTransformation.translationInstance(x0, y0));
        Obstacles obstacles = layout.steps.obstacles();
        Set<String> added =
                obstacles.owners().stream().filter(SmallSteps::isAdded).collect(Collectors.toSet());
        List<WindowSun> found = new Study(obstacles, added, path, counting).of(layout.windows);
        Set<String> wrong = new TreeSet<>();
        for (WindowSun sun : found) {
            for (boolean after : new boolean[] {false, true}) {
                Spans spans = after ? sun.after() : sun.before();
                ends.addAndGet(2 * spans.list().size());
                boolean[] lit = lit(layout.steps, sun.window(), suns, after);
                for (int i = 0; i < hours.length; i++) {
                    if (lit[i] != spans.contains(hours[i]) && !atAnEnd(spans, hours[i])) {
                        wrong.add("layout %d, %s, %s: %s where steps see %s from %.4f h on"
                                .formatted(seed, sun.window(), after ? "after" : "before", spans, lit[i], hours[i]));
                        break;
                    }
                }
            }
        }
        return List.copyOf(wrong);
    }

    /** Both ends of the sill, a tenth of a millimetre before the wall. */
    private static boolean[] lit(SmallSteps steps, Window window, double[] suns, boolean after) {
        double dx = 1e-4 * window.nx();
        double dy = 1e-4 * window.ny();
        boolean[] a = steps.lit(window.ax() + dx, window.ay() + dy, window.sill(), suns, after);
        boolean[] b = steps.lit(window.bx() + dx, window.by() + dy, window.sill(), suns, after);
        for (int i = 0; i < a.length; i++) {
            boolean before = window.nx() * suns[3 * i] + window.ny() * suns[3 * i + 1] > 0;
            a[i] &= b[i] && before;
        }
        return a;
    }

    private static boolean atAnEnd(Spans spans, double hour) {
        return spans.list().stream()
                .anyMatch(s -> Math.abs(s.from() - hour) < AT_AN_END || Math.abs(s.to() - hour) < AT_AN_END);
    }
}
