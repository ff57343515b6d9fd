package redline.scheme;

import java.math.BigDecimal;
import java.util.List;

/**
 * One bound of a conditions letter. Null means unknown throughout: a line that has lost its {@code bound} may be a minimum or a
 * maximum, a line that has lost its {@code sides} may speak of any of them. "Any" is said: {@link #ANY}.
 *
 * @param article as printed in the letter, for example 第3条
 * @param site id of the parcel or zone it speaks of
 * @param value in the inside unit of the item (m, m², a fraction for shares, spaces per dwelling; the items per 100 m² are
 *     spaces per m²: the written number ÷ 100, exactly), null for ONE_OF
 * @param terms of ONE_OF, otherwise null
 * @param sides names of {@link Compass}, or ANY; items without direction: ANY
 * @param beyond what lies beyond the side (see {@link Side}) the kind of control line or of facility, or ANY
 * @param heightClass LOW | MULTI | HIGH, or ANY
 * @param use a code of domain B.11 that narrows the line, or ANY
 */
public record ConditionLine(
        String id,
        String article,
        String site,
        Item item,
        Bound bound,
        BigDecimal value,
        List<String> terms,
        List<String> sides,
        String beyond,
        String heightClass,
        String use) {
    public static final String ANY = "ANY";

    /** What a letter can bound (domain A.1). */
    public enum Item {
        FAR,
        FAR_FLOOR_AREA,
        FLOOR_AREA_ABOVE,
        FLOOR_AREA_BELOW,
        COMMERCIAL_AREA,
        BUILDING_DENSITY,
        GREEN_RATIO,
        BUILDING_HEIGHT,
        /** By side, what lies beyond, and height class. */
        SETBACK,
        /** By kind of control line, in {@code beyond}. */
        CONTROL_LINE_SETBACK,
        /** Fixed distance between buildings, by side. */
        SPACING,
        /** Multiple of the new building's height, by side. */
        SPACING_FACTOR,
        /** 日照间距系数: multiple of what the southern building rises above the level at which the northern one needs sun. */
        SUN_SPACING_FACTOR,
        /** Spaces per 100 m² of floor area of {@code use}, as the letter writes it; see {@code value}. */
        PARKING_MOTOR_PER_100M2,
        PARKING_NON_MOTOR_PER_100M2,
        /** Spaces per dwelling. */
        PARKING_MOTOR_PER_DWELLING,
        PARKING_NON_MOTOR_PER_DWELLING,
        USE,
        ROOF_FORM,
        ACCESS_SIDE,
        FAR_ABOVE,
        FAR_BELOW,
        /** Of fences and gate houses, by what lies beyond the side. */
        FENCE_SETBACK,
        /** By kind of facility, in {@code beyond}. */
        FACILITY_AREA,
        /** Highest storey of a kind of facility. */
        FACILITY_STOREY,
        /** ONE_OF YES: a kind of facility is handed over. */
        FACILITY_HANDOVER,
        HANDOVER_SPACES,
        HOLD_SHARE,
        INDIVISIBLE_SHARE,
        BASEMENT_STOREYS,
        BASEMENT_DEPTH,
        RUNOFF_CONTROL,
        PERMEABLE_SHARE,
        SUNKEN_GREEN_SHARE,
        PREFAB_SHARE,
        GREEN_STARS,
        CHARGING_SHARE,
        CIVIL_DEFENCE_AREA,
        BUILDING_COEFFICIENT,
        OFFICE_LAND_SHARE,
        OFFICE_AREA_SHARE,
        /** 标准地 promises: this and the following (domain A.3). */
        INVESTMENT_INTENSITY,
        EQUIPMENT_SHARE,
        RESEARCH_SHARE,
        ENERGY_VALUE,
        EMISSION_VALUE,
        TAX_PER_MU,
        SALES_PER_MU,
        /** ONE_OF NO: no access in the stretches that the letter draws (禁开口段). */
        NO_ACCESS
    }

    /** Which way a line bounds. */
    public enum Bound {
        MIN,
        MAX,
        ONE_OF
    }
}
