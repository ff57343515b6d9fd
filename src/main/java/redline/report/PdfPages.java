package redline.report;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * A page of {@link PageEngine} as PDF/A-3u and PDF/UA-1, tagged, made by openhtmltopdf with the embedded subset of Noto Sans SC. Same page, same bytes:
 * the document carries no time and takes its id from what it was made of.
 *
 * <p>A long page is laid out and painted part by part, so that what that takes does not grow with it: {@link LongPage}, {@link PartEnd}.
 */
final class PdfPages {
    /** Elements of a page that are laid out together, about thirty sheets. */
    private static final int PART = 3000;

    static final String PROGRAM = "Redline 红线 ";
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final Pattern CREATED = Pattern.compile("<xmp:CreateDate>[^<]*</xmp:CreateDate>");

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    }

    private final PDDocument document;
    private final String program;
    private final PdfFonts fonts;
    private final MarkedContents marks;
    private final StructureTree structure;

    private PdfPages(PDDocument document, String program, Painting painting) {
        this.document = document;
        this.program = program;
        this.fonts = new PdfFonts(document);
        this.marks = new MarkedContents(document, painting);
        this.structure = new StructureTree(document);
    }

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
        write(html, program, madeOf, more, painting, PART, out);
    }

    /** @param part elements of the page that are laid out together */
    static void write(
            String html, String program, String madeOf, More more, Painting painting, int part, OutputStream out)
            throws IOException {
        try (PDDocument document = new PDDocument()) {
            new PdfPages(document, program, painting).paint(html, part);
            settle(document, madeOf + program);
            more.to(document);
            document.save(out);
        }
    }

    private void paint(String html, int part) throws IOException {
        LongPage page = new LongPage(html);
        page.read(PageCount.canWait(html) ? part : Integer.MAX_VALUE);
        if (page.ended()) {
            paint(page);
        } else {
            paintInParts(page, part, html);
        }
    }

    private void paint(LongPage page) throws IOException {
        try (PdfBoxRenderer renderer = renderer(page)) {
            renderer.layout();
            marks.begin(renderer.getRootBox().getLayer().getPages().size());
            renderer.createPDFWithoutClosing();
            marks.unmark(structure.take(marks.end(), 0));
        }
    }

    private void paintInParts(LongPage page, int part, String html) throws IOException {
        PageCount count = new PageCount(document, fonts.regular(), html.length());
        PartLinks links = new PartLinks(html);
        marks.counted(count);
        int depth = 0;
        while (true) {
            count.mark(page);
            links.address(page);
            PartEnd end = null;
            try (PdfBoxRenderer renderer = renderer(page)) {
                renderer.layout();
                if (page.ended()) {
                    int rest = renderer.getRootBox().getLayer().getPages().size();
                    marks.begin(document.getNumberOfPages() + rest);
                } else {
                    end = PartEnd.cut(renderer.getRootBox());
                    if (end == null) {
                        page.read(part);
                        continue;
                    }
                }
                structure.openForNext();
                document.getDocumentCatalog().setOutputIntents(List.of());
                renderer.createPDFWithoutClosing();
                List<PDPage> pages = marks.end();
                links.places(renderer, pages);
                marks.unmark(structure.take(pages, depth));
            }
            if (end == null) {
                break;
            }
            depth = end.depth();
            page.drop(end.next());
            page.read(part);
        }
        links.settle(document);
        count.settle(document.getNumberOfPages());
    }

    private PdfBoxRenderer renderer(LongPage page) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePDDocument(document);
        builder.useInitialPageNumber(document.getNumberOfPages() + 1);
        builder.usePageSupplier(marks);
        // No more than this: pages are left uncompressed, for MarkedContents to compress when it is done with them.
        builder.testMode(true);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_U);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(SRGB);
        builder.withProducer(PROGRAM + program);
        builder.withW3cDocument(page.document(), null);
        builder.useSVGDrawer(new TextKeepingSvgDrawer(PdfFonts.FAMILY));
        fonts.giveTo(builder);
        return builder.buildPdfRenderer();
    }

    private static void settle(PDDocument document, String madeOf) throws IOException {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setCreationDate(null);
        information.setModificationDate(null);
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        metadata.importXMPMetadata(CREATED.matcher(xmp).replaceAll("").getBytes(StandardCharsets.UTF_8));
        document.setDocumentId((long) madeOf.hashCode());
    }
}
