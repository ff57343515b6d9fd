package redline.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;

class SealedFileTest {
    private static byte[] pdf() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.addPage(new PDPage());
            document.save(out);
        }
        return out.toByteArray();
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\"/>".getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static String reason(byte[] file) {
        return ((SealedFile.Refused) SealedFile.check(file)).reason().zh();
    }

    @Test
    void a_pdf_is_known_by_its_contents_and_its_pages_are_counted() throws IOException {
        assertThat(SealedFile.check(pdf())).isEqualTo(new SealedFile.Pdf(2));
    }

    @Test
    void an_ofd_is_an_archive_with_its_root_document() throws IOException {
        assertThat(SealedFile.check(zip("OFD.xml", "Doc_0/Document.xml"))).isEqualTo(new SealedFile.Ofd());
    }

    @Test
    void what_only_begins_like_a_pdf_is_refused() {
        assertThat(reason("%PDF-1.7\nnothing".getBytes(StandardCharsets.US_ASCII)))
                .startsWith("这个 PDF 打不开");
    }

    @Test
    void another_archive_and_one_cut_short_are_refused() throws IOException {
        byte[] ofd = zip("OFD.xml", "Doc_0/Document.xml");

        assertThat(reason(zip("word/document.xml"))).startsWith("这不是 OFD");
        assertThat(reason(Arrays.copyOf(ofd, 60))).startsWith("这不是 OFD");
    }

    @Test
    void anything_else_is_refused() {
        assertThat(reason("盖章".getBytes(StandardCharsets.UTF_8))).isEqualTo("盖章文件应为 PDF 或 OFD,这个文件两者都不是。");
        assertThat(reason(new byte[0])).isEqualTo("盖章文件应为 PDF 或 OFD,这个文件两者都不是。");
    }
}
