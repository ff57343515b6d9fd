package redline.rulepack;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;

/** The smallest change of a value that must be noticed: one step of its quantity, in the inside unit. */
final class ValueStep {
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

    private static final Map<String, BigDecimal> BY_UNIT = Map.of(
            "m",
            HUNDREDTH,
            "m²",
            HUNDREDTH,
            "h",
            HUNDREDTH,
            "%",
            new BigDecimal("0.0001"),
            "1",
            HUNDREDTH,
            "级",
            BigDecimal.ONE,
            "个",
            BigDecimal.ONE);

    private ValueStep() {}

    /** Of a parameter. */
    static BigDecimal of(String unit) {
        return Objects.requireNonNull(BY_UNIT.get(unit), unit);
    }

    /** Of a column: by its unit; without one, 1 where it counts in whole numbers. */
    static BigDecimal of(Row.Column column, Pack.Table table) {
        BigDecimal step = BY_UNIT.get(column.unit());
        return step != null ? step : countsWhole(column, table) ? BigDecimal.ONE : HUNDREDTH;
    }

    private static boolean countsWhole(Row.Column column, Pack.Table table) {
        return table.rows().stream()
                .map(entry -> entry.row().values().get(column.name()))
                .allMatch(value ->
                        !(value instanceof Double number) || number.isInfinite() || number == Math.rint(number));
    }

    /** As the file writes it. */
    static String shown(BigDecimal inside, String unit) {
        BigDecimal shown = unit.equals("%") ? inside.movePointRight(2) : inside;
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }

    /** With its sign. */
    static String signed(BigDecimal step, String unit) {
        return (step.signum() > 0 ? "+" : "") + shown(step, unit);
    }
}
