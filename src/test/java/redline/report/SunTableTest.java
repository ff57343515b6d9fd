package redline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import redline.check.CheckResult;
import redline.check.SchemeRecordJson;
import redline.finding.Verdict;
import redline.quantity.Language;
import redline.report.SunTable.Change;
import redline.report.SunTable.Foot;

/** The layout of docs/sunlight.md by its first way of counting; the hours are held against small steps in {@link SunPageTest}. */
class SunTableTest {
    private static final CheckResult THREE_HOURS = SunChecked.checked(SunChecked.national(), "3");

    @Test
    void a_window_has_before_and_after_the_standard_of_its_dwelling_and_who_shades_it() {
        ReportPage.SunPage page = SunSection.tables(THREE_HOURS, SunSection.days(THREE_HOURS), Words.of(Language.ZH))
                .get(0);
        assertThat(page.striking())
                .contains(new ReportPage.SunRow(
                        "5号楼",
                        "1F",
                        "103",
                        "103南",
                        "客厅",
                        "南",
                        "5.20",
                        List.of("08:00–16:00"),
                        "8 h 00 min",
                        List.of("09:36–10:14", "11:36–12:08", "13:37–13:51", "15:36–16:00"),
                        "1 h 48 min",
                        "−6 h 12 min",
                        "由满足变为不满足",
                        "≥\u00a03\u00a0h",
                        "VIOLATION",
                        "× 不符合",
                        "VIOLATION",
                        "× 不符合",
                        "由满足变为不满足",
                        List.of("1# 1 h 44 min", "4# 1 h 35 min", "2# 1 h 29 min", "共 4 栋")));
    }

    @Test
    void dwellings_are_counted_by_what_the_scheme_does_to_them() {
        SunTable table = SunSection.days(THREE_HOURS).get(0).table();
        assertThat(table.foot()).isEqualTo(new Foot(4, 2, 2, 0, 2, 2, 0));
        assertThat(table.rows().stream().map(SunTable.Row::change))
                .containsExactly(Change.REDUCED, Change.TURNED, Change.TURNED, Change.REDUCED);
        // 104 faces east: four hours before, which was already less than four and a half
        Foot more = SunSection.days(SunChecked.checked(SunChecked.national(), "4.5"))
                .get(0)
                .table()
                .foot();
        assertThat(more).isEqualTo(new Foot(4, 0, 4, 0, 3, 0, 1));
    }

    @Test
    void without_a_finding_nothing_is_said_of_the_standard() {
        SunTable table = SunChecked.day(SunChecked.national()).table();
        assertThat(table.rows()).allSatisfy(row -> {
            assertThat(row.windowVerdict()).isEqualTo(Verdict.UNDETERMINED);
            assertThat(row.dwellingVerdict()).isEqualTo(Verdict.UNDETERMINED);
            assertThat(row.standard()).isEmpty();
            assertThat(row.change()).isEqualTo(Change.LESS);
        });
        assertThat(table.foot()).isEqualTo(new Foot(4, 0, 0, 4, 0, 0, 0));
    }

    @Test
    void a_stored_record_gives_the_same_tables_and_pictures() {
        CheckResult again = new CheckResult(
                THREE_HOURS.program(),
                SchemeRecordJson.read(SchemeRecordJson.write(THREE_HOURS.record())),
                THREE_HOURS.ruling(),
                THREE_HOURS.findings(),
                THREE_HOURS.conclusion());
        assertThat(HtmlReport.write(again, Language.ZH)).isEqualTo(HtmlReport.write(THREE_HOURS, Language.ZH));
    }

    @Test
    void in_the_workbook_hours_are_numbers_and_stretches_are_text_to_the_second() throws IOException {
        byte[] written = workbook(Language.ZH);
        assertThat(workbook(Language.ZH)).isEqualTo(written);
        try (Workbook book = new XSSFWorkbook(new ByteArrayInputStream(written))) {
            Sheet sheet = book.getSheetAt(0);
            assertThat(sheet.getSheetName()).isEqualTo("日照户表");
            assertThat(texts(sheet.getRow(0)))
                    .containsExactly(
                            "楼号", "层", "户号", "窗号", "房间", "朝向", "窗台标高 m", "建设前 时段", "建设前 时数", "建设后 时段", "建设后 时数", "变化",
                            "标准", "窗结论", "户结论", "主要遮挡建筑");
            Row row = sheet.getRow(2);
            assertThat(row.getCell(9).getStringCellValue())
                    .isEqualTo("09:35:36–10:14:18, 11:36:00–12:07:41, 13:36:44–13:50:47, 15:35:30–16:00:00");
            assertThat(row.getCell(10).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(row.getCell(10).getNumericCellValue()).isEqualTo(1.815931);
            assertThat(row.getCell(10).getCellStyle().getDataFormatString()).isEqualTo("0.0000");
            assertThat(row.getCell(6).getNumericCellValue()).isEqualTo(5.2);
            assertThat(book.getSheetAt(1).getRow(2).getCell(1).getNumericCellValue())
                    .isEqualTo(4);
        }
    }

    private static byte[] workbook(Language language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SunWorkbook.write(SunSection.days(THREE_HOURS), language, out);
        return out.toByteArray();
    }

    private static List<String> texts(Row row) {
        return java.util.stream.StreamSupport.stream(row.spliterator(), false)
                .map(Cell::getStringCellValue)
                .toList();
    }
}
