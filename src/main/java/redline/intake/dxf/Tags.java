package redline.intake.dxf;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import redline.quantity.Text;

/** The tags of a drawing: group code and value, the values as they stand in the file. Ends at EOF; what follows is not read. */
final class Tags {
    /** More tags than a drawing of a whole town has. */
    static final int MOST = 20_000_000;

    /** What CAD programs write for "not set" (1e20) lies below, and the square of it is still a number. */
    private static final double LARGEST = 1e30;

    /** Powers of ten that a double holds exactly. */
    private static final double[] TENS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    /** No code on a line. */
    private static final int NONE = Integer.MIN_VALUE;

    private static final Text REMEDY = new Text(
            "请在 CAD 中用“另存为 DXF”重新导出，或先用 AUDIT、PURGE 修复图形",
            "Export the drawing again (save as DXF), or repair it with AUDIT and PURGE first");

    private final byte[] bytes;
    private int[] codes = new int[1024];
    private int[] starts = new int[1024];
    private int[] ends = new int[1024];
    private int size;
    private boolean ended;

    private Tags(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws DxfFault where a group code is no number, or a file has no tags at all */
    static Tags of(byte[] file) throws DxfFault {
        boolean binary = BinaryTags.is(file);
        Tags tags = new Tags(binary ? BinaryTags.asText(file) : file);
        tags.read(binary);
        return tags;
    }

    private void read(boolean binary) throws DxfFault {
        int at = bytes.length >= 3 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb ? 3 : 0;
        int line = 1;
        while (at < bytes.length && !ended) {
            int codeEnd = lineEnd(at);
            int code = code(at, codeEnd, binary ? 0 : line);
            int start = next(codeEnd);
            if (code == NONE && start >= bytes.length) {
                break; // blank lines at the end
            }
            if (code == NONE) {
                throw noCode(binary ? 0 : line, at, codeEnd);
            }
            int end = lineEnd(start);
            add(code, start, end);
            ended = code == 0 && is(size - 1, "EOF");
            at = next(end);
            line += 2;
        }
        if (size == 0) {
            throw new DxfFault(0, new Text("文件里没有 DXF 内容", "The file holds no DXF content"), REMEDY);
        }
    }

    private int code(int start, int end, int line) throws DxfFault {
        int from = start;
        int to = end;
        while (from < to && bytes[from] <= ' ') {
            from++;
        }
        while (to > from && bytes[to - 1] <= ' ') {
            to--;
        }
        if (from == to) {
            return NONE;
        }
        boolean negative = bytes[from] == '-';
        int value = 0;
        for (int i = negative ? from + 1 : from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9' || value > 100_000) {
                throw noCode(line, start, end);
            }
            value = value * 10 + bytes[i] - '0';
        }
        return negative ? -value : value;
    }

    private DxfFault noCode(int line, int start, int end) {
        String found = new String(bytes, start, Math.min(end - start, 30), StandardCharsets.ISO_8859_1).strip();
        return new DxfFault(
                line,
                new Text(
                        "这里应为组码(整数),却是“" + found + "”",
                        "A group code (an integer) is expected here, not \"" + found + "\""),
                REMEDY);
    }

    private void add(int code, int start, int end) throws DxfFault {
        if (size == MOST) {
            throw new DxfFault(
                    0,
                    new Text("图形超过 " + MOST + " 个组码", "More than " + MOST + " tags"),
                    new Text("请只导出总平面所需的图层", "Export only the layers of the site plan"));
        }
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, 2 * size);
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
        }
        codes[size] = code;
        starts[size] = start;
        ends[size] = end > start && bytes[end - 1] == '\r' ? end - 1 : end;
        size++;
    }

    private int lineEnd(int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n' && !(bytes[at] == '\r' && !follows(at, '\n'))) {
            at++;
        }
        return at;
    }

    private boolean follows(int at, char sign) {
        return at + 1 < bytes.length && bytes[at + 1] == sign;
    }

    private int next(int lineEnd) {
        return Math.min(bytes.length, lineEnd + 1);
    }

    /** Whether the file says where it ends. */
    boolean ended() {
        return ended;
    }

    int size() {
        return size;
    }

    int code(int i) {
        return codes[i];
    }

    /** The line of a value, counted from 1. */
    static int line(int i) {
        return 2 * i + 2;
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

    String text(int i, Charset charset) {
        return new String(bytes, starts[i], ends[i] - starts[i], charset);
    }

    /** Of a word in plain Latin letters, such as the type of an entity. */
    String word(int i) {
        return text(i, StandardCharsets.ISO_8859_1).strip();
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
