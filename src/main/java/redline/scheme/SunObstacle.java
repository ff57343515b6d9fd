package redline.scheme;

import java.math.BigDecimal;
import java.util.List;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import redline.quantity.Unit;

/**
 * What of a building stands in the sun's way beside its volumes. {@code outline}: an upright solid from {@code bottom} to
 * {@code top}; {@code line} alone: an upright screen. Of a ROOF_FACE both: a plane that lies at {@code bottom} along the line and
 * rises over the outline to {@code top} where it is farthest from the line. Levels in m above datum.
 */
public record SunObstacle(
        String id,
        String name,
        String parcel,
        @Stated(zh = "所属建筑", en = "building") String building,

        @Stated(
                zh = "种类",
                en = "kind",
                words = {"PARAPET", "ROOF_ROOM", "EAVES", "BALCONY", "FRAME", "ROOF_FACE"})
        String kind,

        @Stated(zh = "轮廓", en = "outline") Polygon outline,
        @Stated(zh = "线", en = "line") LineString line,

        @Stated(zh = "底标高", en = "bottom level", unit = Unit.METRE, signed = true)
        BigDecimal bottom,

        @Stated(zh = "顶标高", en = "top level", unit = Unit.METRE, signed = true)
        BigDecimal top)
        implements Element {
    /** Words of {@code kind}. */
    public static final List<String> KINDS = List.of("PARAPET", "ROOF_ROOM", "EAVES", "BALCONY", "FRAME", "ROOF_FACE");
}
