package redline.report;

import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** A report as it lies there against the same report made again, byte for byte. */
public final class PdfBytes {
    private PdfBytes() {}

    /** How they stand to each other. */
    public enum State {
        SAME,
        /** The same, and after its end signatures and nothing else that shows. */
        SIGNED,
        /** The same up to its end, and after it changes that are more than signatures. */
        APPENDED,
        DIFFERENT
    }

    /**
     * @param at offset of the first byte that differs, from 0; the length of what is the same where one ends there
     * @param page that this byte is of, from 1; 0 where it is of none
     * @param part attachment that it is of, null where it is of none
     * @param size of the file, bytes
     * @param made bytes of the report made again
     */
    public record Compared(State state, long at, int page, Part part, long size, long made) {}

    public static Compared compare(byte[] file, byte[] made) {
        int at = Arrays.mismatch(file, made);
        if (at < 0) {
            return new Compared(State.SAME, file.length, 0, null, file.length, made.length);
        }
        if (at == made.length) {
            State state = SignedLater.nothingElse(file, made) ? State.SIGNED : State.APPENDED;
            return new Compared(state, at, 0, null, file.length, made.length);
        }
        try (PDDocument document = Loader.loadPDF(made)) {
            COSBase there = objectAt(document.getDocument(), at);
            return new Compared(
                    State.DIFFERENT, at, page(document, there), part(document, there), file.length, made.length);
        } catch (IOException ours) {
            throw new IllegalStateException("a report that was just made cannot be read", ours);
        }
    }

    /** The object whose bytes begin last before an offset; null where none does. */
    private static COSBase objectAt(COSDocument document, long at) {
        COSObjectKey found = null;
        long begins = -1;
        for (Map.Entry<COSObjectKey, Long> one : document.getXrefTable().entrySet()) {
            if (one.getValue() <= at && one.getValue() > begins) {
                begins = one.getValue();
                found = one.getKey();
            }
        }
        return found == null ? null : document.getObjectFromPool(found).getObject();
    }

    private static int page(PDDocument document, COSBase object) throws IOException {
        int number = 0;
        for (PDPage page : document.getPages()) {
            number++;
            for (Iterator<PDStream> streams = page.getContentStreams(); streams.hasNext(); ) {
                if (streams.next().getCOSObject() == object) {
                    return number;
                }
            }
            COSDictionary drawings = page.getResources() == null
                    ? null
                    : page.getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
            if (page.getCOSObject() == object
                    || drawings != null
                            && drawings.keySet().stream()
                                    .anyMatch(name -> drawings.getDictionaryObject(name) == object)) {
                return number;
            }
        }
        return 0;
    }

    private static Part part(PDDocument document, COSBase object) {
        COSArray files = document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("AF"));
        for (int i = 0; files != null && i < files.size(); i++) {
            COSDictionary one = (COSDictionary) files.getObject(i);
            COSDictionary embedded = one.getCOSDictionary(COSName.EF);
            if (embedded != null && embedded.getDictionaryObject(COSName.F) == object) {
                return Part.called(one.getString(COSName.UF)).orElse(null);
            }
        }
        return null;
    }
}
