package redline.intake.gis;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import redline.quantity.Text;

/** The records of a .shp (ESRI Shapefile Technical Description, 1998), one after the other; heights, measures and bounding boxes are passed over. */
final class ShapeRecords {
    static final int FILE_CODE = 9994;
    static final int HEADER = 100;

    private static final int MULTIPATCH = 31;

    private final ByteBuffer bytes;
    private final Budget budget;
    private final RingFootprint footprint;
    private final int fileType;
    private boolean cut;

    /** @param bytes the whole file, at least the header */
    ShapeRecords(byte[] bytes, Budget budget, RingFootprint footprint) {
        this.bytes = ByteBuffer.wrap(bytes);
        this.budget = budget;
        this.footprint = footprint;
        this.fileType = this.bytes.order(ByteOrder.LITTLE_ENDIAN).getInt(32);
        this.bytes.position(HEADER);
    }

    /**
     * @param type {@code NULL} for a null shape
     * @param shape null where there is none or it cannot be used
     * @param fault why not, else null
     */
    record Shape(int number, String type, Geometry shape, GisFault fault) {}

    /** Null where a code is not of the format. */
    static String name(int code) {
        return switch (code) {
            case 0 -> "NULL";
            case 1 -> "Point";
            case 3 -> "PolyLine";
            case 5 -> "Polygon";
            case 8 -> "MultiPoint";
            case 11 -> "PointZ";
            case 13 -> "PolyLineZ";
            case 15 -> "PolygonZ";
            case 18 -> "MultiPointZ";
            case 21 -> "PointM";
            case 23 -> "PolyLineM";
            case 25 -> "PolygonM";
            case 28 -> "MultiPointM";
            case MULTIPATCH -> "MultiPatch";
            default -> null;
        };
    }

    String fileType() {
        return name(fileType);
    }

    /** Whether the last record is incomplete; known when {@link #next} gave null. */
    boolean cut() {
        return cut;
    }

    /** Null after the last one. */
    Shape next() {
        if (bytes.remaining() < 12) {
            cut |= bytes.remaining() > 0;
            return null;
        }
        bytes.order(ByteOrder.BIG_ENDIAN);
        int number = bytes.getInt();
        long length = 2L * bytes.getInt();
        if (length < 4 || length > bytes.remaining()) {
            cut = true;
            return null;
        }
        int end = bytes.position() + (int) length;
        ByteBuffer record = bytes.slice(bytes.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(end);
        int code = record.getInt();
        String type = name(code);
        if (type == null) {
            return new Shape(number, "INVALID", null, damaged());
        }
        try {
            return new Shape(number, type, shape(code, record, number), null);
        } catch (GisFault fault) {
            return new Shape(number, type, null, fault);
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException lies) {
            return new Shape(number, type, null, damaged());
        }
    }

    private static GisFault damaged() {
        return new GisFault(
                new Text("图形数据不完整或不成立", "The data of the shape are incomplete or make no shape"),
                new Text("请重新导出 shapefile", "Export the shapefile again"));
    }

    private Geometry shape(int code, ByteBuffer record, int number) throws GisFault {
        return switch (code % 10) {
            case 0 -> null;
            case 1 -> code == MULTIPATCH ? multipatch() : point(record);
            case 3 -> lines(parts(record));
            case 5 -> footprint.of(parts(record), number);
            default -> points(record);
        };
    }

    private static Geometry multipatch() throws GisFault {
        throw new GisFault(
                new Text("三维多面体（MultiPatch）没有读", "A MultiPatch (surfaces in space) was not read"),
                new Text(
                        "请导出底面轮廓（面），或用 CityGML、CityJSON",
                        "Export the footprint as polygons, or use CityGML or CityJSON"));
    }

    private Geometry point(ByteBuffer record) throws GisFault {
        return GeoJsonObject.SHAPES.createPoint(coordinate(record));
    }

    private Coordinate coordinate(ByteBuffer record) throws GisFault {
        double x = record.getDouble();
        double y = record.getDouble();
        budget.position();
        place(x, y);
        return new Coordinate(x, y);
    }

    /** Below −1e38 ESRI means "no value". */
    private static void place(double x, double y) throws GisFault {
        if (!Plane.holds(x, y)) {
            throw new GisFault(
                    new Text("坐标不是数，或大得不成立", "A coordinate is no number, or too large to be one"),
                    new Text("请改正该图形后重新导出", "Correct the shape and export it again"));
        }
    }

    private Geometry points(ByteBuffer record) throws GisFault {
        record.position(record.position() + 32);
        int n = record.getInt();
        if (n < 0 || 16L * n > record.remaining()) {
            throw damaged();
        }
        Point[] points = new Point[n];
        for (int i = 0; i < n; i++) {
            points[i] = GeoJsonObject.SHAPES.createPoint(coordinate(record));
        }
        return GeoJsonObject.SHAPES.createMultiPoint(points);
    }

    /** x, y, x, y … of each part. */
    private List<double[]> parts(ByteBuffer record) throws GisFault {
        record.position(record.position() + 32);
        int parts = record.getInt();
        int points = record.getInt();
        if (parts < 0 || points < 0 || 4L * parts + 16L * points > record.remaining()) {
            throw damaged();
        }
        int[] starts = new int[parts + 1];
        for (int i = 0; i < parts; i++) {
            starts[i] = record.getInt();
        }
        starts[parts] = points;
        List<double[]> all = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            int n = starts[i + 1] - starts[i];
            if (starts[i] < 0 || n < 0 || starts[i + 1] > points || i == 0 && starts[0] != 0) {
                throw damaged();
            }
            double[] xy = new double[2 * n];
            for (int j = 0; j < n; j++) {
                xy[2 * j] = record.getDouble();
                xy[2 * j + 1] = record.getDouble();
                place(xy[2 * j], xy[2 * j + 1]);
                budget.position();
            }
            all.add(xy);
        }
        return all;
    }

    private static Geometry lines(List<double[]> parts) throws GisFault {
        List<LineString> lines = new ArrayList<>();
        for (double[] part : parts) {
            if (part.length == 2) {
                throw damaged();
            }
            lines.add(GeoJsonObject.SHAPES.createLineString(new PackedCoordinateSequence.Double(part, 2, 0)));
        }
        return lines.size() == 1
                ? lines.get(0)
                : GeoJsonObject.SHAPES.createMultiLineString(lines.toArray(LineString[]::new));
    }
}
