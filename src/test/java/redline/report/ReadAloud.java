package redline.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDObjectReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/**
 * A tagged PDF as it is read to somebody who does not see it: one line for each heading, paragraph, cell, link and figure, in the order of the
 * structure, as {@code H2 text}, {@code TH/Row text}, {@code Figure text in its place}.
 */
final class ReadAloud {
    private static final Set<String> LINES = Set.of("H1", "H2", "H3", "H4", "P", "TH", "TD", "Figure");

    private final Map<COSDictionary, Map<Integer, String>> texts = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    private ReadAloud() {}

    static List<String> of(PDDocument document) throws IOException {
        ReadAloud reader = new ReadAloud();
        for (PDPage page : document.getPages()) {
            PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
            extractor.processPage(page);
            Map<Integer, String> byId = reader.texts.computeIfAbsent(page.getCOSObject(), key -> new HashMap<>());
            for (PDMarkedContent content : extractor.getMarkedContents()) {
                StringBuilder text = new StringBuilder();
                for (Object one : content.getContents()) {
                    if (one instanceof TextPosition position) {
                        text.append(position.getUnicode());
                    }
                }
                byId.merge(content.getMCID(), text.toString(), String::concat);
            }
        }
        for (Object kid : document.getDocumentCatalog().getStructureTreeRoot().getKids()) {
            reader.read((PDStructureElement) kid);
        }
        return reader.lines;
    }

    private void read(PDStructureElement element) {
        String type = element.getStructureType();
        if (LINES.contains(type)) {
            String said = type.equals("Figure") ? element.getAlternateDescription() : text(element);
            lines.add((type + scope(element) + " " + said.replace('\u00a0', ' ').strip()).strip());
        } else {
            for (Object kid : element.getKids()) {
                if (kid instanceof PDStructureElement inner) {
                    read(inner);
                }
            }
        }
    }

    private static String scope(PDStructureElement element) {
        COSDictionary attributes = element.getCOSObject().getCOSDictionary(COSName.A);
        String scope = attributes == null ? null : attributes.getNameAsString("Scope");
        return scope == null ? "" : "/" + scope;
    }

    private String text(PDStructureElement element) {
        StringBuilder text = new StringBuilder();
        for (Object kid : element.getKids()) {
            if (kid instanceof PDStructureElement inner) {
                text.append(text(inner));
            } else if (kid instanceof Integer id) {
                text.append(at(element.getPage(), id));
            } else if (kid instanceof PDMarkedContentReference reference) {
                PDPage page = reference.getPage() == null ? element.getPage() : reference.getPage();
                text.append(at(page, reference.getMCID()));
            } else if (!(kid instanceof PDObjectReference)) {
                throw new IllegalStateException("of no kind that is known: " + kid);
            }
        }
        return text.toString();
    }

    private String at(PDPage page, int id) {
        return texts.get(page.getCOSObject()).getOrDefault(id, "");
    }
}
