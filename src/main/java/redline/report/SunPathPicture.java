package redline.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import redline.report.SunScene.Opening;
import redline.sun.Counting;
import redline.sun.Obstacles;
import redline.sun.Skyline;
import redline.sun.Spans;
import redline.sun.SunPath;
import redline.sun.Window;

/**
 * The sky before one window in stereographic projection: the day's way of the sun with its hours, what hides it from the points of the
 * sill that count, and the stretches in which the window is lit.
 */
final class SunPathPicture {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final double STEP = 1.0 / 15; // hours between two points of the sun's way
    /** How far names of azimuths stand from the horizon. */
    private static final double BESIDE = 0.06;
    /** Parts of the sky (of π in all) so small are not drawn, or have no name. */
    private static final double SPECK = 1e-6;

    private static final double NAMED = 4e-3;

    private final SunScene scene;
    private final Opening opening;
    private final SunSheet sheet;
    private final Words words;
    private final Frame frame;

    private SunPathPicture(SunScene scene, Opening opening, Words words, int width, int height) {
        this.scene = scene;
        this.opening = opening;
        this.words = words;
        this.sheet = new SunSheet(words, width, height);
        double reach = 1 + 2 * BESIDE;
        this.frame = sheet.frame(new Envelope(-reach, reach, -reach, reach));
    }

    static Plan draw(SunScene scene, Opening opening, Words words, int width, int height) {
        return new SunPathPicture(scene, opening, words, width, height).plan();
    }

    private Plan plan() {
        SunPath path = scene.study().path();
        sheet.title(
                words.get("sun.path", words.of(opening.name())),
                sheet.basis(path, scene.study().counting()));
        Polygon sky = disc(1);
        sheet.shapes.add("<path class=\"sky\" d=\"" + frame.path(sky) + "\" fill=\"#fbfdff\" stroke=\"none\"/>");
        Geometry behind = OverlayNGRobust.overlay(behind(), sky, OverlayNG.INTERSECTION);
        wallSide(behind);
        obstacles(sky, OverlayNGRobust.overlay(sky, behind, OverlayNG.DIFFERENCE));
        net();
        way(path);
        legend();
        return sheet.plan();
    }

    /** What lies behind the window's own wall, far beyond the horizon. */
    private Polygon behind() {
        Window window = opening.sun().window();
        double[] turned = direction(window.nx(), window.ny());
        double nx = turned[0];
        double ny = turned[1];
        return SHAPES.createPolygon(new Coordinate[] {
            new Coordinate(3 * ny, -3 * nx),
            new Coordinate(3 * ny - 3 * nx, -3 * nx - 3 * ny),
            new Coordinate(-3 * ny - 3 * nx, 3 * nx - 3 * ny),
            new Coordinate(-3 * ny, 3 * nx),
            new Coordinate(3 * ny, -3 * nx)
        });
    }

    private void wallSide(Geometry area) {
        sheet.shapes.add("<path class=\"wall-side\" d=\"" + frame.path(area) + "\" fill=\"#eef0f2\" stroke=\"none\"/>");
        sheet.shapes.add("<path class=\"wall-side\" d=\"" + frame.path(SunSheet.hatched(area, 9 / frame.scale(), true))
                + "\" " + HATCH + "/>");
    }

    private static final String HATCH = "fill=\"none\" stroke=\"#8c959f\" stroke-width=\"0.7\"";
    private static final String OWN = "fill=\"#d9dee4\" fill-opacity=\"0.6\" stroke=\"#57606a\" stroke-width=\"1\"";
    private static final String OTHER = "fill=\"#b6bfc9\" fill-opacity=\"0.85\" stroke=\"#3d444d\" stroke-width=\"1\"";
    private static final String NEW = "fill=\"#cdb2f5\" fill-opacity=\"0.85\" stroke=\"#6929c4\" stroke-width=\"1.8\"";
    private static final String WAY = "fill=\"none\" stroke=\"#1f2328\" stroke-width=\"1.2\"";
    private static final String LIT =
            "fill=\"none\" stroke=\"#e3a008\" stroke-width=\"8\" stroke-linecap=\"butt\" stroke-linejoin=\"round\"";
    private static final String LOST =
            "fill=\"none\" stroke=\"#a8480c\" stroke-width=\"4\" stroke-dasharray=\"5 4\" stroke-linejoin=\"round\"";

    /** True east and north of a direction along the grid. */
    private double[] direction(double gx, double gy) {
        Coordinate at = Skyline.of(scene.study().path(), new double[] {gx, gy, 0});
        double length = Math.hypot(at.x, at.y);
        return new double[] {at.x / length, at.y / length};
    }

    /** Its own building wherever it is, the others before the wall. */
    private void obstacles(Polygon sky, Geometry before) {
        Obstacles obstacles = scene.study().obstacles();
        Map<Integer, List<Geometry>> hidden = new TreeMap<>();
        for (double[] from : points()) {
            Skyline.of(
                            obstacles,
                            scene.study().path(),
                            from[0],
                            from[1],
                            opening.sun().window().sill())
                    .forEach((owner, area) -> hidden.computeIfAbsent(owner, o -> new ArrayList<>())
                            .add(area));
        }
        Map<String, Geometry> named = new HashMap<>();
        List<String> order = new ArrayList<>();
        hidden.forEach((owner, areas) -> {
            boolean own = rank(obstacles.owners().get(owner)) == 0;
            Geometry area =
                    OverlayNGRobust.overlay(OverlayNGRobust.union(areas), own ? sky : before, OverlayNG.INTERSECTION);
            if (area.getArea() > SPECK) {
                named.put(obstacles.owners().get(owner), area);
                order.add(obstacles.owners().get(owner));
            }
        });
        // those that are added over the others, the own building below all
        order.sort(java.util.Comparator.comparingInt(this::rank));
        for (String owner : order) {
            Geometry area = named.get(owner);
            int rank = rank(owner);
            String style = rank == 0 ? OWN : rank == 1 ? OTHER : NEW;
            sheet.shapes.add("<path class=\"hidden\" data-id=\"" + Xml.escape(owner) + "\" fill-rule=\"evenodd\" d=\""
                    + frame.path(area) + "\" " + style + "/>");
            if (rank == 0) {
                sheet.shapes.add("<path class=\"own\" d=\""
                        + frame.path(SunSheet.hatched(area, 6 / frame.scale(), false)) + "\" " + HATCH + "/>");
            }
        }
        for (String owner : order) {
            if (named.get(owner).getArea() < NAMED) {
                continue;
            }
            Coordinate at = frame.onSheet(named.get(owner).getInteriorPoint().getCoordinate());
            sheet.label(words.of(scene.nameOf(owner)), at, 11, PlanStyle.INK, true);
        }
    }

    private int rank(String owner) {
        return owner.equals(opening.sun().window().building())
                ? 0
                : scene.study().added().contains(owner) ? 2 : 1;
    }

    /** Those of the sill that count. */
    private List<double[]> points() {
        Window window = opening.sun().window();
        double length = Math.hypot(window.nx(), window.ny());
        double dx = window.nx() / length * 1e-4;
        double dy = window.ny() / length * 1e-4;
        return scene.study().counting().fullWindow()
                ? List.of(
                        new double[] {window.ax() + dx, window.ay() + dy},
                        new double[] {window.bx() + dx, window.by() + dy})
                : List.of(new double[] {(window.ax() + window.bx()) / 2 + dx, (window.ay() + window.by()) / 2 + dy});
    }

    /** Circles of altitude and rays of azimuth. */
    private void net() {
        StringBuilder net = new StringBuilder();
        for (int altitude = 10; altitude < 90; altitude += 10) {
            net.append(frame.path(disc(Math.tan(Math.toRadians(90 - altitude) / 2))));
        }
        for (int azimuth = 0; azimuth < 360; azimuth += 10) {
            double from = azimuth % 30 == 0 ? 0 : Math.tan(Math.toRadians(80) / 2);
            Coordinate a = frame.onSheet(polar(from, azimuth));
            Coordinate b = frame.onSheet(polar(1, azimuth));
            net.append("M").append(Frame.n(a.x)).append(' ').append(Frame.n(a.y));
            net.append("L").append(Frame.n(b.x)).append(' ').append(Frame.n(b.y));
        }
        sheet.shapes.add("<path class=\"net\" d=\"" + net
                + "\" fill=\"none\" stroke=\"#57606a\" stroke-opacity=\"0.35\" stroke-width=\"0.6\"/>");
        sheet.shapes.add("<path class=\"horizon\" d=\"" + frame.path(disc(1))
                + "\" fill=\"none\" stroke=\"#1f2328\" stroke-width=\"1.4\"/>");
        for (int azimuth = 0; azimuth < 360; azimuth += 30) {
            boolean main = azimuth % 90 == 0;
            Coordinate at = frame.onSheet(polar(1 + BESIDE, azimuth));
            String text = main ? words.get("sun.azimuth-" + azimuth) + " " + azimuth + "°" : azimuth + "°";
            at.x += Math.sin(Math.toRadians(azimuth)) * LabelSpace.width(text, 11) / 3;
            sheet.space.take(LabelSpace.box(text, 11, at.x, at.y, 0));
            sheet.labels.add(new Plan.Label(text, at.x, at.y, true, 11, 0, PlanStyle.INK, main, ""));
        }
        for (int altitude = 10; altitude < 90; altitude += 20) {
            Coordinate at = frame.onSheet(polar(Math.tan(Math.toRadians(90 - altitude) / 2), 0));
            sheet.label(altitude + "°", at, 9, PlanStyle.QUIET, false);
        }
    }

    private void way(SunPath path) {
        Counting counting = scene.study().counting();
        double from = counting.from();
        double to = counting.to();
        stretch(
                path,
                Spans.of(Math.max(6, from - 1), Math.min(18, to + 1)),
                WAY.replace("1.2", "0.8") + " stroke-dasharray=\"2 3\"",
                "day");
        Spans lost = opening.sun().before().without(opening.sun().after());
        stretch(path, opening.sun().after(), LIT, "lit");
        stretch(path, lost, LOST, "lost");
        stretch(path, Spans.of(from, to), WAY, "counts");
        for (int hour = (int) Math.ceil(from); hour <= to; hour++) {
            Coordinate at = place(path, hour);
            sheet.shapes.add("<circle class=\"hour\" cx=\"" + Frame.n(at.x) + "\" cy=\"" + Frame.n(at.y)
                    + "\" r=\"3\" fill=\"#ffffff\" stroke=\"#1f2328\" stroke-width=\"1.2\"/>");
            // towards the zenith, where nothing else is written
            Coordinate zenith = frame.onSheet(new Coordinate(0, 0));
            double far = at.distance(zenith);
            Coordinate beside =
                    new Coordinate(at.x + (zenith.x - at.x) / far * 17, at.y + (zenith.y - at.y) / far * 17);
            sheet.label(Integer.toString(hour), beside, 11, PlanStyle.INK, true);
        }
    }

    private void stretch(SunPath path, Spans spans, String style, String kind) {
        StringBuilder line = new StringBuilder();
        for (Spans.Span span : spans.list()) {
            char move = 'M';
            int steps = Math.max(1, (int) Math.ceil(span.hours() / STEP));
            for (int i = 0; i <= steps; i++) {
                double hour = span.from() + span.hours() * i / steps;
                if (path.altitude(hour) >= 0) {
                    Coordinate at = place(path, hour);
                    line.append(move).append(Frame.n(at.x)).append(' ').append(Frame.n(at.y));
                    move = 'L';
                }
            }
        }
        if (!line.isEmpty()) {
            sheet.shapes.add("<path class=\"way " + kind + "\" d=\"" + line + "\" " + style + "/>");
        }
    }

    private Coordinate place(SunPath path, double hour) {
        return frame.onSheet(Skyline.of(path, path.direction(hour)));
    }

    private void legend() {
        sheet.keyLine(LIT, words.get("sun.lit"));
        sheet.keyLine(LOST, words.get("sun.lost"));
        sheet.keyLine(WAY, words.get("sun.way"));
        sheet.keyArea(NEW, words.get("sun.hidden-added"));
        sheet.keyArea(OTHER, words.get("sun.hidden-others"));
        sheet.keyHatched(OWN, HATCH, false, words.get("sun.hidden-own"));
        sheet.keyHatched(
                "fill=\"#eef0f2\" stroke=\"#8c959f\" stroke-width=\"0.7\"", HATCH, true, words.get("sun.wall-side"));
        sheet.gap();
        stretches("sun.before", opening.sun().before(), opening.sun().hoursBefore());
        stretches("sun.after", opening.sun().after(), opening.sun().hoursAfter());
        sheet.note(words.get("sun.path-note"));
    }

    private void stretches(String key, Spans spans, double hours) {
        sheet.line(words.get(key) + words.get("colon") + SunText.hours(hours), true);
        spans.list().forEach(span -> sheet.line(SunPath.second(span.from()) + "–" + SunPath.second(span.to()), false));
        sheet.gap();
    }

    private static Polygon disc(double r) {
        Coordinate[] ring = new Coordinate[181];
        for (int i = 0; i < 180; i++) {
            ring[i] = polar(r, 2.0 * i);
        }
        ring[180] = ring[0].copy();
        return SHAPES.createPolygon(ring);
    }

    private static Coordinate polar(double r, double azimuth) {
        double a = Math.toRadians(azimuth);
        return new Coordinate(r * Math.sin(a), r * Math.cos(a));
    }
}
