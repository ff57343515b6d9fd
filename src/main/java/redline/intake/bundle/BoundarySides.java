package redline.intake.bundle;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** The sides of a site, each a run of edges that face the same way. */
final class BoundarySides {
    private static final List<String> EIGHT = List.of("E", "NE", "N", "NW", "W", "SW", "S", "SE");
    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** @param compass which way its edges face, outwards */
    record Side(String compass, LineString line) {}

    private BoundarySides() {}

    /** @param cardinalWithin degrees */
    static List<Side> of(Polygon site, double cardinalWithin) {
        Coordinate[] corners = site.getExteriorRing().getCoordinates();
        if (!Orientation.isCCW(corners)) {
            corners = site.getExteriorRing().reverse().getCoordinates();
        }
        int edges = corners.length - 1;
        String[] facing = new String[edges];
        for (int i = 0; i < edges; i++) {
            // Outwards of a ring that turns left is to the right of its edges.
            facing[i] = compass(corners[i + 1].y - corners[i].y, corners[i].x - corners[i + 1].x, cardinalWithin);
        }
        int start = 0;
        while (start < edges && facing[start].equals(facing[(start + edges - 1) % edges])) {
            start++;
        }
        List<Side> sides = new ArrayList<>();
        List<Coordinate> run = new ArrayList<>();
        for (int k = 0; k < edges; k++) {
            int i = (start + k) % edges;
            if (run.isEmpty()) {
                run.add(corners[i]);
            }
            run.add(corners[i + 1]);
            if (k == edges - 1 || !facing[(i + 1) % edges].equals(facing[i])) {
                sides.add(new Side(facing[i], FACTORY.createLineString(run.toArray(new Coordinate[0]))));
                run = new ArrayList<>();
            }
        }
        return sides;
    }

    private static String compass(double dx, double dy, double within) {
        double degrees = (Math.toDegrees(Math.atan2(dy, dx)) + 360) % 360;
        int quarter = (int) Math.round(degrees / 90) % 4;
        double off = Math.abs(degrees - 90.0 * Math.round(degrees / 90));
        return off <= within ? EIGHT.get(2 * quarter) : EIGHT.get(2 * ((int) (degrees / 90) % 4) + 1);
    }
}
