package redline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import redline.fact.Outline.Kind;
import redline.finding.Verdict;

/** North arrow, scale bar with the coordinate system, and legend. */
final class PlanFurniture {
    private static final int LEGEND_WIDTH = 170;
    private static final int LEGEND_LINE = 18;
    private static final List<Verdict> MARKED = List.of(Verdict.VIOLATION, Verdict.UNDETERMINED, Verdict.PASS);
    private static final List<Kind> EXPLAINED = List.of(
            Kind.PARCEL,
            Kind.ZONE,
            Kind.ROAD,
            Kind.CONTROL_LINE,
            Kind.BASEMENT,
            Kind.NEIGHBOUR,
            Kind.GREEN,
            Kind.PARKING,
            Kind.ACCESS);

    private final Words words;
    private final PlanDrawing.Options options;
    private final Frame frame;
    private final LabelSpace space;

    PlanFurniture(Words words, PlanDrawing.Options options, Frame frame, LabelSpace space) {
        this.words = words;
        this.options = options;
        this.frame = frame;
        this.space = space;
    }

    /** Keeps labels away from the corners. */
    void reserve() {
        space.take(new Envelope(options.width() - 60.0, options.width(), 0, 80));
        space.take(new Envelope(0, 240, options.height() - 50.0, options.height()));
        if (options.legend()) {
            space.take(new Envelope(0, LEGEND_WIDTH + 16.0, 0, 14.0 * LEGEND_LINE));
        }
    }

    void draw(Set<Kind> drawn, boolean earlier, String crs, List<String> shapes, List<Plan.Label> labels) {
        north(shapes, labels);
        scaleBar(crs, shapes, labels);
        if (options.legend()) {
            legend(drawn, earlier, shapes, labels);
        }
    }

    private void north(List<String> shapes, List<Plan.Label> labels) {
        double x = options.width() - 30.0;
        shapes.add("<path class=\"north\" d=\"M" + Frame.n(x)
                + " 24l9 38l-9 -8z\" fill=\"#1f2328\"/><path class=\"north\" d=\"M" + Frame.n(x)
                + " 24l-9 38l9 -8z\" fill=\"none\" stroke=\"#1f2328\" stroke-width=\"1\"/>");
        labels.add(new Plan.Label(words.get("plan.north"), x, 14, true, 12, 0, PlanStyle.INK, true, ""));
    }

    void scaleBar(String crs, List<String> shapes, List<Plan.Label> labels) {
        double metres = step(140 / frame.scale());
        double half = metres * frame.scale() / 2;
        double x = 20;
        double y = options.height() - 22.0;
        shapes.add("<path class=\"scale\" d=\"M" + Frame.n(x) + " " + Frame.n(y) + "h" + Frame.n(half) + "v6h-"
                + Frame.n(half)
                + "z\" fill=\"#1f2328\" stroke=\"#1f2328\" stroke-width=\"0.8\"/><path class=\"scale\" d=\"M"
                + Frame.n(x + half) + " " + Frame.n(y) + "h" + Frame.n(half) + "v6h-" + Frame.n(half)
                + "z\" fill=\"#ffffff\" stroke=\"#1f2328\" stroke-width=\"0.8\"/>");
        labels.add(new Plan.Label("0", x, y - 8, true, 10, 0, PlanStyle.INK, false, ""));
        labels.add(new Plan.Label(Frame.n(metres / 2), x + half, y - 8, true, 10, 0, PlanStyle.INK, false, ""));
        labels.add(new Plan.Label(Frame.n(metres) + " m", x + 2 * half, y - 8, true, 10, 0, PlanStyle.INK, false, ""));
        if (crs != null) {
            labels.add(new Plan.Label(words.get("plan.crs", crs), x, y + 15, false, 9, 0, PlanStyle.QUIET, false, ""));
        }
    }

    /** 1, 2 or 5 times a power of ten, not longer than {@code atMost} metres. */
    private static double step(double atMost) {
        double power = Math.pow(10, Math.floor(Math.log10(atMost)));
        double rest = atMost / power;
        return power * (rest >= 5 ? 5 : rest >= 2 ? 2 : 1);
    }

    private void legend(Set<Kind> drawn, boolean earlier, List<String> shapes, List<Plan.Label> labels) {
        List<String[]> lines = new ArrayList<>();
        for (Verdict verdict : MARKED) {
            lines.add(new String[] {
                PlanStyle.building(verdict), words.get("icon." + verdict) + " " + words.of(verdict.title()), "area"
            });
        }
        lines.add(new String[] {PlanStyle.line(Verdict.VIOLATION), words.get("plan.dimension"), "line"});
        for (Kind kind : EXPLAINED) {
            if (drawn.contains(kind)) {
                boolean area = kind == Kind.NEIGHBOUR || kind == Kind.GREEN || kind == Kind.PARKING;
                lines.add(new String[] {
                    PlanStyle.of(kind),
                    words.get("plan." + kind),
                    kind == Kind.ACCESS ? "access" : area ? "area" : "line"
                });
            }
        }
        if (earlier) {
            lines.add(new String[] {PlanStyle.EARLIER, words.get("plan.EARLIER"), "line"});
        }
        double height = lines.size() * LEGEND_LINE + 10.0;
        shapes.add("<rect class=\"legend\" x=\"8\" y=\"8\" width=\"" + LEGEND_WIDTH + "\" height=\"" + Frame.n(height)
                + "\" fill=\"#ffffff\" fill-opacity=\"0.9\" stroke=\"#d0d7de\" stroke-width=\"0.8\"/>");
        double y = 22;
        for (String[] line : lines) {
            String path = switch (line[2]) {
                case "area" -> "M16 " + Frame.n(y - 5) + "h26v10h-26z";
                case "access" -> "M22 " + Frame.n(y + 6) + "h14l-7 -12z";
                default -> "M14 " + Frame.n(y) + "h30";
            };
            shapes.add("<path d=\"" + path + "\" " + line[0] + "/>");
            labels.add(new Plan.Label(line[1], 52, y, false, 11, 0, PlanStyle.INK, false, ""));
            y += LEGEND_LINE;
        }
    }
}
