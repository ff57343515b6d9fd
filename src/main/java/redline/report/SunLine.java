package redline.report;

import redline.quantity.Text;
import redline.scheme.Subject;
import redline.sun.WindowSun;

/**
 * A window for the 日照户表.
 *
 * @param dwelling the dwelling or room that it lights, as findings name it
 * @param room null where not stated, as {@code storey}
 * @param facing true azimuth of the way that it looks, degrees; null where unknown
 * @param sill m above datum, null where unknown
 * @param sun null where it could not be computed
 */
public record SunLine(
        String building,
        String storey,
        Subject dwelling,
        String window,
        String room,
        Double facing,
        Double sill,
        WindowSun sun) {
    Text dwellingName() {
        return dwelling.name();
    }
}
