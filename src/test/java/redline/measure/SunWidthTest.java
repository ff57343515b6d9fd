package redline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import redline.measure.SunSettings.Width;
import redline.scheme.Scheme;
import redline.sun.Counting;
import redline.sun.Location;
import redline.sun.Obstacles;
import redline.sun.Study;
import redline.sun.SunPath;
import redline.sun.Window;
import redline.sun.WindowSun;

/** Wide windows of which the most favourable stretch counts (domain B.3: 1.8 m, in nurseries 2.4 m). */
class SunWidthTest {
    private static final double SECOND = 1.0 / 3600;
    private static final Width FAVOURABLE = new Width(1.8, 2.4);
    private static final SunPath PATH =
            SunPath.of(new Location(30.63, 120), SunScheme.GREAT_COLD.date(), ZoneOffset.ofHours(8));

    /** A wall as high as the sky from far in the west to x = 20, thirty metres before windows that look south. */
    private static final String EDGE = """
            buildings:
              - {id: 南, standing: PROPOSED, roof: FLAT, volumes: [{id: W, role: WHOLE, footprint: box(-9000, 0, 9020, 10), top: 9000, controlHeights: []}]}
            surroundings:
              - {id: 北, standing: EXISTING, roof: FLAT, volumes: [{id: W, role: WHOLE, footprint: box(0, 40, 30, 12), top: 23, controlHeights: []}]}
            sunlitDwellings: [{id: "101", building: 北}]
            sunlitRooms: [{id: 活, building: 北, kind: NURSERY}]
            sunObstacles: []
            sunWindows:
              - {id: w, building: 北, dwelling: "101", room: 主卧, line: seg(10, 40, 13, 40), sill: 5}
              - {id: n, building: 北, dwelling: 活, line: seg(10, 40, 13, 40), sill: 5}
            """;

    private static SunSettings counted(Width... widths) {
        return SunScheme.plain(List.of(widths), List.of(), null);
    }

    /** From so many hours before noon until the sun stands over the edge of the wall, seen from x. */
    private static double untilTheEdge(double x, double morning) {
        double angle = Math.atan((20 - x) / 30);
        double latitude = Math.toRadians(30.63);
        double low = 0;
        double high = morning;
        for (int i = 0; i < 60; i++) {
            double before = (low + high) / 2;
            double h = Math.toRadians(15 * before);
            double tan = Math.tan(Math.toRadians(PATH.declination(12 - before)));
            double fromSouth = Math.atan2(Math.sin(h), Math.cos(h) * Math.sin(latitude) - tan * Math.cos(latitude));
            if (fromSouth < angle) {
                low = before;
            } else {
                high = before;
            }
        }
        return morning - low;
    }

    @Test
    void the_whole_of_a_window_is_lit_until_the_edge_hides_the_sun_from_its_far_end() {
        assertThat(SunScheme.hours(SunScheme.of(EDGE), counted(Width.WHOLE), "SUN_HOURS 101"))
                .isCloseTo(untilTheEdge(10, 4), within(SECOND));
    }

    @Test
    void the_most_favourable_stretch_lies_at_the_end_that_is_lit_longest() {
        Scheme scheme = SunScheme.of(EDGE);

        assertThat(SunScheme.hours(scheme, counted(FAVOURABLE), "SUN_HOURS 101"))
                .isCloseTo(untilTheEdge(11.2, 4), within(SECOND));
        Sunlight.WindowRow row = SunScheme.survey(scheme, counted(FAVOURABLE))
                .sunStudy()
                .orElseThrow()
                .record()
                .days()
                .get(0)
                .windows()
                .get(0);
        assertThat(row.counted().getCoordinates())
                .containsExactly(new Coordinate(500_011.2, 3_390_040), new Coordinate(500_013, 3_390_040));
    }

    @Test
    void a_room_of_a_nursery_is_counted_by_a_width_of_its_own() {
        double whole = SunScheme.hours(SunScheme.of(EDGE), counted(Width.WHOLE), "SUN_HOURS_WINTER 活");
        double nursery = SunScheme.hours(SunScheme.of(EDGE), counted(FAVOURABLE), "SUN_HOURS_WINTER 活");
        double dwelling = SunScheme.hours(
                SunScheme.of(EDGE.replace("NURSERY", "WARD")), counted(FAVOURABLE), "SUN_HOURS_WINTER 活");

        assertThat(List.of(whole, nursery, dwelling)).isSorted();
        assertThat(nursery)
                .isEqualTo(SunScheme.hours(
                        SunScheme.of(EDGE.replace("dwelling: 活, line: seg(10, 40", "dwelling: 活, line: seg(10.6, 40")),
                        counted(Width.WHOLE),
                        "SUN_HOURS_WINTER 活"));
    }

    @Test
    void where_it_is_not_said_whether_a_room_is_a_nursery_its_wide_window_is_open() {
        Scheme scheme = SunScheme.of(EDGE.replace(", kind: NURSERY", ""));

        assertThat(SunScheme.missing(scheme, counted(FAVOURABLE), "SUN_HOURS_WINTER 活"))
                .isEqualTo(List.of("sunlitRooms[活].kind"));
        assertThat(SunScheme.missing(scheme, counted(Width.WHOLE), "SUN_HOURS_WINTER 活"))
                .isEmpty();
    }

    @Test
    void where_the_width_is_open_both_are_told_and_the_hours_are_those_of_the_first() {
        Reading.Known reading = (Reading.Known)
                SunScheme.reading(SunScheme.of(EDGE), counted(Width.WHOLE, FAVOURABLE), "SUN_HOURS 101");

        Spread spread = reading.spreads().get(0);
        assertThat(spread.why().path()).isEqualTo("settings/sun-counting");
        assertThat(spread.low().doubleValue()).isCloseTo(untilTheEdge(10, 4), within(SECOND));
        assertThat(spread.high().doubleValue()).isCloseTo(untilTheEdge(11.2, 4), within(SECOND));
    }

    @Test
    void a_setting_that_is_not_written_leaves_the_hours_open() {
        assertThat(SunScheme.missing(SunScheme.of(EDGE), counted(), "SUN_HOURS 101"))
                .isEqualTo(List.of("settings/sun-width"));
    }

    @Test
    void windows_that_are_not_wide_are_the_same_by_every_width() {
        Scheme narrow = SunScheme.of(EDGE.replace("13, 40", "11.8, 40"));

        Survey whole = SunScheme.survey(narrow, counted(Width.WHOLE));
        for (SunSettings other : List.of(counted(FAVOURABLE), counted(Width.WHOLE, FAVOURABLE))) {
            Survey survey = SunScheme.survey(narrow, other);
            assertThat(survey.measures()).isEqualTo(whole.measures());
            assertThat(survey.sunStudy().orElseThrow().record())
                    .isEqualTo(whole.sunStudy().orElseThrow().record());
        }
    }

    /** Walls that stand parallel to the windows and are no narrower: what lies between two ends that are lit is lit. */
    @Test
    void behind_wide_walls_a_narrower_stretch_never_has_less_than_the_whole_window() {
        Random random = new Random(7);
        for (int layout = 0; layout < 60; layout++) {
            Study study = study(walls(random, 4));
            double whole = hours(study, 0, 4);
            double last = whole;
            for (double width : new double[] {3.2, 2.4, 1.8, 1.2}) {
                double most = sill(0, 4).stretches(width).stream()
                        .mapToDouble(stretch -> of(study, stretch))
                        .max()
                        .orElseThrow();
                assertThat(most).isGreaterThanOrEqualTo(last - 1e-9);
                last = most;
            }
        }
    }

    /** Every millimetre, in layouts with walls of every width down to half a metre. */
    @Test
    void no_stretch_of_all_that_are_a_millimetre_apart_has_much_more() {
        Random random = new Random(11);
        for (int layout = 0; layout < 40; layout++) {
            Study study = study(walls(random, 0.5));
            List<Window> all = IntStream.rangeClosed(0, 1400)
                    .mapToObj(mm -> sill(mm / 1000.0, mm / 1000.0 + 1.8).window(0, 0))
                    .toList();
            double best = study.of(all).stream()
                    .mapToDouble(WindowSun::hoursAfter)
                    .max()
                    .orElseThrow();
            double found = sill(0, 3.2).stretches(1.8).stream()
                    .mapToDouble(stretch -> of(study, stretch))
                    .max()
                    .orElseThrow();
            assertThat(found).isLessThanOrEqualTo(best + 1e-9);
            // 25 mm seen from 8 m away turn by 0.18°, 40 s of the sun; of two edges
            assertThat(best - found).isLessThan(80 * SECOND);
        }
    }

    private static SunSill sill(double from, double to) {
        return new SunSill("w", "北", new Coordinate(from, 0), new Coordinate(to, 0), 5, 0, -1);
    }

    private static double hours(Study study, double from, double to) {
        return of(study, sill(from, to));
    }

    private static double of(Study study, SunSill sill) {
        return study.of(List.of(sill.window(0, 0))).get(0).hoursAfter();
    }

    private static Study study(List<double[]> walls) {
        Obstacles.Builder obstacles = new Obstacles.Builder();
        walls.forEach(wall -> obstacles.wall(
                "南",
                new Coordinate[] {new Coordinate(wall[0], wall[2]), new Coordinate(wall[1], wall[2])},
                0,
                wall[3]));
        return new Study(obstacles.build(), Set.of(), PATH, new Counting(8, 16, false, 0, null, 0, true));
    }

    /** West, east, how far in the south, top. */
    private static List<double[]> walls(Random random, double least) {
        List<double[]> walls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            double west = random.nextDouble(-40, 40);
            walls.add(new double[] {
                west, west + random.nextDouble(least, 30), -random.nextDouble(8, 60), random.nextDouble(6, 60)
            });
        }
        return walls;
    }
}
