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

/**
 * A page of {@link PageEngine} as PDF/A-3u, made by openhtmltopdf with the embedded subset of Noto Sans SC. Same page, same bytes:
 * the document carries no time and takes its id from what it was made of.
 */
final class PdfPages {
    private static final String FAMILY = "Noto Sans SC";

    private static final String PROGRAM = "Redline 红线 ";
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final Pattern CREATED = Pattern.compile("<xmp:CreateDate>[^<]*</xmp:CreateDate>");

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    }

    private PdfPages() {}

    /**
     * Writes the whole document; the stream stays open.
     *
     * @param program its version, printed as the producer
     * @param madeOf hash of what the page shows
     */
    static void write(String html, String program, String madeOf, OutputStream out) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_U);
        builder.useColorProfile(SRGB);
        builder.withProducer(PROGRAM + program);
        builder.withHtmlContent(html, null);
        builder.useSVGDrawer(new TextKeepingSvgDrawer(FAMILY));
        builder.useFont(font("NotoSansSC-Regular.ttf"), FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(font("NotoSansSC-Bold.ttf"), FAMILY, 700, FontStyle.NORMAL, true);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            try (PDDocument document = renderer.getPdfDocument()) {
                settle(document, madeOf + program);
                document.save(out);
            }
        }
    }

    private static void settle(PDDocument document, String madeOf) throws IOException {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setCreationDate(null);
        information.setModificationDate(null);
        // openhtmltopdf says "tagged" of every PDF/A; this one has no structure tree.
        document.getDocumentCatalog().getCOSObject().removeItem(COSName.MARK_INFO);
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        metadata.importXMPMetadata(CREATED.matcher(xmp).replaceAll("").getBytes(StandardCharsets.UTF_8));
        document.setDocumentId((long) madeOf.hashCode());
    }

    private static FSSupplier<InputStream> font(String file) {
        return () -> {
            InputStream in = PdfPages.class.getResourceAsStream("/fonts/" + file);
            if (in == null) {
                throw new IllegalStateException("not in the jar: /fonts/" + file);
            }
            return in;
        };
    }
}
