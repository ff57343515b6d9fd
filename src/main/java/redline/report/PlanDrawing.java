package redline.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import redline.check.CheckResult;
import redline.fact.Outline;
import redline.fact.Outline.Kind;
import redline.fact.SchemeRecord;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.quantity.Language;
import redline.quantity.Unit;
import redline.scheme.Subject;

/**
 * The marked site plan, one drawing for web and PDF: what was supplied, buildings coloured by the worst finding about them, and
 * every measured distance as a dimension line with its value. Verdicts are told apart by colour, by line pattern and by sign.
 *
 * <p>For the web: each shape of a finding carries {@code data-finding} (its index in {@code CheckResult.findings}),
 * {@code data-rule}, {@code data-subject} ({@code KIND/id}) and the class {@code verdict-…}; each building {@code data-subject}.
 * Evidence that would crowd the sheet is there with the class {@code quiet} and {@code visibility="hidden"}, but not in print. Shapes bear the class
 * of their {@link Layer}, texts its name as {@code data-layer}; the document says how far a pixel goes ({@link Frame#marks}).
 */
public final class PlanDrawing {
    private static final Set<Kind> FITTED =
            Set.of(Kind.PARCEL, Kind.ZONE, Kind.BUILDING, Kind.BASEMENT, Kind.NEIGHBOUR, Kind.GREEN, Kind.PARKING);
    private static final Set<Subject.Kind> TO_LINES = Set.of(Subject.Kind.VOLUME_LINE, Subject.Kind.SITE_AREA);
    private static final int MARGIN = 56;
    private static final int MOST_MARKS = 4;
    private static final double NAME = 12;

    private final CheckResult result;
    private final SchemeRecord earlier;
    private final Options options;
    private final Words words;
    private final Numbered numbered;
    private final BuildingFindings buildingFindings;
    private final List<String> shapes = new ArrayList<>();
    private final List<Plan.Label> labels = new ArrayList<>();
    private final LabelSpace space;
    private final Frame frame;
    private final Sheet sheet;
    private final PlanStyle.Hatches hatches;
    private final Set<Integer> onPlan = new TreeSet<>();

    /** Size of the sheet in CSS px, and whether it carries its own legend. */
    public record Options(Language language, int width, int height, boolean legend) {
        public static Options screen(Language language) {
            return new Options(language, 1000, 700, true);
        }
    }

    private PlanDrawing(CheckResult result, SchemeRecord earlier, Options options, Sheet sheet, Envelope shown) {
        this.result = result;
        this.sheet = sheet;
        this.hatches = PlanStyle.Hatches.of(result.record());
        this.earlier = earlier;
        this.options = options;
        this.words = Words.of(options.language());
        this.numbered = new Numbered(result);
        this.buildingFindings = BuildingFindings.of(result);
        int width = sheet == null ? options.width() : options.width() - Sheet.COLUMN;
        this.space = new LabelSpace(width, options.height());
        this.frame = sheet == null
                ? new Frame(shown, width, options.height(), MARGIN)
                : new Frame(shown.centre(), sheet.scale(), width, options.height());
    }

    /** A complete SVG document with its text as text; empty where the scheme has no site and no building drawn. */
    public static String svg(CheckResult result, Options options) {
        return svg(result, null, options);
    }

    /**
     * The same over what another round had drawn: whatever has moved since, or is gone, dashed in one colour under the new shapes.
     *
     * @param earlier null for none; one in another coordinate system is left out
     */
    public static String svg(CheckResult result, SchemeRecord earlier, Options options) {
        boolean comparable =
                earlier != null && Objects.equals(earlier.crs(), result.record().crs());
        Plan plan = plan(result, comparable ? earlier : null, options);
        return plan == null ? "" : plan.svg();
    }

    /** What a report is printed with: the drawing, and the paper and scale that it is true on. */
    record OnPaper(Sheet sheet, Plan plan) {}

    /** The drawing of a report; null where the scheme has no site and no building drawn. */
    static OnPaper onPaper(CheckResult result, Language language) {
        Envelope shown = shown(null, result.record());
        if (shown.isNull()) {
            return null;
        }
        Sheet sheet = Sheet.of(shown);
        Options options = new Options(language, sheet.width(), sheet.height(), true);
        return new OnPaper(sheet, new PlanDrawing(result, null, options, sheet, shown).plan());
    }

    private static Plan plan(CheckResult result, SchemeRecord earlier, Options options) {
        Envelope shown = shown(earlier, result.record());
        return shown.isNull() ? null : new PlanDrawing(result, earlier, options, null, shown).plan();
    }

    private static Envelope shown(SchemeRecord earlier, SchemeRecord record) {
        Envelope shown = new Envelope();
        Stream.concat(record.outlines().stream(), Moved.outlines(earlier, record).stream())
                .filter(outline -> FITTED.contains(outline.kind()))
                .forEach(outline -> shown.expandToInclude(outline.geometry().getEnvelopeInternal()));
        return shown;
    }

    private Plan plan() {
        shapes.add("<title>"
                + Xml.escape(words.get(result.findings().isEmpty() ? "plan.title-bare" : "plan.title") + " "
                        + result.record().name())
                + "</title>");
        shapes.add("<rect class=\"sheet\" x=\"0\" y=\"0\" width=\"" + options.width() + "\" height=\""
                + options.height() + "\" fill=\"#ffffff\"/>");
        PlanFurniture furniture = new PlanFurniture(words, options, sheet, frame, space, hatches);
        furniture.reserve();
        Map<Kind, List<Outline>> byKind = result.record().outlines().stream()
                .collect(Collectors.groupingBy(Outline::kind, () -> new EnumMap<>(Kind.class), Collectors.toList()));
        for (Kind kind : PlanStyle.GROUND) {
            byKind.getOrDefault(kind, List.of()).forEach(this::ground);
        }
        List<Outline> moved = Moved.outlines(earlier, result.record());
        moved.forEach(this::earlier);
        byKind.getOrDefault(Kind.BUILDING, List.of()).forEach(this::building);
        buildingNames(byKind.getOrDefault(Kind.BUILDING, List.of()));
        boolean printed = sheet != null; // where nobody can point at what is hidden
        if (!printed) {
            evidence();
        }
        new Dimensions(words, numbered, frame, space, printed, onPlan).draw(dimensioned(), shapes, labels);
        for (Kind kind : List.of(Kind.PARCEL, Kind.ROAD, Kind.CONTROL_LINE, Kind.NEIGHBOUR, Kind.GREEN, Kind.PARKING)) {
            byKind.getOrDefault(kind, List.of()).forEach(this::name);
        }
        shapes.add(1, "<desc>" + Xml.escape(says(byKind.getOrDefault(Kind.BUILDING, List.of()))) + "</desc>");
        furniture.draw(
                byKind.keySet(), !result.findings().isEmpty(), !moved.isEmpty(), result.record(), shapes, labels);
        return new Plan(
                options.width(),
                options.height(),
                frame.marks(),
                List.copyOf(shapes),
                List.copyOf(labels),
                List.copyOf(onPlan));
    }

    /** What somebody hears who does not see the drawing. */
    private String says(List<Outline> volumes) {
        long buildings = volumes.stream()
                .map(volume -> buildingFindings.building(volume.id()))
                .distinct()
                .count();
        if (onPlan.isEmpty()) { // of a plan for the public it says nothing of findings
            return words.get("plan.says-bare", result.record().name(), buildings);
        }
        return words.get(
                "plan.says",
                result.record().name(),
                buildings,
                onPlan.size(),
                numbersOf(Verdict.VIOLATION),
                numbersOf(Verdict.UNDETERMINED));
    }

    private long numbersOf(Verdict verdict) {
        return result.findings().stream()
                .filter(finding -> finding.verdict() == verdict && onPlan.contains(numbered.number(finding)))
                .count();
    }

    private void ground(Outline outline) {
        Geometry part = frame.clipped(outline.geometry());
        if (part == null) {
            return;
        }
        if (outline.kind() == Kind.ACCESS) {
            Coordinate at = frame.onSheet(part.getCentroid().getCoordinate());
            shapes.add("<path class=\"access\" d=\"M" + Frame.n(at.x - 7) + " " + Frame.n(at.y + 6) + "h14l-7 -12z\" "
                    + PlanStyle.ACCESS + "/>");
            return;
        }
        shapes.add("<path class=\"" + PlanStyle.cssClass(outline.kind()) + "\" data-id=\"" + Xml.escape(outline.id())
                + "\" d=\"" + frame.path(part) + "\" " + PlanStyle.of(outline.kind()) + "/>");
        if (outline.kind() == Kind.GREEN) {
            shapes.add(hatches.of(outline).over(part, frame));
        }
    }

    private void earlier(Outline outline) {
        Geometry part = frame.clipped(outline.geometry());
        if (part != null) {
            shapes.add("<path class=\"earlier\" data-id=\"" + Xml.escape(outline.id()) + "\" d=\"" + frame.path(part)
                    + "\" " + PlanStyle.EARLIER + "/>");
        }
    }

    private void building(Outline outline) {
        Geometry part = frame.clipped(outline.geometry());
        if (part == null) {
            return;
        }
        String building = buildingFindings.building(outline.id());
        Verdict worst = worst(building);
        shapes.add("<path class=\"building verdict-" + worst + "\" data-subject=\"BUILDING/" + Xml.escape(building)
                + "\" data-id=\"" + Xml.escape(outline.id()) + "\" d=\"" + frame.path(part)
                + "\" fill-rule=\"evenodd\" " + PlanStyle.building(worst) + "/>");
    }

    private Verdict worst(String building) {
        return buildingFindings.about(building).stream()
                .map(Finding::verdict)
                .min(Comparator.naturalOrder())
                .orElse(Verdict.NOT_APPLICABLE);
    }

    /** One name a building, on its largest part, with the numbers of the findings that have no dimension line. */
    private void buildingNames(List<Outline> volumes) {
        Map<String, Outline> largest = new LinkedHashMap<>();
        for (Outline volume : volumes) {
            largest.merge(
                    buildingFindings.building(volume.id()),
                    volume,
                    (a, b) -> a.geometry().getArea() >= b.geometry().getArea() ? a : b);
        }
        largest.forEach(this::buildingName);
    }

    private void buildingName(String building, Outline outline) {
        Geometry part = frame.clipped(outline.geometry());
        if (part == null) {
            return;
        }
        Coordinate at = frame.onSheet(part.getInteriorPoint().getCoordinate());
        List<Finding> marked = buildingFindings.about(building).stream()
                .filter(finding -> numbered.number(finding) > 0 && !isDimension(finding))
                .sorted(Comparator.comparing(numbered::number))
                .toList();
        List<String> marks = marked.stream()
                .map(finding -> words.get("icon." + finding.verdict()) + numbered.number(finding))
                .toList();
        Coordinate placed = label(
                words.of(outline.label()), at.x, at.y - (marks.isEmpty() ? 0 : 7), NAME, PlanStyle.INK, Layer.BUILDING);
        if (marks.isEmpty() || placed == null) {
            return;
        }
        String shown = marks.size() <= MOST_MARKS
                ? String.join(" ", marks)
                : String.join(" ", marks.subList(0, MOST_MARKS)) + " +" + (marks.size() - MOST_MARKS);
        if (label(shown, placed.x, placed.y + NAME * 1.3, 11, PlanStyle.colour(worst(building)), Layer.FINDINGS)
                != null) {
            marked.stream().limit(MOST_MARKS).map(numbered::number).forEach(onPlan::add);
        }
    }

    /** At the first free place about (x, y); where that is, null where the sheet is full. */
    private Coordinate label(String text, double x, double y, double size, String colour, Layer layer) {
        Coordinate at = null;
        for (double shift : new double[] {0, -14, 14, -28, 28}) {
            if (at == null && space.free(LabelSpace.box(text, size, x, y + shift, 0))) {
                at = new Coordinate(x, y + shift);
            }
        }
        if (at == null) {
            at = space.nearest(text, size, x, y);
        }
        if (at != null) {
            space.take(LabelSpace.box(text, size, at.x, at.y, 0));
            shapes.add(Dimensions.halo(text, size, at.x, at.y, 0));
            labels.add(new Plan.Label(text, at.x, at.y, true, size, 0, colour, true, layer.marks()));
        }
        return at;
    }

    /** Names of what lies around, where there is room for them. */
    private void name(Outline outline) {
        Geometry part = frame.clipped(outline.geometry());
        String text = words.of(outline.label());
        if (part == null || text.isBlank()) {
            return;
        }
        double size = 11;
        double[][] shifts = {{0, 0}, {0, -12}, {0, 12}, {0, -24}, {0, 24}, {60, -12}, {-60, -12}};
        Coordinate at;
        if (outline.kind() == Kind.PARCEL) {
            Envelope box = part.getEnvelopeInternal();
            at = frame.onSheet(new Coordinate(box.getMinX(), box.getMaxY()));
            shifts = new double[][] {{LabelSpace.width(text, size) / 2, -10}, {LabelSpace.width(text, size) / 2, 12}};
        } else if (part.getDimension() == 2) {
            at = frame.onSheet(part.getInteriorPoint().getCoordinate());
        } else {
            at = frame.onSheet(middle(part));
            shifts = new double[][] {{0, -9}, {0, 10}, {120, -9}, {-120, -9}, {240, -9}, {-240, -9}};
        }
        for (double[] shift : shifts) {
            double x = Math.min(
                    Math.max(at.x + shift[0], LabelSpace.width(text, size) / 2 + 8),
                    frame.width() - LabelSpace.width(text, size) / 2 - 8);
            Envelope box = LabelSpace.box(text, size, x, at.y + shift[1], 0);
            if (space.free(box)) {
                space.take(box);
                shapes.add(Dimensions.halo(text, size, x, at.y + shift[1], 0));
                labels.add(new Plan.Label(
                        text,
                        x,
                        at.y + shift[1],
                        true,
                        size,
                        0,
                        PlanStyle.nameColour(outline.kind()),
                        false,
                        Layer.of(outline.kind()).marks()));
                return;
            }
        }
    }

    static Coordinate middle(Geometry line) {
        Coordinate[] all = line.getCoordinates();
        Coordinate first = all[(all.length - 1) / 2];
        Coordinate second = all[all.length / 2];
        return new Coordinate((first.x + second.x) / 2, (first.y + second.y) / 2);
    }

    /** Geometry that shows other measures: seen only when the web page lets it. */
    private void evidence() {
        for (Finding finding : result.findings()) {
            Geometry shown = geometry(finding);
            if (shown != null && !isDimension(finding) && besideItsLine(finding)) {
                shapes.add("<path class=\"evidence quiet verdict-" + finding.verdict() + "\" visibility=\"hidden\""
                        + marks(finding, numbered) + " d=\"" + frame.path(shown) + "\" fill=\"none\" stroke=\""
                        + PlanStyle.colour(finding.verdict()) + "\" stroke-width=\"2\"/>");
            }
        }
    }

    private List<Finding> dimensioned() {
        return result.findings().stream()
                .filter(PlanDrawing::isDimension)
                .filter(this::besideItsLine)
                .toList();
    }

    /** A distance to a control line gives the line away: it is drawn only where the plan has the lines themselves. */
    private boolean besideItsLine(Finding finding) {
        return besideItsLine(finding, result.record());
    }

    static boolean besideItsLine(Finding finding, SchemeRecord record) {
        return !TO_LINES.contains(finding.subject().kind())
                || record.outlines().stream().anyMatch(outline -> outline.kind() == Kind.CONTROL_LINE);
    }

    static boolean isDimension(Finding finding) {
        Geometry shown = geometry(finding);
        return shown != null
                && shown.getNumPoints() == 2
                && shown.getDimension() == 1
                && finding.rule().quantity() != null
                && finding.rule().quantity().unit() == Unit.METRE;
    }

    static Geometry geometry(Finding finding) {
        Answer answer = Answer.of(finding);
        Geometry shown =
                answer.measure() == null ? null : answer.measure().evidence().geometry();
        return shown == null || shown.isEmpty() ? null : shown;
    }

    static String marks(Finding finding, Numbered numbered) {
        return " data-finding=\"" + numbered.index(finding) + "\" data-rule=\""
                + Xml.escape(finding.rule().id()) + "\" data-subject=\""
                + finding.subject().kind() + "/" + Xml.escape(finding.subject().id()) + "\"";
    }
}
