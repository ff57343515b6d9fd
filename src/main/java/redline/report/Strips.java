package redline.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import redline.check.CheckResult;
import redline.fact.Elevation;
import redline.fact.Fact;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.quantity.Quantity;

/** The buildings of the scheme from the side, with what rules ask of their height and storeys. */
final class Strips {
    /** What is drawn as a line at so many metres above the ground. */
    private static final Set<Quantity> HEIGHTS =
            EnumSet.of(Quantity.BUILDING_HEIGHT, Quantity.HIGHEST_POINT, Quantity.ROOF_ROOM_TOP);

    private static final Set<Quantity> TOLD = EnumSet.of(
            Quantity.BUILDING_HEIGHT,
            Quantity.HIGHEST_POINT,
            Quantity.ROOF_ROOM_TOP,
            Quantity.STOREYS,
            Quantity.STOREY_HEIGHT);
    /** Of the surroundings, which belong to no parcel. */
    private static final String ELSEWHERE = "NONE";

    private static final int MOST_LIMITS = 4;
    private static final int COLUMNS = 2;

    private final CheckResult result;
    private final Words words;
    private final Reader reader;
    private final Numbered numbered;
    private final BuildingFindings findings;
    private final Map<String, Elevation> levels;

    Strips(CheckResult result, Words words) {
        this.result = result;
        this.words = words;
        this.reader = new Reader(words);
        this.numbered = new Numbered(result);
        this.findings = BuildingFindings.of(result);
        List<Elevation> known = Objects.requireNonNullElse(result.record().elevations(), List.of());
        this.levels =
                known.stream().collect(Collectors.toMap(Elevation::building, Function.identity(), (one, same) -> one));
    }

    /** Two to a row, in the order of the buildings; those of which nothing is asked and nothing known are left out. */
    List<List<ReportPage.Strip>> rows() {
        List<ReportPage.Strip> strips = new ArrayList<>();
        for (Fact fact : result.record().facts()) {
            if (fact instanceof Fact.Building building
                    && building.id() != null
                    && !ELSEWHERE.equals(building.parcel())) {
                strip(building, strips);
            }
        }
        List<List<ReportPage.Strip>> rows = new ArrayList<>();
        for (int i = 0; i < strips.size(); i += COLUMNS) {
            rows.add(strips.subList(i, Math.min(strips.size(), i + COLUMNS)));
        }
        return rows;
    }

    private void strip(Fact.Building building, List<ReportPage.Strip> strips) {
        List<Finding> told = findings.about(building.id()).stream()
                .filter(finding -> finding.rule().quantity() != null
                        && TOLD.contains(finding.rule().quantity())
                        && finding.verdict() != Verdict.NOT_APPLICABLE)
                .toList();
        if (told.isEmpty() && building.height() == null) {
            return;
        }
        List<Strip.Limit> limits = told.stream()
                .filter(finding -> HEIGHTS.contains(finding.rule().quantity()))
                .map(finding -> Strip.limit(finding, number(finding)))
                .filter(Objects::nonNull)
                .limit(MOST_LIMITS)
                .toList();
        Strip strip = new Strip(words, levels.get(building.id()), building.height(), limits);
        String name = words.of(building.subject().name());
        List<ReportPage.StripLine> lines = told.stream().map(this::line).toList();
        String says = words.get(
                "strip.says",
                name,
                strip.ratio(),
                lines.stream().map(ReportPage.StripLine::text).collect(Collectors.joining(words.get("semicolon"))));
        strips.add(new ReportPage.Strip(
                "strip-" + (strips.size() + 1),
                name,
                strip.ratio(),
                strip.plan(says).svg(),
                lines));
    }

    private String number(Finding finding) {
        int number = numbered.number(finding);
        String icon = words.get("icon." + finding.verdict());
        return number == 0 ? icon : icon + number;
    }

    private ReportPage.StripLine line(Finding finding) {
        String margin = reader.margin(finding);
        String title = words.of(finding.rule().title());
        String number = number(finding);
        return new ReportPage.StripLine(
                new ReportPage.PlanLink(
                        number, FindingSections.anchor(finding, numbered), words.get("link.to-finding", number, title)),
                finding.verdict().name(),
                title
                        + Shown.GAP
                        + reader.measured(finding)
                        + words.get("against", reader.required(finding))
                        + (margin.isEmpty() ? "" : words.get("semicolon") + margin));
    }
}
