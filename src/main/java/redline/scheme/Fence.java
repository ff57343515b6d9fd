package redline.scheme;

import java.math.BigDecimal;
import redline.quantity.Quantity;
import redline.quantity.Unit;

/** A fence, gate house, vehicle barrier or small service building along a boundary side. */
public record Fence(
        String id,
        String name,
        String parcel,

        @Stated(
                zh = "种类",
                en = "kind",
                words = {"FENCE", "GATE_HOUSE", "BARRIER", "SMALL_SERVICE", "TANK"})
        String kind,

        @Stated(zh = "所沿用地界线", en = "boundary side") String side,
        @Stated(zh = "高度", en = "height", unit = Unit.METRE) BigDecimal height,

        @Stated(zh = "退让距离", en = "setback", measures = Quantity.FENCE_SETBACK)
        BigDecimal setback,

        @Stated(zh = "至铁路中心线距离", en = "distance to the railway centre line", measures = Quantity.RAILWAY_DISTANCE)
        BigDecimal railwayDistance)
        implements Element {}
