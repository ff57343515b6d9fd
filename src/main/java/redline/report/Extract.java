package redline.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import redline.check.CheckResult;
import redline.fact.Outline;
import redline.fact.Outline.Kind;
import redline.finding.Finding;
import redline.finding.Verdict;

/**
 * A small piece of the plan around one place, at a round scale that is true on paper: what stands there, what the finding is about in a
 * thick line, the measured distance with arrows, north and a scale bar.
 */
final class Extract {
    /** 66 mm and 46 mm. */
    private static final int WIDTH = 249;

    private static final int HEIGHT = 174;
    private static final int MARGIN = 24;
    private static final double NAME = 8.5;
    private static final double VALUE = 9.5;
    /** Below it a place is shown larger, m. */
    private static final double SMALL = 6;

    private static final int[] SCALES = {500, 1000, 2000, 5000};
    /** From here on only what the finding is about is named. */
    static final int CROWDED = 5000;

    /** Findings that are named by number where they lie. */
    private static final int MOST_NUMBERS = 2;

    private static final List<Kind> GROUND = List.of(
            Kind.GREEN,
            Kind.PARKING,
            Kind.ROAD,
            Kind.CONTROL_LINE,
            Kind.BASEMENT,
            Kind.NEIGHBOUR,
            Kind.BUILDING,
            Kind.ZONE,
            Kind.PARCEL,
            Kind.ACCESS);
    private static final Set<Kind> NAMED =
            Set.of(Kind.BUILDING, Kind.NEIGHBOUR, Kind.ROAD, Kind.CONTROL_LINE, Kind.GREEN, Kind.PARKING);

    private static final Pattern STROKE = Pattern.compile("stroke=\"[^\"]*\"");
    private static final Pattern FILL = Pattern.compile("fill=\"[^\"]*\"");

    private final CheckResult result;
    private final Words words;
    private final Numbered numbered;
    private final Places places;
    private final Told told;
    private final List<Finding> findings;
    private final int denominator;
    private final Frame frame;
    private final LabelSpace space = new LabelSpace(WIDTH, HEIGHT);
    private final List<String> shapes = new ArrayList<>();
    private final List<Plan.Label> labels = new ArrayList<>();

    /**
     * What an extract tells.
     *
     * @param subjects a finding for each place that it is drawn around; one, or several that lie near each other
     * @param findings all that are told there, the worst first
     * @param others of the same clauses, drawn where they lie within it
     */
    record Told(List<Finding> subjects, List<Finding> findings, List<Finding> others) {}

    private Extract(CheckResult result, Words words, Numbered numbered, Places places, Told told) {
        this.result = result;
        this.words = words;
        this.numbered = numbered;
        this.places = places;
        this.told = told;
        this.findings = told.findings();
        Envelope place = new Envelope();
        told.subjects()
                .forEach(subject -> place.expandToInclude(places.of(subject).getEnvelopeInternal()));
        this.denominator = denominator(place, PlanDrawing.isDimension(findings.get(0)));
        this.frame = new Frame(place.centre(), Sheet.scale(denominator), WIDTH, HEIGHT);
    }

    static Extract of(CheckResult result, Words words, Numbered numbered, Places places, Told told) {
        Extract extract = new Extract(result, words, numbered, places, told);
        Set<String> about = new HashSet<>();
        told.findings().forEach(finding -> about.addAll(places.about(finding)));
        extract.draw(about);
        return extract;
    }

    private static int denominator(Envelope place, boolean dimension) {
        if (dimension && Math.max(place.getWidth(), place.getHeight()) <= SMALL) {
            return 200;
        }
        for (int denominator : SCALES) {
            double scale = Sheet.scale(denominator);
            if (place.getWidth() * scale <= WIDTH - 2 * MARGIN && place.getHeight() * scale <= HEIGHT - 2 * MARGIN) {
                return denominator;
            }
        }
        return 0;
    }

    /** Whether a place is small enough for an extract; else the plan itself shows it best. */
    static boolean holds(Geometry place) {
        return holds(place.getEnvelopeInternal(), CROWDED);
    }

    /** @param smallest the denominator that its scale may have at most */
    static boolean holds(Envelope place, int smallest) {
        int denominator = denominator(place, false);
        return denominator > 0 && denominator <= smallest;
    }

    String ratio() {
        return "1:" + denominator;
    }

    String svg(String title) {
        return plan(title).svg();
    }

    Plan plan(String title) {
        List<String> all = new ArrayList<>();
        all.add("<desc>" + Xml.escape(says(title)) + "</desc>");
        all.add("<rect class=\"sheet\" x=\"0\" y=\"0\" width=\"" + WIDTH + "\" height=\"" + HEIGHT
                + "\" fill=\"#ffffff\"/>");
        all.addAll(shapes);
        return new Plan(WIDTH, HEIGHT, frame.marks(), all, labels);
    }

    /** What somebody hears who does not see it. */
    private String says(String title) {
        Reader reader = new Reader(words);
        Finding first = findings.get(0);
        return words.get(
                "figure.says",
                title,
                each(reader::subject),
                ratio(),
                words.of(first.rule().title()),
                each(reader::measured),
                each(reader::required),
                words.of(first.verdict().title()));
    }

    /** One after the other; said once where it is the same of all. */
    private String each(Function<Finding, String> said) {
        List<String> all = told.subjects().stream().map(said).toList();
        return String.join(words.get("list"), all.stream().distinct().count() == 1 ? all.subList(0, 1) : all);
    }

    private void draw(Set<String> about) {
        space.take(new Envelope(WIDTH - 26.0, WIDTH, 0, 40));
        space.take(new Envelope(0, 96, HEIGHT - 24.0, HEIGHT));
        List<Outline> seen = result.record().outlines().stream()
                .filter(outline -> frame.sees(outline.geometry()))
                .toList();
        PlanStyle.Hatches hatches = PlanStyle.Hatches.of(result.record());
        for (Kind kind : GROUND) {
            seen.stream().filter(outline -> outline.kind() == kind).forEach(outline -> ground(outline, hatches));
        }
        seen.stream().filter(outline -> about.contains(outline.id())).forEach(this::about);
        Verdict worst = findings.get(0).verdict();
        Set<String> drawn = new HashSet<>();
        for (Finding finding : findings) {
            if (PlanDrawing.isDimension(finding)) {
                dimension(finding, drawn, true);
            } else {
                area(PlanDrawing.geometry(finding), worst, drawn);
            }
        }
        told.others().forEach(other -> dimension(other, drawn, false));
        if (told.subjects().size() > 1) {
            told.subjects().forEach(this::number);
        }
        seen.stream()
                .filter(outline -> NAMED.contains(outline.kind()))
                .filter(outline -> denominator < CROWDED || about.contains(outline.id()))
                .sorted((a, b) -> Boolean.compare(about.contains(b.id()), about.contains(a.id())))
                .forEach(this::name);
        furniture();
    }

    private void ground(Outline outline, PlanStyle.Hatches hatches) {
        Geometry part = frame.clipped(outline.geometry());
        if (part == null) {
            return;
        }
        if (outline.kind() == Kind.ACCESS) {
            Coordinate at = frame.onSheet(part.getCentroid().getCoordinate());
            shapes.add("<path d=\"M" + Frame.n(at.x - 5) + " " + Frame.n(at.y + 4) + "h10l-5 -9z\" " + PlanStyle.ACCESS
                    + "/>");
            return;
        }
        String style = outline.kind() == Kind.BUILDING ? PlanStyle.BESIDE : PlanStyle.of(outline.kind());
        shape(outline.geometry(), part, style);
        if (outline.kind() == Kind.GREEN) {
            shapes.add(hatches.of(outline).over(part, frame));
        }
    }

    private void about(Outline outline) {
        Geometry part = frame.clipped(outline.geometry());
        if (part != null) {
            shape(outline.geometry(), part, PlanStyle.ABOUT);
        }
    }

    /** Where the edge of the extract cuts an area off, no line is drawn. */
    private void shape(Geometry whole, Geometry part, String style) {
        if (frame.holds(whole) || whole.getDimension() < 2) {
            shapes.add("<path d=\"" + frame.path(part) + "\" fill-rule=\"evenodd\" " + style + "/>");
            return;
        }
        String filled = STROKE.matcher(style).replaceFirst("stroke=\"none\"");
        shapes.add("<path d=\"" + frame.path(part) + "\" fill-rule=\"evenodd\" " + filled + "/>");
        Geometry edge = frame.clipped(whole.getBoundary());
        if (edge != null) {
            shapes.add("<path d=\"" + frame.path(edge) + "\" "
                    + FILL.matcher(style).replaceFirst("fill=\"none\"") + "/>");
        }
    }

    /** What was counted: its outline; around a point a ring. */
    private void area(Geometry area, Verdict verdict, Set<String> drawn) {
        Geometry part = area == null || !frame.sees(area) ? null : frame.clipped(area);
        if (part == null || !drawn.add(part.getEnvelopeInternal() + " " + part.getLength())) {
            return;
        }
        String colour = PlanStyle.colour(verdict);
        if (part.getDimension() == 0) {
            Coordinate at = frame.onSheet(part.getCoordinate());
            space.take(new Envelope(at.x - 12, at.x + 12, at.y - 12, at.y + 12));
            shapes.add("<circle cx=\"" + Frame.n(at.x) + "\" cy=\"" + Frame.n(at.y)
                    + "\" r=\"11\" fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"1.6\"/>");
            return;
        }
        shapes.add(
                "<path d=\"" + frame.path(part) + "\" fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"1.8\"/>");
    }

    /** Which of several places is which. */
    private void number(Finding subject) {
        Geometry place = places.of(subject);
        String key = Figures.key(subject, place);
        String text = findings.stream()
                .filter(one -> numbered.number(one) > 0 && key.equals(Figures.key(one, places.of(one))))
                .limit(MOST_NUMBERS)
                .map(one -> words.get("icon." + one.verdict()) + numbered.number(one))
                .collect(Collectors.joining(" "));
        Coordinate at = frame.onSheet(place.getInteriorPoint().getCoordinate());
        Plan.Label label = take(text, at.x, at.y, VALUE, 0, true, subject.verdict());
        Coordinate free = label == null ? space.nearest(text, VALUE, at.x, at.y) : null;
        if (free != null) {
            label = take(text, free.x, free.y, VALUE, 0, true, subject.verdict());
        }
        if (label != null) {
            shapes.add(Dimensions.halo(text, VALUE, label.x(), label.y(), 0));
            labels.add(label);
        }
    }

    private void dimension(Finding finding, Set<String> drawn, boolean main) {
        Geometry shown = PlanDrawing.geometry(finding);
        if (!frame.sees(shown)
                || !PlanDrawing.besideItsLine(finding, result.record())
                || !drawn.add(Dimensions.segment(finding))) {
            return;
        }
        Coordinate[] ends = shown.getCoordinates();
        Coordinate a = frame.onSheet(ends[0]);
        Coordinate b = frame.onSheet(ends[1]);
        Envelope sheet = new Envelope(0, WIDTH, 0, HEIGHT);
        if (!main && !(sheet.contains(a) && sheet.contains(b))) {
            return;
        }
        Reader reader = new Reader(words);
        String number = numbers(finding, main);
        String text = number + reader.measured(finding) + (main ? " (" + reader.required(finding) + ")" : "");
        Plan.Label label = room(text, a, b, main, finding.verdict());
        if (label == null && !main) {
            return;
        }
        shapes.add(Dimensions.drawn(a, b, finding.verdict()));
        if (label != null) {
            shapes.add(Dimensions.halo(text, label.size(), label.x(), label.y(), label.angle()));
            labels.add(label);
        }
    }

    /** The numbers of all findings told by one line. */
    private String numbers(Finding finding, boolean main) {
        String segment = Dimensions.segment(finding);
        return (main ? findings.stream() : List.of(finding).stream())
                .filter(one -> numbered.number(one) > 0 && PlanDrawing.isDimension(one))
                .filter(one -> Dimensions.segment(one).equals(segment))
                .limit(2)
                .map(one -> words.get("icon." + one.verdict()) + numbered.number(one) + " ")
                .collect(Collectors.joining());
    }

    private Plan.Label room(String text, Coordinate a, Coordinate b, boolean main, Verdict verdict) {
        double angle = Dimensions.readable(Math.toDegrees(Math.atan2(b.y - a.y, b.x - a.x)));
        Coordinate middle = new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2);
        double size = main ? VALUE : NAME;
        double nx = Math.sin(Math.toRadians(angle)) * size * 0.8;
        double ny = -Math.cos(Math.toRadians(angle)) * size * 0.8;
        boolean along = a.distance(b) >= LabelSpace.width(text, size);
        for (double way : along ? new double[] {1, -1} : new double[0]) {
            Plan.Label label = take(text, middle.x + way * nx, middle.y + way * ny, size, angle, main, verdict);
            if (label != null) {
                return label;
            }
        }
        double half = LabelSpace.width(text, size) / 2 + 5;
        for (double[] way : Dimensions.aside(a, b)) {
            double x = middle.x + way[0] * half;
            double y = middle.y + way[1] * (size * 0.8 + 2);
            Plan.Label label = take(text, x, y, size, 0, main, verdict);
            if (label != null) {
                return label;
            }
        }
        if (!main) {
            return null;
        }
        Coordinate at = space.nearest(text, size, middle.x, middle.y);
        return at == null ? null : take(text, at.x, at.y, size, 0, true, verdict);
    }

    private Plan.Label take(String text, double x, double y, double size, double angle, boolean main, Verdict verdict) {
        Envelope box = LabelSpace.box(text, size, x, y, angle);
        if (!space.free(box)) {
            return null;
        }
        space.take(box);
        return new Plan.Label(text, x, y, true, size, angle, PlanStyle.colour(verdict), main, "");
    }

    private void name(Outline outline) {
        Geometry part = frame.clipped(outline.geometry());
        String text = words.of(outline.label());
        if (part == null || text.isBlank()) {
            return;
        }
        Coordinate at = frame.onSheet(
                part.getDimension() == 2 ? part.getInteriorPoint().getCoordinate() : PlanDrawing.middle(part));
        for (double shift : new double[] {0, -11, 11, -22, 22}) {
            Envelope box = LabelSpace.box(text, NAME, at.x, at.y + shift, 0);
            if (space.free(box)) {
                space.take(box);
                shapes.add(Dimensions.halo(text, NAME, at.x, at.y + shift, 0));
                String colour = outline.kind() == Kind.BUILDING ? PlanStyle.INK : PlanStyle.nameColour(outline.kind());
                labels.add(new Plan.Label(text, at.x, at.y + shift, true, NAME, 0, colour, false, ""));
                return;
            }
        }
    }

    private void furniture() {
        double x = WIDTH - 13.0;
        shapes.add("<path d=\"M" + Frame.n(x) + " 14l5 21l-5 -4z\" fill=\"" + PlanStyle.INK + "\"/><path d=\"M"
                + Frame.n(x) + " 14l-5 21l5 -4z\" fill=\"none\" stroke=\"" + PlanStyle.INK
                + "\" stroke-width=\"0.7\"/>");
        labels.add(new Plan.Label(words.get("plan.north"), x, 8, true, NAME, 0, PlanStyle.INK, true, ""));
        double metres = PlanFurniture.step(64 / frame.scale());
        double width = metres * frame.scale();
        shapes.add("<rect x=\"3\" y=\"" + (HEIGHT - 22)
                + "\" width=\"92\" height=\"20\" fill=\"#ffffff\" fill-opacity=\"0.85\"/>"
                + "<path d=\"M8 " + (HEIGHT - 6) + "h" + Frame.n(width) + "M8 " + (HEIGHT - 9) + "v6M"
                + Frame.n(8 + width) + " " + (HEIGHT - 9) + "v6\" fill=\"none\" stroke=\"" + PlanStyle.INK
                + "\" stroke-width=\"1\"/>");
        String text = Frame.n(metres) + " m · " + ratio();
        labels.add(new Plan.Label(text, 8, HEIGHT - 15.0, false, NAME, 0, PlanStyle.INK, false, ""));
    }
}
