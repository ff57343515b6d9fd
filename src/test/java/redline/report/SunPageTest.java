package redline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import redline.measure.SunSettings;
import redline.measure.Sunlight.Stretch;
import redline.measure.Sunlight.WindowRow;
import redline.quantity.Language;
import redline.quantity.Text;
import redline.report.SunPictures.Options;
import redline.report.SunPictures.Way;
import redline.report.SunScene.Opening;
import redline.sun.Location;
import redline.sun.SunPath;

/**
 * The figures and pictures of docs/sunlight.md are what the program computes, and that is what a count second by second gives. With
 * {@code -Dredline.pictures=write} the pictures are written anew.
 */
class SunPageTest {
    private static final Path PAGE = Path.of("docs/sunlight.md");
    private static final Path PICTURES = Path.of("docs/pictures/sunlight");
    private static final List<SunSettings> WAYS =
            List.of(SunChecked.national(), SunChecked.suzhou(), SunChecked.oldHangzhou());

    /** West, east, south, north, top of test-cases/sun/three-standards.yaml, from its corner 553600, 3390000; the ground is at 4 m. */
    private static final double[][] BLOCKS = {
        {-26, -4, 0, 14, 58}, {12, 30, 4, 18, 64}, {42, 60, -2, 12, 58}, {78, 98, 6, 20, 46}, {0, 60, 60, 72, 22}
    };
    /** Both ends of the sills, a hair before the wall, their level, and the way out. */
    private static final double[][] SILLS = {
        {2, 60, 3.8, 60, 5.2, 0, -1},
        {32, 60, 33.8, 60, 5.2, 0, -1},
        {60, 64, 60, 65.8, 5.2, 1, 0},
        {54.5, 60, 56.3, 60, 17.2, 0, -1}
    };

    private static final int SECONDS = 3600;

    @Test
    void the_tables_hold_what_the_program_computes() throws IOException {
        assertThat(Files.readString(PAGE)).contains(String.join("\n", hours()), String.join("\n", stretches()));
    }

    /** What the explanations say of times and hours stands in the tables. */
    @Test
    void every_figure_of_the_explanations_is_one_of_the_tables() throws IOException {
        String page = Files.readString(PAGE);
        String explained = page.substring(page.indexOf("## 为什么不同"), page.indexOf("## 命令行"))
                + page.substring(page.indexOf("## In English"));
        Set<String> known = figures(String.join("\n", hours()) + String.join("\n", stretches()));
        known.addAll(List.of("15:00", "9:00"));
        assertThat(known).containsAll(figures(explained));
    }

    private static Set<String> figures(String text) {
        Set<String> figures = new LinkedHashSet<>();
        Pattern.compile("\\d\\d:\\d\\d–\\d\\d:\\d\\d|\\d+ h \\d\\d min|(?<![\\d–:])\\d{1,2}:\\d\\d(?![\\d–:])")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .forEach(figures::add);
        return figures;
    }

    private static List<String> hours() {
        List<SunDay> days = WAYS.stream().map(SunChecked::day).toList();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < SILLS.length; i++) {
            List<String> cells = new ArrayList<>();
            WindowRow row = days.get(0).day().windows().get(i);
            cells.add(row.id());
            cells.add(SunText.hours(row.hoursBefore().doubleValue()));
            for (SunDay day : days) {
                cells.add(SunText.hours(day.day().windows().get(i).hoursAfter().doubleValue()));
            }
            lines.add("| " + String.join(" | ", cells) + " |");
        }
        return lines;
    }

    private static List<String> stretches() {
        List<String> lines = new ArrayList<>();
        for (WindowRow row : SunChecked.day(WAYS.get(0)).day().windows()) {
            List<String> said = new ArrayList<>();
            for (Stretch stretch : row.after()) {
                said.add(SunText.minute(stretch.from().doubleValue()) + "–"
                        + SunText.minute(stretch.to().doubleValue()));
            }
            lines.add("| " + row.id() + " | " + String.join(", ", said) + " |");
        }
        return lines;
    }

    @Test
    void the_pictures_are_those_that_the_program_draws() throws IOException {
        SunScene scene = SunChecked.day(WAYS.get(0)).scene();
        Options options = Options.screen(Language.ZH);
        Opening opening = scene.openings().get(1);
        same("shadows.svg", SunPictures.shadows(scene, options));
        same("sky.svg", SunPictures.sunPath(scene, opening, options));
        same(
                "ways.svg",
                SunPictures.ways(
                        scene,
                        List.of(
                                new Way(new Text("甲 累计", "A cumulative"), counting(0)),
                                new Way(new Text("乙 苏州", "B Suzhou"), counting(1)),
                                new Way(new Text("丙 旧杭州", "C old Hangzhou"), counting(2))),
                        options));
    }

    private static redline.sun.Counting counting(int way) {
        return SunChecked.day(WAYS.get(way)).counting();
    }

    private static void same(String name, String drawn) throws IOException {
        if ("write".equals(System.getProperty("redline.pictures"))) {
            Files.createDirectories(PICTURES);
            Files.writeString(PICTURES.resolve(name), drawn);
        }
        assertThat(PICTURES.resolve(name)).hasContent(drawn.stripTrailing());
    }

    @Test
    void a_count_second_by_second_gives_the_same_hours() {
        SunPath path = SunChecked.day(WAYS.get(0)).path();
        assertThat(path.place()).isEqualTo(new Location(30.63, 120.56));
        for (int way = 0; way < WAYS.size(); way++) {
            List<WindowRow> computed = SunChecked.day(WAYS.get(way)).day().windows();
            for (int window = 0; window < SILLS.length; window++) {
                double before = counted(WAYS.get(way), path, SILLS[window], false);
                double after = counted(WAYS.get(way), path, SILLS[window], true);
                assertThat(computed.get(window).hoursBefore().doubleValue())
                        .as("way %d window %d before", way, window)
                        .isCloseTo(before, within(10.0 / SECONDS));
                assertThat(computed.get(window).hoursAfter().doubleValue())
                        .as("way %d window %d after", way, window)
                        .isCloseTo(after, within(10.0 / SECONDS));
            }
        }
    }

    private static double counted(SunSettings settings, SunPath path, double[] sill, boolean all) {
        SunSettings.Day day = settings.housing().get(0);
        SunSettings.Stretches stretches = settings.stretches().get(0);
        List<Integer> lengths = new ArrayList<>();
        int run = 0;
        int first = (int) (day.from() * SECONDS);
        int last = (int) (day.to() * SECONDS);
        for (int second = first; second < last; second++) {
            double[] sun = path.direction((second + 0.5) / SECONDS);
            double out = (sill[5] * sun[0] + sill[6] * sun[1]) / Math.hypot(sun[0], sun[1]);
            boolean faces = out > 0
                    && Math.toDegrees(Math.asin(out)) >= settings.leastSweep().get(0);
            if (faces && lit(sill[0], sill[1], sill, sun, all) && lit(sill[2], sill[3], sill, sun, all)) {
                run++;
            } else {
                lengths.add(run);
                run = 0;
            }
        }
        lengths.add(run);
        int most = stretches.most() == null ? lengths.size() : stretches.most();
        return lengths.stream()
                        .filter(length -> length > 0 && length >= stretches.leastMinutes() * 60)
                        .sorted(Comparator.reverseOrder())
                        .limit(most)
                        .mapToInt(length -> length)
                        .sum()
                / (double) SECONDS;
    }

    private static boolean lit(double x, double y, double[] sill, double[] sun, boolean all) {
        double[] from = {x + 1e-3 * sill[5], y + 1e-3 * sill[6], sill[4]};
        for (int i = 0; i < BLOCKS.length; i++) {
            boolean added = i < BLOCKS.length - 1;
            if ((all || !added) && hit(BLOCKS[i], from, sun)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hit(double[] block, double[] from, double[] sun) {
        double near = 0;
        double far = Double.POSITIVE_INFINITY;
        double[] low = {block[0], block[2], 4};
        double[] high = {block[1], block[3], block[4]};
        for (int axis = 0; axis < 3; axis++) {
            double one = (low[axis] - from[axis]) / sun[axis];
            double other = (high[axis] - from[axis]) / sun[axis];
            near = Math.max(near, Math.min(one, other));
            far = Math.min(far, Math.max(one, other));
        }
        return near < far;
    }
}
