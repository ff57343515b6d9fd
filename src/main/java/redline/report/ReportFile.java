package redline.report;

import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** A file that is said to be a report, looked at: its attachments, or why there are none. Nothing in it is believed. */
public sealed interface ReportFile {
    /** Its attachments as they lie in it; any may be missing, broken or not what it was. */
    record Opened(Contents contents, Map<Part, byte[]> parts) implements ReportFile {}

    /** It cannot be made again. */
    record Unfit(Why why) implements ReportFile {}

    /** Why a file cannot be made again. */
    enum Why {
        /** No PDF, or one too broken to be read. */
        NOT_PDF,
        /** A password is asked for. */
        LOCKED,
        /** A PDF of another program. */
        OTHER,
        /** A report without attachments. */
        COPY,
        /** The list of its attachments cannot be read. */
        NO_CONTENTS,
        /** Its attachments unpack to more than any report carries. */
        TOO_LARGE
    }

    static ReportFile of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Map<Part, byte[]> parts = PdfAttachments.read(document);
            if (parts.isEmpty()) {
                return new Unfit(ours(document) ? Why.COPY : Why.OTHER);
            }
            byte[] contents = parts.get(Part.CONTENTS);
            return contents == null ? new Unfit(Why.NO_CONTENTS) : new Opened(Contents.read(contents), parts);
        } catch (InvalidPasswordException locked) {
            return new Unfit(Why.LOCKED);
        } catch (PdfAttachments.TooLarge bomb) {
            return new Unfit(Why.TOO_LARGE);
        } catch (IllegalArgumentException changed) {
            return new Unfit(Why.NO_CONTENTS);
        } catch (IOException | RuntimeException broken) {
            return new Unfit(Why.NOT_PDF);
        }
    }

    private static boolean ours(PDDocument document) {
        PDDocumentInformation information = document.getDocumentInformation();
        String producer = information == null ? null : information.getProducer();
        return producer != null && producer.startsWith(PdfPages.PROGRAM);
    }
}
