package redline.scheme;

import java.math.BigDecimal;
import java.util.List;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * A part of a building with one footprint: podium, tower, basement, or the whole. Elevations in m above datum;
 * {@code controlHeights} are the points that a height definition may choose from.
 */
public record Volume(
        String id,
        Role role,
        Polygon footprint,
        BigDecimal bottom,
        BigDecimal top,
        List<ControlHeight> controlHeights,
        List<Storey> storeys,
        List<Face> faces) {
    /** 整体 | 裙房 | 主体(塔楼)| 地下. */
    public enum Role {
        WHOLE,
        PODIUM,
        TOWER,
        BASEMENT
    }

    /** 屋面 | 女儿墙顶 | 檐口 | 屋脊, elevation in m above datum. */
    public record ControlHeight(Point point, BigDecimal elevation) {
        /** Named points of a roof. */
        public enum Point {
            ROOF_SURFACE,
            PARAPET_TOP,
            EAVE,
            RIDGE
        }
    }

    /** {@code count} equal storeys, {@code height} in m, {@code use} a code of domain B.11. */
    public record Storey(String name, Integer count, BigDecimal height, String use) {}

    /** One façade; MAIN (主要朝向) or GABLE (山墙). */
    public record Face(LineString line, Kind kind) {
        /** 主要朝向面 | 山墙面. */
        public enum Kind {
            MAIN,
            GABLE
        }
    }
}
