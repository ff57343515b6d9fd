package redline.screen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import redline.intake.Source;
import redline.report.Xml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a draft of a scheme holds, drawn small and without any verdict: also of a draft that cannot be judged yet, which is when it is
 * looked at most. What no layer was understood as, terrain above all, is not in a draft and so not in its sketch.
 *
 * @param west m, of the left edge of the drawing
 * @param north m, of its upper edge
 * @param scale m a unit of the drawing
 */
public record PlanSketch(String svg, double west, double north, double scale) {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 480;
    private static final int MARGIN = 24;
    private static final int MOST_SHAPES = 5_000;
    private static final int MOST_NAMES = 60;

    /** Lists of the scheme, back to front, with their class in the style sheet. */
    private static final List<Map.Entry<String, String>> LISTS = List.of(
            Map.entry("greens", "green"),
            Map.entry("roads", "road"),
            Map.entry("controlLines", "control"),
            Map.entry("parcels", "parcel"),
            Map.entry("buildings", "building"),
            Map.entry("accesses", "access"));

    private record Shape(String kind, String name, Geometry geometry) {}

    /** Null where nothing is drawn. */
    static PlanSketch of(Source scheme) {
        JsonNode root = new JsonMapper().readTree(scheme.bytes());
        List<Shape> shapes = new ArrayList<>();
        for (Map.Entry<String, String> list : LISTS) {
            for (JsonNode element : root.path(list.getKey())) {
                gather(element, list.getValue(), element.path("id").asString(""), shapes);
            }
        }
        Envelope reach = new Envelope();
        shapes.stream()
                .filter(shape -> shape.kind().equals("parcel") || shape.kind().equals("building"))
                .forEach(shape -> reach.expandToInclude(shape.geometry().getEnvelopeInternal()));
        if (reach.isNull()) {
            shapes.forEach(shape -> reach.expandToInclude(shape.geometry().getEnvelopeInternal()));
        }
        return reach.isNull() ? null : drawn(shapes, reach);
    }

    /** Every shape of an element, also of the parts that it has. */
    private static void gather(JsonNode node, String kind, String name, List<Shape> shapes) {
        String standing = node.path("standing").asString("");
        String of = standing.isEmpty() || standing.equals("PROPOSED") ? kind : "neighbour";
        for (JsonNode value : node) {
            if (shapes.size() >= MOST_SHAPES) {
                return;
            }
            if (value.isContainer()) {
                gather(value, of, name, shapes);
            } else if (value.isString()) {
                Geometry geometry = geometry(value.asString());
                if (geometry != null) {
                    shapes.add(new Shape(of, name, geometry));
                }
            }
        }
    }

    private static Geometry geometry(String text) {
        if (!text.matches("(?s)\\s*(MULTI)?(POLYGON|LINESTRING|POINT)\\b.*")) {
            return null;
        }
        try {
            Geometry geometry = new WKTReader().read(text);
            return geometry.isEmpty() ? null : geometry;
        } catch (ParseException | IllegalArgumentException toldAsComplaint) {
            return null;
        }
    }

    private static PlanSketch drawn(List<Shape> shapes, Envelope reach) {
        double scale = Math.max(
                Math.max(reach.getWidth() / (WIDTH - 2 * MARGIN), reach.getHeight() / (HEIGHT - 2 * MARGIN)), 1e-3);
        double west = reach.centre().x - scale * WIDTH / 2;
        double north = reach.centre().y + scale * HEIGHT / 2;
        StringBuilder svg = new StringBuilder();
        List<Shape> named = new ArrayList<>();
        for (Shape shape : shapes) {
            Geometry sheet = onSheet(shape.geometry(), west, north, scale);
            svg.append("<path class=\"")
                    .append(shape.kind())
                    .append("\" d=\"")
                    .append(path(sheet))
                    .append("\"/>\n");
            if (shape.kind().equals("building") || shape.kind().equals("neighbour")) {
                named.add(new Shape(shape.kind(), shape.name(), sheet));
            }
        }
        named.sort(Comparator.comparing(
                        (Shape shape) -> shape.geometry().getEnvelopeInternal().getArea())
                .reversed());
        named.stream()
                .filter(shape -> !shape.name().isEmpty())
                .limit(MOST_NAMES)
                .forEach(shape -> name(shape, svg));
        String open =
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"sketch-title\" viewBox=\"0 0 "
                        + WIDTH + " " + HEIGHT + "\">\n";
        return new PlanSketch(open + svg + "</svg>\n", west, north, scale);
    }

    private static Geometry onSheet(Geometry geometry, double west, double north, double scale) {
        Geometry sheet = geometry.copy();
        sheet.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence corners, int i) {
                corners.setOrdinate(i, 0, (corners.getX(i) - west) / scale);
                corners.setOrdinate(i, 1, (north - corners.getY(i)) / scale);
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return sheet.getNumPoints() > 100 ? DouglasPeuckerSimplifier.simplify(sheet, 0.3) : sheet;
    }

    private static String path(Geometry geometry) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (part instanceof Point point) {
                path.append("M").append(number(point.getX() - 4)).append(' ').append(number(point.getY() + 4));
                path.append("h8l-4 -8z");
            } else if (part instanceof LineString line) {
                ring(line, path);
            } else if (part instanceof Polygon polygon && !polygon.isEmpty()) {
                ring(polygon.getExteriorRing(), path);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    ring(polygon.getInteriorRingN(hole), path);
                }
            }
        }
        return path.toString();
    }

    private static void ring(LineString line, StringBuilder path) {
        char move = 'M';
        for (Coordinate corner : line.getCoordinates()) {
            path.append(move).append(number(corner.x)).append(' ').append(number(corner.y));
            move = 'L';
        }
        if (line.isClosed()) {
            path.append('z');
        }
    }

    private static void name(Shape shape, StringBuilder svg) {
        Coordinate at = shape.geometry().getEnvelopeInternal().centre();
        svg.append("<text x=\"")
                .append(number(at.x))
                .append("\" y=\"")
                .append(number(at.y + 4))
                .append("\">")
                .append(Xml.escape(shape.name()))
                .append("</text>\n");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
