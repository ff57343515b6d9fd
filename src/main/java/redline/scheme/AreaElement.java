package redline.scheme;

import java.math.BigDecimal;
import java.util.List;
import org.locationtech.jts.geom.Polygon;

/**
 * A line of the area table or an area frame of a storey: {@code area} in m² × {@code count}, with 面积系数 and 计容系数.
 * {@code outline} (when drawn) is measured where the basis of floor areas is the drawing.
 */
public record AreaElement(
        String id,
        String building,
        String storey,
        String kind,
        String use,
        Boolean belowGround,
        BigDecimal area,
        Integer count,
        BigDecimal areaCoefficient,
        BigDecimal farCoefficient,
        Boolean inFootprint,
        Polygon outline,
        Detail detail) {

    /**
     * What the coefficients hang on (GB/T 50353, GB 55031): {@code form} of the element, heights and projection in m,
     * {@code sillStep} from the floor to the sill of a bay window, {@code roofAboveGround} of a basement, {@code roofAboveRoads} above the mean level of the adjoining city roads, {@code unitArea}
     * in-suite area of its dwelling in m²; {@code dwellingType} the id of the {@link DwellingType} that the element belongs to: such
     * a line holds the area of one dwelling.
     */
    public record Detail(
            String form,
            BigDecimal storeyHeight,
            BigDecimal clearHeight,
            Boolean insideMain,
            Boolean enclosed,
            BigDecimal sillStep,
            BigDecimal projection,
            Boolean columns,
            Boolean railed,
            BigDecimal roofAboveGround,
            BigDecimal roofAboveRoads,
            BigDecimal unitArea,
            Boolean processNeedsHeight,
            String dwellingType) {
        /** Kinds of element that the rulebooks name. */
        public static final List<String> FORMS = List.of(
                "STOREY",
                "BASEMENT",
                "VOID_DECK",
                "BALCONY",
                "BAY_WINDOW",
                "EQUIPMENT_PLATFORM",
                "EQUIPMENT_FLOOR",
                "CANOPY",
                "PORCH",
                "CORRIDOR",
                "LINK_BRIDGE",
                "OUTDOOR_STAIR",
                "GARAGE_RAMP",
                "SLOPING_ROOF",
                "INSULATION",
                "ROOF_ROOM");
    }
}
