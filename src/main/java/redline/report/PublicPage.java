package redline.report;

import java.util.List;

/** What the template of the public edition prints, in one language; {@code hash} of the input, short. */
public record PublicPage(
        String title,
        String project,
        List<ReportPage.Fact> facts,
        List<ReportPage.IndicatorRow> indicators,
        List<ReportPage.BuildingRow> buildings,
        ReportPage.PlanSheet plan,
        String hash) {
    /** Whether the indicators are of more than one site. */
    public boolean sites() {
        return indicators.stream().anyMatch(row -> !row.site().isEmpty());
    }
}
