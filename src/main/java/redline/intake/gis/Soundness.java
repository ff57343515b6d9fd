package redline.intake.gis;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.noding.IntersectionAdder;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentIntersector;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import redline.quantity.Text;

/** Finds what is wrong with polygons, at a bounded effort for a whole file however its rings are woven. */
final class Soundness {
    /** Corners above which the pairs of near edges are counted before anything else is tried. */
    private static final int LARGE = 4000;

    private long pairsLeft;

    Soundness() {
        this(10_000_000); // about two seconds
    }

    Soundness(long pairs) {
        this.pairsLeft = pairs;
    }

    /** @param at null where it has no single place */
    record Fault(Text what, Text remedy, Coordinate at) {}

    /** Null where nothing is wrong. */
    Fault fault(Geometry polygonal) {
        if (polygonal instanceof Polygon polygon
                && polygon.getNumInteriorRing() == 0
                && plainlySimple(polygon.getExteriorRing().getCoordinateSequence())) {
            return null;
        }
        if (!withinReach(polygonal)) {
            return new Fault(
                    new Text(
                            "轮廓有 " + polygonal.getNumPoints() + " 个点，线段密集交错，没有逐段检查是否自交",
                            "The outline has " + polygonal.getNumPoints()
                                    + " points with densely interwoven edges; whether it crosses itself was not checked"),
                    new Text("请简化轮廓后重新导出", "Simplify the outline and export it again"),
                    null);
        }
        TopologyValidationError error = new IsValidOp(polygonal).getValidationError();
        return error == null ? null : new Fault(what(error), remedy(error), error.getCoordinate());
    }

    /** Counts pairs of edges whose boxes overlap; the check itself looks at the same pairs. */
    boolean withinReach(Geometry geometry) {
        if (geometry.getNumPoints() <= LARGE) {
            return true;
        }
        Count count = new Count(pairsLeft);
        List<SegmentString> edges = new ArrayList<>();
        for (Object line : LinearComponentExtracter.getLines(geometry)) {
            edges.add(new NodedSegmentString(((Geometry) line).getCoordinates(), null));
        }
        new MCIndexNoder(count).computeNodes(edges);
        pairsLeft = count.left;
        return !count.isDone();
    }

    /** How many times edges cross, at most as many as there are pairs left. */
    long crossings(Geometry geometry) {
        IntersectionAdder crossings = new IntersectionAdder(new RobustLineIntersector());
        List<SegmentString> edges = new ArrayList<>();
        for (Object line : LinearComponentExtracter.getLines(geometry)) {
            edges.add(new NodedSegmentString(((Geometry) line).getCoordinates(), null));
        }
        Count count = new Count(pairsLeft);
        new MCIndexNoder(new SegmentIntersector() {
                    @Override
                    public void processIntersections(SegmentString e0, int i0, SegmentString e1, int i1) {
                        count.processIntersections(e0, i0, e1, i1);
                        crossings.processIntersections(e0, i0, e1, i1);
                    }

                    @Override
                    public boolean isDone() {
                        return count.isDone();
                    }
                })
                .computeNodes(edges);
        pairsLeft = count.left;
        return crossings.numInteriorIntersections;
    }

    private static final class Count implements SegmentIntersector {
        private long left;

        private Count(long left) {
            this.left = left;
        }

        @Override
        public void processIntersections(SegmentString e0, int i0, SegmentString e1, int i1) {
            left--;
        }

        @Override
        public boolean isDone() {
            return left <= 0;
        }
    }

    /** Sure of it; false means only that it must be looked at closely. Most outlines have few corners, and there are many of them. */
    static boolean plainlySimple(CoordinateSequence ring) {
        int n = ring.size() - 1;
        if (n < 3 || n > 40) {
            return false;
        }
        double[] x = new double[n + 1];
        double[] y = new double[n + 1];
        double reach = 0;
        for (int i = 0; i <= n; i++) {
            x[i] = ring.getX(i) - ring.getX(0);
            y[i] = ring.getY(i) - ring.getY(0);
            reach = Math.max(reach, Math.abs(x[i]) + Math.abs(y[i]));
        }
        double doubt = 1e-11 * reach * reach;
        for (int i = 0; i < n; i++) {
            int after = i + 1 == n ? 1 : i + 2;
            double turn = side(x, y, i, i + 1, after);
            double on = (x[i + 1] - x[i]) * (x[after] - x[i + 1]) + (y[i + 1] - y[i]) * (y[after] - y[i + 1]);
            if (Math.abs(turn) <= doubt && on <= doubt) {
                return false;
            }
            for (int j = i + 2; j < n; j++) {
                if ((i > 0 || j < n - 1) && !apart(x, y, i, j, doubt)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean apart(double[] x, double[] y, int i, int j, double doubt) {
        if (Math.max(x[i], x[i + 1]) < Math.min(x[j], x[j + 1])
                || Math.max(x[j], x[j + 1]) < Math.min(x[i], x[i + 1])
                || Math.max(y[i], y[i + 1]) < Math.min(y[j], y[j + 1])
                || Math.max(y[j], y[j + 1]) < Math.min(y[i], y[i + 1])) {
            return true;
        }
        return sameSide(side(x, y, i, i + 1, j), side(x, y, i, i + 1, j + 1), doubt)
                || sameSide(side(x, y, j, j + 1, i), side(x, y, j, j + 1, i + 1), doubt);
    }

    private static boolean sameSide(double one, double other, double doubt) {
        return one > doubt && other > doubt || one < -doubt && other < -doubt;
    }

    private static double side(double[] x, double[] y, int from, int to, int point) {
        return (x[to] - x[from]) * (y[point] - y[from]) - (y[to] - y[from]) * (x[point] - x[from]);
    }

    private static Text what(TopologyValidationError error) {
        return switch (error.getErrorType()) {
            case TopologyValidationError.SELF_INTERSECTION ->
                new Text("轮廓线相交", "The outline crosses itself or another ring");
            case TopologyValidationError.RING_SELF_INTERSECTION -> new Text("轮廓自己碰到自己", "A ring touches itself");
            case TopologyValidationError.HOLE_OUTSIDE_SHELL -> new Text("洞在外轮廓之外", "A hole lies outside its outline");
            case TopologyValidationError.NESTED_HOLES -> new Text("洞套在另一个洞里", "A hole lies within another hole");
            case TopologyValidationError.DISCONNECTED_INTERIOR ->
                new Text("洞把面分成了几块", "Holes cut the area into separate parts");
            case TopologyValidationError.NESTED_SHELLS -> new Text("一个面套在另一个面里", "A part lies within another part");
            case TopologyValidationError.DUPLICATE_RINGS -> new Text("同一个环画了两次", "A ring is drawn twice");
            case TopologyValidationError.TOO_FEW_POINTS ->
                new Text("轮廓不足三个不同的点", "A ring has fewer than three different points");
            default -> new Text("轮廓不成立", "The outline is not valid");
        };
    }

    private static Text remedy(TopologyValidationError error) {
        return switch (error.getErrorType()) {
            case TopologyValidationError.SELF_INTERSECTION ->
                new Text("在该点附近把交叉的边拆开，重新导出", "Untangle the edges at that point and export again");
            case TopologyValidationError.RING_SELF_INTERSECTION, TopologyValidationError.DISCONNECTED_INTERIOR ->
                new Text("在该点断开，画成几个面或一个面带洞", "Split it there into several areas, or into an area with a hole");
            case TopologyValidationError.HOLE_OUTSIDE_SHELL ->
                new Text("删去该洞，或画成单独的面", "Delete the hole, or draw it as an area of its own");
            case TopologyValidationError.NESTED_HOLES, TopologyValidationError.NESTED_SHELLS ->
                new Text("两者合并，或删去里面的一个", "Merge the two or delete the inner one");
            default -> new Text("删去重复或多余的点，重新导出", "Delete what is doubled or superfluous and export again");
        };
    }
}
