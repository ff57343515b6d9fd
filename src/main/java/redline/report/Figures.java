package redline.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import redline.check.CheckResult;
import redline.finding.Finding;
import redline.finding.Verdict;

/**
 * The extracts of the plan, numbered in the order of the report: one for every broken distance, and one for the first
 * subject with a place that fits on an extract of every other clause. Findings about the same place share one, which stands with the first of them.
 */
final class Figures {
    private final CheckResult result;
    private final Words words;
    private final Numbered numbered;
    private final Places places;
    private final Map<String, Figure> byPlace = new LinkedHashMap<>();
    private final Map<Finding, Figure> byFinding = new HashMap<>();

    /** A place with the findings that are told there, in the order of the report, and the clauses of these. */
    private record Figure(int number, Geometry place, List<Finding> findings, List<Clause> clauses) {}

    /** @param clauses in the order of the report */
    Figures(CheckResult result, Words words, Numbered numbered, List<Clause> clauses) {
        this.result = result;
        this.words = words;
        this.numbered = numbered;
        this.places = new Places(result);
        clauses.forEach(this::add);
    }

    private void add(Clause clause) {
        boolean broken = clause.worst().verdict() == Verdict.VIOLATION;
        Stream<Finding> placed = clause.findings().stream().filter(this::held);
        boolean each = broken && clause.findings().stream().anyMatch(PlanDrawing::isDimension);
        (each ? placed : placed.limit(1)).forEach(finding -> {
            Geometry place = places.of(finding);
            Figure figure = byPlace.computeIfAbsent(
                    key(finding, place),
                    key -> new Figure(byPlace.size() + 1, place, new ArrayList<>(), new ArrayList<>()));
            figure.findings().add(finding);
            if (!figure.clauses().contains(clause)) {
                figure.clauses().add(clause);
            }
            byFinding.put(finding, figure);
        });
    }

    private boolean held(Finding finding) {
        Geometry place = places.of(finding);
        return place != null && Extract.holds(place);
    }

    /** The same segment or the same area is the same place, to 0.1 m. */
    private static String key(Finding finding, Geometry place) {
        if (PlanDrawing.isDimension(finding)) {
            return Dimensions.segment(finding);
        }
        Envelope box = place.getEnvelopeInternal();
        return Stream.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY(), place.getArea(), place.getLength())
                .map(value -> String.valueOf(Math.round(value * 10)))
                .reduce("area", (all, one) -> all + " " + one);
    }

    /** The extract that stands with a finding; null where it has none or stands with an earlier one. */
    ReportPage.Figure at(Finding finding) {
        Figure figure = byFinding.get(finding);
        if (figure == null || figure.findings().get(0) != finding) {
            return null;
        }
        Extract extract = Extract.of(
                result,
                words,
                numbered,
                places,
                figure.findings(),
                figure.clauses().stream()
                        .flatMap(clause -> clause.findings().stream())
                        .filter(PlanDrawing::isDimension)
                        .toList());
        String title = words.get("figure.title", figure.number());
        List<ReportPage.PlanLink> links = figure.findings().stream()
                .map(shown -> new ReportPage.PlanLink(
                        label(shown),
                        FindingSections.anchor(shown, numbered),
                        words.get(
                                "link.to-finding",
                                label(shown),
                                words.of(shown.rule().title()))))
                .distinct()
                .toList();
        return new ReportPage.Figure(
                anchor(figure),
                title,
                extract.ratio(),
                words.of(finding.subject().name()),
                extract.svg(title),
                links);
    }

    private String label(Finding finding) {
        int number = numbered.number(finding);
        String icon = words.get("icon." + finding.verdict());
        return number == 0 ? icon + Shown.GAP + words.of(finding.rule().title()) : icon + number;
    }

    /** To the extract of a finding; null where it has none. */
    ReportPage.PlanLink to(Finding finding) {
        Figure figure = byFinding.get(finding);
        return figure == null ? null : link(figure);
    }

    private ReportPage.PlanLink link(Figure figure) {
        String title = words.get("figure.title", figure.number());
        return new ReportPage.PlanLink(title, anchor(figure), words.get("link.to-figure", title));
    }

    /** To all of them. */
    List<ReportPage.PlanLink> links() {
        return byPlace.values().stream().map(this::link).toList();
    }

    private static String anchor(Figure figure) {
        return "figure-" + figure.number();
    }
}
