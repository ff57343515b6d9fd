package redline.scheme;

import java.math.BigDecimal;
import org.locationtech.jts.geom.Geometry;

/** A control line or area: 绿线, 蓝线, 紫线, 黄线, 高压走廊 …; {@code width} in m where the kind has one. */
public record ControlLine(String id, String name, Kind kind, BigDecimal width, Geometry geometry) {
    /** Kinds of control line (domain A.1 row 10). */
    public enum Kind {
        GREEN_LINE,
        BLUE_LINE,
        PURPLE_LINE,
        YELLOW_LINE,
        POWER_CORRIDOR,
        RAILWAY,
        HIGHWAY
    }
}
