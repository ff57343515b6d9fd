package redline.sun;

import java.util.ArrayList;
import java.util.List;

/** Plane polygons in space, cut. */
final class Clip {
    private Clip() {}

    /** The part of a polygon at a level and above; corners x, y, z. */
    static List<double[]> above(List<double[]> corners, double level) {
        List<double[]> above = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            double[] here = corners.get(i);
            double[] next = corners.get((i + 1) % corners.size());
            if (here[2] >= level) {
                above.add(here);
            }
            if (here[2] >= level != next[2] >= level) {
                double t = (here[2] - level) / (here[2] - next[2]);
                above.add(new double[] {here[0] + t * (next[0] - here[0]), here[1] + t * (next[1] - here[1]), level});
            }
        }
        return above;
    }
}
