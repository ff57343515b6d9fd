package redline.sun;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.triangulate.polygon.PolygonTriangulator;

/**
 * The sky as small steps see it: obstacles cut into triangles, a ray to the sun every ten seconds, every ray through every triangle. No
 * index, no silhouettes, nothing of {@link Sky}.
 */
final class SmallSteps {
    static final double STEP = 10.0 / 3600;

    private final Obstacles.Builder builder = new Obstacles.Builder();
    private final List<Triangle> triangles = new ArrayList<>();

    private record Triangle(boolean added, Coordinate a, Coordinate b, Coordinate c) {}

    Obstacles obstacles() {
        return builder.build();
    }

    void prism(String owner, Polygon outline, double bottom, double top) {
        builder.prism(owner, outline, bottom, top);
        Geometry parts = PolygonTriangulator.triangulate(outline);
        for (int i = 0; i < parts.getNumGeometries(); i++) {
            Coordinate[] corners = parts.getGeometryN(i).getCoordinates();
            for (double z : new double[] {bottom, top}) {
                triangle(owner, at(corners[0], z), at(corners[1], z), at(corners[2], z));
            }
        }
        upright(owner, outline.getExteriorRing().getCoordinates(), bottom, top);
        for (int i = 0; i < outline.getNumInteriorRing(); i++) {
            upright(owner, outline.getInteriorRingN(i).getCoordinates(), bottom, top);
        }
    }

    void wall(String owner, Coordinate[] line, double bottom, double top) {
        builder.wall(owner, line, bottom, top);
        upright(owner, line, bottom, top);
    }

    /** Convex, in order. */
    void face(String owner, Coordinate... corners) {
        builder.face(owner, corners);
        for (int i = 2; i < corners.length; i++) {
            triangle(owner, corners[0], corners[i - 1], corners[i]);
        }
    }

    private void upright(String owner, Coordinate[] line, double bottom, double top) {
        for (int i = 1; i < line.length; i++) {
            Coordinate low = at(line[i - 1], bottom);
            Coordinate high = at(line[i], top);
            triangle(owner, low, at(line[i], bottom), high);
            triangle(owner, low, high, at(line[i - 1], top));
        }
    }

    private void triangle(String owner, Coordinate a, Coordinate b, Coordinate c) {
        triangles.add(new Triangle(isAdded(owner), a, b, c));
    }

    static boolean isAdded(String owner) {
        return owner.startsWith("new");
    }

    private static Coordinate at(Coordinate plan, double z) {
        return new Coordinate(plan.x, plan.y, z);
    }

    /** Of each step, whether a point is lit; {@code suns} are the directions, three numbers each. */
    boolean[] lit(double x, double y, double z, double[] suns, boolean withAdded) {
        List<Triangle> there =
                triangles.stream().filter(t -> withAdded || !t.added()).toList();
        double[] planes = new double[9 * there.size()];
        for (int i = 0; i < there.size(); i++) {
            Triangle t = there.get(i);
            double[] a = {t.a().x - x, t.a().y - y, t.a().z - z};
            double[] b = {t.b().x - x, t.b().y - y, t.b().z - z};
            double[] c = {t.c().x - x, t.c().y - y, t.c().z - z};
            double turn = Math.signum(dot(a, cross(b, c))); // the sides all look to the inner of the cone
            put(planes, 9 * i, cross(a, b), turn);
            put(planes, 9 * i + 3, cross(b, c), turn);
            put(planes, 9 * i + 6, cross(c, a), turn);
        }
        boolean[] lit = new boolean[suns.length / 3];
        for (int step = 0; step < lit.length; step++) {
            lit[step] = !hit(planes, suns[3 * step], suns[3 * step + 1], suns[3 * step + 2]);
        }
        return lit;
    }

    /** A ray from the viewer goes through a triangle where it lies within the cone over it. */
    private static boolean hit(double[] p, double x, double y, double z) {
        for (int i = 0; i < p.length; i += 9) {
            if (p[i] * x + p[i + 1] * y + p[i + 2] * z > 0
                    && p[i + 3] * x + p[i + 4] * y + p[i + 5] * z > 0
                    && p[i + 6] * x + p[i + 7] * y + p[i + 8] * z > 0) {
                return true;
            }
        }
        return false;
    }

    private static void put(double[] all, int at, double[] normal, double turn) {
        for (int i = 0; i < 3; i++) {
            all[at + i] = turn * normal[i];
        }
    }

    private static double dot(double[] u, double[] v) {
        return u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
    }

    private static double[] cross(double[] u, double[] v) {
        return new double[] {u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]};
    }
}
