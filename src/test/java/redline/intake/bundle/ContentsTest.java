package redline.intake.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redline.intake.file.Upload;

/** What is told of a file does not depend on how many of its shapes are kept. */
class ContentsTest {
    static Stream<Path> files() {
        try (Stream<Path> all = Files.walk(Path.of("test-cases", "intake-files"))) {
            return all
                    .filter(file -> file.toString().matches("(?i).*\\.(?:dxf|geojson|json)"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void it_is_the_same_whether_all_shapes_are_kept_or_those_that_a_scheme_uses(Path file) throws IOException {
        List<Upload> uploads = List.of(Upload.of(file));

        assertThat(Bundle.contents(uploads, null)).isEqualTo(Bundle.of(uploads).contents(Choices.none()));
    }
}
