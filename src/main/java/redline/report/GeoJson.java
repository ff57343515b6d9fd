package redline.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A geometry as GeoJSON geometry, in the coordinates of the scheme's CRS (x east, y north), without a crs member. */
final class GeoJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private GeoJson() {}

    static ObjectNode of(Geometry geometry, int decimals) {
        ObjectNode node = NODES.objectNode().put("type", geometry.getGeometryType());
        if (geometry instanceof LineString) {
            node.put("type", "LineString");
        }
        if (geometry.getGeometryType().equals("GeometryCollection")) {
            ArrayNode parts = node.putArray("geometries");
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                parts.add(of(geometry.getGeometryN(i), decimals));
            }
            return node;
        }
        node.set("coordinates", coordinates(geometry, decimals));
        return node;
    }

    private static ArrayNode coordinates(Geometry geometry, int decimals) {
        if (geometry instanceof GeometryCollection) {
            ArrayNode parts = NODES.arrayNode();
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                parts.add(coordinates(geometry.getGeometryN(i), decimals));
            }
            return parts;
        }
        if (geometry instanceof Polygon polygon) {
            ArrayNode rings = NODES.arrayNode();
            if (!polygon.isEmpty()) {
                rings.add(line(polygon.getExteriorRing().getCoordinates(), decimals));
            }
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                rings.add(line(polygon.getInteriorRingN(i).getCoordinates(), decimals));
            }
            return rings;
        }
        if (geometry instanceof LineString) {
            return line(geometry.getCoordinates(), decimals);
        }
        return geometry.isEmpty() ? NODES.arrayNode() : position(geometry.getCoordinate(), decimals);
    }

    private static ArrayNode line(Coordinate[] coordinates, int decimals) {
        ArrayNode line = NODES.arrayNode();
        for (Coordinate coordinate : coordinates) {
            line.add(position(coordinate, decimals));
        }
        return line;
    }

    private static ArrayNode position(Coordinate coordinate, int decimals) {
        return NODES.arrayNode().add(number(coordinate.x, decimals)).add(number(coordinate.y, decimals));
    }

    private static BigDecimal number(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded;
    }
}
