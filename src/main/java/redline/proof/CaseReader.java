package redline.proof;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import redline.finding.Verdict;
import redline.rulepack.Fault;
import redline.rulepack.Yaml;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads {@code test-cases/rules/<rule-id>/NN-<verdict>-<slug>/case.yaml}. */
final class CaseReader {
    private static final List<String> NUMBERS_FROM = List.of("独立来源", "手算", "回归");
    private static final String DEFAULT_PROFILE = "tongxiang";
    private static final Map<String, int[]> MOVES =
            Map.of("东移", new int[] {1, 0}, "西移", new int[] {-1, 0}, "北移", new int[] {0, 1}, "南移", new int[] {0, -1});

    private final List<Fault> faults;

    private CaseReader(List<Fault> faults) {
        this.faults = faults;
    }

    /** All cases, sorted by rule and number; what is wrong with any goes to {@code faults}. */
    static List<RuleCase> all(CaseFolder folder, List<Fault> faults) {
        CaseReader reader = new CaseReader(faults);
        List<RuleCase> cases = new ArrayList<>();
        folder.under(CaseFolder.RULES).forEach((name, bytes) -> {
            if (name.endsWith("/case.yaml")) {
                cases.addAll(reader.read(name, new String(bytes, StandardCharsets.UTF_8)));
            }
        });
        return cases;
    }

    private List<RuleCase> read(String name, String text) {
        Yaml top = Yaml.open(name, text, faults);
        if (top == null
                || !top.mapping(
                        "title",
                        "rule",
                        "as-of",
                        "why",
                        "number-from",
                        "profile",
                        "settings",
                        "given",
                        "twin",
                        "expect")) {
            return List.of();
        }
        String[] path = name.split("/", -1);
        String folder = path[path.length - 2];
        named(top, folder, path[path.length - 3]);
        Map<String, String> sources = new LinkedHashMap<>();
        NUMBERS_FROM.forEach(s -> sources.put(s, s));
        String title = top.text("title");
        String rule = top.text("rule");
        String why = top.text("why");
        String numberFrom = top.choice("number-from", sources);
        LocalDate asOf = top.get("as-of") == null ? null : top.find("as-of").date();
        Yaml given = top.get("given");
        boolean there = given != null && given.mapping("base", "change", "grid");
        String base = there ? given.text("base") : null;
        List<RuleCase.Expected> expected =
                top.items("expect").stream().flatMap(this::expected).toList();
        Yaml grid = there ? given.find("grid") : null;
        if (expected.isEmpty() == (grid == null)) {
            top.fault(
                    "expect 与 grid 应写且只写一个",
                    "Write either expect or grid",
                    "在 expect 下列出该规则的全部结论,或写一张 grid 表",
                    "List all findings of the rule under expect, or write a grid");
        }
        if (title == null || rule == null || asOf == null || why == null || base == null || numberFrom == null) {
            return List.of();
        }
        JsonNode values = values(given, text);
        RuleCase whole = new RuleCase(
                rule + "/" + folder,
                title,
                rule,
                asOf,
                why,
                numberFrom,
                top.text("profile", DEFAULT_PROFILE),
                settings(top.find("settings")),
                base,
                changes(given.find("change"), values.path("change")),
                top.text("twin", null),
                expected);
        return grid == null ? List.of(whole) : rows(whole, grid, values.path("grid"));
    }

    private static Map<String, String> settings(Yaml settings) {
        Map<String, String> fixed = new LinkedHashMap<>();
        if (settings != null && settings.isMapping()) {
            settings.entries().forEach((name, value) -> fixed.put(name, String.valueOf(value.text())));
        }
        return fixed;
    }

    private static void named(Yaml top, String folder, String ruleFolder) {
        Yaml rule = top.find("rule");
        if (rule != null && !ruleFolder.equals(rule.text())) {
            rule.fault(
                    "rule 与文件夹“" + ruleFolder + "”不同",
                    "rule differs from its folder " + ruleFolder,
                    "改成一样",
                    "Make them the same");
        }
        if (!folder.matches("[0-9]{2}-(pass|violation|undetermined|not-applicable|grid)-[a-z0-9-]+")) {
            top.fault(
                    "文件夹名“" + folder + "”不合规则",
                    "The folder's name " + folder + " does not fit",
                    "写成 01-pass-within 的样子",
                    "Name it like 01-pass-within");
        }
    }

    /** What is given, read once more by Jackson, as values may be whole elements. */
    private static JsonNode values(Yaml given, String text) {
        try {
            return SchemeTree.YAML.readTree(text).path("given");
        } catch (JacksonException broken) {
            given.fault("读不出来:" + broken.getOriginalMessage(), "This cannot be read", "检查写法", "Check it");
            return MissingNode.getInstance();
        }
    }

    /** The changes under {@code change}, in their order; {@code values} is the same place read by Jackson. */
    static List<RuleCase.Change> changes(Yaml change, JsonNode values) {
        List<RuleCase.Change> changes = new ArrayList<>();
        if (change != null) {
            change.entries().forEach((path, value) -> add(changes, path, value, values.path(path)));
        }
        return changes;
    }

    private static void add(List<RuleCase.Change> changes, String path, Yaml place, JsonNode value) {
        String verb = path.substring(path.lastIndexOf('.') + 1);
        int[] direction = MOVES.get(verb);
        if (direction == null) {
            changes.add(new RuleCase.Change.Put(path, value.toString()));
            return;
        }
        BigDecimal by = Amounts.parse(value.asString(""), "m");
        if (by == null) {
            place.fault("移动的距离读不出来", "The distance of the move cannot be read", "写成 0.01 m", "Write 0.01 m");
        } else {
            changes.add(new RuleCase.Change.Move(
                    path.substring(0, path.lastIndexOf('.')),
                    by.multiply(BigDecimal.valueOf(direction[0])),
                    by.multiply(BigDecimal.valueOf(direction[1]))));
        }
    }

    /** A matrix: one case a row; its cells are the values of the columns, then verdict and requirement of the one subject. */
    private List<RuleCase> rows(RuleCase whole, Yaml grid, JsonNode values) {
        List<RuleCase> cases = new ArrayList<>();
        if (!grid.mapping("about", "columns", "rows")) {
            return cases;
        }
        String about = grid.text("about");
        List<String> columns = grid.items("columns").stream().map(Yaml::text).toList();
        List<Yaml> rows = grid.items("rows");
        for (int i = 0; i < rows.size(); i++) {
            JsonNode row = values.path("rows").path(i);
            if (row.size() != columns.size() + 2) {
                rows.get(i)
                        .fault(
                                "这一行格数不对",
                                "This row has the wrong number of cells",
                                "每列一格,再加结论与要求",
                                "One cell a column, then verdict and requirement");
                continue;
            }
            List<RuleCase.Change> changes = new ArrayList<>(whole.changes());
            for (int j = 0; j < columns.size(); j++) {
                add(changes, columns.get(j), rows.get(i), row.get(j));
            }
            String required = row.get(columns.size() + 1).asString("");
            RuleCase.Expected expected = new RuleCase.Expected(
                    rows.get(i).line(),
                    about,
                    row.get(columns.size()).asString(""),
                    null,
                    required.isEmpty() ? null : required,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
            cases.add(whole.row(i + 1, changes, List.of(expected)));
        }
        return cases;
    }

    private Stream<RuleCase.Expected> expected(Yaml item) {
        if (!item.mapping(
                "about",
                "verdict",
                "measured",
                "required",
                "short-by",
                "over-by",
                "margin",
                "cites",
                "missing",
                "ask",
                "because",
                "note")) {
            return Stream.empty();
        }
        Map<String, String> verdicts = new LinkedHashMap<>();
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(verdict.title().zh(), verdict.title().zh());
        }
        String verdict = item.choice("verdict", verdicts);
        String shortfall = item.text("short-by", item.text("over-by", null));
        String margin = shortfall == null ? item.text("margin", null) : "-" + shortfall;
        Yaml about = item.get("about");
        if (about == null || verdict == null) {
            return Stream.empty();
        }
        return texts(about).stream()
                .map(subject -> new RuleCase.Expected(
                        item.line(),
                        subject,
                        verdict,
                        item.text("measured", null),
                        item.text("required", null),
                        margin,
                        item.find("cites") == null ? null : texts(item.find("cites")),
                        item.find("missing") == null ? null : texts(item.find("missing")),
                        item.text("ask", null),
                        item.text("because", null),
                        item.text("note", null)));
    }

    private static List<String> texts(Yaml yaml) {
        return yaml.isText()
                ? List.of(String.valueOf(yaml.text()))
                : yaml.items().stream().map(i -> String.valueOf(i.text())).toList();
    }
}
