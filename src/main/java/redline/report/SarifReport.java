package redline.report;

import java.util.LinkedHashMap;
import java.util.Map;
import redline.check.CheckResult;
import redline.finding.Finding;
import redline.quantity.Language;
import redline.requirement.RuleInfo;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The result in SARIF 2.1.0, for code hosts and editors that show what checks found. One SARIF result for each finding: what complies
 * and what does not apply are results of these kinds, and what is open is of kind {@code open}, never a pass.
 */
public final class SarifReport {
    private final CheckResult result;
    private final Words words;
    private final Reader reader;
    private final OneLine line;

    private SarifReport(CheckResult result, Words words) {
        this.result = result;
        this.words = words;
        this.reader = new Reader(words);
        this.line = new OneLine(words);
    }

    /** UTF-8 with a newline at the end. */
    public static byte[] write(CheckResult result, Language language) {
        return JsonFile.of(new SarifReport(result, Words.of(language)).root());
    }

    private ObjectNode root() {
        ObjectNode root = JsonNodeFactory.instance
                .objectNode()
                .put("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
                .put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool")
                .putObject("driver")
                .put("name", "Redline")
                .put("version", result.program())
                .put("language", words.language() == Language.ZH ? "zh-CN" : "en");
        Map<String, Integer> indexes = rules(driver.putArray("rules"));
        run.put("columnKind", "unicodeCodePoints");
        ArrayNode results = run.putArray("results");
        result.findings()
                .forEach(finding -> result(finding, indexes.get(finding.rule().id()), results.addObject()));
        return root;
    }

    private Map<String, Integer> rules(ArrayNode rules) {
        Map<String, Integer> indexes = new LinkedHashMap<>();
        for (Finding finding : result.findings()) {
            RuleInfo rule = finding.rule();
            if (indexes.putIfAbsent(rule.id(), indexes.size()) == null) {
                ObjectNode one = rules.addObject().put("id", rule.id());
                one.putObject("shortDescription").put("text", words.of(rule.title()));
                one.putObject("properties").put("pack", rule.packId()).put("standing", reader.standing(rule));
            }
        }
        return indexes;
    }

    private void result(Finding finding, int rule, ObjectNode node) {
        node.put("ruleId", finding.rule().id()).put("ruleIndex", rule);
        node.put("kind", kind(finding)).put("level", level(finding));
        String subject = reader.subject(finding);
        node.putObject("message").put("text", line.of(finding));
        node.putArray("locations")
                .addObject()
                .putArray("logicalLocations")
                .addObject()
                .put("name", subject)
                .put(
                        "fullyQualifiedName",
                        finding.subject().kind() + "/" + finding.subject().id())
                .put("kind", "object");
        node.putObject("partialFingerprints")
                .put(
                        "ruleAndSubject/v1",
                        finding.rule().id() + "/" + finding.subject().kind() + "/"
                                + finding.subject().id());
    }

    private static String kind(Finding finding) {
        return switch (finding.verdict()) {
            case VIOLATION -> "fail";
            case UNDETERMINED -> "open";
            case PASS -> "pass";
            case NOT_APPLICABLE -> "notApplicable";
        };
    }

    /** SARIF wants {@code none} of all that is no failure. A violation that the headline does not count is a warning. */
    private static String level(Finding finding) {
        return switch (finding.verdict()) {
            case VIOLATION -> finding.rule().decides() ? "error" : "warning";
            case UNDETERMINED, PASS, NOT_APPLICABLE -> "none";
        };
    }
}
