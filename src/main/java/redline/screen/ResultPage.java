package redline.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import redline.check.CheckResult;
import redline.fact.SchemeRecord;
import redline.finding.Conclusion;
import redline.finding.Conclusion.Group;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.quantity.Language;
import redline.report.BuildingTable;
import redline.report.IndicatorTable;
import redline.report.Layer;
import redline.report.PlanDrawing;
import redline.report.ReportPage;
import redline.report.SunDay;
import redline.report.SunSection;
import redline.report.Words;
import redline.scheme.Dates;
import redline.screen.FindingRows.Row;

/**
 * What the result page shows, in one language.
 *
 * @param shown rows on the first screen
 * @param hidden rows behind "n more"
 * @param folded rows that do not apply
 * @param plan the drawing as SVG, null where nothing is drawn
 * @param layers of it that can be hidden
 * @param overlaid whether it is drawn over that of an earlier round
 * @param words of the report, whose tables are shown here too
 */
public record ResultPage(
        String name,
        Headline verdict,
        int total,
        List<Chip> chips,
        List<Row> shown,
        List<Row> hidden,
        List<Row> folded,
        int foldedCount,
        String plan,
        List<LayerSwitch> layers,
        boolean overlaid,
        String profile,
        List<String> dates,
        List<ReportPage.IndicatorRow> indicators,
        List<ReportPage.BuildingRow> buildings,
        List<SunView> sun,
        ReportPage.SunHeights sunHeights,
        List<PackLine> packs,
        List<Topic> unchecked,
        Words words) {
    /** More rows than this do not fit on a screen; the others are one click away. */
    private static final int FIRST_SCREEN = 25;

    public record Headline(String style, String icon, String title) {}

    /** A group with the number of its findings. */
    public record Chip(Group group, String style, String icon, int number) {}

    /** A layer of the plan: its code there, and what it is called. */
    public record LayerSwitch(String code, String title) {}

    public record PackLine(String title, String document, String standing, String on, String version, String sha) {}

    public record Topic(String title, String why) {}

    /** Class in the style sheet of a verdict by its code. */
    public String style(String verdict) {
        return Look.of(Verdict.valueOf(verdict));
    }

    public static ResultPage of(CheckResult result, Language language) {
        return of(result, null, language);
    }

    /** @param earlier over whose plan this one is drawn; null for none */
    public static ResultPage of(CheckResult result, SchemeRecord earlier, Language language) {
        Words words = Words.of(language);
        FindingRows rows = new FindingRows(result, words);
        List<SunDay> days = SunSection.days(result);
        List<Row> all = Stream.of(Group.values())
                .filter(group -> group != Group.NOT_APPLICABLE)
                .flatMap(group -> rows.of(group).stream())
                .toList();
        List<Row> folded = rows.of(Group.NOT_APPLICABLE);
        Verdict verdict = result.conclusion().verdict();
        String drawing = PlanDrawing.svg(result, earlier, new PlanDrawing.Options(language, 800, 760, false));
        boolean overlaid = drawing.contains("class=\"earlier\"");
        int first = Math.min(FIRST_SCREEN, all.size());
        return new ResultPage(
                result.record().name(),
                new Headline(Look.of(verdict), verdict.icon(), words.of(verdict.title())),
                result.findings().size(),
                chips(result),
                all.subList(0, first),
                all.subList(first, all.size()),
                folded,
                folded.stream().mapToInt(Row::size).sum(),
                drawing.isEmpty() ? null : drawing,
                Layer.of(result, overlaid).stream()
                        .map(layer -> new LayerSwitch(layer.code(), layer.title(words)))
                        .toList(),
                overlaid,
                result.ruling().profile(),
                dates(result.record().dates()),
                new IndicatorTable(result, words).rows(),
                new BuildingTable(result, words).rows(),
                SunView.of(result, days, words),
                SunSection.heights(result, days, words),
                packs(result, words),
                result.ruling().notChecked().stream()
                        .map(topic -> new Topic(words.of(topic.title()), words.of(topic.why())))
                        .toList(),
                words);
    }

    private static List<Chip> chips(CheckResult result) {
        List<Chip> chips = new ArrayList<>();
        for (Group group : Group.values()) {
            List<Finding> inGroup = result.findings().stream()
                    .filter(finding -> Conclusion.groupOf(finding) == group)
                    .toList();
            if (!inGroup.isEmpty()) {
                Verdict face = face(group);
                chips.add(new Chip(group, Look.of(face), face.icon(), inGroup.size()));
            }
        }
        return chips;
    }

    /** The verdict whose colour and icon a group bears. */
    private static Verdict face(Group group) {
        return switch (group) {
            case MUST_CHANGE -> Verdict.VIOLATION;
            case UNDETERMINED -> Verdict.UNDETERMINED;
            case PASS -> Verdict.PASS;
            case OTHER_AUTHORITY, LATER_STAGE, ADVICE, NOT_APPLICABLE -> Verdict.NOT_APPLICABLE;
        };
    }

    private static List<String> dates(Dates dates) {
        return Stream.of(dates.conditionsIssued(), dates.contractSigned(), dates.applicationReceived())
                .map(date -> date == null ? "–" : date.toString())
                .toList();
    }

    private static List<PackLine> packs(CheckResult result, Words words) {
        return result.ruling().packs().stream()
                .map(pack -> new PackLine(
                        words.of(pack.title()),
                        pack.documentNumber() == null ? "" : pack.documentNumber(),
                        pack.standing().name(),
                        pack.on() == null ? "–" : pack.on().toString(),
                        pack.version(),
                        pack.sha256().length() > 12 ? pack.sha256().substring(0, 12) : pack.sha256()))
                .toList();
    }
}
