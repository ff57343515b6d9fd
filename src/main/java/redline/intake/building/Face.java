package redline.intake.building;

import java.util.ArrayList;
import java.util.List;

/**
 * A flat piece of a surface in space.
 *
 * @param semantic {@code GroundSurface} and the like, null where the file does not say
 * @param rings the outer one first; each x, y, z after x, y, z, without the closing point
 */
record Face(String semantic, List<double[]> rings) {

    /** Area vector by Newell's rule: its length is the area, holes taken off whichever way they turn. */
    double[] normal() {
        double[] sum = normal(rings.get(0));
        for (double[] hole : rings.subList(1, rings.size())) {
            double[] own = normal(hole);
            double sign = dot(own, sum) > 0 ? -1 : 1;
            for (int axis = 0; axis < 3; axis++) {
                sum[axis] += sign * own[axis];
            }
        }
        return sum;
    }

    double area() {
        double[] normal = normal();
        return Math.sqrt(dot(normal, normal));
    }

    /** Volume of the cone from a point to this face; negative where the face turns to the point. */
    double cone(double x, double y, double z) {
        double[] outer = normal(rings.get(0));
        double volume = cone(rings.get(0), x, y, z);
        for (double[] hole : rings.subList(1, rings.size())) {
            volume += (dot(normal(hole), outer) > 0 ? -1 : 1) * cone(hole, x, y, z);
        }
        return volume;
    }

    Face reversed() {
        List<double[]> turned = new ArrayList<>(rings.size());
        for (double[] ring : rings) {
            double[] back = new double[ring.length];
            for (int at = 0; at < ring.length; at += 3) {
                System.arraycopy(ring, at, back, ring.length - 3 - at, 3);
            }
            turned.add(back);
        }
        return new Face(semantic, turned);
    }

    /** From the ring's own first point: map coordinates would cost digits. */
    private static double[] normal(double[] ring) {
        double[] sum = new double[3];
        for (int at = 3; at + 5 < ring.length; at += 3) {
            double ax = ring[at] - ring[0];
            double ay = ring[at + 1] - ring[1];
            double az = ring[at + 2] - ring[2];
            double bx = ring[at + 3] - ring[0];
            double by = ring[at + 4] - ring[1];
            double bz = ring[at + 5] - ring[2];
            sum[0] += (ay * bz - az * by) / 2;
            sum[1] += (az * bx - ax * bz) / 2;
            sum[2] += (ax * by - ay * bx) / 2;
        }
        return sum;
    }

    private static double cone(double[] ring, double x, double y, double z) {
        double sum = 0;
        double px = ring[0] - x;
        double py = ring[1] - y;
        double pz = ring[2] - z;
        for (int at = 3; at + 5 < ring.length; at += 3) {
            double ax = ring[at] - x;
            double ay = ring[at + 1] - y;
            double az = ring[at + 2] - z;
            double bx = ring[at + 3] - x;
            double by = ring[at + 4] - y;
            double bz = ring[at + 5] - z;
            sum += px * (ay * bz - az * by) + py * (az * bx - ax * bz) + pz * (ax * by - ay * bx);
        }
        return sum / 6;
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
