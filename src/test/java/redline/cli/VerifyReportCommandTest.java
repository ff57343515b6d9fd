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
