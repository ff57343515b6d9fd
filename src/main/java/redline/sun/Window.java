package redline.sun;

import org.locationtech.jts.geom.Envelope;

/**
 * A sill line that wants the sun.
 *
 * @param id unique among the windows of a study
 * @param building the owner of the wall that it is in
 * @param ax one end of the sill in plan, m; {@code ay}, {@code bx}, {@code by} likewise
 * @param sill level of the line, m in the datum of the obstacles
 * @param nx towards the open, at a right angle to the line, of any length; {@code ny} likewise
 */
public record Window(
        String id, String building, double ax, double ay, double bx, double by, double sill, double nx, double ny) {
    /** Around where it is looked out from. */
    Envelope places() {
        Envelope places = new Envelope(ax, bx, ay, by);
        places.expandBy(Study.HAIR);
        return places;
    }
}
