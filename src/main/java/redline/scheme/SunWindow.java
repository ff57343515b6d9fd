package redline.scheme;

import java.math.BigDecimal;
import org.locationtech.jts.geom.LineString;
import redline.quantity.Unit;

/**
 * A window of a dwelling or room that is to have sun, by its sill: {@code line} in plan on the face of the wall, at the level
 * {@code sill} above datum. Windows with the same {@code room} of one dwelling light one room.
 */
public record SunWindow(
        String id,
        String name,
        String parcel,
        @Stated(zh = "所在建筑", en = "building") String building,
        @Stated(zh = "所属日照户或房间", en = "dwelling or room") String dwelling,
        @Stated(zh = "房间", en = "room") String room,
        @Stated(zh = "所在层", en = "storey") String storey,
        @Stated(zh = "窗台线", en = "sill line") LineString line,

        @Stated(zh = "窗台标高", en = "sill level", unit = Unit.METRE, signed = true)
        BigDecimal sill)
        implements Element {}
