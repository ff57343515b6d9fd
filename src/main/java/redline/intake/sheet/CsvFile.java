package redline.intake.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import redline.intake.file.FileContents;
import redline.intake.file.Reading;
import redline.intake.file.Sheet;
import redline.intake.file.Troubles;
import redline.intake.file.Upload;
import redline.quantity.Text;

/** A CSV file: one sheet, named as the file. Its encoding and its separator are found out and said. */
public final class CsvFile {
    private final Upload upload;
    private final Troubles troubles = new Troubles(SheetLimits.OF_A_KIND);
    private final TreeMap<String, Integer> types = new TreeMap<>();
    private final List<Sheet.Row> rows = new ArrayList<>();
    private int cells;
    private int numeric;
    private BigDecimal sum = BigDecimal.ZERO;
    private boolean keeps = true;

    private CsvFile(Upload upload) {
        this.upload = upload;
    }

    /** True for text that is named as a table or plainly is one. Other text is for other readers, which are asked first. */
    public static boolean claims(Upload upload, String start) {
        boolean wide = start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff");
        if (!wide && start.indexOf('\0') >= 0 || start.startsWith("%PDF")) {
            return false;
        }
        return switch (upload.extension()) {
            case "csv", "tsv", "txt" -> true;
            default -> !wide && CsvSeparator.plainlyATable(start);
        };
    }

    public static Reading read(Upload upload) throws IOException {
        return new CsvFile(upload).read(upload.bytes());
    }

    private Reading read(byte[] bytes) {
        CsvEncoding encoding = CsvEncoding.of(bytes);
        String text = encoding.text();
        if (text.isBlank() || text.indexOf('\0') >= 0) {
            Text what = text.isBlank()
                    ? new Text("文件里没有内容", "There is nothing in the file")
                    : new Text("不是文字文件，里面有 0 字节", "Not a text file: it holds zero bytes");
            return Reading.refused(FileContents.refused(
                    upload.name(),
                    "CSV",
                    null,
                    what,
                    new Text(
                            "请从 Excel 或 WPS 另存为 CSV UTF-8 或 .xlsx",
                            "Save it as CSV UTF-8 or .xlsx from Excel or WPS")));
        }
        CsvSeparator separator = CsvSeparator.of(text);
        CsvRecords records = new CsvRecords(separator.rest(text), separator.sign());
        int number = 0;
        for (List<String> record = records.next(); record != null; record = records.next()) {
            if (!add(++number, record, separator.sign())) {
                return Reading.refused(FileContents.refused(
                        upload.name(),
                        "CSV",
                        null,
                        SheetFault.tooLarge(
                                        "",
                                        "填了的格多于 " + SheetLimits.CELLS + " 个",
                                        "More than " + SheetLimits.CELLS + " filled cells")
                                .trouble()));
            }
        }
        complain(encoding, separator, records);
        return reading(encoding, separator);
    }

    private boolean add(int number, List<String> record, char separator) {
        List<Sheet.Cell> filled = new ArrayList<>();
        for (int column = 0; column < record.size(); column++) {
            String text = Written.text(record.get(column));
            if (text.isEmpty()) {
                continue;
            }
            // beside ";" a comma may be the decimal sign, so such a text is no number
            BigDecimal value = Written.number(text, separator != ';');
            types.merge(value == null ? "s" : "n", 1, Integer::sum);
            if (value != null) {
                numeric++;
                sum = sum.add(value);
            }
            if (++cells > SheetLimits.CELLS) {
                return false;
            }
            if (record.get(column).length() > SheetLimits.CELL_TEXT) {
                new SheetTroubles(name(), troubles)
                        .add(
                                Ref.name(number - 1, column),
                                CellValue.tooLong(),
                                new Text("请核对引号是否成对", "Check that quotes come in pairs"));
            }
            if (keeps) {
                filled.add(new Sheet.Cell(column, Ref.name(number - 1, column), text, value, null, 1, 1));
            }
        }
        keeps &= cells <= SheetLimits.KEPT_CELLS;
        if (keeps && !filled.isEmpty()) {
            rows.add(new Sheet.Row(number, filled));
        }
        return true;
    }

    private void complain(CsvEncoding encoding, CsvSeparator separator, CsvRecords records) {
        Text toUtf8 = new Text("有乱码的，请另存为 CSV UTF-8", "Where it is garbled, save it as CSV UTF-8");
        if (encoding.faulty()) {
            troubles.add(
                    "",
                    new Text(
                            "有的字节不成字，按 " + encoding.name() + " 读作 �",
                            "Some bytes are of no character of " + encoding.name() + "; read as �"),
                    new Text("请另存为 CSV UTF-8", "Save it as CSV UTF-8"));
        } else if (encoding.guessed()) {
            troubles.add(
                    "",
                    new Text("没有写明文字编码，按 GB18030(GBK)读", "The encoding of texts is not stated; read as GB18030 (GBK)"),
                    toUtf8);
        }
        if (records.wide()) {
            troubles.add(
                    "",
                    new Text(
                            "有的行多于 " + SheetLimits.COLUMNS + " 列，多出的不读",
                            "Some rows have more than " + SheetLimits.COLUMNS + " columns; those beyond are not read"),
                    new Text("请核对分隔符", "Check the separator"));
        }
        if (records.unclosed()) {
            troubles.add(
                    "",
                    new Text("有一个引号没有配对，其后的内容并成了一格", "A quote is never closed; what follows it became one cell"),
                    new Text("请补上引号，或另存为 .xlsx", "Close the quote, or save it as .xlsx"));
        }
        if (separator.unsure()) {
            troubles.add(
                    "",
                    new Text("看不出用什么分隔，按一列读", "No separator was found; read as one column"),
                    new Text("请用逗号、分号或制表符分隔，或另存为 .xlsx", "Separate by comma, semicolon or tab, or save it as .xlsx"));
        }
        if (!keeps) {
            rows.clear();
            troubles.add(
                    name(),
                    new Text(
                            "填了 " + cells + " 格，太多，只计数，不当作指标表读",
                            "It has " + cells
                                    + " filled cells, too many; counted only, not read as a table of indicators"),
                    new Text("请把指标表单独放在一个文件里", "Put the tables of indicators in a file of their own"));
        }
    }

    private String name() {
        int dot = upload.name().lastIndexOf('.');
        return dot <= 0 ? upload.name() : upload.name().substring(0, dot);
    }

    private Reading reading(CsvEncoding encoding, CsvSeparator separator) {
        String name = name();
        String path = "sheets[" + name + "].";
        String total = Written.plain(sum.setScale(Math.min(Math.max(sum.scale(), 0), 15), RoundingMode.HALF_EVEN)
                .stripTrailingZeros());
        List<FileContents.Value> values = List.of(
                new FileContents.Value("separator", separator.name(), "1"),
                new FileContents.Value(path + "cells", String.valueOf(cells), name),
                new FileContents.Value(path + "numeric", String.valueOf(numeric), name),
                new FileContents.Value(path + "numericSum", total, name));
        FileContents contents = new FileContents(
                upload.name(),
                "CSV",
                null,
                encoding.name(),
                null,
                List.of(new FileContents.Layer(name, types, 0, 0, 0, null)),
                values,
                troubles.all(),
                false);
        List<Sheet> sheets = keeps ? List.of(new Sheet(name, false, List.copyOf(rows))) : List.of();
        return new Reading(contents, List.of(), sheets);
    }
}
