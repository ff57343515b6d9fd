package redline.scheme;

import java.math.BigDecimal;
import redline.quantity.Quantity;
import redline.quantity.Unit;

/** A part that may stand out over a red line (GB 50352 4.3). */
public record Projection(
        String id,
        String name,
        String parcel,
        @Stated(zh = "所属建筑", en = "building") String building,

        @Stated(
                zh = "种类",
                en = "kind",
                words = {
                    "BALCONY",
                    "BAY_WINDOW",
                    "CANOPY",
                    "STEPS",
                    "RAMP",
                    "EQUIPMENT_PLATFORM",
                    "FENCE",
                    "EAVE",
                    "AIR_CONDITIONER",
                    "BASEMENT"
                })
        String kind,

        @Stated(zh = "经批准的公益性设施", en = "approved public works")
        Boolean approvedPublicWork,

        @Stated(zh = "既有建筑改造", en = "refurbishment") Boolean refurbishment,

        @Stated(zh = "下缘至人行道净高", en = "clear height above the pavement", unit = Unit.METRE)
        BigDecimal clearHeight,

        @Stated(zh = "突出红线距离", en = "projection beyond the red line", measures = Quantity.BEYOND_RED_LINE)
        BigDecimal beyond,

        @Stated(zh = "所向用地界线", en = "boundary side") String side,
        @Stated(zh = "有柱", en = "on columns") Boolean columns,
        @Stated(zh = "位于裙房", en = "on the podium") Boolean onPodium,

        @Stated(zh = "占用退让的距离", en = "projection into the setback", measures = Quantity.SETBACK_TAKEN)
        BigDecimal intoSetback)
        implements Element {}
