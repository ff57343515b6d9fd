package redline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static redline.measure.SunStudyTest.overWall;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import redline.quantity.Quantity;
import redline.quantity.Value;
import redline.scheme.Scheme;

/** Least hours within setback lines behind a long block, against the closed form of a wall. */
class SunLandsTest {
    private static final String SCHEME = """
            buildings:
              - {id: 南, standing: PROPOSED, ground: 5, roof: FLAT, volumes: [{id: W, role: WHOLE, footprint: box(-5000, 0, 10000, 10), top: 25, controlHeights: []}]}
            surroundings: []
            sunObstacles: []
            sunWindows: []
            plannedLands: [{id: B, parcel: A, compass: N, leastHours: 9, outline: box(0, 40, 60, 50)}]
            """;

    private static Reading least(String layers, SunSettings settings) {
        return SunScheme.survey(SunScheme.of(layers), settings).measures().stream()
                .filter(measure -> measure.quantity() == Quantity.SUN_HOURS_LAND)
                .map(Measure::reading)
                .findFirst()
                .orElseThrow();
    }

    private static double hours(Reading reading) {
        return ((Value.Amount) ((Reading.Known) reading).value()).number().doubleValue();
    }

    @Test
    void the_least_hours_are_those_on_the_setback_line_nearest_to_the_block() {
        Reading reading = least(SCHEME, SunScheme.PLAIN);

        assertThat(hours(reading)).isCloseTo(overWall(SunScheme.GREAT_COLD.date(), 20.0 / 30), within(1.0 / 3600));
    }

    @Test
    void land_that_the_scheme_takes_no_sun_from_has_the_whole_time() {
        assertThat(hours(least(SCHEME.replace("box(0, 40, 60, 50)", "box(0, -90, 60, 50)"), SunScheme.PLAIN)))
                .isEqualTo(8);
    }

    @Test
    void what_stands_on_the_land_itself_does_not_count_and_what_stands_elsewhere_does() {
        String old = "surroundings: [{id: 旧, standing: EXISTING, ground: 5, roof: FLAT, volumes: [{id: W, role: WHOLE, "
                + "footprint: %s, top: 45, controlHeights: []}]}]";
        double alone = hours(least(SCHEME, SunScheme.PLAIN));

        assertThat(hours(least(
                        SCHEME.replace("surroundings: []", old.formatted("box(20, 60, 10, 10)")), SunScheme.PLAIN)))
                .isEqualTo(alone);
        assertThat(hours(least(
                        SCHEME.replace("surroundings: []", old.formatted("box(70, 12, 40, 20)")), SunScheme.PLAIN)))
                .isLessThan(alone);
    }

    @Test
    void without_a_setback_line_it_is_asked_for() {
        Reading reading = least(SCHEME.replace(", outline: box(0, 40, 60, 50)", ""), SunScheme.PLAIN);

        assertThat(((Reading.Unknown) reading).missing().stream().map(Missing::path))
                .containsExactly("plannedLands[B].outline");
    }

    @Test
    void a_block_of_unknown_height_and_one_that_may_be_there_already_leave_it_open() {
        Reading noTop = least(SCHEME.replace("top: 25, ", ""), SunScheme.PLAIN);
        Reading noStanding = least(SCHEME.replace("standing: PROPOSED, ", ""), SunScheme.PLAIN);

        assertThat(((Reading.Unknown) noTop).missing().stream().map(Missing::path))
                .containsExactly("buildings[南].volumes[W].top");
        assertThat(((Reading.Unknown) noStanding).missing().stream().map(Missing::path))
                .containsExactly("buildings[南].standing");
    }

    @Test
    void the_accuracy_of_the_drawing_and_open_ways_of_counting_are_spreads() {
        Reading.Known reading = (Reading.Known) least(SCHEME, SunScheme.OPEN);

        assertThat(reading.spreads()).isNotEmpty().allSatisfy(spread -> {
            assertThat(spread.low().doubleValue()).isLessThanOrEqualTo(hours(reading));
            assertThat(spread.high().doubleValue()).isGreaterThanOrEqualTo(hours(reading));
        });
        assertThat(reading.spreads().stream().map(spread -> spread.why().kind()))
                .contains(Missing.Kind.ACCURACY);
        assertThat(List.of(reading)).isEqualTo(List.of(least(SCHEME, SunScheme.OPEN)));
    }

    private static final String EVERYTHING =
            SunScheme.EVERYTHING.replace("roof: PITCHED", "roof: PITCHED\n    ground: 4")
                    + "plannedLands: [{id: B, parcel: A, compass: N, outline: box(-10, 72, 12, 6)}]\n";

    private static Reading least(Scheme scheme) {
        return SunScheme.reading(scheme, SunScheme.OPEN, "SUN_HOURS_LAND B");
    }

    @Test
    void what_is_not_known_turns_the_hours_unknown_or_leaves_them_as_they_are() {
        Scheme scheme = SunScheme.of(EVERYTHING);
        Reading before = least(scheme);
        assertThat(before).isInstanceOf(Reading.Known.class);
        List<String> changed = new ArrayList<>();
        for (int n = 0; n < Changed.blankable(scheme); n++) {
            Reading reading = least(Changed.blanked(scheme, n));
            if (reading instanceof Reading.Known && !reading.equals(before)) {
                changed.add("blank " + n + ": " + reading);
            }
        }
        assertThat(changed).isEmpty();
    }

    @Test
    void order_and_place_of_a_scheme_change_no_digit() {
        Scheme scheme = SunScheme.of(EVERYTHING);

        assertThat(least(Changed.shuffled(scheme, 1))).isEqualTo(least(scheme));
        assertThat(least(SunScheme.moved(EVERYTHING, -612.375, 904.001))).isEqualTo(least(scheme));
    }
}
