package redline.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import redline.quantity.Text;

/** Checked geometry from a {@link Shape}: closed, simple, with an area, within its CRS. */
final class Outlines {
    /** m²; what is smaller is a line that was drawn back onto itself. */
    private static final double LEAST_AREA = 1e-6;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private Outlines() {}

    /** {@code types}: the accepted types, upper case. {@code crs} may be null, when it is missing or wrong. */
    static Geometry of(Shape shape, List<String> types, CoordinateSystem crs) throws Malformed {
        if (shape.isEmpty()) {
            throw new Malformed(
                    new Text("几何是空的", "The geometry is empty"),
                    new Text("请给出坐标;没有图形就删去此项", "Give coordinates, or leave the key out"));
        }
        if (!types.contains(shape.type())) {
            String asked = String.join(" / ", types);
            throw new Malformed(
                    new Text(
                            "几何类型是 " + shape.type() + ",此处应为 " + asked,
                            "The geometry is a " + shape.type() + "; " + asked + " is asked for"),
                    new Text("请改为 " + asked, "Write " + asked));
        }
        if (shape.corners() > Limits.CORNERS) {
            throw Limits.tooManyCorners();
        }
        for (List<List<Coordinate>> part : shape.parts()) {
            for (List<Coordinate> run : part) {
                for (Coordinate corner : run) {
                    located(corner, crs);
                }
            }
        }
        List<Geometry> parts = new ArrayList<>();
        for (List<List<Coordinate>> part : shape.parts()) {
            parts.add(
                    shape.type().endsWith("POLYGON")
                            ? polygon(part)
                            : shape.type().endsWith("POINT")
                                    ? FACTORY.createPoint(part.get(0).get(0))
                                    : line(part.get(0)));
        }
        return shape.type().startsWith("MULTI") ? FACTORY.buildGeometry(parts) : parts.get(0);
    }

    private static void located(Coordinate corner, CoordinateSystem crs) throws Malformed {
        if (!Double.isFinite(corner.x) || !Double.isFinite(corner.y)) {
            throw new Malformed(
                    new Text("坐标不是有限的数", "A coordinate is not a finite number"),
                    new Text("请写实际坐标", "Write the coordinate"));
        }
        if (crs == null ? Math.abs(corner.x) > 1e9 || Math.abs(corner.y) > 1e9 : !crs.holds(corner)) {
            CoordinateSystem assumed = crs == null ? new CoordinateSystem(4549) : crs;
            throw new Malformed(
                    crs == null
                            ? new Text(
                                    "坐标 " + CoordinateSystem.show(corner) + " 不可能",
                                    "Coordinates " + CoordinateSystem.show(corner) + " are impossible")
                            : crs.impossible(corner),
                    assumed.remedyFor(corner));
        }
    }

    private static LineString line(List<Coordinate> run) throws Malformed {
        LineString line = run.size() < 2 ? null : FACTORY.createLineString(run.toArray(new Coordinate[0]));
        if (line == null || !(line.getLength() > 0)) {
            throw new Malformed(
                    new Text("线没有长度", "The line has no length"),
                    new Text("线至少要两个不同的点", "A line needs at least two different points"));
        }
        return line;
    }

    private static Polygon polygon(List<List<Coordinate>> runs) throws Malformed {
        List<LinearRing> rings = new ArrayList<>();
        for (List<Coordinate> run : runs) {
            rings.add(ring(run));
        }
        Polygon polygon = FACTORY.createPolygon(
                rings.get(0), rings.subList(1, rings.size()).toArray(new LinearRing[0]));
        if (rings.stream().anyMatch(ring -> ring.convexHull().getArea() <= LEAST_AREA)) {
            throw new Malformed(
                    new Text("图形面积为 0", "The area of the shape is 0"),
                    new Text("请核对各顶点坐标", "Check the coordinates of its corners"));
        }
        TopologyValidationError error = new IsValidOp(polygon).getValidationError();
        if (error != null) {
            String at = CoordinateSystem.show(error.getCoordinate());
            throw new Malformed(
                    crossing(error)
                            ? new Text("图形自交,交点 " + at, "The outline crosses itself at " + at)
                            : new Text("内外环位置不对,在 " + at, "Shell and holes do not fit together at " + at),
                    new Text(
                            "请按界线顺序重排顶点,内环在外环之内、互不相交",
                            "List the corners in order along the line; holes lie inside and apart"));
        }
        return polygon;
    }

    private static boolean crossing(TopologyValidationError error) {
        return error.getErrorType() == TopologyValidationError.SELF_INTERSECTION
                || error.getErrorType() == TopologyValidationError.RING_SELF_INTERSECTION;
    }

    private static LinearRing ring(List<Coordinate> run) throws Malformed {
        if (run.isEmpty() || !run.get(0).equals2D(run.get(run.size() - 1))) {
            String ends = run.isEmpty()
                    ? ""
                    : ": " + CoordinateSystem.show(run.get(0)) + " ≠ " + CoordinateSystem.show(run.get(run.size() - 1));
            throw new Malformed(
                    new Text("环没有闭合" + ends, "The ring is not closed" + ends),
                    new Text("请在末尾重复第一个点", "Repeat the first corner at the end"));
        }
        if (run.size() < 4) {
            throw new Malformed(
                    new Text("环只有 " + run.size() + " 个点", "The ring has only " + run.size() + " corners"),
                    new Text("环至少 4 个点(首尾相同)", "A ring has at least 4, the last equal to the first"));
        }
        return FACTORY.createLinearRing(run.toArray(new Coordinate[0]));
    }

    static String show(double number) {
        return BigDecimal.valueOf(number).setScale(3, RoundingMode.HALF_UP).toPlainString();
    }
}
