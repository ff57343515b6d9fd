package redline.workshop;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import redline.finding.Verdict;
import redline.quantity.Language;
import redline.quantity.Text;
import redline.report.Shown;
import redline.report.Words;

/**
 * A back-test as a workbook: the counts, the flips of each mode, the cases that failed. Whatever users wrote stands in text cells that
 * no program takes for a formula. Rows go to the disk as they are made.
 */
public final class FlipWorkbook {
    private static final int ROWS_IN_MEMORY = 100;
    private static final List<Text> FLIP_HEAD = List.of(
            new Text("案件编号", "Case"),
            new Text("项目", "Project"),
            new Text("宗地代码", "Parcel"),
            new Text("规则", "Rule"),
            new Text("规则编号", "Rule id"),
            new Text("审查对象", "Subject"),
            new Text("现行结论", "In force"),
            new Text("草案结论", "Draft"),
            new Text("实测值", "Measured"),
            new Text("现行要求", "Required in force"),
            new Text("草案要求", "Required by the draft"),
            new Text("草案下余量(负数为差)", "Margin under the draft (negative: short)"),
            new Text("余量单位", "Unit of the margin"),
            new Text("坐标系", "CRS"),
            new Text("东坐标 m", "East, m"),
            new Text("北坐标 m", "North, m"));
    private static final List<Text> FAILED_HEAD = List.of(
            new Text("案件编号", "Case"), new Text("项目", "Project"), new Text("原因", "Reason"), new Text("详情", "Detail"));

    private final Language language;
    private final Shown shown;
    private final SXSSFWorkbook book;
    private final CellStyle text;

    private FlipWorkbook(Language language, SXSSFWorkbook book) {
        this.language = language;
        this.shown = new Shown(Words.of(language));
        this.book = book;
        this.text = book.createCellStyle();
        text.setQuotePrefixed(true);
    }

    /** @throws IOException where it cannot be written */
    public static void write(BackTestResult result, Language language, OutputStream out) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            new FlipWorkbook(language, book).all(result);
            book.write(out);
        }
    }

    private void all(BackTestResult result) {
        Sheet counts = sheet(new Text("结果", "Result"));
        counts(result).forEach(line -> row(counts, line));
        result.halves().forEach((mode, half) -> {
            Sheet sheet = sheet(mode.title());
            row(sheet, said(FLIP_HEAD));
            half.kept().forEach(flip -> flip(sheet, flip));
        });
        Sheet failed = sheet(new Text("未能重判的案件", "Cases not judged"));
        row(failed, said(FAILED_HEAD));
        for (FailedCase one : result.failedCases()) {
            row(failed, List.of(one.number(), one.project(), one.why().title().in(language), one.detail()));
        }
    }

    private List<List<?>> counts(BackTestResult result) {
        List<List<?>> lines = new ArrayList<>();
        line(lines, new Text("测算日期", "As if on"), result.asIf().toString());
        line(lines, new Text("案件数", "Cases"), result.cases());
        if (result.cancelled()) {
            line(lines, new Text("中途停止,只含停止前的案件", "Stopped; only of the cases until then"), "");
        }
        result.failed().forEach((why, count) -> line(lines, why.title(), count));
        for (Map.Entry<BackTest.Mode, BackTestResult.Half> entry :
                result.halves().entrySet()) {
            BackTestResult.Half half = entry.getValue();
            lines.add(List.of(entry.getKey().title().in(language)));
            line(lines, new Text("按两套规则各判一次的案件", "Cases judged by both"), half.judged());
            line(lines, new Text("依据完全相同、无需再判的案件", "Cases whose basis is the same in both"), half.sameByNature());
            line(lines, new Text("结论改变的案件", "Cases with a changed answer"), half.flippedCases());
            line(lines, new Text("改变的结论", "Changed answers"), half.flips());
            line(lines, new Text("结论不变、限值改变", "Same answer by another bound"), half.boundsChanged());
            half.kinds()
                    .forEach((kind, count) ->
                            lines.add(List.of(verdict(kind.before()) + " → " + verdict(kind.after()), count)));
            if (half.notListed() > 0) {
                line(lines, new Text("计入而未列出", "Counted and not listed"), half.notListed());
            }
        }
        return lines;
    }

    private void line(List<List<?>> lines, Text what, Object value) {
        lines.add(List.of(what.in(language), value));
    }

    private void flip(Sheet sheet, Flip flip) {
        List<Object> cells = new ArrayList<>(List.of(
                flip.caseNumber(),
                flip.project(),
                flip.parcel(),
                flip.ruleTitle().in(language),
                flip.rule(),
                flip.subject().name().in(language),
                verdict(flip.before()),
                verdict(flip.after()),
                flip.measured() == null ? "" : shown.value(flip.measured(), flip.quantity()),
                flip.boundBefore() == null ? "" : shown.bound(flip.boundBefore(), flip.quantity()),
                flip.boundAfter() == null ? "" : shown.bound(flip.boundAfter(), flip.quantity()),
                flip.margin() == null ? "" : flip.margin().doubleValue(),
                flip.marginUnit() == null ? "" : flip.marginUnit().symbol()));
        if (flip.place() != null) {
            cells.addAll(List.of(
                    flip.place().crs(), flip.place().east(), flip.place().north()));
        }
        row(sheet, cells);
    }

    private String verdict(Verdict verdict) {
        return FlipMap.said(verdict).in(language);
    }

    private Sheet sheet(Text name) {
        return book.createSheet(name.in(language));
    }

    private List<String> said(List<Text> words) {
        return words.stream().map(word -> word.in(language)).toList();
    }

    private void row(Sheet sheet, List<?> values) {
        Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        for (int i = 0; i < values.size(); i++) {
            Cell cell = row.createCell(i);
            if (values.get(i) instanceof Number number) {
                cell.setCellValue(number.doubleValue());
            } else {
                cell.setCellStyle(text);
                cell.setCellValue(String.valueOf(values.get(i)));
            }
        }
    }
}
