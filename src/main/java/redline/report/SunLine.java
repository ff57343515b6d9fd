package redline.report;

import redline.quantity.Text;
import redline.scheme.Subject;
import redline.sun.WindowSun;

/**
 * A window for the 日照户表.
 *
 * @param building null where not stated
 * @param dwelling the dwelling or room that it lights, as findings name it
 * @param room null where not stated, as {@code storey}
 * @param facing true azimuth of the way that it looks, degrees; null where unknown
 * @param sill m above datum, null where unknown
 * @param beforeKnown whether what {@code sun} says of before is so
 * @param sun null where it could not be computed
 */
public record SunLine(
        Text building,
        String storey,
        Subject dwelling,
        String window,
        String room,
        Double facing,
        Double sill,
        boolean beforeKnown,
        WindowSun sun) {}
