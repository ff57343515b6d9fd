package redline.intake.sheet;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redline.intake.BuildingNumber;
import redline.intake.file.Sheet;
import redline.quantity.Text;

/** The rows below a header, down to the next header or the end of the sheet. */
final class ColumnTable {
    private static final Pattern STOREYS = Pattern.compile(
            "(?:地上)?(\\d{1,3})(?:f|层)?(?:[/、,，+]|地下|/地下|，地下|,地下)(?:地下)?-?(\\d{1,2})(?:f|层)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern STOREYS_ABOVE = Pattern.compile("(?:地上)?(\\d{1,3})(?:f|层)?", Pattern.CASE_INSENSITIVE);

    private final Grid grid;
    private final TableHeader header;
    private final IndicatorTables.Collected found;
    private final SheetTroubles troubles;
    private final EntryReader reader;
    private final Map<Integer, Merged> merged = new java.util.HashMap<>();
    private final Set<Integer> headless = new HashSet<>();
    private Sheet.Cell block;
    private String lastBuilding;

    /** A text that holds for the rows it is merged over. */
    private record Merged(Sheet.Cell cell, int lastRow) {}

    ColumnTable(Grid grid, TableHeader header, IndicatorTables.Collected found) {
        this.grid = grid;
        this.header = header;
        this.found = found;
        this.troubles = new SheetTroubles(grid.name(), found.troubles());
        this.reader = new EntryReader(troubles);
    }

    /** @return the first row after the table */
    int read(TableWords words) {
        header.unknown()
                .forEach((column, written) -> troubles.add(
                        Ref.letters(column) + grid.number(header.row()),
                        new Text(
                                "列“" + SheetPart.brief(written) + "”没有认出来，没有用",
                                "The column \"" + SheetPart.brief(written) + "\" is not known and was not used"),
                        new Text("要用的，请在 table-words.csv 里加上这个叫法", "To use it, add the word to table-words.csv")));
        int row = header.row() + header.height();
        while (row < grid.size() && repeatsHeader(row, words)) {
            row++;
        }
        for (; row < grid.size(); row++) {
            boolean another =
                    !grid.hasNumbers(row) && TableHeader.at(grid, row, words, found.titled(header.kind())) != null;
            if (another || found.indicatorHeader(grid, row)) {
                return row;
            }
            row(row);
        }
        return row;
    }

    /** The header once more in the other language. */
    private boolean repeatsHeader(int row, TableWords words) {
        if (grid.hasNumbers(row)) {
            return false;
        }
        long same = grid.cells(row).stream()
                .filter(cell -> {
                    TableHeader.Column column = header.columns().get(cell.column());
                    TableColumn named = words.column(
                            header.kind(), HeaderName.of(cell.text()).name());
                    return column != null && named == column.column();
                })
                .count();
        return same >= 2;
    }

    private void row(int row) {
        if (grid.isTotal(row)) {
            found.passed(grid, row, IndicatorTables.Why.TOTAL);
            return;
        }
        if (grid.isNote(row)) {
            found.passed(grid, row, IndicatorTables.Why.NOTE);
            return;
        }
        NavigableMap<Integer, Sheet.Cell> cells = grid.byColumn(row);
        if (isTitle(cells)) {
            block = cells.firstEntry().getValue();
            found.passed(grid, row, IndicatorTables.Why.TITLE);
            return;
        }
        Map<TableColumn, TableRow.Entry> entries = entries(row, cells);
        headless(row, cells);
        if (entries.isEmpty()) {
            return;
        }
        if (block != null) {
            entries.put(TableColumn.BLOCK, new TableRow.Entry(block, null));
        }
        String key = key(row, entries);
        if (key != null) {
            found.rows().add(new TableRow(header.kind(), key, grid.name(), grid.number(row), entries));
        }
    }

    /** One text alone, which is no building with nothing known of it. */
    private boolean isTitle(NavigableMap<Integer, Sheet.Cell> cells) {
        if (cells.size() != 1) {
            return false;
        }
        Sheet.Cell only = cells.firstEntry().getValue();
        return only.number() == null
                && (only.columns() > 1 || !BuildingNumber.of(only.text()).endsWith("#"));
    }

    private Map<TableColumn, TableRow.Entry> entries(int row, NavigableMap<Integer, Sheet.Cell> cells) {
        Map<TableColumn, TableRow.Entry> entries = new EnumMap<>(TableColumn.class);
        int number = grid.number(row);
        boolean own = false;
        for (Map.Entry<Integer, TableHeader.Column> column : header.columns().entrySet()) {
            TableColumn what = column.getValue().column();
            Sheet.Cell cell = cells.get(column.getKey());
            if (cell != null) {
                own = true;
                if (cell.rows() > 1) {
                    merged.put(column.getKey(), new Merged(cell, number + cell.rows() - 1));
                }
            } else {
                Merged above = merged.get(column.getKey());
                boolean holds = above != null && number <= above.lastRow() && what.kind() == TableColumn.Kind.TEXT;
                cell = holds ? above.cell() : null;
            }
            if (cell != null && !cell.text().isEmpty()) {
                entries.put(what, reader.entry(what, cell, column.getValue().unit()));
            }
        }
        if (!own) {
            entries.clear();
        }
        storeys(entries);
        return entries;
    }

    /** 18/1 is 18 storeys above and one below. */
    private void storeys(Map<TableColumn, TableRow.Entry> entries) {
        TableRow.Entry storeys = entries.get(TableColumn.STOREYS);
        if (storeys == null) {
            return;
        }
        String text = SheetPart.brief(storeys.text()).replaceAll("\\s", "");
        Matcher both = STOREYS.matcher(text);
        Matcher above = STOREYS_ABOVE.matcher(text);
        if (both.matches()) {
            entries.putIfAbsent(TableColumn.STOREYS_ABOVE, counted(storeys, both.group(1)));
            entries.putIfAbsent(TableColumn.STOREYS_BELOW, counted(storeys, both.group(2)));
        } else if (above.matches()) {
            entries.putIfAbsent(TableColumn.STOREYS_ABOVE, counted(storeys, above.group(1)));
        } else {
            troubles.add(
                    storeys.ref(),
                    new Text(
                            "层数“" + SheetPart.brief(text) + "”看不懂，没有用",
                            "The storeys \"" + SheetPart.brief(text) + "\" are not understood and were not used"),
                    new Text(
                            "请写成 地上/地下，如 18/1;被当成日期的，先把格式改为文本",
                            "Write above/below, such as 18/1; "
                                    + "where it became a date, format the cell as text first"));
        }
    }

    private static TableRow.Entry counted(TableRow.Entry storeys, String digits) {
        return new TableRow.Entry(storeys.cell(), new BigDecimal(digits));
    }

    private void headless(int row, NavigableMap<Integer, Sheet.Cell> cells) {
        for (Sheet.Cell cell : cells.values()) {
            boolean known = header.columns().containsKey(cell.column())
                    || header.unknown().containsKey(cell.column());
            if (!known && headless.add(cell.column())) {
                troubles.add(
                        Ref.name(grid.number(row) - 1, cell.column()),
                        new Text("这一列没有表头，没有用", "This column has no header and was not used"),
                        new Text("请写上表头", "Give it a header"));
            }
        }
    }

    private String key(int row, Map<TableColumn, TableRow.Entry> entries) {
        return switch (header.kind()) {
            case BUILDINGS -> building(row, entries, true);
            case AREAS -> area(row, entries);
            case PARKING -> first(row, entries, List.of(TableColumn.USE, TableColumn.VEHICLE, TableColumn.NAME));
            case DWELLING_TYPES -> first(row, entries, List.of(TableColumn.DWELLING_TYPE));
            case FACILITIES -> first(row, entries, List.of(TableColumn.FACILITY));
            case SUNLIGHT -> window(row, entries);
            case INDICATORS -> null;
        };
    }

    /** 1#-3-301-C1: building, storey, dwelling and window, as far as they are written. */
    private String window(int row, Map<TableColumn, TableRow.Entry> entries) {
        String building = building(row, entries, true);
        if (building == null) {
            return null;
        }
        StringJoiner key = new StringJoiner("-").add(building);
        for (TableColumn column : List.of(TableColumn.STOREY, TableColumn.DWELLING, TableColumn.WINDOW)) {
            TableRow.Entry part = entries.get(column);
            if (part != null) {
                key.add(part.text().strip());
            }
        }
        return entries.containsKey(TableColumn.DWELLING) || entries.containsKey(TableColumn.WINDOW)
                ? key.toString()
                : nameless(row, "户号或窗号", "dwelling or window");
    }

    private String building(int row, Map<TableColumn, TableRow.Entry> entries, boolean needed) {
        TableRow.Entry building = entries.get(TableColumn.BUILDING);
        if (building == null) {
            return needed ? nameless(row, "楼号", "building number") : null;
        }
        if (BuildingNumber.several(building.text())) {
            troubles.add(
                    building.ref(),
                    new Text(
                            "一行写了几栋楼：" + SheetPart.brief(building.text()),
                            "One row for several buildings: " + SheetPart.brief(building.text())),
                    new Text("请一栋楼写一行", "Write one row for each building"));
        }
        return BuildingNumber.of(building.text());
    }

    /** A blank building number means the one above, as people write such tables; it is said once for each row. */
    private String area(int row, Map<TableColumn, TableRow.Entry> entries) {
        String own = building(row, entries, false);
        boolean column = header.columns().values().stream().anyMatch(one -> one.column() == TableColumn.BUILDING);
        if (own != null) {
            lastBuilding = own;
            return own;
        }
        if (!column) {
            return first(row, entries, List.of(TableColumn.PART, TableColumn.STOREY, TableColumn.USE));
        }
        if (lastBuilding == null) {
            return nameless(row, "楼号", "building number");
        }
        troubles.add(
                String.valueOf(grid.number(row)),
                new Text(
                        "这一行没有写楼号，按上一行的 " + lastBuilding + " 算",
                        "No building number in this row; taken as " + lastBuilding + " from the row above"),
                new Text("请写上楼号", "Write the building number"));
        return lastBuilding;
    }

    private String first(int row, Map<TableColumn, TableRow.Entry> entries, List<TableColumn> columns) {
        for (TableColumn column : columns) {
            if (entries.containsKey(column)) {
                return entries.get(column).text();
            }
        }
        return nameless(row, "名称", "name");
    }

    private String nameless(int row, String zh, String en) {
        troubles.add(
                String.valueOf(grid.number(row)),
                new Text("这一行没有" + zh + "，没有用", "This row has no " + en + " and was not used"),
                new Text(
                        "请补上" + zh + ";不是数据的，请以“注：”开头",
                        "Fill in the " + en + "; where it is no data, begin it with \"Note:\""));
        return null;
    }
}
