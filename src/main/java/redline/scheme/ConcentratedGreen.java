package redline.scheme;

import java.math.BigDecimal;
import org.locationtech.jts.geom.Polygon;
import redline.quantity.Quantity;

/** One concentrated green (GB 50180 4.0.7); where windows for sunlight are written its share is computed over its outline. */
public record ConcentratedGreen(
        String id,
        String name,
        String parcel,

        @Stated(zh = "面积", en = "area", measures = Quantity.GREEN_AREA)
        BigDecimal area,

        @Stated(zh = "宽度", en = "width", measures = Quantity.GREEN_WIDTH)
        BigDecimal width,

        @Stated(zh = "标准建筑日照阴影线外面积比例", en = "share outside the shadow line", measures = Quantity.SUNLIT_SHARE)
        BigDecimal sunlitShare,

        @Stated(zh = "轮廓", en = "outline") Polygon outline)
        implements Element {}
