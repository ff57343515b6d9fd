package redline.report;

import com.openhtmltopdf.pdfboxout.PageSupplier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * The marks that tie what stands on a page to the structure of the document, as openhtmltopdf leaves them and as they should be: it writes the
 * number of each into an object of its own, which is allowed, but which poppler and PDFBox do not follow: they would find no text in the
 * structure. The numbers go where they are used; marks around nothing go away.
 *
 * <p>A page is put right as soon as the next one begins, so that neither its text nor its marks are kept as they were:
 * of a long report they are more than all else. Only those with repeated heads are gone through once more.
 */
final class MarkedContents implements PageSupplier {
    private static final String NO_CONTENT = "/Artifact";
    private static final byte[] BEGIN = " BDC\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "EMC\n".getBytes(StandardCharsets.US_ASCII);

    private final PDDocument document;
    private final Painting painting;
    private PageCount count;
    private int begun;
    private int all;
    private PDPage last;
    private final List<PDPage> pages = new ArrayList<>();

    /** What a page's marks say: each is new, and to look for it among all that are there took a tenth of the time of a long report. */
    private static final class Marks extends COSDictionary {
        @Override
        public boolean containsValue(Object mark) {
            return false;
        }
    }

    MarkedContents(PDDocument document, Painting painting) {
        this.document = document;
        this.painting = painting;
    }

    /** How many pages there are is not known yet, and this stands for it. */
    void counted(PageCount later) {
        count = later;
    }

    /** How many there will be in all; not said while the end of a long page has not been laid out. */
    void begin(int inAll) {
        all = inAll;
    }

    @Override
    public PDPage requestPage(PDDocument sameDocument, float width, float height, int number, int shadow) {
        endPage();
        painting.page(++begun, all);
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.PROPERTIES, new Marks());
        last = new PDPage(new PDRectangle(width, height));
        last.setResources(new PDResources(resources));
        document.addPage(last);
        return last;
    }

    private void endPage() {
        if (last != null) {
            COSDictionary resources = last.getResources().getCOSObject();
            COSDictionary marks = resources.getCOSDictionary(COSName.PROPERTIES);
            resources.removeItem(COSName.PROPERTIES);
            COSStream painted = last.getCOSObject().getCOSStream(COSName.CONTENTS);
            last.setContents(rewrite(List.of(painted), words -> withNumber(words, marks)));
            if (marks.size() > 0) {
                throw new IllegalStateException("of the marks of a page were not met: " + marks.keySet());
            }
            pages.add(last);
            last = null;
        }
    }

    /**
     * Once a part is painted.
     *
     * @return its pages
     */
    List<PDPage> end() {
        endPage();
        List<PDPage> painted = List.copyOf(pages);
        pages.clear();
        return painted;
    }

    /** @param repeated by page: the numbers of marks that are not around content */
    void unmark(IdentityHashMap<COSDictionary, Set<Integer>> repeated) {
        repeated.forEach((key, numbers) -> {
            PDPage page = new PDPage(key);
            List<COSStream> streams = new ArrayList<>();
            page.getContentStreams().forEachRemaining(stream -> streams.add(stream.getCOSObject()));
            page.setContents(rewrite(streams, words -> withoutRepeated(words, numbers)));
        });
    }

    private interface Beginning {
        /**
         * @param words tag, what the mark says, operator
         * @return the line in place of it
         */
        String of(String[] words) throws IOException;
    }

    private List<PDStream> rewrite(List<COSStream> streams, Beginning beginning) {
        List<PDStream> written = new ArrayList<>();
        try {
            for (COSStream stream : streams) {
                if (count != null && count.isThis(stream)) {
                    written.add(new PDStream(stream));
                    continue;
                }
                byte[] lines;
                try (InputStream in = stream.createInputStream()) {
                    lines = in.readAllBytes();
                }
                stream.close();
                byte[] anew = rewritten(lines, beginning);
                written.addAll(
                        count == null
                                ? List.of(PageCount.piece(document, anew, 0, anew.length))
                                : count.between(document, anew));
            }
        } catch (IOException memory) {
            throw new UncheckedIOException(memory);
        }
        return written;
    }

    /**
     * Marks of what is no content that turn out to be around nothing are left out.
     *
     * @param lines an operator each with what it takes, as PDFBox writes them: it puts no end of line into a text
     */
    private static byte[] rewritten(byte[] lines, Beginning beginning) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(lines.length);
        int begins = 0;
        for (int at = 0; at < lines.length; at = end(lines, at)) {
            int end = end(lines, at);
            if (endsWith(lines, at, end, BEGIN)) {
                out.write(lines, begins, at - begins);
                begins = end;
                String line = beginning.of(new String(lines, at, end - at, StandardCharsets.US_ASCII).split(" "));
                int next = end(lines, end);
                if (line.startsWith(NO_CONTENT) && endsWith(lines, end, next, END)) {
                    begins = next;
                } else {
                    out.write(line.getBytes(StandardCharsets.US_ASCII));
                }
            }
        }
        out.write(lines, begins, lines.length - begins);
        return out.toByteArray();
    }

    private static String withNumber(String[] words, COSDictionary marks) {
        COSName name = COSName.getPDFName(words[1].substring(1));
        COSDictionary mark = marks.getCOSDictionary(name);
        marks.removeItem(name);
        if (mark.containsKey(COSName.MCID)) {
            return words[0] + " <</MCID " + mark.getInt(COSName.MCID) + " >> BDC\n";
        }
        StringBuilder line = new StringBuilder(NO_CONTENT).append(" <<");
        mark.forEach((key, says) -> line.append('/')
                .append(key.getName())
                .append(' ')
                .append(says instanceof COSArray box ? around(box) : "/" + ((COSName) says).getName())
                .append(' '));
        return line.append(">> BDC\n").toString();
    }

    /** A box around what is painted, in whole points: fractions say nothing and are slow to write. */
    private static String around(COSArray box) {
        float[] sides = box.toFloatArray();
        return "[" + (long) Math.floor(sides[0]) + " " + (long) Math.floor(sides[1]) + " " + (long) Math.ceil(sides[2])
                + " " + (long) Math.ceil(sides[3]) + "]";
    }

    private static String withoutRepeated(String[] words, Set<Integer> again) {
        return words[1].equals("<</MCID") && again.contains(Integer.parseInt(words[2]))
                ? NO_CONTENT + " <</Type /Pagination >> BDC\n"
                : String.join(" ", words);
    }

    /** Where the line that begins at a place ends. */
    private static int end(byte[] lines, int at) {
        int end = at;
        while (end < lines.length && lines[end++] != '\n') {}
        return end;
    }

    private static boolean endsWith(byte[] lines, int at, int end, byte[] operator) {
        return end - at >= operator.length
                && Arrays.equals(lines, end - operator.length, end, operator, 0, operator.length);
    }
}
