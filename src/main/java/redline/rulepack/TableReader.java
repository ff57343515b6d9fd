package redline.rulepack;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redline.quantity.Text;
import redline.requirement.Citation;
import redline.requirement.Grade;

/**
 * Reads {@code tables/<name>.csv}: a typed header ({@code name:number[m]}, {@code name:text(A|B)}, {@code name:yes-no}), a row of
 * Chinese labels, then rows; the last columns are {@code from,to,clause,grade} and
 * may be followed by {@code document}. {@code 任意} or {@code ANY} in a cell stands for
 * every word of its column, {@code a|b} for several, {@code inf} and {@code -inf} for open ends, {@code ?} for a value that
 * the source leaves open.
 */
final class TableReader {
    static final List<String> LAST = List.of("from", "to", "clause", "grade");
    static final String DOCUMENT = "document";
    private static final Pattern HEADER =
            Pattern.compile("([a-z][A-Za-z0-9]*):(number|text|yes-no)(?:\\[([^]]+)])?(?:\\(([^)]+)\\))?");
    private static final int MOST_ROWS = 5_000;
    private static final int MOST_COLUMNS = 40;
    private static final int MOST_WORDS = 200;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_CELL = 500;
    private static final int SHOWN = 40;
    /** Before a text, these make a spreadsheet calculate it. */
    private static final String FORMULA = "=+-@";

    private final String packId;
    private final Text packTitle;
    private final String file;
    private final String name;
    private final Set<String> documents;
    private final List<Fault> faults;
    private final List<Column> columns = new ArrayList<>();
    private boolean withDocuments;

    /** {@code words} is empty for numbers and free text. */
    private record Column(String name, Class<?> type, String unit, List<String> words) {
        boolean percent() {
            return unit.equals("%");
        }
    }

    /** {@code documents}: numbers that rows may name. */
    TableReader(String packId, Text packTitle, String file, Set<String> documents, List<Fault> faults) {
        this.packId = packId;
        this.packTitle = packTitle;
        this.file = file;
        this.name = file.substring(file.lastIndexOf('/') + 1, file.length() - ".csv".length());
        this.documents = documents;
        this.faults = faults;
    }

    /** {@code fire-separation} → {@code FireSeparation}. */
    static String typeName(String tableName) {
        StringBuilder type = new StringBuilder();
        for (String word : tableName.split("-", -1)) {
            type.append(word.isEmpty() ? "" : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return type.toString();
    }

    /** Null where the header cannot be read. */
    Pack.Table read(String text) {
        List<CsvLine> lines = CsvLine.split(text, MOST_ROWS + 3);
        if (lines.size() < 3) {
            fault(
                    0,
                    "",
                    "表里没有数据行",
                    "The table has no rows",
                    "第1行为列名与类型,第2行为中文列名,其后为数据",
                    "Line 1: typed header; line 2: labels; then rows");
            return null;
        }
        if (lines.size() > MOST_ROWS + 2) {
            fault(
                    lines.get(MOST_ROWS + 2).number(),
                    "",
                    "数据超过 " + MOST_ROWS + " 行",
                    "More than " + MOST_ROWS + " rows",
                    "拆成几张表",
                    "Split the table");
            return null;
        }
        if (!header(lines.get(0))) {
            return null;
        }
        int before = faults.size();
        lines.forEach(this::plain);
        if (faults.size() > before) {
            return null;
        }
        int width = columns.size() + LAST.size() + (withDocuments ? 1 : 0);
        Map<String, String> labels = new LinkedHashMap<>();
        if (lines.get(1).cells().size() == width) {
            for (int i = 0; i < columns.size(); i++) {
                labels.put(columns.get(i).name(), lines.get(1).cells().get(i));
            }
        } else {
            width(lines.get(1), width);
        }
        List<Pack.Table.Entry> rows = new ArrayList<>();
        for (CsvLine line : lines.subList(2, lines.size())) {
            if (line.cells().size() == width) {
                rows(line, rows);
            } else {
                width(line, width);
            }
        }
        duplicates(rows);
        List<Row.Column> typed = columns.stream()
                .map(c -> new Row.Column(c.name(), c.type(), c.unit()))
                .toList();
        Map<String, String> units = new LinkedHashMap<>();
        columns.stream().filter(c -> !c.unit().isEmpty()).forEach(c -> units.put(c.name(), c.unit()));
        return new Pack.Table(name, new Row.Type(typeName(name), typed), labels, units, List.copyOf(rows));
    }

    private boolean header(CsvLine line) {
        int before = faults.size();
        List<String> cells = line.cells();
        withDocuments = cells.get(cells.size() - 1).equals(DOCUMENT);
        int end = cells.size() - (withDocuments ? 1 : 0);
        int own = end - LAST.size();
        if (own < 1 || !cells.subList(own, end).equals(LAST)) {
            fault(
                    line.number(),
                    "",
                    "表头最后四列应为 from,to,clause,grade(其后可有 document)",
                    "The header must end in from,to,clause,grade (document may follow)",
                    "补上这四列",
                    "Add these columns");
            return false;
        }
        if (own > MOST_COLUMNS) {
            fault(
                    line.number(),
                    "",
                    "有 " + own + " 列,最多 " + MOST_COLUMNS + " 列",
                    own + " columns, at most " + MOST_COLUMNS,
                    "拆成几张表",
                    "Split the table");
            return false;
        }
        for (String cell : cells.subList(0, own)) {
            Matcher matcher = HEADER.matcher(cell);
            if (!matcher.matches()) {
                fault(
                        line.number(),
                        shown(cell),
                        "列名写法有误",
                        "This header cell cannot be read",
                        "写成 distance:number[m] 或 use:text(RESIDENTIAL|PUBLIC)",
                        "Write distance:number[m] or use:text(RESIDENTIAL|PUBLIC)");
                continue;
            }
            List<String> words = matcher.group(4) == null
                    ? List.of()
                    : List.of(matcher.group(4).split("\\|", -1));
            if (words.size() > MOST_WORDS || matcher.group(1).length() > LONGEST_NAME) {
                fault(
                        line.number(),
                        shown(cell),
                        "列名过长或可选值超过 " + MOST_WORDS + " 个",
                        "The name is too long, or there are more than " + MOST_WORDS + " words",
                        "缩短列名;可选值很多时不列出,写成 " + shown(matcher.group(1)) + ":text",
                        "Shorten it; do not list that many words");
                continue;
            }
            Class<?> type = switch (matcher.group(2)) {
                case "number" -> Double.class;
                case "text" -> String.class;
                default -> Boolean.class;
            };
            if (matcher.group(1).equals("id")
                    || columns.stream().anyMatch(c -> c.name().equals(matcher.group(1)))) {
                fault(
                        line.number(),
                        cell,
                        "列名重复或为 id",
                        "The column is there twice, or called id",
                        "换一个列名",
                        "Use another name");
            }
            columns.add(new Column(matcher.group(1), type, matcher.group(3) == null ? "" : matcher.group(3), words));
        }
        return faults.size() == before;
    }

    /** Of a text; what begins a formula is one when somebody opens the table in a spreadsheet. Numbers have signs. */
    private void plain(CsvLine line) {
        for (int i = 0; i < line.cells().size(); i++) {
            String cell = line.cells().get(i);
            boolean number = i < columns.size() && columns.get(i).type() == Double.class && line.number() > 2;
            if (cell.length() > LONGEST_CELL || !number && !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0) {
                fault(
                        line.number(),
                        i < columns.size() ? columns.get(i).name() : "",
                        cell.length() > LONGEST_CELL
                                ? "“" + shown(cell) + "”超过 " + LONGEST_CELL + " 个字符"
                                : "“" + shown(cell) + "”是公式的写法",
                        cell.length() > LONGEST_CELL
                                ? "\"" + shown(cell) + "\" is longer than " + LONGEST_CELL + " characters"
                                : "\"" + shown(cell) + "\" is written like a formula",
                        "写结果,不写公式;文字不以 = + - @ 开头",
                        "Write the result, not a formula; no text begins with = + - @");
            }
        }
    }

    private static String shown(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }

    private void width(CsvLine line, int width) {
        fault(
                line.number(),
                "",
                "这一行有 " + line.cells().size() + " 格,表头有 " + width + " 格",
                "This line has " + line.cells().size() + " cells, the header " + width,
                "补齐或删去多余的逗号;含逗号的文字加英文双引号",
                "Add or remove commas; put double quotes around a text that holds one");
    }

    private void rows(CsvLine line, List<Pack.Table.Entry> rows) {
        int own = columns.size();
        Validity validity = new Validity(day(line, own), day(line, own + 1));
        if (!validity.ordered()) {
            fault(line.number(), "to", "失效日早于施行日", "The last day lies before the first", "改正日期", "Mend the dates");
        }
        String clause = line.cells().get(own + 2);
        Grade grade = PackReader.GRADES.get(line.cells().get(own + 3));
        if (clause.isBlank() || grade == null) {
            fault(
                    line.number(),
                    "clause, grade",
                    "缺少条款或来源等级",
                    "Clause or grade is missing",
                    "等级可选:" + String.join("、", PackReader.GRADES.keySet()),
                    "Grades: " + String.join(", ", PackReader.GRADES.keySet()));
            return;
        }
        String document = withDocuments ? line.cells().get(own + 4) : "";
        if (!document.isEmpty() && !documents.contains(document)) {
            fault(
                    line.number(),
                    DOCUMENT,
                    "没有文件“" + document + "”",
                    "There is no document \"" + document + "\"",
                    "在同一规则包的 documents.yaml 里补上这个文号，或改正",
                    "Add the number to documents.yaml of the pack, or mend it");
        }
        List<Map<String, Object>> expanded = new ArrayList<>(List.of(new LinkedHashMap<>()));
        for (int i = 0; i < own; i++) {
            List<Object> values = cell(line, columns.get(i), line.cells().get(i));
            if (rows.size() + (long) expanded.size() * values.size() > MOST_ROWS) {
                fault(
                        line.number(),
                        "",
                        "展开后超过 " + MOST_ROWS + " 行",
                        "More than " + MOST_ROWS + " rows when expanded",
                        "拆成几张表",
                        "Split the table");
                return;
            }
            List<Map<String, Object>> next = new ArrayList<>();
            for (Map<String, Object> row : expanded) {
                for (Object value : values) {
                    Map<String, Object> wider = new LinkedHashMap<>(row);
                    wider.put(columns.get(i).name(), value);
                    next.add(wider);
                }
            }
            expanded = next;
        }
        String value = ValueName.of(file, line.cells().subList(0, own), validity.from(), clause, document);
        Citation citation = new Citation(packId, packTitle, clause, grade, document, value);
        for (int i = 0; i < expanded.size(); i++) {
            String id =
                    packId + "/tables/" + name + ".csv:" + line.number() + (expanded.size() > 1 ? "." + (i + 1) : "");
            rows.add(new Pack.Table.Entry(validity, new Row(typeName(name), id, expanded.get(i), citation)));
        }
    }

    private LocalDate day(CsvLine line, int index) {
        String cell = line.cells().get(index);
        if (cell.isEmpty() || cell.equals("不限")) {
            return null;
        }
        try {
            return Validity.day(cell);
        } catch (DateTimeException notADay) {
            fault(
                    line.number(),
                    LAST.get(index - columns.size()),
                    "“" + shown(cell) + "”不是日期",
                    "\"" + shown(cell) + "\" is not a date",
                    "写成 2025-01-31,不限则留空",
                    "Write 2025-01-31, or leave it empty for open");
            return null;
        }
    }

    private List<Object> cell(CsvLine line, Column column, String cell) {
        List<Object> values = new ArrayList<>();
        if (cell.equals("?") || cell.equals("？")) {
            values.add(null);
        } else if (cell.equals("任意") || cell.equals("ANY")) {
            if (column.type() == Boolean.class) {
                values.addAll(List.of(true, false));
            } else if (column.words().isEmpty()) {
                fault(
                        line.number(),
                        column.name(),
                        "这一列没有列出可选值,不能写“任意”",
                        "The column names no words, so it cannot say ANY",
                        "在表头列出:" + column.name() + ":text(…|…);数值列用 -inf 与 inf",
                        "Name them in the header, or use -inf and inf for numbers");
            } else {
                values.addAll(column.words());
            }
        } else {
            for (String part : cell.split("\\|", -1)) {
                Object value = value(column, part.strip());
                if (value == null) {
                    fault(
                            line.number(),
                            column.name(),
                            "“" + shown(part) + "”不合这一列的类型",
                            "\"" + shown(part) + "\" does not fit the column",
                            column.words().isEmpty()
                                    ? "数值只写数字;是否写 yes 或 no;来源未定写 ?"
                                    : "可选:" + String.join("、", column.words()),
                            column.words().isEmpty()
                                    ? "Digits only; yes or no; ? where the source leaves it open"
                                    : "One of: " + String.join(", ", column.words()));
                } else {
                    values.add(value);
                }
            }
        }
        return values;
    }

    private static Object value(Column column, String part) {
        if (column.type() == Double.class) {
            if (part.equals("inf") || part.equals("-inf")) {
                return part.equals("inf") ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            }
            BigDecimal number = Decimals.parse(part);
            return number == null ? null : (Double) (column.percent() ? number.movePointLeft(2) : number).doubleValue();
        }
        if (column.type() == Boolean.class) {
            return switch (part) {
                case "yes", "是" -> true;
                case "no", "否" -> false;
                default -> null;
            };
        }
        boolean known =
                column.words().isEmpty() ? !part.isEmpty() : column.words().contains(part);
        return known ? part : null;
    }

    /** The same row twice on one day says either nothing or two things. */
    private void duplicates(List<Pack.Table.Entry> rows) {
        Map<Map<String, Object>, Validity> seen = new LinkedHashMap<>();
        TreeSet<String> said = new TreeSet<>();
        for (Pack.Table.Entry entry : rows) {
            Validity earlier = seen.put(entry.row().values(), entry.validity());
            String line = entry.row()
                    .id()
                    .substring(entry.row().id().indexOf(':') + 1)
                    .split("\\.", -1)[0];
            if (earlier != null && earlier.overlaps(entry.validity()) && said.add(line)) {
                fault(
                        Integer.parseInt(line),
                        "",
                        "与前面一行重复且施行日期重叠",
                        "Says the same as an earlier row at the same time",
                        "删去其中一行",
                        "Remove one of them");
            }
        }
    }

    private void fault(int line, String element, String zh, String en, String remedyZh, String remedyEn) {
        faults.add(new Fault(file, line, element, new Text(zh, en), new Text(remedyZh, remedyEn)));
    }
}
