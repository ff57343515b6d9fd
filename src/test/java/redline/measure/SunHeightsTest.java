package redline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import redline.measure.SunHeights.Wanted;

/** Heights from the closed form of a single long wall, and from the study of the same scheme with the part as high as was found. */
class SunHeightsTest {
    private static final String LONG_BLOCK = """
            buildings:
              - id: 南
                standing: PROPOSED
                roof: FLAT
                ground: 4
                volumes: [{id: W, role: WHOLE, footprint: box(-5000, 0, 10000, 10), top: 25, controlHeights: [], storeys: [{name: 1–7, count: 7, height: 3}]}]
            surroundings:
              - id: 北
                standing: EXISTING
                roof: FLAT
                volumes: [{id: W, role: WHOLE, footprint: box(0, 40, 30, 12), top: 23, controlHeights: []}]
            sunlitDwellings: [{id: "101", building: 北}, {id: 南101, building: 南}]
            sunlitRooms: []
            sunObstacles: []
            sunWindows:
              - {id: w, building: 北, dwelling: "101", room: 主卧, line: seg(10, 40, 11.8, 40), sill: 5}
              - {id: 南w, building: 南, dwelling: 南101, room: 主卧, line: seg(10, 0, 11.8, 0), sill: 5}
            """;

    private static Sunlight study(String layers) {
        return study(layers, SunScheme.PLAIN);
    }

    private static Sunlight study(String layers, SunSettings settings) {
        return SunScheme.survey(SunScheme.of(layers), settings)
                .sunStudy()
                .orElseThrow()
                .record();
    }

    /** Of the dwellings alone. */
    private static Function<Sunlight.Day, List<Wanted>> dwellings(Wanted... wanted) {
        return day -> day.kind() == Sunlight.Kind.DWELLINGS ? List.of(wanted) : List.of();
    }

    private static Wanted wanted(String home, int room, String hours) {
        return new Wanted(home, room, new BigDecimal(hours));
    }

    @Test
    void a_long_block_ends_where_the_sun_stands_over_it_for_as_long_as_is_wanted() {
        Sunlight sunlight = study(LONG_BLOCK);
        SunHeights heights = new SunHeights(sunlight);
        Sunlight.Part part = new Sunlight.Part(
                "南",
                "W",
                new BigDecimal("4"),
                List.of("3", "3", "3", "3", "3", "3", "3").stream()
                        .map(BigDecimal::new)
                        .toList());
        assertThat(heights.taking()).containsExactly(part);
        assertThat(heights.takenFrom(part, sunlight.days().get(0))).isEqualTo(Set.of("101"));

        SunHeight found = heights.highest(part, dwellings(wanted("101", 0, "3"), wanted("南101", 0, "9")))
                .orElseThrow();

        double k = (found.highest().doubleValue() - 5) / 30;
        assertThat(SunStudyTest.overWall(SunScheme.GREAT_COLD.date(), k)).isCloseTo(3, within(0.001));
        assertThat(found.now()).isEqualByComparingTo("25");
        assertThat(found.lowest()).isEqualTo(found.highest());
        assertThat(found.limit()).isEqualTo("101");
        assertThat(found.window()).isEqualTo("w");
        assertThat(found.hours()).isBetween(new BigDecimal("2.999999"), new BigDecimal("3.001"));
        assertThat(found.below()).isEmpty();
    }

    @Test
    void nothing_is_told_where_nothing_is_wanted() {
        SunHeights heights = new SunHeights(study(LONG_BLOCK));

        assertThat(heights.highest(heights.taking().get(0), day -> List.of())).isEmpty();
    }

    @Test
    void who_has_too_little_even_without_a_part_loses_no_more_to_it() {
        String old = LONG_BLOCK.replace("surroundings:", """
                surroundings:
                  - id: 旧
                    standing: EXISTING
                    roof: FLAT
                    volumes: [{id: W, role: WHOLE, footprint: box(-5000, -40, 10000, 10), top: 45, controlHeights: []}]
                """);
        SunHeights heights = new SunHeights(study(old));

        SunHeight found = heights.highest(heights.taking().get(0), dwellings(wanted("101", 0, "7.9")))
                .orElseThrow();

        // its edge under the same angle as that of the old one: 70 m and 30 m away
        assertThat(found.highest().doubleValue()).isCloseTo(5 + 40.0 * 30 / 70, within(0.002));
        assertThat(found.below()).containsExactly("101");
    }

    @Test
    void a_tower_takes_its_parapet_and_its_roof_room_along() {
        SunHeights heights = new SunHeights(study(SunScheme.EVERYTHING));
        Sunlight.Part tower = heights.taking().stream()
                .filter(part -> part.volume().equals("主"))
                .findFirst()
                .orElseThrow();
        double now = hours(0);
        BigDecimal more = BigDecimal.valueOf(now + 0.25);

        SunHeight found =
                heights.highest(tower, dwellings(new Wanted("201", 1, more))).orElseThrow();

        assertThat(found.now()).isEqualByComparingTo("44.5");
        assertThat(found.limit()).isEqualTo("201");
        double up = found.highest().subtract(found.now()).doubleValue();
        assertThat(up).isNegative();
        assertThat(hours(up)).isGreaterThanOrEqualTo(now + 0.25 - 1e-5);
        assertThat(hours(up + 0.002)).isLessThan(now + 0.25);
    }

    /** Of the second-best room of 201 with the tower so much higher. */
    private static double hours(double up) {
        String raised = SunScheme.EVERYTHING
                .replace(
                        "top: 40, controlHeights: [{point: ROOF_SURFACE, elevation: 40}, {point: PARAPET_TOP, elevation: 41.2}]",
                        "top: %1$s, controlHeights: [{point: ROOF_SURFACE, elevation: %1$s}, {point: PARAPET_TOP, elevation: %2$s}]")
                .replace("bottom: 40, top: 44.5", "bottom: %1$s, top: %3$s");
        return SunScheme.hours(
                SunScheme.of(raised.formatted(level(40 + up), level(41.2 + up), level(44.5 + up))),
                SunScheme.PLAIN,
                "SUN_HOURS_SECOND 201");
    }

    private static String level(double metres) {
        return BigDecimal.valueOf(metres)
                .setScale(4, java.math.RoundingMode.HALF_UP)
                .toPlainString();
    }

    @Test
    void where_ways_of_counting_are_open_the_lowest_is_told_too() {
        Sunlight sunlight = study(LONG_BLOCK, SunScheme.OPEN);
        SunHeights heights = new SunHeights(sunlight);

        SunHeight found = heights.highest(heights.taking().get(0), dwellings(wanted("101", 0, "5")))
                .orElseThrow();

        assertThat(found.lowest()).isLessThanOrEqualTo(found.highest());
        assertThat(new SunHeights(sunlight).highest(heights.taking().get(0), dwellings(wanted("101", 0, "5"))))
                .contains(found);
    }

    @Test
    void whose_hours_are_not_known_is_named_and_not_asked() {
        Sunlight sunlight = study(LONG_BLOCK.replace("sill: 5}\n  - {id: 南w", "}\n  - {id: 南w"));
        SunHeights heights = new SunHeights(sunlight);

        assertThat(heights.unseen(sunlight.days().get(0))).containsExactly("101");
        assertThat(heights.taking()).isEmpty();
    }
}
