package redline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import redline.report.SunScene.Body;
import redline.report.SunScene.Part;
import redline.sun.Counting;
import redline.sun.SunPath;

/** A sheet for one picture of the sun: a title above, a legend at the right, and the drawing in what is left. */
final class SunSheet {
    static final int TITLE = 56;
    static final int PANEL = 214;
    private static final int MARGIN = 34;
    private static final int LINE = 18;

    final Words words;
    final int width;
    final int height;
    final LabelSpace space;
    final List<String> shapes = new ArrayList<>();
    final List<Plan.Label> labels = new ArrayList<>();
    private final List<Plan.Label> panelLabels = new ArrayList<>();
    private final List<String> panel = new ArrayList<>();
    private double next = TITLE + 14;
    private String name = "";
    private String marks = "";

    SunSheet(Words words, int width, int height) {
        this.words = words;
        this.width = width;
        this.height = height;
        this.space = new LabelSpace(width - PANEL, height);
        space.take(new Envelope(0, width, 0, TITLE));
        shapes.add("<rect class=\"sheet\" x=\"0\" y=\"0\" width=\"" + width + "\" height=\"" + height
                + "\" fill=\"#ffffff\"/>");
    }

    /** Fits {@code shown} into the part of the sheet that is for the drawing. */
    Frame frame(Envelope shown) {
        double w = Math.max(shown.getWidth(), 1);
        double h = Math.max(shown.getHeight(), 1);
        double scale = Math.min((width - PANEL - 2.0 * MARGIN) / w, (height - TITLE - 2.0 * MARGIN) / h);
        // room for panel and title, in metres, so that the frame keeps the drawing beside and below them
        double spare = (width - PANEL - 2.0 * MARGIN) / scale - w;
        double above = (height - TITLE - 2.0 * MARGIN) / scale - h;
        Envelope whole = new Envelope(
                shown.getMinX() - spare / 2,
                shown.getMaxX() + spare / 2 + PANEL / scale,
                shown.getMinY() - above / 2,
                shown.getMaxY() + above / 2 + TITLE / scale);
        return new Frame(whole, width, height, MARGIN);
    }

    /** What the picture shows, and below it by what it was computed. */
    void title(String title, String below) {
        name = title;
        panelLabels.add(new Plan.Label(title, 16, 20, false, 15, 0, PlanStyle.INK, true, ""));
        panelLabels.add(new Plan.Label(below, 16, 42, false, 11, 0, PlanStyle.QUIET, false, ""));
    }

    /** The day, the place and the rule of counting in one line. */
    String basis(SunPath path, Counting counting) {
        return day(path, counting) + SunText.rule(counting, words);
    }

    /** The same where points of walls are looked from, and no windows. */
    String basisAtPoints(SunPath path, Counting counting) {
        return day(path, counting) + SunText.ruleAtPoints(counting, words);
    }

    private String day(SunPath path, Counting counting) {
        return words.get(
                        "sun.of-day",
                        path.day(),
                        String.format(Locale.ROOT, "%.4f", path.place().latitude()),
                        String.format(Locale.ROOT, "%.4f", path.place().longitude()),
                        SunText.minute(counting.from()),
                        SunText.minute(counting.to()))
                + words.get("semicolon");
    }

    void keyArea(String style, String text) {
        panel.add("<path d=\"M" + x(10) + " " + Frame.n(next - 5) + "h26v10h-26z\" " + style + "/>");
        key(text);
    }

    void keyLine(String style, String text) {
        panel.add("<path d=\"M" + x(8) + " " + Frame.n(next) + "h30\" " + style + "/>");
        key(text);
    }

    /** A hatched area: hatched as {@code rising} says. */
    void keyHatched(String style, String hatch, boolean rising, String text) {
        panel.add("<path d=\"M" + x(10) + " " + Frame.n(next - 5) + "h26v10h-26z\" " + style + "/>");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            lines.append("M").append(x(10 + 8 * i)).append(' ').append(Frame.n(next + (rising ? 5 : -5)));
            lines.append(rising ? "l10 -10" : "l10 10");
        }
        panel.add("<path d=\"" + lines + "\" " + hatch + "/>");
        key(text);
    }

    private void key(String text) {
        panelLabels.add(new Plan.Label(text, width - PANEL + 46.0, next, false, 11, 0, PlanStyle.INK, false, ""));
        next += LINE;
    }

    /** A short line in the panel. */
    void line(String text, boolean strong) {
        panelLabels.add(new Plan.Label(text, width - PANEL + 10.0, next, false, 11, 0, PlanStyle.INK, strong, ""));
        next += 16;
    }

    /** Small print in the panel, broken into lines that fit. */
    void note(String text) {
        next += 4;
        for (String line : lines(text, PANEL - 22, 10)) {
            panelLabels.add(new Plan.Label(line, width - PANEL + 10.0, next, false, 10, 0, PlanStyle.QUIET, false, ""));
            next += 14;
        }
    }

    void gap() {
        next += 8;
    }

    private String x(double offset) {
        return Frame.n(width - PANEL + offset);
    }

    private static List<String> lines(String text, double most, double size) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : pieces(text)) {
            if (!line.isEmpty() && LabelSpace.width(line + piece.stripTrailing(), size) > most) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(piece);
        }
        if (!line.toString().isBlank()) {
            lines.add(line.toString().strip());
        }
        return lines;
    }

    /** What is never broken: words with the space behind them, single wide characters with the stop behind them. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            boolean wide = TextTable.width(Character.toString(c)) == 2;
            boolean stop = ",。;:)、,;:)".indexOf(c) >= 0;
            if (wide && !stop && !piece.isEmpty()) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(c);
            if (c == ' ') {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }

    void body(Body body, Frame frame) {
        for (Part part : body.parts()) {
            Geometry shown = frame.clipped(part.outline());
            if (shown != null) {
                shapes.add("<path class=\"" + (body.added() ? "building" : "neighbour") + "\" data-id=\""
                        + Xml.escape(body.owner()) + "\" fill-rule=\"evenodd\" d=\"" + frame.path(shown) + "\" "
                        + (body.added() ? SunStyle.ADDED_FILL : SunStyle.OTHER_FILL) + "/>");
            }
        }
    }

    /** Smaller where its building is. */
    void bodyName(Body body, Frame frame) {
        body.parts().stream()
                .map(Part::outline)
                .max(java.util.Comparator.comparingDouble(Geometry::getArea))
                .map(frame::clipped)
                .ifPresent(shown -> {
                    String text = words.of(body.name());
                    double wide = shown.getEnvelopeInternal().getWidth() * frame.scale();
                    label(
                            text,
                            frame.onSheet(shown.getInteriorPoint().getCoordinate()),
                            LabelSpace.width(text, 12) < wide ? 12 : 9,
                            PlanStyle.INK,
                            true);
                });
    }

    /** A line of text with its middle here, on a pale ground, where there is room for it. */
    boolean label(String text, Coordinate at, double size, String colour, boolean bold) {
        for (double[] shift : new double[][] {{0, 0}, {0, -size}, {0, size}}) {
            Envelope box = LabelSpace.box(text, size, at.x + shift[0], at.y + shift[1], 0);
            if (space.free(box)) {
                space.take(box);
                shapes.add(Dimensions.halo(text, size, at.x + shift[0], at.y + shift[1], 0));
                labels.add(new Plan.Label(text, at.x + shift[0], at.y + shift[1], true, size, 0, colour, bold, ""));
                return true;
            }
        }
        return false;
    }

    /** Parallel lines within an area, {@code gap} apart along x; {@code rising} to the right or falling. */
    static Geometry hatched(Geometry area, double gap, boolean rising) {
        Envelope box = area.getEnvelopeInternal();
        GeometryFactory factory = area.getFactory();
        List<LineString> lines = new ArrayList<>();
        double foot = rising ? box.getMinY() : box.getMaxY();
        double head = rising ? box.getMaxY() : box.getMinY();
        for (double x = Math.floor((box.getMinX() - box.getHeight()) / gap) * gap; x < box.getMaxX(); x += gap) {
            lines.add(factory.createLineString(
                    new Coordinate[] {new Coordinate(x, foot), new Coordinate(x + box.getHeight(), head)}));
        }
        return OverlayNGRobust.overlay(
                factory.createMultiLineString(lines.toArray(LineString[]::new)), area, OverlayNG.INTERSECTION);
    }

    /** North arrow and scale bar. */
    void furniture(Frame frame, String crs, double convergence) {
        PlanDrawing.Options options = new PlanDrawing.Options(words.language(), width - PANEL, height, false);
        PlanFurniture furniture =
                new PlanFurniture(words, options, null, frame, space, new PlanStyle.Hatches(List.of()));
        marks = frame.marks();
        double x = width - PANEL + 30.0;
        double y = height - 66.0;
        panel.add("<path class=\"north\" d=\"M" + Frame.n(x) + " " + Frame.n(y + 10)
                + "l9 38l-9 -8z\" fill=\"#1f2328\"/><path class=\"north\" d=\"M" + Frame.n(x) + " "
                + Frame.n(y + 10) + "l-9 38l9 -8z\" fill=\"#ffffff\" stroke=\"#1f2328\" stroke-width=\"1\"/>");
        panelLabels.add(new Plan.Label(words.get("plan.north"), x, y, true, 12, 0, PlanStyle.INK, true, ""));
        shapes.add("<rect x=\"8\" y=\"" + Frame.n(height - 48.0)
                + "\" width=\"230\" height=\"46\" fill=\"#ffffff\" fill-opacity=\"0.85\"/>");
        furniture.scaleBar(crs, shapes, labels);
        note(words.get("sun.north-note", String.format(Locale.ROOT, "%+.2f", convergence)));
    }

    Plan plan() {
        List<String> all = new ArrayList<>();
        all.add("<title>" + Xml.escape(name) + "</title>");
        all.addAll(shapes);
        // what the edge of the sheet cuts off ends without a line
        all.add("<path d=\"M1.5 1.5h" + (width - 3) + "v" + (height - 3) + "h-" + (width - 3)
                + "z\" fill=\"none\" stroke=\"#ffffff\" stroke-width=\"3\"/>");
        all.add("<rect x=\"0\" y=\"0\" width=\"" + width + "\" height=\"" + TITLE + "\" fill=\"#ffffff\"/>");
        all.add("<rect class=\"legend\" x=\"" + x(0) + "\" y=\"" + TITLE + "\" width=\"" + PANEL + "\" height=\""
                + (height - TITLE) + "\" fill=\"#ffffff\"/>");
        all.add("<path d=\"M0 " + TITLE + "h" + width + "M" + x(0) + " " + TITLE + "v" + (height - TITLE)
                + "\" fill=\"none\" stroke=\"#d0d7de\" stroke-width=\"0.8\"/>");
        all.addAll(panel);
        List<Plan.Label> allLabels = new ArrayList<>(labels);
        allLabels.addAll(panelLabels);
        return new Plan(width, height, marks, List.copyOf(all), List.copyOf(allLabels));
    }
}
