package redline.proof;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import redline.quantity.Quantity;
import redline.quantity.Unit;
import redline.quantity.Value;
import redline.requirement.Bound;

/** Numbers with units as cases write them. */
final class Amounts {
    private static final Pattern WRITTEN = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?)\\s*(\\S*)");

    private Amounts() {}

    /** The number of {@code 7.99 m}; null where the text is not a number with that unit. */
    static BigDecimal parse(String text, String unit) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        return matcher.matches() && matcher.group(2).equals(unit) ? new BigDecimal(matcher.group(1)) : null;
    }

    /** {@code 7.99 m}, {@code 46.6 %}, {@code FLAT}: exact, except that a quotient has eight decimals. */
    static String shown(Value value, Quantity quantity) {
        if (value instanceof Value.Terms terms) {
            return terms.codes().stream().collect(Collectors.joining("、"));
        }
        return shown(plain(value), quantity.unit());
    }

    static String shown(BigDecimal number, Unit unit) {
        BigDecimal shown = unit == Unit.PERCENT ? number.movePointRight(2) : number;
        String digits = shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
        return unit.symbol().isEmpty() ? digits : digits + " " + unit.symbol();
    }

    static String shown(Bound bound, Quantity quantity) {
        return bound.comparator().sign() + " " + shown(bound.value(), quantity);
    }

    /** Whether a value is the one written; a quotient is held against it at the written decimals, anything else exactly. */
    static boolean same(String written, Value value, Quantity quantity) {
        if (value instanceof Value.Terms) {
            return written.equals(shown(value, quantity));
        }
        BigDecimal expected = parse(written, quantity.unit().symbol());
        if (expected == null) {
            return false;
        }
        BigDecimal actual = quantity.unit() == Unit.PERCENT ? plain(value).movePointRight(2) : plain(value);
        return value instanceof Value.Ratio
                ? actual.setScale(expected.scale(), RoundingMode.HALF_UP).compareTo(expected) == 0
                : actual.compareTo(expected) == 0;
    }

    static boolean same(String written, Bound bound, Quantity quantity) {
        String sign = bound.comparator().sign() + " ";
        return written.startsWith(sign) && same(written.substring(sign.length()), bound.value(), quantity);
    }

    /** Whether a margin is the one written, exactly. */
    static boolean same(String written, BigDecimal margin, Unit unit) {
        BigDecimal expected = parse(written, unit.symbol());
        BigDecimal actual = unit == Unit.PERCENT ? margin.movePointRight(2) : margin;
        return expected != null && actual.compareTo(expected) == 0;
    }

    private static BigDecimal plain(Value value) {
        return value instanceof Value.Ratio ratio
                ? ratio.quotient().setScale(8, RoundingMode.HALF_UP)
                : ((Value.Amount) value).number();
    }
}
