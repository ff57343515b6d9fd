package redline.rulepack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code test-cases/hostile-rules/sentences}: every file is refused at its line for its reason, before a compiler sees it. */
class HostileSentencesTest {
    private static final Path FILES = Path.of("test-cases", "hostile-rules", "sentences");
    private static final RuleSentences SENTENCES = RuleSentences.read(Path.of("rules"));
    private static final Pattern REFUSED = Pattern.compile("(?m)^拒绝: 第 (\\d+) 行 (.+)$");

    static Stream<Path> files() {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_hostile_text_is_refused_at_its_line_with_the_reason(Path file) throws IOException {
        String[] parts = Files.readString(file).split("\n----\n", 2);
        Matcher expected = REFUSED.matcher(parts[0]);
        assertThat(expected.find()).isTrue();

        RuleSentences.Written written =
                Assertions.assertTimeout(Duration.ofSeconds(5), () -> SENTENCES.drl("p/rules/r.drl", parts[1], null));

        assertThat(written.faults()).isNotEmpty();
        Fault first = written.faults().get(0);
        assertThat(first.file()).isEqualTo("p/rules/r.drl");
        assertThat(first.line()).as(first.toString()).isEqualTo(Integer.parseInt(expected.group(1)));
        assertThat(first.what().zh()).contains(expected.group(2));
        assertThat(first.remedy().zh()).isNotBlank();
    }

    @Test
    void a_file_full_of_lines_that_are_no_sentences_is_given_up_soon() {
        RuleSentences.Written written = Assertions.assertTimeout(
                Duration.ofSeconds(20), () -> SENTENCES.drl("r.drl", "规则“r”\n当\n" + "建筑物\n".repeat(9_000), null));

        assertThat(written.text()).isNull();
        assertThat(written.faults()).hasSize(50);
    }

    @Test
    void a_file_that_is_too_large_is_not_read() {
        RuleSentences.Written written = SENTENCES.drl("r.drl", "建筑\n".repeat(20_000), null);

        assertThat(written.faults())
                .extracting(fault -> fault.what().en())
                .containsExactly("the file is too large (60000 characters)");
    }

    @Test
    void a_sentence_over_very_many_lines_is_refused() {
        String said = "规则“r”\n当\n建筑「楼」：" + "建筑高度 大于 0，\n".repeat(2_500) + "单层 为 是\n则\n";

        RuleSentences.Written written =
                Assertions.assertTimeout(Duration.ofSeconds(5), () -> SENTENCES.drl("r.drl", said, null));

        assertThat(written.faults()).first().extracting(Fault::line).isEqualTo(3);
        assertThat(written.faults().get(0).what().en()).startsWith("this sentence is too long");
    }
}
