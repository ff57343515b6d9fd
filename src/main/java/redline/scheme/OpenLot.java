package redline.scheme;

import java.math.BigDecimal;
import redline.quantity.Quantity;

/** An open-air car park or bicycle park with its exits (GB 50352 5.2.6–5.2.8). */
public record OpenLot(
        String id,
        String name,
        String parcel,

        @Stated(
                zh = "种类",
                en = "kind",
                words = {"MOTOR", "NON_MOTOR"})
        String kind,

        @Stated(zh = "车位数", en = "spaces") Integer spaces,
        @Stated(zh = "出入口为单车道", en = "one-way exits") Boolean oneWay,

        @Stated(zh = "出入口数", en = "number of exits", measures = Quantity.EXIT_COUNT)
        Integer exits,

        @Stated(zh = "出入口间距", en = "spacing of exits", measures = Quantity.EXIT_SPACING)
        BigDecimal exitSpacing,

        @Stated(zh = "出入口宽度", en = "width of exits", measures = Quantity.EXIT_WIDTH)
        BigDecimal exitWidth)
        implements Element {}
