package redline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redline.quantity.Language;

/** A report that is painted part by part is the report that is painted at once. */
class ReportInPartsTest {
    private static final String HTML = HtmlReport.write(SampleCheck.housing(), Language.ZH);
    private static final int ALL = Integer.MAX_VALUE;

    private static PDDocument atOnce;

    @BeforeAll
    static void the_report_at_once() throws IOException {
        atOnce = Loader.loadPDF(pdf(ALL));
    }

    @AfterAll
    static void closed() throws IOException {
        atOnce.close();
    }

    private static byte[] pdf(int part) {
        return pdf(HTML, part);
    }

    private static byte[] pdf(String html, int part) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(html, part, Painting.UNWATCHED, out);
        return out.toByteArray();
    }

    private static void write(String html, int part, Painting painting, OutputStream out) {
        try {
            PdfPages.write(html, "test", "of nothing", PdfPages.More.NOTHING, painting, part, out);
        } catch (IOException memory) {
            throw new IllegalStateException(memory);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {250, 600, 1000})
    void it_reads_the_same_points_to_the_same_places_and_has_the_same_pages(int part) throws Exception {
        byte[] pdf = pdf(part);
        assertThat(pdf).isNotEqualTo(pdf(ALL)).isEqualTo(pdf(part));
        assertThat(VeraPdf.faults(pdf)).isEmpty();
        try (PDDocument inParts = Loader.loadPDF(pdf)) {
            assertThat(ReadAloud.of(inParts)).isEqualTo(ReadAloud.of(atOnce));
            assertThat(pages(inParts)).isEqualTo(pages(atOnce));
            assertThat(links(inParts)).hasSizeGreaterThan(50).isEqualTo(links(atOnce));
            assertThat(bookmarks(inParts)).hasSizeGreaterThan(10).isEqualTo(bookmarks(atOnce));
            assertThat(fonts(inParts)).hasSize(2);
            assertThat(inParts.getPage(0)
                            .getCOSObject()
                            .getItem(COSName.CONTENTS)
                            .getCOSObject())
                    .as("cut in two where the number of pages stands")
                    .isInstanceOf(COSArray.class);
            assertThat(inParts.getDocumentCatalog().getOutputIntents()).hasSize(1);
            assertThat(inParts.getDocumentInformation().getTitle()).isEqualTo("方案技术审查报告 乌镇示例住宅小区");
        }
    }

    @Test
    void how_many_pages_there_are_stands_where_it_stands_when_it_is_known_at_once() throws IOException {
        try (PDDocument inParts = Loader.loadPDF(pdf(250))) {
            assertThat(endOfFoot(inParts)).hasSize(3).isEqualTo(endOfFoot(atOnce));
        }
    }

    /** The last digit and what follows it, each with its place in tenths of a point. */
    private static List<String> endOfFoot(PDDocument document) throws IOException {
        List<TextPosition> all = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> positions) {
                all.addAll(positions);
            }
        };
        stripper.setSortByPosition(true);
        stripper.setStartPage(2);
        stripper.setEndPage(2);
        stripper.getText(document);
        return all.subList(all.size() - 3, all.size()).stream()
                .map(one -> one.getUnicode() + " " + Math.round(one.getX() * 10))
                .toList();
    }

    @Test
    void who_looks_on_is_told_how_many_pages_there_are_once_that_is_known() {
        List<Integer> pages = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        write(
                HTML,
                250,
                (page, of) -> {
                    pages.add(page);
                    counts.add(of);
                },
                OutputStream.nullOutputStream());
        int all = atOnce.getNumberOfPages();
        assertThat(pages).isEqualTo(IntStream.rangeClosed(1, all).boxed().toList());
        assertThat(counts).startsWith(0).endsWith(all).containsOnly(0, all).isSorted();
    }

    @Test
    void a_style_that_points_to_pages_by_their_numbers_is_laid_out_at_once() {
        String pointing = HTML.replace("</style>", "a:after { content: target-counter(attr(href), page); }</style>");
        assertThat(pdf(pointing, 250)).isEqualTo(pdf(pointing, ALL));
    }

    /** What stands on each page, its number and how many there are among it. */
    private static List<String> pages(PDDocument document) throws IOException {
        List<String> pages = new ArrayList<>();
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            pages.add(stripper.getText(document).replaceAll("\\s+", ""));
        }
        return pages;
    }

    /** By page: what a link says and what stands where it leads. */
    private static List<String> links(PDDocument document) throws IOException {
        List<String> links = new ArrayList<>();
        Map<List<Object>, String> places = new HashMap<>();
        for (PDPage page : document.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                PDActionGoTo there = (PDActionGoTo) ((PDAnnotationLink) annotation).getAction();
                PDPageXYZDestination to = (PDPageXYZDestination) there.getDestination();
                List<Object> key = List.of(to.getPage().getCOSObject(), to.getTop());
                if (!places.containsKey(key)) {
                    places.put(key, place(document, to));
                }
                links.add(document.getPages().indexOf(page) + " " + annotation.getContents() + " " + places.get(key));
            }
        }
        return links;
    }

    private static String place(PDDocument document, PDPageXYZDestination there) throws IOException {
        PDPage page = there.getPage();
        float fromTop = page.getMediaBox().getHeight() - there.getTop();
        PDFTextStripperByArea below = new PDFTextStripperByArea();
        below.setSortByPosition(true);
        below.addRegion(
                "below", new Rectangle2D.Double(0, fromTop, page.getMediaBox().getWidth(), 24));
        below.extractRegions(page);
        return document.getPages().indexOf(page) + " "
                + below.getTextForRegion("below").replaceAll("\\s+", "");
    }

    private static List<String> bookmarks(PDDocument document) throws IOException {
        List<String> bookmarks = new ArrayList<>();
        collect(document, document.getDocumentCatalog().getDocumentOutline(), "", bookmarks);
        return bookmarks;
    }

    private static void collect(PDDocument document, PDOutlineNode node, String indent, List<String> bookmarks)
            throws IOException {
        for (PDOutlineItem item : node.children()) {
            bookmarks.add(
                    indent + item.getTitle() + " " + place(document, (PDPageXYZDestination) item.getDestination()));
            collect(document, item, indent + "  ", bookmarks);
        }
    }

    private static List<COSName> fonts(PDDocument document) {
        return document.getDocument().getObjectsByType(COSName.FONT).stream()
                .map(font -> ((COSDictionary) font.getObject()).getCOSName(COSName.BASE_FONT))
                .distinct()
                .toList();
    }
}
