package redline.workshop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import redline.finding.Verdict;
import redline.proof.CaseExamples;
import redline.proof.CaseFolder;
import redline.proof.RuleCase;
import redline.proof.RuleCases;
import tools.jackson.databind.json.JsonMapper;

/**
 * A case as a form holds it, and its file.
 *
 * @param folder {@code 26-pass-before}
 * @param profile the profile of the office by which it is judged, empty for the usual one
 * @param settings of the profile that the case fixes, one {@code name: value} a line
 * @param twin folder of a case that differs by one fact and does apply, empty where it has none
 * @param given one change a line, {@code path: value}, as in {@code rules/README.md}
 * @param expected all findings of the rule
 */
public record CaseText(
        String rule,
        String folder,
        String title,
        String asOf,
        String why,
        String numberFrom,
        String profile,
        String settings,
        String twin,
        String base,
        String given,
        List<Line> expected) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Empty texts are not asked. {@code other}: further keys as they stand in the file, {@code missing: [..]}. */
    public record Line(String about, String verdict, String measured, String required, String margin, String other) {
        boolean empty() {
            return about.isBlank();
        }
    }

    /** An existing case to begin from; a row of a grid is a case of its own. */
    public static CaseText of(RuleCase one) {
        List<String> given = new ArrayList<>();
        Map<String, String> changes = CaseExamples.given(one);
        changes.forEach((path, value) -> given.add(path + ": " + (value == null ? "null" : value)));
        return new CaseText(
                one.rule(),
                "",
                one.title(),
                one.asOf().toString(),
                one.why(),
                one.numberFrom(),
                one.profile(),
                one.settings().entrySet().stream()
                        .map(setting -> setting.getKey() + ": " + setting.getValue())
                        .collect(Collectors.joining("\n")),
                text(one.twin()),
                one.base(),
                String.join("\n", given),
                one.expected().stream().map(CaseText::line).toList());
    }

    private static Line line(RuleCase.Expected one) {
        return new Line(
                one.about(),
                one.verdict(),
                text(one.measured()),
                text(one.required()),
                text(one.margin()),
                (one.because() == null ? "" : "because: " + quoted(one.because()) + ", ")
                        + (one.ask() == null ? "" : "ask: " + quoted(one.ask()) + ", ")
                        + (one.missing() == null ? "" : "missing: " + JSON.writeValueAsString(one.missing()) + ", "));
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }

    /** The same as a case of some rule in some folder. */
    CaseText in(String otherRule, String otherFolder) {
        return new CaseText(
                otherRule, otherFolder, title, asOf, why, numberFrom, profile, settings, twin, base, given, expected);
    }

    /** The verdict that a case names so; empty where it is none. */
    public static Optional<Verdict> verdict(String title) {
        return List.of(Verdict.values()).stream()
                .filter(verdict -> verdict.title().zh().equals(title))
                .findFirst();
    }

    /** What the folder of a case is called: {@code 26-not-applicable-2027-01-01}. */
    public static String folder(int number, Verdict verdict, String ending) {
        String kind = verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return String.format("%02d-%s-%s", number, kind, ending);
    }

    /** Where the file lies in a draft. */
    public String path() {
        return DraftPaths.CASES + "rules/" + rule + "/" + folder + "/case.yaml";
    }

    /** The file. Every text is written in quotes, so that it stays in its place; {@code other} is written as it stands. */
    public String yaml() {
        StringBuilder yaml = new StringBuilder();
        yaml.append("title: ").append(quoted(title)).append('\n');
        yaml.append("rule: ").append(rule).append('\n');
        yaml.append("as-of: ").append(quoted(asOf)).append('\n');
        yaml.append("why: ").append(quoted(why)).append('\n');
        yaml.append("number-from: ").append(quoted(numberFrom)).append('\n');
        optional(yaml, "profile", profile);
        optional(yaml, "twin", twin);
        List<String> fixed = lines(settings);
        if (!fixed.isEmpty()) {
            yaml.append("settings:\n");
            fixed.forEach(line -> yaml.append("  ").append(change(line)).append('\n'));
        }
        yaml.append("given:\n  base: ").append(quoted(base)).append('\n');
        List<String> changes = lines(given);
        if (!changes.isEmpty()) {
            yaml.append("  change:\n");
            changes.forEach(line -> yaml.append("    ").append(change(line)).append('\n'));
        }
        yaml.append("expect:\n");
        expected.stream()
                .filter(line -> !line.empty())
                .forEach(line -> yaml.append("  - ").append(finding(line)).append('\n'));
        return yaml.toString();
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static void optional(StringBuilder yaml, String key, String value) {
        if (!value.isBlank()) {
            yaml.append(key).append(": ").append(quoted(value)).append('\n');
        }
    }

    private static String change(String line) {
        int colon = line.indexOf(": ");
        if (colon < 0) {
            return quoted(line) + ": ";
        }
        String value = line.substring(colon + 2).strip();
        boolean plain = value.equals("null") || value.equals("true") || value.equals("false") || json(value);
        return quoted(line.substring(0, colon).strip()) + ": " + (plain ? value : quoted(value));
    }

    /** A list, an object, a number or a text that is in quotes already. */
    private static boolean json(String value) {
        try {
            JSON.readTree(value);
            return !value.isEmpty();
        } catch (tools.jackson.core.JacksonException none) {
            return false;
        }
    }

    private static String finding(Line line) {
        List<String> keys = new ArrayList<>();
        keys.add("about: " + quoted(line.about()));
        keys.add("verdict: " + quoted(line.verdict()));
        add(keys, "measured", line.measured());
        add(keys, "required", line.required());
        add(keys, "margin", line.margin());
        String other = line.other().strip().replaceFirst(",$", "");
        if (!other.isEmpty()) {
            keys.add(other);
        }
        return "{" + String.join(", ", keys) + "}";
    }

    private static void add(List<String> keys, String key, String value) {
        if (!value.isBlank()) {
            keys.add(key + ": " + quoted(value.strip()));
        }
    }

    private static String quoted(String text) {
        return JSON.writeValueAsString(text.strip());
    }

    /**
     * Looks whether the file can be read as a case.
     *
     * @throws redline.rulepack.PackFault with its faults
     */
    public void read() {
        String path = path().substring(DraftPaths.CASES.length());
        RuleCases.of(new CaseFolder(
                new java.util.TreeMap<>(Map.of(path, yaml().getBytes(java.nio.charset.StandardCharsets.UTF_8)))));
    }
}
