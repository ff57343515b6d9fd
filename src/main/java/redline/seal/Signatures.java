package redline.seal;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import redline.report.PdfBytes;

/** The signatures of a PDF, each told of. To be asked where hostile files do no harm. */
public final class Signatures {
    /** More than any report has; further ones are not looked at. */
    private static final int MOST = 50;

    private static final double MILLIMETRES = 25.4 / 72;
    private static final int GAP_OUTSIDE = 2;

    private final byte[] file;
    private final TrustList trust;
    private final Instant now;

    private Signatures(byte[] file, TrustList trust, Instant now) {
        this.file = file;
        this.trust = trust;
        this.now = now;
    }

    /**
     * First to last; none where it is no PDF that can be read.
     *
     * @param now when certificates are to be in force, where no trusted time stamp says when
     */
    public static List<SignatureFound> of(byte[] pdf, TrustList trust, Instant now) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<SignatureFound> found = new ArrayList<>();
            for (PDSignatureField field : document.getSignatureFields()) {
                PDSignature signature = field.getSignature();
                if (signature != null && found.size() < MOST) {
                    found.add(new Signatures(pdf, trust, now).tell(document, field, signature));
                }
            }
            found.sort(Comparator.comparingLong(SignatureFound::covers));
            return List.copyOf(found);
        } catch (IOException | RuntimeException broken) {
            return List.of();
        }
    }

    private SignatureFound tell(PDDocument document, PDSignatureField field, PDSignature signature) {
        String format = signature.getSubFilter() == null ? "" : signature.getSubFilter();
        int[] range = range(signature);
        SignedContent read = range == null
                ? SignedContent.wrong(SignatureFound.State.RANGE_WRONG)
                : SignedContent.of(format, signed(range), contents(range), trust, now);
        long covers = range == null ? 0 : (long) range[2] + range[3];
        return new SignatureFound(
                SignedContent.DOCUMENT_TIME_STAMP.equals(format)
                        ? SignatureFound.Kind.DOCUMENT_TIME_STAMP
                        : SignatureFound.Kind.SIGNATURE,
                read.state(),
                format,
                read.algorithm(),
                read.signer(),
                read.trust(),
                read.validity(),
                read.claimed() == null ? claimed(signature) : read.claimed(),
                read.stamp(),
                covers,
                file.length,
                after(covers),
                shown(document, field));
    }

    private static Instant claimed(PDSignature signature) {
        Calendar date = signature.getSignDate();
        return date == null ? null : date.toInstant();
    }

    /**
     * The two stretches of bytes that it is over, or null where they leave out anything but its own value in one piece: a hexadecimal string, and
     * the one that the PDF has for it.
     */
    private int[] range(PDSignature signature) {
        int[] range = signature.getByteRange();
        if (range == null || range.length != 4 || Arrays.stream(range).anyMatch(one -> one < 0)) {
            return null;
        }
        long end = (long) range[2] + range[3];
        if (range[0] != 0 || range[2] < range[1] + GAP_OUTSIDE || end > file.length) {
            return null;
        }
        if (file[range[1]] != '<' || file[range[2] - 1] != '>') {
            return null;
        }
        for (int i = range[1] + 1; i < range[2] - 1; i++) {
            if (!HexFormat.isHexDigit(file[i])) {
                return null;
            }
        }
        byte[] told = signature.getContents();
        return told != null && (range[2] - range[1]) % 2 == 0 && Arrays.equals(told, contents(range)) ? range : null;
    }

    private byte[] contents(int[] range) {
        byte[] bytes = new byte[(range[2] - range[1] - GAP_OUTSIDE) / 2];
        for (int i = 0; i < bytes.length; i++) {
            int at = range[1] + 1 + 2 * i;
            bytes[i] = (byte) (HexFormat.fromHexDigit(file[at]) << 4 | HexFormat.fromHexDigit(file[at + 1]));
        }
        return bytes;
    }

    private byte[] signed(int[] range) {
        byte[] signed = Arrays.copyOf(file, range[1] + range[3]);
        System.arraycopy(file, range[2], signed, range[1], range[3]);
        return signed;
    }

    private SignatureFound.After after(long covers) {
        if (covers == file.length) {
            return SignatureFound.After.NOTHING;
        }
        byte[] then = Arrays.copyOf(file, Math.toIntExact(covers));
        return PdfBytes.compare(file, then).state() == PdfBytes.State.SIGNED
                ? SignatureFound.After.NOTHING_SHOWN
                : SignatureFound.After.CHANGES;
    }

    private static SignatureFound.Shown shown(PDDocument document, PDSignatureField field) {
        for (PDAnnotationWidget widget : field.getWidgets()) {
            PDRectangle place = widget.getRectangle();
            if (place != null && place.getWidth() > 0 && place.getHeight() > 0 && !widget.isHidden()) {
                return new SignatureFound.Shown(
                        page(document, widget), (int) Math.ceil(place.getWidth() * MILLIMETRES), (int)
                                Math.ceil(place.getHeight() * MILLIMETRES));
            }
        }
        return null;
    }

    private static int page(PDDocument document, PDAnnotationWidget widget) {
        int number = 0;
        COSDictionary wanted = widget.getCOSObject();
        for (PDPage page : document.getPages()) {
            number++;
            if (page.getCOSObject() == wanted.getDictionaryObject(COSName.P)) {
                return number;
            }
            try {
                for (PDAnnotation one : page.getAnnotations()) {
                    if (one.getCOSObject() == wanted) {
                        return number;
                    }
                }
            } catch (IOException broken) {
                return 0;
            }
        }
        return 0;
    }
}
