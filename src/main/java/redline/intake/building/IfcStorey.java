package redline.intake.building;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import redline.quantity.Text;

/**
 * A level of an IFC file, which need not be a storey: modellers also draw levels for foundations, roofs and references.
 *
 * @param name unique within the file
 * @param elevation as written, in units of the file; null where the file gives none
 * @param metres the same in metres without round-off; null where it is not known
 * @param contents elements and spaces on it
 */
record IfcStorey(
        StepInstance entity, String name, int building, BigDecimal elevation, BigDecimal metres, int contents) {
    private static final Pattern FOUNDATION = Pattern.compile(
            "fdn|found|footing|fundament|(?:^|\\W)tof(?:\\W|$)|基础|基底|承台|桩顶|筏板|垫层|ciment", Pattern.CASE_INSENSITIVE);
    private static final Pattern ROOF = Pattern.compile(
            "roof|dach(?!geschoss)|toit|cubierta|tejado|parapet|ridge|eaves|屋面|屋顶|屋脊|女儿墙|檐口|(?:^|\\W)rf(?:\\W|$)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BASEMENT =
            Pattern.compile("地下|basement|cellar|keller|(?:^|\\W)(?:UG|B\\d)(?:\\W|$)|^-\\d", Pattern.CASE_INSENSITIVE);

    /** Floors lie above the ground when not lower than so many metres: thresholds and sloping sites reach below ±0.000. */
    static final BigDecimal LOWEST_GROUND_FLOOR = new BigDecimal("-0.5");

    enum Kind {
        STOREY("地上层", "storey"),
        BASEMENT("地下层", "basement"),
        FOUNDATION("基础标高", "foundation level"),
        ROOF("屋面标高", "roof level"),
        EMPTY("没有构件的标高", "level that holds nothing"),
        UNKNOWN("没有标高，不能判断", "without elevation, cannot be told");

        private final Text text;

        Kind(String zh, String en) {
            text = new Text(zh, en);
        }

        Text text() {
            return text;
        }
    }

    /** By its name first, then by its elevation, then by whether anything stands on it. */
    Kind kind(boolean someHoldAnything) {
        if (FOUNDATION.matcher(name).find()) {
            return Kind.FOUNDATION;
        }
        if (ROOF.matcher(name).find()) {
            return Kind.ROOF;
        }
        if (BASEMENT.matcher(name).find()) {
            return Kind.BASEMENT;
        }
        if (metres == null) {
            return Kind.UNKNOWN;
        }
        if (metres.compareTo(LOWEST_GROUND_FLOOR) < 0) {
            return Kind.BASEMENT;
        }
        return someHoldAnything && contents == 0 ? Kind.EMPTY : Kind.STOREY;
    }

    /** From below upwards; those without elevation last. */
    static List<IfcStorey> ordered(List<IfcStorey> storeys) {
        List<IfcStorey> ordered = new ArrayList<>(storeys);
        ordered.sort(Comparator.comparing(IfcStorey::metres, Comparator.nullsLast(Comparator.naturalOrder())));
        return ordered;
    }
}
