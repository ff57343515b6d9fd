package redline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import redline.check.CheckResult;
import redline.measure.SettingOut;
import redline.quantity.Language;

class MarginTableTest {
    private static final Words ZH = Words.of(Language.ZH);

    private static MarginTable table(SettingOut tolerance) {
        CheckResult sample = SampleCheck.housing();
        return new MarginTable(
                new CheckResult(
                        sample.program(),
                        sample.record().with(tolerance),
                        sample.ruling(),
                        sample.findings(),
                        sample.conclusion()),
                ZH);
    }

    private static List<String> said(MarginTable table) {
        return table.rows().stream()
                .map(row -> (row.title() + " " + row.subject() + " " + row.margin() + " " + row.tolerance() + " "
                                + row.mark())
                        .replace('\u00a0', ' ')
                        .strip())
                .toList();
    }

    @Test
    void what_is_below_the_tolerance_is_marked_and_told_of_every_subject() {
        SettingOut tolerance = new SettingOut(new BigDecimal("0.26"), new BigDecimal("0.03"), "验线成果表", "SECONDARY");
        assertThat(said(table(tolerance)))
                .containsExactly(
                        "退让用地界线 1#楼 → 南侧用地界线 余 0.25 m 0.26 m ▲ 小于放样限差",
                        "退让用地界线 3#楼 → 南侧用地界线 余 0.25 m 0.26 m ▲ 小于放样限差",
                        "建筑高度 1#楼 余 4.50 m 0.03 m",
                        "建筑间距 1#楼–4#楼 余 7.80 m 0.26 m");
        assertThat(table(tolerance).note()).contains("平面 0.26\u00a0m,高程 0.03\u00a0m;来源:验线成果表,转引");
    }

    @Test
    void a_margin_as_large_as_the_tolerance_is_not_marked() {
        SettingOut tolerance = new SettingOut(new BigDecimal("0.25"), new BigDecimal("0.03"), "验线成果表", "SECONDARY");
        assertThat(table(tolerance).rows()).noneMatch(ReportPage.MarginRow::below);
    }

    @Test
    void without_a_tolerance_nothing_is_marked_and_that_is_said() {
        assertThat(table(null).note()).contains("没有定放样限差");
        assertThat(said(table(null)))
                .containsExactly("退让用地界线 1#楼 → 南侧用地界线 余 0.25 m 未定", "建筑高度 1#楼 余 4.50 m 未定", "建筑间距 1#楼–4#楼 余 7.80 m 未定");
    }
}
