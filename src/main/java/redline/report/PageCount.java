package redline.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.COSWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.w3c.dom.Element;

/**
 * How many pages there are, printed on each while that is not known yet: a mark is printed instead, and where it stands the text of the page is
 * cut in two, with a piece between them that all pages share and that is written at the end.
 */
final class PageCount {
    /** As wide as a digit in the font of the report, and of no report. */
    private static final String DIGIT = "¤";

    private static final int LONGEST = 8_000_000;

    private static final String STYLE_CLASS = "page-count";
    private static final byte[] SHOW = " Tj\n".getBytes(StandardCharsets.US_ASCII);

    private final PDFont font;
    private final int digits;
    private final PDStream written;
    private final byte[] mark;

    /** @param length of the page in characters: no page that is shorter than these has a thousand sheets */
    PageCount(PDDocument document, PDFont font, int length) throws IOException {
        this.font = font;
        this.digits = length < LONGEST ? 3 : 4;
        this.written = new PDStream(document);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.write(encoded(DIGIT.repeat(digits)));
        line.write(SHOW);
        this.mark = line.toByteArray();
    }

    /** Puts the mark where the number is to be printed. */
    void mark(LongPage page) {
        for (Element span : page.all("span")) {
            if (STYLE_CLASS.equals(span.getAttribute("class"))) {
                span.removeAttribute("class");
                span.setTextContent(DIGIT.repeat(digits));
            }
        }
    }

    /** Whether the style prints the number there and nowhere else, and does not point to pages by their numbers. */
    static boolean canWait(String html) {
        int counted = html.indexOf("counter(pages)");
        return html.indexOf("counter(pages)", counted + 1) < 0
                && html.contains(".page-count:before { content: counter(pages); }")
                && !html.contains("target-counter(");
    }

    private byte[] encoded(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        COSWriter.writeString(font.encode(text), bytes);
        return bytes.toByteArray();
    }

    boolean isThis(COSStream stream) {
        return stream == written.getCOSObject();
    }

    /** A text of a page in pieces, with what all pages share between them. */
    List<PDStream> between(PDDocument document, byte[] lines) throws IOException {
        List<PDStream> pieces = new ArrayList<>();
        int begins = 0;
        for (int at = find(lines, 0); at >= 0; at = find(lines, begins)) {
            pieces.add(piece(document, lines, begins, at));
            pieces.add(written);
            begins = at + mark.length;
        }
        pieces.add(piece(document, lines, begins, lines.length));
        return pieces;
    }

    static PDStream piece(PDDocument document, byte[] lines, int begins, int ends) throws IOException {
        return new PDStream(document, new ByteArrayInputStream(lines, begins, ends - begins), COSName.FLATE_DECODE);
    }

    private int find(byte[] lines, int from) {
        for (int at = from; at <= lines.length - mark.length; at++) {
            if (Arrays.equals(lines, at, at + mark.length, mark, 0, mark.length)) {
                return at;
            }
        }
        return -1;
    }

    void settle(int pages) throws IOException {
        String number = String.valueOf(pages);
        number.codePoints().forEach(font::addToSubset);
        float gap = font.getStringWidth("0") * Math.max(0, digits - number.length());
        try (OutputStream out = written.createOutputStream()) {
            out.write(("[" + -Math.round(gap) + " ").getBytes(StandardCharsets.US_ASCII));
            out.write(encoded(number));
            out.write("] TJ\n".getBytes(StandardCharsets.US_ASCII));
        }
    }
}
