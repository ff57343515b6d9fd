package redline.rulepack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import redline.quantity.Text;

/**
 * A table of a pack as a grid that people fill in. What they do not touch keeps its bytes; a line that is added and begins on a later day
 * than one that speaks of the same closes that one with the day before.
 */
public final class TableGrid {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String file;
    private final boolean marked;
    private final WrittenTable written;
    private final List<GridColumn> columns;
    private final Set<String> keys;

    private TableGrid(String file, boolean marked, WrittenTable written, List<GridColumn> columns, Set<String> keys) {
        this.file = file;
        this.marked = marked;
        this.written = written;
        this.columns = columns;
        this.keys = keys;
    }

    /**
     * One line of the grid.
     *
     * @param number of the line in the file, 0 for one that is new
     * @param cells as the file writes them, by column; the last is the number of the document
     */
    public record Line(int number, List<String> cells) {
        boolean blank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /**
     * The file with what was filled in.
     *
     * @param rows of each line that was filled in its line in the file, -1 where it was left out
     * @param closed last days that lines got because others follow on them, by their place among those filled in, from 0
     */
    public record Filled(String text, List<Integer> rows, Map<Integer, LocalDate> closed) {
        /** Which of the lines that were filled in, from 0, stands at a line of the file; -1 for none. */
        public int rowAt(int line) {
            return rows.indexOf(line);
        }
    }

    /**
     * @param book that knows which columns pick a row; of a table that it does not have, words do and numbers do not
     * @param file relative to the rules folder
     * @throws PackFault where it is no table that can be shown as a grid
     */
    public static TableGrid of(RuleBook book, String file, String text) {
        boolean marked = text.startsWith(BYTE_ORDER_MARK);
        String plain = marked ? text.substring(1) : text;
        readable(file, plain);
        WrittenTable written = WrittenTable.of(file, plain);
        List<GridColumn> columns = GridColumn.of(written);
        return new TableGrid(file, marked, written, columns, keys(book, file, columns));
    }

    private static void readable(String file, String text) {
        List<CsvLine> lines = CsvLine.split(text);
        List<String> head = lines.size() < 2 ? List.of() : lines.get(0).cells();
        int end = head.size() - (head.isEmpty() || !head.get(head.size() - 1).equals(TableReader.DOCUMENT) ? 0 : 1);
        int own = end - TableReader.LAST.size();
        boolean headed = own > 0
                && head.subList(own, end).equals(TableReader.LAST)
                && head.subList(0, own).stream().allMatch(GridColumn::readable);
        CsvLine uneven = lines.stream()
                .filter(line -> line.cells().size() != head.size())
                .findFirst()
                .orElse(null);
        if (!headed || uneven != null) {
            throw new PackFault(List.of(new Fault(
                    file,
                    headed ? uneven.number() : 1,
                    "",
                    new Text("表头或这一行的格数有误，不能按表格打开", "The head or this line is not sound; it cannot be shown as a grid"),
                    new Text("先按文件改正这一行", "Mend the line in the file first"))));
        }
    }

    private static Set<String> keys(RuleBook book, String file, List<GridColumn> columns) {
        Pack pack = book.packs().get(file.substring(0, file.indexOf('/')));
        Pack.Table known = pack == null
                ? null
                : pack.tables().stream()
                        .filter(table -> pack.fileOf(table).equals(file))
                        .findFirst()
                        .orElse(null);
        Set<String> keys = new LinkedHashSet<>();
        if (known != null) {
            keys.addAll(TableXray.keys(book, known));
        }
        if (keys.isEmpty()) {
            columns.stream().filter(GridColumn::picks).forEach(column -> keys.add(column.name()));
        }
        return keys;
    }

    /** Relative to the rules folder. */
    public String file() {
        return file;
    }

    /** The table's own, then first and last day, clause, grade and document. */
    public List<GridColumn> columns() {
        return columns;
    }

    /** As the file has them. */
    public List<Line> lines() {
        return written.lines().stream()
                .map(line -> new Line(line.number(), cells(line)))
                .toList();
    }

    private static List<String> cells(WrittenTable.Line line) {
        List<String> cells = new ArrayList<>(line.cells());
        cells.addAll(List.of(line.from(), line.to(), line.clause(), line.grade(), line.document()));
        return List.copyOf(cells);
    }

    /**
     * Lines that came without numbers, such as those of a workbook, with the numbers of the lines that say the same; what is left over
     * takes the number of a line that speaks of the same from the same day. Readers of workbooks make full-width signs half-width: that
     * alone is no change.
     */
    public List<Line> recognised(List<List<String>> typed) {
        List<Line> left = new ArrayList<>(lines());
        List<Line> found = new ArrayList<>();
        for (List<String> cells : typed) {
            Line same = left.stream()
                    .filter(line -> alike(line.cells(), cells))
                    .findFirst()
                    .orElse(null);
            left.remove(same);
            found.add(same != null ? same : new Line(0, cells));
        }
        for (int i = 0; i < found.size(); i++) {
            Line line = found.get(i);
            if (line.number() == 0) {
                Line changed = left.stream()
                        .filter(other -> sameKey(other.cells(), line.cells())
                                && column(other, from()).equals(column(line, from())))
                        .findFirst()
                        .orElse(null);
                left.remove(changed);
                found.set(i, changed == null ? line : new Line(changed.number(), alone(changed, line)));
            }
        }
        return List.copyOf(found);
    }

    /**
     * The file with these lines below its head, in this order; lines that are not there go, those without anything in them are left out.
     */
    public Filled with(List<Line> typed) {
        Map<Integer, Line> before = new HashMap<>();
        lines().forEach(line -> before.put(line.number(), line));
        List<Line> lines = new ArrayList<>();
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            Line line = stored(typed.get(i), before);
            if (line.number() > 0 || !line.blank()) {
                lines.add(line);
                kept.add(i);
            }
        }
        Map<Integer, LocalDate> closed = new LinkedHashMap<>();
        close(lines).forEach((place, day) -> closed.put(kept.get(place), day));
        String text = written.of(lines.stream().map(this::line).toList());
        List<CsvLine> records = CsvLine.split(text);
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            int place = kept.indexOf(i);
            rows.add(
                    place < 0 || place + 2 >= records.size()
                            ? -1
                            : records.get(place + 2).number());
        }
        return new Filled((marked ? BYTE_ORDER_MARK : "") + text, List.copyOf(rows), closed);
    }

    /** A cell that says the same as before stays as it was written. */
    private Line stored(Line typed, Map<Integer, Line> before) {
        Line was = before.get(typed.number());
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String cell = columns.get(i).stored(typed.cells().get(i));
            boolean same = was != null && columns.get(i).same(was.cells().get(i), cell);
            cells.add(same ? was.cells().get(i) : cell);
        }
        return new Line(was == null ? 0 : was.number(), List.copyOf(cells));
    }

    private WrittenTable.Line line(Line line) {
        List<String> cells = line.cells();
        return new WrittenTable.Line(
                line.number(),
                cells.subList(0, from()),
                cells.get(from()),
                cells.get(from() + 1),
                cells.get(from() + 2),
                cells.get(from() + 3),
                cells.get(from() + 4));
    }

    private int from() {
        return columns.size() - TableReader.LAST.size() - 1;
    }

    private String column(Line line, int index) {
        return columns.get(index).stored(line.cells().get(index));
    }

    /** Earliest first, so that two steps close each other in turn; tells the new last days by place. */
    private Map<Integer, LocalDate> close(List<Line> lines) {
        Map<Integer, LocalDate> closed = new LinkedHashMap<>();
        if (keys.isEmpty()) {
            return closed;
        }
        List<Line> added = lines.stream()
                .filter(line -> line.number() == 0 && ValuePlaces.day(column(line, from())) != null)
                .sorted(Comparator.comparing(line -> column(line, from())))
                .toList();
        for (Line fresh : added) {
            LocalDate begins = ValuePlaces.day(column(fresh, from()));
            for (int i = 0; i < lines.size(); i++) {
                Line old = lines.get(i);
                LocalDate from = ValuePlaces.day(column(old, from()));
                LocalDate to = ValuePlaces.day(column(old, from() + 1));
                if (sameKey(old.cells(), fresh.cells())
                        && (from == null || from.isBefore(begins))
                        && (to == null || !to.isBefore(begins))) {
                    List<String> cells = new ArrayList<>(old.cells());
                    cells.set(from() + 1, begins.minusDays(1).toString());
                    lines.set(i, new Line(old.number(), List.copyOf(cells)));
                    closed.put(i, begins.minusDays(1));
                }
            }
        }
        return closed;
    }

    private boolean sameKey(List<String> one, List<String> other) {
        for (int i = 0; i < from(); i++) {
            if (keys.contains(columns.get(i).name()) && !columns.get(i).same(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean alike(List<String> one, List<String> other) {
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).alike(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The cells of a line, those that are as before taken from there. */
    private List<String> alone(Line before, Line line) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            boolean as =
                    columns.get(i).alike(before.cells().get(i), line.cells().get(i));
            cells.add((as ? before : line).cells().get(i));
        }
        return List.copyOf(cells);
    }
}
