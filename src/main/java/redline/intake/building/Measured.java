package redline.intake.building;

import java.util.ArrayList;
import java.util.List;

/**
 * What one geometry measures.
 *
 * @param solid of the outer shells less the inner ones; null where there is no solid, or one is not closed
 * @param open a shell is not closed
 * @param downward plan area of the faces that look down
 * @param ground area of the faces named {@code GroundSurface}
 * @param plan the faces whose union is the footprint
 */
record Measured(Double solid, boolean open, double downward, double ground, List<Face> plan) {
    /** A face counts as looking down when its plan is so great a part of it: walls lean by their rounding. */
    private static final double LEAN = 1e-3;

    /** @param body with at least one face */
    static Measured of(Body body) {
        List<Face> all = new ArrayList<>(body.surfaces());
        List<Face> down = new ArrayList<>();
        double volume = 0;
        boolean open = false;
        for (List<List<Face>> shells : body.solids()) {
            for (int n = 0; n < shells.size(); n++) {
                Shell shell = Shell.of(shells.get(n));
                open |= !shell.closed();
                volume += n == 0 ? shell.volume() : -shell.volume();
                all.addAll(shell.faces());
                if (n == 0) {
                    shell.faces().stream().filter(Measured::looksDown).forEach(down::add);
                }
            }
        }
        List<Face> ground = all.stream()
                .filter(face -> "GroundSurface".equals(face.semantic()))
                .toList();
        List<Face> plan = !ground.isEmpty() ? ground : !down.isEmpty() && !open ? down : all;
        boolean solid = !body.solids().isEmpty();
        return new Measured(
                solid && !open ? volume : null,
                solid && open,
                down.stream().mapToDouble(face -> Math.abs(face.normal()[2])).sum(),
                ground.stream().mapToDouble(Face::area).sum(),
                plan);
    }

    private static boolean looksDown(Face face) {
        double[] normal = face.normal();
        return normal[2] < -LEAN * face.area();
    }

    /** West, south, bottom, east, north, top. */
    static double[] box(List<Face> faces) {
        double[] box = {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (Face face : faces) {
            for (double[] ring : face.rings()) {
                for (int at = 0; at < ring.length; at++) {
                    int axis = at % 3;
                    box[axis] = Math.min(box[axis], ring[at]);
                    box[axis + 3] = Math.max(box[axis + 3], ring[at]);
                }
            }
        }
        return box;
    }
}
