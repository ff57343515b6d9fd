package redline.scheme;

import java.math.BigDecimal;
import redline.quantity.Quantity;

/** A ladder-truck operating area (GB 50016 7.2) of the building that it serves. */
public record LadderArea(
        String id,
        String name,
        String parcel,
        @Stated(zh = "所服务的建筑", en = "building served") String building,

        @Stated(zh = "长度", en = "length", measures = Quantity.LADDER_LENGTH)
        BigDecimal length,

        @Stated(zh = "宽度", en = "width", measures = Quantity.LADDER_WIDTH)
        BigDecimal width,

        @Stated(zh = "靠建筑一侧至外墙距离", en = "distance to the wall", measures = Quantity.WALL_DISTANCE)
        BigDecimal wallDistance,

        @Stated(zh = "坡度", en = "slope", measures = Quantity.SLOPE)
        BigDecimal slope,

        @Stated(zh = "场地对应范围内裙房进深", en = "depth of podium within it", measures = Quantity.PODIUM_DEPTH)
        BigDecimal podiumDepth,

        @Stated(zh = "与相邻场地的间隔", en = "gap to the next area", measures = Quantity.LADDER_GAP)
        BigDecimal gap,

        @Stated(zh = "与外墙间的障碍物(树木、架空线、车库出入口)", en = "obstructions before the wall", measures = Quantity.OBSTRUCTIONS)
        Integer obstructions)
        implements Element {}
