package redline.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import redline.quantity.Language;
import redline.report.PdfBytes.State;
import redline.seal.Authority;
import redline.seal.Seal;
import redline.seal.SealFault;
import redline.seal.SealingKey;
import redline.seal.SignatureFound;
import redline.seal.TrustList;

/** A file held against the report that is kept. */
class CheckSealsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final byte[] REPORT = SmallArchive.report(Language.ZH);
    private static final byte[] SEALED = sealed(REPORT);

    private static byte[] sealed(byte[] report) {
        try {
            Authority authority = Authority.named("示例电子认证中心");
            return Seal.put(report, SealingKey.read(authority.key("示例局"), Authority.PASSWORD), NOW, null);
        } catch (SealFault fault) {
            throw new AssertionError(fault);
        }
    }

    private static CheckSeals.Checked check(byte[] file) {
        return CheckSeals.check(file, REPORT, TrustList.NONE, NOW);
    }

    @Test
    void the_report_with_a_seal_that_holds_is_sealed() {
        assertThat(check(SEALED).sealed()).isTrue();
        assertThat(check(SEALED).compared().state()).isEqualTo(State.SIGNED);
    }

    @Test
    void the_bare_report_and_the_sealed_one_with_its_seal_cut_off_are_not() {
        assertThat(check(REPORT).sealed()).isFalse();
        assertThat(check(REPORT).compared().state()).isEqualTo(State.SAME);
        assertThat(check(Arrays.copyOf(SEALED, REPORT.length)).compared().state())
                .isEqualTo(State.SAME);
    }

    @Test
    void a_seal_taken_out_by_a_later_change_leaves_no_sealed_report() throws IOException {
        try (PDDocument document = Loader.loadPDF(SEALED)) {
            document.getDocumentCatalog().getAcroForm().setFields(List.of());
            document.getDocumentCatalog().getAcroForm().getCOSObject().setNeedToBeUpdated(true);
            document.getPage(0).setAnnotations(List.of());
            document.getPage(0).getCOSObject().setNeedToBeUpdated(true);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            ByteArrayOutputStream stripped = new ByteArrayOutputStream();
            document.saveIncremental(stripped);
            CheckSeals.Checked checked = check(stripped.toByteArray());
            assertThat(checked.signatures()).isEmpty();
            assertThat(checked.compared().state()).isEqualTo(State.APPENDED);
            assertThat(checked.sealed()).isFalse();
        }
    }

    @Test
    void bytes_after_the_report_that_are_no_signature_are_no_seal_and_after_the_seal_are_told() {
        byte[] longer = Arrays.copyOf(REPORT, REPORT.length + 20);
        assertThat(check(longer).compared().state()).isEqualTo(State.APPENDED);
        byte[] after = Arrays.copyOf(SEALED, SEALED.length + 20);
        CheckSeals.Checked checked = check(after);
        assertThat(checked.signatures()).singleElement().satisfies(one -> {
            assertThat(one.covers()).isEqualTo(SEALED.length);
            assertThat(one.size()).isEqualTo(after.length);
            assertThat(one.after()).isEqualTo(SignatureFound.After.NOTHING_SHOWN);
        });
    }

    @Test
    void the_seal_of_another_report_is_none_of_this_one() {
        byte[] other = sealed(SmallArchive.report(Language.EN));
        CheckSeals.Checked checked = check(other);
        assertThat(checked.signatures()).extracting(SignatureFound::state).containsExactly(SignatureFound.State.SOUND);
        assertThat(checked.compared().state()).isEqualTo(State.DIFFERENT);
        assertThat(checked.sealed()).isFalse();
    }

    @Test
    void what_is_no_pdf_differs_from_its_first_byte_on() {
        CheckSeals.Checked checked = check("no pdf".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(checked.signatures()).isEmpty();
        assertThat(checked.compared().at()).isZero();
    }
}
