package redline.rulepack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import redline.quantity.Text;

/** Rows of a table that say two things at once, and places where none says anything. */
final class TableXray {
    private final RuleBook book;
    private final Pack.Table table;
    private final String file;
    private final Intervals intervals;
    private final List<XrayFinding> findings;

    /** Columns that pick a row: by their place in the table, or because every rule that reads the table compares them. */
    private final Set<String> keys = new LinkedHashSet<>();

    TableXray(RuleBook book, Pack pack, Pack.Table table, List<XrayFinding> findings) {
        this.book = book;
        this.table = table;
        this.file = pack.fileOf(table);
        this.intervals = new Intervals(table);
        this.findings = findings;
    }

    void look() {
        keys.addAll(keys(book, table));
        if (comparedByAll(book, table) == null) {
            finding(
                    0,
                    table.name(),
                    "没有规则读这张表",
                    "No rule reads this table",
                    "在规则里用它,或删去",
                    "Read it in a rule, or delete it");
        }
        unreadColumns();
        overlaps();
        intervals.pairs().forEach(this::gaps);
        gapsInTime();
    }

    /** Columns of a table that pick a row: by their place in it, or because every rule that reads it compares them. */
    static Set<String> keys(RuleBook book, Pack.Table table) {
        Set<String> keys = new LinkedHashSet<>();
        new Intervals(table).keys().forEach(column -> keys.add(column.name()));
        Set<String> compared = comparedByAll(book, table);
        keys.addAll(compared == null ? Set.of() : compared);
        return keys;
    }

    /** Null where no rule reads the table. */
    private static Set<String> comparedByAll(RuleBook book, Pack.Table table) {
        List<Set<String>> patterns = new ArrayList<>();
        for (List<Branch> branches : book.program().branches().values()) {
            for (Branch branch : branches) {
                for (Branch.Path path : branch.paths()) {
                    RuleFile.eachPattern(path.steps(), pattern -> {
                        if (pattern.type().name().equals(table.type().name())) {
                            patterns.add(compared(pattern));
                        }
                    });
                }
            }
        }
        return patterns.stream()
                .reduce((one, other) -> {
                    one.retainAll(other);
                    return one;
                })
                .orElse(null);
    }

    private static Set<String> compared(Step.Pattern pattern) {
        Set<String> columns = new HashSet<>();
        pattern.conditions()
                .forEach(condition -> condition.eachProperty(property -> {
                    if (property.slot() == pattern.slot()) {
                        columns.add(property.description().name());
                    }
                }));
        return columns;
    }

    private void unreadColumns() {
        for (Row.Column column : table.type().columns()) {
            RuleKind.Read read = new RuleKind.Read(table.type().name(), column.name());
            if (book.program().ruleKinds().values().stream()
                    .noneMatch(kind -> kind.reads().contains(read))) {
                findings.add(XrayFinding.note(new Fault(
                        file,
                        1,
                        column.name(),
                        new Text("没有规则读这一列", "No rule reads this column"),
                        new Text("在规则里用它,或删去这一列", "Read it in a rule, or delete it"))));
            }
        }
    }

    private void overlaps() {
        Set<List<Integer>> said = new HashSet<>();
        List<Pack.Table.Entry> rows = table.rows();
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i + 1; j < rows.size(); j++) {
                Pack.Table.Entry one = rows.get(i);
                Pack.Table.Entry other = rows.get(j);
                if (bothMatch(one, other)
                        && !rest(one.row()).equals(rest(other.row()))
                        && said.add(List.of(one.line(), other.line()))) {
                    finding(
                            other.line(),
                            "",
                            "与第 " + one.line() + " 行同日适用于同一情形,取值不同",
                            "Line " + one.line() + " speaks of the same on the same day, with another value",
                            "改区间或日期,使一种情形只落在一行",
                            "Mend interval or dates, so that one row fits");
                }
            }
        }
    }

    private boolean bothMatch(Pack.Table.Entry one, Pack.Table.Entry other) {
        for (String key : keys) {
            Object a = one.row().values().get(key);
            Object b = other.row().values().get(key);
            if (a == null || b == null || intervals.of(key) == null && !Intervals.meetsWord(a, b)) {
                return false;
            }
        }
        return one.validity().overlaps(other.validity()) && intervals.sameKey(one.row(), other.row(), null);
    }

    private Map<String, Object> rest(Row row) {
        Map<String, Object> rest = new LinkedHashMap<>(row.values());
        rest.keySet().removeAll(keys);
        return rest;
    }

    /** Between the ends of the intervals that one sort of subject has on one day. */
    private void gaps(Intervals.Pair pair) {
        Set<String> said = new TreeSet<>();
        for (TableSample sample : TableSample.of(table, intervals, keys, pair)) {
            List<Pack.Table.Entry> rows = table.rows().stream()
                    .filter(sample::fits)
                    .filter(e -> pair.lower(e.row()) != null && pair.upper(e.row()) != null)
                    .sorted(Comparator.comparing((Pack.Table.Entry e) -> pair.lower(e.row())))
                    .toList();
            double reached = rows.isEmpty() ? 0 : pair.upper(rows.get(0).row());
            for (Pack.Table.Entry entry : rows) {
                double begins = pair.lower(entry.row());
                if (begins > reached && !pair.meet(reached, begins) && said.add(reached + " " + begins)) {
                    String between = shown(reached) + " – " + shown(begins);
                    finding(
                            entry.line(),
                            pair.lower() + "/" + pair.upper(),
                            between + " 之间没有一行(" + sample.words() + ")",
                            "No row covers " + between + " (" + sample.words() + ")",
                            "补一行;来源没有规定的,取值写 ?",
                            "Add a row; where the source is silent, write ? as its value");
                }
                reached = Math.max(reached, pair.upper(entry.row()));
            }
        }
    }

    private static String shown(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** Of the same row on different days. */
    private void gapsInTime() {
        Map<Map<String, Object>, List<Pack.Table.Entry>> byKey = new LinkedHashMap<>();
        for (Pack.Table.Entry entry : table.rows()) {
            Map<String, Object> key = new LinkedHashMap<>(entry.row().values());
            key.keySet().retainAll(keys);
            byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(entry);
        }
        for (List<Pack.Table.Entry> rows : byKey.values()) {
            rows.sort(Comparator.comparing(e -> e.validity().from(), Validity.OPEN_FIRST));
            for (int i = 1; i < rows.size(); i++) {
                ParameterXray.gap(
                        file,
                        rows.get(i).line(),
                        rows.get(i - 1).validity(),
                        rows.get(i).validity(),
                        findings);
            }
        }
    }

    private void finding(int line, String element, String zh, String en, String remedyZh, String remedyEn) {
        Fault fault = new Fault(file, line, element, new Text(zh, en), new Text(remedyZh, remedyEn));
        findings.add(XrayFinding.fault(fault));
    }
}
