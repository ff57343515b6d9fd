package redline.workshop;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import redline.quantity.Language;
import redline.quantity.Text;
import redline.rulepack.GridColumn;
import redline.rulepack.TableGrid;

/**
 * A table of a pack as a workbook: one sheet with the grid and one that tells how its columns are written.
 *
 * @see TableSheet what reads it again
 */
public final class TableWorkbook {
    private static final Text GRID = new Text("表", "Table");
    private static final Text NOTES = new Text("说明", "Notes");
    /** Rows below those that are there which still offer the words of their column. */
    private static final int SPARE = 200;

    private static final int MOST_WIDE = 40;
    private static final int CHARACTER = 256;
    private static final int CHOICES_FROM = 4;

    private final TableGrid grid;
    private final Language language;
    private final XSSFWorkbook book;
    private final CellStyle head;
    private final CellStyle text;
    private final CellStyle number;
    private final CellStyle day;

    private TableWorkbook(TableGrid grid, Language language, XSSFWorkbook book) {
        this.grid = grid;
        this.language = language;
        this.book = book;
        this.head = book.createCellStyle();
        Font bold = book.createFont();
        bold.setBold(true);
        head.setFont(bold);
        head.setWrapText(true);
        head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        head.setBorderBottom(BorderStyle.THIN);
        this.text = style("@");
        text.setQuotePrefixed(true);
        this.number = style("General");
        this.day = style("yyyy-mm-dd");
    }

    private CellStyle style(String format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }

    /** @throws IOException where it cannot be written */
    public static void write(TableGrid grid, Language language, OutputStream out) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            new TableWorkbook(grid, language, book).sheets();
            book.write(out);
        }
    }

    private void sheets() {
        Sheet sheet = book.createSheet(GRID.in(language));
        Sheet notes = book.createSheet(NOTES.in(language));
        List<GridColumn> columns = grid.columns();
        Row heads = sheet.createRow(0);
        for (int i = 0; i < columns.size(); i++) {
            put(heads.createCell(i), head, columns.get(i).head());
        }
        List<TableGrid.Line> lines = grid.lines();
        for (int i = 0; i < lines.size(); i++) {
            Row row = sheet.createRow(i + 1);
            for (int j = 0; j < columns.size(); j++) {
                put(row.createCell(j), columns.get(j), lines.get(i).cells().get(j));
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            sheet.setColumnWidth(i, width(columns.get(i), i, lines) * CHARACTER);
        }
        sheet.createFreezePane(0, 1);
        notes(notes);
        choices(sheet, notes, lines.size());
    }

    /** Chinese characters are two wide. */
    private int width(GridColumn column, int at, List<TableGrid.Line> lines) {
        int widest = (int) Math.max(10, column.label().length() * 1.5);
        for (TableGrid.Line line : lines) {
            String shown = column.shown(line.cells().get(at), language);
            widest = Math.max(
                    widest,
                    shown.length() + (int) shown.chars().filter(c -> c > 255).count());
        }
        return Math.min(widest + 2, MOST_WIDE);
    }

    private void put(Cell cell, GridColumn column, String written) {
        String shown = column.shown(written, language);
        LocalDate date = column.kind() == GridColumn.Kind.DAY ? dayOf(shown) : null;
        if (shown.isEmpty()) {
            cell.setCellStyle(column.kind() == GridColumn.Kind.DAY ? day : text);
        } else if (date != null) {
            cell.setCellStyle(day);
            cell.setCellValue(date);
        } else if (column.kind() == GridColumn.Kind.NUMBER && shown.matches("-?[0-9]+(\\.[0-9]+)?")) {
            cell.setCellStyle(number);
            cell.setCellValue(new BigDecimal(shown).doubleValue());
        } else {
            put(cell, text, shown);
        }
    }

    private static void put(Cell cell, CellStyle style, String value) {
        cell.setCellStyle(style);
        cell.setCellValue(value);
    }

    private static LocalDate dayOf(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException none) {
            return null;
        }
    }

    private void notes(Sheet sheet) {
        line(sheet, List.of(said("文件", "File"), grid.file()), text);
        line(
                sheet,
                List.of(
                        said("怎么改", "How to change it"),
                        said(
                                "在“表”里改、加、删行，列名不要改；存成 XLSX，在草稿的同一页上传。从某一天起改一个值:加一行，写新值和施行日，旧行自动在前一天失效。",
                                "Change, add and remove rows on the sheet with the table and leave its heads as they are; save as XLSX and"
                                        + " upload it on the same page of the draft. For another value from a day on add a row with it"
                                        + " and its first day; the old row ends the day before by itself.")),
                text);
        sheet.createRow(sheet.getLastRowNum() + 1);
        line(
                sheet,
                List.of(
                        said("列", "Column"),
                        said("名称", "Name in the file"),
                        said("写什么", "What it holds"),
                        said("可选的词", "Words to choose from")),
                head);
        for (GridColumn column : grid.columns()) {
            List<String> cells = new ArrayList<>(List.of(column.head(), column.name(), said(column)));
            words(column).forEach(cells::add);
            line(sheet, cells, text);
        }
        sheet.setColumnWidth(0, MOST_WIDE / 2 * CHARACTER);
        sheet.setColumnWidth(1, MOST_WIDE / 2 * CHARACTER);
        sheet.setColumnWidth(2, MOST_WIDE * CHARACTER);
    }

    private String said(GridColumn column) {
        return switch (column.kind()) {
            case NUMBER ->
                said(
                        "数，不带单位;∞ 与 -∞ 是不封口;来源没有给出写 ?",
                        "A number without its unit; ∞ and -∞ for open ends; ? where the source leaves it open");
            case WORDS -> said("右边的词，可以几个用 | 隔开，或写 任意", "Words to the right, several with | between them, or any");
            case TEXT -> said("文字", "Text");
            case YES_NO -> said("是、否或任意", "yes, no or any");
            case DAY -> said("日期，空白为不限", "A day, empty for open");
            case GRADE -> said("右边的词之一", "One of the words to the right");
        };
    }

    private List<String> words(GridColumn column) {
        return column.kind() == GridColumn.Kind.YES_NO
                ? List.of(column.shown("yes", language), column.shown("no", language))
                : column.words().stream().map(word -> word.said().in(language)).toList();
    }

    /** Offered, not demanded: a cell may hold several words. */
    private void choices(Sheet sheet, Sheet notes, int rows) {
        List<GridColumn> columns = grid.columns();
        for (int i = 0; i < columns.size(); i++) {
            int words = words(columns.get(i)).size();
            if (words > 0) {
                int line = notes.getLastRowNum() - columns.size() + 1 + i + 1;
                String range = "'" + notes.getSheetName() + "'!$" + letter(CHOICES_FROM - 1) + "$" + line + ":$"
                        + letter(CHOICES_FROM - 2 + words) + "$" + line;
                DataValidationConstraint constraint =
                        sheet.getDataValidationHelper().createFormulaListConstraint(range);
                DataValidation choice = sheet.getDataValidationHelper()
                        .createValidation(constraint, new CellRangeAddressList(1, rows + SPARE, i, i));
                choice.setShowErrorBox(false);
                sheet.addValidationData(choice);
            }
        }
    }

    private static String letter(int column) {
        return org.apache.poi.ss.util.CellReference.convertNumToColString(column);
    }

    private String said(String zh, String en) {
        return new Text(zh, en).in(language);
    }

    private void line(Sheet sheet, List<String> cells, CellStyle style) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        for (int i = 0; i < cells.size(); i++) {
            put(row.createCell(i), style, cells.get(i));
        }
    }
}
