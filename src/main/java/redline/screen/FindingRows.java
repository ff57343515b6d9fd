package redline.screen;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import redline.check.CheckResult;
import redline.fact.Fact;
import redline.finding.Asked;
import redline.finding.Conclusion.Group;
import redline.finding.Finding;
import redline.report.BuildingFindings;
import redline.report.Clause;
import redline.report.Grouped;
import redline.report.Numbered;
import redline.report.Reader;
import redline.report.Words;

/** The list beside the plan: one row a clause and group with its worst subject, exceptions first. */
public final class FindingRows {
    /** A clause's findings of one group. */
    public record Row(Group group, String style, String icon, String word, String title, Line worst, List<Line> rest) {
        public int size() {
            return 1 + rest.size();
        }
    }

    /**
     * One finding in one line.
     *
     * @param index its place in the result
     * @param number printed, on the plan and in the report too; 0 for what asks for nothing
     * @param building the one it is about, empty where there is none
     */
    public record Line(
            int index, int number, String subject, String says, String margin, boolean open, String building) {}

    private final Words words;
    private final Reader reader;
    private final Grouped grouped;
    private final Numbered numbered;
    private final IdentityHashMap<Finding, String> buildings = new IdentityHashMap<>();

    public FindingRows(CheckResult result, Words words) {
        this.words = words;
        this.reader = new Reader(words);
        this.grouped = new Grouped(result.findings());
        this.numbered = new Numbered(result);
        BuildingFindings byBuilding = BuildingFindings.of(result);
        for (Fact fact : result.record().facts()) {
            if (fact instanceof Fact.Building building && building.id() != null) {
                byBuilding.about(building.id()).forEach(finding -> buildings.put(finding, building.id()));
            }
        }
    }

    /** What is open is ordered by who is asked, as in the report. */
    public List<Row> of(Group group) {
        if (group != Group.UNDETERMINED) {
            return rows(group, grouped.in(group));
        }
        List<Row> rows = new ArrayList<>();
        for (Asked asked : Asked.values()) {
            rows.addAll(rows(group, grouped.undetermined(asked)));
        }
        return rows;
    }

    private List<Row> rows(Group group, List<Finding> findings) {
        return Clause.brokenFirst(findings).stream()
                .map(clause -> {
                    Finding worst = clause.worst();
                    return new Row(
                            group,
                            Look.of(worst.verdict()),
                            worst.verdict().icon(),
                            words.of(worst.verdict().title()),
                            words.of(clause.rule().title()),
                            line(worst),
                            clause.rest().stream().map(this::line).toList());
                })
                .toList();
    }

    private Line line(Finding finding) {
        boolean judged = finding instanceof Finding.Judged;
        return new Line(
                numbered.index(finding),
                numbered.number(finding),
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
