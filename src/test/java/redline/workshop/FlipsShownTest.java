package redline.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import redline.finding.Verdict;
import redline.quantity.Language;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.quantity.Unit;
import redline.quantity.Value;
import redline.requirement.Bound;
import redline.requirement.Comparator;
import redline.scheme.Subject;

/** A back-test as a workbook and as a map. */
class FlipsShownTest {
    private static Flip flip(String number, String project, Verdict after, Flip.Place place) {
        return new Flip(
                number,
                project,
                "P-1",
                "road-setback",
                new Text("退让道路红线", "Setback from the road"),
                new Subject(Subject.Kind.VOLUME_SIDE, "1|东", new Text("1号楼 → 东侧", "1 → east")),
                Verdict.PASS,
                after,
                Quantity.SETBACK,
                Value.Amount.of("13.5"),
                new Bound(Comparator.AT_LEAST, Value.Amount.of("12")),
                new Bound(Comparator.AT_LEAST, Value.Amount.of("14")),
                new BigDecimal("-0.5"),
                Unit.METRE,
                place);
    }

    private static final List<Flip> FLIPS = List.of(
            flip("1", "=HYPERLINK(\"http://x\")", Verdict.VIOLATION, new Flip.Place("EPSG:4549", 553_000, 3_390_000)),
            flip("2", "a<b>&\"c\"", Verdict.UNDETERMINED, new Flip.Place("EPSG:4549", 557_000, 3_391_000)),
            flip("3", "乙", Verdict.NOT_APPLICABLE, new Flip.Place("EPSG:4528", 1, 1)),
            flip("4", "丙", null, null));

    @Test
    void the_workbook_holds_every_row_and_no_formula() throws IOException {
        TreeMap<Flip.Kind, Long> kinds = new TreeMap<>();
        FLIPS.forEach(flip -> kinds.merge(flip.kind(), 1L, Long::sum));
        BackTestResult.Half none = new BackTestResult.Half(0, 9, 0, 0, 0, 0, new TreeMap<>(), List.of());
        BackTestResult.Half half = new BackTestResult.Half(9, 0, 30, 6, 5, 2, kinds, FLIPS);
        BackTestResult result = new BackTestResult(
                LocalDate.of(2027, 1, 1),
                10,
                new TreeMap<>(Map.of(BackTest.Mode.REJUDGED, none, BackTest.Mode.PROJECTED, half)),
                Map.of(FailedCase.Why.RECORD, 1L),
                List.of(new FailedCase("9", "+甲", FailedCase.Why.RECORD, "=1+1")),
                false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        FlipWorkbook.write(result, Language.ZH, out);

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(book).hasSize(4);
            assertThat(cells(book.getSheet("测算").getRow(1)))
                    .containsExactly(
                            "1",
                            "=HYPERLINK(\"http://x\")",
                            "P-1",
                            "退让道路红线",
                            "road-setback",
                            "1号楼 → 东侧",
                            "符合",
                            "不符合",
                            "13.50\u00a0m",
                            "≥\u00a012.00\u00a0m",
                            "≥\u00a014.00\u00a0m",
                            "-0.5",
                            "m",
                            "EPSG:4549",
                            "553000.0",
                            "3390000.0");
            assertThat(book.getSheet("测算").getLastRowNum()).isEqualTo(4);
            assertThat(book.getSheet("既有件重判").getLastRowNum()).isZero();
            assertThat(cells(book.getSheet("未能重判的案件").getRow(1))).containsExactly("9", "+甲", "存档的方案记录读不出", "=1+1");
            book.forEach(sheet -> sheet.forEach(
                    row -> row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA))));
            assertThat(cells(book.getSheet("结果").getRow(1))).containsExactly("案件数", "10.0");
        }
    }

    private static List<String> cells(Row row) {
        List<String> cells = new java.util.ArrayList<>();
        row.forEach(cell -> cells.add(
                cell.getCellType() == CellType.NUMERIC
                        ? String.valueOf(cell.getNumericCellValue())
                        : cell.getStringCellValue()));
        return cells;
    }

    @Test
    void the_map_draws_one_system_to_scale_and_counts_the_rest() throws Exception {
        String svg = FlipMap.svg(FLIPS, Language.ZH);

        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        // 4 000 m over 820 pixels: 0.205 pixels a metre; the two stand 40 pixels from the edges, 205 apart in height.
        assertThat(svg).contains("<g><polygon points=\"40.0,").contains("<g><polygon points=\"860.0,");
        assertThat(svg)
                .contains("1 km")
                .contains("符合 → 不符合:1")
                .contains("符合 → 待核实:1")
                .contains("坐标系 EPSG:4549 · 其他坐标系,未画:1 · 没有位置,未画:1")
                .doesNotContain("style=");
        assertThat(FlipMap.svg(FLIPS, Language.ZH)).isEqualTo(svg);
        assertThat(FlipMap.svg(List.of(), Language.EN)).contains("nothing to draw");
    }
}
