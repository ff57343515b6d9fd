package redline.scheme;

import java.math.BigDecimal;
import org.locationtech.jts.geom.Polygon;
import redline.quantity.Quantity;

/**
 * Land beside the site that is planned and not yet built on. {@code compass}: where it lies from the site; {@code outline}: what its
 * minimum setback lines enclose. Where windows for sunlight are written its hours are computed over that.
 */
public record PlannedLand(
        String id,
        String name,
        String parcel,

        @Stated(
                zh = "方位",
                en = "direction",
                words = {"N", "NE", "E", "SE", "S", "SW", "W", "NW"})
        String compass,

        @Stated(zh = "最小退让线围成的范围", en = "area within the minimum setback lines")
        Polygon outline,

        @Stated(zh = "最小退让线以内最少日照时数", en = "least hours within its setback lines", measures = Quantity.SUN_HOURS_LAND)
        BigDecimal leastHours)
        implements Element {}
