package redline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import redline.finding.Finding;
import redline.quantity.Language;
import redline.quantity.Quantity;
import redline.quantity.Value;
import redline.requirement.Bound;
import redline.requirement.Comparator;

class ShownTest {
    private final Shown shown = new Shown(Words.of(Language.ZH));

    @Test
    void halfUpToTheDecimalsOfTheQuantityWithThousandsApart() {
        assertThat(show("78400", Quantity.FAR_FLOOR_AREA)).isEqualTo("78 400.00 m²");
        assertThat(show("1.005", Quantity.FAR)).isEqualTo("1.01");
        assertThat(show("0.29685", Quantity.GREEN_RATIO)).isEqualTo("29.69 %");
        assertThat(show("1234567.895", Quantity.FAR_FLOOR_AREA)).isEqualTo("1 234 567.90 m²");
        assertThat(show("760", Quantity.PARKING_MOTOR)).isEqualTo("760 个");
        assertThat(show("-75", Quantity.FAR_FLOOR_AREA)).isEqualTo("−75.00 m²");
    }

    @Test
    void asManyDigitsAsTheDecisionNeeds() {
        assertThat(pair(ratio("78400", "58023.58"), Comparator.AT_MOST, "1.35", Quantity.FAR))
                .isEqualTo("1.3512 | ≤ 1.35");
        assertThat(pair(amount("7.999"), Comparator.AT_LEAST, "8", Quantity.SETBACK))
                .isEqualTo("7.999 m | ≥ 8.00 m");
        assertThat(pair(amount("7.99"), Comparator.AT_LEAST, "8", Quantity.SETBACK))
                .isEqualTo("7.99 m | ≥ 8.00 m");
        assertThat(pair(amount("8.004"), Comparator.AT_LEAST, "8", Quantity.SETBACK))
                .as("what complies needs no more digits")
                .isEqualTo("8.00 m | ≥ 8.00 m");
        assertThat(pair(amount("1.55"), Comparator.AT_MOST, "1.5499", Quantity.FAR))
                .as("a limit is shown as it was written")
                .isEqualTo("1.55 | ≤ 1.5499");
        assertThat(pair(amount("0.300004"), Comparator.AT_MOST, "0.30", Quantity.BUILDING_DENSITY))
                .isEqualTo("30.0004 % | ≤ 30.00 %");
    }

    @Test
    void whatIsShownAlwaysShowsWhatWasDecided() {
        // 8.0 + k/1000 against 8.0 + n/1000: the shown pair compares as the exact one does
        for (int k = 0; k <= 40; k++) {
            for (int n = 0; n <= 40; n++) {
                BigDecimal measured = new BigDecimal(8000 + k).movePointLeft(3);
                BigDecimal limit = new BigDecimal(8000 + n).movePointLeft(3);
                Shown.Pair pair = shown.pair(
                        new Value.Amount(measured),
                        new Bound(Comparator.AT_LEAST, new Value.Amount(limit)),
                        Quantity.SETBACK);
                assertThat(number(pair.measured()).compareTo(number(pair.limit())) >= 0)
                        .as(measured + " against " + limit + " shown as " + pair)
                        .isEqualTo(measured.compareTo(limit) >= 0);
            }
        }
    }

    @Test
    void anUnknownBoundIsSaidToBeUnknown() {
        assertThat(plain(shown.bound(new Bound(Comparator.AT_LEAST, null), Quantity.SPACING)))
                .isEqualTo("≥ 未知");
    }

    @Test
    void codesAreReadWithTheirNames() {
        assertThat(shown.value(Value.Terms.of("0902", "PITCHED", "W"), Quantity.USE))
                .isEqualTo("0902 商务金融用地、坡屋顶、西");
    }

    @Test
    void halfASpaceShortIsAWholeSpaceShort() {
        assertThat(parking("640", "664.30")).isEqualTo("缺 25 个");
        assertThat(parking("665", "664.30")).isEqualTo("余 0 个");
        assertThat(parking("760", "741")).isEqualTo("余 19 个");
    }

    /** Through {@code Judgement}, which alone makes findings. */
    private String parking(String provided, String required) {
        return plain(shown.margin((Finding.Judged) SampleCheck.parking(provided, required)));
    }

    private String show(String number, Quantity quantity) {
        return plain(shown.value(amount(number), quantity));
    }

    private String pair(Value measured, Comparator comparator, String limit, Quantity quantity) {
        Shown.Pair pair = shown.pair(measured, new Bound(comparator, amount(limit)), quantity);
        return plain(pair.measured() + " | " + pair.limit());
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replaceAll("[^0-9.]", ""));
    }

    private static String plain(String text) {
        return text.replace(Shown.GAP, ' ');
    }

    private static Value amount(String number) {
        return Value.Amount.of(number);
    }

    private static Value ratio(String numerator, String denominator) {
        return new Value.Ratio(new BigDecimal(numerator), new BigDecimal(denominator));
    }
}
