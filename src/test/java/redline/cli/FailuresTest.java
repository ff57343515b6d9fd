package redline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.quantity.Language;

class FailuresTest {
    @TempDir
    Path here;

    @Test
    void a_bug_exits_70_in_two_lines_and_keeps_its_stack_in_a_log() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                here,
                Language.EN);

        int exit = Failures.report(new StackOverflowError("deep"), terminal);

        String said = err.toString(StandardCharsets.UTF_8);
        assertThat(exit).isEqualTo(70);
        assertThat(out.size()).isZero();
        assertThat(said.lines()).hasSize(2);
        assertThat(said).doesNotContain("StackOverflowError", "\tat ");
        Matcher log = Pattern.compile("maintainers: (\\S+)").matcher(said);
        assertThat(log.find()).isTrue();
        Path kept = Path.of(log.group(1));
        assertThat(Files.readString(kept)).contains("StackOverflowError: deep", "\tat ");
        Files.delete(kept);
    }

    @Test
    void where_one_output_cannot_be_written_none_is() {
        OutputFiles outputs = new OutputFiles();
        outputs.add(here.resolve("first.pdf"), new byte[] {1});
        outputs.add(here.resolve("gone/second.json"), new byte[] {2});

        assertThatThrownBy(outputs::write).isInstanceOf(BadUsage.class);

        assertThat(here).isEmptyDirectory();
    }

    @Test
    void an_output_replaces_the_file_of_before_whole() throws IOException {
        Path file = Files.writeString(here.resolve("r.json"), "an older and longer result");
        OutputFiles outputs = new OutputFiles();
        outputs.add(file, "new".getBytes(StandardCharsets.UTF_8));

        outputs.write();

        assertThat(file).hasContent("new");
        assertThat(here).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void both_languages_of_the_help_have_the_same_keys() {
        ResourceBundle zh = Speech.words(Language.ZH);
        ResourceBundle en = Speech.words(Language.EN);

        assertThat(zh.getLocale()).isEqualTo(Locale.CHINESE);
        assertThat(new TreeSet<>(en.keySet())).isEqualTo(new TreeSet<>(zh.keySet()));
    }
}
