package redline.report;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A PDF of others. */
public final class PdfFile {
    private PdfFile() {}

    /**
     * How many pages it has, at least one.
     *
     * @throws IOException where it cannot be opened, is locked or has no page
     */
    public static int pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            if (pages == 0) {
                throw new IOException("no page");
            }
            return pages;
        }
    }
}
