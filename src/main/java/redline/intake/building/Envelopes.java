package redline.intake.building;

import redline.intake.file.Troubles;
import redline.quantity.Text;

/** The extent that a file states against that of its geometry. */
final class Envelopes {
    private static final double TOLERANCE = 0.01;

    private Envelopes() {}

    /** Only geometry outside is a contradiction: a file may be a cut-out of what its extent was written for. */
    static void compare(double[] said, double[] found, String from, boolean degrees, Troubles troubles) {
        double tolerance = degrees ? 1e-7 : TOLERANCE;
        for (int axis = 0; axis < 3; axis++) {
            double slack = axis == 2 ? TOLERANCE : tolerance;
            if (found[axis] < said[axis] - slack || found[axis + 3] > said[axis + 3] + slack) {
                String stated = corners(said);
                String real = corners(found);
                troubles.add(
                        from,
                        new Text(
                                "写明的范围是 " + stated + "，几何图形在 " + real,
                                "The stated extent is " + stated + ", the geometry reaches " + real),
                        CityWords.MEND_EXTENT);
                return;
            }
        }
    }

    private static String corners(double[] box) {
        return "(" + Plain.of(box[0]) + " " + Plain.of(box[1]) + " " + Plain.of(box[2]) + ")–(" + Plain.of(box[3]) + " "
                + Plain.of(box[4]) + " " + Plain.of(box[5]) + ")";
    }
}
