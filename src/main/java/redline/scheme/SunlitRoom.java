package redline.scheme;

import java.math.BigDecimal;
import redline.quantity.Quantity;
import redline.quantity.Unit;

/** A room that is to have sun at the winter solstice, before and after the scheme is built; hours as decimals. */
public record SunlitRoom(
        String id,
        String name,
        String parcel,
        @Stated(zh = "所在建筑", en = "building") String building,

        @Stated(
                zh = "种类",
                en = "kind",
                words = {"NURSERY", "CLASSROOM", "WARD", "ELDERLY"})
        String kind,

        @Stated(zh = "建设前日照时数", en = "hours before", unit = Unit.HOUR)
        BigDecimal hoursBefore,

        @Stated(zh = "建设后日照时数", en = "hours after", measures = Quantity.SUN_HOURS_WINTER)
        BigDecimal hoursAfter)
        implements Element {}
