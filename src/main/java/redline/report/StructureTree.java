package redline.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;

/**
 * The structure of a document that is painted part by part. openhtmltopdf writes one for each part; they become one, and what it leaves wrong is
 * put right:
 *
 * <ul>
 *   <li>Tables without a head or a foot are given empty ones.
 *   <li>The head of a table that goes on is said again on each page, as one more text in the same cell. What is repeated is no content.
 *   <li>Each piece of a line is in an element of its own that says nothing; what it holds belongs to the element around it.
 *   <li>PDF/UA asks for what a link says at the place on the page, too, not only in the structure.
 * </ul>
 */
final class StructureTree {
    private static final COSName HEAD = COSName.getPDFName("THead");
    private static final COSName FOOT = COSName.getPDFName("TFoot");
    private static final COSName HEAD_CELL = COSName.getPDFName("TH");

    private static final COSName SPAN = COSName.getPDFName("Span");
    private static final COSName MARK = COSName.getPDFName("MCR");
    /** Keys of an element that says no more than where it stands. */
    private static final Set<COSName> SILENT = Set.of(COSName.TYPE, COSName.S, COSName.P, COSName.PG, COSName.K);

    private final PDDocument document;
    private PDStructureTreeRoot whole;
    /** Of the part: what the marks of a page belong to, by number, or an annotation belongs to; by key. */
    private final Map<Integer, COSBase> owners = new HashMap<>();
    /** Of the part, by page: the numbers of marks that are around what is repeated. */
    private final IdentityHashMap<COSDictionary, Set<Integer>> repeated = new IdentityHashMap<>();

    StructureTree(PDDocument document) {
        this.document = document;
    }

    /**
     * Takes over what openhtmltopdf wrote of a part.
     *
     * @param pages of the part
     * @param depth how many elements go on from the part before, each in the one before it: the last of each there and the first of each here are one
     * @return the numbers of marks on these pages that are not around content, by page
     */
    IdentityHashMap<COSDictionary, Set<Integer>> take(List<PDPage> pages, int depth) throws IOException {
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        PDStructureTreeRoot part = catalog.getStructureTreeRoot();
        COSArray numbered = numbered(part);
        owners.clear();
        repeated.clear();
        for (int i = 0; i + 1 < numbered.size(); i += 2) {
            owners.put(numbered.getInt(i), numbered.getObject(i + 1));
        }
        heads(part.getCOSObject().getDictionaryObject(COSName.K), false);
        simplify(top(part));
        sayLinks(pages);
        if (whole == null) {
            whole = part;
        } else {
            join(top(whole), top(part), depth);
            moveKeys(pages, numbered);
            catalog.setStructureTreeRoot(whole);
        }
        return new IdentityHashMap<>(repeated);
    }

    /** Makes room for the next part: openhtmltopdf writes no structure where there is one. */
    void openForNext() {
        document.getDocumentCatalog().setStructureTreeRoot(null);
    }

    private static COSArray numbered(PDStructureTreeRoot root) {
        return root.getCOSObject().getCOSDictionary(COSName.PARENT_TREE).getCOSArray(COSName.NUMS);
    }

    private static COSDictionary top(PDStructureTreeRoot root) {
        return kids(root.getCOSObject()).stream()
                .map(COSDictionary.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<COSBase> kids(COSDictionary element) {
        COSBase kids = element.getDictionaryObject(COSName.K);
        if (kids instanceof COSArray all) {
            List<COSBase> each = new ArrayList<>(all.size());
            for (int i = 0; i < all.size(); i++) {
                each.add(all.getObject(i));
            }
            return each;
        }
        return kids == null ? List.of() : List.of(kids);
    }

    private static boolean isElement(COSBase kid) {
        return kid instanceof COSDictionary of && of.containsKey(COSName.S);
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

    /** @param first page that it stays on; null for none */
    private void once(COSDictionary element, COSBase first) {
        COSBase all = element.getDictionaryObject(COSName.K);
        COSArray kids = all instanceof COSArray several ? several : new COSArray(kids(element));
        for (int i = kids.size() - 1; i >= 0; i--) {
            COSBase kid = kids.getObject(i);
            if (isElement(kid)) {
                once((COSDictionary) kid, first);
            } else if (isMark(kid) && page(kid, element) != first) {
                repeats(page(kid, element), number(kid));
                kids.remove(i);
            }
        }
        if (kids.size() == 0) {
            element.removeItem(COSName.K);
        }
    }

    private void repeats(COSDictionary page, int number) {
        repeated.computeIfAbsent(page, key -> new HashSet<>()).add(number);
        belongs(page, number, COSNull.NULL);
    }

    private void simplify(COSDictionary element) {
        List<COSBase> all = new ArrayList<>();
        boolean simpler = false;
        for (COSBase kid : kids(element)) {
            if (!isElement(kid)) {
                all.add(kid);
                continue;
            }
            COSDictionary inner = (COSDictionary) kid;
            simplify(inner);
            if (saysNothing(inner)) {
                kids(inner).forEach(one -> all.add(moved(one, inner, element)));
                simpler = true;
            } else {
                all.add(inner);
            }
        }
        if (simpler) {
            put(element, all);
        }
    }

    private static boolean saysNothing(COSDictionary element) {
        return SPAN.equals(element.getCOSName(COSName.S))
                && SILENT.containsAll(element.keySet())
                && kids(element).stream().allMatch(kid -> isElement(kid) || isMark(kid));
    }

    private static boolean isMark(COSBase kid) {
        return kid instanceof COSInteger || kid instanceof COSDictionary of && of.containsKey(COSName.MCID);
    }

    /** What belonged to one element as it is to stand in another. */
    private COSBase moved(COSBase kid, COSDictionary from, COSDictionary to) {
        if (isElement(kid)) {
            ((COSDictionary) kid).setItem(COSName.P, to);
            return kid;
        }
        COSDictionary page = page(kid, from);
        belongs(page, number(kid), to);
        if (kid instanceof COSDictionary || page == to.getDictionaryObject(COSName.PG)) {
            return kid;
        }
        COSDictionary mark = new COSDictionary();
        mark.setItem(COSName.TYPE, MARK);
        mark.setItem(COSName.PG, page);
        mark.setItem(COSName.MCID, kid);
        mark.setDirect(true);
        return mark;
    }

    /** That a mark is on: a bare number is on that of its element. */
    private static COSDictionary page(COSBase mark, COSDictionary element) {
        return (mark instanceof COSDictionary own ? own : element).getCOSDictionary(COSName.PG);
    }

    private static int number(COSBase mark) {
        return mark instanceof COSInteger bare ? bare.intValue() : ((COSDictionary) mark).getInt(COSName.MCID);
    }

    private void belongs(COSDictionary page, int number, COSBase owner) {
        ((COSArray) owners.get(page.getInt(COSName.STRUCT_PARENTS))).set(number, owner);
    }

    private static void put(COSDictionary element, List<COSBase> kids) {
        element.setItem(COSName.K, kids.size() == 1 ? kids.get(0) : new COSArray(kids));
    }

    private void sayLinks(List<PDPage> pages) throws IOException {
        for (PDPage page : pages) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                if (owners.get(annotation.getStructParent()) instanceof COSDictionary link) {
                    annotation.setContents(link.getString(COSName.ALT));
                }
            }
        }
    }

    private void join(COSDictionary before, COSDictionary after, int depth) {
        List<COSBase> kids = new ArrayList<>(kids(after));
        if (kids.get(0) instanceof COSDictionary first && HEAD.equals(first.getCOSName(COSName.S))) {
            once((COSDictionary) kids.remove(0), null);
        }
        List<COSBase> all = new ArrayList<>(kids(before));
        if (depth > 0) {
            COSDictionary last = (COSDictionary) all.get(all.size() - 1);
            COSDictionary first = (COSDictionary) kids.remove(0);
            if (!last.getCOSName(COSName.S).equals(first.getCOSName(COSName.S))) {
                throw new IllegalStateException("what goes on is not what began: "
                        + last.getCOSName(COSName.S).getName() + ", "
                        + first.getCOSName(COSName.S).getName());
            }
            join(last, first, depth - 1);
        }
        kids.forEach(kid -> all.add(moved(kid, after, before)));
        put(before, all);
    }

    private void moveKeys(List<PDPage> pages, COSArray numbered) throws IOException {
        int next = whole.getParentTreeNextKey();
        COSArray all = numbered(whole);
        for (int i = 0; i + 1 < numbered.size(); i += 2) {
            all.add(COSInteger.get(numbered.getInt(i) + next));
            all.add(numbered.getObject(i + 1));
        }
        for (PDPage page : pages) {
            page.setStructParents(page.getStructParents() + next);
            for (PDAnnotation annotation : page.getAnnotations()) {
                annotation.setStructParent(annotation.getStructParent() + next);
            }
        }
        whole.setParentTreeNextKey(next + numbered.size() / 2);
    }
}
