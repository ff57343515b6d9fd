package redline.selfcheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import redline.check.CheckResult;
import redline.fact.Fact;
import redline.finding.Conclusion.Group;
import redline.finding.Finding;
import redline.report.BuildingFindings;
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

    /**
     * One finding in one line.
     *
     * @param number its place in the result
     * @param building the one it is about, empty where there is none
     */
    record Line(int number, String subject, String says, String margin, boolean open, String building) {}

    private final Words words;
    private final Reader reader;
    private final IdentityHashMap<Finding, Integer> numbers = new IdentityHashMap<>();
    private final Grouped grouped;
    private final Map<Finding, String> buildings = new HashMap<>();

    FindingRows(CheckResult result, Words words) {
        this.words = words;
        this.reader = new Reader(words);
        this.grouped = new Grouped(result.findings());
        BuildingFindings byBuilding = BuildingFindings.of(result);
        for (Fact fact : result.record().facts()) {
            if (fact instanceof Fact.Building building && building.id() != null) {
                byBuilding.about(building.id()).forEach(finding -> buildings.put(finding, building.id()));
            }
        }
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
        boolean judged = finding instanceof Finding.Judged;
        return new Line(
                numbers.get(finding),
                reader.subject(finding),
                judged ? said((Finding.Judged) finding) : "",
                judged ? reader.margin(finding) : reader.say(finding),
                !judged,
                buildings.getOrDefault(finding, ""));
    }

    private String said(Finding.Judged judged) {
        return judged.governing() == null
                ? reader.measured(judged)
                : reader.measured(judged) + " (" + reader.required(judged) + ")";
    }
}
