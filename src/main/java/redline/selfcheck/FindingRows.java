package redline.selfcheck;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import redline.check.CheckResult;
import redline.finding.Conclusion.Group;
import redline.finding.Finding;
import redline.report.Clause;
import redline.report.Grouped;
import redline.report.Reader;
import redline.report.Words;

/** The list beside the plan: one row a clause and group with its worst subject, exceptions first. */
final class FindingRows {
    /** A clause's findings of one group. */
    record Row(Group group, String style, String icon, String word, String title, Line worst, List<Line> rest) {
        public int size() {
            return 1 + rest.size();
        }
    }

    /** One finding in one line; {@code number} is its place in the result. */
    record Line(int number, String subject, String says, String margin) {}

    private final Words words;
    private final Reader reader;
    private final IdentityHashMap<Finding, Integer> numbers = new IdentityHashMap<>();
    private final Grouped grouped;

    FindingRows(CheckResult result, Words words) {
        this.words = words;
        this.reader = new Reader(words);
        this.grouped = new Grouped(result.findings());
        for (Finding finding : result.findings()) {
            numbers.put(finding, numbers.size());
        }
    }

    List<Row> of(Group group) {
        List<Row> rows = new ArrayList<>();
        for (Clause clause : Clause.of(grouped.in(group))) {
            Finding worst = clause.worst();
            rows.add(new Row(
                    group,
                    Look.of(worst.verdict()),
                    worst.verdict().icon(),
                    words.of(worst.verdict().title()),
                    words.of(clause.rule().title()),
                    line(worst),
                    clause.rest().stream().map(this::line).toList()));
        }
        return rows;
    }

    private Line line(Finding finding) {
        String says = finding instanceof Finding.Judged judged
                ? judged.governing() == null
                        ? reader.measured(finding)
                        : reader.measured(finding) + " (" + reader.required(finding) + ")"
                : "";
        String beside = finding instanceof Finding.Judged ? reader.margin(finding) : reader.say(finding);
        return new Line(numbers.get(finding), reader.subject(finding), says, beside);
    }
}
