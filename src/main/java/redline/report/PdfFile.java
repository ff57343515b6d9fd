package redline.report;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** A PDF that somebody handed in: looked at, never changed. */
public final class PdfFile {
    private PdfFile() {}

    /** How many pages it has, or why that cannot be told. */
    public sealed interface Pages {
        record Counted(int count) implements Pages {}

        /** A password is asked for. */
        record Locked() implements Pages {}

        record Broken() implements Pages {}
    }

    /** @throws IOException where the file cannot be opened at all */
    public static Pages pages(Path file) throws IOException {
        try (RandomAccessReadBufferedFile opened = new RandomAccessReadBufferedFile(file)) {
            return pages(opened);
        }
    }

    /** The same of a PDF in memory. */
    public static Pages pages(byte[] pdf) {
        return pages(new RandomAccessReadBuffer(pdf));
    }

    private static Pages pages(RandomAccessRead file) {
        try (PDDocument document = Loader.loadPDF(file, "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            int count = document.getNumberOfPages();
            return count > 0 ? new Pages.Counted(count) : new Pages.Broken();
        } catch (InvalidPasswordException locked) {
            return new Pages.Locked();
        } catch (IOException | RuntimeException broken) {
            return new Pages.Broken();
        }
    }
}
