package redline.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import redline.check.CheckResult;
import redline.finding.Conclusion;
import redline.finding.Conclusion.Group;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.quantity.Language;

/**
 * The findings for a terminal: exceptions first, every violation and every open question on its own, what complies one row per
 * clause with its tightest subject, and the verdict in one line at the end. Columns count a CJK character as two.
 */
public final class ResultText {

    private final Words words;
    private final Reader reader;
    private final TextTable table;

    private ResultText(Words words) {
        this.words = words;
        this.reader = new Reader(words);
        this.table = new TextTable(words.chinese() ? 10 : 15, 18, 20, 15, 17, 40);
    }

    /** Lines end in a newline; no escape sequences. */
    public static String table(CheckResult result, Language language) {
        return new ResultText(Words.of(language)).text(result).replace(Shown.GAP, ' ');
    }

    private String text(CheckResult result) {
        Grouped grouped = new Grouped(result.findings());
        table.row(List.of(
                words.get("column.verdict"),
                words.get("column.clause"),
                words.get("column.subject"),
                words.get("column.measured"),
                words.get("column.required"),
                words.get("column.margin")));
        table.rule();
        for (Group group : List.of(
                Group.MUST_CHANGE, Group.UNDETERMINED, Group.OTHER_AUTHORITY, Group.LATER_STAGE, Group.ADVICE)) {
            for (List<Finding> alike : alike(grouped.in(group))) {
                table.row(row(alike.get(0), subjects(alike)));
            }
        }
        for (Clause clause : Clause.of(grouped.in(Group.PASS))) {
            table.row(row(clause.worst(), subjects(clause.findings())));
        }
        table.rule();
        StringBuilder text = new StringBuilder(table.toString());
        int none = grouped.in(Group.NOT_APPLICABLE).size();
        if (none > 0) {
            List<String> titles = Clause.of(grouped.in(Group.NOT_APPLICABLE)).stream()
                    .map(clause -> words.of(clause.rule().title()) + " "
                            + clause.findings().size())
                    .toList();
            text.append(words.get("text.not-applicable", none, String.join(words.get("list"), titles)))
                    .append('\n');
        }
        if (!result.ruling().notChecked().isEmpty()) {
            text.append(words.get(
                            "text.not-checked", result.ruling().notChecked().size()))
                    .append('\n');
            result.ruling()
                    .notChecked()
                    .forEach(topic -> text.append("  · ")
                            .append(words.of(topic.title()))
                            .append(words.get("colon"))
                            .append(words.of(topic.why()))
                            .append('\n'));
        }
        return text.append(headline(words, result)).append('\n').toString();
    }

    /** Each violation by itself; open questions of one rule that wait for the same together. */
    private List<List<Finding>> alike(List<Finding> group) {
        Map<List<String>, List<Finding>> alike = new LinkedHashMap<>();
        for (Finding finding : group) {
            String what = finding.verdict() == Verdict.UNDETERMINED
                    ? reader.say(finding)
                    : finding.subject().id();
            alike.computeIfAbsent(List.of(finding.rule().id(), what), key -> new ArrayList<>())
                    .add(finding);
        }
        return List.copyOf(alike.values());
    }

    private String subjects(List<Finding> findings) {
        String first = reader.subject(findings.get(0));
        int rest = findings.size() - 1;
        return rest == 0 ? first : words.get("and-others", first, rest, rest + 1);
    }

    /** {@code 不符合 ✕ 5 项须修改 · 3 项待核实(资料不全 2、依据存疑 0、需人工核定 1)· …}. */
    static String headline(Words words, CheckResult result) {
        Conclusion c = result.conclusion();
        List<String> parts = new ArrayList<>();
        parts.add(words.get("count.must-change", c.violations()));
        parts.add(words.get(
                c.borderline() == 0 ? "count.undetermined" : "count.undetermined.borderline",
                c.undetermined(),
                c.missingFacts(),
                c.openBasis(),
                c.needsJudgement(),
                c.borderline()));
        parts.add(words.get("count.pass", c.passes()));
        parts.add(words.get("count.not-applicable", c.notApplicable()));
        if (c.otherAuthorities() > 0) {
            parts.add(words.get("count.other-authority", c.otherAuthorities()));
        }
        if (c.laterStages() > 0) {
            parts.add(words.get("count.later-stage", c.laterStages()));
        }
        if (c.advice() > 0) {
            parts.add(words.get("count.advice", c.advice()));
        }
        return words.get(
                "headline",
                result.record().name(),
                words.of(c.verdict().title()),
                c.verdict().icon(),
                String.join(" · ", parts));
    }

    private List<String> row(Finding finding, String subject) {
        return List.of(
                finding.verdict().icon() + " " + words.of(finding.verdict().title()),
                words.of(finding.rule().title()),
                subject,
                reader.measured(finding),
                reader.required(finding),
                reader.say(finding) + reader.source(finding, "\n"));
    }
}
