package redline.rulepack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import redline.quantity.Text;
import redline.rulepack.Variant.Cell;

/**
 * Each number of a table one step up and one down. A threshold, where one row ends and another begins, moves on both sides at once:
 * moved on one side it would be a gap or an overlap, which X-ray finds. Rows that one line was expanded to move together; a line that
 * writes several numbers in a cell moves them all.
 */
final class TableVariants {
    private final RuleBook book;
    private final Pack pack;
    private final Pack.Table table;
    private final Intervals intervals;
    private final Map<Integer, List<Pack.Table.Entry>> lines = new TreeMap<>();
    private final Map<Integer, String> names = new TreeMap<>();

    TableVariants(RuleBook book, Pack pack, Pack.Table table) {
        this.book = book;
        this.pack = pack;
        this.table = table;
        this.intervals = new Intervals(table);
        table.rows()
                .forEach(entry -> lines.computeIfAbsent(entry.line(), line -> new ArrayList<>())
                        .add(entry));
        lines.forEach((line, entries) -> {
            String name = name(entries);
            names.put(line, names.containsValue(name) ? name + ":" + line : name);
        });
    }

    void add(List<Variant> variants) {
        Set<String> readers = book.program().ruleKinds().values().stream()
                .filter(kind -> kind.readsTable(table.type().name()))
                .map(RuleKind::ruleId)
                .collect(Collectors.toSet());
        Set<String> rules = book.influence().of(readers);
        Set<String> needed = book.influence().onAll(rules);
        for (Set<Cell> cells : together()) {
            Cell first = cells.iterator().next();
            Row.Column column = column(first.column());
            BigDecimal step = ValueStep.of(column, table);
            for (BigDecimal shift : List.of(step, step.negate())) {
                variants.add(new Variant(
                        pack.id() + "/tables/" + table.name() + "@" + names.get(first.line()) + " " + columns(cells)
                                + " " + ValueStep.signed(shift, column.unit()),
                        Variant.Kind.VALUE,
                        pack.id(),
                        pack.fileOf(table),
                        first.line(),
                        cells,
                        what(cells, shift),
                        rules,
                        () -> book.trial(shifted(cells, shift), book.program().trial(needed))));
            }
        }
    }

    /** The cells that move together, in the order of the table; each cell once. */
    private List<Set<Cell>> together() {
        Map<Cell, Set<Cell>> groups = new LinkedHashMap<>();
        for (int line : lines.keySet()) {
            for (Row.Column column : table.type().columns()) {
                if (!finite(line, column.name()).isEmpty()) {
                    Cell cell = new Cell(line, column.name());
                    groups.put(cell, new LinkedHashSet<>(Set.of(cell)));
                }
            }
        }
        for (Intervals.Pair pair : intervals.pairs()) {
            for (Cell end : List.copyOf(groups.keySet())) {
                for (Cell begin : List.copyOf(groups.keySet())) {
                    if (end.column().equals(pair.upper())
                            && begin.column().equals(pair.lower())
                            && neighbours(end.line(), begin.line(), pair)) {
                        join(groups, end, begin);
                    }
                }
            }
        }
        return groups.values().stream().map(TableVariants::inOrder).distinct().toList();
    }

    private static Set<Cell> inOrder(Set<Cell> cells) {
        List<Cell> sorted = new ArrayList<>(cells);
        sorted.sort(Comparator.comparing(Cell::line).thenComparing(Cell::column));
        return new LinkedHashSet<>(sorted);
    }

    private static void join(Map<Cell, Set<Cell>> groups, Cell one, Cell other) {
        Set<Cell> joined = groups.get(one);
        if (joined != groups.get(other)) {
            joined.addAll(groups.get(other));
            joined.forEach(cell -> groups.put(cell, joined));
        }
    }

    private boolean neighbours(int ends, int begins, Intervals.Pair pair) {
        for (Pack.Table.Entry end : lines.get(ends)) {
            for (Pack.Table.Entry begin : lines.get(begins)) {
                Double to = pair.upper(end.row());
                Double from = pair.lower(begin.row());
                if (to != null
                        && from != null
                        && pair.meet(to, from)
                        && end.validity().overlaps(begin.validity())
                        && intervals.sameKey(end.row(), begin.row(), pair)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Set<Double> finite(int line, String column) {
        Set<Double> numbers = new LinkedHashSet<>();
        for (Pack.Table.Entry entry : lines.get(line)) {
            if (entry.row().values().get(column) instanceof Double number && !number.isInfinite()) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    private Row.Column column(String name) {
        return table.type().columns().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String columns(Set<Cell> cells) {
        return cells.stream().map(Cell::column).distinct().collect(Collectors.joining("/"));
    }

    private Text what(Set<Cell> cells, BigDecimal shift) {
        Cell first = cells.iterator().next();
        Row.Column column = column(first.column());
        String numbers = finite(first.line(), first.column()).stream()
                .map(number -> ValueStep.shown(BigDecimal.valueOf(number), column.unit()) + " → "
                        + ValueStep.shown(BigDecimal.valueOf(number).add(shift), column.unit()))
                .collect(Collectors.joining(", "));
        String others = cells.stream()
                .map(Cell::line)
                .filter(line -> line != first.line())
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        String label = table.labels().getOrDefault(column.name(), column.name());
        return new Text(
                label + " " + numbers + (others.isEmpty() ? "" : "(同第 " + others + " 行一起)"),
                column.name() + " " + numbers + (others.isEmpty() ? "" : " (together with line " + others + ")"));
    }

    private Pack shifted(Set<Cell> cells, BigDecimal shift) {
        List<Pack.Table.Entry> rows = new ArrayList<>();
        for (Pack.Table.Entry entry : table.rows()) {
            Map<String, Object> values = new LinkedHashMap<>(entry.row().values());
            for (Cell cell : cells) {
                if (cell.line() == entry.line()
                        && values.get(cell.column()) instanceof Double was
                        && !was.isInfinite()) {
                    values.put(cell.column(), BigDecimal.valueOf(was).add(shift).doubleValue());
                }
            }
            rows.add(entry.with(Collections.unmodifiableMap(values)));
        }
        List<Pack.Table> tables = new ArrayList<>(pack.tables());
        tables.set(tables.indexOf(table), table.with(List.copyOf(rows)));
        return pack.with(pack.parameters(), List.copyOf(tables));
    }

    /** By the words and intervals that pick the line, and its first day. */
    private String name(List<Pack.Table.Entry> entries) {
        List<String> parts = new ArrayList<>();
        for (Row.Column key : intervals.keys()) {
            parts.add(entries.stream()
                    .map(entry -> cell(entry.row().values().get(key.name()), key.unit()))
                    .distinct()
                    .collect(Collectors.joining("|")));
        }
        Validity validity = entries.get(0).validity();
        String day =
                validity.from() != null ? "@" + validity.from() : validity.to() != null ? "@…" + validity.to() : "";
        return (parts.isEmpty() ? String.valueOf(entries.get(0).line()) : String.join(",", parts)) + day;
    }

    private static String cell(Object value, String unit) {
        if (value instanceof Double number) {
            return number.isInfinite()
                    ? (number > 0 ? "inf" : "-inf")
                    : ValueStep.shown(BigDecimal.valueOf(number), unit);
        }
        return value == null ? "?" : value.toString();
    }
}
