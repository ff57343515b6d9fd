package redline.intake.dxf;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import redline.quantity.Text;

/** Tags of a drawing that are in memory: group code and value, the values as they stand in the file. */
class Tags {
    static final Text REMEDY = new Text(
            "请在 CAD 中用“另存为 DXF”重新导出，或先用 AUDIT、PURGE 修复图形",
            "Export the drawing again (save as DXF), or repair it with AUDIT and PURGE first");

    /** What CAD programs write for "not set" (1e20) lies below, and the square of it is still a number. */
    private static final double LARGEST = 1e30;

    /** Powers of ten that a double holds exactly. */
    private static final double[] TENS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    protected final Charset charset;
    protected byte[] bytes;
    protected int[] codes;
    protected int[] starts;
    protected int[] ends;
    protected int size;
    /** How many tags of the file stand before these. */
    protected int before;

    Tags(Charset charset, byte[] bytes, int[] codes, int[] starts, int[] ends) {
        this.charset = charset;
        this.bytes = bytes;
        this.codes = codes;
        this.starts = starts;
        this.ends = ends;
        this.size = codes.length;
    }

    /** Those of the first {@code n} for themselves. */
    Tags first(int n) {
        int from = n == 0 ? 0 : starts[0];
        int[] starting = Arrays.copyOf(starts, n);
        int[] ending = Arrays.copyOf(ends, n);
        for (int i = 0; i < n; i++) {
            starting[i] -= from;
            ending[i] -= from;
        }
        byte[] own = n == 0 ? new byte[0] : Arrays.copyOfRange(bytes, from, ends[n - 1]);
        Tags tags = new Tags(charset, own, Arrays.copyOf(codes, n), starting, ending);
        tags.before = before;
        return tags;
    }

    /**
     * Whether there is such a tag.
     *
     * @throws DxfFault where reading so far shows that the file is no drawing
     */
    boolean has(int i) throws DxfFault, IOException {
        return i < size;
    }

    int code(int i) {
        return codes[i];
    }

    /** The line of a value, counted from 1. */
    int line(int i) {
        return 2 * (before + i) + 2;
    }

    boolean is(int i, String word) {
        int start = starts[i];
        int end = ends[i];
        while (end > start && bytes[end - 1] <= ' ') {
            end--;
        }
        while (start < end && bytes[start] <= ' ' && bytes[start] >= 0) {
            start++;
        }
        if (end - start != word.length()) {
            return false;
        }
        for (int k = 0; k < word.length(); k++) {
            if (bytes[start + k] != word.charAt(k)) {
                return false;
            }
        }
        return true;
    }

    /** Whether an object of that type, or what is written like one, begins here. */
    boolean begins(int i, String word) {
        return codes[i] == 0 && is(i, word);
    }

    String text(int i) {
        return CodePage.unescaped(new String(bytes, starts[i], ends[i] - starts[i], charset));
    }

    /** Of a word in plain Latin letters, such as the type of an entity. */
    String word(int i) {
        return new String(bytes, starts[i], ends[i] - starts[i], StandardCharsets.ISO_8859_1).strip();
    }

    /** @throws DxfFault where it is no finite number, or larger than any that a drawing has */
    double number(int i) throws DxfFault {
        double plain = plain(i);
        // Not so also where it is NaN.
        return Math.abs(plain) <= LARGEST ? plain : written(i);
    }

    /**
     * A decimal of at most 15 digits without exponent: the quotient of two numbers that a double holds exactly is the nearest double, as
     * {@code parseDouble} gives it. NaN where it is written otherwise.
     */
    private double plain(int i) {
        int at = starts[i];
        int end = ends[i];
        while (end > at && bytes[end - 1] == ' ') {
            end--;
        }
        while (at < end && bytes[at] == ' ') {
            at++;
        }
        boolean negative = at < end && bytes[at] == '-';
        if (negative) {
            at++;
        }
        long digits = 0;
        int count = 0;
        int decimals = -1;
        boolean seen = false;
        for (; at < end; at++) {
            byte sign = bytes[at];
            if (sign >= '0' && sign <= '9' && count < 15) {
                seen = true;
                digits = 10 * digits + (sign - '0');
                count += digits == 0 ? 0 : 1;
                decimals += decimals < 0 ? 0 : 1;
            } else if (sign == '.' && decimals < 0) {
                decimals = 0;
            } else {
                return Double.NaN;
            }
        }
        if (!seen || decimals >= TENS.length) {
            return Double.NaN;
        }
        double value = decimals <= 0 ? digits : digits / TENS[decimals];
        return negative ? -value : value;
    }

    private double written(int i) throws DxfFault {
        String text = word(i);
        try {
            double number = Double.parseDouble(text);
            if (Math.abs(number) <= LARGEST) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // told below, together with NaN, infinity and what is too large
        }
        throw new DxfFault(line(i), new Text("“" + text + "”不是数", "\"" + text + "\" is not a number"), REMEDY);
    }
}
