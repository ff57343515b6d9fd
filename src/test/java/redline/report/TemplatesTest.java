package redline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesTest {
    /** A report could not be made again elsewhere by a file that its hash leaves out. */
    @Test
    void everyFileThatAReportIsWrittenWithCounts() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("templates", "report"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(file -> !file.startsWith("catalogue.")))
                    .containsExactlyInAnyOrderElementsOf(Templates.FILES);
        }
    }
}
