package redline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static redline.measure.SunStudyTest.overWall;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import redline.quantity.Value;
import redline.sun.Location;

/** What stands in the sun's way; a block so long that the closed form of a wall gives the hours behind it. */
class SunModelTest {
    private static final double SECOND = 1.0 / 3600;
    /** Window of a house 30 m north of the north face of whatever is added, sill at 5 m. */
    private static final String HOUSE = """
            surroundings:
              - {id: 北, standing: EXISTING, roof: FLAT, volumes: [{id: W, role: WHOLE, footprint: box(0, 40, 30, 12), top: 23, controlHeights: []}]}
            sunlitDwellings: [{id: "101", building: 北}]
            sunlitRooms: []
            sunWindows: [{id: w, building: 北, dwelling: "101", room: 主卧, line: seg(10, 40, 11.8, 40), sill: 5}]
            """;

    private static final String NONE = "sunObstacles: []\n";

    private static String block(String roof, String heights) {
        return "buildings:\n  - {id: 南, standing: PROPOSED, " + roof
                + " volumes: [{id: W, role: WHOLE, footprint: box(-5000, 0, 10000, 10), " + heights + "}]}\n";
    }

    private static double behind(double height, double away) {
        return overWall(SunScheme.GREAT_COLD.date(), height / away);
    }

    private static Reading.Known known(String layers, SunSettings settings) {
        return (Reading.Known) SunScheme.reading(SunScheme.of(layers), settings, "SUN_HOURS 101");
    }

    private static double hours(String layers) {
        return SunScheme.hours(SunScheme.of(layers), SunScheme.PLAIN, "SUN_HOURS 101");
    }

    private static List<String> missing(String layers) {
        return SunScheme.missing(SunScheme.of(layers), SunScheme.PLAIN, "SUN_HOURS 101");
    }

    private static double number(BigDecimal number) {
        return number.doubleValue();
    }

    @Test
    void a_parapet_stands_on_the_roof() {
        String parapet =
                "top: 25, controlHeights: [{point: ROOF_SURFACE, elevation: 25}, {point: PARAPET_TOP, elevation: 26.2}]";

        assertThat(hours(HOUSE + NONE + block("roof: FLAT,", parapet))).isCloseTo(behind(21.2, 30), within(SECOND));
    }

    @Test
    void a_roof_of_unknown_shape_fills_at_most_what_is_below_its_ridge_and_at_least_what_is_below_its_eave() {
        String roof = "top: 25, controlHeights: [{point: EAVE, elevation: 21}, {point: RIDGE, elevation: 25}]";

        Reading.Known reading = known(HOUSE + NONE + block("roof: PITCHED,", roof), SunScheme.PLAIN);

        assertThat(number(((Value.Amount) reading.value()).number())).isCloseTo(behind(20, 30), within(SECOND));
        assertThat(reading.spreads()).hasSize(1);
        Spread spread = reading.spreads().get(0);
        assertThat(spread.why().kind()).isEqualTo(Missing.Kind.BASIS);
        assertThat(number(spread.low())).isCloseTo(behind(20, 30), within(SECOND));
        assertThat(number(spread.high())).isCloseTo(behind(16, 30), within(SECOND));
    }

    @Test
    void a_roof_whose_faces_are_drawn_is_exact() {
        String roof = "top: 25, controlHeights: [{point: EAVE, elevation: 19}, {point: RIDGE, elevation: 25}]";
        String faces = """
                sunObstacles:
                  - {id: 北坡, building: 南, kind: ROOF_FACE, outline: box(-5000, 5, 10000, 5), line: seg(-5000, 10, 5000, 10), bottom: 19, top: 25}
                  - {id: 南坡, building: 南, kind: ROOF_FACE, outline: box(-5000, 0, 10000, 5), line: seg(-5000, 0, 5000, 0), bottom: 19, top: 25}
                """;

        Reading.Known reading = known(HOUSE + faces + block("roof: PITCHED,", roof), SunScheme.PLAIN);

        assertThat(reading.spreads()).isEmpty();
        assertThat(number(((Value.Amount) reading.value()).number()))
                .isCloseTo(Math.min(behind(20, 35), behind(14, 30)), within(SECOND));
    }

    @Test
    void the_roof_room_that_the_drawing_shows_shades_and_one_without_a_top_leaves_the_hours_open() {
        String room = """
                sunObstacles: [{id: 机房, building: 南, kind: ROOF_ROOM, outline: box(-5000, 6, 10000, 4), bottom: 25, top: 29}]
                """;
        String flat = block("roof: FLAT,", "top: 25, controlHeights: []");

        assertThat(hours(HOUSE + room + flat)).isCloseTo(behind(24, 30), within(SECOND));
        assertThat(missing(HOUSE + room.replace(", top: 29", "") + flat)).isEqualTo(List.of("sunObstacles[机房].top"));
    }

    @Test
    void a_building_whose_roof_is_not_told_leaves_the_hours_open() {
        assertThat(missing(HOUSE + NONE + block("roof: FLAT,", "top: 25")))
                .isEqualTo(List.of("buildings[南].volumes[W].controlHeights"));
        assertThat(missing(HOUSE + NONE + block("", "top: 25, controlHeights: []")))
                .isEqualTo(List.of("buildings[南].roof"));
        assertThat(missing(HOUSE + NONE + block("roof: PITCHED,", "top: 25, controlHeights: []")))
                .isEqualTo(List.of("buildings[南].volumes[W].controlHeights"));
    }

    @Test
    void a_building_whose_standing_is_not_known_shades_afterwards_and_leaves_open_what_was_before() {
        String block = block("roof: FLAT,", "top: 25, controlHeights: []").replace("standing: PROPOSED, ", "");
        var scheme = SunScheme.of(HOUSE + NONE + block);

        assertThat(SunScheme.hours(scheme, SunScheme.PLAIN, "SUN_HOURS 101")).isCloseTo(behind(20, 30), within(SECOND));
        assertThat(SunScheme.missing(scheme, SunScheme.PLAIN, "SUN_LOSS 101"))
                .isEqualTo(List.of("buildings[南].standing"));
    }

    @Test
    void a_window_above_a_podium_looks_over_its_parapet() {
        String podium = """
                buildings:
                  - id: 塔
                    standing: PROPOSED
                    roof: FLAT
                    volumes:
                      - {id: 裙, role: PODIUM, footprint: box(-5000, 0, 10000, 20), top: 10, controlHeights: [{point: ROOF_SURFACE, elevation: 10}, {point: PARAPET_TOP, elevation: 11.2}]}
                      - {id: 主, role: TOWER, footprint: box(0, 2, 20, 12), bottom: 10, top: 40, controlHeights: []}
                surroundings: []
                sunObstacles: []
                sunlitDwellings: [{id: "101", building: 塔}]
                sunlitRooms: []
                sunWindows: [{id: w, building: 塔, dwelling: "101", room: 主卧, line: seg(5, 2, 7, 2), sill: 10.2}]
                """;

        assertThat(hours(podium)).isCloseTo(behind(1, 2), within(SECOND));
        assertThat(missing(podium.replace("{point: ROOF_SURFACE, elevation: 10}, ", "")))
                .isEqualTo(List.of("sunWindows[w].line"));
    }

    @Test
    void a_sill_drawn_within_the_finish_of_its_wall_is_one_on_its_face_and_one_deeper_is_asked_about() {
        String block = NONE + block("roof: FLAT,", "top: 25, controlHeights: []");

        assertThat(hours(HOUSE.replace("seg(10, 40, 11.8, 40)", "seg(10, 40.08, 11.8, 40.08)") + block))
                .isEqualTo(hours(HOUSE + block));
        assertThat(missing(HOUSE.replace("seg(10, 40, 11.8, 40)", "seg(10, 40.5, 11.8, 40.5)") + block))
                .isEqualTo(List.of("sunWindows[w].line"));
        assertThat(missing(HOUSE.replace("sill: 5", "sill: 24") + block)).isEqualTo(List.of("sunWindows[w].line"));
    }

    @Test
    void the_accuracy_of_the_drawing_moves_walls_and_windows_towards_each_other_and_apart() {
        SunSettings accurate = new SunSettings(
                SunScheme.PLAIN.housing(),
                SunScheme.PLAIN.care(),
                SunScheme.PLAIN.stretches(),
                SunScheme.PLAIN.leastSweep(),
                SunScheme.PLAIN.points(),
                SunScheme.PLAIN.widths(),
                SunScheme.PLAIN.rooms(),
                List.of(),
                new SunSettings.Accuracy(0.05, 0.1),
                new Location(30.63, 120),
                null);
        String block = block("roof: FLAT,", "top: 25, controlHeights: []");

        Spread spread = known(HOUSE + NONE + block, accurate).spreads().get(0);

        assertThat(spread.why().kind()).isEqualTo(Missing.Kind.ACCURACY);
        assertThat(number(spread.low())).isCloseTo(behind(20.2, 29.9), within(SECOND));
        assertThat(number(spread.high())).isCloseTo(behind(19.8, 30.1), within(SECOND));
    }

    @Test
    void where_ways_of_counting_are_open_all_are_told() {
        Reading.Known reading =
                known(HOUSE + NONE + block("roof: FLAT,", "top: 25, controlHeights: []"), SunScheme.OPEN);

        assertThat(reading.spreads()).extracting(spread -> spread.why().kind()).contains(Missing.Kind.ACCURACY);
        Measure measure = SunScheme.survey(
                        SunScheme.of(HOUSE + NONE + block("roof: FLAT,", "top: 25, controlHeights: []")),
                        SunScheme.OPEN)
                .measures()
                .stream()
                .filter(one -> one.quantity().name().equals("SUN_HOURS"))
                .findFirst()
                .orElseThrow();
        assertThat(measure.evidence().formula())
                .hasSize(5)
                .first()
                .asString()
                .startsWith("w: 09:18:")
                .endsWith(" h");
    }

    @Test
    void windows_that_are_announced_and_not_supplied_never_fall_back_to_the_table() {
        String announced = HOUSE.replaceAll("sunWindows: .*\n", "sunWindows: null\n")
                .replace("building: 北}]\nsunlitRooms", "building: 北, hoursAfter: 5}]\nsunlitRooms");

        assertThat(missing(announced + NONE)).isEqualTo(List.of("sunWindows"));
    }

    @Test
    void where_only_one_room_has_windows_the_second_best_is_asked_for() {
        assertThat(SunScheme.missing(
                        SunScheme.of(HOUSE + NONE + "buildings: []\n"), SunScheme.PLAIN, "SUN_HOURS_SECOND 101"))
                .isEqualTo(List.of("sunWindows"));
    }
}
