package redline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import redline.fact.Outline.Kind;
import redline.fact.SchemeRecord;
import redline.finding.Verdict;

/**
 * North arrow, scale bar with the coordinate system, and legend; on paper in a column beside the drawing that ends in a title block, so
 * that they hide nothing.
 */
final class PlanFurniture {
    private static final int LEGEND_WIDTH = 170;
    private static final int LEGEND_LINE = 18;
    private static final int BLOCK_LINE = 34;
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
    private final Sheet sheet;
    private final Frame frame;
    private final LabelSpace space;
    private final PlanStyle.Hatches hatches;

    /** @param sheet null where it is no sheet of paper */
    PlanFurniture(
            Words words,
            PlanDrawing.Options options,
            Sheet sheet,
            Frame frame,
            LabelSpace space,
            PlanStyle.Hatches hatches) {
        this.words = words;
        this.options = options;
        this.sheet = sheet;
        this.frame = frame;
        this.space = space;
        this.hatches = hatches;
    }

    /** Keeps labels away from the corners. */
    void reserve() {
        space.take(new Envelope(0, 240, options.height() - 50.0, options.height()));
        if (sheet != null) {
            return;
        }
        space.take(new Envelope(options.width() - 60.0, options.width(), 0, 80));
        if (options.legend()) {
            int greens = Math.max(0, hatches.kinds().size() - 1);
            space.take(new Envelope(0, LEGEND_WIDTH + 16.0, 0, (14.0 + greens) * LEGEND_LINE));
        }
    }

    void draw(
            Set<Kind> drawn,
            boolean findings,
            boolean earlier,
            SchemeRecord record,
            List<String> shapes,
            List<Plan.Label> labels) {
        scaleBar(record.crs(), shapes, labels);
        if (sheet == null) {
            north(options.width() - 30.0, 24, shapes, labels);
            if (options.legend()) {
                legend(8, 8, LEGEND_WIDTH, lines(drawn, findings, earlier), shapes, labels);
            }
            return;
        }
        double left = options.width() - (double) Sheet.COLUMN;
        shapes.add("<rect class=\"column\" x=\"" + Frame.n(left) + "\" y=\"1\" width=\"" + (Sheet.COLUMN - 1)
                + "\" height=\"" + (options.height() - 2) + "\" fill=\"#ffffff\" stroke=\"none\"/>"
                + "<path d=\"M1 1h" + (options.width() - 2) + "v" + (options.height() - 2) + "h-"
                + (options.width() - 2)
                + "zM" + Frame.n(left) + " 1v" + (options.height() - 2) + "\" fill=\"none\" stroke=\"" + PlanStyle.INK
                + "\" stroke-width=\"1.2\"/>");
        north(left + Sheet.COLUMN / 2.0, 34, shapes, labels);
        legend(left + 12, 96, Sheet.COLUMN - 24, lines(drawn, findings, earlier), shapes, labels);
        block(left, words.get(findings ? "plan.title" : "plan.title-bare"), record, shapes, labels);
    }

    private void north(double x, double y, List<String> shapes, List<Plan.Label> labels) {
        shapes.add("<path class=\"north\" d=\"M" + Frame.n(x) + " " + Frame.n(y)
                + "l9 38l-9 -8z\" fill=\"#1f2328\"/><path class=\"north\" d=\"M" + Frame.n(x) + " " + Frame.n(y)
                + "l-9 38l9 -8z\" fill=\"none\" stroke=\"#1f2328\" stroke-width=\"1\"/>");
        labels.add(new Plan.Label(words.get("plan.north"), x, y - 10, true, 12, 0, PlanStyle.INK, true, ""));
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
    static double step(double atMost) {
        double power = Math.pow(10, Math.floor(Math.log10(atMost)));
        double rest = atMost / power;
        return power * (rest >= 5 ? 5 : rest >= 2 ? 2 : 1);
    }

    /** A line of the legend: how it is drawn, what it says, as what. */
    private record Line(String style, String text, Sample sample, Hatch hatch) {}

    private enum Sample {
        AREA,
        LINE,
        DIMENSION,
        ACCESS
    }

    private List<Line> lines(Set<Kind> drawn, boolean findings, boolean earlier) {
        List<Line> lines = new ArrayList<>();
        for (Verdict verdict : findings ? MARKED : List.<Verdict>of()) {
            lines.add(new Line(
                    PlanStyle.building(verdict),
                    words.get("icon." + verdict) + " " + words.of(verdict.title()),
                    Sample.AREA,
                    null));
        }
        for (Verdict verdict : findings ? MARKED : List.<Verdict>of()) {
            String text = words.get("plan.dimension-of", words.of(verdict.title()));
            lines.add(new Line(verdict.name(), text, Sample.DIMENSION, null));
        }
        if (!findings) {
            lines.add(new Line(PlanStyle.of(Kind.BUILDING), words.get("plan.BUILDING"), Sample.AREA, null));
        }
        for (Kind kind : EXPLAINED) {
            if (!drawn.contains(kind)) {
                continue;
            }
            String style = PlanStyle.of(kind);
            String title = words.get("plan." + kind);
            if (kind == Kind.GREEN) {
                for (String sort : hatches.kinds()) {
                    lines.add(new Line(style, sort.isEmpty() ? title : sort, Sample.AREA, hatches.hatch(sort)));
                }
            } else {
                boolean area = kind == Kind.NEIGHBOUR || kind == Kind.PARKING;
                Sample sample = kind == Kind.ACCESS ? Sample.ACCESS : area ? Sample.AREA : Sample.LINE;
                lines.add(new Line(style, title, sample, null));
            }
        }
        if (earlier) {
            lines.add(new Line(PlanStyle.EARLIER, words.get("plan.EARLIER"), Sample.LINE, null));
        }
        return lines;
    }

    private static void legend(
            double left, double top, double width, List<Line> lines, List<String> shapes, List<Plan.Label> labels) {
        double height = lines.size() * LEGEND_LINE + 10.0;
        shapes.add("<rect class=\"legend\" x=\"" + Frame.n(left) + "\" y=\"" + Frame.n(top) + "\" width=\""
                + Frame.n(width) + "\" height=\"" + Frame.n(height)
                + "\" fill=\"#ffffff\" fill-opacity=\"0.9\" stroke=\"#d0d7de\" stroke-width=\"0.8\"/>");
        double y = top + 14;
        for (Line line : lines) {
            shapes.add(sample(line, left, y));
            labels.add(new Plan.Label(
                    fitting(line.text(), 11, width - 52), left + 44, y, false, 11, 0, PlanStyle.INK, false, ""));
            y += LEGEND_LINE;
        }
    }

    private static String sample(Line line, double left, double y) {
        String x = Frame.n(left + 8);
        return switch (line.sample()) {
            case AREA ->
                "<path d=\"M" + x + " " + Frame.n(y - 5) + "h26v10h-26z\" " + line.style() + "/>"
                        + (line.hatch() == null ? "" : line.hatch().in(left + 8, y - 5, 26, 10));
            case ACCESS ->
                "<path d=\"M" + Frame.n(left + 14) + " " + Frame.n(y + 6) + "h14l-7 -12z\" " + line.style() + "/>";
            case LINE -> "<path d=\"M" + Frame.n(left + 6) + " " + Frame.n(y) + "h30\" " + line.style() + "/>";
            case DIMENSION -> Dimensions.drawn(left + 6, left + 36, y, Verdict.valueOf(line.style()));
        };
    }

    /** Who, what, at which scale, on which paper, in which coordinates, of which input. */
    private void block(double left, String title, SchemeRecord record, List<String> shapes, List<Plan.Label> labels) {
        String name = record.project() == null ? null : record.project().name();
        List<String[]> rows = List.of(
                new String[] {words.get("plan.block-project"), Objects.requireNonNullElse(name, record.name())},
                new String[] {words.get("plan.block-drawing"), title},
                new String[] {words.get("plan.block-scale"), sheet.ratio()},
                new String[] {words.get("plan.block-paper"), sheet.paper().name()},
                new String[] {
                    words.get("plan.block-crs"), Objects.requireNonNullElse(record.crs(), words.get("unknown"))
                },
                new String[] {
                    words.get("plan.block-input"),
                    record.sha256() == null
                            ? words.get("none")
                            : record.sha256().substring(0, 12)
                });
        double top = options.height() - rows.size() * (double) BLOCK_LINE;
        for (String[] row : rows) {
            shapes.add("<path d=\"M" + Frame.n(left) + " " + Frame.n(top) + "h" + Sheet.COLUMN
                    + "\" fill=\"none\" stroke=\"" + PlanStyle.INK + "\" stroke-width=\"0.7\"/>");
            labels.add(new Plan.Label(row[0], left + 10, top + 10, false, 9, 0, PlanStyle.QUIET, false, ""));
            boolean scale = row[1].equals(sheet.ratio());
            labels.add(new Plan.Label(
                    fitting(row[1], scale ? 14 : 12, Sheet.COLUMN - 20.0),
                    left + 10,
                    top + 24,
                    false,
                    scale ? 14 : 12,
                    0,
                    PlanStyle.INK,
                    scale,
                    scale ? " class=\"ratio\"" : ""));
            top += BLOCK_LINE;
        }
    }

    /** As much of a text as the width takes. */
    static String fitting(String text, double size, double width) {
        if (LabelSpace.width(text, size) <= width) {
            return text;
        }
        int[] points = text.codePoints().toArray();
        int kept = points.length;
        while (kept > 0 && LabelSpace.width(new String(points, 0, kept) + "…", size) > width) {
            kept--;
        }
        return new String(points, 0, kept) + "…";
    }
}
