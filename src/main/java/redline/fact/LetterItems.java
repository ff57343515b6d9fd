package redline.fact;

import static redline.scheme.ConditionLine.Bound.MAX;
import static redline.scheme.ConditionLine.Bound.MIN;
import static redline.scheme.ConditionLine.Bound.ONE_OF;

import java.util.List;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.scheme.ConditionLine.Bound;
import redline.scheme.ConditionLine.Item;

/** What a letter may bound which way, and how people call it. */
public final class LetterItems {
    private LetterItems() {}

    /** The bounds that make sense of an item: nobody sets a largest setback. */
    public static List<Bound> bounds(Item item) {
        return switch (item) {
            case FAR,
                    FAR_FLOOR_AREA,
                    FLOOR_AREA_ABOVE,
                    FLOOR_AREA_BELOW,
                    COMMERCIAL_AREA,
                    BUILDING_DENSITY,
                    GREEN_RATIO,
                    BUILDING_HEIGHT,
                    FAR_ABOVE,
                    FAR_BELOW,
                    BUILDING_COEFFICIENT -> List.of(MIN, MAX);
            case SETBACK,
                    CONTROL_LINE_SETBACK,
                    SPACING,
                    SPACING_FACTOR,
                    SUN_SPACING_FACTOR,
                    PARKING_MOTOR_PER_100M2,
                    PARKING_NON_MOTOR_PER_100M2,
                    PARKING_MOTOR_PER_DWELLING,
                    PARKING_NON_MOTOR_PER_DWELLING,
                    FENCE_SETBACK,
                    FACILITY_AREA,
                    HANDOVER_SPACES,
                    HOLD_SHARE,
                    INDIVISIBLE_SHARE,
                    RUNOFF_CONTROL,
                    PERMEABLE_SHARE,
                    SUNKEN_GREEN_SHARE,
                    PREFAB_SHARE,
                    GREEN_STARS,
                    CHARGING_SHARE,
                    CIVIL_DEFENCE_AREA,
                    INVESTMENT_INTENSITY,
                    EQUIPMENT_SHARE,
                    RESEARCH_SHARE,
                    ENERGY_VALUE,
                    EMISSION_VALUE,
                    TAX_PER_MU,
                    SALES_PER_MU -> List.of(MIN);
            case BASEMENT_STOREYS, BASEMENT_DEPTH, OFFICE_LAND_SHARE, OFFICE_AREA_SHARE, FACILITY_STOREY ->
                List.of(MAX);
            case USE, ROOF_FORM, ACCESS_SIDE, NO_ACCESS, FACILITY_HANDOVER -> List.of(ONE_OF);
        };
    }

    /** Spaces per floor area and spaces per dwelling are two ways of saying one thing. */
    static boolean sameMatter(Item one, Item other) {
        return matter(one) == matter(other);
    }

    private static Item matter(Item item) {
        return switch (item) {
            case PARKING_MOTOR_PER_DWELLING -> Item.PARKING_MOTOR_PER_100M2;
            case PARKING_NON_MOTOR_PER_DWELLING -> Item.PARKING_NON_MOTOR_PER_100M2;
            default -> item;
        };
    }

    public static Text title(Item item) {
        return switch (item) {
            case FAR -> Quantity.FAR.title();
            case FAR_FLOOR_AREA -> Quantity.FAR_FLOOR_AREA.title();
            case FLOOR_AREA_ABOVE -> Quantity.FLOOR_AREA_ABOVE.title();
            case FLOOR_AREA_BELOW -> Quantity.FLOOR_AREA_BELOW.title();
            case COMMERCIAL_AREA -> Quantity.COMMERCIAL_AREA.title();
            case BUILDING_DENSITY -> Quantity.BUILDING_DENSITY.title();
            case GREEN_RATIO -> Quantity.GREEN_RATIO.title();
            case BUILDING_HEIGHT -> Quantity.BUILDING_HEIGHT.title();
            case SETBACK -> Quantity.SETBACK.title();
            case CONTROL_LINE_SETBACK -> Quantity.CONTROL_LINE_SETBACK.title();
            case SPACING -> Quantity.SPACING.title();
            case SPACING_FACTOR -> new Text("建筑间距系数", "Spacing as a multiple of height");
            case SUN_SPACING_FACTOR -> new Text("日照间距系数", "Sunlight spacing ratio");
            case PARKING_MOTOR_PER_100M2 -> new Text("每百平方米机动车位", "Car spaces per 100 m²");
            case PARKING_NON_MOTOR_PER_100M2 -> new Text("每百平方米非机动车位", "Bicycle spaces per 100 m²");
            case PARKING_MOTOR_PER_DWELLING -> new Text("每户机动车位", "Car spaces per dwelling");
            case PARKING_NON_MOTOR_PER_DWELLING -> new Text("每户非机动车位", "Bicycle spaces per dwelling");
            case USE -> Quantity.USE.title();
            case ROOF_FORM -> Quantity.ROOF_FORM.title();
            case ACCESS_SIDE -> Quantity.ACCESS_SIDE.title();
            default -> Quantity.valueOf(item.name()).title();
        };
    }

    public static Text title(Bound bound) {
        return switch (bound) {
            case MIN -> new Text("下限", "minimum");
            case MAX -> new Text("上限", "maximum");
            case ONE_OF -> new Text("可选范围", "choice");
        };
    }
}
