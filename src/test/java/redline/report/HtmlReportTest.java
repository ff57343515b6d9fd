package redline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import redline.check.CheckResult;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.quantity.Language;

class HtmlReportTest {
    private static final Pattern TAG = Pattern.compile("<[^>]+>");

    @Test
    void everyFindingHasItsPlace() {
        CheckResult result = SampleCheck.housing();
        ReportPage page = HtmlReport.page(result, Words.of(Language.ZH));
        int asking = page.groups().stream()
                .flatMap(group -> group.items().stream())
                .mapToInt(item -> 1 + item.others().size())
                .sum();
        int passes = page.passes().stream().mapToInt(ReportPage.PassRow::count).sum();
        int none = page.none().stream().mapToInt(ReportPage.NoneRow::count).sum();
        assertThat(asking + passes + none).isEqualTo(result.findings().size());
        assertThat(passes).isEqualTo(count(result, Verdict.PASS));
        assertThat(none).isEqualTo(count(result, Verdict.NOT_APPLICABLE));
    }

    private static int count(CheckResult result, Verdict verdict) {
        return (int) result.findings().stream()
                .map(Finding::verdict)
                .filter(verdict::equals)
                .count();
    }

    @Test
    void numbersRunThroughTheGroupsInTheOrderOfTheReport() {
        ReportPage page = HtmlReport.page(SampleCheck.housing(), Words.of(Language.ZH));
        List<Integer> numbers = page.groups().stream()
                .flatMap(group -> group.items().stream())
                .map(item -> Integer.valueOf(item.number().replaceAll("\\D", "")))
                .toList();
        assertThat(numbers).isSorted().startsWith(1);
    }

    @Test
    void aGroupWithoutFindingsSaysSo() {
        String text = text(HtmlReport.write(SampleCheck.indicatorTable(), Language.ZH));
        assertThat(text).contains("没有须转相关部门的条目。", "没有须下阶段落实的条目。", "没有建议与参照的条目。", "没有不涉及的条目。", "方案文件中没有单体。");
    }

    @Test
    void anUnknownAttributeIsSaidAndZeroIsANumber() {
        ReportPage page = HtmlReport.page(SampleCheck.housing(), Words.of(Language.ZH));
        assertThat(page.buildings().get(8))
                .isEqualTo(
                        new ReportPage.BuildingRow("9#楼", "拟建", "0701 城镇住宅用地", "未提供", "未提供", "坡屋顶", "未提供", "？\u00a01"));
        assertThat(page.cover().facts()).contains(new ReportPage.Fact("设计单位", "未提供"));
    }

    @Test
    void theIndicatorTableSetsDeclaredBesideChecked() {
        ReportPage.IndicatorRow far = HtmlReport.page(SampleCheck.housing(), Words.of(Language.ZH))
                .indicators()
                .get(0);
        assertThat(far)
                .isEqualTo(new ReportPage.IndicatorRow(
                        "",
                        "容积率",
                        "",
                        "1.00 ~ 1.35",
                        "1.35",
                        "1.3512",
                        "一致",
                        "计容建筑面积超出 68.17\u00a0m²(上限 78\u00a0331.83\u00a0m²)",
                        "VIOLATION",
                        "× 不符合",
                        "桐土储〔2019〕43号 第2条(转引)",
                        "表内复算"));
    }

    @Test
    void whatOnlyMayApplyStandsOnceBehindWhatDoes() {
        CheckResult housing = SampleCheck.housing();
        List<Finding> twice = new ArrayList<>(housing.findings());
        twice.addAll(housing.findings());
        CheckResult asked =
                new CheckResult(housing.program(), housing.record(), housing.ruling(), twice, housing.conclusion());
        assertThat(new IndicatorTable(asked, Words.of(Language.ZH)).rows())
                .filteredOn(row -> row.required().contains("可能适用"))
                .extracting(ReportPage.IndicatorRow::name, ReportPage.IndicatorRow::required)
                .containsExactly(tuple("机动车停车位", "≥\u00a0741;可能适用 ≥\u00a0785"));
    }

    @Test
    void everySquareMetreCanBeFollowedLineByLine() {
        ReportPage page = HtmlReport.page(SampleCheck.housing(), Words.of(Language.ZH));
        assertThat(page.areas())
                .containsExactly(
                        new ReportPage.AreaRow(
                                "1",
                                "1#-1F",
                                "地上",
                                "640.00",
                                "9",
                                "1.00",
                                "5\u00a0760.00",
                                "1.00",
                                "5\u00a0760.00",
                                "NOT_APPLICABLE",
                                "无适用条款",
                                ""),
                        new ReportPage.AreaRow(
                                "1",
                                "1#-balcony",
                                "地上",
                                "64.00",
                                "5",
                                "0.50(=\u00a01.00)",
                                "160.00",
                                "未提供",
                                "待核实",
                                "VIOLATION",
                                "×\u00a0不符合",
                                "GB/T 50353-2013 3.0.21"));
        assertThat(text(HtmlReport.write(SampleCheck.indicatorTable(), Language.ZH)))
                .contains("方案文件中没有面积计算表(areaElements),不能逐行复算。");
    }

    @Test
    void namesAreEscapedAndWhatXmlForbidsIsDropped() {
        String html = HtmlReport.write(SampleCheck.named("<script>alert('x')</script>\u0007\u0000&"), Language.ZH);
        assertThat(html).doesNotContain("<script").contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;");
        assertThat(html.codePoints().filter(c -> c == 7 || c == 0)).isEmpty();
    }

    @Test
    void inEnglishNothingIsLeftUntranslatedButNamesAndDocuments() {
        String text = text(HtmlReport.write(SampleCheck.housing(), Language.EN))
                .replace("Redline 红线", "")
                .replace("乌镇示例住宅小区", "")
                .replace("桐乡市乌镇镇", "")
                .replace("示例置业有限公司", "")
                .replace("桐土储〔2019〕43号", "")
                .replace("地块规划条件", "")
                .replace("强制性标准", "")
                .replaceAll("[第条表注]", "");
        assertThat(text.lines().filter(line -> line.codePoints().anyMatch(Character::isIdeographic)))
                .isEmpty();
    }

    private static String text(String html) {
        return TAG.matcher(html.replaceAll("(?s)<style.*?</style>", "")).replaceAll("\n");
    }
}
