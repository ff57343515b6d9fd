package redline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import redline.quantity.Quantity;
import redline.scheme.Scheme;
import redline.sun.Location;
import redline.sun.SunPath;

/** Hours of windows, rooms and dwellings; expected hours from closed forms of a single long wall due south. */
class SunStudyTest {
    private static final double SECOND = 1.0 / 3600;
    /** A house with one flat that looks south, and a long block in front of it. */
    private static final String HOUSE = """
            surroundings:
              - id: 北
                standing: EXISTING
                roof: FLAT
                volumes: [{id: W, role: WHOLE, footprint: box(0, 40, 30, 12), top: 23, controlHeights: []}]
            """;

    private static final String BLOCK = """
            buildings:
              - id: 南
                standing: PROPOSED
                roof: FLAT
                volumes: [{id: W, role: WHOLE, footprint: box(-5000, 0, 10000, 10), top: 25, controlHeights: []}]
            """;
    private static final String FLAT = """
            sunlitDwellings: [{id: "101", building: 北}]
            sunlitRooms: []
            sunObstacles: []
            sunWindows: [{id: w, building: 北, dwelling: "101", room: 主卧, line: seg(10, 40, 11.8, 40), sill: 5}]
            """;

    /** The sun's parallax at the horizon (8.794″): from the ground it stands lower than from the centre of the Earth. */
    private static final double PARALLAX = Math.toRadians(8.794 / 3600);

    /**
     * When the sun stands over a long wall that is k times as high as it is far: cos h·(cos φ − k·sin φ) + tan δ·(sin φ + k·cos φ) ≥
     * p ÷ cos δ.
     */
    static double overWall(LocalDate day, double k) {
        SunPath path = SunPath.of(new Location(30.63, 120), day, ZoneOffset.ofHours(8));
        double latitude = Math.toRadians(30.63);
        double afternoon = half(path, latitude, k, 1);
        double morning = half(path, latitude, k, -1);
        return afternoon + morning;
    }

    private static double half(SunPath path, double latitude, double k, int side) {
        double h = 3;
        for (int i = 0; i < 20; i++) {
            double tan = Math.tan(Math.toRadians(path.declination(12 + side * h)));
            double cos = (PARALLAX * Math.hypot(1, tan) - tan * (Math.sin(latitude) + k * Math.cos(latitude)))
                    / (Math.cos(latitude) - k * Math.sin(latitude));
            h = Math.toDegrees(Math.acos(cos)) / 15;
        }
        return h;
    }

    @Test
    void a_window_behind_a_long_block_has_the_hours_in_which_the_sun_stands_above_it() {
        double expected = overWall(SunScheme.GREAT_COLD.date(), 20.0 / 30);

        assertThat(SunScheme.hours(SunScheme.of(HOUSE + BLOCK + FLAT), SunScheme.PLAIN, "SUN_HOURS 101"))
                .isCloseTo(expected, within(SECOND));
    }

    @Test
    void before_the_scheme_the_window_has_the_whole_day() {
        Survey survey = SunScheme.survey(SunScheme.of(HOUSE + BLOCK + FLAT), SunScheme.PLAIN);

        Sunlight.HomeRow row =
                survey.sunStudy().orElseThrow().record().days().get(0).homes().get(0);
        assertThat(row.hoursBefore()).isEqualByComparingTo("8");
        assertThat(row.best()).isEqualTo("w");
    }

    @Test
    void where_surroundings_or_obstacles_are_not_supplied_the_hours_are_unknown() {
        assertThat(SunScheme.missing(
                        SunScheme.of(
                                BLOCK + FLAT.replace("sunObstacles: []\n", "").replace("building: 北", "building: 南")),
                        SunScheme.PLAIN,
                        "SUN_HOURS 101"))
                .isEqualTo(List.of("sunObstacles", "surroundings"));
    }

    @Test
    void a_building_of_unknown_height_leaves_open_only_what_it_can_reach() {
        String south = """
                buildings:
                  - id: 南
                    standing: PROPOSED
                    roof: FLAT
                    volumes: [{id: W, role: WHOLE, footprint: box(0, %d, 30, 10), controlHeights: []}]
                """;
        Scheme before = SunScheme.of(HOUSE + south.formatted(0) + FLAT);
        Scheme behind = SunScheme.of(HOUSE + south.formatted(80) + FLAT);

        assertThat(SunScheme.missing(before, SunScheme.PLAIN, "SUN_HOURS 101"))
                .isEqualTo(List.of("buildings[南].volumes[W].top"));
        assertThat(SunScheme.hours(behind, SunScheme.PLAIN, "SUN_HOURS 101")).isEqualTo(8);
    }

    @Test
    void a_setting_that_is_not_set_leaves_the_hours_to_policy_staff() {
        Reading reading = SunScheme.reading(SunScheme.of(HOUSE + BLOCK + FLAT), SunSettings.UNSET, "SUN_HOURS 101");

        assertThat(((Reading.Unknown) reading).missing()).allMatch(missing -> missing.kind() == Missing.Kind.BASIS);
    }

    @Test
    void moved_by_a_kilometre_it_has_the_same_hours_to_the_last_digit() {
        String all = HOUSE + BLOCK + FLAT;

        assertThat(SunScheme.readings(SunScheme.moved(all, 731.25, -412.5), SunScheme.PLAIN))
                .isEqualTo(SunScheme.readings(SunScheme.of(all), SunScheme.PLAIN));
    }

    @Test
    void a_dwelling_has_the_sun_of_its_best_room_and_a_room_that_of_its_darkest_window() {
        String two = """
                sunlitDwellings: [{id: "101", building: 北}]
                sunlitRooms: []
                sunObstacles: []
                sunWindows:
                  - {id: a, building: 北, dwelling: "101", room: 主卧, line: seg(10, 40, 11.8, 40), sill: 5}
                  - {id: b, building: 北, dwelling: "101", room: 客厅, line: seg(14, 40, 15.8, 40), sill: 8}
                  - {id: c, building: 北, dwelling: "101", room: 客厅, line: seg(18, 40, 19.8, 40), sill: 6}
                """;
        Scheme scheme = SunScheme.of(HOUSE + BLOCK + two);

        assertThat(SunScheme.hours(scheme, SunScheme.PLAIN, "SUN_HOURS 101"))
                .isCloseTo(overWall(SunScheme.GREAT_COLD.date(), 19.0 / 30), within(SECOND));
        assertThat(SunScheme.hours(scheme, SunScheme.PLAIN, "SUN_HOURS_SECOND 101"))
                .isCloseTo(overWall(SunScheme.GREAT_COLD.date(), 20.0 / 30), within(SECOND));
    }

    @Test
    void the_range_of_the_analysis_is_what_the_scheme_can_take_sun_from() {
        String others = """
                surroundings:
                  - {id: 北, standing: EXISTING, roof: FLAT, ground: 4, volumes: [{id: W, role: WHOLE, footprint: box(0, 40, 30, 12), top: 23, controlHeights: []}]}
                  - {id: 远, standing: EXISTING, roof: FLAT, ground: 4, volumes: [{id: W, role: WHOLE, footprint: box(0, 400, 30, 12), top: 23, controlHeights: []}]}
                  - {id: 南邻, standing: EXISTING, roof: FLAT, ground: 4, volumes: [{id: W, role: WHOLE, footprint: box(0, -60, 30, 12), top: 60, controlHeights: []}]}
                buildings:
                  - {id: 南, standing: PROPOSED, roof: FLAT, ground: 4, volumes: [{id: W, role: WHOLE, footprint: box(0, 0, 30, 10), top: 25, controlHeights: []}]}
                """;

        assertThat(taken(others)).containsExactly("南 false", "北 true", "南邻 false", "远 false");
        assertThat(taken(others.replace("top: 25, ", "")))
                .containsExactly(
                        "南 false", "北 [buildings[南].volumes[W].top]", "南邻 false", "远 [buildings[南].volumes[W].top]");
        assertThat(taken(others.replace("standing: PROPOSED", "use: \"0701\"")))
                .containsExactly("南 false", "北 [buildings[南].standing]", "南邻 false", "远 false");
    }

    @Test
    void a_building_of_which_no_window_is_written_is_asked_for_them() {
        Survey survey = SunScheme.survey(SunScheme.of(HOUSE + BLOCK + FLAT), SunScheme.PLAIN);

        assertThat(survey.measures())
                .filteredOn(measure -> measure.quantity() == Quantity.SUN_WINDOWS)
                .extracting(measure -> measure.subject().id() + " "
                        + measure.reading().getClass().getSimpleName())
                .containsExactly("南 Unknown", "北 Known");
    }

    private static List<String> taken(String layers) {
        Survey survey = SunScheme.survey(SunScheme.of(layers + FLAT), SunScheme.PLAIN);
        return survey.buildings().stream()
                .map(building -> {
                    Trace<Boolean> taken = survey.sunStudy().orElseThrow().taken(building);
                    return building.id() + " "
                            + (taken.isKnown()
                                    ? taken.value()
                                    : taken.missing().stream()
                                            .map(Missing::path)
                                            .toList());
                })
                .toList();
    }
}
