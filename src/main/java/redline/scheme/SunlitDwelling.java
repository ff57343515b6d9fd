package redline.scheme;

import java.math.BigDecimal;
import redline.quantity.Quantity;
import redline.quantity.Unit;

/** A line of the sunlight table (日照户表): one dwelling, before and after the scheme is built; hours as decimals. */
public record SunlitDwelling(
        String id,
        String name,
        String parcel,
        @Stated(zh = "所在建筑", en = "building") String building,
        @Stated(zh = "居室数", en = "habitable rooms") Integer rooms,

        @Stated(zh = "建设前日照时数", en = "hours before", unit = Unit.HOUR)
        BigDecimal hoursBefore,

        @Stated(zh = "建设后日照时数", en = "hours after", measures = Quantity.SUN_HOURS)
        BigDecimal hoursAfter,

        @Stated(zh = "次优居室建设后日照时数", en = "hours after of the second-best room", measures = Quantity.SUN_HOURS_SECOND)
        BigDecimal hoursSecond)
        implements Element {}
