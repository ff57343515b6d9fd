package redline.intake.building;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers computed from coordinates, as plain decimals: to a micrometre, what lies below is round-off. */
final class Plain {
    private static final int DIGITS = 6;

    private Plain() {}

    static String of(double value) {
        return decimal(value).toPlainString();
    }

    /** @param value finite */
    static BigDecimal decimal(double value) {
        BigDecimal rounded =
                new BigDecimal(value).setScale(DIGITS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /** A number as written, null where the text is none or absurdly long. */
    static BigDecimal number(String text) {
        String trimmed = text == null ? "" : text.trim();
        if (trimmed.isEmpty() || trimmed.length() > 40) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(trimmed);
            return Math.abs(number.scale()) > 40 ? null : number;
        } catch (NumberFormatException none) {
            return null;
        }
    }
}
