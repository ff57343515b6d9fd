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
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;

/**
 * A page of {@link PageEngine} as PDF/A-3u and PDF/UA-1, tagged, made by openhtmltopdf with the embedded subset of Noto Sans SC. Same page, same bytes:
 * the document carries no time and takes its id from what it was made of.
 */
final class PdfPages {
    private static final String FAMILY = "Noto Sans SC";

    static final String PROGRAM = "Redline 红线 ";
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final Pattern CREATED = Pattern.compile("<xmp:CreateDate>[^<]*</xmp:CreateDate>");

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    }

    private PdfPages() {}

    /** What a document gets beside its pages. */
    interface More {
        More NOTHING = document -> {};

        void to(PDDocument document) throws IOException;
    }

    /**
     * Writes the whole document; the stream stays open.
     *
     * @param program its version, printed as the producer
     * @param madeOf hash of what the page shows
     * @param more what the document gets beside its pages
     */
    static void write(String html, String program, String madeOf, More more, OutputStream out) throws IOException {
        write(html, program, madeOf, more, Painting.UNWATCHED, out);
    }

    static void write(String html, String program, String madeOf, More more, Painting painting, OutputStream out)
            throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        MarkedContents marks = new MarkedContents(painting);
        builder.usePageSupplier(marks);
        // No more than this: pages are left uncompressed, for MarkedContents to compress when it is done with them.
        builder.testMode(true);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_U);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(SRGB);
        builder.withProducer(PROGRAM + program);
        builder.withHtmlContent(html, null);
        builder.useSVGDrawer(new TextKeepingSvgDrawer(FAMILY));
        builder.useFont(font("NotoSansSC-Regular.ttf"), FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(font("NotoSansSC-Bold.ttf"), FAMILY, 700, FontStyle.NORMAL, true);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            marks.pages(renderer.getRootBox().getLayer().getPages().size());
            renderer.createPDFWithoutClosing();
            try (PDDocument document = renderer.getPdfDocument()) {
                settle(document, madeOf + program);
                marks.settle(document);
                more.to(document);
                document.save(out);
            }
        }
    }

    private static void settle(PDDocument document, String madeOf) throws IOException {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setCreationDate(null);
        information.setModificationDate(null);
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        metadata.importXMPMetadata(CREATED.matcher(xmp).replaceAll("").getBytes(StandardCharsets.UTF_8));
        document.setDocumentId((long) madeOf.hashCode());
        sayLinks(document);
    }

    /** PDF/UA asks for what a link says at the place on the page, too, not only in the structure of the document. */
    private static void sayLinks(PDDocument document) throws IOException {
        PDStructureTreeRoot structure = document.getDocumentCatalog().getStructureTreeRoot();
        COSArray parents =
                structure.getCOSObject().getCOSDictionary(COSName.PARENT_TREE).getCOSArray(COSName.NUMS);
        Map<Integer, COSBase> byKey = new HashMap<>();
        for (int i = 0; i + 1 < parents.size(); i += 2) {
            byKey.put(parents.getInt(i), parents.getObject(i + 1));
        }
        for (PDPage page : document.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                if (byKey.get(annotation.getStructParent()) instanceof COSDictionary link) {
                    annotation.setContents(link.getString(COSName.ALT));
                }
            }
        }
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
