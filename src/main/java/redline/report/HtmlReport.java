package redline.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import redline.check.CheckResult;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.quantity.Language;
import redline.remedy.Remedy;

/**
 * The report as one HTML page, well-formed, with its style inside: what the PDF is made of. The templates are
 * {@code templates/report/*.html}, one a section.
 */
public final class HtmlReport {
    private HtmlReport() {}

    /** The whole page; its text is the same as the PDF's. */
    public static String write(CheckResult result, Language language) {
        return write(result, List.of(), null, language);
    }

    /**
     * @param remedies what cures the violations
     * @param attachments null for a copy that carries none
     */
    static String write(CheckResult result, List<Remedy> remedies, Attachments attachments, Language language) {
        Words words = Words.of(language);
        return PageEngine.fill(
                "report",
                words,
                page(result, remedies, attachments, words),
                Templates.text("print.css"),
                html -> TemplateCheck.lacking(html, anchors(result)));
    }

    /** Where findings stand in every report; of what does not apply the rules are listed without places. */
    static Set<String> anchors(CheckResult result) {
        Numbered numbered = new Numbered(result);
        return result.findings().stream()
                .filter(finding -> finding.verdict() != Verdict.NOT_APPLICABLE)
                .map(finding -> FindingSections.anchor(finding, numbered))
                .collect(Collectors.toSet());
    }

    static ReportPage page(CheckResult result, Words words) {
        return page(result, List.of(), null, words);
    }

    private static ReportPage page(CheckResult result, List<Remedy> remedies, Attachments attachments, Words words) {
        PlanDrawing.OnPaper plan = PlanDrawing.onPaper(result, words.language());
        Set<Integer> onPlan = plan == null ? null : Set.copyOf(plan.plan().numbers());
        FindingSections findings = new FindingSections(result, remedies, words, onPlan);
        List<SunDay> days = SunSection.days(result);
        MarginTable margins = new MarginTable(result, words);
        AreaTable areas = new AreaTable(result, words);
        BasisSection basis = new BasisSection(result, words);
        return new ReportPage(
                words,
                new CoverSection(result, words).cover(),
                basis.packs(),
                basis.letters(),
                new IndicatorTable(result, words).rows(),
                new BuildingTable(result, words).rows(),
                areas.rows(),
                areas.totals(),
                result.record().crs(),
                new ParkingTable(result, words).blocks(),
                new CornerTable(result, words).rows(),
                SunSection.pages(result, days, words),
                SunSection.heights(result, days, words),
                sheet(plan, result, findings.figures(), words),
                new Strips(result, words).rows(),
                findings.groups(),
                findings.passes(),
                findings.none(),
                findings.notChecked(),
                new ReportPage.Margins(margins.note(), margins.rows()),
                new RunLogSection(result, attachments, words).log(),
                attachments == null ? null : AskingCode.of(attachments.contents(), words));
    }

    private static ReportPage.PlanSheet sheet(
            PlanDrawing.OnPaper paper, CheckResult result, List<ReportPage.PlanLink> figures, Words words) {
        if (paper == null) {
            return new ReportPage.PlanSheet("", "", words.get("plan.not-drawn"), List.of(), List.of());
        }
        Plan plan = paper.plan();
        Set<Integer> drawn = Set.copyOf(plan.numbers());
        Numbered numbered = new Numbered(result);
        Map<Integer, ReportPage.PlanLink> links = new TreeMap<>();
        for (Finding finding : result.findings()) {
            int number = numbered.number(finding);
            if (drawn.contains(number)) {
                String shown = words.get("icon." + finding.verdict()) + number;
                String title = words.of(finding.rule().title());
                links.put(
                        number,
                        new ReportPage.PlanLink(
                                shown, FindingSections.anchor(number), words.get("link.to-finding", shown, title)));
            }
        }
        return new ReportPage.PlanSheet(
                plan.svg(),
                "plan-" + paper.sheet().paper(),
                words.get("plan.scale", paper.sheet().ratio(), paper.sheet().paper())
                        + (links.isEmpty() ? "" : words.get("plan.note")),
                List.copyOf(links.values()),
                figures);
    }
}
