package redline.report;

import com.openhtmltopdf.css.style.CalculatedStyle;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.PageBox;
import com.openhtmltopdf.render.RenderingContext;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Links and bookmarks of a document that is painted part by part: openhtmltopdf knows the places of one part only, so that it is given addresses
 * instead, and these become places once all parts are there.
 */
final class PartLinks {
    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]*)\"");
    private static final String ADDRESS = "within:";
    /** openhtmltopdf counts in twentieths of a CSS pixel. */
    private static final float DOTS_PER_POINT = 20f * 4 / 3;

    private final Set<String> known = new HashSet<>();
    private final Map<String, PDPageXYZDestination> places = new HashMap<>();
    private Element bookmarks;

    PartLinks(String html) {
        Matcher ids = ID.matcher(html);
        while (ids.find()) {
            known.add(ids.group(1));
        }
    }

    /** Before a part is laid out. */
    void address(LongPage page) {
        for (Element marked : page.all("bookmarks")) {
            bookmarks = marked;
            marked.getParentNode().removeChild(marked);
        }
        for (Element link : page.all("a")) {
            String to = link.getAttribute("href");
            if (to.startsWith("#") && known.contains(to.substring(1))) {
                link.setAttribute("href", ADDRESS + to.substring(1));
            }
        }
    }

    /**
     * Once a part is painted: where in it the elements are that have an id.
     *
     * @param pages of the part
     */
    void places(PdfBoxRenderer renderer, List<PDPage> pages) {
        SharedContext shared = renderer.getSharedContext();
        RenderingContext context = shared.newRenderingContextInstance();
        List<PageBox> sheets = renderer.getRootBox().getLayer().getPages();
        if (shared.getIdMap() == null) {
            return;
        }
        for (Map.Entry<String, Box> one : shared.getIdMap().entrySet()) {
            int top = (int) one.getValue().getBorderBox(context).getMinY();
            int at = 0;
            while (at < sheets.size() && sheets.get(at).getBottom() <= top) {
                at++;
            }
            if (at < sheets.size() && !places.containsKey(one.getKey())) {
                PageBox sheet = sheets.get(at);
                int fromTop = sheet.getMarginBorderPadding(context, CalculatedStyle.TOP) + top - sheet.getTop();
                PDPageXYZDestination place = new PDPageXYZDestination();
                place.setPage(pages.get(at));
                place.setTop((int) ((sheet.getHeight(context) - fromTop) / DOTS_PER_POINT));
                places.put(one.getKey(), place);
            }
        }
    }

    /** Once all parts are painted. */
    void settle(PDDocument document) throws IOException {
        for (PDPage page : document.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                if (annotation instanceof PDAnnotationLink link
                        && link.getAction() instanceof PDActionURI to
                        && to.getURI().startsWith(ADDRESS)) {
                    PDActionGoTo there = new PDActionGoTo();
                    there.setDestination(place(document, to.getURI().substring(ADDRESS.length())));
                    link.setAction(there);
                }
            }
        }
        if (bookmarks != null) {
            PDDocumentOutline outline = new PDDocumentOutline();
            document.getDocumentCatalog().setDocumentOutline(outline);
            outline(document, outline, bookmarks);
        }
    }

    /** Of an element that is not painted, the first page. */
    private PDPageXYZDestination place(PDDocument document, String id) {
        PDPageXYZDestination place = places.get(id);
        if (place == null) {
            place = new PDPageXYZDestination();
            place.setPage(document.getPage(0));
        }
        return place;
    }

    private void outline(PDDocument document, PDOutlineNode parent, Element bookmark) {
        for (Node one = bookmark.getFirstChild(); one != null; one = one.getNextSibling()) {
            if (one instanceof Element child && "bookmark".equals(child.getNodeName())) {
                PDOutlineItem item = new PDOutlineItem();
                item.setTitle(child.getAttribute("name"));
                String to = child.getAttribute("href");
                item.setDestination(place(document, to.startsWith("#") ? to.substring(1) : ""));
                parent.addLast(item);
                outline(document, item, child);
            }
        }
    }
}
