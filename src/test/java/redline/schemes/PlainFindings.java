package redline.schemes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import redline.check.CheckResult;
import redline.quantity.Language;
import redline.report.ResultJson;

/** Findings as {@code expected.yaml} states them, taken from the published JSON: rule to its findings, short and readable. */
final class PlainFindings {
    private static final Map<String, String> VERDICTS =
            Map.of("PASS", "符合", "VIOLATION", "不符合", "UNDETERMINED", "待核实", "NOT_APPLICABLE", "不涉及");
    private static final Map<String, String> CAUSES =
            Map.of("MISSING_FACT", "资料不全", "NEEDS_JUDGEMENT", "需人工核定", "BASIS_OPEN", "依据存疑");
    private static final Map<String, String> SIGNS =
            Map.of("AT_LEAST", "≥ ", "AT_MOST", "≤ ", "EQUAL", "= ", "ONE_OF", "∈ ");

    private PlainFindings() {}

    static Map<String, List<Map<String, Object>>> of(CheckResult result) {
        String json = new String(ResultJson.write(result, Language.ZH), StandardCharsets.UTF_8);
        Map<String, List<Map<String, Object>>> byRule = new LinkedHashMap<>();
        for (Map<String, Object> finding : SchemeTree.rows(SchemeTree.of(json).root(), "findings")) {
            byRule.computeIfAbsent((String) finding.get("rule"), rule -> new ArrayList<>())
                    .add(finding(finding));
        }
        return byRule;
    }

    /** As {@code expected.yaml} is written, without its comments. */
    static String yaml(Map<String, List<Map<String, Object>>> byRule) {
        StringBuilder yaml = new StringBuilder();
        byRule.forEach((rule, findings) -> {
            yaml.append(rule).append(":\n");
            for (Map<String, Object> finding : findings) {
                StringJoiner fields = new StringJoiner(", ", "  - { ", " }\n");
                finding.forEach((key, value) -> fields.add(key + ": " + written(key, value)));
                yaml.append(fields);
            }
            yaml.append('\n');
        });
        return yaml.toString();
    }

    private static String written(String key, Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(one -> "\"" + one + "\"").collect(Collectors.joining(", ", "[", "]"));
        }
        return key.equals("verdict") ? (String) value : "\"" + value + "\"";
    }

    private static Map<String, Object> finding(Map<String, Object> finding) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("about", table(finding, "subject").get("id"));
        String cause = CAUSES.get(text(finding.get("cause")));
        String verdict = VERDICTS.get(text(finding.get("verdict")));
        plain.put("verdict", cause == null ? verdict : verdict + "·" + cause);
        boolean applies = !verdict.equals("不涉及");
        if (applies && finding.get("measured") instanceof Map<?, ?>) {
            plain.put("measured", value(table(finding, "measured")));
        }
        if (applies && finding.get("required") instanceof Map<?, ?>) {
            Map<String, Object> required = table(finding, "required");
            plain.put("required", SIGNS.get(text(required.get("comparator"))) + value(required));
        }
        Set<Object> missing = new LinkedHashSet<>();
        SchemeTree.rows(finding, "missing").forEach(one -> missing.add(withoutCell(text(one.get("path")))));
        if (!missing.isEmpty()) {
            plain.put("missing", List.copyOf(missing));
        }
        return plain;
    }

    /** A table that holds no value is named once, not cell by cell and line by line. */
    private static String withoutCell(String path) {
        return path.replaceAll("(/tables/\\w+)\\[.*", "$1");
    }

    private static String value(Map<String, Object> quantity) {
        if (quantity.get("oneOf") instanceof List<?> codes && !codes.isEmpty()) {
            return String.join("、", codes.stream().map(PlainFindings::text).toList());
        }
        if (quantity.get("value") instanceof List<?> codes) {
            return String.join("、", codes.stream().map(PlainFindings::text).toList());
        }
        String unit = text(quantity.get("unit"));
        return (text(quantity.get("value")) + " " + unit).strip();
    }

    private static String text(Object value) {
        return value instanceof SchemeTree.Literal literal ? literal.text() : String.valueOf(value);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> table(Map<String, Object> owner, String key) {
        return (Map<String, Object>) owner.get(key);
    }
}
