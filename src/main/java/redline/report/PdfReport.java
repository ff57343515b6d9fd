package redline.report;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import redline.check.CheckResult;
import redline.quantity.Language;

/**
 * The report as PDF, made of {@link HtmlReport} by openhtmltopdf with the embedded subset of Noto Sans SC. Same result, same bytes:
 * the document carries no time and takes its id from the hash of the input.
 */
public final class PdfReport {
    private static final String FAMILY = "Noto Sans SC";

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    }

    private PdfReport() {}

    /** Writes the whole document; the stream stays open. */
    public static void write(CheckResult result, Language language, OutputStream out) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.withHtmlContent(HtmlReport.write(result, language), null);
        builder.useSVGDrawer(new TextKeepingSvgDrawer(FAMILY));
        builder.useFont(font("NotoSansSC-Regular.ttf"), FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(font("NotoSansSC-Bold.ttf"), FAMILY, 700, FontStyle.NORMAL, true);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            try (PDDocument document = renderer.getPdfDocument()) {
                withoutTime(document, result);
                document.save(out);
            }
        }
    }

    private static void withoutTime(PDDocument document, CheckResult result) {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setCreationDate(null);
        information.setModificationDate(null);
        information.setProducer("Redline 红线 " + result.program());
        document.setDocumentId((long) (result.record().sha256() + result.program()).hashCode());
    }

    private static FSSupplier<InputStream> font(String file) {
        return () -> {
            InputStream in = PdfReport.class.getResourceAsStream("/fonts/" + file);
            if (in == null) {
                throw new IllegalStateException("not in the jar: /fonts/" + file);
            }
            return in;
        };
    }
}
