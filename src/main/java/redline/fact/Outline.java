package redline.fact;

import org.locationtech.jts.geom.Geometry;
import redline.quantity.Text;

/**
 * A shape of the scheme for the plan drawing, in the scheme's CRS. {@code kind} decides how it is drawn.
 *
 * @param sort of a green: what the drawing calls it, null where it says nothing
 */
public record Outline(Kind kind, String id, Text label, Geometry geometry, String sort) {
    /** Without a sort. */
    public Outline(Kind kind, String id, Text label, Geometry geometry) {
        this(kind, id, label, geometry, null);
    }

    /** Kinds of shape on the plan. */
    public enum Kind {
        PARCEL,
        ZONE,
        SIDE,
        ROAD,
        CONTROL_LINE,
        BUILDING,
        BASEMENT,
        NEIGHBOUR,
        GREEN,
        PARKING,
        ACCESS
    }
}
