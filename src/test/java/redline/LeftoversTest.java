package redline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is unfinished is an issue, not a mark in a file that ships. */
class LeftoversTest {
    private static final Pattern MARK = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");

    @ParameterizedTest
    @ValueSource(strings = {"src/main", "rules", "templates"})
    void no_file_holds_a_mark_of_unfinished_work(String folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.exists(Path.of(folder)) ? Files.walk(Path.of(folder)) : Stream.empty()) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                // Latin-1 reads any bytes; the marks are ASCII. Fonts are binary.
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (!file.toString().endsWith(".ttf") && MARK.matcher(text).find()) {
                    found.add(file.toString());
                }
            }
        }
        assertThat(found).isEmpty();
    }
}
