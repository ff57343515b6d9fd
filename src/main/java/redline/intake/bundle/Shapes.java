package redline.intake.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.linemerge.LineMerger;

/** Shapes as the scheme asks for them. */
final class Shapes {
    private Shapes() {}

    /** Null where it is none. */
    static Geometry read(String wkt) {
        try {
            return wkt == null || wkt.startsWith("{") ? null : new WKTReader().read(wkt);
        } catch (ParseException | IllegalArgumentException none) {
            return null;
        }
    }

    /** One shape of several: rings inside the first are its holes, all else are parts. */
    static Geometry whole(List<Geometry> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        List<Polygon> shells = new ArrayList<>();
        Map<Polygon, List<LinearRing>> holes = new LinkedHashMap<>();
        for (Geometry part : parts) {
            if (!(part instanceof Polygon ring)) {
                return parts.get(0).getFactory().buildGeometry(parts);
            }
            Polygon around = shells.stream()
                    .filter(shell -> shell.getEnvelopeInternal().covers(ring.getEnvelopeInternal())
                            && shell.covers(ring.getInteriorPoint()))
                    .findFirst()
                    .orElse(null);
            if (around == null) {
                shells.add(ring);
                holes.put(ring, new ArrayList<>());
            } else {
                holes.get(around).add(ring.getExteriorRing());
            }
        }
        GeometryFactory factory = parts.get(0).getFactory();
        List<Polygon> whole = shells.stream()
                .map(shell -> factory.createPolygon(
                        shell.getExteriorRing(), holes.get(shell).toArray(new LinearRing[0])))
                .toList();
        return whole.size() == 1 ? whole.get(0) : factory.createMultiPolygon(whole.toArray(new Polygon[0]));
    }

    /** What a drawing shows as a ring may be meant as a line, by its key: {@code redLine}, {@code line}. */
    static Geometry as(String path, Geometry shape) {
        boolean line = path.endsWith(".redLine") || path.endsWith(".line");
        LineString one = line ? line(shape) : null;
        return one == null ? shape : one;
    }

    /** The one line that the shape is, a ring for an area; null where it is several, or a point. */
    static LineString line(Geometry shape) {
        if (shape instanceof LineString line) {
            return line;
        }
        if (shape instanceof Polygon polygon) {
            return polygon.getExteriorRing();
        }
        if (shape instanceof MultiLineString) {
            LineMerger merger = new LineMerger();
            merger.add(shape);
            return merger.getMergedLineStrings().size() == 1
                    ? (LineString) merger.getMergedLineStrings().iterator().next()
                    : null;
        }
        return null;
    }
}
