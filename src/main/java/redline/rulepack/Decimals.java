package redline.rulepack;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Decimals as policy staff write them: digits with an optional sign and point, no exponent, no grouping. */
final class Decimals {
    private static final Pattern WRITTEN = Pattern.compile("[-+]?[0-9]{1,15}(\\.[0-9]{1,12})?");

    private Decimals() {}

    /** Null where the text is no such decimal. */
    static BigDecimal parse(String text) {
        String number = text.strip();
        return WRITTEN.matcher(number).matches() ? new BigDecimal(number) : null;
    }

    /** As few digits as say the same. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
