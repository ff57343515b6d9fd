package redline.intake.gis;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import redline.quantity.Text;

/**
 * Well-known binary, ISO and extended (PostGIS), with or without heights and measures, which are dropped. Counts are believed only as far as
 * bytes follow; nesting ends at a fixed depth.
 */
final class WellKnownBinary {
    private static final int DEEPEST = 20;
    private static final GeometryFactory SHAPES = GeoJsonObject.SHAPES;

    private static final List<String> TYPES = List.of(
            "Geometry",
            "Point",
            "LineString",
            "Polygon",
            "MultiPoint",
            "MultiLineString",
            "MultiPolygon",
            "GeometryCollection",
            "CircularString",
            "CompoundCurve",
            "CurvePolygon",
            "MultiCurve",
            "MultiSurface",
            "Curve",
            "Surface",
            "PolyhedralSurface",
            "TIN",
            "Triangle");

    private final ByteBuffer bytes;
    private final Budget budget;
    /** Of the outermost geometry, once it was looked at. */
    private String type = "INVALID";

    WellKnownBinary(ByteBuffer bytes, Budget budget) {
        this.bytes = bytes;
        this.budget = budget;
    }

    String type() {
        return type;
    }

    Geometry read() throws GisFault {
        try {
            return geometry(0);
        } catch (BufferUnderflowException cut) {
            throw new GisFault(
                    new Text("图形数据不完整", "The data of the shape are incomplete"),
                    new Text("请重新导出该图层", "Export this layer again"));
        }
    }

    private Geometry geometry(int depth) throws GisFault {
        byte order = bytes.get();
        if (order < 0 || order > 1 || depth > DEEPEST) {
            throw damaged();
        }
        bytes.order(order == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int code = bytes.getInt();
        int flags = code >>> 29;
        int plain = code & 0x0fffffff;
        if ((flags & 1) != 0) {
            bytes.getInt();
        }
        int extra = plain / 1000;
        int kind = plain % 1000;
        if (extra > 3 || kind >= TYPES.size()) {
            throw damaged();
        }
        int ordinates = 2
                + (extra == 1 || extra == 3 || (flags & 4) != 0 ? 1 : 0)
                + (extra == 2 || extra == 3 || (flags & 2) != 0 ? 1 : 0);
        if (depth == 0) {
            type = TYPES.get(kind);
        }
        return switch (kind) {
            case 1 -> point(ordinates);
            case 2 -> line(ordinates);
            case 3 -> polygon(ordinates);
            case 4 -> SHAPES.createMultiPoint(parts(depth, Point.class).toArray(Point[]::new));
            case 5 ->
                SHAPES.createMultiLineString(parts(depth, LineString.class).toArray(LineString[]::new));
            case 6 -> SHAPES.createMultiPolygon(parts(depth, Polygon.class).toArray(Polygon[]::new));
            case 7 ->
                SHAPES.createGeometryCollection(parts(depth, Geometry.class).toArray(Geometry[]::new));
            default -> throw unsupported(TYPES.get(kind));
        };
    }

    private static GisFault damaged() {
        return new GisFault(
                new Text("图形数据不成立", "The data of the shape make no geometry"),
                new Text("请重新导出该图层", "Export this layer again"));
    }

    private static GisFault unsupported(String type) {
        return new GisFault(
                new Text("图形类型 " + type + "（曲线或曲面）没有读", "The type " + type + " (curves or surfaces) was not read"),
                new Text(
                        "请在 GIS 中转为直线段的点、线、面后重新导出",
                        "Turn it into points, lines or areas with straight edges and export again"));
    }

    private <T extends Geometry> List<T> parts(int depth, Class<T> wanted) throws GisFault {
        int n = count(9);
        List<T> parts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Geometry part = geometry(depth + 1);
            if (!wanted.isInstance(part)) {
                throw damaged();
            }
            parts.add(wanted.cast(part));
        }
        return parts;
    }

    /** @param least bytes that one of them takes */
    private int count(int least) throws GisFault {
        int n = bytes.getInt();
        if (n < 0 || (long) n * least > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        return n;
    }

    /** All coordinates NaN mean an empty point. */
    private Point point(int ordinates) throws GisFault {
        double x = bytes.getDouble();
        double y = bytes.getDouble();
        bytes.position(bytes.position() + skip(ordinates));
        budget.position();
        if (Double.isNaN(x) && Double.isNaN(y)) {
            return SHAPES.createPoint();
        }
        place(x, y);
        return SHAPES.createPoint(new Coordinate(x, y));
    }

    private int skip(int ordinates) {
        int more = 8 * (ordinates - 2);
        if (more > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        return more;
    }

    private static void place(double x, double y) throws GisFault {
        if (!Plane.holds(x, y)) {
            throw new GisFault(
                    new Text("坐标不是数，或大得不成立", "A coordinate is no number, or too large to be one"),
                    new Text("请改正该图形后重新导出", "Correct the shape and export it again"));
        }
    }

    private double[] run(int ordinates) throws GisFault {
        int n = count(8 * ordinates);
        double[] xy = new double[2 * n];
        for (int i = 0; i < n; i++) {
            xy[2 * i] = bytes.getDouble();
            xy[2 * i + 1] = bytes.getDouble();
            bytes.position(bytes.position() + 8 * (ordinates - 2));
            place(xy[2 * i], xy[2 * i + 1]);
            budget.position();
        }
        return xy;
    }

    private LineString line(int ordinates) throws GisFault {
        double[] xy = run(ordinates);
        if (xy.length == 2) {
            throw damaged();
        }
        return SHAPES.createLineString(new PackedCoordinateSequence.Double(xy, 2, 0));
    }

    private Polygon polygon(int ordinates) throws GisFault {
        int n = count(4);
        List<LinearRing> rings = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            rings.add(ring(run(ordinates)));
        }
        return rings.isEmpty()
                ? SHAPES.createPolygon()
                : SHAPES.createPolygon(
                        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    /** Closed where it is not, as the format demands of the writer. */
    static LinearRing ring(double[] xy) throws GisFault {
        int n = xy.length;
        double[] closed = xy;
        if (n > 0 && (xy[0] != xy[n - 2] || xy[1] != xy[n - 1])) {
            closed = Arrays.copyOf(xy, n + 2);
            closed[n] = xy[0];
            closed[n + 1] = xy[1];
        }
        if (closed.length > 0 && closed.length < 8) {
            throw new GisFault(
                    new Text("轮廓不足三个点", "An outline has fewer than three positions"),
                    new Text("补齐或删去该图形", "Complete the shape or delete it"));
        }
        return SHAPES.createLinearRing(new PackedCoordinateSequence.Double(closed, 2, 0));
    }
}
