package redline.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;

/** What a page shows of a paper, walked from the very file that is issued. Texts are plain: the page escapes them. */
public record PaperPreview(List<Part> parts) {
    /** Style ids of the shipped templates. */
    private static final String TITLE = "PaperTitle";

    private static final String HEADING = "PaperHeading";

    /** In the order of the document. */
    public sealed interface Part permits Image, Paragraph, Table {}

    public enum Role {
        TITLE,
        HEADING,
        TEXT
    }

    public enum Side {
        LEFT,
        CENTRE,
        RIGHT
    }

    /** Line breaks are {@code \n}. Empty paragraphs are left out. */
    public record Paragraph(Role role, Side side, String text) implements Part {
        public List<String> lines() {
            return text.lines().toList();
        }
    }

    /** {@code dataUri} for an img element; {@code shows} its alternative text. */
    public record Image(String dataUri, String shows) implements Part {}

    public record Table(List<Row> rows) implements Part {}

    /** {@code head}: repeated on each page. */
    public record Row(boolean head, List<Cell> cells) {}

    /** {@code columns} that it spans. */
    public record Cell(int columns, String text) {
        public List<String> lines() {
            return text.lines().toList();
        }
    }

    /** @throws IllegalArgumentException where it is no .docx */
    public static PaperPreview of(byte[] docx) {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            List<Part> parts = new ArrayList<>();
            for (IBodyElement element : document.getBodyElements()) {
                if (element instanceof XWPFParagraph paragraph) {
                    add(paragraph, parts);
                } else if (element instanceof XWPFTable table) {
                    parts.add(table(table));
                }
            }
            return new PaperPreview(List.copyOf(parts));
        } catch (IOException | RuntimeException unreadable) {
            throw new IllegalArgumentException("not a .docx", unreadable);
        }
    }

    /** All texts, one paragraph or table row a line, cells divided by {@code  | }. */
    public String text() {
        return parts.stream()
                .map(PaperPreview::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String text(Part part) {
        if (part instanceof Paragraph paragraph) {
            return paragraph.text();
        }
        return part instanceof Table table
                ? table.rows().stream()
                        .map(row -> row.cells().stream().map(Cell::text).collect(Collectors.joining(" | ")))
                        .collect(Collectors.joining("\n"))
                : "";
    }

    private static void add(XWPFParagraph paragraph, List<Part> parts) {
        if (!paragraph.getText().isBlank()) {
            parts.add(new Paragraph(
                    role(paragraph), side(paragraph), paragraph.getText().strip()));
        }
        for (XWPFRun run : paragraph.getRuns()) {
            for (XWPFPicture picture : run.getEmbeddedPictures()) {
                byte[] bytes = picture.getPictureData().getData();
                parts.add(new Image(
                        "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes), alternative(run)));
            }
        }
    }

    /** The alternative text of the first drawing of a run; empty where it has none. */
    private static String alternative(XWPFRun run) {
        return run.getCTR().getDrawingList().stream()
                .flatMap(drawing -> drawing.getInlineList().stream())
                .map(inline -> inline.getDocPr().getDescr())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static Role role(XWPFParagraph paragraph) {
        return TITLE.equals(paragraph.getStyle())
                ? Role.TITLE
                : HEADING.equals(paragraph.getStyle()) ? Role.HEADING : Role.TEXT;
    }

    /** What the paragraph says of itself, else what its style says. */
    private static Side side(XWPFParagraph paragraph) {
        String side = jc(paragraph.getCTP().getPPr());
        XWPFStyles styles = paragraph.getDocument().getStyles();
        XWPFStyle style = styles == null || paragraph.getStyle() == null ? null : styles.getStyle(paragraph.getStyle());
        if (side.isEmpty() && style != null) {
            side = jc(style.getCTStyle().getPPr());
        }
        return switch (side) {
            case "center" -> Side.CENTRE;
            case "right", "end" -> Side.RIGHT;
            default -> Side.LEFT;
        };
    }

    private static String jc(CTPPrGeneral properties) {
        return properties == null || !properties.isSetJc()
                ? ""
                : properties.getJc().getVal().toString();
    }

    private static String jc(CTPPr properties) {
        return properties == null || !properties.isSetJc()
                ? ""
                : properties.getJc().getVal().toString();
    }

    private static Table table(XWPFTable table) {
        List<Row> rows = new ArrayList<>();
        for (XWPFTableRow row : table.getRows()) {
            List<Cell> cells = new ArrayList<>();
            for (XWPFTableCell cell : row.getTableCells()) {
                String text = cell.getParagraphs().stream()
                        .map(XWPFParagraph::getText)
                        .collect(Collectors.joining("\n"))
                        .strip();
                cells.add(new Cell(span(cell), text));
            }
            rows.add(new Row(row.isRepeatHeader(), List.copyOf(cells)));
        }
        return new Table(List.copyOf(rows));
    }

    private static int span(XWPFTableCell cell) {
        return cell.getCTTc().isSetTcPr() && cell.getCTTc().getTcPr().isSetGridSpan()
                ? cell.getCTTc().getTcPr().getGridSpan().getVal().intValue()
                : 1;
    }

    /** The text of each paragraph, wherever it stands. */
    static List<String> texts(XWPFDocument document) {
        List<String> texts = new ArrayList<>();
        document.getHeaderList().stream().map(XWPFHeader::getBodyElements).forEach(body -> collect(body, texts));
        collect(document.getBodyElements(), texts);
        document.getFooterList().stream().map(XWPFFooter::getBodyElements).forEach(body -> collect(body, texts));
        return texts;
    }

    private static void collect(List<IBodyElement> body, List<String> texts) {
        for (IBodyElement element : body) {
            if (element instanceof XWPFParagraph paragraph) {
                texts.add(paragraph.getText());
            } else if (element instanceof XWPFTable table) {
                for (XWPFTableRow row : table.getRows()) {
                    row.getTableCells().forEach(cell -> collect(cell.getBodyElements(), texts));
                }
            }
        }
    }
}
