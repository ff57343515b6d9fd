package redline.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import redline.check.CheckResult;
import redline.quantity.Language;
import redline.rulepack.RuleBook;

/** Pages of a document as pictures, made as the document itself is, for whoever changes its templates. */
public final class ReportPreview {
    /** Pages of a chapter that are shown; what follows looks like them. */
    private static final int MOST = 3;

    private static final float POINTS_PER_INCH = 72;
    private static final float DOTS = 96;
    /** A plan on A0 is not shown larger than a screen, px. */
    private static final float WIDEST = 1500;

    private ReportPreview() {}

    /** @param count of the whole document */
    public record Pages(int count, List<Page> pages) {}

    /**
     * One page.
     *
     * @param number from 1
     * @param png its picture
     * @param text in the order in which it is read
     */
    public record Page(int number, byte[] png, String text) {}

    /**
     * The first pages of a chapter.
     *
     * @param result of which a report is written
     * @param book that gave it
     * @throws TemplateFault where the office's own templates are not fit to write it
     */
    public static Pages of(CheckResult result, RuleBook book, Language language, Chapter chapter) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        switch (chapter) {
            case PUBLIC -> PublicReport.write(result, language, pdf);
            case CATALOGUE ->
                CatalogueReport.pdf(
                        CatalogueReport.html(
                                book.catalogue(null, Set.of(book.packIds().get(0)), null), Map.of(), language),
                        pdf);
            default -> PdfReport.write(result, List.of(), book, language, pdf);
        }
        try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
            return shown(document, chapter.title(Words.of(language)));
        }
    }

    private static Pages shown(PDDocument document, String title) throws IOException {
        int count = document.getNumberOfPages();
        int first = 0;
        int end = count;
        boolean found = false;
        int depth = 0;
        for (Mark mark : marks(document)) {
            if (found && mark.depth() <= depth) {
                end = Math.max(first + 1, mark.page());
                break;
            }
            if (!found && (mark.title().equals(title) || mark.title().startsWith(title + " "))) {
                first = mark.page();
                depth = mark.depth();
                found = true;
            }
        }
        PDFRenderer renderer = new PDFRenderer(document);
        List<Page> pages = new ArrayList<>();
        for (int page = first; page < Math.min(end, first + MOST); page++) {
            pages.add(new Page(page + 1, picture(renderer, document.getPage(page), page), text(document, page + 1)));
        }
        return new Pages(count, List.copyOf(pages));
    }

    private static byte[] picture(PDFRenderer renderer, PDPage page, int index) throws IOException {
        float inches = page.getMediaBox().getWidth() / POINTS_PER_INCH;
        BufferedImage picture = renderer.renderImageWithDPI(index, Math.min(DOTS, WIDEST / inches), ImageType.RGB);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }

    private static String text(PDDocument document, int number) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        return stripper.getText(document).strip();
    }

    /** A bookmark; {@code page} from 0, {@code depth} from 0 as well. */
    private record Mark(String title, int page, int depth) {}

    private static List<Mark> marks(PDDocument document) throws IOException {
        List<Mark> marks = new ArrayList<>();
        PDOutlineNode outline = document.getDocumentCatalog().getDocumentOutline();
        if (outline != null) {
            collect(document, outline, 0, marks);
        }
        return marks;
    }

    private static void collect(PDDocument document, PDOutlineNode node, int depth, List<Mark> marks)
            throws IOException {
        for (PDOutlineItem item : node.children()) {
            PDPage page = item.findDestinationPage(document);
            if (page != null && item.getTitle() != null) {
                marks.add(new Mark(item.getTitle(), document.getPages().indexOf(page), depth));
            }
            collect(document, item, depth + 1, marks);
        }
    }
}
