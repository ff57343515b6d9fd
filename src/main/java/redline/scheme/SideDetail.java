package redline.scheme;

import java.math.BigDecimal;
import redline.quantity.Quantity;

/** What is stated of a boundary side beside its line; its id is the side's. */
public record SideDetail(
        String id,
        String name,
        String parcel,

        @Stated(
                zh = "高层住宅面宽之和占该侧界线长度比例",
                en = "share of the side that high-rise dwellings take up",
                measures = Quantity.HIGH_RISE_WIDTH_SHARE)
        BigDecimal highRiseWidthShare,

        @Stated(zh = "位于道路交叉口", en = "at a junction") Boolean atJunction)
        implements Element {}
