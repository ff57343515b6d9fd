package redline.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.report.PdfFile;

/** The papers as another program opens them: LibreOffice lays them out, and what it prints is read back. */
class PapersInLibreOfficeTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void opened() throws IOException, InterruptedException {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(bin -> Files.isExecutable(Path.of(bin, "soffice"))),
                "soffice is not installed (Debian: libreoffice-writer-nogui)");
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "--headless",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--convert-to",
                "pdf",
                "--outdir",
                folder.toString()));
        Papers papers = Papers.open(null);
        for (Contents contents : StoryPapers.all()) {
            Path docx = folder.resolve(contents.paper() + ".docx");
            Files.write(docx, papers.write(contents));
            command.add(docx.toString());
        }
        run(command);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as(command.get(0)).isTrue();
        assertThat(process.exitValue()).as(command.get(0)).isZero();
    }

    /** Without white space: where lines break depends on the fonts of the machine. */
    private static String text(String paper) throws IOException, InterruptedException {
        Path text = folder.resolve(paper + ".txt");
        run(List.of("pdftotext", "-enc", "UTF-8", folder.resolve(paper + ".pdf").toString(), text.toString()));
        return Files.readString(text, StandardCharsets.UTF_8).replaceAll("[\\s\\u00a0]", "");
    }

    private static int pages(String paper) throws IOException {
        return ((PdfFile.Pages.Counted) PdfFile.pages(folder.resolve(paper + ".pdf"))).count();
    }

    @Test
    void each_paper_fits_on_few_pages() throws IOException {
        Map<String, Integer> pages = new LinkedHashMap<>();
        for (Contents contents : StoryPapers.all()) {
            pages.put(contents.paper(), pages(contents.paper()));
        }

        assertThat(pages)
                .containsEntry("meeting-sheet", 1)
                .containsEntry("receipt", 1)
                .containsEntry("acceptance", 1);
        assertThat(pages.get("opinion")).isBetween(3, 5);
        assertThat(pages.values()).allSatisfy(count -> assertThat(count).isBetween(1, 5));
    }

    @Test
    void the_changes_of_round_one_are_printed() throws IOException, InterruptedException {
        assertThat(text("changes"))
                .contains("(第1轮)")
                .contains("计容建筑面积超出68.17m²(上限78331.83m²)")
                .contains("绿地面积缺183.47m²(下限17407.07m²)")
                .doesNotContain("{{")
                .doesNotContain("停车配建城市等级");
    }

    @Test
    void the_opinion_is_printed_section_by_section() throws IOException, InterruptedException {
        assertThat(text("opinion"))
                .containsSubsequence(
                        "设计方案审查意见书",
                        "一、项目概况",
                        "二、审查依据",
                        "三、审查结论",
                        "原则同意,按意见修改完善后报批。",
                        "四、主要指标复核情况",
                        "五、须修改内容",
                        "无。",
                        "六、须补充资料",
                        "七、请相关部门明确或转办事项",
                        "防火间距为12.20m，规范要求≥13.00m",
                        "八、建议",
                        "九、公示、有效期与下一步",
                        "2026年3月26日至2026年4月4日,共10日",
                        "2026年4月8日");
    }
}
