package redline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static redline.measure.SunStudyTest.overWall;

import java.util.List;
import org.junit.jupiter.api.Test;
import redline.quantity.Quantity;
import redline.quantity.Value;
import redline.scheme.Scheme;

/** The share of a green outside of the shadow line behind a long block, against where the closed form draws that line. */
class SunGreensTest {
    private static final String SCHEME = """
            buildings:
              - {id: 南, standing: PROPOSED, ground: 5, roof: FLAT, volumes: [{id: W, role: WHOLE, footprint: box(-5000, 0, 10000, 10), top: 25, controlHeights: []}]}
            surroundings: []
            sunObstacles: []
            sunWindows: []
            concentratedGreens: [{id: C, parcel: A, area: 1200, width: 30, sunlitShare: 90 %, outline: box(0, 20, 40, 30)}]
            """;

    private static SunSettings green(Double... hours) {
        return SunScheme.plain(SunScheme.PLAIN.widths(), List.of(hours), null);
    }

    private static Reading share(Scheme scheme, SunSettings settings) {
        return SunScheme.survey(scheme, settings).measures().stream()
                .filter(measure -> measure.quantity() == Quantity.SUNLIT_SHARE)
                .map(Measure::reading)
                .findFirst()
                .orElseThrow();
    }

    /** How far behind the block a point of the ground has so many hours, m. */
    private static double line(double hours) {
        double near = 15;
        double far = 60;
        for (int i = 0; i < 60; i++) {
            double middle = (near + far) / 2;
            if (overWall(SunScheme.GREAT_COLD.date(), 20 / middle) < hours) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return far;
    }

    @Test
    void the_share_is_what_lies_beyond_the_line_of_those_hours() {
        double expected = (40 - line(4)) / 30;

        Reading.Known reading = (Reading.Known) share(SunScheme.of(SCHEME), green(4.0));

        assertThat(((Value.Amount) reading.value()).number().doubleValue()).isCloseTo(expected, within(0.5 / 30));
        assertThat(reading.spreads()).singleElement().satisfies(spread -> {
            assertThat(spread.why().kind()).isEqualTo(Missing.Kind.ACCURACY);
            assertThat(spread.low().doubleValue()).isLessThanOrEqualTo(expected);
            assertThat(spread.high().doubleValue()).isGreaterThanOrEqualTo(expected);
        });
    }

    @Test
    void hours_that_sources_do_not_settle_leave_the_share_to_policy_staff() {
        Reading unset = share(SunScheme.of(SCHEME), green());
        Reading.Known open = (Reading.Known) share(SunScheme.of(SCHEME), green(4.0, 5.0));

        assertThat(((Reading.Unknown) unset).missing())
                .extracting(Missing::path, Missing::kind)
                .containsExactly(tuple("settings/sun-green", Missing.Kind.BASIS));
        assertThat(open.spreads().get(0).low().doubleValue()).isCloseTo((40 - line(5)) / 30, within(0.5 / 30));
    }

    @Test
    void a_green_that_is_not_drawn_and_a_block_of_unknown_height_leave_the_share_open() {
        assertThat(missing(SCHEME.replace(", outline: box(0, 20, 40, 30)", "")))
                .isEqualTo(List.of("concentratedGreens[C].outline"));
        assertThat(missing(SCHEME.replace("top: 25, ", ""))).isEqualTo(List.of("buildings[南].volumes[W].top"));
        assertThat(missing(SCHEME.replace("ground: 5, ", ""))).isEqualTo(List.of("buildings[南].ground"));
    }

    @Test
    void where_no_windows_are_written_the_share_is_the_declared_one() {
        assertThat(share(SunScheme.of(SCHEME.replace("sunWindows: []\n", "")), green(4.0)))
                .isEqualTo(new Reading.Known(Value.Amount.of("0.90"), Provenance.DECLARED));
    }

    private static List<String> missing(String layers) {
        return ((Reading.Unknown) share(SunScheme.of(layers), green(4.0)))
                .missing().stream().map(Missing::path).toList();
    }
}
