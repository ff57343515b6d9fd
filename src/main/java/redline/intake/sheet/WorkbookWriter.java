package redline.intake.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes an XLSX workbook from plain tables. The same tables give the same bytes on every machine: fixed times, nothing packed (how
 * tightly a part is packed depends on the machine's zlib), no name of a program or a person.
 */
public final class WorkbookWriter {
    /** Of what it writes, as of every XLSX workbook. */
    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private WorkbookWriter() {}

    /** How a row looks; in the order of the styles that are written. */
    public enum Look {
        PLAIN,
        TITLE,
        NOTE,
        HEADER,
        SECOND_HEADER,
        /** Framed, to be filled in. */
        FIELD,
        PERCENT,
        /** Framed, to be filled in; what is typed stays text, so that 0902, 30 % and dates are kept as they are written. */
        TEXT
    }

    /** @param cells texts and {@link BigDecimal}s, from the left; an empty text is an empty cell with the look of the row */
    public record Line(Look look, List<?> cells) {}

    /**
     * @param name of the sheet, up to 31 characters
     * @param widths of the columns in characters
     * @param merged ranges such as {@code A1:D1}
     * @param frozen how many rows stay in sight
     */
    public record Page(String name, List<Integer> widths, List<Line> lines, List<String> merged, int frozen) {}

    public static byte[] write(List<Page> pages) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", contentTypes(pages.size()));
        parts.put(
                "_rels/.rels",
                "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\"" + OFFICE
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        parts.put("xl/workbook.xml", workbook(pages));
        parts.put("xl/_rels/workbook.xml.rels", relationships(pages.size()));
        parts.put("xl/styles.xml", styles());
        for (int i = 0; i < pages.size(); i++) {
            parts.put("xl/worksheets/sheet" + (i + 1) + ".xml", sheet(pages.get(i)));
        }
        return zip(parts);
    }

    private static String contentTypes(int sheets) {
        StringBuilder types = new StringBuilder("<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>"
                + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + TYPE + "styles+xml\"/>");
        for (int i = 1; i <= sheets; i++) {
            types.append("<Override PartName=\"/xl/worksheets/sheet" + i + ".xml\" ContentType=\"" + TYPE
                    + "worksheet+xml\"/>");
        }
        return types.append("</Types>").toString();
    }

    private static String workbook(List<Page> pages) {
        StringBuilder sheets = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            sheets.append("<sheet name=\"" + escaped(pages.get(i).name()) + "\" sheetId=\"" + (i + 1) + "\" r:id=\"rId"
                    + (i + 1) + "\"/>");
        }
        return "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>" + sheets + "</sheets></workbook>";
    }

    private static String relationships(int sheets) {
        StringBuilder all = new StringBuilder("<Relationships xmlns=\"" + PACKAGE + "relationships\">");
        for (int i = 1; i <= sheets; i++) {
            all.append("<Relationship Id=\"rId" + i + "\" Type=\"" + OFFICE + "/worksheet\" Target=\"worksheets/sheet"
                    + i + ".xml\"/>");
        }
        return all.append("<Relationship Id=\"rId" + (sheets + 1) + "\" Type=\"" + OFFICE
                        + "/styles\" Target=\"styles.xml\"/></Relationships>")
                .toString();
    }

    /** One style for each {@link Look}. */
    private static String styles() {
        String font = "<sz val=\"11\"/><name val=\"宋体\"/>";
        String side = "style=\"thin\"><color rgb=\"FF999999\"/></";
        String middle =
                " applyAlignment=\"1\"><alignment horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/></xf>";
        String left = " applyAlignment=\"1\"><alignment vertical=\"center\" wrapText=\"1\"/></xf>";
        return "<styleSheet xmlns=\"" + MAIN + "\"><fonts count=\"4\"><font>" + font + "</font><font><b/>" + font
                + "</font><font><b/><sz val=\"14\"/><name val=\"宋体\"/></font><font><sz val=\"9\"/><color rgb=\"FF666666\"/>"
                + "<name val=\"宋体\"/></font></fonts><fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>"
                + "<fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\">"
                + "<fgColor rgb=\"FFEDEDED\"/></patternFill></fill></fills><borders count=\"2\"><border/><border><left "
                + side + "left><right " + side + "right><top " + side + "top><bottom " + side
                + "bottom></border></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"8\"><xf/>"
                + "<xf fontId=\"2\" applyFont=\"1\"" + middle + "<xf fontId=\"3\" applyFont=\"1\"" + left
                + "<xf fontId=\"1\" fillId=\"2\" borderId=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\""
                + middle
                + "<xf fontId=\"3\" fillId=\"2\" borderId=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\""
                + middle + "<xf borderId=\"1\" applyBorder=\"1\"" + left
                + "<xf numFmtId=\"10\" borderId=\"1\" applyNumberFormat=\"1\" applyBorder=\"1\"" + left
                + "<xf numFmtId=\"49\" borderId=\"1\" applyNumberFormat=\"1\" applyBorder=\"1\"" + left
                + "</cellXfs></styleSheet>";
    }

    private static String sheet(Page page) {
        StringBuilder xml = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\">");
        if (page.frozen() > 0) {
            xml.append("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"" + page.frozen()
                    + "\" topLeftCell=\"A" + (page.frozen() + 1)
                    + "\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
        }
        xml.append("<cols>");
        for (int i = 0; i < page.widths().size(); i++) {
            xml.append("<col min=\"" + (i + 1) + "\" max=\"" + (i + 1) + "\" width=\""
                    + page.widths().get(i) + "\" customWidth=\"1\"/>");
        }
        xml.append("</cols><sheetData>");
        for (int row = 0; row < page.lines().size(); row++) {
            row(xml, row, page.lines().get(row));
        }
        xml.append("</sheetData>");
        if (!page.merged().isEmpty()) {
            xml.append("<mergeCells count=\"" + page.merged().size() + "\">");
            page.merged().forEach(range -> xml.append("<mergeCell ref=\"" + range + "\"/>"));
            xml.append("</mergeCells>");
        }
        return xml.append("<pageSetup paperSize=\"9\" orientation=\"landscape\"/></worksheet>")
                .toString();
    }

    private static void row(StringBuilder xml, int row, Line line) {
        String height = line.look() == Look.NOTE ? " ht=\"45\" customHeight=\"1\"" : "";
        xml.append("<row r=\"" + (row + 1) + "\"" + height + ">");
        for (int column = 0; column < line.cells().size(); column++) {
            Object value = line.cells().get(column);
            String start =
                    "<c r=\"" + Ref.name(row, column) + "\" s=\"" + line.look().ordinal() + "\"";
            if (value instanceof BigDecimal number) {
                xml.append(start + "><v>" + number.toPlainString() + "</v></c>");
            } else if (value.toString().isEmpty()) {
                xml.append(start + "/>");
            } else {
                xml.append(start + " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(value.toString())
                        + "</t></is></c>");
            }
        }
        xml.append("</row>");
    }

    /** What XML cannot hold is left out. */
    private static String escaped(String text) {
        StringBuilder xml = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '"' -> xml.append("&quot;");
                default -> {
                    boolean allowed = c >= 0x20 && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
                    if (allowed || c == '\n' || c == '\t') {
                        xml.appendCodePoint(c);
                    }
                }
            }
        });
        return xml.toString();
    }

    private static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                byte[] content = (DECLARATION + part.getValue()).getBytes(StandardCharsets.UTF_8);
                CRC32 checksum = new CRC32();
                checksum.update(content);
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(content.length);
                entry.setCrc(checksum.getValue());
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                zip.write(content);
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
