package redline.output;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import redline.check.CheckResult;
import redline.finding.Verdict;
import redline.intake.dxf.DxfTags;
import redline.quantity.Language;
import redline.quantity.Unit;
import redline.report.Answer;
import redline.report.CoverSection;
import redline.report.ReportPage;
import redline.report.Words;
import redline.report.Xml;

/**
 * Findings as a drawing to lay over the designer's own, in metres and in the scheme's coordinates: dimension lines, outlines, a balloon with
 * the number of the report, and below the site the list of numbers with limits and clauses. R12, which every CAD opens. What complies, and
 * distances that say nothing, are on layers that are off.
 */
final class FindingsDrawing {
    private static final String LIST = "REDLINE-LIST";
    private static final String FAR = "REDLINE-FAR";
    private static final String STYLE = "REDLINE";
    /** What a text of R12 may hold, in bytes of its code page, less a little. */
    private static final int LONGEST = 240;

    /** Numbers at a place without a measure of its own, as on the plan. */
    private static final int MOST_MARKS = 4;

    private static final double LINE = 1.7;
    private static final double WIDEST = 62;
    private static final Map<Verdict, Integer> COLOURS = new EnumMap<>(
            Map.of(Verdict.VIOLATION, 1, Verdict.UNDETERMINED, 30, Verdict.PASS, 94, Verdict.NOT_APPLICABLE, 8));

    private final CheckResult result;
    private final Words words;
    private final List<FindingLine> lines;
    private final DxfTags out = new DxfTags();
    private final Envelope extent = new Envelope();
    private final Balloons balloons;
    /** Of texts, m. */
    private final double height;

    private FindingsDrawing(CheckResult result, Words words) {
        this.result = result;
        this.words = words;
        this.lines = FindingLine.of(result, words);
        result.record()
                .outlines()
                .forEach(outline -> extent.expandToInclude(outline.geometry().getEnvelopeInternal()));
        lines.forEach(line -> line.place()
                .ifPresent(place -> extent.expandToInclude(place.shape().getEnvelopeInternal())));
        double side = extent.isNull() ? 0 : Math.max(extent.getWidth(), extent.getHeight());
        this.height = Math.min(5, Math.max(0.5, Math.round(side / 200 * 4) / 4.0));
        this.balloons = new Balloons(height);
    }

    static byte[] write(CheckResult result, Language language) {
        FindingsDrawing drawing = new FindingsDrawing(result, Words.of(language));
        drawing.head();
        drawing.out.tag(0, "SECTION").tag(2, "ENTITIES");
        drawing.places();
        drawing.list();
        return drawing.out.tag(0, "ENDSEC").tag(0, "EOF").bytes();
    }

    private static String layer(Verdict verdict) {
        return "REDLINE-" + verdict.name().replace('_', '-');
    }

    private static String layer(FindingLine line) {
        return line.far() ? FAR : layer(line.judged());
    }

    private void head() {
        out.tag(0, "SECTION").tag(2, "HEADER").tag(9, "$ACADVER").tag(1, "AC1009");
        out.tag(9, "$DWGCODEPAGE").tag(3, "ANSI_936").tag(9, "$INSUNITS").tag(70, 6);
        if (!extent.isNull()) {
            out.tag(9, "$EXTMIN").point(10, extent.getMinX(), extent.getMinY());
            out.tag(9, "$EXTMAX").point(10, extent.getMaxX(), extent.getMaxY());
        }
        out.tag(0, "ENDSEC").tag(0, "SECTION").tag(2, "TABLES");
        out.tag(0, "TABLE").tag(2, "LTYPE").tag(70, 2);
        out.tag(0, "LTYPE")
                .tag(2, "CONTINUOUS")
                .tag(70, 0)
                .tag(3, "")
                .tag(72, 65)
                .tag(73, 0)
                .number(40, 0);
        out.tag(0, "LTYPE")
                .tag(2, "DASHED")
                .tag(70, 0)
                .tag(3, "__ __")
                .tag(72, 65)
                .tag(73, 2);
        out.number(40, 3 * height).number(49, 2 * height).number(49, -height).tag(0, "ENDTAB");
        out.tag(0, "TABLE").tag(2, "LAYER").tag(70, 6);
        for (Verdict verdict : Verdict.values()) {
            boolean on = verdict == Verdict.VIOLATION || verdict == Verdict.UNDETERMINED;
            layer(layer(verdict), COLOURS.get(verdict), on, verdict == Verdict.UNDETERMINED);
        }
        layer(FAR, COLOURS.get(Verdict.NOT_APPLICABLE), false, false);
        layer(LIST, 7, true, false);
        out.tag(0, "ENDTAB").tag(0, "TABLE").tag(2, "STYLE").tag(70, 1);
        out.tag(0, "STYLE")
                .tag(2, STYLE)
                .tag(70, 0)
                .number(40, 0)
                .number(41, 0.8)
                .number(50, 0);
        out.tag(71, 0).number(42, height).tag(3, "gbenor.shx").tag(4, "gbcbig.shx");
        out.tag(0, "ENDTAB").tag(0, "ENDSEC");
    }

    /** A colour below 0 switches a layer off. */
    private void layer(String name, int colour, boolean on, boolean dashed) {
        out.tag(0, "LAYER")
                .tag(2, name)
                .tag(70, 0)
                .tag(62, on ? colour : -colour)
                .tag(6, dashed ? "DASHED" : "CONTINUOUS");
    }

    /** What breaks a rule first, so that it stands nearest to its place. */
    private void places() {
        Map<Coordinate, List<FindingLine>> points = new LinkedHashMap<>();
        List<FindingLine> worstFirst = lines.stream()
                .filter(line -> line.place().isPresent() && line.judged() != Verdict.NOT_APPLICABLE)
                .sorted(Comparator.comparing(FindingLine::judged))
                .toList();
        for (FindingLine line : worstFirst) {
            Geometry shape = line.place().orElseThrow().shape();
            if (isDimension(line)) {
                dimension(line, shape.getCoordinates());
            } else {
                if (shape.getDimension() > 0) {
                    outline(line, shape);
                }
                if (line.number() > 0) {
                    points.computeIfAbsent(shape.getInteriorPoint().getCoordinate(), at -> new ArrayList<>())
                            .add(line);
                }
            }
        }
        points.forEach((at, here) -> here.stream()
                .filter(line -> line.judged() == Verdict.VIOLATION)
                .forEach(line -> balloon(line, at, 0, "")));
        points.forEach((at, here) -> open(
                at,
                here.stream()
                        .filter(line -> line.judged() == Verdict.UNDETERMINED)
                        .toList()));
    }

    /** The first numbers of what is open at a place, and how many more there are. */
    private void open(Coordinate place, List<FindingLine> open) {
        if (open.isEmpty()) {
            return;
        }
        String said = open.stream().limit(MOST_MARKS).map(FindingLine::mark).collect(Collectors.joining(" "))
                + (open.size() > MOST_MARKS ? " +" + (open.size() - MOST_MARKS) : "");
        String layer = layer(Verdict.UNDETERMINED);
        double high = height * 0.8;
        double half = high * 0.7;
        Coordinate at = balloons.put(place, -Math.PI / 2, half, width(said) * high);
        if (at.distance(place) > 2 * half) {
            segment(layer, place, at);
        }
        text(layer, new Coordinate(at.x - half / 2, at.y - high / 2), high, said);
    }

    private static boolean isDimension(FindingLine line) {
        Geometry shape = line.place().orElseThrow().shape();
        return shape.getDimension() == 1
                && shape.getNumPoints() == 2
                && Answer.unitOf(line.finding()) != null
                && Answer.unitOf(line.finding()).unit() == Unit.METRE;
    }

    /** A line with slashes at its ends, and what was measured and is asked beside it. */
    private void dimension(FindingLine line, Coordinate[] ends) {
        String layer = layer(line);
        segment(layer, ends[0], ends[1]);
        double along = Math.atan2(ends[1].y - ends[0].y, ends[1].x - ends[0].x);
        double slash = Math.min(height, Math.max(height / 4, ends[0].distance(ends[1]) / 2)) / 2;
        for (Coordinate end : ends) {
            double dx = Math.cos(along + Math.PI / 4) * slash;
            double dy = Math.sin(along + Math.PI / 4) * slash;
            segment(layer, new Coordinate(end.x - dx, end.y - dy), new Coordinate(end.x + dx, end.y + dy));
        }
        Coordinate middle = new Coordinate((ends[0].x + ends[1].x) / 2, (ends[0].y + ends[1].y) / 2);
        String said = said(line);
        if (line.number() > 0) {
            balloon(line, middle, along + Math.PI / 2, said);
        } else {
            text(layer, middle, height * 0.8, said);
        }
    }

    private static String said(FindingLine line) {
        return line.required().isEmpty() ? line.measured() : line.measured() + " (" + line.required() + ")";
    }

    private void outline(FindingLine line, Geometry shape) {
        String layer = layer(line);
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            Geometry part = shape.getGeometryN(i);
            if (part instanceof Polygon polygon) {
                polyline(layer, polygon.getExteriorRing(), true);
                for (int ring = 0; ring < polygon.getNumInteriorRing(); ring++) {
                    polyline(layer, polygon.getInteriorRingN(ring), true);
                }
            } else if (part instanceof LineString run) {
                polyline(layer, run, false);
            } else if (part instanceof Point point) {
                circle(layer, point.getCoordinate(), height / 4);
            } else {
                outline(line, part);
            }
        }
    }

    /** A circle with the number, at the end of a leader where there is no room at the place itself; what is said stands to its right. */
    private void balloon(FindingLine line, Coordinate place, double way, String said) {
        String layer = layer(line);
        String mark = line.mark();
        double radius = balloons.radius(mark);
        double width = said.isEmpty() ? 0 : width(said) * height * 0.8 * 0.8;
        Coordinate at = line.far() ? place : balloons.put(place, way, radius, width);
        circle(layer, at, radius);
        double away = at.distance(place);
        if (away > radius) {
            double part = (away - radius) / away;
            segment(layer, place, new Coordinate(place.x + (at.x - place.x) * part, place.y + (at.y - place.y) * part));
        }
        centred(layer, at, mark);
        if (!said.isEmpty()) {
            text(layer, new Coordinate(at.x + radius + height * 0.3, at.y - height * 0.4), height * 0.8, said);
        }
    }

    /** Numbers with what was found and where it is asked, in columns below the site. */
    private void list() {
        double left = extent.isNull() ? 0 : extent.getMinX();
        double top = extent.isNull() ? 0 : extent.getMinY() - 20 * height;
        for (String row : title()) {
            top = row(LIST, left, top, row);
        }
        top -= height * LINE;
        List<FindingLine> listed =
                lines.stream().filter(line -> line.number() > 0).toList();
        List<List<String>> said = listed.stream().map(line -> said(line, words)).toList();
        int rows = said.stream().mapToInt(List::size).sum();
        int most = (rows + columns(rows) - 1) / columns(rows);
        double y = top;
        int used = 0;
        for (int i = 0; i < listed.size(); i++) {
            if (used >= most) {
                left += WIDEST * height;
                y = top;
                used = 0;
            }
            for (String row : said.get(i)) {
                y = row(layer(listed.get(i).judged()), left, y, row);
                used++;
            }
        }
    }

    /** As many as keep site and list together within the smallest square. */
    private int columns(int rows) {
        double wide = extent.isNull() ? 0 : extent.getWidth();
        double high = extent.isNull() ? 0 : extent.getHeight();
        int best = 1;
        double least = Double.MAX_VALUE;
        for (int columns = 1; columns <= Math.max(1, rows); columns++) {
            double side = Math.max(
                    Math.max(wide, columns * WIDEST * height),
                    high + Math.ceil((double) rows / columns) * LINE * height);
            if (side < least) {
                least = side;
                best = columns;
            }
        }
        return best;
    }

    private List<String> title() {
        ReportPage.Cover cover = new CoverSection(result, words).cover();
        List<String> title = new ArrayList<>();
        title.add(cover.title() + "  " + Xml.allowed(cover.project()));
        title.add(cover.icon() + " " + cover.verdictText() + "  "
                + String.join(
                        "  ",
                        cover.counts().stream()
                                .map(count -> count.icon() + " " + count.label() + " " + count.number())
                                .toList()));
        String crs = result.record().crs();
        title.add(words.get("log.crs") + " " + (crs == null ? words.get("log.no-crs") : crs) + "  "
                + words.get("dxf.unit") + "  Redline " + result.program());
        for (Verdict verdict : Verdict.values()) {
            title.add(layer(verdict) + "  " + words.get("icon." + verdict) + " " + words.of(verdict.title()));
        }
        title.add(FAR + "  " + words.get("dxf.far"));
        return title;
    }

    /** What breaks a rule with limit, margin and clause; what is open in a row. */
    private static List<String> said(FindingLine line, Words words) {
        String head = line.mark() + "  " + line.title() + " · " + line.subject();
        if (line.judged() != Verdict.VIOLATION) {
            return wrapped(line.clause().isEmpty() ? head : head + " · " + line.clause())
                    .subList(0, 1);
        }
        List<String> parts = new ArrayList<>(List.of(said(line), line.marginText(), line.clause()));
        parts.removeIf(String::isBlank);
        List<String> rows = new ArrayList<>(wrapped(head));
        wrapped(String.join(words.get("semicolon"), parts)).forEach(row -> rows.add("    " + row));
        return rows;
    }

    /** Rows that a column has room for. */
    private static List<String> wrapped(String text) {
        List<String> rows = new ArrayList<>();
        StringBuilder row = new StringBuilder();
        double used = 0;
        for (int c : text.codePoints().toArray()) {
            double wide = wide(c);
            if (used + wide > WIDEST * 0.95) {
                rows.add(row.toString());
                row.setLength(0);
                used = 0;
            }
            row.appendCodePoint(c);
            used += wide;
        }
        rows.add(row.toString());
        return rows;
    }

    private double row(String layer, double x, double y, String said) {
        text(layer, new Coordinate(x, y - height), height, said);
        return y - height * LINE;
    }

    /** In heights of a letter. */
    private static double width(String text) {
        return text.codePoints().mapToDouble(FindingsDrawing::wide).sum();
    }

    private static double wide(int c) {
        return c < 0x2E80 ? 0.65 : 1.25;
    }

    private void segment(String layer, Coordinate from, Coordinate to) {
        out.tag(0, "LINE").tag(8, layer).point(10, from.x, from.y).point(11, to.x, to.y);
    }

    private void circle(String layer, Coordinate at, double radius) {
        out.tag(0, "CIRCLE").tag(8, layer).point(10, at.x, at.y).number(40, radius);
    }

    private void polyline(String layer, LineString line, boolean closed) {
        Coordinate[] corners = line.getCoordinates();
        out.tag(0, "POLYLINE").tag(8, layer).tag(66, 1).point(10, 0, 0).tag(70, closed ? 1 : 0);
        for (int i = 0; i < (closed ? corners.length - 1 : corners.length); i++) {
            out.tag(0, "VERTEX").tag(8, layer).point(10, corners[i].x, corners[i].y);
        }
        out.tag(0, "SEQEND").tag(8, layer);
    }

    private void text(String layer, Coordinate at, double high, String said) {
        out.tag(0, "TEXT")
                .tag(8, layer)
                .point(10, at.x, at.y)
                .number(40, high)
                .tag(1, cut(said))
                .tag(7, STYLE);
    }

    private void centred(String layer, Coordinate at, String said) {
        double high = height * 0.8;
        out.tag(0, "TEXT")
                .tag(8, layer)
                .point(10, at.x, at.y)
                .number(40, high)
                .tag(1, cut(said))
                .tag(7, STYLE);
        out.tag(72, 1).point(11, at.x, at.y).tag(73, 2);
    }

    private static String cut(String said) {
        StringBuilder cut = new StringBuilder();
        int used = 0;
        for (int c : said.codePoints().toArray()) {
            String one = DxfTags.literal(Character.toString(c));
            used += one.length() == 1 && one.charAt(0) > 0x7f ? 2 : one.length();
            if (used > LONGEST) {
                return DxfTags.literal(cut + "…");
            }
            cut.appendCodePoint(c);
        }
        return DxfTags.literal(said);
    }
}
