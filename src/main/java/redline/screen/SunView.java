package redline.screen;

import java.util.ArrayList;
import java.util.List;
import redline.check.CheckResult;
import redline.report.ReportPage;
import redline.report.SunDay;
import redline.report.SunSection;
import redline.report.Words;

/**
 * The sunlight of one day on a result page.
 *
 * @param shown rows on the first screen, of what changed, fails or is open
 * @param hidden the rest of these, {@code others} the windows that did not change and meet the standard
 * @param pictures of the whole, and of what changed, fails or is open
 */
public record SunView(
        ReportPage.SunPage table,
        List<ReportPage.SunRow> shown,
        List<ReportPage.SunRow> hidden,
        List<ReportPage.SunRow> others,
        List<SunSection.Numbered> pictures) {
    /** More rows than this do not fit on a screen; the others are one click away. */
    private static final int FIRST_SCREEN = 25;

    private static final int MOST_PICTURES = 40;

    static List<SunView> of(CheckResult result, List<SunDay> days, Words words) {
        List<ReportPage.SunPage> tables = SunSection.tables(result, days, words);
        List<SunView> views = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            ReportPage.SunPage table = tables.get(i);
            int first = Math.min(FIRST_SCREEN, table.striking().size());
            views.add(new SunView(
                    table,
                    table.striking().subList(0, first),
                    table.striking().subList(first, table.striking().size()),
                    table.others(),
                    days.isEmpty() ? List.of() : SunSection.pictures(days.get(i), MOST_PICTURES, words)));
        }
        return views;
    }

    public boolean empty() {
        return table.foot().isEmpty();
    }
}
