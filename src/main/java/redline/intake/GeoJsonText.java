package redline.intake;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A GeoJSON geometry object of a scheme file as WKT, its numbers as they were written. */
final class GeoJsonText {
    private GeoJsonText() {}

    /** Null where the object is none. */
    static String wkt(ObjectNode object) {
        String type = object.path("type").asString("");
        JsonNode coordinates = object.get("coordinates");
        if (coordinates == null || !coordinates.isArray() || object.size() != 2) {
            return null;
        }
        int depth = switch (type) {
            case "Point" -> 0;
            case "LineString" -> 1;
            case "Polygon", "MultiLineString" -> 2;
            case "MultiPolygon" -> 3;
            default -> -1;
        };
        if (depth < 0) {
            return null;
        }
        String inside = corners(coordinates, depth);
        return type.toUpperCase(java.util.Locale.ROOT) + " " + (depth == 0 ? "(" + inside + ")" : inside);
    }

    private static String corners(JsonNode node, int depth) {
        List<String> parts = new ArrayList<>();
        for (JsonNode one : node) {
            parts.add(depth == 0 ? one.asString("") : corners(one, depth - 1));
        }
        return depth == 0 ? String.join(" ", parts) : "(" + String.join(", ", parts) + ")";
    }
}
