package redline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import redline.check.CheckResult;
import redline.check.SchemeRecordJson;
import redline.quantity.Language;

/** The layout of docs/sunlight.md; that a millimetre more is too much is held by SunHeightsTest and SunlightCommandTest. */
class SunHeightTableTest {
    private static ReportPage.SunHeights heights(CheckResult result, Language language) {
        return SunSection.heights(result, SunSection.days(result), Words.of(language));
    }

    @Test
    void each_part_that_takes_sun_is_told_how_high_it_may_be_and_for_whom() {
        ReportPage.SunHeights table = heights(SunChecked.checked(SunChecked.national(), "3"), Language.ZH);

        assertThat(table.rows().stream().map(ReportPage.SunHeightRow::part))
                .containsExactly("1号楼 整体", "2号楼 整体", "3号楼 整体", "4号楼 整体");
        assertThat(table.rows().get(0))
                .isEqualTo(new ReportPage.SunHeightRow(
                        "1号楼 整体",
                        "54.00 m(标高 58.00)",
                        "29.60 m(标高 33.60)",
                        "须降低 24.40 m",
                        "—",
                        "5号楼 103南(到最高时 3 h 00 min)",
                        List.of()));
        assertThat(table.notes()).isEmpty();
    }

    @Test
    void who_has_too_little_even_without_a_part_is_named() {
        ReportPage.SunHeights table = heights(SunChecked.checked(SunChecked.national(), "7.5"), Language.EN);

        // 104 faces east and has no more than four hours before anything is built
        assertThat(table.rows().get(3).remarks())
                .anySatisfy(remark -> assertThat(remark)
                        .startsWith("Below the standard even without this part, no further loss: ")
                        .contains("104"));
    }

    @Test
    void where_no_rule_asks_for_hours_no_height_is_told() {
        CheckResult checked = SunChecked.checked(SunChecked.national(), "3");
        CheckResult none =
                new CheckResult(checked.program(), checked.record(), checked.ruling(), List.of(), checked.conclusion());

        assertThat(heights(none, Language.ZH).rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.highest()).isEqualTo("未知");
            assertThat(row.limit()).isEqualTo("—");
            assertThat(row.remarks()).singleElement().asString().startsWith("没有规则要求这些户的日照时数:");
        });
    }

    @Test
    void what_would_settle_the_standard_is_said_where_it_is_open() {
        CheckResult open = SunChecked.open(SunChecked.national());

        ReportPage.SunHeights table = heights(open, Language.ZH);

        assertThat(table.rows().get(0).highest()).isEqualTo("未知");
        assertThat(table.rows().get(0).remarks().get(0))
                .startsWith("标准未定,没有计入:")
                .endsWith("待明确:城区常住人口");
    }

    @Test
    void a_stored_record_gives_the_same_table() {
        CheckResult checked = SunChecked.checked(SunChecked.suzhou(), "2");
        CheckResult again = new CheckResult(
                checked.program(),
                SchemeRecordJson.read(SchemeRecordJson.write(checked.record())),
                checked.ruling(),
                checked.findings(),
                checked.conclusion());

        assertThat(heights(again, Language.ZH)).isEqualTo(heights(checked, Language.ZH));
    }
}
