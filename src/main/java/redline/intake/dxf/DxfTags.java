package redline.intake.dxf;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/** A drawing as text in the making: group codes and values, a line each. */
public final class DxfTags {
    /** Of {@code ANSI_936}; a superset of it is what CAD programs read. */
    static final Charset GB18030 = Charset.forName("GB18030");

    private static final Charset GBK = Charset.forName("GBK");
    /** 〓, where a character is missing. */
    private static final char MISSING = '\u3013';

    private final StringBuilder out = new StringBuilder();

    public DxfTags tag(int code, String value) {
        out.append(code).append('\n').append(value).append('\n');
        return this;
    }

    public DxfTags tag(int code, int value) {
        return tag(code, String.valueOf(value));
    }

    public DxfTags number(int code, double value) {
        return tag(code, new BigDecimal(Double.toString(value)).toPlainString());
    }

    /** A point on the plane. */
    public DxfTags point(int code, double x, double y) {
        return number(code, x).number(code + 10, y).number(code + 20, 0);
    }

    /** As a code page of {@code ANSI_936} holds it. */
    public byte[] bytes() {
        return out.toString().getBytes(GB18030);
    }

    /**
     * A text that stands for itself: without control characters, nothing in it taken for a code of drawings; what the code page lacks is
     * written by its number, 〓 where it has none.
     */
    public static String literal(String text) {
        CharsetEncoder page = GBK.newEncoder();
        StringBuilder literal = new StringBuilder();
        String plain = text.replaceAll("\\p{Cntrl}", " ").replaceAll("%%+", "%").replace("^", "^ ");
        plain.codePoints().forEach(c -> {
            if (c > 0xFFFF || c >= 0xD800 && c <= 0xDFFF) {
                literal.append(MISSING);
            } else if (c == '\\' || !page.canEncode((char) c)) {
                literal.append(String.format("\\U+%04X", c));
            } else {
                literal.append((char) c);
            }
        });
        return literal.toString();
    }
}
