package redline.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import redline.check.CheckResult;
import redline.fact.Fact;
import redline.finding.Conclusion;
import redline.finding.Verdict;
import redline.quantity.Quantity;
import redline.scheme.Letter;
import redline.scheme.Project;

/** Who, what, and the verdict. What the scheme does not state is said to be missing, never left blank. */
public final class CoverSection {
    private final CheckResult result;
    private final Words words;

    public CoverSection(CheckResult result, Words words) {
        this.result = result;
        this.words = words;
    }

    public ReportPage.Cover cover() {
        Conclusion conclusion = result.conclusion();
        Verdict verdict = conclusion.verdict();
        return new ReportPage.Cover(
                words.get("report.title"),
                project(),
                number(),
                verdict.name(),
                words.get("icon." + verdict),
                words.of(verdict.title()),
                verdict == Verdict.PASS && conclusion.needsJudgement() > 0
                        ? words.get("cover.aside", conclusion.needsJudgement())
                        : "",
                counts(conclusion),
                apart(conclusion),
                facts());
    }

    private String number() {
        Project project = result.record().project();
        return project == null || project.code() == null ? "" : project.code();
    }

    /** The project's name, else that of the scheme. */
    String project() {
        Project project = result.record().project();
        return project == null || project.name() == null ? result.record().name() : project.name();
    }

    private List<ReportPage.Count> counts(Conclusion c) {
        return List.of(
                count(Verdict.VIOLATION, c.violations()),
                count(Verdict.UNDETERMINED, c.undetermined()),
                count(Verdict.PASS, c.passes()),
                count(Verdict.NOT_APPLICABLE, c.notApplicable()));
    }

    private ReportPage.Count count(Verdict verdict, int number) {
        return new ReportPage.Count(verdict.name(), words.get("icon." + verdict), words.of(verdict.title()), number);
    }

    private String apart(Conclusion c) {
        return words.get(
                c.borderline() == 0 ? "cover.apart" : "cover.apart.borderline",
                c.missingFacts(),
                c.openBasis(),
                c.needsJudgement(),
                c.otherAuthorities(),
                c.laterStages(),
                c.advice(),
                c.borderline());
    }

    private List<ReportPage.Fact> facts() {
        Project project = result.record().project();
        List<ReportPage.Fact> facts = new ArrayList<>();
        facts.add(fact("cover.project", project()));
        facts.add(fact("cover.code", project == null ? null : project.code()));
        facts.add(fact("cover.location", project == null ? null : project.location()));
        facts.add(fact("cover.applicant", project == null ? null : project.applicant()));
        facts.add(fact("cover.designer", project == null ? null : project.designer()));
        facts.addAll(parcels());
        facts.add(fact("cover.letters", letters()));
        facts.add(fact("cover.conditions-issued", date(result.record().dates().conditionsIssued())));
        facts.add(fact("cover.contract-signed", date(result.record().dates().contractSigned())));
        facts.add(
                fact("cover.application-received", date(result.record().dates().applicationReceived())));
        return facts;
    }

    /** Each parcel with its area and use. */
    List<ReportPage.Fact> parcels() {
        List<ReportPage.Fact> parcels = new ArrayList<>();
        for (Fact fact : result.record().facts()) {
            if (fact instanceof Fact.Parcel parcel && "PARCEL".equals(parcel.kind())) {
                parcels.add(fact("cover.parcel", parcel(parcel)));
            }
        }
        return parcels;
    }

    private String parcel(Fact.Parcel parcel) {
        Shown shown = new Shown(words);
        String area = parcel.area() == null
                ? words.get("not-supplied")
                : shown.value(
                        new redline.quantity.Value.Amount(java.math.BigDecimal.valueOf(parcel.area())),
                        Quantity.FAR_FLOOR_AREA);
        String use = parcel.landUse() == null ? words.get("not-supplied") : words.term(parcel.landUse());
        return words.get("cover.parcel-text", words.of(parcel.subject().name()), area, use);
    }

    private String letters() {
        List<Letter> letters = result.record().letters();
        if (letters == null || letters.isEmpty()) {
            return null;
        }
        List<String> numbers =
                letters.stream().map(letter -> stated(letter.number())).toList();
        return String.join(words.get("list"), numbers);
    }

    private ReportPage.Fact fact(String key, String text) {
        return new ReportPage.Fact(words.get(key), stated(text));
    }

    private String stated(String text) {
        return text == null || text.isBlank() ? words.get("not-supplied") : text;
    }

    private static String date(LocalDate date) {
        return date == null ? null : date.toString();
    }
}
