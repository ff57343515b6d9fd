package redline.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import redline.check.CheckResult;
import redline.finding.Finding;
import redline.finding.Verdict;

/**
 * The extracts of the plan, numbered in the order of the report: of every clause that is broken one for each subject that breaks it and has a place that
 * fits on an extract, of every other clause one for the first such subject. Findings about the same place share one, which stands with the first of them.
 * Subjects that break the same clause and lie near each other share one, too, unless it is a distance that is told.
 */
final class Figures {
    /** To share an extract, subjects have to fit on it at this scale … */
    private static final int TOGETHER = 2000;
    /** … or at the smallest there is, where a clause would have more extracts than anybody looks through. */
    private static final int MANY = 12;
    /** Subjects named below an extract. */
    private static final int NAMED = 4;

    private final CheckResult result;
    private final Words words;
    private final Numbered numbered;
    private final Places places;
    private final List<Figure> figures = new ArrayList<>();
    private final List<ReportPage.Figure> drawn;
    private final Map<String, Figure> byPlace = new HashMap<>();
    private final Map<Finding, Figure> byFinding = new HashMap<>();

    /**
     * @param subjects a finding for each of its places
     * @param findings all that are told there, in the order of the report, and the clauses of these
     */
    private record Figure(int number, List<Finding> subjects, List<Finding> findings, List<Clause> clauses) {}

    /** Places near each other, by key, and the box around them. */
    private record Near(Map<String, Finding> subjects, Envelope box) {
        Near(String key, Finding first, Envelope box) {
            this(new LinkedHashMap<>(Map.of(key, first)), new Envelope(box));
        }

        Envelope with(Envelope other) {
            Envelope both = new Envelope(box);
            both.expandToInclude(other);
            return both;
        }

        double growth(Envelope other) {
            return with(other).getDiameter() - box.getDiameter();
        }

        void add(String key, Finding subject, Envelope other) {
            subjects.put(key, subject);
            box.expandToInclude(other);
        }
    }

    /** @param clauses in the order of the report */
    Figures(CheckResult result, Words words, Numbered numbered, List<Clause> clauses) {
        this.result = result;
        this.words = words;
        this.numbered = numbered;
        this.places = new Places(result);
        clauses.forEach(this::add);
        // each is a drawing of its own, and together they are most of what the page takes
        this.drawn = figures.parallelStream().map(this::draw).toList();
    }

    private void add(Clause clause) {
        List<Finding> placed = clause.findings().stream().filter(this::held).toList();
        if (clause.worst().verdict() != Verdict.VIOLATION) {
            placed.stream().limit(1).forEach(finding -> put(clause, finding, List.of(finding)));
            return;
        }
        List<Near> near = near(placed, TOGETHER);
        if (near.size() > MANY) {
            near = near(placed, Extract.CROWDED);
        }
        Map<String, Near> byKey = new HashMap<>();
        near.forEach(one -> one.subjects().keySet().forEach(key -> byKey.put(key, one)));
        for (Finding finding : placed) {
            Near here = byKey.get(key(finding));
            put(
                    clause,
                    finding,
                    here == null
                            ? List.of(finding)
                            : List.copyOf(here.subjects().values()));
        }
    }

    /** @param subjects of a new extract, where the place of the finding has none yet */
    private void put(Clause clause, Finding finding, List<Finding> subjects) {
        Figure figure = byPlace.get(key(finding));
        if (figure == null) {
            figure = new Figure(figures.size() + 1, subjects, new ArrayList<>(), new ArrayList<>());
            figures.add(figure);
            for (Finding subject : subjects) {
                byPlace.put(key(subject), figure);
            }
        }
        figure.findings().add(finding);
        if (!figure.clauses().contains(clause)) {
            figure.clauses().add(clause);
        }
        byFinding.put(finding, figure);
    }

    /** Places of a clause that have no extract yet, each with those that are nearest to it and fit on one sheet with it. */
    private List<Near> near(List<Finding> placed, int smallest) {
        List<Near> all = new ArrayList<>();
        Set<String> seen = new HashSet<>(byPlace.keySet());
        for (Finding finding : placed) {
            String key = key(finding);
            if (PlanDrawing.isDimension(finding) || !seen.add(key)) {
                continue;
            }
            Envelope box = places.of(finding).getEnvelopeInternal();
            all.stream()
                    .filter(near -> Extract.holds(near.with(box), smallest))
                    .min(Comparator.comparingDouble(near -> near.growth(box)))
                    .ifPresentOrElse(near -> near.add(key, finding, box), () -> all.add(new Near(key, finding, box)));
        }
        return all;
    }

    private boolean held(Finding finding) {
        Geometry place = places.of(finding);
        return place != null && Extract.holds(place);
    }

    private String key(Finding finding) {
        return key(finding, places.of(finding));
    }

    /** The same segment or the same area is the same place, to 0.1 m. */
    static String key(Finding finding, Geometry place) {
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
        return drawn.get(figure.number() - 1);
    }

    private ReportPage.Figure draw(Figure figure) {
        Extract extract = Extract.of(
                result,
                words,
                numbered,
                places,
                new Extract.Told(
                        figure.subjects(),
                        figure.findings(),
                        figure.clauses().stream()
                                .flatMap(clause -> clause.findings().stream())
                                .filter(PlanDrawing::isDimension)
                                .toList()));
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
                anchor(figure), title, extract.ratio(), caption(figure), extract.svg(title), links);
    }

    /** The first few subjects, then how many there are; the numbers of all stand beside it. */
    private String caption(Figure figure) {
        List<String> names = figure.subjects().stream()
                .map(subject -> words.of(subject.subject().name()))
                .distinct()
                .toList();
        return names.size() <= NAMED
                ? String.join(words.get("list"), names)
                : words.get("figure.several", String.join(words.get("list"), names.subList(0, NAMED)), names.size());
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
        return figures.stream().map(this::link).toList();
    }

    private static String anchor(Figure figure) {
        return "figure-" + figure.number();
    }
}
