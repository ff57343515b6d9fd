package redline.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of a document, of which it gets what it uses; all its parts have the same. */
final class PdfFonts {
    static final String FAMILY = "Noto Sans SC";

    private final Font regular;
    private final Font bold;

    PdfFonts(PDDocument document) {
        regular = new Font(document, "NotoSansSC-Regular.ttf");
        bold = new Font(document, "NotoSansSC-Bold.ttf");
    }

    PDFont regular() {
        return regular.supply();
    }

    void giveTo(PdfRendererBuilder builder) {
        builder.useFont(regular, FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(bold, FAMILY, 700, FontStyle.NORMAL, true);
    }

    /** Read when it is asked for. */
    private static final class Font extends PDFontSupplier {
        private final PDDocument document;
        private final String file;
        private PDFont font;

        Font(PDDocument document, String file) {
            super(null);
            this.document = document;
            this.file = file;
        }

        @Override
        public PDFont supply() {
            if (font == null) {
                try (InputStream in = PdfFonts.class.getResourceAsStream("/fonts/" + file)) {
                    font = new PdfFont(PDType0Font.load(document, in, true));
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
            return font;
        }
    }
}
