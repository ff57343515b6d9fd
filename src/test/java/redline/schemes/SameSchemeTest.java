package redline.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redline.check.CheckResult;
import redline.quantity.Language;
import redline.report.ResultJson;

/** A scheme means the same wherever it stands and in whatever order its rows are written. */
class SameSchemeTest {
    private static final BigDecimal EAST = new BigDecimal("789.123");
    private static final BigDecimal NORTH = new BigDecimal("-654.321");

    @Test
    void moving_every_coordinate_of_the_housing_scheme_changes_no_printed_digit() {
        SchemeTree here = Showcase.WUZHEN.tree();
        SchemeTree there = here.moved(EAST, NORTH);
        assertThat(withoutPlace(JudgedShowcase.judge(there))).isEqualTo(withoutPlace(JudgedShowcase.judge(here)));
    }

    @Test
    void what_was_moved_really_stands_elsewhere() {
        SchemeTree here = Showcase.WUZHEN.tree();
        assertThat(here.moved(EAST, NORTH).json())
                .contains("554355.123 3389235.679")
                .doesNotContain("553566 3389890");
    }

    @ParameterizedTest
    @EnumSource(Showcase.class)
    void the_order_in_which_rows_are_written_changes_no_finding(Showcase showcase) {
        assertThat(PlainFindings.of(JudgedShowcase.judge(showcase.tree().reversed())))
                .isEqualTo(PlainFindings.of(JudgedShowcase.judge(showcase)));
    }

    /** The result without the geometry of each finding and the hash of the file. */
    private static String withoutPlace(CheckResult result) {
        return new String(ResultJson.write(result, Language.ZH), StandardCharsets.UTF_8)
                .replaceAll("\"geometry\"\\s*:\\s*\\{[^{}]*}", "\"geometry\": {}")
                .replaceAll("\"sha256\"\\s*:\\s*\"[0-9a-f]{64}\"", "\"sha256\": \"\"");
    }
}
