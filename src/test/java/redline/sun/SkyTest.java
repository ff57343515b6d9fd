package redline.sun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** What can be solved by hand, to the second. */
class SkyTest {
    private static final double SECOND = 1.0 / 3600;
    private static final double LATITUDE = 30.63;
    private static final Location TONGXIANG = new Location(LATITUDE, 120.56);
    private static final LocalDate GREAT_COLD = LocalDate.of(2001, 1, 20);
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final SunPath PATH = SunPath.of(TONGXIANG, GREAT_COLD, BEIJING);

    /**
     * Behind an endless wall from west to east the sun rises as on level ground that lies further north by the angle α at which the wall stands:
     * cos h = −tan δ · tan(φ + α), and a second or two later for the parallax.
     */
    @ParameterizedTest
    @CsvSource({"20, 10", "12, 5", "30, 18.5", "40, 9.6"})
    void an_endless_wall_to_the_south(double away, double height) {
        Spans lit = sky(new Obstacles.Builder()
                        .prism("wall", box(-9000, 9000, -away - 1, -away), 0, height + 1.5)
                        .build())
                .from(0, 0, 1.5)
                .lit();

        double morning = 12 - risen(away, height, -1);
        double evening = 12 + risen(away, height, 1);
        assertThat(lit.list()).hasSize(1);
        assertThat(lit.begin()).isCloseTo(Math.max(8, morning), within(SECOND / 5));
        assertThat(lit.end()).isCloseTo(Math.min(16, evening), within(SECOND / 5));
    }

    private static double risen(double away, double height, int half) {
        double angle = Math.atan2(height, away);
        double latitude = Math.toRadians(LATITUDE) + angle;
        double parallax = Math.toRadians(8.794 / 3600) * Math.cos(angle);
        double hours = 3;
        for (int i = 0; i < 5; i++) { // the declination is that of the hour
            double declination = Math.toRadians(declination(12 + half * hours));
            double cosine = parallax / Math.cos(declination) - Math.tan(declination) * Math.sin(latitude);
            hours = Math.toDegrees(Math.acos(cosine / Math.cos(latitude))) / 15;
        }
        return hours;
    }

    private static double declination(double hour) {
        return SunPosition.of(TONGXIANG, clock(hour)).declination();
    }

    /** By the equation of time of noon: some seconds are nothing to the declination. */
    private static ZonedDateTime clock(double hour) {
        ZonedDateTime noon = ZonedDateTime.parse("2001-01-20T12:08:50+08:00");
        return noon.plusSeconds(Math.round((hour - 12) * 3600));
    }

    @Test
    void a_high_wall_that_ends_due_south_hides_the_sun_until_noon_and_one_that_begins_there_from_noon_on() {
        Obstacles morning = new Obstacles.Builder()
                .wall("m", new Coordinate[] {new Coordinate(0, -20), new Coordinate(9000, -20)}, 0, 9000)
                .build();
        Obstacles evening = new Obstacles.Builder()
                .wall("e", new Coordinate[] {new Coordinate(0, -20), new Coordinate(-9000, -20)}, 0, 9000)
                .build();

        assertThat(sky(morning).from(0, 0, 0).lit().list()).singleElement().satisfies(span -> {
            assertThat(span.from()).isCloseTo(12, within(SECOND));
            assertThat(span.to()).isEqualTo(16);
        });
        assertThat(sky(evening).from(0, 0, 0).lit().list()).singleElement().satisfies(span -> {
            assertThat(span.from()).isEqualTo(8);
            assertThat(span.to()).isCloseTo(12, within(SECOND));
        });
    }

    /** It stands in the way while the azimuth is between those of its near corners, looked up second by second in {@link SunPosition}. */
    @Test
    void a_tower_hides_the_sun_from_one_corner_to_the_other() {
        Obstacles tower = new Obstacles.Builder()
                .prism("tower", box(10, 25, -60, -40), 0, 200)
                .build();
        double east = 180 - Math.toDegrees(Math.atan2(25, 40));
        double west = 180 - Math.toDegrees(Math.atan2(10, 60));

        List<Spans.Span> lit = sky(tower).from(0, 0, 3).lit().list();

        assertThat(lit).hasSize(2);
        assertThat(lit.get(0).to()).isCloseTo(first(sun -> sun.azimuth() > east), within(SECOND));
        assertThat(lit.get(1).from()).isCloseTo(first(sun -> sun.azimuth() > west), within(SECOND));
    }

    /** The same tower no higher than the sun is when it passes: it comes over the roof's northern edge. */
    @Test
    void the_sun_comes_over_a_roof() {
        Obstacles block = new Obstacles.Builder()
                .prism("block", box(5, 400, -60, -40), 0, 23)
                .build();
        List<Spans.Span> lit = sky(block).from(0, 0, 3).lit().list();

        // above the edge 40 m to the south where tan(altitude) ≥ 20 / 40 · cos(azimuth from the south)
        double over = first(sun ->
                Math.tan(Math.toRadians(90 - sun.zenith())) >= 0.5 * Math.cos(Math.toRadians(180 - sun.azimuth())));
        assertThat(lit).singleElement().satisfies(span -> {
            assertThat(span.from()).isCloseTo(over, within(SECOND));
            assertThat(span.to()).isEqualTo(16);
        });
    }

    private static double first(Predicate<SunPosition> holds) {
        ZonedDateTime time = clock(8);
        while (!holds.test(SunPosition.of(TONGXIANG, time))) {
            time = time.plusSeconds(1);
        }
        return SunPosition.of(TONGXIANG, time.plusNanos(-500_000_000)).apparentSolarTime();
    }

    @Test
    void a_window_sees_the_sun_while_it_stands_before_the_wall_by_the_least_angle() {
        Window south = new Window("s", "house", -1, 0, 1, 0, 0.9, 0, -1);
        Window east = new Window("e", "house", 0, -1, 0, 1, 0.9, 2, 0);
        Obstacles nothing = new Obstacles.Builder().build();
        Study plain = new Study(nothing, Set.of(), PATH, new Counting(8, 16, false, 0, null, 0, true));
        Study swept = new Study(nothing, Set.of(), PATH, new Counting(8, 16, false, 0, null, 15, true));

        assertThat(plain.of(List.of(south, east)).stream().map(WindowSun::hoursAfter))
                .satisfiesExactly(
                        h -> assertThat(h).isEqualTo(8), h -> assertThat(h).isCloseTo(4, within(SECOND)));
        double gone = first(sun -> sun.azimuth() > 165);
        assertThat(swept.of(List.of(east)).get(0).hoursAfter()).isCloseTo(gone - 8, within(SECOND));
    }

    @Test
    void who_takes_the_sun_is_told_with_the_time_also_where_another_stands_in_the_way_already() {
        Obstacles obstacles = new Obstacles.Builder()
                .prism("old", box(0.5, 30, -30, -20), 0, 500)
                .prism("new", box(0.5, 60, -60, -50), 0, 500)
                .prism("behind", box(-30, 30, 20, 30), 0, 500)
                .build();
        Window window = new Window("w", "house", -0.5, 0, 0.5, 0, 0.9, 0, -1);

        WindowSun sun = new Study(obstacles, Set.of("new"), PATH, new Counting(8, 16, false, 0, null, 0, true))
                .of(List.of(window))
                .get(0);

        assertThat(sun.takers()).extracting(WindowSun.Taker::owner).containsExactly("old", "new");
        assertThat(sun.takers().get(1).when().hours()).isGreaterThan(sun.hoursBefore() - sun.hoursAfter() + 0.1);
        assertThat(sun.after().without(sun.before())).isEqualTo(Spans.NONE);
    }

    @Test
    void a_sun_that_is_not_up_all_the_time_and_one_that_turns_back_are_told() {
        assertThatThrownBy(() -> new Sky(new Obstacles.Builder().build(), PATH, 5, 16))
                .hasMessageContaining("the sun is not up");
        SunPath tropics = SunPath.of(new Location(18.25, 109.5), LocalDate.of(2001, 6, 21), BEIJING);
        assertThatThrownBy(() -> new Sky(new Obstacles.Builder().build(), tropics, 8, 16))
                .hasMessageContaining("turns back");
    }

    private static Sky.Looker sky(Obstacles obstacles) {
        return new Sky(obstacles, PATH, 8, 16).looker();
    }

    private static Polygon box(double x0, double x1, double y0, double y1) {
        return (Polygon) new GeometryFactory().toGeometry(new Envelope(x0, x1, y0, y1));
    }
}
