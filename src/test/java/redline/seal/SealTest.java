package redline.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redline.archive.SmallArchive;
import redline.quantity.Language;
import redline.report.PdfBytes;
import redline.report.VeraPdf;
import redline.seal.SignatureFound.After;
import redline.seal.SignatureFound.Kind;
import redline.seal.SignatureFound.Stamp;
import redline.seal.SignatureFound.State;
import redline.seal.SignatureFound.Validity;

/** A report sealed, and what is told of its seal. */
class SealTest {
    private static final Instant SIGNED = Instant.parse("2026-03-02T01:23:45Z");
    private static final Instant STAMPED = Instant.parse("2026-03-02T01:23:47Z");
    private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");
    private static final Authority AUTHORITY = Authority.named("示例电子认证中心");
    private static final String OFFICE = "示例市自然资源和规划局";
    private static final byte[] REPORT = SmallArchive.report(Language.ZH);
    private static final byte[] SEALED = sealed(REPORT);

    private static SealingKey key(byte[] pkcs12) {
        try {
            return SealingKey.read(pkcs12, Authority.PASSWORD);
        } catch (SealFault fault) {
            throw new AssertionError(fault);
        }
    }

    private static byte[] sealed(byte[] pdf) {
        try {
            return Seal.put(pdf, key(AUTHORITY.key(OFFICE)), SIGNED, null);
        } catch (SealFault fault) {
            throw new AssertionError(fault);
        }
    }

    private static TrustList trust(Authority authority) throws SealFault {
        return TrustList.read(authority.pem(), null);
    }

    private static SignatureFound only(byte[] pdf, TrustList trust) {
        List<SignatureFound> all = Signatures.of(pdf, trust, NOW);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void the_report_stays_as_it_is_and_the_signature_over_all_of_it_stands_after_its_end() throws Exception {
        assertThat(Arrays.copyOf(SEALED, REPORT.length)).isEqualTo(REPORT);
        assertThat(PdfBytes.compare(SEALED, REPORT).state()).isEqualTo(PdfBytes.State.SIGNED);
        SignatureFound found = only(SEALED, trust(AUTHORITY));
        assertThat(found)
                .isEqualTo(new SignatureFound(
                        Kind.SIGNATURE,
                        State.SOUND,
                        "ETSI.CAdES.detached",
                        "SHA256withRSA, RSA 2048",
                        new Signer(OFFICE, "示例电子认证中心", found.signer().serial(), Authority.FROM, Authority.TO),
                        Trust.TRUSTED,
                        Validity.IN_FORCE,
                        SIGNED,
                        null,
                        SEALED.length,
                        SEALED.length,
                        After.NOTHING,
                        null));
        assertThat(found.trusted()).isTrue();
    }

    @Test
    void a_sealed_report_is_the_archive_and_the_accessible_document_that_it_was() throws Exception {
        assertThat(VeraPdf.faults(SEALED)).isEmpty();
    }

    @Test
    void poppler_takes_the_signature_for_valid_and_over_the_whole_document(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/pdfsig")));
        Path file = Files.write(folder.resolve("sealed.pdf"), SEALED);
        String told = run("pdfsig", "-nocert", file.toString());
        assertThat(told)
                .contains(
                        "Signature Validation: Signature is Valid.",
                        "Signature Type: ETSI.CAdES.detached",
                        "Signing Hash Algorithm: SHA-256",
                        "- Total document signed",
                        OFFICE);
    }

    @Test
    void openssl_takes_the_signature_for_one_by_that_authority(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")));
        Path value;
        Path content;
        try (PDDocument document = Loader.loadPDF(SEALED)) {
            var signature = document.getSignatureDictionaries().get(0);
            value = Files.write(folder.resolve("value.der"), signature.getContents());
            content = Files.write(folder.resolve("content"), signature.getSignedContent(SEALED));
        }
        Path trusted = Files.write(folder.resolve("ca.pem"), AUTHORITY.pem());
        String told = run(
                "openssl",
                "cms",
                "-verify",
                "-binary",
                "-cades",
                "-inform",
                "DER",
                "-in",
                value.toString(),
                "-content",
                content.toString(),
                "-CAfile",
                trusted.toString(),
                "-purpose",
                "any",
                "-attime",
                String.valueOf(NOW.getEpochSecond()),
                "-out",
                folder.resolve("out").toString());
        assertThat(told).contains("CAdES Verification successful");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out;
    }

    @Test
    void a_key_on_an_elliptic_curve_seals_as_well() throws Exception {
        byte[] curve = AUTHORITY.key(OFFICE, "EC", 256, Authority.FROM, Authority.TO);
        SignatureFound found = only(Seal.put(REPORT, key(curve), SIGNED, null), trust(AUTHORITY));
        assertThat(found.algorithm()).isEqualTo("SHA256withECDSA, EC 256");
        assertThat(found.trusted()).isTrue();
    }

    @Test
    void a_time_stamp_of_an_authority_says_when() throws Exception {
        try (TimeStampServer server = TimeStampServer.at(STAMPED, AUTHORITY, "示例时间戳")) {
            byte[] stamped = Seal.put(
                    REPORT, key(AUTHORITY.key(OFFICE)), SIGNED, new TimeStamping(server.url(), Duration.ofSeconds(10)));
            assertThat(only(stamped, trust(AUTHORITY)).stamp())
                    .isEqualTo(new Stamp(STAMPED, "示例时间戳", true, Trust.TRUSTED));
            assertThat(only(stamped, trust(Authority.named("别家"))).stamp())
                    .isEqualTo(new Stamp(STAMPED, "示例时间戳", true, Trust.UNKNOWN_ISSUER));
            assertThat(VeraPdf.faults(stamped)).isEmpty();
            assertThat(PdfBytes.compare(stamped, REPORT).state()).isEqualTo(PdfBytes.State.SIGNED);
        }
    }

    @Test
    void a_certificate_that_has_expired_since_is_said_to_unless_a_trusted_time_stamp_shows_that_it_was_in_time()
            throws Exception {
        Instant end = Instant.parse("2026-06-01T00:00:00Z");
        SealingKey key = key(AUTHORITY.key(OFFICE, "RSA", 2048, Authority.FROM, end));
        SignatureFound bare = only(Seal.put(REPORT, key, SIGNED, null), trust(AUTHORITY));
        assertThat(bare.state()).isEqualTo(State.SOUND);
        assertThat(bare.trust()).isEqualTo(Trust.TRUSTED);
        assertThat(bare.validity()).isEqualTo(Validity.EXPIRED);
        assertThat(bare.trusted()).isFalse();
        assertThat(SignatureText.of(bare, 1).facts())
                .extracting(fact -> fact.zh())
                .contains("证书已于 2026-06-01 过期；没有可信的时间戳证明签署在那之前");
        try (TimeStampServer server = TimeStampServer.at(STAMPED, AUTHORITY, "示例时间戳")) {
            byte[] stamped = Seal.put(REPORT, key, SIGNED, new TimeStamping(server.url(), Duration.ofSeconds(10)));
            assertThat(only(stamped, trust(AUTHORITY)).validity()).isEqualTo(Validity.IN_FORCE);
            assertThat(only(stamped, trust(AUTHORITY)).trusted()).isTrue();
            assertThat(only(stamped, trust(Authority.named("别家"))).validity()).isEqualTo(Validity.EXPIRED);
        }
    }

    @Test
    void nothing_is_sealed_with_a_certificate_that_has_expired() {
        SealingKey key = key(AUTHORITY.key(OFFICE, "RSA", 2048, Authority.FROM, Instant.parse("2026-01-31T16:00:00Z")));
        assertThat(fault(() -> Seal.put(REPORT, key, SIGNED, null))).isEqualTo("证书已于 2026-02-01 过期，不能再签章；请换发证书");
    }

    @Test
    void an_issuer_that_nobody_chose_to_trust_is_said_to_be_unknown_and_no_mark_is_given() throws Exception {
        SignatureFound found = only(SEALED, trust(Authority.named("示例电子认证中心")));
        assertThat(found.trust()).isEqualTo(Trust.UNKNOWN_ISSUER);
        assertThat(found.broken()).isFalse();
        SignatureText told = SignatureText.of(found, 1);
        assertThat(told.mark()).isEqualTo("？");
        assertThat(told.sentence().zh()).isEqualTo("签名 1：" + OFFICE + "，签名成立，所签内容未被改动");
        assertThat(told.facts())
                .extracting(fact -> fact.zh())
                .containsExactly(
                        "证书由 示例电子认证中心 签发（序列号 " + found.signer().serial() + "），不在信任名单内：签署者是谁，这里不能确认",
                        "证书有效期 2025-01-01 至 2030-01-01",
                        "签署时间 2026-03-02 09:23:45（签署者的钟）；没有时间戳，时间没有第三方证明",
                        "覆盖整个文件",
                        "算法 SHA256withRSA, RSA 2048，格式 ETSI.CAdES.detached");
        assertThat(only(SEALED, TrustList.NONE).trust()).isEqualTo(Trust.NO_LIST);
    }

    @Test
    void a_signer_who_is_trusted_himself_needs_no_authority() throws Exception {
        byte[] pkcs12 = AUTHORITY.key(OFFICE);
        SealingKey key = key(pkcs12);
        byte[] sealed = Seal.put(REPORT, key, SIGNED, null);
        assertThat(only(sealed, TrustList.read(Authority.pem(key.chain().get(0)), null))
                        .trust())
                .isEqualTo(Trust.TRUSTED);
        assertThat(only(sealed, TrustList.read(Authority.named("别家").pem(), null))
                        .trust())
                .isEqualTo(Trust.UNKNOWN_ISSUER);
        assertThat(only(sealed, TrustList.read(AUTHORITY.pkcs12WithoutKey(), Authority.PASSWORD))
                        .trust())
                .as("a list as PKCS#12")
                .isEqualTo(Trust.TRUSTED);
    }

    @Test
    void a_name_that_turns_the_line_around_is_made_plain() throws Exception {
        SignatureFound found = only(Seal.put(REPORT, key(AUTHORITY.key("\u202e示例局")), SIGNED, null), TrustList.NONE);
        assertThat(found.signer().name()).isEqualTo("_示例局");
    }

    @ParameterizedTest
    @CsvSource({"0.001", "0.2", "0.5", "0.9", "0.9999"})
    void one_byte_of_the_report_changed_breaks_the_signature(double where) throws Exception {
        byte[] changed = SEALED.clone();
        int at = (int) (REPORT.length * where);
        changed[at] ^= 1;
        List<SignatureFound> found = Signatures.of(changed, trust(AUTHORITY), NOW);
        if (!found.isEmpty()) { // where the byte makes the file unreadable, there is no signature left to tell of
            assertThat(found).extracting(SignatureFound::state).containsExactly(State.BYTES_CHANGED);
            assertThat(found.get(0).broken()).isTrue();
            assertThat(SignatureText.of(found.get(0), 1).mark()).isEqualTo("×");
        }
        assertThat(PdfBytes.compare(changed, REPORT).at()).isEqualTo(at);
    }

    @Test
    void a_byte_of_the_signature_itself_changed_is_found() throws Exception {
        byte[] changed = SEALED.clone();
        int last = range(SEALED)[2] - 2;
        while (changed[last] == '0') {
            last--;
        }
        changed[last - 20] = (byte) (changed[last - 20] == 'a' ? 'b' : 'a');
        SignatureFound found = only(changed, trust(AUTHORITY));
        assertThat(found.state()).isEqualTo(State.NOT_BY_THIS_KEY);
        assertThat(found.broken()).isTrue();
    }

    private static int[] range(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getSignatureDictionaries().get(0).getByteRange();
        }
    }

    @Test
    void what_is_hidden_behind_the_value_of_a_signature_is_found() throws Exception {
        byte[] changed = SEALED.clone();
        changed[range(SEALED)[2] - 2] = 'f';
        assertThat(only(changed, trust(AUTHORITY)).state()).isEqualTo(State.UNREADABLE);
    }

    @Test
    void a_range_that_leaves_more_out_than_the_signature_is_wrong() throws Exception {
        String text = new String(SEALED, StandardCharsets.ISO_8859_1);
        int range = text.lastIndexOf("/ByteRange [0 ");
        int end = text.indexOf(']', range);
        String[] numbers = text.substring(range + 12, end).strip().split(" +");
        String moved = "0 " + (Integer.parseInt(numbers[1]) - 40) + " " + numbers[2] + " " + numbers[3];
        String padded = moved + " ".repeat(end - range - 12 - moved.length());
        byte[] changed =
                (text.substring(0, range + 12) + padded + text.substring(end)).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(changed).hasSameSizeAs(SEALED);
        assertThat(only(changed, trust(AUTHORITY)).state()).isEqualTo(State.RANGE_WRONG);
    }

    @Test
    void a_second_signature_leaves_the_first_one_as_it_is() throws Exception {
        byte[] twice = Seal.put(SEALED, key(AUTHORITY.key("总师室")), SIGNED.plusSeconds(3600), null);
        List<SignatureFound> found = Signatures.of(twice, trust(AUTHORITY), NOW);
        assertThat(found).extracting(one -> one.signer().name()).containsExactly(OFFICE, "总师室");
        assertThat(found).extracting(SignatureFound::after).containsExactly(After.NOTHING_SHOWN, After.NOTHING);
        assertThat(found).allMatch(SignatureFound::trusted);
        assertThat(PdfBytes.compare(twice, REPORT).state()).isEqualTo(PdfBytes.State.SIGNED);
        assertThat(VeraPdf.faults(twice)).isEmpty();
    }

    @Test
    void what_is_added_after_the_signature_and_shows_is_told() throws Exception {
        try (PDDocument document = Loader.loadPDF(SEALED)) {
            document.getPage(0).setRotation(180);
            document.getPage(0).getCOSObject().setNeedToBeUpdated(true);
            java.io.ByteArrayOutputStream turned = new java.io.ByteArrayOutputStream();
            document.saveIncremental(turned);
            SignatureFound found = only(turned.toByteArray(), trust(AUTHORITY));
            assertThat(found.state()).isEqualTo(State.SOUND);
            assertThat(found.after()).isEqualTo(After.CHANGES);
            assertThat(found.trusted()).isFalse();
            assertThat(PdfBytes.compare(turned.toByteArray(), REPORT).state()).isEqualTo(PdfBytes.State.APPENDED);
        }
    }

    @Test
    void a_seal_that_shows_on_a_page_is_told_with_its_page_and_size() throws Exception {
        try (PDDocument document = Loader.loadPDF(REPORT)) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
            document.addSignature(signature, content -> new byte[] {0x30, 0x00});
            PDAnnotationWidget widget =
                    document.getSignatureFields().get(0).getWidgets().get(0);
            widget.setRectangle(new PDRectangle(300, 400, 119, 119));
            java.io.ByteArrayOutputStream stamped = new java.io.ByteArrayOutputStream();
            document.saveIncremental(stamped);
            SignatureFound found = only(stamped.toByteArray(), TrustList.NONE);
            assertThat(found.shown()).isEqualTo(new SignatureFound.Shown(1, 42, 42));
            assertThat(SignatureText.of(found, 1).facts())
                    .extracting(fact -> fact.zh())
                    .contains("签章图样在第 1 页，42×42 mm，盖住的内容请对照原报告");
        }
    }

    @Test
    void a_key_made_by_openssl_seals_and_openssl_takes_the_time_stamp(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")));
        Path key = folder.resolve("key.pem");
        Path certificate = folder.resolve("own.pem");
        Path pkcs12 = folder.resolve("key.p12");
        run(("openssl req -x509 -newkey rsa:3072 -nodes -subj /CN=Office -days 3650 -keyout " + key + " -out "
                        + certificate)
                .split(" "));
        run(
                "openssl",
                "pkcs12",
                "-export",
                "-inkey",
                key.toString(),
                "-in",
                certificate.toString(),
                "-out",
                pkcs12.toString(),
                "-passout",
                "pass:bai-he 2026");
        SealingKey made = key(Files.readAllBytes(pkcs12));
        Instant since = made.chain().get(0).getNotBefore().toInstant();
        try (TimeStampServer server = TimeStampServer.at(STAMPED, AUTHORITY, "示例时间戳")) {
            byte[] sealed = Seal.put(REPORT, made, since, new TimeStamping(server.url(), Duration.ofSeconds(10)));
            TrustList trusting = TrustList.read(Files.readAllBytes(certificate), null);
            SignatureFound found = Signatures.of(sealed, trusting, since).get(0);
            assertThat(found.trusted()).isTrue();
            assertThat(found.algorithm()).isEqualTo("SHA256withRSA, RSA 3072");
            SignerInformation signer = signer(sealed);
            Path token = Files.write(
                    folder.resolve("token.der"),
                    signer.getUnsignedAttributes()
                            .get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken)
                            .getAttrValues()
                            .getObjectAt(0)
                            .toASN1Primitive()
                            .getEncoded());
            Path value = Files.write(folder.resolve("signature"), signer.getSignature());
            Path trusted = Files.write(folder.resolve("ca.pem"), AUTHORITY.pem());
            assertThat(run(("openssl ts -verify -token_in -in " + token + " -data " + value + " -CAfile " + trusted
                                    + " -attime " + NOW.getEpochSecond())
                            .split(" ")))
                    .contains("Verification: OK");
        }
    }

    private static SignerInformation signer(byte[] sealed) throws Exception {
        try (PDDocument document = Loader.loadPDF(sealed);
                ASN1InputStream in = new ASN1InputStream(
                        document.getSignatureDictionaries().get(0).getContents())) {
            return new CMSSignedData(ContentInfo.getInstance(in.readObject()))
                    .getSignerInfos()
                    .iterator()
                    .next();
        }
    }

    @Test
    void a_signature_cut_off_leaves_the_bare_report() {
        assertThat(Signatures.of(Arrays.copyOf(SEALED, REPORT.length), TrustList.NONE, NOW))
                .isEmpty();
    }

    @Test
    void what_a_key_file_lacks_is_said_with_what_to_do() {
        assertThat(fault(() -> SealingKey.read(AUTHORITY.key(OFFICE), "falsch".toCharArray())))
                .isEqualTo("密钥文件的密码不对；请核对密码文件，留意末尾多余的空格");
        assertThat(fault(() -> SealingKey.read(AUTHORITY.pkcs12WithoutKey(), Authority.PASSWORD)))
                .startsWith("密钥文件里只有证书，没有私钥");
        assertThat(fault(() -> SealingKey.read(AUTHORITY.keyForEnciphering(OFFICE), Authority.PASSWORD)))
                .startsWith("这张证书不是签名用的");
        assertThat(fault(() -> SealingKey.read(AUTHORITY.pem(), Authority.PASSWORD)))
                .startsWith("不是 PKCS#12 密钥文件");
        assertThat(fault(() -> TrustList.read(REPORT, null))).startsWith("信任名单里没有证书");
        assertThat(fault(() -> TrustList.read(AUTHORITY.pkcs12WithoutKey(), "falsch".toCharArray())))
                .isEqualTo("信任名单（PKCS#12）的密码不对");
    }

    @Test
    void an_authority_that_does_not_answer_or_answers_something_else_seals_nothing() throws Exception {
        SealingKey key = key(AUTHORITY.key(OFFICE));
        String dead;
        try (TimeStampServer server = TimeStampServer.at(STAMPED, AUTHORITY, "示例时间戳")) {
            dead = server.url();
            TimeStamping other = new TimeStamping(server.url("/other"), Duration.ofSeconds(10));
            assertThat(fault(() -> Seal.put(REPORT, key, SIGNED, other)))
                    .startsWith("时间戳服务的应答不能用（" + server.url("/other") + "）");
            TimeStamping none = new TimeStamping(server.url("/none"), Duration.ofSeconds(10));
            assertThat(fault(() -> Seal.put(REPORT, key, SIGNED, none))).contains("HTTP 404");
        }
        TimeStamping silent = new TimeStamping(dead, Duration.ofSeconds(2));
        assertThat(fault(() -> Seal.put(REPORT, key, SIGNED, silent)))
                .isEqualTo("时间戳服务没有应答（" + dead + "），没有签章；请稍后再试，或去掉时间戳服务的设置，签章将不带时间戳");
        assertThat(fault(() -> new TimeStamping("file:///etc/passwd", Duration.ofSeconds(2))))
                .startsWith("时间戳服务的地址应以 http:// 或 https:// 开头");
    }

    private static String fault(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        return catchThrowableOfType(SealFault.class, act).what().zh();
    }
}
