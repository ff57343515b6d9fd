package redline.report;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/**
 * Whether what was added to the end of a report are signatures and nothing else that a reader would see: everything that the report
 * consisted of is compared as it stands after the addition. Where a signature shows on a page, and what is beneath it, and whether it holds, is not
 * looked at here.
 */
final class SignedLater {
    private static final int DEEPEST = 2_000;
    /** Of the catalog: where signatures, their proofs and their permissions stand. */
    private static final Set<COSName> OF_SIGNATURES = Set.of(
            COSName.ACRO_FORM,
            COSName.getPDFName("Perms"),
            COSName.getPDFName("DSS"),
            COSName.getPDFName("Extensions"),
            COSName.VERSION);

    private final IdentityHashMap<COSBase, COSBase> compared = new IdentityHashMap<>();
    private final COSDictionary catalog;

    private SignedLater(COSDictionary catalog) {
        this.catalog = catalog;
    }

    static boolean nothingElse(byte[] file, byte[] made) {
        try (PDDocument now = Loader.loadPDF(file);
                PDDocument before = Loader.loadPDF(made)) {
            PDAcroForm form = now.getDocumentCatalog().getAcroForm();
            boolean signatures = form != null
                    && !form.hasXFA()
                    && !form.getFields().isEmpty()
                    && form.getFields().stream().allMatch(SignedLater::onlySigns);
            COSDictionary catalog = before.getDocumentCatalog().getCOSObject();
            return signatures
                    && new SignedLater(catalog)
                            .same(catalog, now.getDocumentCatalog().getCOSObject(), 0);
        } catch (IOException | RuntimeException broken) {
            return false;
        }
    }

    /** A field for a signature that starts nothing. */
    private static boolean onlySigns(PDField field) {
        return field instanceof PDSignatureField
                && field.getCOSObject().getDictionaryObject(COSName.AA) == null
                && field.getWidgets().stream()
                        .map(PDAnnotationWidget::getCOSObject)
                        .allMatch(widget -> widget.getDictionaryObject(COSName.AA) == null
                                && widget.getDictionaryObject(COSName.A) == null);
    }

    private boolean same(COSBase before, COSBase now, int depth) throws IOException {
        COSBase a = before instanceof COSObject reference ? reference.getObject() : before;
        COSBase b = now instanceof COSObject reference ? reference.getObject() : now;
        if (depth > DEEPEST) {
            return false;
        }
        if (a instanceof COSDictionary dictionary) {
            if (compared.put(a, b) == b) {
                return true;
            }
            return b instanceof COSDictionary other
                    && sameEntries(dictionary, other, depth)
                    && (a instanceof COSStream) == (b instanceof COSStream)
                    && (!(a instanceof COSStream stream) || sameBytes(stream, (COSStream) b));
        }
        if (a instanceof COSArray array) {
            return b instanceof COSArray other && sameItems(array.toList(), other.toList(), depth);
        }
        return a == null ? b == null : a.equals(b);
    }

    private boolean sameEntries(COSDictionary a, COSDictionary b, int depth) throws IOException {
        Set<COSName> keys = new HashSet<>(a.keySet());
        keys.addAll(b.keySet());
        if (a == catalog) {
            keys.removeAll(OF_SIGNATURES);
        }
        boolean page = COSName.PAGE.equals(a.getCOSName(COSName.TYPE));
        for (COSName key : new TreeSet<>(keys)) {
            boolean same = page && key.equals(COSName.ANNOTS)
                    ? sameItems(withoutFields(annotations(a)), withoutFields(annotations(b)), depth)
                    : same(a.getItem(key), b.getItem(key), depth + 1);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static List<COSBase> annotations(COSDictionary page) {
        COSArray all = page.getCOSArray(COSName.ANNOTS);
        return all == null ? List.of() : List.copyOf(all.toList());
    }

    private static List<COSBase> withoutFields(List<? extends COSBase> annotations) {
        return annotations.stream()
                .map(one -> one instanceof COSObject reference ? reference.getObject() : one)
                .filter(one -> !(one instanceof COSDictionary annotation
                        && COSName.SIG.equals(annotation.getCOSName(COSName.FT))))
                .toList();
    }

    private boolean sameItems(List<? extends COSBase> a, List<? extends COSBase> b, int depth) throws IOException {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!same(a.get(i), b.get(i), depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameBytes(COSStream a, COSStream b) throws IOException {
        try (InputStream left = a.createRawInputStream();
                InputStream right = b.createRawInputStream()) {
            return Arrays.equals(left.readAllBytes(), right.readAllBytes());
        }
    }
}
