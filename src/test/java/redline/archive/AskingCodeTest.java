package redline.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import redline.archive.Verification.Conclusion;
import redline.quantity.Language;
import redline.report.Contents;
import redline.report.PdfReport;
import redline.report.ReportFile;
import redline.report.VeraPdf;
import redline.seal.TrustList;

/** Where a report says that it can be verified. */
class AskingCodeTest {
    private static final String ADDRESS = "https://shencha.example.gov.cn/fangan";
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    @ParameterizedTest
    @EnumSource
    void the_code_on_the_cover_leads_to_the_page_of_this_very_report(Language language, @TempDir Path folder)
            throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/pdftoppm")));
        byte[] report = SmallArchive.report(language, ADDRESS);
        String number =
                PdfReport.sha256(SmallArchive.attached(report, "result.json")).substring(0, 32);
        Path pdf = Files.write(folder.resolve("report.pdf"), report);
        Process painted = new ProcessBuilder(
                        "pdftoppm", "-png", "-r", "110", "-l", "1", "-singlefile", pdf.toString(), "cover")
                .directory(folder.toFile())
                .start();
        assertThat(painted.waitFor()).isZero();
        String address = ADDRESS + "/verify?report=" + number;
        assertThat(read(ImageIO.read(folder.resolve("cover.png").toFile()))).isEqualTo(address);
        assertThat(text(report).replaceAll("\\s", "")).contains(address.replaceAll("\\s", ""), number);
    }

    private static String read(BufferedImage page) throws Exception {
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        RGBLuminanceSource light = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(light)))
                .getText();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper cover = new PDFTextStripper();
            cover.setEndPage(1);
            return cover.getText(document);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_report_with_a_code_is_an_archive_that_can_be_made_again_to_the_byte(Language language) throws Exception {
        byte[] report = SmallArchive.report(language, ADDRESS);
        assertThat(VeraPdf.faults(report)).isEmpty();
        assertThat(SmallArchive.report(language, ADDRESS)).isEqualTo(report);
        Verification done = Rerun.of(report, TrustList.NONE, NOW);
        assertThat(done.contents().address()).isEqualTo(ADDRESS);
        assertThat(done.conclusion()).isEqualTo(Conclusion.SAME);
    }

    @Test
    void an_address_put_into_the_list_of_attachments_later_does_not_fit_the_pages() throws IOException {
        byte[] report = SmallArchive.report(Language.ZH, ADDRESS);
        String contents = new String(SmallArchive.attached(report, "contents.json"), StandardCharsets.UTF_8);
        byte[] other = contents.replace("shencha.example.gov.cn", "shencha.example.com")
                .getBytes(StandardCharsets.UTF_8);
        Verification done =
                Rerun.of(SmallArchive.replaced(report, Map.of("contents.json", other)), TrustList.NONE, NOW);
        assertThat(done.conclusion()).isEqualTo(Conclusion.DIFFERENT);
    }

    @Test
    void a_report_without_an_address_has_no_code_and_says_nothing_of_one() throws IOException {
        assertThat(text(SmallArchive.report(Language.ZH))).doesNotContain("verify", "报告编号", "扫码");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.cn",
                "https://example.cn/",
                "https://example.cn/?a=b",
                "https://example.cn/<b>",
                "example.cn",
                "https://"
            })
    void what_is_no_address_is_not_printed(String text) throws IOException {
        assertThat(Contents.isAddress(text)).isFalse();
        byte[] report = SmallArchive.report(Language.ZH, ADDRESS);
        String contents = new String(SmallArchive.attached(report, "contents.json"), StandardCharsets.UTF_8);
        byte[] other = contents.replace(ADDRESS, text).getBytes(StandardCharsets.UTF_8);
        assertThat(Rerun.of(SmallArchive.replaced(report, Map.of("contents.json", other)), TrustList.NONE, NOW)
                        .unfit())
                .isEqualTo(ReportFile.Why.NO_CONTENTS);
    }
}
