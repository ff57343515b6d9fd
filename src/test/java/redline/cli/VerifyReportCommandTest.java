package redline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.archive.SmallArchive;
import redline.quantity.Language;
import redline.seal.Authority;

/** {@code redline verify-report}, with its worker. */
class VerifyReportCommandTest {
    @TempDir
    private Path folder;

    private CommandLineRun verify(byte[] file, String... more) throws IOException {
        Files.write(folder.resolve("report.pdf"), file);
        String[] arguments = new String[2 + more.length];
        arguments[0] = "verify-report";
        arguments[1] = "report.pdf";
        System.arraycopy(more, 0, arguments, 2, more.length);
        return CommandLineRun.in(folder, arguments);
    }

    @Test
    void a_report_that_nobody_touched_is_made_again_to_the_byte_in_another_process() throws IOException {
        byte[] issued = SmallArchive.report(Language.EN);
        CommandLineRun run = verify(issued, "--lang", "en");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .matches("Written by Redline 0\\.1\\.0, profile small, rules [0-9a-f]{12}\\R"
                        + "The PDF made again is the same to the byte \\(" + issued.length + " bytes\\)\\R"
                        + "The same, finding by finding and byte by byte\\.\\R");
        assertThat(run.exit()).isZero();
    }

    @Test
    void a_limit_changed_in_the_attached_rules_is_told_by_attachment_pack_and_finding() throws IOException {
        byte[] changed =
                SmallArchive.replaced(SmallArchive.report(Language.ZH), Map.of("rules.zip", SmallArchive.limitAt(15)));
        CommandLineRun run = verify(changed);
        assertThat(run.out())
                .containsPattern("附件 rules.zip 被改过：目录里的 SHA-256 为 [0-9a-f]{64}，现为 [0-9a-f]{64}")
                .contains("重判不同 p：packs ", "结论不同 highest 办公楼：verdict 不符合 → 符合；", "required ≤ 12 m → ≤ 15 m")
                .containsPattern("PDF 从第 [0-9]+ 字节起不同")
                .endsWith("不一致：以上逐一列出。不要依据这份文件；请从出具的机关重新取得。" + System.lineSeparator());
        assertThat(run.exit()).isEqualTo(1);
    }

    @Test
    void what_is_no_report_is_refused_with_what_to_do() throws IOException {
        CommandLineRun run = verify("redline: 1".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("不是 PDF，或已损坏到读不出：请换成报告的 PDF 原件" + System.lineSeparator());
        CommandLineRun none = CommandLineRun.in(folder, "verify-report", "none.pdf");
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).contains("打不开文件：");
    }

    @Test
    void a_report_sealed_here_is_the_same_and_its_seal_is_told_with_who_is_trusted() throws IOException {
        Authority authority = Authority.named("示例电子认证中心");
        byte[] issued = SmallArchive.report(Language.ZH);
        Files.write(folder.resolve("issued.pdf"), issued);
        Files.write(folder.resolve("key.p12"), authority.key("示例局"));
        Files.writeString(folder.resolve("password"), new String(Authority.PASSWORD) + "\n");
        Files.write(folder.resolve("ca.pem"), authority.pem());
        CommandLineRun seal = CommandLineRun.in(
                folder, "seal", "issued.pdf", "--key", "key.p12", "--password-file", "password", "--out", "sealed.pdf");
        assertThat(seal.err()).isEmpty();
        assertThat(seal.out()).isEqualTo("已签章：示例局；没有时间戳；写到 " + folder.resolve("sealed.pdf") + System.lineSeparator());
        byte[] sealed = Files.readAllBytes(folder.resolve("sealed.pdf"));
        CommandLineRun run = verify(sealed, "--trust", "ca.pem");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(
                        "重新写出的 PDF 与这个文件逐字节相同（" + issued.length + " 字节）；其后 " + (sealed.length - issued.length)
                                + " 字节是签名",
                        "✓ 签名 1：示例局，签名成立，所签内容未被改动",
                        "    证书由 示例电子认证中心 签发",
                        "没有时间戳，时间没有第三方证明",
                        "    覆盖整个文件",
                        "    算法 SHA256withRSA, RSA 2048，格式 ETSI.CAdES.detached")
                .endsWith("一致：逐条、逐字节相同。" + System.lineSeparator());
        assertThat(run.exit()).isZero();
        sealed[issued.length / 3] ^= 1;
        CommandLineRun broken = verify(sealed, "--trust", "ca.pem", "--lang", "en");
        assertThat(broken.out())
                .contains("× Signature 1: 示例局, the signature does not hold: what was signed was changed afterwards");
        assertThat(broken.exit()).isEqualTo(1);
    }

    @Test
    void nothing_is_written_where_a_seal_fails() throws IOException {
        Files.write(folder.resolve("issued.pdf"), SmallArchive.report(Language.ZH));
        Files.write(folder.resolve("key.p12"), Authority.named("示例电子认证中心").key("示例局"));
        Files.writeString(folder.resolve("password"), "falsch");
        CommandLineRun wrong = seal("issued.pdf", "http://127.0.0.1:9/tsa");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("key.p12：密钥文件的密码不对；请核对密码文件");
        Files.writeString(folder.resolve("password"), new String(Authority.PASSWORD));
        CommandLineRun silent = seal("issued.pdf", "http://127.0.0.1:9/tsa");
        assertThat(silent.exit()).isEqualTo(2);
        assertThat(silent.err()).startsWith("时间戳服务没有应答（http://127.0.0.1:9/tsa），没有签章");
        CommandLineRun other = seal("key.p12", "http://127.0.0.1:9/tsa");
        assertThat(other.exit()).isEqualTo(2);
        assertThat(other.err()).startsWith("不是本程序的报告，没有签章：");
        assertThat(folder.resolve("sealed.pdf")).doesNotExist();
    }

    private CommandLineRun seal(String file, String authority) {
        return CommandLineRun.in(
                folder,
                "seal",
                file,
                "--key",
                "key.p12",
                "--password-file",
                "password",
                "--tsa",
                authority,
                "--out",
                "sealed.pdf");
    }

    @Test
    void poppler_lists_the_attachments() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/pdfdetach")));
        Path file = Files.write(folder.resolve("report.pdf"), SmallArchive.report(Language.ZH));
        Process process = new ProcessBuilder("pdfdetach", "-list", file.toString())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(out.lines())
                .containsExactly(
                        "7 embedded files",
                        "1: conditions.json",
                        "2: contents.json",
                        "3: profile.yaml",
                        "4: record.json",
                        "5: remedies.json",
                        "6: result.json",
                        "7: rules.zip");
    }
}
