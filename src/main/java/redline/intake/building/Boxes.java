package redline.intake.building;

import java.util.IdentityHashMap;
import java.util.List;

/** West, south, bottom, east, north, top of geometries that have faces. */
final class Boxes {
    private final IdentityHashMap<Body, double[]> boxes = new IdentityHashMap<>();

    double[] put(Body body, List<Face> faces) {
        double[] box = Measured.box(faces);
        boxes.put(body, box);
        return box;
    }

    boolean has(Body body) {
        return boxes.containsKey(body);
    }

    /** @param bodies at least one, all of which have a box */
    double[] around(List<Body> bodies) {
        double[] around = null;
        for (Body body : bodies) {
            around = grown(around, boxes.get(body));
        }
        return around;
    }

    /** @param box so far, which grows; null where there is none yet */
    static double[] grown(double[] box, double[] other) {
        if (box == null) {
            return other.clone();
        }
        for (int axis = 0; axis < 3; axis++) {
            box[axis] = Math.min(box[axis], other[axis]);
            box[axis + 3] = Math.max(box[axis + 3], other[axis + 3]);
        }
        return box;
    }

    void clear() {
        boxes.clear();
    }
}
