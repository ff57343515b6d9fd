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
    static final List<String> QUALIFIERS = List.of(SIDE, BEYOND, HEIGHT_CLASS, USE);

    static LineForm of(Item item) {
        return switch (item) {
            case FAR -> new LineForm(Magnitude.NUMBER, Set.of());
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
            case USE, ROOF_FORM, ACCESS_SIDE -> new LineForm(null, Set.of());
        };
    }
}
