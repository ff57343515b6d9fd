package redline.intake.building;

import java.util.List;

/** The faces of one shell, turned outwards. */
record Shell(List<Face> faces, double volume, boolean closed) {
    /** Faces of a closed shell add up to nothing; the rest may be so great a part of the whole (rounded vertices). */
    private static final double OPEN = 1e-3;

    /** Turned outwards by the sign of its volume: which way the faces of a file turn cannot be relied on. */
    static Shell of(List<Face> faces) {
        if (faces.isEmpty()) {
            return new Shell(faces, 0, false);
        }
        double[] origin = faces.get(0).rings().get(0);
        double volume = 0;
        double x = 0;
        double y = 0;
        double z = 0;
        double all = 0;
        for (Face face : faces) {
            volume += face.cone(origin[0], origin[1], origin[2]);
            double[] normal = face.normal();
            x += normal[0];
            y += normal[1];
            z += normal[2];
            all += face.area();
        }
        boolean closed = Math.sqrt(x * x + y * y + z * z) <= OPEN * all;
        return volume < 0
                ? new Shell(faces.stream().map(Face::reversed).toList(), -volume, closed)
                : new Shell(faces, volume, closed);
    }
}
