package redline.scheme;

import java.math.BigDecimal;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** A control line or area: 绿线, 蓝线, 紫线, 黄线, 高压走廊 …; {@code width} in m where the kind has one. {@code grade}: one of
 * {@link #GRADES}; {@code voltage} of a power line in kV. */
public record ControlLine(
        String id, String name, Kind kind, BigDecimal width, String grade, BigDecimal voltage, Geometry geometry) {
    /** Of railways (HIGH_SPEED, TRUNK, BRANCH), highways (MOTORWAY … TOWN) and rivers (MAIN, OTHER). */
    public static final List<String> GRADES = List.of(
            "HIGH_SPEED", "TRUNK", "BRANCH", "MOTORWAY", "NATIONAL", "PROVINCIAL", "COUNTY", "TOWN", "MAIN", "OTHER");

    /** Kinds of control line (domain A.1 row 10). */
    public enum Kind {
        GREEN_LINE,
        BLUE_LINE,
        PURPLE_LINE,
        YELLOW_LINE,
        POWER_CORRIDOR,
        RAILWAY,
        HIGHWAY,
        RIVER,
        DYKE,
        ELEVATED_ROAD,
        ELEVATED_RAMP
    }
}
