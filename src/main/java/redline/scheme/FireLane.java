package redline.scheme;

import java.math.BigDecimal;
import redline.quantity.Quantity;

/** A fire lane (GB 50016 7.1, GB 55037 3.4). A lane without dead end has {@code deadEndLength} 0. */
public record FireLane(
        String id,
        String name,
        String parcel,

        @Stated(zh = "净宽", en = "clear width", measures = Quantity.CLEAR_WIDTH)
        BigDecimal clearWidth,

        @Stated(zh = "净高", en = "clear height", measures = Quantity.CLEAR_HEIGHT)
        BigDecimal clearHeight,

        @Stated(zh = "坡度", en = "slope", measures = Quantity.SLOPE)
        BigDecimal slope,

        @Stated(zh = "至外墙距离", en = "distance to the wall", measures = Quantity.WALL_DISTANCE)
        BigDecimal wallDistance,

        @Stated(zh = "尽端长度", en = "length of dead end", measures = Quantity.DEAD_END_LENGTH)
        BigDecimal deadEndLength,

        @Stated(zh = "回车场短边", en = "shorter side of the turning area", measures = Quantity.TURNING_SIDE)
        BigDecimal turningSide,

        @Stated(zh = "转弯半径", en = "turning radius", measures = Quantity.TURNING_RADIUS)
        BigDecimal turningRadius,

        @Stated(zh = "供高层建筑使用", en = "serves high-rise buildings")
        Boolean forHighRise,

        @Stated(zh = "供重型消防车使用", en = "for heavy fire trucks")
        Boolean forHeavyTrucks,

        @Stated(zh = "供登高消防车使用", en = "for ladder trucks") Boolean forLadderTrucks)
        implements Element {}
