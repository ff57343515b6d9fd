package redline.proof;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import redline.report.CaseExample;

/** The cases of rules as the examples that people read; the rows of one grid become one example. */
public final class CaseExamples {
    private CaseExamples() {}

    /** By rule id; none where there is no folder. */
    public static Map<String, List<CaseExample>> in(Optional<Path> folder) {
        return folder.map(RuleCases::read).map(CaseExamples::of).orElse(Map.of());
    }

    /** By rule id. */
    public static Map<String, List<CaseExample>> of(RuleCases cases) {
        Map<String, Map<String, List<RuleCase>>> byRule = new LinkedHashMap<>();
        for (RuleCase one : cases.all()) {
            byRule.computeIfAbsent(one.rule(), rule -> new LinkedHashMap<>())
                    .computeIfAbsent(one.folder(), folder -> new ArrayList<>())
                    .add(one);
        }
        Map<String, List<CaseExample>> examples = new LinkedHashMap<>();
        byRule.forEach((rule, folders) -> examples.put(
                rule, folders.values().stream().map(CaseExamples::example).toList()));
        return examples;
    }

    private static CaseExample example(List<RuleCase> rows) {
        RuleCase first = rows.get(0);
        boolean grid = first.id().contains("#");
        List<Map<String, String>> given = rows.stream().map(CaseExamples::given).toList();
        Set<String> columns = grid ? varying(given) : Set.of();
        List<CaseExample.Given> same = new ArrayList<>();
        given.get(0).forEach((path, value) -> {
            if (!columns.contains(path)) {
                same.add(new CaseExample.Given(path, value));
            }
        });
        return new CaseExample(
                first.folder(),
                first.title(),
                first.why(),
                first.asOf(),
                first.numberFrom(),
                first.base(),
                same,
                grid ? List.of() : expected(first.expected()),
                grid ? grid(rows, given, columns) : null);
    }

    /** What is changed of the base, by path, as case files write it; null where a value is made unknown. */
    public static Map<String, String> given(RuleCase one) {
        Map<String, String> given = new LinkedHashMap<>();
        for (RuleCase.Change change : one.changes()) {
            if (change instanceof RuleCase.Change.Put put) {
                given.put(put.path(), written(put.json()));
            } else if (change instanceof RuleCase.Change.Move move) {
                moved(move, one.id().contains("#"), given);
            }
        }
        return given;
    }

    /** In the rows of a grid one direction with its sign, so that they share a column; else the direction that was moved. */
    private static void moved(RuleCase.Change.Move move, boolean signed, Map<String, String> given) {
        if (move.east().signum() == 0 && move.north().signum() == 0) {
            return;
        }
        boolean east = move.east().signum() != 0;
        BigDecimal by = east ? move.east() : move.north();
        boolean back = by.signum() < 0 && !signed;
        String verb = east ? back ? ".西移" : ".东移" : back ? ".南移" : ".北移";
        given.put(move.building() + verb, (back ? by.negate() : by).toPlainString() + " m");
    }

    /** A text without its quotes; null for a value made unknown. */
    private static String written(String json) {
        if (json.equals("null")) {
            return null;
        }
        boolean text = json.length() > 1 && json.startsWith("\"");
        return text ? json.substring(1, json.length() - 1) : json;
    }

    private static Set<String> varying(List<Map<String, String>> given) {
        Set<String> all = new LinkedHashSet<>();
        given.forEach(row -> all.addAll(row.keySet()));
        all.removeIf(path -> given.stream()
                        .map(row -> String.valueOf(row.get(path)))
                        .distinct()
                        .count()
                == 1);
        return all;
    }

    private static CaseExample.Grid grid(List<RuleCase> rows, List<Map<String, String>> given, Set<String> columns) {
        List<CaseExample.Row> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            RuleCase.Expected expected = rows.get(i).expected().get(0);
            List<String> values = new ArrayList<>();
            for (String column : columns) {
                boolean unmoved = !given.get(i).containsKey(column) && column.endsWith("移");
                values.add(unmoved ? "0 m" : given.get(i).get(column));
            }
            lines.add(
                    new CaseExample.Row(Collections.unmodifiableList(values), expected.verdict(), expected.required()));
        }
        return new CaseExample.Grid(rows.get(0).expected().get(0).about(), List.copyOf(columns), List.copyOf(lines));
    }

    /** Subjects that the case file names in one line stand in one line. */
    private static List<CaseExample.Expected> expected(List<RuleCase.Expected> all) {
        Map<Integer, List<RuleCase.Expected>> byLine = new LinkedHashMap<>();
        all.forEach(one ->
                byLine.computeIfAbsent(one.line(), line -> new ArrayList<>()).add(one));
        return byLine.values().stream()
                .map(of -> {
                    RuleCase.Expected one = of.get(0);
                    return new CaseExample.Expected(
                            of.stream().map(RuleCase.Expected::about).toList(),
                            one.verdict(),
                            one.measured(),
                            one.required(),
                            one.margin(),
                            one.missing(),
                            one.ask(),
                            one.because(),
                            one.note(),
                            one.cites());
                })
                .toList();
    }
}
