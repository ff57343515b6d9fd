package redline.report;

import java.util.List;
import redline.check.CheckResult;
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
        return write(result, List.of(), language);
    }

    /** The same with what cures the violations. */
    public static String write(CheckResult result, List<Remedy> remedies, Language language) {
        Words words = Words.of(language);
        return PageEngine.fill("report", words, page(result, remedies, words), Templates.text("print.css"));
    }

    static ReportPage page(CheckResult result, Words words) {
        return page(result, List.of(), words);
    }

    static ReportPage page(CheckResult result, List<Remedy> remedies, Words words) {
        FindingSections findings = new FindingSections(result, remedies, words);
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
                SunSection.pages(result, words),
                SunSection.heights(result, SunSection.days(result), words),
                plan(result, words),
                findings.groups(),
                findings.passes(),
                findings.none(),
                findings.notChecked(),
                new RunLogSection(result, words).log());
    }

    private static ReportPage.PlanSheet plan(CheckResult result, Words words) {
        String svg = PlanDrawing.svg(result, PlanDrawing.Options.sheet(words.language()));
        return new ReportPage.PlanSheet(svg, words.get(svg.isEmpty() ? "plan.not-drawn" : "plan.note"));
    }
}
