package redline.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import redline.fact.Elevation;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.quantity.Value;
import redline.requirement.Bound;
import redline.scheme.Volume;

/**
 * One building seen from the side, true in height and not in width: its parts with their storeys, the levels that are known, its height
 * with arrows, and a line for every limit of height. What is not known is said.
 */
final class Strip {
    /** 85 mm and 56 mm. */
    static final int WIDTH = 321;

    static final int HEIGHT = 212;
    private static final int GROUND = HEIGHT - 34;
    private static final int TOP = 16;
    private static final int LEFT = 84;
    private static final int RIGHT = 196;
    private static final int LIMITS = 244;
    private static final double SIZE = 8.5;
    private static final int[] SCALES = {200, 500, 1000, 2000, 5000};

    private final Words words;
    private final Shown shown;
    private final Elevation levels;
    private final Double height;
    private final double most;
    private final int denominator;
    private final double scale;
    private final LabelSpace space = new LabelSpace(WIDTH, HEIGHT);
    private final List<String> shapes = new ArrayList<>();
    private final List<Plan.Label> labels = new ArrayList<>();

    /** A limit of height: who asks for it, and how it is met. */
    record Limit(String number, Bound bound, Verdict verdict) {
        /** m above the ground. */
        double metres() {
            return Shown.number(bound.value()).doubleValue();
        }
    }

    /**
     * @param levels null where the record has none
     * @param height as measured, m; null where not known
     */
    Strip(Words words, Elevation levels, Double height, List<Limit> limits) {
        this.words = words;
        this.shown = new Shown(words);
        this.levels = levels;
        this.height = height;
        double highest = height == null ? 0 : height;
        for (Limit limit : limits) {
            highest = Math.max(highest, limit.metres());
        }
        for (Elevation.Part part : above()) {
            highest = Math.max(highest, aboveGround(top(part)));
        }
        this.most = Math.max(highest, 3);
        this.denominator = denominator(most);
        this.scale = Sheet.scale(denominator);
        draw(limits);
    }

    private static int denominator(double most) {
        for (int denominator : SCALES) {
            if (most * Sheet.scale(denominator) <= GROUND - TOP) {
                return denominator;
            }
        }
        return SCALES[SCALES.length - 1];
    }

    String ratio() {
        return "1:" + denominator;
    }

    Plan plan(String says) {
        List<String> all = new ArrayList<>();
        all.add("<desc>" + Xml.escape(says) + "</desc>");
        all.add("<rect class=\"sheet\" x=\"0\" y=\"0\" width=\"" + WIDTH + "\" height=\"" + HEIGHT
                + "\" fill=\"#ffffff\"/>");
        all.addAll(shapes);
        return new Plan(WIDTH, HEIGHT, "", all, labels);
    }

    private void draw(List<Limit> limits) {
        level("M" + (LEFT - 10) + " " + GROUND + "H" + (LIMITS - 6), "stroke-width=\"1.6\"", PlanStyle.INK);
        String ground = levels == null || levels.ground() == null ? words.get("unknown") : metres(levels.ground());
        left(words.get("strip.ground", ground), GROUND);
        String zero = levels == null || levels.zero() == null ? words.get("zero-unknown") : metres(levels.zero());
        label(words.get("strip.zero", zero), 4, GROUND + 22.0, false, PlanStyle.QUIET);
        List<Elevation.Part> above = above();
        boolean drawn =
                !above.isEmpty() && above.stream().allMatch(part -> top(part) != null) && levels.ground() != null;
        if (drawn) {
            above.forEach(part -> part(part, above.size() > 1));
        } else {
            box(height);
        }
        limits.forEach(this::limit);
        if (height == null) {
            label(
                    words.get("strip.height-unknown"),
                    RIGHT + 8,
                    GROUND - 14.0,
                    false,
                    PlanStyle.colour(Verdict.UNDETERMINED));
        } else {
            double at = y(height);
            shapes.add(Dimensions.drawn(
                    new Coordinate(RIGHT + 16, GROUND), new Coordinate(RIGHT + 16, at), Verdict.NOT_APPLICABLE));
            String text = metres(BigDecimal.valueOf(height)) + " m";
            double x = RIGHT + 24.0;
            double y = (GROUND + at) / 2;
            Envelope box = LabelSpace.box(text, SIZE, x, y, 0);
            if (space.free(box)) {
                space.take(box);
                shapes.add(Dimensions.halo(text, SIZE, x, y, 0));
                labels.add(new Plan.Label(text, x, y, true, SIZE, 0, PlanStyle.INK, true, ""));
            }
        }
    }

    private List<Elevation.Part> above() {
        return levels == null || levels.parts() == null || levels.ground() == null
                ? List.of()
                : levels.parts().stream()
                        .filter(part -> part.role() != Volume.Role.BASEMENT)
                        .toList();
    }

    /** The highest of its named points, else its top; null where neither is known. */
    private static BigDecimal top(Elevation.Part part) {
        BigDecimal top = part.top();
        for (Volume.ControlHeight point : part.points() == null ? List.<Volume.ControlHeight>of() : part.points()) {
            if (point.elevation() != null && (top == null || point.elevation().compareTo(top) > 0)) {
                top = point.elevation();
            }
        }
        return top;
    }

    private double aboveGround(BigDecimal level) {
        return level == null ? 0 : level.subtract(levels.ground()).doubleValue();
    }

    private double y(double metres) {
        return GROUND - metres * scale;
    }

    /** A part between its lowest and highest level; a tower stands in the middle half. */
    private void part(Elevation.Part part, boolean several) {
        boolean tower = several && part.role() == Volume.Role.TOWER;
        double inset = tower ? (RIGHT - LEFT) / 4.0 : 0;
        double left = LEFT + inset;
        double right = RIGHT - inset;
        double foot = part.bottom() == null ? GROUND : Math.min(GROUND, y(aboveGround(part.bottom())));
        BigDecimal roof = part.top() == null ? top(part) : part.top();
        double head = y(aboveGround(roof));
        shapes.add("<path d=\"M" + Frame.n(left) + " " + Frame.n(foot) + "V" + Frame.n(head) + "H" + Frame.n(right)
                + "V" + Frame.n(foot) + "z\" fill=\"#eef0f2\" stroke=\"" + PlanStyle.INK + "\" stroke-width=\"1.2\"/>");
        storeys(part, left, right, foot, head);
        left(words.get("strip.top", metres(roof)), head);
        for (Volume.ControlHeight point : part.points() == null ? List.<Volume.ControlHeight>of() : part.points()) {
            if (point.elevation() != null
                    && point.point() != null
                    && point.elevation().compareTo(roof) != 0) {
                double at = y(aboveGround(point.elevation()));
                level(
                        "M" + Frame.n(left) + " " + Frame.n(at) + "H" + Frame.n(right),
                        "stroke-width=\"0.9\"",
                        PlanStyle.INK);
                left(words.get("strip.point." + point.point(), metres(point.elevation())), at);
            }
        }
    }

    /** Lines between storeys as far up as their heights are known. */
    private void storeys(Elevation.Part part, double left, double right, double foot, double head) {
        int count = 0;
        boolean known = part.storeys() != null && !part.storeys().isEmpty();
        double at = foot;
        for (Volume.Storey storey : part.storeys() == null ? List.<Volume.Storey>of() : part.storeys()) {
            known &= storey.count() != null && storey.height() != null;
            for (int i = 0; known && i < storey.count(); i++) {
                at -= storey.height().doubleValue() * scale;
                if (at > head + 0.5) {
                    level(
                            "M" + Frame.n(left) + " " + Frame.n(at) + "H" + Frame.n(right),
                            "stroke-width=\"0.5\"",
                            PlanStyle.QUIET);
                }
            }
            count += storey.count() == null ? 0 : storey.count();
        }
        String text = known ? words.get("strip.storeys", count) : words.get("strip.storeys-unknown");
        centred(text, (left + right) / 2, (foot + head) / 2);
    }

    /** A building of which only the height is known, or not even that. */
    private void box(Double known) {
        double head = known == null ? y(most * 0.6) : y(known);
        shapes.add("<path d=\"M" + LEFT + " " + GROUND + "V" + Frame.n(head) + "H" + RIGHT + "V" + GROUND
                + "\" fill=\"none\" stroke=\"" + PlanStyle.INK + "\" stroke-width=\"1.2\" stroke-dasharray=\"5 3\"/>");
        centred(words.get("strip.levels-unknown"), (LEFT + RIGHT) / 2.0, (GROUND + head) / 2);
    }

    private void limit(Limit limit) {
        double at = y(limit.metres());
        level(
                "M" + (LEFT - 6) + " " + Frame.n(at) + "H" + LIMITS,
                "stroke-width=\"1.3\" stroke-dasharray=\"9 3 2 3\"",
                PlanStyle.colour(limit.verdict()));
        String text = (limit.number() + " " + limit.bound().comparator().sign() + " "
                        + metres(Shown.number(limit.bound().value())))
                .strip();
        label(text, LIMITS + 3.0, at, true, PlanStyle.colour(limit.verdict()));
    }

    private void level(String path, String style, String colour) {
        shapes.add("<path d=\"" + path + "\" fill=\"none\" stroke=\"" + colour + "\" " + style + "/>");
    }

    private String metres(BigDecimal value) {
        return shown.number(
                value, Math.max(2, Math.min(4, value.stripTrailingZeros().scale())));
    }

    private void centred(String text, double x, double y) {
        Envelope box = LabelSpace.box(text, SIZE, x, y, 0);
        if (space.free(box)) {
            space.take(box);
            shapes.add(Dimensions.halo(text, SIZE, x, y, 0));
            labels.add(new Plan.Label(text, x, y, true, SIZE, 0, PlanStyle.INK, false, ""));
        }
    }

    private void left(String text, double y) {
        label(text, 4, y, false, PlanStyle.INK);
    }

    /** Beside a level, or as near to it as there is room; not written twice. */
    private void label(String text, double x, double y, boolean bold, String colour) {
        double half = LabelSpace.width(text, SIZE) / 2;
        for (int step = 0; step < 20; step++) {
            double at = y + (step % 2 == 0 ? -1 : 1) * ((step + 1) / 2) * 5.5;
            Envelope box = LabelSpace.box(text, SIZE, x + half, at, 0);
            if (space.free(box)) {
                space.take(box);
                labels.add(new Plan.Label(text, x, at, false, SIZE, 0, colour, bold, ""));
                return;
            }
            if (labels.stream().anyMatch(label -> label.text().equals(text) && Math.abs(label.y() - y) < 8)) {
                return;
            }
        }
    }

    /** Whether a finding bounds a height by a number. */
    static Limit limit(Finding finding, String number) {
        Bound bound = Answer.of(finding).required();
        return bound == null || !(bound.value() instanceof Value.Amount)
                ? null
                : new Limit(number, bound, finding.verdict());
    }
}
