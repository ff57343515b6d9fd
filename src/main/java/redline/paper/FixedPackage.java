package redline.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A .docx written again so that equal contents are equal bytes: entries in order, times and properties from the paper itself. */
final class FixedPackage {
    private static final LocalDate NO_DATE = LocalDate.of(1980, 1, 1);
    private static final String TYPES = "[Content_Types].xml";

    private FixedPackage() {}

    static byte[] of(byte[] docx, String title, String author, LocalDate date) {
        LocalDate on = date == null || date.isBefore(NO_DATE) ? NO_DATE : date;
        try {
            Map<String, byte[]> parts = parts(docx);
            parts.put("docProps/core.xml", core(title, author, on).getBytes(StandardCharsets.UTF_8));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                put(zip, TYPES, parts.remove(TYPES), on);
                for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                    put(zip, part.getKey(), part.getValue(), on);
                }
            }
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("zip in memory", impossible);
        }
    }

    private static Map<String, byte[]> parts(byte[] docx) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    parts.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
        return parts;
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes, LocalDate on) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(on.getYear(), on.getMonth(), on.getDayOfMonth(), 0, 0));
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static String core(String title, String author, LocalDate on) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<cp:coreProperties"
                + " xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>" + escaped(title)
                + "</dc:title><dc:creator>" + escaped(author) + "</dc:creator>" + moment("created", on)
                + moment("modified", on) + "</cp:coreProperties>";
    }

    private static String moment(String name, LocalDate on) {
        return "<dcterms:" + name + " xsi:type=\"dcterms:W3CDTF\">" + on + "T00:00:00Z</dcterms:" + name + ">";
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().filter(FixedPackage::inXml).forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    private static boolean inXml(int c) {
        return c >= 0x20 && c < 0xD800 || c > 0xDFFF && c != 0xFFFE && c != 0xFFFF || c == '\n' || c == '\t';
    }
}
