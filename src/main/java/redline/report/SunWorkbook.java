package redline.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import redline.quantity.Language;
import redline.sun.WindowSun;

/**
 * The 日照户表 as a workbook: hours and levels as numbers, stretches of time as text. What users wrote stands in text cells that no
 * program takes for a formula.
 */
public final class SunWorkbook {
    private static final int[] WIDTHS = {10, 8, 14, 14, 12, 14, 10, 34, 10, 34, 10, 12, 12, 12, 12, 40};
    private static final int CHARACTER = 256;
    private static final String HOURS = "0.0000";
    private static final String METRES = "0.00";

    private final Words words;
    private final SunTableText text;
    private final XSSFWorkbook book;
    private final CellStyle plain;
    private final CellStyle head;
    private final CellStyle hours;
    private final CellStyle metres;

    private SunWorkbook(Words words, XSSFWorkbook book) {
        this.words = words;
        this.text = new SunTableText(words);
        this.book = book;
        this.plain = style(null);
        plain.setQuotePrefixed(true);
        plain.setWrapText(true);
        this.hours = style(HOURS);
        this.metres = style(METRES);
        this.head = style(null);
        Font bold = book.createFont();
        bold.setBold(true);
        head.setFont(bold);
        head.setWrapText(true);
        head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    /**
     * @param basis what it was computed by, a line each
     * @throws IOException where it cannot be written
     */
    public static void write(SunTable table, List<String> basis, Language language, OutputStream out)
            throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            book.getProperties().getCoreProperties().setCreated(Optional.empty());
            new SunWorkbook(Words.of(language), book).all(table, basis);
            book.write(out);
        }
    }

    private CellStyle style(String format) {
        CellStyle style = book.createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.TOP);
        if (format != null) {
            style.setDataFormat(book.createDataFormat().getFormat(format));
        }
        return style;
    }

    private void all(SunTable table, List<String> basis) {
        Sheet sheet = book.createSheet(words.get("sun.table"));
        List<String> heads = text.heads();
        Row first = sheet.createRow(0);
        for (int i = 0; i < heads.size(); i++) {
            cell(first, i, heads.get(i), head);
            sheet.setColumnWidth(i, WIDTHS[i] * CHARACTER);
        }
        int at = 1;
        for (SunTable.Row row : table.rows()) {
            row(sheet.createRow(at++), row);
        }
        sheet.createFreezePane(4, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, Math.max(1, at - 1), 0, heads.size() - 1));
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setFitToPage(true);
        Sheet sums = book.createSheet(words.get("sun.sums"));
        sums.setColumnWidth(0, 44 * CHARACTER);
        sums.setColumnWidth(1, 14 * CHARACTER);
        int line = 0;
        for (ReportPage.Fact fact : text.foot(table.foot())) {
            Row row = sums.createRow(line++);
            cell(row, 0, fact.label(), plain);
            row.createCell(1).setCellValue(Integer.parseInt(fact.text()));
        }
        line++;
        for (String said : basis) {
            cell(sums.createRow(line++), 0, said, plain);
        }
    }

    private void row(Row to, SunTable.Row row) {
        ReportPage.SunRow shown = text.row(row);
        SunLine line = row.line();
        WindowSun sun = line.sun();
        int at = 0;
        cell(to, at++, shown.building(), plain);
        cell(to, at++, shown.storey(), plain);
        cell(to, at++, shown.dwelling(), plain);
        cell(to, at++, shown.window(), plain);
        cell(to, at++, shown.room(), plain);
        cell(to, at++, shown.facing(), plain);
        number(to, at++, line.sill(), shown.sill(), metres);
        cell(to, at++, sun == null ? shown.before() : SunText.seconds(sun.before()), plain);
        number(to, at++, sun == null ? null : sun.hoursBefore(), shown.hoursBefore(), hours);
        cell(to, at++, sun == null ? shown.after() : SunText.seconds(sun.after()), plain);
        number(to, at++, sun == null ? null : sun.hoursAfter(), shown.hoursAfter(), hours);
        number(to, at++, sun == null ? null : sun.hoursAfter() - sun.hoursBefore(), shown.less(), hours);
        cell(to, at++, shown.standard(), plain);
        cell(to, at++, shown.windowVerdictText(), plain);
        cell(to, at++, (shown.dwellingVerdictText() + " " + shown.dwellingChange()).strip(), plain);
        cell(to, at, shown.takers(), plain);
    }

    /** Hours to a tenth of a millisecond hold every digit that decides. */
    private void number(Row row, int column, Double value, String otherwise, CellStyle style) {
        if (value == null) {
            cell(row, column, otherwise, plain);
            return;
        }
        Cell cell = row.createCell(column);
        cell.setCellStyle(style);
        cell.setCellValue(Math.round(value * 1e6) / 1e6);
    }

    private static void cell(Row row, int column, String value, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(style);
        cell.setCellValue(value);
    }
}
