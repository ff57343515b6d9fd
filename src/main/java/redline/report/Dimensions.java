package redline.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.requirement.Bound;

/**
 * Distances as dimension lines are drawn on paper: a line with slashes at its ends and the value along it. What is broken or open
 * is always labelled, if need be at the end of a leader; what complies is drawn where it comes near its limit and labelled where
 * there is room. Findings that share a segment share one line, drawn as the worst of them.
 */
final class Dimensions {
    private static final double SIZE = 11;
    private static final double ARROW = 8;
    private static final double HALF_ARROW = 1.8;
    /** What is more than this many times its limit away is not drawn: it says nothing and crosses everything. */
    private static final double NEAR = 2;
    /** The same where the limit is not known, m. */
    private static final double NEAR_UNBOUNDED = 25;

    private final Words words;
    private final Numbered numbered;
    private final Frame frame;
    private final LabelSpace space;
    private final boolean printed;
    private final Set<Integer> labelled;

    /**
     * @param printed leaves out what would be hidden
     * @param labelled gets the numbers of findings that are written on the plan
     */
    Dimensions(Words words, Numbered numbered, Frame frame, LabelSpace space, boolean printed, Set<Integer> labelled) {
        this.printed = printed;
        this.labelled = labelled;
        this.words = words;
        this.numbered = numbered;
        this.frame = frame;
        this.space = space;
    }

    void draw(List<Finding> findings, List<String> shapes, List<Plan.Label> labels) {
        Set<Finding> worstOfClause = Clause.of(findings).stream()
                .map(Clause::worst)
                .filter(finding -> finding.verdict() == Verdict.PASS)
                .collect(Collectors.toCollection(HashSet::new));
        Map<String, List<Finding>> bySegment = new LinkedHashMap<>();
        findings.stream()
                .sorted(Comparator.comparing(Finding::verdict))
                .forEach(finding -> bySegment
                        .computeIfAbsent(segment(finding), key -> new ArrayList<>())
                        .add(finding));
        for (List<Finding> here : bySegment.values()) {
            boolean drawn = false;
            for (Finding finding : here) {
                boolean visible = !drawn && (worth(finding) || worstOfClause.contains(finding));
                if (visible || !printed) {
                    line(finding, visible, shapes);
                }
                drawn |= visible;
            }
            if (drawn) {
                label(here, shapes, labels);
            }
        }
    }

    private static boolean worth(Finding finding) {
        if (finding.verdict() == Verdict.VIOLATION) {
            return true;
        }
        Bound bound = Answer.of(finding).required();
        double length = PlanDrawing.geometry(finding).getLength();
        return bound != null && bound.value() != null
                ? length <= NEAR * Shown.number(bound.value()).doubleValue()
                : finding.verdict() == Verdict.UNDETERMINED && length <= NEAR_UNBOUNDED;
    }

    /** Both ends on a grid of 0.1 m, in either order. */
    static String segment(Finding finding) {
        Coordinate[] ends = PlanDrawing.geometry(finding).getCoordinates();
        String a = Math.round(ends[0].x * 10) + "/" + Math.round(ends[0].y * 10);
        String b = Math.round(ends[1].x * 10) + "/" + Math.round(ends[1].y * 10);
        return a.compareTo(b) <= 0 ? a + " " + b : b + " " + a;
    }

    private void line(Finding finding, boolean visible, List<String> shapes) {
        Coordinate[] ends = PlanDrawing.geometry(finding).getCoordinates();
        shapes.add("<g class=\"dimension verdict-" + finding.verdict() + (visible ? "" : " quiet") + "\""
                + (visible ? "" : " visibility=\"hidden\"") + PlanDrawing.marks(finding, numbered) + "><title>"
                + Xml.escape(title(finding)) + "</title>"
                + drawn(frame.onSheet(ends[0]), frame.onSheet(ends[1]), finding.verdict()) + "</g>");
    }

    /** A line between two points of the sheet with an arrow at each end; where it is too short for them they point in from outside. */
    static String drawn(Coordinate a, Coordinate b, Verdict verdict) {
        double length = a.distance(b);
        double dx = length == 0 ? 1 : (b.x - a.x) / length;
        double dy = length == 0 ? 0 : (b.y - a.y) / length;
        double way = length < 3 * ARROW ? -1 : 1;
        String line = "M" + point(a) + "L" + point(b);
        String tails = way > 0
                ? ""
                : "<path d=\"M" + point(a) + "L" + point(along(a, dx, dy, -2 * ARROW)) + "M" + point(b) + "L"
                        + point(along(b, dx, dy, 2 * ARROW)) + "\" fill=\"none\" stroke=\"" + PlanStyle.colour(verdict)
                        + "\" stroke-width=\"0.8\"/>";
        return "<path d=\"" + line + "\" " + PlanStyle.line(verdict) + "/><path d=\"" + arrow(a, way * dx, way * dy)
                + arrow(b, -way * dx, -way * dy) + "\" fill=\"" + PlanStyle.colour(verdict) + "\" stroke=\"none\"/>"
                + tails;
    }

    /** A level one, for a legend. */
    static String drawn(double from, double to, double y, Verdict verdict) {
        return drawn(new Coordinate(from, y), new Coordinate(to, y), verdict);
    }

    /** A tip at {@code at} whose body lies in the direction of (dx, dy). */
    private static String arrow(Coordinate at, double dx, double dy) {
        Coordinate foot = along(at, dx, dy, ARROW);
        return "M" + point(at) + "L" + point(new Coordinate(foot.x - dy * HALF_ARROW, foot.y + dx * HALF_ARROW)) + "L"
                + point(new Coordinate(foot.x + dy * HALF_ARROW, foot.y - dx * HALF_ARROW)) + "Z";
    }

    private static Coordinate along(Coordinate from, double dx, double dy, double length) {
        return new Coordinate(from.x + dx * length, from.y + dy * length);
    }

    private String title(Finding finding) {
        Reader reader = new Reader(words);
        return words.of(finding.rule().title()) + " "
                + words.of(finding.subject().name()) + " " + reader.measured(finding) + " " + reader.required(finding);
    }

    private void label(List<Finding> here, List<String> shapes, List<Plan.Label> labels) {
        Finding worst = here.get(0);
        List<Finding> asking =
                here.stream().filter(finding -> numbered.number(finding) > 0).toList();
        String text = (asking.isEmpty() ? here : asking)
                .stream().map(this::text).distinct().collect(Collectors.joining("  "));
        if (labelled(worst, text, shapes, labels)) {
            asking.forEach(finding -> labelled.add(numbered.number(finding)));
        }
    }

    /** Whether there was room for it: what is broken or open finds some as long as the sheet has any. */
    private boolean labelled(Finding worst, String text, List<String> shapes, List<Plan.Label> labels) {
        Coordinate[] ends = PlanDrawing.geometry(worst).getCoordinates();
        Coordinate a = frame.onSheet(ends[0]);
        Coordinate b = frame.onSheet(ends[1]);
        Coordinate middle = new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2);
        double angle = readable(Math.toDegrees(Math.atan2(b.y - a.y, b.x - a.x)));
        boolean along = a.distance(b) >= LabelSpace.width(text, SIZE);
        double nx = Math.sin(Math.toRadians(angle)) * SIZE * 0.8;
        double ny = -Math.cos(Math.toRadians(angle)) * SIZE * 0.8;
        if (along) {
            for (double[] shift : new double[][] {{1, 0}, {-1, 0}, {1, 0.2}, {-1, 0.2}, {1, -0.2}, {-1, -0.2}}) {
                double x = middle.x + shift[0] * nx + shift[1] * (b.x - a.x);
                double y = middle.y + shift[0] * ny + shift[1] * (b.y - a.y);
                if (place(worst, text, x, y, angle, shapes, labels)) {
                    return true;
                }
            }
        }
        double half = LabelSpace.width(text, SIZE) / 2;
        for (double reach : new double[] {8, 18, 32, 50, 75, 110, 150}) {
            for (double[] way : aside(a, b)) {
                double x = middle.x + way[0] * (reach + half);
                double y = middle.y + way[1] * (reach + SIZE / 2);
                if (place(worst, text, x, y, 0, shapes, labels)) {
                    if (reach > 18) {
                        shapes.add(leader(
                                middle, new Coordinate(x - way[0] * half, y - way[1] * SIZE / 2), worst.verdict()));
                    }
                    return true;
                }
            }
            if (worst.verdict() == Verdict.PASS && reach > 18) {
                return false;
            }
        }
        Coordinate at = space.nearest(text, SIZE, middle.x, middle.y);
        if (at == null) {
            return false;
        }
        put(worst, text, at.x, at.y, 0, shapes, labels);
        double foot = Math.max(at.x - half, Math.min(at.x + half, middle.x));
        shapes.add(leader(
                middle, new Coordinate(foot, at.y + Math.signum(middle.y - at.y) * SIZE / 2), worst.verdict()));
        return true;
    }

    /** Where to look for room beside a line: first across it. */
    static double[][] aside(Coordinate a, Coordinate b) {
        return Math.abs(b.x - a.x) > Math.abs(b.y - a.y)
                ? new double[][] {{0, -1}, {0, 1}, {1, 0}, {-1, 0}, {1, -1}, {-1, -1}, {1, 1}, {-1, 1}}
                : new double[][] {{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {-1, -1}, {1, 1}, {-1, 1}};
    }

    private static String leader(Coordinate from, Coordinate to, Verdict verdict) {
        return "<path class=\"leader\" d=\"M" + point(from) + "L" + point(to) + "\" fill=\"none\" stroke=\""
                + PlanStyle.colour(verdict) + "\" stroke-width=\"0.6\"/>";
    }

    private boolean place(
            Finding finding,
            String text,
            double x,
            double y,
            double angle,
            List<String> shapes,
            List<Plan.Label> labels) {
        if (!space.free(LabelSpace.box(text, SIZE, x, y, angle))) {
            return false;
        }
        put(finding, text, x, y, angle, shapes, labels);
        return true;
    }

    private void put(
            Finding finding,
            String text,
            double x,
            double y,
            double angle,
            List<String> shapes,
            List<Plan.Label> labels) {
        space.take(LabelSpace.box(text, SIZE, x, y, angle));
        shapes.add(halo(text, SIZE, x, y, angle));
        labels.add(new Plan.Label(
                text,
                x,
                y,
                true,
                SIZE,
                angle,
                PlanStyle.colour(finding.verdict()),
                finding.verdict() == Verdict.VIOLATION,
                " class=\"value verdict-" + finding.verdict() + "\"" + PlanDrawing.marks(finding, numbered)));
    }

    /** A pale ground for a label, so that it is read over lines. */
    static String halo(String text, double size, double x, double y, double angle) {
        double width = LabelSpace.width(text, size) + 2;
        String turn =
                angle == 0 ? "" : " transform=\"rotate(" + Frame.n(angle) + " " + Frame.n(x) + " " + Frame.n(y) + ")\"";
        return "<rect class=\"halo\" x=\"" + Frame.n(x - width / 2) + "\" y=\"" + Frame.n(y - size * 0.6)
                + "\" width=\"" + Frame.n(width) + "\" height=\"" + Frame.n(size * 1.2)
                + "\" fill=\"#ffffff\" fill-opacity=\"0.8\"" + turn + "/>";
    }

    /** {@code ×3 7.99 m (≥ 8.00 m)} for what is broken or open, the value alone for what complies. */
    private String text(Finding finding) {
        Reader reader = new Reader(words);
        int number = numbered.number(finding);
        return number == 0
                ? reader.measured(finding)
                : words.get("icon." + finding.verdict()) + number + " " + reader.measured(finding) + " ("
                        + reader.required(finding) + ")";
    }

    /** Turned so that it is read from below or from the right. */
    static double readable(double angle) {
        double turned = angle;
        while (turned > 90) {
            turned -= 180;
        }
        while (turned <= -90) {
            turned += 180;
        }
        return Math.abs(turned - 90) < 0.01 ? -90 : turned;
    }

    private static String point(Coordinate at) {
        return Frame.n(at.x) + " " + Frame.n(at.y);
    }
}
