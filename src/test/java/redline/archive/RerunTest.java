package redline.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redline.archive.Difference.Change;
import redline.archive.Verification.Conclusion;
import redline.archive.Verification.Matter;
import redline.archive.Verification.NotRemade;
import redline.archive.Verification.Wrong;
import redline.quantity.Language;
import redline.report.Part;
import redline.report.PdfBytes;
import redline.report.PdfReport;
import redline.report.ReportFile;
import redline.rulepack.RuleBook;
import redline.seal.Authority;
import redline.seal.Seal;
import redline.seal.SealingKey;
import redline.seal.SignatureFound;
import redline.seal.TrustList;

/** A report verified: what was done to it is what is told. */
class RerunTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final byte[] ISSUED = SmallArchive.report(Language.ZH);

    private static Verification rerun(byte[] pdf) {
        return Rerun.of(pdf, TrustList.NONE, NOW);
    }

    @ParameterizedTest
    @EnumSource
    void a_report_that_nobody_touched_is_the_same(Language language) {
        byte[] issued = SmallArchive.report(language);
        Verification done = rerun(issued);
        assertThat(done)
                .isEqualTo(new Verification(
                        null,
                        done.contents(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        new PdfBytes.Compared(
                                PdfBytes.State.SAME, issued.length, 0, null, issued.length, issued.length),
                        null,
                        List.of()));
        assertThat(done.conclusion()).isEqualTo(Conclusion.SAME);
        assertThat(done.contents().language()).isEqualTo(language);
        assertThat(done.contents().profile()).isEqualTo(SmallArchive.PROFILE);
        assertThat(done.contents().rules()).isEqualTo(SmallArchive.book().sha256());
    }

    @Test
    void settings_that_an_office_had_settled_are_settled_again() {
        RuleBook settled = SmallArchive.book().settled(SmallArchive.PROFILE, Map.of("zone", "B"));
        Verification done = rerun(SmallArchive.report(SmallArchive.result(settled), settled, Language.ZH));
        assertThat(done.contents().settings()).containsExactly(Map.entry("zone", "B"));
        assertThat(done.conclusion()).isEqualTo(Conclusion.SAME);
    }

    @Test
    void one_byte_of_a_page_changed_is_told_with_its_page() throws IOException {
        byte[] changed = ISSUED.clone();
        int at = inside(ISSUED, 1);
        changed[at] ^= 1;
        Verification done = rerun(changed);
        assertThat(done.wrong()).isEmpty();
        assertThat(done.differences()).isEmpty();
        assertThat(done.remade())
                .isEqualTo(new PdfBytes.Compared(PdfBytes.State.DIFFERENT, at, 2, null, ISSUED.length, ISSUED.length));
        assertThat(done.conclusion()).isEqualTo(Conclusion.DIFFERENT);
    }

    /** A byte in the middle of what is painted on a page, which is counted from 0. */
    private static int inside(byte[] pdf, int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDPage there = document.getPage(page);
            COSStream painted = there.getContentStreams().next().getCOSObject();
            COSObjectKey key = document.getDocument().getXrefTable().keySet().stream()
                    .filter(one -> document.getDocument().getObjectFromPool(one).getObject() == painted)
                    .findFirst()
                    .orElseThrow();
            return Math.toIntExact(document.getDocument().getXrefTable().get(key) + 300);
        }
    }

    @Test
    void one_byte_of_an_attachment_changed_is_told_with_its_name() throws IOException {
        byte[] rules = SmallArchive.attached(ISSUED, Part.RULES.file());
        byte[] changed = ISSUED.clone();
        int at = indexOf(ISSUED, rules) + rules.length / 2;
        changed[at] ^= 1;
        Verification done = rerun(changed);
        assertThat(done.wrong())
                .extracting(Wrong::file, Wrong::matter)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("rules.zip", Matter.CHANGED));
        assertThat(done.conclusion()).isEqualTo(Conclusion.DIFFERENT);
    }

    private static int indexOf(byte[] all, byte[] part) {
        return new String(all, StandardCharsets.ISO_8859_1).indexOf(new String(part, StandardCharsets.ISO_8859_1));
    }

    @Test
    void one_limit_changed_in_the_attached_rules_is_told_with_the_verdict_that_it_turns() throws IOException {
        byte[] other = SmallArchive.limitAt(15);
        Verification done = rerun(SmallArchive.replaced(ISSUED, Map.of("rules.zip", other)));
        assertThat(done.wrong())
                .containsExactly(new Wrong(
                        "rules.zip",
                        Matter.CHANGED,
                        PdfReport.sha256(SmallArchive.attached(ISSUED, "rules.zip")),
                        PdfReport.sha256(other)));
        Difference finding = done.differences().stream()
                .filter(one -> !one.rule().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(finding.rule()).isEqualTo("highest");
        assertThat(finding.subject()).isEqualTo("办公楼");
        assertThat(finding.changes())
                .contains(
                        new Change("verdict", "VIOLATION", "PASS"),
                        new Change("required", "≤ 12 m", "≤ 15 m"),
                        new Change("margin", "-1", "2"));
        assertThat(done.differences())
                .extracting(Difference::rule, Difference::subject)
                .contains(org.assertj.core.groups.Tuple.tuple("", "p"));
        assertThat(done.conclusion()).isEqualTo(Conclusion.DIFFERENT);
    }

    @Test
    void one_fact_changed_in_the_attached_record_is_told_with_the_verdict_that_it_turns() throws IOException {
        String record = new String(SmallArchive.attached(ISSUED, "record.json"), StandardCharsets.UTF_8);
        assertThat(record).contains("\"number\":\"13\"");
        byte[] other = record.replace("\"number\":\"13\"", "\"number\":\"11\"").getBytes(StandardCharsets.UTF_8);
        Verification done = rerun(SmallArchive.replaced(ISSUED, Map.of("record.json", other)));
        assertThat(done.wrong())
                .extracting(Wrong::file, Wrong::matter)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("record.json", Matter.CHANGED));
        assertThat(done.differences().stream().filter(one -> one.rule().equals("highest")))
                .singleElement()
                .satisfies(one -> assertThat(one.changes())
                        .contains(new Change("verdict", "VIOLATION", "PASS"), new Change("measured", "13 m", "11 m")));
    }

    @Test
    void a_lie_told_in_all_attachments_alike_is_found_in_the_pages() throws IOException {
        RuleBook lax = RuleBook.ofArchive(SmallArchive.limitAt(15));
        byte[] other = SmallArchive.report(SmallArchive.result(lax), lax, Language.ZH);
        Verification done = rerun(SmallArchive.replaced(
                ISSUED,
                Map.of(
                        "rules.zip",
                        SmallArchive.attached(other, "rules.zip"),
                        "result.json",
                        SmallArchive.attached(other, "result.json"),
                        "remedies.json",
                        SmallArchive.attached(other, "remedies.json"),
                        "contents.json",
                        SmallArchive.attached(other, "contents.json"))));
        assertThat(done.wrong()).isEmpty();
        assertThat(done.differences()).isEmpty();
        assertThat(done.remade().state()).isEqualTo(PdfBytes.State.DIFFERENT);
    }

    @Test
    void an_attachment_taken_away_is_missed() throws IOException {
        java.util.Map<String, byte[]> none = new java.util.HashMap<>();
        none.put("record.json", null);
        Verification done = rerun(SmallArchive.replaced(ISSUED, none));
        assertThat(done.wrong())
                .extracting(Wrong::file, Wrong::matter)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("record.json", Matter.MISSING));
        assertThat(done.unread()).containsExactly("record.json");
        assertThat(done.notRemade()).isEqualTo(NotRemade.NOT_JUDGED);
        assertThat(done.conclusion()).isEqualTo(Conclusion.DIFFERENT);
    }

    @Test
    void conditions_that_are_not_those_of_the_record_are_told() throws IOException {
        byte[] other = "{}".getBytes(StandardCharsets.UTF_8);
        String contents = new String(SmallArchive.attached(ISSUED, "contents.json"), StandardCharsets.UTF_8)
                .replace(PdfReport.sha256(SmallArchive.attached(ISSUED, "conditions.json")), PdfReport.sha256(other));
        Verification done = rerun(SmallArchive.replaced(
                ISSUED, Map.of("conditions.json", other, "contents.json", contents.getBytes(StandardCharsets.UTF_8))));
        assertThat(done.wrong())
                .extracting(Wrong::file, Wrong::matter)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("conditions.json", Matter.NOT_OF_THE_OTHERS));
    }

    @Test
    void remedies_of_other_violations_than_those_of_the_result_are_told() throws IOException {
        byte[] other =
                "[{\"rule\":\"none\",\"subject\":{\"kind\":\"SCHEME\",\"id\":\"a\"}}]".getBytes(StandardCharsets.UTF_8);
        String contents = new String(SmallArchive.attached(ISSUED, "contents.json"), StandardCharsets.UTF_8)
                .replace(PdfReport.sha256(SmallArchive.attached(ISSUED, "remedies.json")), PdfReport.sha256(other));
        Verification done = rerun(SmallArchive.replaced(
                ISSUED, Map.of("remedies.json", other, "contents.json", contents.getBytes(StandardCharsets.UTF_8))));
        assertThat(done.wrong())
                .extracting(Wrong::file, Wrong::matter)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("remedies.json", Matter.NOT_OF_THE_OTHERS));
        assertThat(done.conclusion()).isEqualTo(Conclusion.DIFFERENT);
    }

    @Test
    void hostile_rules_are_refused_before_anything_of_them_is_compiled() throws IOException {
        byte[] hostile = SmallArchive.rulesWith(SmallArchive.RULE, "standing == \"PROPOSED\"", "System.exit( 1 ) == 1");
        Verification done = rerun(SmallArchive.replaced(ISSUED, Map.of("rules.zip", hostile)));
        assertThat(done.faults())
                .extracting(fault ->
                        fault.file() + ":" + fault.line() + " " + fault.what().zh())
                .contains("p/rules/highest.drl:3 不能调用 exit");
        assertThat(done.notRemade()).isEqualTo(NotRemade.NOT_JUDGED);
        assertThat(done.conclusion()).isEqualTo(Conclusion.DIFFERENT);
    }

    @Test
    void a_bomb_among_the_rules_is_refused() throws IOException {
        byte[] bomb = SmallArchive.zip(
                Map.of("p/tables/large.csv", "0".repeat(5 << 20).getBytes(StandardCharsets.UTF_8)));
        assertThat(bomb.length).isLessThan(20_000);
        Verification done = rerun(SmallArchive.replaced(ISSUED, Map.of("rules.zip", bomb)));
        assertThat(done.faults()).extracting(fault -> fault.what().zh()).containsExactly("文件大于 4 MB");
    }

    @Test
    void a_bomb_as_an_attachment_is_refused() throws IOException {
        byte[] bomb = SmallArchive.replaced(ISSUED, Map.of("record.json", new byte[(64 << 20) + 1]));
        assertThat(bomb.length).isLessThan(1 << 20);
        assertThat(rerun(bomb)).isEqualTo(Verification.unfit(ReportFile.Why.TOO_LARGE, List.of()));
    }

    @Test
    void what_is_no_report_is_told_apart() throws IOException {
        assertThat(rerun("not a pdf".getBytes(StandardCharsets.UTF_8)).unfit()).isEqualTo(ReportFile.Why.NOT_PDF);
        assertThat(rerun(SmallArchive.copy()).unfit()).isEqualTo(ReportFile.Why.COPY);
        assertThat(rerun(blank()).unfit()).isEqualTo(ReportFile.Why.OTHER);
        assertThat(rerun(SmallArchive.replaced(ISSUED, Map.of("contents.json", new byte[] {'{'})))
                        .unfit())
                .isEqualTo(ReportFile.Why.NO_CONTENTS);
    }

    private static byte[] blank() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            ByteArrayOutputStream saved = new ByteArrayOutputStream();
            document.save(saved);
            return saved.toByteArray();
        }
    }

    @Test
    void the_bytes_of_another_program_and_of_other_templates_are_not_compared() throws IOException {
        assertThat(rerun(contents("\"program\" : \"0.1.0\"", "\"program\" : \"0.0.9\""))
                        .notRemade())
                .isEqualTo(NotRemade.OTHER_PROGRAM);
        Verification done = rerun(contents("\"templates\" : \"", "\"templates\" : \"0"));
        assertThat(done.notRemade()).isEqualTo(NotRemade.OTHER_TEMPLATES);
        assertThat(done.differences()).isEmpty();
        assertThat(done.conclusion()).isEqualTo(Conclusion.SAME_VERDICTS);
    }

    private static byte[] contents(String old, String with) throws IOException {
        String contents = new String(SmallArchive.attached(ISSUED, "contents.json"), StandardCharsets.UTF_8);
        assertThat(contents).contains(old);
        return SmallArchive.replaced(
                ISSUED, Map.of("contents.json", contents.replace(old, with).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_seal_is_set_aside_and_told_and_anything_else_is_not() throws Exception {
        Authority authority = Authority.named("示例电子认证中心");
        SealingKey key = SealingKey.read(authority.key("示例局"), Authority.PASSWORD);
        byte[] sealed = Seal.put(ISSUED, key, NOW, null);
        Verification done = Rerun.of(sealed, TrustList.read(authority.pem(), null), NOW);
        assertThat(done.remade().state()).isEqualTo(PdfBytes.State.SIGNED);
        assertThat(done.conclusion()).isEqualTo(Conclusion.SAME);
        assertThat(done.signatures())
                .singleElement()
                .satisfies(one -> assertThat(one.trusted()).isTrue());
        try (PDDocument document = Loader.loadPDF(ISSUED)) {
            document.getPage(0).setRotation(180);
            document.getPage(0).getCOSObject().setNeedToBeUpdated(true);
            ByteArrayOutputStream turned = new ByteArrayOutputStream();
            document.saveIncremental(turned);
            Verification other = rerun(turned.toByteArray());
            assertThat(other.remade().state()).isEqualTo(PdfBytes.State.APPENDED);
            assertThat(other.conclusion()).isEqualTo(Conclusion.DIFFERENT);
        }
    }

    @Test
    void an_attachment_changed_under_a_seal_is_told_by_its_name_and_breaks_the_seal() throws Exception {
        SealingKey key = SealingKey.read(Authority.named("示例电子认证中心").key("示例局"), Authority.PASSWORD);
        byte[] sealed = Seal.put(ISSUED, key, NOW, null);
        byte[] rules = SmallArchive.attached(ISSUED, Part.RULES.file());
        sealed[indexOf(sealed, rules) + rules.length / 2] ^= 1;
        Verification done = rerun(sealed);
        assertThat(done.wrong()).extracting(Wrong::file).containsExactly("rules.zip");
        assertThat(done.signatures())
                .extracting(SignatureFound::state)
                .containsExactly(SignatureFound.State.BYTES_CHANGED);
        assertThat(done.conclusion()).isEqualTo(Conclusion.DIFFERENT);
    }

    @Test
    void a_signature_that_is_none_leaves_the_report_as_it_is_and_the_file_not() throws IOException {
        try (PDDocument document = Loader.loadPDF(ISSUED)) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
            document.addSignature(signature, content -> new byte[] {0x30, 0x00});
            ByteArrayOutputStream signed = new ByteArrayOutputStream();
            document.saveIncremental(signed);
            Verification done = rerun(signed.toByteArray());
            assertThat(done.remade().state()).isEqualTo(PdfBytes.State.SIGNED);
            assertThat(done.signatures())
                    .extracting(SignatureFound::state)
                    .containsExactly(SignatureFound.State.UNREADABLE);
            assertThat(done.conclusion()).isEqualTo(Conclusion.DIFFERENT);
        }
    }

    @Test
    void a_form_that_draws_pages_of_its_own_or_starts_something_is_more_than_a_signature() throws Exception {
        SealingKey key = SealingKey.read(Authority.named("示例电子认证中心").key("示例局"), Authority.PASSWORD);
        byte[] sealed = Seal.put(ISSUED, key, NOW, null);
        assertThat(PdfBytes.compare(formWith(sealed, COSName.XFA, false), ISSUED)
                        .state())
                .isEqualTo(PdfBytes.State.APPENDED);
        assertThat(PdfBytes.compare(formWith(sealed, COSName.AA, true), ISSUED).state())
                .isEqualTo(PdfBytes.State.APPENDED);
    }

    private static byte[] formWith(byte[] sealed, COSName key, boolean inField) throws IOException {
        try (PDDocument document = Loader.loadPDF(sealed)) {
            PDAcroForm form = document.getDocumentCatalog().getAcroForm();
            COSDictionary place = inField ? form.getFields().get(0).getCOSObject() : form.getCOSObject();
            place.setItem(key, inField ? new COSDictionary() : new COSArray());
            place.setNeedToBeUpdated(true);
            form.getCOSObject().setNeedToBeUpdated(true);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            ByteArrayOutputStream saved = new ByteArrayOutputStream();
            document.saveIncremental(saved);
            return saved.toByteArray();
        }
    }
}
