package redline.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import redline.measure.Sunlight;
import redline.quantity.Language;
import redline.sun.WindowSun;

/**
 * The 日照户表 as a workbook: hours and levels as numbers, stretches of time as text. What users wrote stands in text cells that no
 * program takes for a formula.
 */
public final class SunWorkbook {
    /** In characters; one stretch of time a line. */
    private static final int[] WIDTHS = {10, 6, 12, 12, 10, 12, 9, 21, 9, 21, 9, 10, 9, 13, 18, 20};

    private static final int[] SUM_WIDTHS = {90, 14};
    private static final float LINE = 15;
    private static final int FIRST_WIDE = 0x2E80;
    private static final Pattern WORDS = Pattern.compile("(?<=[ \\u2E80-\\uFFFF])");
    private static final int CHARACTER = 256;
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String HOURS = "0.0000";
    private static final String METRES = "0.00";

    private final Words words;
    private final SunTableText text;
    private final FacadeText facades;
    private final XSSFWorkbook book;
    private final CellStyle plain;
    private final CellStyle head;
    private final CellStyle hours;
    private final CellStyle metres;

    private SunWorkbook(Words words, XSSFWorkbook book) {
        this.words = words;
        this.text = new SunTableText(words);
        this.facades = new FacadeText(words);
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
     * One sheet for each day with dwellings or rooms, one for the façades that were sampled on it, and one with the sums and by what they were computed.
     *
     * @throws IOException where it cannot be written
     */
    public static void write(List<SunDay> days, Language language, OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            book.getProperties().getCoreProperties().setCreated(Optional.empty());
            new SunWorkbook(Words.of(language), book).all(days);
            book.write(bytes);
        }
        withoutTime(bytes.toByteArray(), out);
    }

    /** The same archive with one time for all its entries, so that equal tables give equal bytes. */
    private static void withoutTime(byte[] archive, OutputStream out) throws IOException {
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(archive))) {
            ZipOutputStream to = new ZipOutputStream(out);
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(NO_TIME);
                to.putNextEntry(same);
                from.transferTo(to);
                to.closeEntry();
            }
            to.finish();
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

    private void all(List<SunDay> days) {
        for (SunDay day : days) {
            if (!day.day().homes().isEmpty()) {
                table(
                        day.table(),
                        book.createSheet(words.get("sun.sheet-" + day.day().kind())));
            }
        }
        for (SunDay day : days) {
            if (day.facades() != null && !day.facades().facades().isEmpty()) {
                facades(
                        day,
                        book.createSheet(
                                words.get("sun.facades-sheet-" + day.day().kind())));
            }
        }
        int line = 0;
        Sheet sums = book.createSheet(words.get("sun.sums"));
        sums.setColumnWidth(0, SUM_WIDTHS[0] * CHARACTER);
        sums.setColumnWidth(1, SUM_WIDTHS[1] * CHARACTER);
        onePageWide(sums);
        for (SunDay day : days) {
            for (String said : day.basis(words)) {
                Row row = sums.createRow(line++);
                cell(row, 0, said, plain);
                highEnough(row, SUM_WIDTHS);
            }
            for (ReportPage.Fact fact : text.foot(day.table().foot())) {
                Row row = sums.createRow(line++);
                cell(row, 0, fact.label(), plain);
                row.createCell(1).setCellValue(Integer.parseInt(fact.text()));
            }
            for (String said : facades.notes(day)) {
                cell(sums.createRow(line++), 0, said, plain);
            }
            line++;
        }
    }

    private void table(SunTable table, Sheet sheet) {
        fill(sheet, text.heads(), WIDTHS, 4, table.rows(), this::row);
    }

    /** A head and a row for each thing, so high that all of it is seen; the first columns stay in sight. */
    private <T> void fill(
            Sheet sheet, List<String> heads, int[] widths, int staying, List<T> things, BiConsumer<Row, T> write) {
        Row first = sheet.createRow(0);
        for (int i = 0; i < heads.size(); i++) {
            cell(first, i, heads.get(i), head);
            sheet.setColumnWidth(i, widths[i] * CHARACTER);
        }
        highEnough(first, widths);
        for (int i = 0; i < things.size(); i++) {
            Row row = sheet.createRow(i + 1);
            write.accept(row, things.get(i));
            highEnough(row, widths);
        }
        sheet.createFreezePane(staying, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, Math.max(1, things.size()), 0, heads.size() - 1));
        printed(sheet);
    }

    /** A row for each storey of each façade. */
    private void facades(SunDay day, Sheet sheet) {
        List<String> heads = new ArrayList<>(List.of(
                words.get("sun.col-building"),
                words.get("sun.facades-col-side"),
                words.get("sun.facades-col-length"),
                words.get("sun.col-storey"),
                words.get("sun.facades-col-points-level"),
                words.get("sun.facades-col-least-before"),
                words.get("sun.facades-col-most-before"),
                words.get("sun.facades-col-least-after"),
                words.get("sun.facades-col-most-after")));
        facades.classes().forEach(of -> heads.add(words.get("sun.facades-col-class", of)));
        heads.add(words.get("sun.facades-col-takers"));
        heads.add(words.get("sun.facades-col-missing"));
        int[] widths = new int[heads.size()];
        Arrays.fill(widths, 12);
        Arrays.fill(widths, heads.size() - 2, heads.size(), 40);
        fill(sheet, heads, widths, 2, FacadeLine.storeys(day, day.facades().facades()), this::facade);
    }

    private void facade(Row to, FacadeLine line) {
        Sunlight.FacadeRow row = line.rows().get(0);
        int at = 0;
        cell(to, at++, words.of(line.building()), plain);
        cell(to, at++, facades.side(line), plain);
        number(to, at++, line.facade().line().getLength(), "", metres);
        cell(to, at++, facades.storey(row), plain);
        number(to, at++, row.level().doubleValue(), "", metres);
        for (BigDecimal of : Arrays.asList(line.least(false), line.most(false), line.least(true), line.most(true))) {
            number(to, at++, of == null ? null : (Double) of.doubleValue(), words.get("unknown"), hours);
        }
        List<BigDecimal> lengths = line.classes();
        for (int i = 0; i < facades.classes().size(); i++) {
            Double length = lengths.isEmpty() ? null : (Double) lengths.get(i).doubleValue();
            number(to, at++, length, words.get("unknown"), metres);
        }
        cell(to, at++, String.join("\n", facades.takers(line)), plain);
        cell(to, at, facades.missing(line.missing(true)), plain);
    }

    private static void printed(Sheet sheet) {
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
        onePageWide(sheet);
    }

    private static void onePageWide(Sheet sheet) {
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setFitToPage(true);
    }

    /** For all lines of its texts: not every program makes room for text that wraps. */
    private static void highEnough(Row row, int[] widths) {
        int most = 1;
        for (Cell cell : row) {
            if (cell.getCellType() == CellType.STRING) {
                most = Math.max(most, lines(cell.getStringCellValue(), widths[cell.getColumnIndex()]));
            }
        }
        row.setHeightInPoints(most * LINE);
    }

    /** As many as a text takes that breaks between words and between Chinese characters. */
    private static int lines(String text, int width) {
        int lines = 0;
        for (String line : text.split("\n", -1)) {
            lines++;
            int used = 0;
            for (String word : WORDS.split(line)) {
                int wide = wide(word.strip());
                if (used > 0 && used + wide > width) {
                    lines++;
                    used = 0;
                }
                lines += Math.max(0, wide - 1) / width;
                used += wide(word);
            }
        }
        return lines;
    }

    /** A Chinese character is as wide as two others. */
    private static int wide(String text) {
        return text.codePoints().map(c -> c < FIRST_WIDE ? 1 : 2).sum();
    }

    private void row(Row to, SunTable.Row row) {
        ReportPage.SunRow shown = text.row(row);
        SunLine line = row.line();
        WindowSun sun = line.sun();
        boolean before = sun != null && line.beforeKnown();
        int at = 0;
        cell(to, at++, shown.building(), plain);
        cell(to, at++, shown.storey(), plain);
        cell(to, at++, shown.dwelling(), plain);
        cell(to, at++, shown.window(), plain);
        cell(to, at++, shown.room(), plain);
        cell(to, at++, shown.facing(), plain);
        number(to, at++, line.sill(), shown.sill(), metres);
        cell(to, at++, before ? SunText.seconds(sun.before()) : words.get("unknown"), plain);
        number(to, at++, before ? sun.hoursBefore() : null, shown.hoursBefore(), hours);
        cell(to, at++, sun == null ? words.get("unknown") : SunText.seconds(sun.after()), plain);
        number(to, at++, sun == null ? null : sun.hoursAfter(), shown.hoursAfter(), hours);
        number(to, at++, before ? sun.hoursAfter() - sun.hoursBefore() : null, shown.less(), hours);
        cell(to, at++, shown.standard(), plain);
        cell(to, at++, shown.windowVerdictText(), plain);
        cell(to, at++, (shown.dwellingVerdictText() + " " + shown.dwellingChange()).strip(), plain);
        cell(to, at, String.join("\n", shown.takers()), plain);
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
