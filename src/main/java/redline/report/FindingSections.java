package redline.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import redline.check.CheckResult;
import redline.finding.Asked;
import redline.finding.Cause;
import redline.finding.Conclusion.Group;
import redline.finding.Finding;
import redline.remedy.Remedy;
import redline.requirement.NotChecked;

/** The findings by group, one item a clause: its worst subject at length, the others in a line each. */
final class FindingSections {
    private final CheckResult result;
    private final Words words;
    private final Reader reader;
    private final Numbered numbered;
    private final Grouped grouped;
    private final RemedyText remedyText;

    private final Set<Integer> onPlan;
    private final Figures figures;

    /**
     * @param remedies of findings of the result
     * @param onPlan numbers that stand on the plan; no extracts are drawn where it is null, because there is no plan
     */
    FindingSections(CheckResult result, List<Remedy> remedies, Words words, Set<Integer> onPlan) {
        this.onPlan = onPlan == null ? Set.of() : onPlan;
        this.result = result;
        this.words = words;
        this.reader = new Reader(words);
        this.numbered = new Numbered(result);
        this.grouped = new Grouped(result.findings());
        this.remedyText = new RemedyText(words, remedies);
        this.figures = new Figures(result, words, numbered, onPlan == null ? List.of() : inOrder());
    }

    private List<Clause> inOrder() {
        List<Clause> clauses = new ArrayList<>();
        for (List<Finding> group : asking().values()) {
            clauses.addAll(Clause.brokenFirst(group));
        }
        clauses.addAll(Clause.of(grouped.in(Group.PASS)));
        return clauses;
    }

    /** To all extracts, in their order. */
    List<ReportPage.PlanLink> figures() {
        return figures.links();
    }

    /** 须修改, 待核实 by cause, 转相关部门, 下阶段落实, 建议与参照. */
    List<ReportPage.Group> groups() {
        return asking().entrySet().stream()
                .map(group -> group(group.getKey(), group.getValue()))
                .toList();
    }

    private Map<String, List<Finding>> asking() {
        Map<String, List<Finding>> groups = new LinkedHashMap<>();
        groups.put("must-change", grouped.in(Group.MUST_CHANGE));
        groups.put("missing-fact", grouped.undetermined(Asked.APPLICANT));
        groups.put("basis-open", grouped.undetermined(Asked.POLICY_STAFF));
        groups.put("needs-judgement", grouped.undetermined(Asked.REVIEWER));
        if (!grouped.undetermined(Asked.DESIGNER).isEmpty()) {
            groups.put("borderline", grouped.undetermined(Asked.DESIGNER));
        }
        groups.put("authority", grouped.undetermined(Asked.AUTHORITY));
        groups.put("other-authority", grouped.in(Group.OTHER_AUTHORITY));
        groups.put("later-stage", grouped.in(Group.LATER_STAGE));
        groups.put("advice", grouped.in(Group.ADVICE));
        return groups;
    }

    private ReportPage.Group group(String id, List<Finding> findings) {
        return new ReportPage.Group(
                id,
                words.get("group." + id),
                words.get("group." + id + ".lead"),
                findings.size(),
                words.get("group." + id + ".empty"),
                Clause.brokenFirst(findings).stream().map(this::item).toList());
    }

    private ReportPage.Item item(Clause clause) {
        Finding worst = clause.worst();
        return new ReportPage.Item(
                number(worst),
                anchor(numbered.number(worst)),
                onPlan.contains(numbered.number(worst)),
                worst.verdict().name(),
                words.get("icon." + worst.verdict()),
                words.of(worst.verdict().title()),
                words.of(clause.rule().title()),
                reader.subject(worst),
                reader.measured(worst),
                reader.required(worst),
                worst instanceof Finding.Undetermined open ? reader.cause(open) : dash(reader.margin(worst)),
                dash(reader.clause(worst)),
                reader.grade(worst),
                details(worst),
                clause.findings().stream()
                        .map(figures::at)
                        .filter(Objects::nonNull)
                        .toList(),
                see(clause),
                clause.rest().stream().map(finding -> inShort(finding, worst)).toList());
    }

    /** To the extract of a clause: that of its worst subject, else of the first that has one. */
    private ReportPage.PlanLink see(Clause clause) {
        return clause.findings().stream()
                .map(figures::to)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private List<ReportPage.Fact> details(Finding finding) {
        List<ReportPage.Fact> details = new ArrayList<>();
        add(details, "detail.rule", reader.sentence(finding));
        add(details, "detail.remedy", remedyText.of(finding));
        if (finding instanceof Finding.Undetermined open) {
            boolean authority = open.asked() == Asked.AUTHORITY;
            String asked = open.cause() == Cause.NEEDS_JUDGEMENT ? words.of(open.ask()) : reader.missing(open);
            add(details, "detail.ask." + open.cause(), authority ? "" : asked);
            add(details, "detail.ask.AUTHORITY", String.join(words.get("list"), reader.held(open)));
            add(details, "detail.also-open", String.join(words.get("list"), reader.alsoOpen(open)));
        }
        List<String> how = new ArrayList<>(List.of(reader.provenance(finding)));
        how.addAll(reader.formula(finding));
        how.removeIf(String::isBlank);
        add(details, "detail.how", String.join(words.get("semicolon"), how));
        String notes = finding.notes().stream().map(words::of).collect(Collectors.joining(words.get("semicolon")));
        add(details, "detail.notes", notes);
        add(
                details,
                "detail.standing",
                reader.standing(finding.rule())
                        + words.get("bracketed", finding.rule().id()));
        return details;
    }

    private void add(List<ReportPage.Fact> details, String key, String text) {
        if (!text.isBlank()) {
            details.add(new ReportPage.Fact(words.get(key), text));
        }
    }

    /** One line: what differs from the worst subject of the clause is said, what is the same is not said again. */
    private ReportPage.Short inShort(Finding finding, Finding worst) {
        List<String> parts = new ArrayList<>();
        parts.add(reader.measured(finding) + words.get("against", reader.required(finding)));
        if (finding instanceof Finding.Undetermined) {
            List<String> more = new ArrayList<>(reader.missingLabels(finding));
            more.removeAll(reader.missingLabels(worst));
            List<String> held = new ArrayList<>(reader.held(finding));
            held.removeAll(reader.held(worst));
            parts.add(String.join(words.get("list"), more));
            parts.add(reader.heldBy(held));
        } else {
            parts.add(reader.say(finding));
            String remedy = remedyText.of(finding);
            if (!remedy.equals(remedyText.of(worst))) {
                parts.add(remedy);
            }
        }
        parts.removeIf(String::isBlank);
        int number = numbered.number(finding);
        return new ReportPage.Short(
                number(finding),
                anchor(number),
                onPlan.contains(number),
                reader.subject(finding),
                String.join(words.get("semicolon"), parts),
                figures.to(finding));
    }

    static String anchor(int number) {
        return "finding-" + number;
    }

    /** Of what complies the anchor of its clause. */
    static String anchor(Finding finding, Numbered numbered) {
        int number = numbered.number(finding);
        return number == 0 ? "pass-" + finding.rule().id() : anchor(number);
    }

    private String number(Finding finding) {
        int number = numbered.number(finding);
        return number == 0 ? "" : words.get("icon." + finding.verdict()) + number;
    }

    /** What complies: one row a clause, the other subjects with their values below it. */
    List<ReportPage.PassRow> passes() {
        return Clause.of(grouped.in(Group.PASS)).stream().map(this::pass).toList();
    }

    private ReportPage.PassRow pass(Clause clause) {
        Finding worst = clause.worst();
        String margin = reader.margin(worst);
        return new ReportPage.PassRow(
                anchor(worst, numbered),
                words.of(clause.rule().title()),
                clause.findings().size(),
                reader.subject(worst),
                reader.measured(worst),
                reader.required(worst),
                margin.isEmpty() ? dash(reader.say(worst)) : margin,
                dash(reader.clause(worst)),
                reader.grade(worst),
                details(worst),
                clause.findings().stream()
                        .map(figures::at)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                see(clause),
                clause.rest().stream().map(this::inShort).collect(Collectors.joining(words.get("semicolon"))));
    }

    private String inShort(Finding met) {
        String margin = reader.margin(met);
        return reader.subject(met)
                + Shown.GAP
                + reader.measured(met)
                + (margin.isEmpty() ? "" : words.get("bracketed", margin));
    }

    /** What does not apply: one row for each clause and reason, with its subjects. */
    List<ReportPage.NoneRow> none() {
        Map<List<String>, List<Finding>> byReason = new LinkedHashMap<>();
        for (Finding finding : grouped.in(Group.NOT_APPLICABLE)) {
            String because = words.of(((Finding.NotApplicable) finding).because());
            byReason.computeIfAbsent(List.of(words.of(finding.rule().title()), because), key -> new ArrayList<>())
                    .add(finding);
        }
        return byReason.entrySet().stream()
                .map(entry -> new ReportPage.NoneRow(
                        entry.getKey().get(0),
                        entry.getValue().size(),
                        entry.getKey().get(1),
                        entry.getValue().stream().map(reader::subject).collect(Collectors.joining(words.get("list")))))
                .toList();
    }

    List<ReportPage.Fact> notChecked() {
        List<ReportPage.Fact> rows = new ArrayList<>();
        for (NotChecked topic : result.ruling().notChecked()) {
            rows.add(new ReportPage.Fact(words.of(topic.title()), words.of(topic.why())));
        }
        return rows;
    }

    private String dash(String text) {
        return text.isBlank() ? words.get("none") : text;
    }
}
