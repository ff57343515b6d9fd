package redline.fact;

import org.locationtech.jts.geom.Geometry;
import redline.quantity.Text;

/** A shape of the scheme for the plan drawing, in the scheme's CRS. {@code kind} decides how it is drawn. */
public record Outline(Kind kind, String id, Text label, Geometry geometry) {
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
