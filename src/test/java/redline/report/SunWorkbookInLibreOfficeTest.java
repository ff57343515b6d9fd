package redline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.quantity.Language;

/** The 日照户表 as another program reads it: to LibreOffice numbers are numbers, and dwellings called 103 are text. */
class SunWorkbookInLibreOfficeTest {
    @TempDir
    private Path folder;

    @Test
    void numbers_are_numbers_and_texts_are_whole() throws IOException, InterruptedException {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(bin -> Path.of(bin, "soffice"))
                        .anyMatch(soffice -> Files.isExecutable(soffice) && hasCalc(soffice)),
                "LibreOffice Calc is not installed (Debian: libreoffice-calc-nogui)");
        Path book = folder.resolve("sun.xlsx");
        Files.write(
                book,
                SunSection.workbook(SunChecked.checked(SunChecked.national(), "3"), Language.ZH)
                        .orElseThrow());

        convert(book);

        List<Cell> cells = cells();
        int at = cells.indexOf(new Cell("string", null, "103南"));
        assertThat(cells.subList(at - 3, at + 12))
                .containsExactly(
                        new Cell("string", null, "5号楼"),
                        new Cell("string", null, "1F"),
                        new Cell("string", null, "103"),
                        new Cell("string", null, "103南"),
                        new Cell("string", null, "客厅"),
                        new Cell("string", null, "南"),
                        new Cell("float", "5.2", "5.20"),
                        new Cell("string", null, "08:00:00–16:00:00"),
                        new Cell("float", "8", "8.0000"),
                        new Cell(
                                "string",
                                null,
                                "09:35:36–10:14:18, 11:36:00–12:07:41, 13:36:44–13:50:47, 15:35:30–16:00:00"),
                        new Cell("float", "1.815931", "1.8159"),
                        new Cell("float", "-6.184069", "-6.1841"),
                        new Cell("string", null, "≥ 3 h"),
                        new Cell("string", null, "× 不符合"),
                        new Cell("string", null, "× 不符合 由满足变为不满足"));
        assertThat(cells)
                .containsSubsequence(new Cell("string", null, "统计户数"), new Cell("float", "4", "4"))
                .noneMatch(cell -> cell.shown.contains("###"));
    }

    /** @param value of a number, null of a text; {@code shown} its first paragraph */
    private record Cell(String type, String value, String shown) {}

    private List<Cell> cells() throws IOException {
        String book = Files.readString(folder.resolve("sun.fods"), StandardCharsets.UTF_8)
                .replace('\u00a0', ' ');
        return Pattern.compile("office:value-type=\"(\\w+)\"(?: office:value=\"([^\"]*)\")?[^>]*>\\s*<text:p>([^<]*)")
                .matcher(book)
                .results()
                .map(found -> new Cell(found.group(1), found.group(2), found.group(3)))
                .toList();
    }

    private static boolean hasCalc(Path soffice) {
        try {
            return Files.exists(soffice.toRealPath().resolveSibling("libsclo.so"));
        } catch (IOException gone) {
            return false;
        }
    }

    private void convert(Path book) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        "soffice",
                        "--headless",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--convert-to",
                        "fods",
                        "--outdir",
                        folder.toString(),
                        book.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
