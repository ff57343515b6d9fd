package redline.intake.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import redline.intake.file.Sheet;
import redline.quantity.Text;

/** The table of indicators: name, unit and value in a row, one or more such groups side by side, with a header or without. */
final class IndicatorList {
    private final Grid grid;
    private final TableWords words;
    private final IndicatorTables.Collected found;
    private final SheetTroubles troubles;
    private final EntryReader reader;
    private final NavigableMap<Integer, TableColumn> places;
    private final Map<Integer, TableColumn> above = new HashMap<>();
    private final List<TableRow> rows = new ArrayList<>();
    private final List<Runnable> remarks = new ArrayList<>();

    /** @param places what the columns are where there is a header, else empty */
    private IndicatorList(
            Grid grid, TableWords words, IndicatorTables.Collected found, NavigableMap<Integer, TableColumn> places) {
        this.grid = grid;
        this.words = words;
        this.found = found;
        this.places = places;
        this.troubles = new SheetTroubles(grid.name(), found.troubles());
        this.reader = new EntryReader(troubles);
    }

    /** What the columns are by a header such as 指标 | 单位 | 数值; empty where the row is none. */
    static NavigableMap<Integer, TableColumn> header(Grid grid, int row, TableWords words) {
        NavigableMap<Integer, TableColumn> places = new TreeMap<>();
        for (Sheet.Cell cell : grid.cells(row)) {
            TableColumn column = words.column(
                    TableKind.INDICATORS, HeaderName.of(cell.text()).name());
            if (column != null) {
                places.put(cell.column(), column);
            }
        }
        boolean whole = places.containsValue(TableColumn.ITEM) && places.containsValue(TableColumn.VALUE);
        return whole && !grid.hasNumbers(row) ? places : new TreeMap<>();
    }

    /**
     * Reads the rows from one to before another, and keeps what it found where it is a table of indicators: it has a header, a title, or at
     * least three indicators with values.
     */
    static void read(
            Grid grid,
            int from,
            int to,
            TableWords words,
            IndicatorTables.Collected found,
            NavigableMap<Integer, TableColumn> places,
            boolean titled) {
        IndicatorList list = new IndicatorList(grid, words, found, places);
        for (int row = from; row < to; row++) {
            list.row(row);
        }
        boolean accepted = !places.isEmpty() || list.rows.size() >= (titled ? 1 : 3);
        if (accepted) {
            found.rows().addAll(list.rows);
            list.remarks.forEach(Runnable::run);
        } else {
            for (int row = from; row < to; row++) {
                found.unread(grid, row);
            }
        }
    }

    private void row(int row) {
        if (grid.isNote(row) && !grid.hasNumbers(row)) {
            remarks.add(() -> found.passed(grid, row, IndicatorTables.Why.NOTE));
            return;
        }
        if (places.isEmpty()) {
            free(row);
            return;
        }
        if (repeatsHeader(row)) {
            return;
        }
        List<Integer> starts = places.entrySet().stream()
                .filter(place -> place.getValue() == TableColumn.ITEM)
                .map(Map.Entry::getKey)
                .toList();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : Integer.MAX_VALUE;
            group(row, starts.get(i), end);
        }
    }

    private boolean repeatsHeader(int row) {
        return grid.cells(row).stream()
                        .filter(cell -> words.column(
                                        TableKind.INDICATORS,
                                        HeaderName.of(cell.text()).name())
                                == places.get(cell.column()))
                        .filter(cell -> places.containsKey(cell.column()))
                        .count()
                >= 2;
    }

    /** One name with its unit and value, by the header. The name may be divided over several columns, the last one counts. */
    private void group(int row, int start, int end) {
        NavigableMap<Integer, TableColumn> own = places.subMap(start, true, end, false);
        int names = own.entrySet().stream()
                .filter(place -> place.getValue() == TableColumn.UNIT || place.getValue() == TableColumn.VALUE)
                .mapToInt(Map.Entry::getKey)
                .min()
                .orElse(end);
        NavigableMap<Integer, Sheet.Cell> cells = grid.byColumn(row).subMap(start, true, end, false);
        Sheet.Cell unit = null;
        Sheet.Cell value = null;
        for (Map.Entry<Integer, TableColumn> place : own.entrySet()) {
            Sheet.Cell cell = cells.get(place.getKey());
            unit = place.getValue() == TableColumn.UNIT && unit == null ? cell : unit;
            value = place.getValue() == TableColumn.VALUE && value == null ? cell : value;
        }
        List<Sheet.Cell> written =
                new ArrayList<>(cells.subMap(start, true, names, false).values());
        if (written.size() > 1) {
            // the number in front of a name
            written.removeIf(cell -> cell.number() != null || cell.text().matches("[\\d.()]{1,6}"));
        }
        if (written.isEmpty()) {
            return;
        }
        if (value == null) {
            Sheet.Cell name = written.get(written.size() - 1);
            remember(start, written);
            remarks.add(() -> found.passed(grid, row, name, IndicatorTables.Why.EMPTY));
            return;
        }
        TableColumn column = remember(start, written);
        tell(row, column, written.get(written.size() - 1), unit == null ? "" : unit.text(), value);
    }

    /** Which indicator the last of the names is, seen below those before it. */
    private TableColumn remember(int group, List<Sheet.Cell> written) {
        TableColumn column = null;
        for (Sheet.Cell cell : written) {
            String name = HeaderName.of(cell.text()).name();
            column = words.column(TableKind.INDICATORS, name);
            if (column != null && column.kind() != TableColumn.Kind.TEXT) {
                above.put(group, column);
            } else {
                column = above.containsKey(group) ? words.below(above.get(group), name) : null;
            }
        }
        return column;
    }

    private void tell(int row, TableColumn column, Sheet.Cell name, String unit, Sheet.Cell value) {
        if (column == null) {
            remarks.add(() -> troubles.add(
                    name.ref(),
                    new Text(
                            "指标“" + SheetPart.brief(name.text()) + "”没有认出来，没有用",
                            "The indicator \"" + SheetPart.brief(name.text()) + "\" is not known and was not used"),
                    new Text("要用的，请在 table-words.csv 里加上这个叫法", "To use it, add the word to table-words.csv")));
            return;
        }
        String inName = HeaderName.of(name.text()).unit();
        Map<TableColumn, TableRow.Entry> cells = new EnumMap<>(TableColumn.class);
        cells.put(column, reader.entry(column, value, inName.isEmpty() ? unit : inName));
        rows.add(new TableRow(TableKind.INDICATORS, name.text(), grid.name(), grid.number(row), cells));
    }

    /** Without a header: a known name, and the one number to its right before the next name. */
    private void free(int row) {
        List<Sheet.Cell> cells = grid.cells(row);
        Sheet.Cell name = null;
        TableColumn column = null;
        List<Sheet.Cell> values = new ArrayList<>();
        String unit = "";
        for (Sheet.Cell cell : cells) {
            boolean value = cell.number() != null || isMeasure(cell.text());
            if (value) {
                if (name != null) {
                    values.add(cell);
                }
                continue;
            }
            if (Units.known(cell.text())) {
                unit = cell.text();
                continue;
            }
            finish(row, column, name, unit, values);
            column = remember(0, List.of(cell));
            name = cell;
            unit = "";
            values = new ArrayList<>();
        }
        finish(row, column, name, unit, values);
    }

    private static boolean isMeasure(String text) {
        String[] parts = Units.parts(text);
        return parts != null && !parts[1].isEmpty() && Units.known(parts[1]) && Written.number(parts[0]) != null;
    }

    private void finish(int row, TableColumn column, Sheet.Cell name, String unit, List<Sheet.Cell> values) {
        if (name == null || values.isEmpty()) {
            return;
        }
        if (values.size() == 1 || column == null) {
            tell(row, column, name, unit, values.get(0));
            return;
        }
        remarks.add(() -> troubles.add(
                name.ref(),
                new Text(
                        "“" + SheetPart.brief(name.text()) + "”后面有 " + values.size() + " 个数，不知道取哪个，没有用",
                        "\"" + SheetPart.brief(name.text()) + "\" is followed by " + values.size()
                                + " numbers; it cannot be told which one counts"),
                new Text("请在表头写明哪一列是申报值", "Say in a header which column holds the declared values")));
    }
}
