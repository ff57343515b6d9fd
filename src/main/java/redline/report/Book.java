package redline.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import redline.finding.Verdict;
import redline.quantity.Language;

/**
 * A workbook in the making: numbers are numbers with a format, texts are texts that no program takes for a formula, verdicts have a
 * colour beside their sign. Sheets print on A4 across, their heads on every page. Same contents, same bytes: no time
 * of day in it.
 */
public final class Book implements AutoCloseable {
    private static final int FIRST_WIDE = 0x2E80;
    private static final Pattern WORDS = Pattern.compile("(?<=[ \\u2E80-\\uFFFF])");
    /** What spreadsheets read as a character written by its number. */
    private static final Pattern WRITTEN_CHARACTER = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    /** How much wider bold letters are, of a short text. */
    private static final String BOLD = "..";

    private static final int CHARACTER = 256;
    private static final float LINE = 15;
    /** Higher a row cannot be. */
    private static final float HIGHEST = 409;

    private static final int LONGEST = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
    private static final String CUT = "…";
    private static final String COUNT = "0_)";
    private static final double MARGIN = 0.4;
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final XSSFWorkbook book = new XSSFWorkbook();
    private final Map<Object, XSSFCellStyle> styles = new HashMap<>();
    private final String title;
    private final String font;

    /** @param title printed above each sheet */
    public Book(String title, Language language) {
        this.title = title;
        this.font = language == Language.ZH ? "宋体" : "Arial";
        book.getFontAt(0).setFontName(font);
        book.getProperties().getCoreProperties().setCreated(Optional.empty());
    }

    /** What stands in a cell. */
    public sealed interface Cell {
        /** Empty for nothing. */
        record Said(String text) implements Cell {}

        /** A word that stands for a row of its own. */
        record Label(String text) implements Cell {}

        /** A format of spreadsheets, such as {@code #,##0.00}. */
        record Number(BigDecimal value, String format, int decimals) implements Cell {}

        /** With its sign and the colour of the verdict. */
        record Judged(String text, Verdict verdict) implements Cell {}
    }

    public static Cell text(String text) {
        return new Cell.Said(text);
    }

    public static Cell label(String text) {
        return new Cell.Label(text);
    }

    /** Shown with so many decimals; nothing where it is null. */
    public static Cell number(BigDecimal value, int decimals) {
        return value == null ? text("") : new Cell.Number(value, "0" + places(decimals), decimals);
    }

    /** The same with thousands set apart. */
    public static Cell amount(BigDecimal value, int decimals) {
        return value == null ? text("") : new Cell.Number(value, "#,##0" + places(decimals), decimals);
    }

    private static String places(int decimals) {
        return decimals == 0 ? "" : "." + "0".repeat(decimals);
    }

    /** A whole number that stands where texts begin. */
    public static Cell count(int value) {
        return new Cell.Number(BigDecimal.valueOf(value), COUNT, 0);
    }

    public static Cell verdict(String text, Verdict verdict) {
        return new Cell.Judged(text, verdict);
    }

    /** @param width in characters of which a Chinese one takes two */
    public record Column(String head, int width) {}

    /**
     * A sheet with a head that stays in sight and a row for each thing, each so high that all of it is seen.
     *
     * @param staying how many columns stay in sight
     * @param none what is said where there are no rows
     */
    public void table(String name, List<Column> columns, int staying, List<List<Cell>> rows, String none) {
        table(name, columns, staying, new Printed(columns.size(), rows.size()), rows, none);
    }

    /** How much of a table goes on paper: columns from the left, rows from the first. */
    public record Printed(int columns, int rows) {}

    /** The same with columns and rows that are not printed. */
    public void table(
            String name, List<Column> columns, int staying, Printed printed, List<List<Cell>> rows, String none) {
        Sheet sheet = sheet(name, columns);
        Row head = sheet.createRow(0);
        for (int i = 0; i < columns.size(); i++) {
            org.apache.poi.ss.usermodel.Cell cell = head.createCell(i);
            cell.setCellStyle(head());
            cell.setCellValue(kept(columns.get(i).head()));
        }
        highEnough(
                head,
                columns,
                columns.stream().<Cell>map(column -> text(column.head() + BOLD)).toList());
        for (int i = 0; i < rows.size(); i++) {
            fill(sheet.createRow(i + 1), columns, rows.get(i));
        }
        if (rows.isEmpty()) {
            put(sheet.createRow(1), 0, text(none));
            if (columns.size() > 1) {
                sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, columns.size() - 1));
            }
        }
        sheet.createFreezePane(staying, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, Math.max(1, rows.size()), 0, columns.size() - 1));
        if (printed.columns() < columns.size() || printed.rows() < rows.size()) {
            book.setPrintArea(book.getSheetIndex(sheet), 0, printed.columns() - 1, 0, Math.max(1, printed.rows()));
        }
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
    }

    /** A sheet of rows without a head. */
    public void list(String name, List<Integer> widths, List<List<Cell>> rows) {
        List<Column> columns =
                widths.stream().map(width -> new Column("", width)).toList();
        Sheet sheet = sheet(name, columns);
        for (int i = 0; i < rows.size(); i++) {
            fill(sheet.createRow(i), columns, rows.get(i));
        }
    }

    private Sheet sheet(String name, List<Column> columns) {
        Sheet sheet = book.createSheet(name);
        for (int i = 0; i < columns.size(); i++) {
            sheet.setColumnWidth(i, columns.get(i).width() * CHARACTER);
        }
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.LEFT, MARGIN);
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.RIGHT, MARGIN);
        sheet.getHeader().setLeft(kept(title).replace("&", "&&"));
        sheet.getHeader().setRight("&A");
        sheet.getFooter().setCenter("&P / &N");
        return sheet;
    }

    private void fill(Row row, List<Column> columns, List<Cell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            put(row, i, cells.get(i));
        }
        highEnough(row, columns, cells);
    }

    private void put(Row row, int column, Cell cell) {
        org.apache.poi.ss.usermodel.Cell here = row.createCell(column);
        if (cell instanceof Cell.Number number) {
            here.setCellStyle(numbers(number.format()));
            here.setCellValue(number.value()
                    .setScale(Math.max(number.decimals(), 6), RoundingMode.HALF_UP)
                    .doubleValue());
        } else if (cell instanceof Cell.Judged judged) {
            here.setCellStyle(verdicts(judged.verdict()));
            here.setCellValue(kept(judged.text()));
        } else if (cell instanceof Cell.Label label) {
            here.setCellStyle(labels());
            here.setCellValue(kept(label.text()));
        } else {
            here.setCellStyle(texts());
            here.setCellValue(kept(((Cell.Said) cell).text()));
        }
    }

    /** What a cell can hold of a text, and as it is. */
    private static String kept(String text) {
        String allowed = WRITTEN_CHARACTER.matcher(Xml.allowed(text)).replaceAll(Matcher.quoteReplacement("_x005F_"));
        if (allowed.length() <= LONGEST) {
            return allowed;
        }
        int end = LONGEST - CUT.length();
        return allowed.substring(0, Character.isHighSurrogate(allowed.charAt(end - 1)) ? end - 1 : end) + CUT;
    }

    private XSSFCellStyle style(Object of, java.util.function.Consumer<XSSFCellStyle> look) {
        return styles.computeIfAbsent(of, key -> {
            XSSFCellStyle style = book.createCellStyle();
            style.setVerticalAlignment(VerticalAlignment.TOP);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBottomBorderColor(colour("#d0d7de"));
            look.accept(style);
            return style;
        });
    }

    private XSSFCellStyle texts() {
        return style("text", style -> {
            style.setQuotePrefixed(true);
            style.setWrapText(true);
        });
    }

    private XSSFCellStyle labels() {
        return style("label", style -> {
            style.setQuotePrefixed(true);
            style.setWrapText(true);
            style.setFont(bold());
        });
    }

    private XSSFCellStyle head() {
        return style("head", style -> {
            style.setQuotePrefixed(true);
            style.setWrapText(true);
            style.setVerticalAlignment(VerticalAlignment.CENTER);
            style.setAlignment(HorizontalAlignment.CENTER);
            style.setBottomBorderColor(colour(PlanStyle.QUIET));
            style.setFont(bold());
            style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        });
    }

    private XSSFCellStyle numbers(String format) {
        return style(format, style -> {
            style.setDataFormat(book.createDataFormat().getFormat(format));
            style.setAlignment(format.equals(COUNT) ? HorizontalAlignment.LEFT : HorizontalAlignment.RIGHT);
            style.setIndention((short) (format.equals(COUNT) ? 0 : 1));
        });
    }

    /** As on the plan: what breaks a rule is bold, too. */
    private XSSFCellStyle verdicts(Verdict verdict) {
        return style(verdict, style -> {
            XSSFFont ink = book.createFont();
            ink.setFontName(font);
            ink.setBold(verdict == Verdict.VIOLATION);
            ink.setColor(colour(PlanStyle.colour(verdict)));
            style.setFont(ink);
            style.setQuotePrefixed(true);
            style.setWrapText(true);
            style.setFillForegroundColor(colour(PlanStyle.ground(verdict)));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        });
    }

    private XSSFFont bold() {
        XSSFFont bold = book.createFont();
        bold.setFontName(font);
        bold.setBold(true);
        return bold;
    }

    private static XSSFColor colour(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return new XSSFColor(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb}, null);
    }

    /** For all lines of its texts: not every program makes room for text that wraps. */
    private static void highEnough(Row row, List<Column> columns, List<Cell> cells) {
        int most = 1;
        for (int i = 0; i < cells.size(); i++) {
            most = Math.max(most, lines(shown(cells.get(i)), columns.get(i).width()));
        }
        row.setHeightInPoints(Math.min(HIGHEST, most * LINE));
    }

    private static String shown(Cell cell) {
        if (cell instanceof Cell.Said said) {
            return said.text();
        }
        if (cell instanceof Cell.Label label) {
            return label.text();
        }
        return cell instanceof Cell.Judged judged ? judged.text() : "";
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

    /** The workbook as it is now. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            book.write(bytes);
            return alike(bytes.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
    }

    /** The same archive with one time for all its entries. */
    private static byte[] alike(byte[] archive) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(archive));
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(NO_TIME);
                to.putNextEntry(same);
                from.transferTo(to);
                to.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        try {
            book.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a book in memory", impossible);
        }
    }
}
