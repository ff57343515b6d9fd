package redline.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import redline.check.CheckResult;
import redline.fact.Fact;
import redline.fact.Outline;
import redline.fact.SchemeRecord;
import redline.finding.Finding;
import redline.quantity.Language;
import redline.quantity.Text;
import redline.requirement.RuleInfo;
import redline.scheme.Letter;
import redline.scheme.Project;

/**
 * The public edition (公示版): what a notice before a decision shows of a scheme. Project, main indicators beside the planning conditions,
 * buildings, plan. Not in it: findings and remarks, lines that the office keeps, levels of the ground, coordinates of corners, who applies
 * and designs, names of neighbours, attachments.
 */
public final class PublicReport {
    /** Parcel of what belongs to the surroundings. */
    private static final String ELSEWHERE = "NONE";

    private static final Set<Outline.Kind> SHOWN = Set.of(
            Outline.Kind.PARCEL,
            Outline.Kind.ZONE,
            Outline.Kind.ROAD,
            Outline.Kind.BUILDING,
            Outline.Kind.NEIGHBOUR,
            Outline.Kind.GREEN,
            Outline.Kind.PARKING,
            Outline.Kind.ACCESS);
    private static final Text UNNAMED = new Text("", "");

    private PublicReport() {}

    /** Writes it as PDF/A-3u and PDF/UA-1; the stream stays open. Same result, same bytes. */
    public static void write(CheckResult result, Language language, OutputStream out) throws IOException {
        PdfPages.write(
                html(result, language),
                result.program(),
                "public " + result.record().sha256(),
                PdfPages.More.NOTHING,
                out);
    }

    static String html(CheckResult result, Language language) {
        Words words = Words.of(language);
        return PageEngine.fill("public", words, page(result, words), Templates.text("print.css"));
    }

    /** The scheme alone: nothing of what was found about it, and nothing that is not for everybody. */
    public static CheckResult scheme(CheckResult result) {
        SchemeRecord record = result.record();
        List<Outline> outlines = record.outlines().stream()
                .filter(outline -> SHOWN.contains(outline.kind()))
                .map(outline -> outline.kind() == Outline.Kind.NEIGHBOUR
                        ? new Outline(outline.kind(), outline.id(), UNNAMED, outline.geometry())
                        : outline)
                .toList();
        List<Fact> facts = record.facts().stream()
                .filter(fact -> !(fact instanceof Fact.Building building && ELSEWHERE.equals(building.parcel())))
                .toList();
        return with(result, record.with(outlines).with(facts, record.measures()), List.of());
    }

    /** The same with what the planning conditions demand; what other rules add is between the office and the applicant. */
    public static CheckResult conditions(CheckResult result) {
        return with(
                result,
                scheme(result).record(),
                result.findings().stream()
                        .filter(finding -> finding.rule().force() == RuleInfo.Force.CONDITION)
                        .toList());
    }

    private static CheckResult with(CheckResult result, SchemeRecord record, List<Finding> findings) {
        return new CheckResult(result.program(), record, result.ruling(), findings, result.conclusion());
    }

    /** The indicators with what the conditions demand and what the scheme has; what is not known is left out. */
    public static List<ReportPage.IndicatorRow> indicators(CheckResult result, Words words) {
        return new IndicatorTable(conditions(result), words)
                .rows().stream()
                        .filter(row -> !row.measured().equals(words.get("not-known")))
                        .toList();
    }

    private static PublicPage page(CheckResult result, Words words) {
        CheckResult scheme = scheme(result);
        PlanDrawing.OnPaper paper = PlanDrawing.onPaper(scheme, words.language());
        ReportPage.PlanSheet plan = paper == null
                ? new ReportPage.PlanSheet("", "", words.get("public.not-drawn"), List.of(), List.of())
                : new ReportPage.PlanSheet(
                        paper.plan().svg(),
                        "plan-" + paper.sheet().paper(),
                        words.get(
                                "plan.scale",
                                paper.sheet().ratio(),
                                paper.sheet().paper()),
                        List.of(),
                        List.of());
        String sha256 = result.record().sha256();
        return new PublicPage(
                words.get("public.title"),
                new CoverSection(scheme, words).project(),
                facts(scheme, words),
                indicators(result, words),
                new BuildingTable(scheme, words).rows(),
                plan,
                sha256.substring(0, Math.min(12, sha256.length())));
    }

    /** Name, code, place, and of each parcel area and use; the letter that the conditions stand in. */
    private static List<ReportPage.Fact> facts(CheckResult scheme, Words words) {
        Project project = scheme.record().project();
        CoverSection cover = new CoverSection(scheme, words);
        List<ReportPage.Fact> facts = new ArrayList<>();
        facts.add(new ReportPage.Fact(words.get("cover.project"), cover.project()));
        add(facts, words, "cover.code", project == null ? null : project.code());
        add(facts, words, "cover.location", project == null ? null : project.location());
        facts.addAll(cover.parcels());
        List<Letter> letters =
                scheme.record().letters() == null ? List.of() : scheme.record().letters();
        for (Letter letter : letters) {
            add(facts, words, "cover.letters", letter.number());
        }
        return facts;
    }

    private static void add(List<ReportPage.Fact> facts, Words words, String key, String text) {
        if (text != null && !text.isBlank()) {
            facts.add(new ReportPage.Fact(words.get(key), text));
        }
    }
}
