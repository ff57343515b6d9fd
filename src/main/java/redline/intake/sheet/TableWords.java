package redline.intake.sheet;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import redline.intake.file.FileContents;
import redline.intake.file.Sheet;
import redline.intake.file.UploadTemplates;
import redline.quantity.Text;

/**
 * What columns, indicators and tables are called: {@code templates/upload/table-words.csv} (table, column, word), where an office's own file
 * wins over the one in the jar. Lines that say nothing known are told, and the others hold.
 */
final class TableWords {
    private static final String NAME = "table-words.csv";

    private final Map<TableKind, Map<String, TableColumn>> columns = new EnumMap<>(TableKind.class);
    private final Map<TableKind, List<String>> titles = new EnumMap<>(TableKind.class);
    /** The first word of each indicator, by which lines below it are told: 机动车停车位 地上. */
    private final Map<TableColumn, String> first = new EnumMap<>(TableColumn.class);

    private final List<FileContents.Trouble> faults = new ArrayList<>();

    private int tried;

    private TableWords() {}

    /** @throws UncheckedIOException where the office's own file cannot be read */
    static TableWords load() {
        return of(CsvEncoding.of(UploadTemplates.bytes(NAME)).text());
    }

    static TableWords of(String csv) {
        TableWords words = new TableWords();
        for (TableKind kind : TableKind.values()) {
            words.columns.put(kind, new HashMap<>());
            words.titles.put(kind, new ArrayList<>());
        }
        CsvRecords records = new CsvRecords(csv, ',');
        int line = 0;
        for (List<String> record = records.next(); record != null; record = records.next()) {
            line++;
            boolean blank = record.size() == 1 && record.get(0).isBlank();
            if (line > 1 && !blank && !record.get(0).startsWith("#")) {
                words.add(line, record);
            }
        }
        return words;
    }

    private void add(int line, List<String> record) {
        TableKind kind = null;
        TableColumn column = null;
        if (record.size() >= 3) {
            kind = kind(record.get(0).strip());
            column = column(record.get(1).strip());
        }
        String word = record.size() < 3
                ? ""
                : HeaderName.of(Written.text(record.get(2))).name();
        if (kind == null || column == null || word.isEmpty()) {
            faults.add(new FileContents.Trouble(
                    NAME + " line " + line,
                    new Text("词表这一行看不懂", "This line of the table of words is not understood"),
                    new Text(
                            "每行写:表,列,词；表和列的写法照原有的行",
                            "Write table,column,word; name tables and columns as the other lines do")));
        } else if (column == TableColumn.TITLE) {
            titles.get(kind).add(word);
        } else {
            columns.get(kind).putIfAbsent(word, column);
            if (kind == TableKind.INDICATORS) {
                first.putIfAbsent(column, word);
            }
        }
    }

    private static TableKind kind(String key) {
        for (TableKind kind : TableKind.values()) {
            if (kind.key().equals(key)) {
                return kind;
            }
        }
        return null;
    }

    private static TableColumn column(String key) {
        for (TableColumn column : TableColumn.values()) {
            if (column.key().equals(key)) {
                return column;
            }
        }
        return null;
    }

    List<FileContents.Trouble> faults() {
        return faults;
    }

    /** Null where the word is not known for this table. */
    TableColumn column(TableKind kind, String name) {
        return columns.get(kind).get(name);
    }

    /** One of the cells is the name of a column in some table. */
    boolean anyKnown(List<Sheet.Cell> cells) {
        return cells.stream()
                .map(cell -> HeaderName.of(cell.text()).name())
                .anyMatch(name -> columns.values().stream().anyMatch(known -> known.containsKey(name)));
    }

    /** For the next file. */
    void start() {
        tried = 0;
    }

    /** False after so many headers that the file cannot be meant. */
    boolean mayTry() {
        return ++tried <= SheetLimits.HEADERS;
    }

    /** 地上 below 机动车停车位. Null where that says nothing. */
    TableColumn below(TableColumn above, String name) {
        String word = first.get(above);
        return word == null ? null : columns.get(TableKind.INDICATORS).get(word + name);
    }

    boolean titled(TableKind kind, String text) {
        if (text.length() > HeaderName.LONGEST) {
            return false;
        }
        String name = HeaderName.of(text).name();
        return titles.get(kind).stream().anyMatch(name::contains);
    }
}
