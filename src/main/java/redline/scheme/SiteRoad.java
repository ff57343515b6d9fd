package redline.scheme;

import java.math.BigDecimal;
import redline.quantity.Quantity;

/** A road or footway within the site (GB 50352 5.2, 5.3; GB 50180 6.0.4). */
public record SiteRoad(
        String id,
        String name,
        String parcel,

        @Stated(
                zh = "种类",
                en = "kind",
                words = {"VEHICLE", "FOOTWAY"})
        String kind,

        @Stated(zh = "车道数", en = "lanes") Integer lanes,
        @Stated(zh = "住宅区内", en = "in a housing estate") Boolean inHousing,
        @Stated(zh = "主要附属道路", en = "main estate road") Boolean mainRoad,

        @Stated(zh = "路面宽度", en = "width", measures = Quantity.ROAD_WIDTH)
        BigDecimal width,

        @Stated(zh = "纵坡", en = "gradient", measures = Quantity.SLOPE)
        BigDecimal gradient,

        @Stated(zh = "尽端长度", en = "length of dead end", measures = Quantity.DEAD_END_LENGTH)
        BigDecimal deadEndLength,

        @Stated(zh = "回车场短边", en = "shorter side of the turning area", measures = Quantity.TURNING_SIDE)
        BigDecimal turningSide,

        @Stated(zh = "转弯半径", en = "turning radius", measures = Quantity.TURNING_RADIUS)
        BigDecimal turningRadius)
        implements Element {}
