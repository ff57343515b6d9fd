package redline.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.check.CheckResult;
import redline.finding.Verdict;
import redline.quantity.Language;
import redline.report.SampleCheck;

class FindingsWorkbookTest {
    private static final CheckResult HOUSING = SampleCheck.housing();

    @TempDir
    private Path folder;

    @Test
    void a_sheet_for_each_table_in_the_order_of_the_report() throws IOException {
        try (XSSFWorkbook book = open(HOUSING, Language.ZH)) {
            assertThat(names(book))
                    .containsExactly(
                            "概况", "规划指标校核表", "审查结论", "未检查的事项", "单体一览表", "面积复算表", "停车配建计算表", "停车应配与实配", "建筑角点坐标表",
                            "逐项要求");
        }
        try (XSSFWorkbook book = open(HOUSING, Language.EN)) {
            assertThat(names(book)).allMatch(name -> name.codePoints().noneMatch(Character::isIdeographic));
        }
    }

    @Test
    void a_finding_has_its_numbers_as_numbers_with_the_decimals_that_decided() throws IOException {
        try (XSSFWorkbook book = open(HOUSING, Language.ZH)) {
            Sheet findings = book.getSheet("审查结论");
            assertThat(shown(findings.getRow(0)))
                    .containsExactly(
                            "编号",
                            "结论",
                            "处理",
                            "条目",
                            "对象",
                            "楼号",
                            "复核值",
                            "比较",
                            "限值",
                            "单位",
                            "余量",
                            "余量单位",
                            "意见",
                            "依据条款",
                            "证据等级",
                            "取值与算式",
                            "效力 · 主管 · 阶段",
                            "规则");
            assertThat(shown(findings.getRow(1)))
                    .containsExactly(
                            "1 [0]",
                            "× 不符合",
                            "须修改",
                            "容积率",
                            "A 地块",
                            "",
                            "1.351175 [#,##0.0000]",
                            "≤",
                            "1.35 [#,##0.00]",
                            "",
                            "-68.167 [#,##0.00]",
                            "m²",
                            "容积率应符合规划条件。",
                            "桐土储〔2019〕43号 第2条",
                            "转引",
                            "表内复算;78 400.00 m² ÷ 58 023.58 m²",
                            "规划条件 · 自然资源规划 · 方案",
                            "far");
            assertThat(shown(findings.getRow(4)))
                    .containsExactly(
                            "4 [0]",
                            "× 不符合",
                            "须修改",
                            "退让用地界线",
                            "2#楼 → 南侧用地界线",
                            "2#楼",
                            "7.99 [#,##0.00]",
                            "≥",
                            "8 [#,##0.00]",
                            "m",
                            "-0.01 [#,##0.00]",
                            "m",
                            "退让用地界线应符合规划条件。",
                            "桐土储〔2019〕43号 第3条",
                            "转引",
                            "图上量算",
                            "规划条件 · 自然资源规划 · 方案",
                            "setback");
            assertThat(findings.getLastRowNum()).isEqualTo(HOUSING.findings().size());
        }
    }

    @Test
    void what_is_open_says_so_instead_of_a_number() throws IOException {
        try (XSSFWorkbook book = open(HOUSING, Language.ZH)) {
            assertThat(shown(book.getSheet("审查结论").getRow(8)))
                    .startsWith(
                            "8 [0]", "？ 待核实", "待核实 · 资料不全", "建筑高度", "9#楼", "9#楼", "待核实", "≤", "36 [#,##0.00]", "m", "")
                    .contains("资料不全:9#楼 建筑高度");
            assertThat(shown(book.getSheet("单体一览表").getRow(9)))
                    .containsExactly("9 [0]", "9#楼", "拟建", "0701 城镇住宅用地", "未提供", "未提供", "坡屋顶", "未提供", "？ 1");
        }
    }

    @Test
    void indicators_have_their_limits_apart_and_corners_three_decimals() throws IOException {
        try (XSSFWorkbook book = open(HOUSING, Language.ZH)) {
            assertThat(shown(book.getSheet("规划指标校核表").getRow(4)))
                    .containsExactly(
                            "4 [0]",
                            "",
                            "绿地率",
                            "%",
                            "30 [#,##0.00]",
                            "",
                            "",
                            "30.05 [#,##0.00]",
                            "29.68 [#,##0.00]",
                            "0.37 [#,##0.00]",
                            "绿地面积缺 183.47 m²(下限 17 407.07 m²)",
                            "× 不符合",
                            "桐土储〔2019〕43号 第2条(转引)",
                            "图上量算");
            assertThat(shown(book.getSheet("建筑角点坐标表").getRow(1)))
                    .containsExactly("1#楼", "1 [0]", "3390008.25 [0.000]", "553630 [0.000]", "未给出");
            assertThat(shown(book.getSheet("未检查的事项").getRow(1))).containsExactly("1 [0]", "日照", "未提供日照分析,本版不作日照计算");
            assertThat(shown(book.getSheet("逐项要求").getRow(3)))
                    .containsExactly(
                            "12 [0]",
                            "机动车停车位",
                            "A 地块",
                            "level II",
                            "≥",
                            "785 [#,##0]",
                            "个",
                            "可能适用",
                            "",
                            "DBJ33/T 1021-2023 表3.0.4",
                            "parking-motor");
        }
    }

    @Test
    void heads_stay_in_sight_rows_can_be_filtered_and_pages_are_a4_across() throws IOException {
        try (XSSFWorkbook book = open(HOUSING, Language.EN)) {
            Sheet findings = book.getSheet("Findings");
            assertThat(findings.getPaneInformation().getHorizontalSplitPosition())
                    .isEqualTo((short) 1);
            assertThat(findings.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 2);
            assertThat(findings.getRepeatingRows().formatAsString()).isEqualTo("1:1");
            assertThat(book.getSheet("Findings")
                            .getCTWorksheet()
                            .getAutoFilter()
                            .getRef())
                    .isEqualTo("A1:R" + (HOUSING.findings().size() + 1));
            assertThat(book.getPrintArea(book.getSheetIndex(findings)))
                    .isEqualTo("Findings!$A$1:$O$"
                            + (HOUSING.findings().stream()
                                            .filter(finding -> finding.verdict() != Verdict.NOT_APPLICABLE)
                                            .count()
                                    + 1));
            for (Sheet sheet : book) {
                assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
                assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
                assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            }
        }
    }

    @Test
    void what_users_wrote_is_never_a_formula_and_never_longer_than_a_cell() throws IOException {
        try (XSSFWorkbook book = open(Altered.hostile(), Language.ZH)) {
            for (Sheet sheet : book) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        assertThat(cell.getCellType()).isIn(CellType.STRING, CellType.NUMERIC);
                        assertThat(cell.getCellType() == CellType.NUMERIC
                                        || cell.getCellStyle().getQuotePrefixed())
                                .isTrue();
                    }
                }
            }
            String name = book.getSheet("概况").getRow(0).getCell(1).getStringCellValue();
            assertThat(name)
                    .startsWith("=HYPERLINK(\"http://x\",\"1\")<b>&amp;%%c_x0041_\\U+4E00\uD83D\uDE00]]>很长")
                    .endsWith("…");
        }
    }

    @Test
    void nothing_found_is_said() throws IOException {
        try (XSSFWorkbook book = open(Altered.empty(), Language.ZH)) {
            assertThat(shown(book.getSheet("审查结论").getRow(1))).containsExactly("没有结论。");
            assertThat(shown(book.getSheet("建筑角点坐标表").getRow(1))).hasSize(1);
        }
    }

    @Test
    void the_same_result_gives_the_same_bytes() {
        assertThat(FindingsFile.XLSX.write(SampleCheck.housing(), Language.ZH))
                .isEqualTo(FindingsFile.XLSX.write(HOUSING, Language.ZH));
    }

    @Test
    void libreoffice_reads_numbers_as_numbers_and_hostile_names_as_text() throws Exception {
        Path book = Files.write(
                folder.resolve("findings.xlsx"),
                FindingsFile.XLSX.write(SampleCheck.named(Altered.HOSTILE), Language.ZH));

        String read = Files.readString(OtherPrograms.libreOffice(book, "fods", folder));

        assertThat(read).doesNotContain("table:formula").doesNotContain("###");
        List<List<String>> cells = Pattern.compile(
                        "office:value-type=\"(\\w+)\"(?: office:value=\"([^\"]*)\")?[^>]*>\\s*<text:p>([^<]*)")
                .matcher(read)
                .results()
                .map(found -> List.of(found.group(1), found.group(2) == null ? "" : found.group(2), found.group(3)))
                .toList();
        assertThat(cells)
                .containsSubsequence(
                        List.of("float", "4", "4"),
                        List.of("string", "", "× 不符合"),
                        List.of("string", "", "须修改"),
                        List.of("string", "", "退让用地界线"),
                        List.of("string", "", "2#楼 → 南侧用地界线"),
                        List.of("string", "", "2#楼"),
                        List.of("float", "7.99", "7.99"),
                        List.of("string", "", "≥"),
                        List.of("float", "8", "8.00"),
                        List.of("string", "", "m"),
                        List.of("float", "-0.01", "-0.01"))
                .containsSubsequence(
                        List.of("string", "", "1#楼"),
                        List.of("float", "1", "1"),
                        List.of("float", "3390008.25", "3390008.250"),
                        List.of("float", "553630", "553630.000"))
                .contains(
                        List.of(
                                "string",
                                "",
                                "=HYPERLINK(&quot;http://x&quot;,&quot;1&quot;)&lt;b&gt;&amp;amp;%%c_x0041_\\U+4E00\uD83D\uDE00]]&gt;"));
    }

    /** Numbers with their format: {@code 7.99 [#,##0.00]}. */
    private static List<String> shown(Row row) {
        List<String> all = new ArrayList<>();
        for (Cell cell : row) {
            if (cell.getCellType() == CellType.NUMERIC) {
                String number = java.math.BigDecimal.valueOf(cell.getNumericCellValue())
                        .stripTrailingZeros()
                        .toPlainString();
                all.add(number + " [" + cell.getCellStyle().getDataFormatString() + "]");
            } else {
                all.add(cell.getStringCellValue());
            }
        }
        return all;
    }

    private static List<String> names(XSSFWorkbook book) {
        return StreamSupport.stream(book.spliterator(), false)
                .map(Sheet::getSheetName)
                .toList();
    }

    private static XSSFWorkbook open(CheckResult result, Language language) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(FindingsFile.XLSX.write(result, language)));
    }
}
