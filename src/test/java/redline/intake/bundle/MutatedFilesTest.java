package redline.intake.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged files of every kind, in a program of their own with a heap of 512 MB: nothing uncaught, nothing over 10 s, what is refused is
 * refused for one reason with its remedy, nothing stays in the temporary folder.
 */
class MutatedFilesTest {
    private static final int IN_THE_GATE = 1_500;
    private static final int IN_ALL = 20_000;

    @TempDir
    private Path folder;

    @Test
    void damaged_files_are_read_or_refused_with_a_remedy() throws Exception {
        holds(0, IN_THE_GATE);
    }

    @Test
    @Tag("soak")
    void twenty_thousand_damaged_files_are_read_or_refused_with_a_remedy() throws Exception {
        holds(0, IN_ALL);
    }

    private void holds(int from, int to) throws IOException, InterruptedException {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Path scratch = Files.createDirectory(folder.resolve("scratch"));
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-Dfile.encoding=UTF-8",
                        "-Djava.awt.headless=true",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        MutatedFiles.class.getName(),
                        scratch.toString(),
                        String.valueOf(from),
                        String.valueOf(to)))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        int exit = process.waitFor();
        String report = Files.readString(said, StandardCharsets.UTF_8);
        System.out.println(report);

        assertThat(exit).as(report).isZero();
        assertThat(report).contains((to - from) + " files", " 0 failures");
        assertThat(temporary).isEmptyDirectory();
    }
}
