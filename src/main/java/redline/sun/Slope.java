package redline.sun;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * The plane of a side of a roof: level along its eaves.
 *
 * @param x a point of the eaves in plan, {@code y} likewise; {@code nx}, {@code ny} of length 1 at a right angle to them, uphill
 * @param bottom level of the eaves, m
 * @param slope rise of a metre in plan
 */
public record Slope(double x, double y, double nx, double ny, double bottom, double slope) {
    /** Through {@code bottom} along a line and {@code top} at the corner of the outline that is farthest from it. */
    public static Slope of(Polygon outline, LineString eaves, double bottom, double top) {
        Coordinate a = eaves.getCoordinateN(0);
        Coordinate b = eaves.getCoordinateN(eaves.getNumPoints() - 1);
        double length = a.distance(b);
        double nx = -(b.y - a.y) / length;
        double ny = (b.x - a.x) / length;
        double farthest = 0;
        for (Coordinate p : outline.getCoordinates()) {
            double away = (p.x - a.x) * nx + (p.y - a.y) * ny;
            farthest = Math.abs(away) > Math.abs(farthest) ? away : farthest;
        }
        double side = Math.signum(farthest);
        double slope = farthest == 0 ? 0 : (top - bottom) / Math.abs(farthest);
        return new Slope(a.x, a.y, side * nx, side * ny, bottom, slope);
    }

    /** The shell of a polygon on the plane, all of it {@code up} higher. */
    public Coordinate[] lifted(Polygon shape, double up) {
        Coordinate[] ring = shape.getExteriorRing().copy().getCoordinates();
        for (int i = 0; i < ring.length; i++) {
            ring[i] = new Coordinate(ring[i].x, ring[i].y, at(ring[i]) + up);
        }
        return ring;
    }

    private double at(Coordinate p) {
        return bottom + slope * ((p.x - x) * nx + (p.y - y) * ny);
    }
}
