package redline.intake.sheet;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import redline.intake.file.Sheet;

/**
 * The header of a table: which column says what.
 *
 * @param columns by column of the sheet
 * @param unknown what stands above columns that are not known, by column
 * @param height of the header in rows
 */
record TableHeader(
        TableKind kind,
        NavigableMap<Integer, Column> columns,
        Map<Integer, String> unknown,
        int row,
        int height,
        int score) {
    record Column(TableColumn column, String unit, String written) {}

    private static final int TITLED = 5;

    /** The best of all kinds of table that the row may be the header of; null where it is none. */
    static TableHeader at(Grid grid, int row, TableWords words, Set<TableKind> titled) {
        int cells = grid.cells(row).size();
        if (cells < 2 || cells > SheetLimits.HEADER_CELLS || !words.anyKnown(grid.cells(row)) || !words.mayTry()) {
            return null;
        }
        TableHeader best = null;
        for (TableKind kind : TableKind.values()) {
            if (kind != TableKind.INDICATORS) {
                int bonus = titled.contains(kind) ? TITLED : 0;
                best = better(best, read(grid, row, 1, kind, words, bonus));
                best = better(best, read(grid, row, 2, kind, words, bonus));
            }
        }
        return best;
    }

    private static TableHeader better(TableHeader one, TableHeader other) {
        return other != null && (one == null || other.score > one.score) ? other : one;
    }

    private static TableHeader read(Grid grid, int row, int height, TableKind kind, TableWords words, int bonus) {
        if (height == 2 && (!grid.follows(row) || grid.hasNumbers(row + 1) || grid.isNote(row + 1))) {
            return null;
        }
        NavigableMap<Integer, Sheet.Cell> top = grid.byColumn(row);
        NavigableMap<Integer, Sheet.Cell> sub = height == 2 ? grid.byColumn(row + 1) : new TreeMap<>();
        NavigableMap<Integer, Column> columns = new TreeMap<>();
        Map<Integer, String> unknown = new LinkedHashMap<>();
        Set<TableColumn> seen = EnumSet.noneOf(TableColumn.class);
        TreeMap<Integer, Boolean> places = new TreeMap<>();
        top.keySet().forEach(place -> places.put(place, true));
        sub.keySet().forEach(place -> places.put(place, true));
        boolean divided = false;
        int again = 0;
        for (int place : places.keySet()) {
            Sheet.Cell above = above(top, sub, place);
            Sheet.Cell below = sub.get(place);
            if (above != null && above.number() != null) {
                return null;
            }
            String over = above == null ? "" : above.text();
            String under = below == null ? "" : below.text();
            boolean shared = above != null && (above.columns() > 1 || above.column() != place);
            if (below == null && shared && covers(sub, above)) {
                continue;
            }
            Column column = column(kind, words, over, under, shared && below != null);
            if (column != null && seen.add(column.column())) {
                columns.put(place, column);
                divided |= shared && below != null;
                again +=
                        below != null && words.column(kind, HeaderName.of(under).name()) != null ? 1 : 0;
            } else {
                unknown.put(place, written(over, under));
            }
        }
        // a second row belongs to the header where it divides a column of the first, or repeats it in other words
        if (height == 2 && !divided && again < 2 || !enough(kind, seen, bonus > 0)) {
            return null;
        }
        return new TableHeader(kind, columns, unknown, row, height, seen.size() * 2 + bonus + (height == 2 ? 1 : 0));
    }

    /** The cell of the first row that stands over a column; in a CSV file, which merges nothing, the nearest one to the left. */
    private static Sheet.Cell above(
            NavigableMap<Integer, Sheet.Cell> top, NavigableMap<Integer, Sheet.Cell> sub, int place) {
        Sheet.Cell covering = Grid.covering(top, place);
        if (covering != null || sub.get(place) == null) {
            return covering;
        }
        Map.Entry<Integer, Sheet.Cell> left = top.floorEntry(place);
        return left == null || left.getValue().columns() > 1 || sub.get(left.getKey()) == null ? null : left.getValue();
    }

    private static boolean covers(NavigableMap<Integer, Sheet.Cell> sub, Sheet.Cell above) {
        return !sub.subMap(above.column(), true, above.column() + above.columns(), false)
                .isEmpty();
    }

    private static Column column(TableKind kind, TableWords words, String over, String under, boolean shared) {
        HeaderName upper = HeaderName.of(over);
        HeaderName lower = HeaderName.of(under);
        String unit = lower.unit().isEmpty() ? upper.unit() : lower.unit();
        String written = written(over, under);
        if (under.isEmpty()) {
            return named(words.column(kind, upper.name()), unit, written);
        }
        TableColumn column = words.column(kind, upper.name() + lower.name());
        column = column != null ? column : words.column(kind, lower.name() + upper.name());
        column = column != null || shared ? column : words.column(kind, upper.name());
        column = column != null ? column : words.column(kind, lower.name());
        return named(column, unit, written);
    }

    private static String written(String over, String under) {
        return (SheetPart.brief(over) + " " + SheetPart.brief(under)).strip();
    }

    private static Column named(TableColumn column, String unit, String written) {
        return column == null ? null : new Column(column, unit, written);
    }

    private static boolean enough(TableKind kind, Set<TableColumn> seen, boolean titled) {
        boolean telling = switch (kind) {
            case BUILDINGS -> seen.contains(TableColumn.BUILDING);
            case AREAS ->
                any(seen, TableColumn.AREA)
                        && any(seen, TableColumn.BUILDING, TableColumn.PART, TableColumn.STOREY)
                        && any(
                                seen,
                                TableColumn.AREA_COEFFICIENT,
                                TableColumn.FAR_COEFFICIENT,
                                TableColumn.COUNT,
                                TableColumn.PART);
            case PARKING ->
                any(seen, TableColumn.USE, TableColumn.VEHICLE)
                        && any(
                                seen,
                                TableColumn.RATE,
                                TableColumn.REQUIRED,
                                TableColumn.PROVIDED,
                                TableColumn.PROVIDED_ABOVE,
                                TableColumn.PROVIDED_BELOW,
                                TableColumn.FACTOR);
            case DWELLING_TYPES ->
                any(seen, TableColumn.DWELLING_TYPE)
                        && any(seen, TableColumn.UNIT_AREA, TableColumn.IN_SUITE_AREA, TableColumn.DWELLINGS);
            case FACILITIES ->
                any(seen, TableColumn.FACILITY)
                        && any(seen, TableColumn.AREA, TableColumn.BUILDING, TableColumn.STOREY);
            case SUNLIGHT ->
                any(seen, TableColumn.HOURS_AFTER, TableColumn.STRETCHES_AFTER)
                        && any(seen, TableColumn.DWELLING, TableColumn.WINDOW);
            case INDICATORS -> false;
        };
        return telling && seen.size() >= (titled ? 2 : 3);
    }

    private static boolean any(Set<TableColumn> seen, TableColumn... columns) {
        for (TableColumn column : columns) {
            if (seen.contains(column)) {
                return true;
            }
        }
        return false;
    }
}
