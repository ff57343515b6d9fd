package redline.scheme;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import redline.quantity.Quantity;

/**
 * Figures of one parcel or sub-zone that are stated as they are (专项指标表): the supplement of the indicator table. What is not a
 * key is unknown. {@code values} in the inside unit of the quantity.
 */
public record Figures(String site, Map<Quantity, BigDecimal> values) {
    /** Added up from layers, never stated. */
    private static final Set<Quantity> COMPUTED = EnumSet.of(
            Quantity.AVERAGE_STOREYS, Quantity.VEHICLE_EXITS, Quantity.EXPRESSWAY_EXITS, Quantity.CONCENTRATED_GREEN);

    /** What can be stated, in the order of {@link Quantity}. */
    public static final List<Quantity> STATED =
            Arrays.stream(Quantity.values()).filter(Figures::isStated).toList();

    /** From BUILDING_COEFFICIENT to MOTOR_EXIT_TOTAL. */
    private static boolean isStated(Quantity quantity) {
        return quantity.compareTo(Quantity.BUILDING_COEFFICIENT) >= 0
                && quantity.compareTo(Quantity.MOTOR_EXIT_TOTAL) <= 0
                && !COMPUTED.contains(quantity);
    }

    /** The key of a quantity in the scheme file: runoffControl. */
    public static String key(Quantity quantity) {
        String[] words = quantity.name().toLowerCase(Locale.ROOT).split("_", -1);
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
    }
}
