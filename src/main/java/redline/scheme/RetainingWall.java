package redline.scheme;

import java.math.BigDecimal;
import redline.quantity.Quantity;
import redline.quantity.Unit;

/** A retaining wall of a terraced site (GB 55038 3.2.4). */
public record RetainingWall(
        String id,
        String name,
        String parcel,

        @Stated(
                zh = "建筑所在一侧",
                en = "edge",
                words = {"UPPER", "LOWER"})
        String edge,

        @Stated(zh = "高度", en = "height", unit = Unit.METRE) BigDecimal height,

        @Stated(zh = "至住宅距离", en = "distance to the dwelling", measures = Quantity.WALL_TO_BUILDING)
        BigDecimal toBuilding)
        implements Element {}
