package redline.rulepack;

import java.math.BigDecimal;

/**
 * Arithmetic of rules in exact decimals, for both readings: doubles hold what was written in decimals, so sums and products of
 * them are taken as decimals too and 0.1 + 0.2 is 0.3. Public because compiled rules call it from their own class loader.
 */
public final class Arithmetic {
    private Arithmetic() {}

    /** An open end (±∞) of a table was calculated with. */
    static final class OpenEnd extends RuntimeException {
        private static final long serialVersionUID = 1;

        OpenEnd() {
            super("arithmetic with an open end (∞)");
        }
    }

    public static BigDecimal plus(Number a, Number b) {
        return decimal(a).add(decimal(b));
    }

    public static BigDecimal minus(Number a, Number b) {
        return decimal(a).subtract(decimal(b));
    }

    public static BigDecimal times(Number a, Number b) {
        return decimal(a).multiply(decimal(b));
    }

    /** Negative, 0 or positive as {@code a} is less than, equal to or greater than {@code b}. */
    public static int compare(Number a, Number b) {
        if (a instanceof Double && b instanceof Double || infinite(a) || infinite(b)) {
            return a.doubleValue() < b.doubleValue() ? -1 : a.doubleValue() > b.doubleValue() ? 1 : 0;
        }
        return decimal(a).compareTo(decimal(b));
    }

    static BigDecimal apply(char operator, Number a, Number b) {
        return switch (operator) {
            case '+' -> plus(a, b);
            case '-' -> minus(a, b);
            case '*' -> times(a, b);
            default -> throw new IllegalStateException("no operator " + operator);
        };
    }

    static BigDecimal decimal(Number number) {
        if (infinite(number)) {
            throw new OpenEnd();
        }
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.doubleValue());
    }

    private static boolean infinite(Number number) {
        return number instanceof Double value && value.isInfinite();
    }
}
