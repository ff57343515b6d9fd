package redline.intake.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import redline.intake.file.Reading;
import redline.intake.file.Upload;
import redline.intake.read.FileReader;

/** A workbook written part by part, so that a test can say exactly what stands in the file. */
final class Book {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String RELS = "http://schemas.openxmlformats.org/package/2006/relationships";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private String beforeSheets = "";
    private String afterSheets = "";
    private int count;

    static Book of(String sheetData) {
        return new Book().sheet("表1", "", "<sheetData>" + sheetData + "</sheetData>");
    }

    Book sheet(String name, String attributes, String inside) {
        count++;
        sheets.append(
                "<sheet name='" + name + "' sheetId='" + count + "' " + attributes + " r:id='rId" + count + "'/>");
        relations.append("<Relationship Id='rId" + count + "' Type='" + OFFICE + "/worksheet' Target='worksheets/sheet"
                + count + ".xml'/>");
        return part(
                "xl/worksheets/sheet" + count + ".xml", "<worksheet xmlns='" + MAIN + "'>" + inside + "</worksheet>");
    }

    Book shared(String items) {
        relations.append(
                "<Relationship Id='shared' Type='" + OFFICE + "/sharedStrings' Target='/xl/sharedStrings.xml'/>");
        return part("xl/sharedStrings.xml", "<sst xmlns='" + MAIN + "'>" + items + "</sst>");
    }

    /** Style 0 is general; the following have these formats. */
    Book styles(String... formats) {
        StringBuilder own = new StringBuilder();
        StringBuilder used = new StringBuilder("<xf numFmtId='0'/>");
        for (int i = 0; i < formats.length; i++) {
            own.append("<numFmt numFmtId='" + (200 + i) + "' formatCode='" + formats[i] + "'/>");
            used.append("<xf numFmtId='" + (200 + i) + "'/>");
        }
        relations.append("<Relationship Id='styles' Type='" + OFFICE + "/styles' Target='styles.xml'/>");
        return part(
                "xl/styles.xml",
                "<styleSheet xmlns='" + MAIN + "'><numFmts>" + own + "</numFmts><cellXfs>" + used
                        + "</cellXfs></styleSheet>");
    }

    Book workbook(String before, String after) {
        beforeSheets = before;
        afterSheets = after;
        return this;
    }

    Book part(String name, String xml) {
        parts.put(name, xml.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    byte[] bytes() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("[Content_Types].xml", "<Types/>".getBytes(StandardCharsets.UTF_8));
        all.put(
                "_rels/.rels",
                ("<Relationships xmlns='" + RELS + "'><Relationship Id='r' Type='" + OFFICE
                                + "/officeDocument' Target='xl/workbook.xml'/></Relationships>")
                        .getBytes(StandardCharsets.UTF_8));
        all.put(
                "xl/workbook.xml",
                ("<workbook xmlns='" + MAIN + "' xmlns:r='" + OFFICE + "'>" + beforeSheets + "<sheets>" + sheets
                                + "</sheets>" + afterSheets + "</workbook>")
                        .getBytes(StandardCharsets.UTF_8));
        all.put(
                "xl/_rels/workbook.xml.rels",
                ("<Relationships xmlns='" + RELS + "'>" + relations + "</Relationships>")
                        .getBytes(StandardCharsets.UTF_8));
        all.putAll(parts);
        return zip(all);
    }

    static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    Reading read(Path folder) {
        return read(folder, "test.xlsx", bytes());
    }

    static Reading read(Path folder, String name, byte[] bytes) {
        try {
            return FileReader.read(Upload.of(Files.write(folder.resolve(name), bytes)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
