package redline.intake.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts as people type them in tables, and the numbers in them. */
final class Written {
    private static final Pattern NUMBER =
            Pattern.compile("([+-]?(?:\\d{1,30}(?:\\.\\d{0,30})?|\\.\\d{1,30})(?:[eE][+-]?\\d{1,3})?)\\s*(%)?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(?:,\\d{3}){1,9}(?:\\.\\d{0,30})?\\s*%?");
    private static final int LONGEST = 60;
    private static final MathContext STORED = new MathContext(17);

    private Written() {}

    /** Trimmed; full-width digits, letters and signs made half-width, Chinese punctuation kept; not longer than a cell can be. */
    static String text(String raw) {
        String most = raw.length() <= SheetLimits.CELL_TEXT ? raw : cut(raw);
        StringBuilder text = new StringBuilder(most.length());
        for (int i = 0; i < most.length(); i++) {
            text.append(half(most.charAt(i)));
        }
        return text.toString().strip();
    }

    private static String cut(String raw) {
        int end = SheetLimits.CELL_TEXT;
        return raw.substring(0, Character.isHighSurrogate(raw.charAt(end - 1)) ? end - 1 : end);
    }

    private static char half(char c) {
        boolean sentence = c == '，' || c == '；' || c == '：' || c == '！' || c == '？';
        if (c >= '\uFF01' && c <= '\uFF5E' && !sentence) {
            return (char) (c - 0xFEE0);
        }
        return switch (c) {
            case '\u3000', '\u00A0', '\u2007', '\u202F' -> ' ';
            case '\u2212' -> '-';
            default -> c;
        };
    }

    /**
     * The number that a text is, thousands separators and a percent sign understood: {@code 1,234.50} is 1234.50 and {@code 46.6%} is
     * 0.466, as in a cell. Null where it is no number or holds more than one, such as a unit.
     */
    static BigDecimal number(String text) {
        return number(text, true);
    }

    /** @param grouped commas in threes are thousands separators; else a comma makes it no number */
    static BigDecimal number(String text, boolean grouped) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        String plain = text.replace('，', ',');
        if (plain.indexOf(',') >= 0) {
            if (!grouped || !GROUPED.matcher(plain).matches()) {
                return null;
            }
            plain = plain.replace(",", "");
        }
        Matcher number = NUMBER.matcher(plain);
        if (!number.matches()) {
            return null;
        }
        BigDecimal value = new BigDecimal(number.group(1));
        return number.group(2) == null ? value : value.movePointLeft(2);
    }

    /**
     * The number of a numeric cell. Excel holds binary numbers and stores them with up to 17 digits: 8.0500000000000007 is the 8.05 that
     * was typed, and it is given as that, the shortest decimal of the same binary number. What is written with fewer digits, or is not the
     * notation of a binary number, stays as written. Null where it is no finite number.
     */
    static BigDecimal stored(String raw) {
        String text = raw.strip();
        if (text.length() > 400 || text.isEmpty()) {
            return null;
        }
        try {
            BigDecimal written = new BigDecimal(text);
            double binary = written.doubleValue();
            if (!Double.isFinite(binary) || written.scale() > 400 || written.scale() < -400) {
                return null;
            }
            return written.precision() < 16 ? written : shortest(written, binary);
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    private static BigDecimal shortest(BigDecimal written, double binary) {
        BigDecimal exact = new BigDecimal(binary);
        boolean fromBinary = exact.round(STORED).compareTo(written) == 0
                || exact.round(new MathContext(16)).compareTo(written) == 0;
        if (fromBinary) {
            for (int digits = 15; digits < 17; digits++) {
                BigDecimal shorter = exact.round(new MathContext(digits));
                if (shorter.doubleValue() == binary) {
                    return shorter.stripTrailingZeros();
                }
            }
        }
        return written;
    }

    /** Without an exponent. */
    static String plain(BigDecimal number) {
        return (number.scale() < 0 ? number.setScale(0) : number).toPlainString();
    }

    /** As a cell in percent shows it, with all digits: 0.466 is {@code 46.6%}. */
    static String percent(BigDecimal number) {
        return plain(number.movePointRight(2).stripTrailingZeros()) + "%";
    }

    /** {@code _x000D_} stands for a character that XML cannot hold. */
    static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        Matcher escape = Pattern.compile("_x([0-9A-Fa-f]{4})_").matcher(text);
        StringBuilder plain = new StringBuilder();
        while (escape.find()) {
            char c = (char) Integer.parseInt(escape.group(1), 16);
            escape.appendReplacement(plain, Matcher.quoteReplacement(String.valueOf(c)));
        }
        return escape.appendTail(plain).toString();
    }
}
