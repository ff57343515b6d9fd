package redline.intake;

import java.util.List;
import java.util.Set;
import redline.scheme.ConditionLine.Item;

/**
 * How the lines of one item are written: the unit of {@code min} and {@code max}, or null where the item is bounded by
 * {@code oneOf}; and which qualifiers narrow it. A qualifier that an item does not have cannot be unknown: it is ANY.
 */
record LineForm(Magnitude magnitude, Set<String> qualifiers) {
    static final String SIDE = "side";
    static final String BEYOND = "beyond";
    static final String HEIGHT_CLASS = "heightClass";
    static final String USE = "use";
    static final String FACILITY = "facility";
    static final List<String> QUALIFIERS = List.of(SIDE, BEYOND, HEIGHT_CLASS, USE, FACILITY);

    static LineForm of(Item item) {
        return switch (item) {
            case FAR, SUN_SPACING_FACTOR -> new LineForm(Magnitude.NUMBER, Set.of());
            case FAR_FLOOR_AREA, FLOOR_AREA_ABOVE, FLOOR_AREA_BELOW, COMMERCIAL_AREA ->
                new LineForm(Magnitude.AREA, Set.of());
            case BUILDING_DENSITY, GREEN_RATIO -> new LineForm(Magnitude.SHARE, Set.of());
            case BUILDING_HEIGHT -> new LineForm(Magnitude.LENGTH, Set.of());
            case SETBACK -> new LineForm(Magnitude.LENGTH, Set.of(SIDE, BEYOND, HEIGHT_CLASS));
            case CONTROL_LINE_SETBACK -> new LineForm(Magnitude.LENGTH, Set.of(BEYOND));
            case SPACING -> new LineForm(Magnitude.LENGTH, Set.of(SIDE));
            case SPACING_FACTOR -> new LineForm(Magnitude.NUMBER, Set.of(SIDE));
            case PARKING_MOTOR_PER_100M2, PARKING_NON_MOTOR_PER_100M2 ->
                new LineForm(Magnitude.RATE_PER_100M2, Set.of(USE));
            case PARKING_MOTOR_PER_DWELLING, PARKING_NON_MOTOR_PER_DWELLING ->
                new LineForm(Magnitude.NUMBER, Set.of(USE));
            case USE, ROOF_FORM, ACCESS_SIDE, NO_ACCESS -> new LineForm(null, Set.of());
            case FAR_ABOVE,
                    FAR_BELOW,
                    BASEMENT_STOREYS,
                    GREEN_STARS,
                    INVESTMENT_INTENSITY,
                    ENERGY_VALUE,
                    EMISSION_VALUE,
                    TAX_PER_MU,
                    SALES_PER_MU -> new LineForm(Magnitude.NUMBER, Set.of());
            case FENCE_SETBACK -> new LineForm(Magnitude.LENGTH, Set.of(BEYOND));
            case BASEMENT_DEPTH -> new LineForm(Magnitude.LENGTH, Set.of());
            case HANDOVER_SPACES -> new LineForm(Magnitude.COUNT, Set.of());
            case CIVIL_DEFENCE_AREA -> new LineForm(Magnitude.AREA, Set.of());
            case HOLD_SHARE,
                    INDIVISIBLE_SHARE,
                    RUNOFF_CONTROL,
                    PERMEABLE_SHARE,
                    SUNKEN_GREEN_SHARE,
                    PREFAB_SHARE,
                    CHARGING_SHARE,
                    BUILDING_COEFFICIENT,
                    OFFICE_LAND_SHARE,
                    OFFICE_AREA_SHARE,
                    EQUIPMENT_SHARE,
                    RESEARCH_SHARE -> new LineForm(Magnitude.SHARE, Set.of());
            case FACILITY_AREA -> new LineForm(Magnitude.AREA, Set.of(FACILITY));
            case FACILITY_STOREY -> new LineForm(Magnitude.NUMBER, Set.of(FACILITY));
            case FACILITY_HANDOVER -> new LineForm(null, Set.of(FACILITY));
        };
    }
}
