package redline.report;

import com.openhtmltopdf.pdfboxout.PageSupplier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * The marks that tie what stands on a page to the structure of the document, as openhtmltopdf leaves them and as they should be:
 *
 * <ul>
 *   <li>It writes the number of each into an object of its own, which is allowed, but which poppler and PDFBox do not follow: they would find
 *       no text in the structure. The numbers go where they are used; marks around nothing go away.
 *   <li>Tables without a head or a foot are given empty ones.
 *   <li>The head of a table that goes on is said again on each page, as one more text in the same cell. What is repeated is no content.
 * </ul>
 *
 * <p>A page is put right as soon as the next one begins, so that neither its text nor its marks are kept as they were: of a long report they
 * are more than all else. Only those with repeated heads are gone through once more at the end.
 */
final class MarkedContents implements PageSupplier {
    private static final COSName HEAD = COSName.getPDFName("THead");
    private static final COSName FOOT = COSName.getPDFName("TFoot");
    private static final COSName HEAD_CELL = COSName.getPDFName("TH");
    private static final String NO_CONTENT = "/Artifact";
    private static final byte[] BEGIN = " BDC\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "EMC\n".getBytes(StandardCharsets.US_ASCII);

    private final Painting painting;
    private int pages;
    private PDPage last;
    /** By page: the numbers of its marks around repeated heads. */
    private final IdentityHashMap<COSDictionary, Set<Integer>> repeated = new IdentityHashMap<>();
    /** By key of the page: what its marks belong to, by number. */
    private final Map<Integer, COSArray> owners = new HashMap<>();

    /** What a page's marks say: each is new, and to look for it among all that are there took a tenth of the time of a long report. */
    private static final class Marks extends COSDictionary {
        @Override
        public boolean containsValue(Object mark) {
            return false;
        }
    }

    MarkedContents(Painting painting) {
        this.painting = painting;
    }

    /** To be said once it is known how many there are. */
    void pages(int all) {
        pages = all;
    }

    @Override
    public PDPage requestPage(PDDocument document, float width, float height, int number, int shadow) {
        endPage(document);
        painting.page(number + 1, pages);
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.PROPERTIES, new Marks());
        last = new PDPage(new PDRectangle(width, height));
        last.setResources(new PDResources(resources));
        document.addPage(last);
        return last;
    }

    private void endPage(PDDocument document) {
        if (last != null) {
            COSDictionary resources = last.getResources().getCOSObject();
            COSDictionary marks = resources.getCOSDictionary(COSName.PROPERTIES);
            rewrite(document, last, words -> withNumber(words, marks));
            if (marks.size() > 0) {
                throw new IllegalStateException("of the marks of a page were not met: " + marks.keySet());
            }
            resources.removeItem(COSName.PROPERTIES);
            last = null;
        }
    }

    /** Once all pages are painted and the structure is there. */
    void settle(PDDocument document) {
        endPage(document);
        COSDictionary structure =
                document.getDocumentCatalog().getStructureTreeRoot().getCOSObject();
        owners(structure.getCOSDictionary(COSName.PARENT_TREE).getCOSArray(COSName.NUMS));
        heads(structure.getDictionaryObject(COSName.K), false);
        for (PDPage page : document.getPages()) {
            Set<Integer> again = repeated.get(page.getCOSObject());
            if (again != null) {
                rewrite(document, page, words -> withoutRepeated(words, again));
            }
        }
    }

    private void owners(COSArray numbered) {
        for (int i = 0; i + 1 < numbered.size(); i += 2) {
            if (numbered.getObject(i + 1) instanceof COSArray of) {
                owners.put(numbered.getInt(i), of);
            }
        }
    }

    /** Takes out of the cells of heads what is not on their first page. */
    private void heads(COSBase kids, boolean head) {
        if (kids instanceof COSArray all) {
            for (int i = all.size() - 1; i >= 0; i--) {
                if (isEmptyPart(all.getObject(i))) {
                    all.remove(i);
                } else {
                    heads(all.getObject(i), head);
                }
            }
        } else if (kids instanceof COSDictionary element && element.containsKey(COSName.S)) {
            COSName type = element.getCOSName(COSName.S);
            if (head && HEAD_CELL.equals(type)) {
                once(element, element.getDictionaryObject(COSName.PG));
            } else {
                heads(element.getDictionaryObject(COSName.K), head || HEAD.equals(type));
            }
        }
    }

    /** Every table gets a head and a foot from openhtmltopdf, whether it has them or not. */
    private static boolean isEmptyPart(COSBase kid) {
        return kid instanceof COSDictionary element
                && (HEAD.equals(element.getCOSName(COSName.S)) || FOOT.equals(element.getCOSName(COSName.S)))
                && element.getDictionaryObject(COSName.K) == null;
    }

    private void once(COSDictionary element, COSBase first) {
        COSBase all = element.getDictionaryObject(COSName.K);
        if (all instanceof COSDictionary only && only.containsKey(COSName.S)) {
            once(only, first);
        }
        if (!(all instanceof COSArray kids)) {
            return;
        }
        for (int i = kids.size() - 1; i >= 0; i--) {
            if (!(kids.getObject(i) instanceof COSDictionary kid)) {
                continue;
            }
            if (kid.containsKey(COSName.S)) {
                once(kid, first);
            } else if (kid.containsKey(COSName.MCID) && kid.getDictionaryObject(COSName.PG) != first) {
                COSDictionary page = kid.getCOSDictionary(COSName.PG);
                int number = kid.getInt(COSName.MCID);
                repeated.computeIfAbsent(page, key -> new HashSet<>()).add(number);
                owners.get(page.getInt(COSName.STRUCT_PARENTS)).set(number, COSNull.NULL);
                kids.remove(i);
            }
        }
    }

    private interface Beginning {
        /**
         * @param words tag, what the mark says, operator
         * @return the line in place of it
         */
        String of(String[] words) throws IOException;
    }

    /** Marks of what is no content that turn out to be around nothing are left out. */
    private static void rewrite(PDDocument document, PDPage page, Beginning beginning) {
        PDStream contents = new PDStream(document);
        try (COSStream before = page.getCOSObject().getCOSStream(COSName.CONTENTS)) {
            byte[] lines;
            try (InputStream in = before.createInputStream()) {
                lines = in.readAllBytes();
            }
            try (OutputStream out = contents.createOutputStream(COSName.FLATE_DECODE)) {
                rewrite(lines, beginning, out);
            }
        } catch (IOException memory) {
            throw new UncheckedIOException(memory);
        }
        page.setContents(contents);
    }

    /** @param lines an operator each with what it takes, as PDFBox writes them: it puts no end of line into a text */
    private static void rewrite(byte[] lines, Beginning beginning, OutputStream out) throws IOException {
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
    }

    private static String withNumber(String[] words, COSDictionary marks) throws IOException {
        COSName name = COSName.getPDFName(words[1].substring(1));
        COSDictionary mark = marks.getCOSDictionary(name);
        marks.removeItem(name);
        if (mark.containsKey(COSName.MCID)) {
            return words[0] + " <</MCID " + mark.getInt(COSName.MCID) + " >> BDC\n";
        }
        mark.setDirect(true);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        new ContentStreamWriter(line)
                .writeTokens(COSName.ARTIFACT, mark, Operator.getOperator(OperatorName.BEGIN_MARKED_CONTENT_SEQ));
        return line.toString(StandardCharsets.US_ASCII);
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
