package redline.report;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import redline.check.CheckResult;
import redline.quantity.Language;

/**
 * The report as PDF/A-3u, made of {@link HtmlReport} by openhtmltopdf with the embedded subset of Noto Sans SC. Same result, same bytes:
 * the document carries no time and takes its id from the hash of the input.
 */
public final class PdfReport {
    private static final String FAMILY = "Noto Sans SC";

    private static final String PROGRAM = "Redline 红线 ";
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final Pattern CREATED = Pattern.compile("<xmp:CreateDate>[^<]*</xmp:CreateDate>");

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    }

    private PdfReport() {}

    /** Writes the whole document; the stream stays open. */
    public static void write(CheckResult result, Language language, OutputStream out) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_U);
        builder.useColorProfile(SRGB);
        builder.withProducer(PROGRAM + result.program());
        builder.withHtmlContent(HtmlReport.write(result, language), null);
        builder.useSVGDrawer(new TextKeepingSvgDrawer(FAMILY));
        builder.useFont(font("NotoSansSC-Regular.ttf"), FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(font("NotoSansSC-Bold.ttf"), FAMILY, 700, FontStyle.NORMAL, true);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            try (PDDocument document = renderer.getPdfDocument()) {
                settle(document, result);
                document.save(out);
            }
        }
    }

    private static void settle(PDDocument document, CheckResult result) throws IOException {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setCreationDate(null);
        information.setModificationDate(null);
        // openhtmltopdf says "tagged" of every PDF/A; this one has no structure tree.
        document.getDocumentCatalog().getCOSObject().removeItem(COSName.MARK_INFO);
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        metadata.importXMPMetadata(CREATED.matcher(xmp).replaceAll("").getBytes(StandardCharsets.UTF_8));
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
