package redline.scheme;

import java.math.BigDecimal;
import redline.quantity.Quantity;

/** A garage ramp with its exit. */
public record GarageRamp(
        String id,
        String name,
        String parcel,

        @Stated(
                zh = "线形",
                en = "shape",
                words = {"STRAIGHT", "CURVED", "LIFT"})
        String shape,

        @Stated(zh = "坡度", en = "slope", measures = Quantity.SLOPE)
        BigDecimal slope,

        @Stated(zh = "净高", en = "clear height", measures = Quantity.CLEAR_HEIGHT)
        BigDecimal clearHeight,

        @Stated(zh = "坡道出口至道路红线距离", en = "ramp end to the road red line", measures = Quantity.RAMP_TO_RED_LINE)
        BigDecimal toRedLine,

        @Stated(zh = "坡道出口至基地道路距离", en = "ramp end to the site road", measures = Quantity.RAMP_TO_SITE_ROAD)
        BigDecimal toSiteRoad,

        @Stated(zh = "至最近机动车库出入口距离", en = "spacing to the nearest car exit", measures = Quantity.EXIT_SPACING)
        BigDecimal exitSpacing,

        @Stated(
                zh = "至最近非机动车库出入口距离",
                en = "spacing to the nearest bicycle exit",
                measures = Quantity.NON_MOTOR_EXIT_SPACING)
        BigDecimal nonMotorSpacing)
        implements Element {}
