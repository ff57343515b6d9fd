package redline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a process of its own. */
class StartTest {
    @TempDir
    Path here;

    /** All but one: logback looks at every log configurator on the class path, and Spring's jar brings one. */
    @Test
    void check_loads_no_spring() throws IOException, InterruptedException {
        Path loaded = here.resolve("loaded");
        Process check = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xlog:class+load:file=" + loaded,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "redline.cli.Main",
                        "check",
                        CheckCommandTest.whole("test-cases/schemes/office-2016"),
                        "--json",
                        "-")
                .directory(here.toFile())
                .redirectError(here.resolve("err").toFile())
                .redirectOutput(here.resolve("out").toFile())
                .start();

        assertThat(check.waitFor()).as(() -> said("err")).isEqualTo(1);
        assertThat(said("out")).startsWith("{").contains("\"verdict\" : \"VIOLATION\"");
        assertThat(said("err")).isEmpty();
        List<String> spring;
        try (Stream<String> classes = Files.lines(loaded)) {
            spring = classes.filter(line -> line.contains("org.springframework"))
                    .filter(line -> !line.contains("RootLogLevelConfigurator"))
                    .toList();
        }
        assertThat(spring).isEmpty();
    }

    private String said(String file) {
        try {
            return Files.readString(here.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
