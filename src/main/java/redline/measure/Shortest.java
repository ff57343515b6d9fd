package redline.measure;

import java.math.BigDecimal;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.distance.DistanceOp;

/**
 * The shortest line between two shapes that are not empty (JTS calls the distance to an empty one 0.0).
 *
 * @param ends on the first and on the second shape, in the frame
 */
record Shortest(Frame frame, BigDecimal metres, Coordinate[] ends) {
    /** Both shapes lie in the frame. */
    static Shortest between(Frame frame, Geometry first, Geometry second) {
        if (first.isEmpty() || second.isEmpty()) {
            throw new IllegalArgumentException("no distance to an empty geometry");
        }
        DistanceOp operation = new DistanceOp(first, second);
        return new Shortest(frame, Frame.length(operation.distance()), operation.nearestPoints());
    }

    /** In the scheme's CRS. */
    LineString line(Geometry like) {
        return frame.out(like.getFactory().createLineString(new Coordinate[] {ends[0].copy(), ends[1].copy()}));
    }

    Taken taken(Geometry like) {
        return Taken.amount(metres, Provenance.COMPUTED, line(like), java.util.List.of());
    }
}
