package redline.intake.gis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;
import redline.quantity.Text;

/** A GeoJSON object as its keys came, and the shape that they make. */
final class GeoJsonObject {
    /** Packed: a file of 50 MB holds millions of positions. */
    static final GeometryFactory SHAPES = new GeometryFactory(PackedCoordinateSequenceFactory.DOUBLE_FACTORY);

    static final List<String> GEOMETRIES = List.of(
            "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection");

    String type;
    Positions positions;
    List<GeoJsonObject> geometries;
    GeoJsonObject geometry;
    SortedMap<String, String> properties;
    String id;
    /** Found while reading; the first one counts. */
    GisFault fault;
    /** Whether a ring had to be closed to make a shape. */
    boolean closedRing;

    boolean isGeometry() {
        return type != null && GEOMETRIES.contains(type) && (positions != null || geometries != null || fault != null);
    }

    /** The type as written, of a feature that of its geometry; {@code NULL} where it has none. */
    String shapeType() {
        GeoJsonObject shape = type != null && type.equals("Feature") ? geometry : this;
        return shape == null ? "NULL" : shape.type == null ? "?" : shape.type;
    }

    /** Null for a feature without a geometry. */
    Geometry shape() throws GisFault {
        if ("Feature".equals(type)) {
            if (geometry == null) {
                return null;
            }
            Geometry shape = geometry.shape();
            closedRing = geometry.closedRing;
            return shape;
        }
        if (fault != null) {
            throw fault;
        }
        if (type == null || !GEOMETRIES.contains(type)) {
            throw new GisFault(
                    new Text("图形类型“" + type + "”不是 GeoJSON 的类型", "\"" + type + "\" is not a type of GeoJSON"),
                    new Text("请用 " + String.join("、", GEOMETRIES), "Use one of " + String.join(", ", GEOMETRIES)));
        }
        if (type.equals("GeometryCollection")) {
            return collection();
        }
        if (positions == null) {
            throw Positions.malformed();
        }
        return of(type, positions);
    }

    private Geometry collection() throws GisFault {
        List<Geometry> parts = new ArrayList<>();
        for (GeoJsonObject part : geometries == null ? List.<GeoJsonObject>of() : geometries) {
            parts.add(part.shape());
            closedRing |= part.closedRing;
        }
        return SHAPES.createGeometryCollection(parts.toArray(Geometry[]::new));
    }

    private Geometry of(String type, Positions from) throws GisFault {
        return switch (type) {
            case "Point" -> point(from);
            case "LineString" -> line(from);
            case "Polygon" -> polygon(from);
            case "MultiPoint" -> SHAPES.createMultiPoint(points(from));
            case "MultiLineString" ->
                SHAPES.createMultiLineString(each(from, this::line).toArray(LineString[]::new));
            default -> SHAPES.createMultiPolygon(each(from, this::polygon).toArray(Polygon[]::new));
        };
    }

    private interface Maker<T> {
        T make(Positions from) throws GisFault;
    }

    private static <T> List<T> each(Positions from, Maker<T> maker) throws GisFault {
        if (!(from instanceof Positions.Nest nest)) {
            throw Positions.malformed();
        }
        List<T> made = new ArrayList<>(nest.parts().size());
        for (Positions part : nest.parts()) {
            made.add(maker.make(part));
        }
        return made;
    }

    private static boolean none(Positions from) {
        return from instanceof Positions.Nest nest && nest.parts().isEmpty();
    }

    private static Point point(Positions from) throws GisFault {
        if (none(from)) {
            return SHAPES.createPoint();
        }
        if (from instanceof Positions.One one) {
            return SHAPES.createPoint(new Coordinate(one.x(), one.y()));
        }
        throw Positions.malformed();
    }

    private static Point[] points(Positions from) throws GisFault {
        if (none(from)) {
            return new Point[0];
        }
        Positions.Run run = run(from);
        Point[] points = new Point[run.size()];
        for (int i = 0; i < points.length; i++) {
            points[i] = SHAPES.createPoint(new Coordinate(run.xy()[2 * i], run.xy()[2 * i + 1]));
        }
        return points;
    }

    private static Positions.Run run(Positions from) throws GisFault {
        if (from instanceof Positions.Run run) {
            return run;
        }
        throw Positions.malformed();
    }

    private LineString line(Positions from) throws GisFault {
        if (none(from)) {
            return SHAPES.createLineString();
        }
        Positions.Run run = run(from);
        if (run.size() < 2) {
            throw few("线只有一个点", "A line has a single position");
        }
        return SHAPES.createLineString(run.sequence());
    }

    private Polygon polygon(Positions from) throws GisFault {
        List<LinearRing> rings = each(from, this::ring);
        return rings.isEmpty()
                ? SHAPES.createPolygon()
                : SHAPES.createPolygon(
                        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private LinearRing ring(Positions from) throws GisFault {
        if (none(from)) {
            return SHAPES.createLinearRing();
        }
        double[] xy = run(from).xy();
        int n = xy.length;
        if (xy[0] != xy[n - 2] || xy[1] != xy[n - 1]) {
            closedRing = true;
            xy = Arrays.copyOf(xy, n + 2);
            xy[n] = xy[0];
            xy[n + 1] = xy[1];
        }
        if (xy.length < 8) {
            throw few("轮廓不足三个点", "An outline has fewer than three positions");
        }
        return SHAPES.createLinearRing(new Positions.Run(xy).sequence());
    }

    private static GisFault few(String zh, String en) {
        return new GisFault(new Text(zh, en), new Text("补齐或删去该图形", "Complete the shape or delete it"));
    }
}
