package redline.intake;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * A geometry as written, before it is checked: parts of runs of corners. POINT: one part, one run, one corner; LINESTRING: one
 * part, one run; POLYGON: one part, shell and holes; MULTI…: several parts.
 */
record Shape(String type, List<List<List<Coordinate>>> parts) {
    /** WKT in a text, or a GeoJSON geometry object. */
    static Shape read(Node node, String kind) throws Malformed {
        if (node instanceof Node.Table geoJson) {
            return GeoJson.read(geoJson);
        }
        if (node instanceof Node.Scalar wkt && wkt.style() == Node.Style.TEXT) {
            return Wkt.read(wkt.text());
        }
        throw Malformed.type(node, kind);
    }

    boolean isEmpty() {
        return parts.stream().allMatch(part -> part.stream().allMatch(List::isEmpty));
    }

    int corners() {
        return parts.stream().flatMap(List::stream).mapToInt(List::size).sum();
    }
}
