package redline.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
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
 */
final class MarkedContents {
    private static final COSName HEAD = COSName.getPDFName("THead");
    private static final COSName FOOT = COSName.getPDFName("TFoot");
    private static final COSName HEAD_CELL = COSName.getPDFName("TH");

    private final PDDocument document;
    /** By page: the numbers of its marks around repeated heads. */
    private final IdentityHashMap<COSDictionary, Set<Integer>> repeated = new IdentityHashMap<>();
    /** By key of the page: what its marks belong to, by number. */
    private final Map<Integer, COSArray> owners = new HashMap<>();

    private MarkedContents(PDDocument document) {
        this.document = document;
    }

    static void settle(PDDocument document) throws IOException {
        MarkedContents marks = new MarkedContents(document);
        COSDictionary structure =
                document.getDocumentCatalog().getStructureTreeRoot().getCOSObject();
        marks.owners(structure.getCOSDictionary(COSName.PARENT_TREE).getCOSArray(COSName.NUMS));
        marks.heads(structure.getDictionaryObject(COSName.K), false);
        for (PDPage page : document.getPages()) {
            marks.settle(page);
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

    private void settle(PDPage page) throws IOException {
        COSDictionary resources = page.getResources().getCOSObject();
        COSDictionary marks = resources.getCOSDictionary(COSName.PROPERTIES);
        if (marks == null) {
            return;
        }
        Set<Integer> again = repeated.getOrDefault(page.getCOSObject(), Set.of());
        List<Object> tokens = settled(new PDFStreamParser(page).parse(), marks, again);
        PDStream contents = new PDStream(document);
        try (OutputStream out = contents.createOutputStream(COSName.FLATE_DECODE)) {
            new ContentStreamWriter(out).writeTokens(tokens);
        }
        page.setContents(contents);
        resources.removeItem(COSName.PROPERTIES);
    }

    private static List<Object> settled(List<Object> tokens, COSDictionary marks, Set<Integer> again) {
        List<Object> out = new ArrayList<>(tokens.size());
        for (Object token : tokens) {
            int last = out.size() - 1;
            if (is(token, OperatorName.BEGIN_MARKED_CONTENT_SEQ)) {
                COSDictionary mark = (COSDictionary) marks.getDictionaryObject((COSName) out.get(last));
                if (again.contains(mark.getInt(COSName.MCID))) {
                    out.set(last - 1, COSName.ARTIFACT);
                    mark = new COSDictionary();
                    mark.setItem(COSName.TYPE, COSName.getPDFName("Pagination"));
                }
                mark.setDirect(true);
                out.set(last, mark);
                out.add(token);
            } else if (is(token, OperatorName.END_MARKED_CONTENT)
                    && is(out.get(last), OperatorName.BEGIN_MARKED_CONTENT_SEQ)
                    && COSName.ARTIFACT.equals(out.get(last - 2))) {
                out.subList(last - 2, last + 1).clear();
            } else {
                out.add(token);
            }
        }
        return out;
    }

    private static boolean is(Object token, String operator) {
        return token instanceof Operator one && one.getName().equals(operator);
    }
}
