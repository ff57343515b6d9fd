package redline.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as formulas show them: two decimals, more where the number has them, never fewer than it needs. */
final class Numbers {
    private Numbers() {}

    static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.setScale(Math.max(stripped.scale(), 0), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    static String metres(BigDecimal number) {
        return twoOrMore(number) + " m";
    }

    static String squareMetres(BigDecimal number) {
        return twoOrMore(number) + " m²";
    }

    private static String twoOrMore(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.setScale(Math.max(stripped.scale(), 2), RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
