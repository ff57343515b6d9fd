package redline.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import redline.report.SunScene.Body;
import redline.report.SunScene.Level;
import redline.report.SunScene.Opening;
import redline.report.SunScene.Part;
import redline.sun.Window;
import redline.sun.WindowSun;

/**
 * Hours of sun on the façades of one building, unrolled side by side: cells a metre wide, a band for each storey at the level of its
 * windows' sills, and metres of height where there are no windows.
 */
final class FacadePicture {
    private static final double CELL = 1;
    /** A band around a level that has no other near it is no higher, m. */
    private static final double TALLEST = 3;

    private static final double GAP = 18;
    private static final double LEFT = 58;
    private static final double HEAD = 30;
    private static final double FOOT = 44;
    /** Height that the legend needs, px. */
    private static final double LEAST = 330;

    private static final double SHORTEST = 0.5;

    private final SunScene scene;
    private final Body body;
    private final Words words;
    private final int width;
    private final int height;
    private SunSheet sheet;
    private final List<Face> faces = new ArrayList<>();

    private FacadePicture(SunScene scene, Body body, Words words, int width, int height) {
        this.scene = scene;
        this.body = body;
        this.words = words;
        this.width = width;
        this.height = height;
    }

    /** Null where the sun never reaches one of its façades. */
    static Plan draw(SunScene scene, Body body, Words words, int width, int height) {
        return new FacadePicture(scene, body, words, width, height).plan();
    }

    /** A straight stretch of wall, from left to right for who looks at it; {@code nx}, {@code ny} outward, of length 1. */
    private record Face(Part part, Coordinate left, Coordinate right, double nx, double ny, List<Cell> cells) {
        double length() {
            return left.distance(right);
        }
    }

    private record Band(double bottom, double top, double sill, String name) {}

    private record Cell(double from, double to, Band band, Window window) {}

    private Plan plan() {
        body.parts().stream().sorted(Comparator.comparingDouble(Part::bottom)).forEach(this::unroll);
        List<Window> windows = faces.stream()
                .flatMap(face -> face.cells().stream())
                .map(Cell::window)
                .toList();
        List<WindowSun> suns = scene.study().of(windows);
        int next = 0;
        List<Face> shown = new ArrayList<>();
        List<List<WindowSun>> lit = new ArrayList<>();
        for (Face face : faces) {
            List<WindowSun> of = suns.subList(next, next + face.cells().size());
            next += face.cells().size();
            if (faced(face)) {
                shown.add(face);
                lit.add(of);
            }
        }
        if (shown.isEmpty()) {
            return null;
        }
        draw(shown, lit);
        return sheet.plan();
    }

    /** Whether the sun stands before the wall at all while it counts. */
    private boolean faced(Face face) {
        double from = scene.study().counting().from();
        double to = scene.study().counting().to();
        return IntStream.rangeClosed(0, 48).anyMatch(i -> {
            double[] sun = scene.study().path().direction(from + (to - from) * i / 48);
            return sun[0] * face.nx() + sun[1] * face.ny() > 0;
        });
    }

    private void unroll(Part part) {
        List<Band> bands = bands(part);
        Coordinate[] ring = part.outline().getExteriorRing().getCoordinates();
        boolean counterClockwise = Orientation.isCCW(ring);
        for (int i = 0; i + 1 < ring.length; i++) {
            Coordinate a = counterClockwise ? ring[i] : ring[ring.length - 1 - i];
            Coordinate b = counterClockwise ? ring[i + 1] : ring[ring.length - 2 - i];
            double length = a.distance(b);
            if (length < SHORTEST) {
                continue;
            }
            // counter-clockwise the inside is to the left, so who looks at the wall sees a at his left
            double nx = (b.y - a.y) / length;
            double ny = -(b.x - a.x) / length;
            List<Cell> cells = cells(part, a, b, nx, ny, bands);
            if (!cells.isEmpty()) {
                faces.add(new Face(part, a, b, nx, ny, cells));
            }
        }
    }

    private List<Cell> cells(Part part, Coordinate a, Coordinate b, double nx, double ny, List<Band> bands) {
        double length = a.distance(b);
        int n = Math.max(1, (int) Math.round(length / CELL));
        List<Cell> cells = new ArrayList<>();
        for (Band band : bands) {
            for (int i = 0; i < n; i++) {
                double from = length * i / n;
                double to = length * (i + 1) / n;
                Coordinate left = along(a, b, from / length);
                Coordinate right = along(a, b, to / length);
                if (!covered(part, along(a, b, (from + to) / 2 / length), nx, ny, band.sill())) {
                    Window window = new Window(
                            body.owner() + "/" + cells.size(),
                            body.owner(),
                            left.x,
                            left.y,
                            right.x,
                            right.y,
                            band.sill(),
                            nx,
                            ny);
                    cells.add(new Cell(from, to, band, window));
                }
            }
        }
        return cells;
    }

    private static Coordinate along(Coordinate a, Coordinate b, double t) {
        return new Coordinate(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y));
    }

    /** Whether another part of the building stands before the wall. */
    private boolean covered(Part part, Coordinate at, double nx, double ny, double z) {
        for (Part other : body.parts()) {
            if (!other.equals(part) && other.bottom() <= z && z < other.top()) {
                Polygon outline = other.outline();
                Point before = outline.getFactory().createPoint(new Coordinate(at.x + 0.01 * nx, at.y + 0.01 * ny));
                if (outline.contains(before)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A band for each level of sills, halfway to the next ones; metres of height where there are none. */
    private List<Band> bands(Part part) {
        List<Level> levels = body.levels().stream()
                .filter(level -> level.sill() > part.bottom() && level.sill() < part.top())
                .toList();
        List<Band> bands = new ArrayList<>();
        double from = part.bottom();
        for (int i = 0; i < levels.size(); i++) {
            double sill = levels.get(i).sill();
            double below = i > 0 ? sill - levels.get(i - 1).sill() : Double.POSITIVE_INFINITY;
            double above = i + 1 < levels.size() ? levels.get(i + 1).sill() - sill : Double.POSITIVE_INFINITY;
            double half = Math.min(Math.min(below, above), TALLEST) / 2;
            double bottom = Math.max(from, sill - half);
            double top = Math.min(part.top(), sill + half);
            metres(from, bottom, bands);
            bands.add(new Band(bottom, top, sill, levels.get(i).name()));
            from = top;
        }
        metres(from, part.top(), bands);
        return bands;
    }

    private static void metres(double from, double to, List<Band> bands) {
        int n = (int) Math.round((to - from) / CELL);
        for (int i = 0; i < n; i++) {
            double bottom = from + (to - from) * i / n;
            double top = from + (to - from) * (i + 1) / n;
            bands.add(new Band(bottom, top, (bottom + top) / 2, ""));
        }
    }

    private void draw(List<Face> shown, List<List<WindowSun>> lit) {
        double length = shown.stream().mapToDouble(Face::length).sum();
        double bottom = shown.stream()
                .flatMap(face -> face.cells().stream())
                .mapToDouble(cell -> cell.band().bottom())
                .min()
                .orElseThrow();
        double top = shown.stream()
                .flatMap(face -> face.cells().stream())
                .mapToDouble(cell -> cell.band().top())
                .max()
                .orElseThrow();
        double room = width - SunSheet.PANEL - LEFT - 20 - GAP * (shown.size() - 1);
        double scale = Math.min(room / length, (height - SunSheet.TITLE - HEAD - FOOT) / (top - bottom));
        double needed = SunSheet.TITLE + HEAD + (top - bottom) * scale + FOOT;
        sheet = new SunSheet(words, width, (int) Math.ceil(Math.max(LEAST, needed)));
        sheet.title(
                words.get("sun.facades", words.of(body.name())),
                sheet.basis(scene.study().path(), scene.study().counting()));
        double ground = SunSheet.TITLE + HEAD + (top - bottom) * scale;
        double x = LEFT;
        storeys(shown, bottom, scale, ground);
        for (int i = 0; i < shown.size(); i++) {
            face(shown.get(i), lit.get(i), x, bottom, scale, ground);
            x += shown.get(i).length() * scale + GAP;
        }
        legend();
        sheet.note(words.get("sun.facades-note", SunText.level(bottom)));
    }

    private void face(Face face, List<WindowSun> lit, double x, double bottom, double scale, double ground) {
        for (int i = 0, next; i < lit.size(); i = next) {
            int of = SunStyle.classOf(lit.get(i).hoursAfter());
            next = i + 1;
            while (next < lit.size() && of == SunStyle.classOf(lit.get(next).hoursAfter()) && follows(face, next)) {
                next++;
            }
            Cell first = face.cells().get(i);
            double w = (face.cells().get(next - 1).to() - first.from()) * scale;
            double h = (first.band().top() - first.band().bottom()) * scale;
            sheet.shapes.add("<path class=\"hours-" + of + "\" data-cells=\"" + (next - i) + "\" d=\"M"
                    + Frame.n(x + first.from() * scale) + " "
                    + Frame.n(ground - (first.band().top() - bottom) * scale)
                    + "h" + Frame.n(w) + "v" + Frame.n(h) + "h-" + Frame.n(w) + "z\" fill=\"" + SunStyle.fill(of)
                    + "\" stroke=\"#ffffff\" stroke-width=\"0.6\"/>");
        }
        double azimuth = Math.toDegrees(Math.atan2(face.nx(), face.ny()))
                + scene.study().path().convergence();
        double middle = x + face.length() * scale / 2;
        String side = SunText.compass(azimuth, words);
        if (LabelSpace.width(side, 11) < face.length() * scale + GAP) {
            sheet.labels.add(new Plan.Label(side, middle, ground + 14, true, 11, 0, PlanStyle.INK, true, ""));
            sheet.labels.add(new Plan.Label(
                    String.format(Locale.ROOT, "%.1f m", face.length()),
                    middle,
                    ground + 28,
                    true,
                    10,
                    0,
                    PlanStyle.QUIET,
                    false,
                    ""));
        }
        for (Opening opening : scene.openings()) {
            mark(face, opening, x, bottom, scale, ground);
        }
    }

    /** Whether a cell stands right of the one before it. */
    private static boolean follows(Face face, int cell) {
        Cell before = face.cells().get(cell - 1);
        Cell here = face.cells().get(cell);
        return before.band().equals(here.band()) && before.to() == here.from();
    }

    /** The window's sill as a bar in the colour that stands against its class, with two small posts. */
    private void mark(Face face, Opening opening, double x, double bottom, double scale, double ground) {
        Window window = opening.sun().window();
        if (!window.building().equals(body.owner())) {
            return;
        }
        double[] a = onFace(face, window.ax(), window.ay());
        double[] b = onFace(face, window.bx(), window.by());
        boolean onThis = Math.abs(a[1]) < 0.3
                && Math.abs(b[1]) < 0.3
                && Math.min(a[0], b[0]) > -0.05
                && Math.max(a[0], b[0]) < face.length() + 0.05
                && window.sill() >= face.part().bottom()
                && window.sill() < face.part().top();
        if (!onThis) {
            return;
        }
        int of = SunStyle.classOf(opening.sun().hoursAfter());
        double left = x + Math.min(a[0], b[0]) * scale;
        double wide = Math.abs(a[0] - b[0]) * scale;
        double y = ground - (window.sill() - bottom) * scale;
        double high = Math.max(4, 1.2 * scale);
        sheet.shapes.add(
                "<path class=\"window\" data-id=\"" + Xml.escape(window.id()) + "\" d=\"M" + Frame.n(left) + " "
                        + Frame.n(y - high) + "v" + Frame.n(high) + "h" + Frame.n(wide) + "v-" + Frame.n(high)
                        + "\" fill=\"none\" stroke=\"" + SunStyle.ink(of) + "\" stroke-width=\"1.4\"/>");
    }

    /** Along the wall from its left end, and out from it. */
    private static double[] onFace(Face face, double x, double y) {
        double ex = (face.right().x - face.left().x) / face.length();
        double ey = (face.right().y - face.left().y) / face.length();
        double dx = x - face.left().x;
        double dy = y - face.left().y;
        return new double[] {dx * ex + dy * ey, dx * face.nx() + dy * face.ny()};
    }

    private void storeys(List<Face> shown, double bottom, double scale, double ground) {
        shown.stream()
                .flatMap(face -> face.cells().stream())
                .map(Cell::band)
                .filter(band -> !band.name().isEmpty())
                .distinct()
                .forEach(band -> {
                    double y = ground - ((band.bottom() + band.top()) / 2 - bottom) * scale;
                    var box = LabelSpace.box(band.name(), 10, LEFT / 2, y, 0);
                    if (sheet.space.free(box)) {
                        sheet.space.take(box);
                        sheet.labels.add(
                                new Plan.Label(band.name(), LEFT / 2, y, true, 10, 0, PlanStyle.QUIET, false, ""));
                    }
                });
    }

    private void legend() {
        for (int i = 0; i <= SunStyle.BOUNDS.size(); i++) {
            sheet.keyArea(
                    "fill=\"" + SunStyle.fill(i) + "\" stroke=\"#1f2328\" stroke-width=\"0.5\"", SunStyle.title(i));
        }
        sheet.keyLine("fill=\"none\" stroke=\"#1f2328\" stroke-width=\"1.4\"", words.get("sun.windows"));
        sheet.note(words.get("sun.facades-key"));
    }
}
