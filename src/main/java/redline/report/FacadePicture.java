package redline.report;

import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import redline.measure.Sunlight.Facade;
import redline.measure.Sunlight.FacadePiece;
import redline.measure.Sunlight.FacadeRow;
import redline.report.SunScene.Body;
import redline.report.SunScene.Opening;
import redline.sun.Window;

/**
 * Hours of sun on the sampled façades of one building, unrolled side by side: a band for each storey, in it pieces of wall of the same class
 * of hours. Where it is not set how façades are sampled, the sheet says so.
 */
final class FacadePicture {
    private static final double GAP = 18;
    private static final double LEFT = 58;
    private static final double HEAD = 30;
    private static final double FOOT = 44;
    /** Height that the legend needs, px. */
    private static final double LEAST = 330;

    private final SunScene scene;
    private final Body body;
    private final Words words;
    private final int width;
    private final int height;
    private SunSheet sheet;

    private FacadePicture(SunScene scene, Body body, Words words, int width, int height) {
        this.scene = scene;
        this.body = body;
        this.words = words;
        this.width = width;
        this.height = height;
    }

    /** Null where nothing of the building was sampled: the sun never stands before one of its façades. */
    static Plan draw(SunScene scene, Body body, Words words, int width, int height) {
        FacadePicture picture = new FacadePicture(scene, body, words, width, height);
        if (scene.sampling() == null) {
            return picture.unset();
        }
        List<Facade> shown = scene.sampling().facades().stream()
                .filter(facade -> facade.building().equals(body.owner()))
                .toList();
        return shown.isEmpty() ? null : picture.plan(shown);
    }

    private Plan unset() {
        sheet = new SunSheet(words, width, (int) LEAST);
        title();
        sheet.note(words.get("sun.facades-unset"));
        return sheet.plan();
    }

    private void title() {
        sheet.title(
                words.get("sun.facades", words.of(body.name())),
                sheet.basisAtPoints(scene.study().path(), scene.study().counting()));
    }

    private Plan plan(List<Facade> shown) {
        draw(shown);
        return sheet.plan();
    }

    private static double length(Facade facade) {
        return facade.line().getLength();
    }

    private void draw(List<Facade> shown) {
        double length = shown.stream().mapToDouble(FacadePicture::length).sum();
        double bottom = shown.stream()
                .flatMap(face -> face.rows().stream())
                .mapToDouble(row -> row.bottom().doubleValue())
                .min()
                .orElseThrow();
        double top = shown.stream()
                .flatMap(face -> face.rows().stream())
                .mapToDouble(row -> row.top().doubleValue())
                .max()
                .orElseThrow();
        double room = width - SunSheet.PANEL - LEFT - 20 - GAP * (shown.size() - 1);
        double scale = Math.min(room / length, (height - SunSheet.TITLE - HEAD - FOOT) / (top - bottom));
        double needed = SunSheet.TITLE + HEAD + (top - bottom) * scale + FOOT;
        sheet = new SunSheet(words, width, (int) Math.ceil(Math.max(LEAST, needed)));
        title();
        double ground = SunSheet.TITLE + HEAD + (top - bottom) * scale;
        double x = LEFT;
        storeys(shown, bottom, scale, ground);
        for (Facade facade : shown) {
            face(facade, x, bottom, scale, ground);
            x += length(facade) * scale + GAP;
        }
        legend();
        sheet.note(words.get("sun.facades-note", SunText.level(bottom)));
    }

    private void face(Facade face, double x, double bottom, double scale, double ground) {
        double top = face.rows().get(face.rows().size() - 1).top().doubleValue();
        double foot = face.rows().get(0).bottom().doubleValue();
        sheet.shapes.add("<path class=\"wall\" d=\"M" + Frame.n(x) + " " + Frame.n(ground - (top - bottom) * scale)
                + "h"
                + Frame.n(length(face) * scale) + "v" + Frame.n((top - foot) * scale) + "h-"
                + Frame.n(length(face) * scale) + "z\" fill=\"none\" stroke=\"#d0d7de\" stroke-width=\"0.8\"/>");
        for (FacadeRow row : face.rows()) {
            for (int i = 0, next; i < row.pieces().size(); i = next) {
                next = i + 1;
                while (next < row.pieces().size() && follows(row.pieces(), next)) {
                    next++;
                }
                band(row, row.pieces().get(i), row.pieces().get(next - 1), x, bottom, scale, ground);
            }
        }
        double azimuth = Math.toDegrees(Math.atan2(face.nx(), face.ny()))
                + scene.study().path().convergence();
        double middle = x + length(face) * scale / 2;
        String side = SunText.compass(azimuth, words);
        if (LabelSpace.width(side, 11) < length(face) * scale + GAP) {
            sheet.labels.add(new Plan.Label(side, middle, ground + 14, true, 11, 0, PlanStyle.INK, true, ""));
            sheet.labels.add(new Plan.Label(
                    String.format(Locale.ROOT, "%.1f m", length(face)),
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

    /** Pieces of one class together; hatched in grey where hours are not known. */
    private void band(
            FacadeRow row, FacadePiece first, FacadePiece last, double x, double bottom, double scale, double ground) {
        double from = first.from().doubleValue();
        double length = last.to().doubleValue() - from;
        int of = classOf(first);
        double high = row.top().doubleValue() - row.bottom().doubleValue();
        String fill = of < 0 ? "#ffffff\" stroke-dasharray=\"3 3" : SunStyle.fill(of);
        sheet.shapes.add("<path class=\"" + (of < 0 ? "hours-unknown" : "hours-" + of) + "\" data-length=\""
                + SunText.number(Math.round(length * 1000) / 1000.0) + "\" d=\"M"
                + Frame.n(x + from * scale) + " " + Frame.n(ground - (row.top().doubleValue() - bottom) * scale)
                + "h" + Frame.n(length * scale) + "v" + Frame.n(high * scale) + "h-" + Frame.n(length * scale)
                + "z\" fill=\"" + fill + "\" stroke=\"" + (of < 0 ? "#57606a" : "#ffffff")
                + "\" stroke-width=\"0.6\"/>");
    }

    private static int classOf(FacadePiece piece) {
        return piece.after() == null ? -1 : SunStyle.classOf(piece.after().doubleValue());
    }

    /** Whether a piece stands right of the one before it and is of its class. */
    private static boolean follows(List<FacadePiece> pieces, int piece) {
        FacadePiece before = pieces.get(piece - 1);
        FacadePiece here = pieces.get(piece);
        return before.to().compareTo(here.from()) == 0 && classOf(before) == classOf(here);
    }

    /** The window's sill as a bar in the colour that stands against its class, with two small posts. */
    private void mark(Facade face, Opening opening, double x, double bottom, double scale, double ground) {
        Window window = opening.sun().window();
        if (!window.building().equals(body.owner())) {
            return;
        }
        double[] a = onFace(face, window.ax(), window.ay());
        double[] b = onFace(face, window.bx(), window.by());
        boolean onThis = Math.abs(a[1]) < 0.3
                && Math.abs(b[1]) < 0.3
                && Math.min(a[0], b[0]) > -0.05
                && Math.max(a[0], b[0]) < length(face) + 0.05
                && face.rows().stream()
                        .anyMatch(row -> window.sill() >= row.bottom().doubleValue()
                                && window.sill() < row.top().doubleValue());
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
    private static double[] onFace(Facade face, double x, double y) {
        Coordinate left = face.line().getCoordinateN(0);
        Coordinate right = face.line().getCoordinateN(1);
        double ex = (right.x - left.x) / length(face);
        double ey = (right.y - left.y) / length(face);
        double dx = x - left.x;
        double dy = y - left.y;
        return new double[] {dx * ex + dy * ey, dx * face.nx() + dy * face.ny()};
    }

    private void storeys(List<Facade> shown, double bottom, double scale, double ground) {
        FacadeText text = new FacadeText(words);
        shown.stream().flatMap(face -> face.rows().stream()).forEach(row -> {
            double middle = (row.bottom().doubleValue() + row.top().doubleValue()) / 2;
            String name = text.storey(row);
            double y = ground - (middle - bottom) * scale;
            var box = LabelSpace.box(name, 10, LEFT / 2, y, 0);
            if (sheet.space.free(box)) {
                sheet.space.take(box);
                sheet.labels.add(new Plan.Label(name, LEFT / 2, y, true, 10, 0, PlanStyle.QUIET, false, ""));
            }
        });
    }

    private void legend() {
        for (int i = 0; i <= SunStyle.BOUNDS.size(); i++) {
            sheet.keyArea(
                    "fill=\"" + SunStyle.fill(i) + "\" stroke=\"#1f2328\" stroke-width=\"0.5\"", SunStyle.title(i));
        }
        sheet.keyLine("fill=\"none\" stroke=\"#1f2328\" stroke-width=\"1.4\"", words.get("sun.windows"));
        sheet.note(words.get(
                "sun.facades-key",
                SunText.number(scene.sampling().spacing()),
                SunText.number(scene.sampling().sill())));
    }
}
