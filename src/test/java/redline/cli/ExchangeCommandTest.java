package redline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands for the keys of an installation. */
class ExchangeCommandTest {
    @TempDir
    private Path folder;

    private CommandLineRun run(String... arguments) {
        return CommandLineRun.in(folder, arguments);
    }

    @Test
    void a_key_is_made_and_its_fingerprint_told_in_groups() {
        CommandLineRun run = run("exchange", "key", "keys", "--name", "桐乡自检站");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("redline.pub", "桐乡自检站，指纹 ").containsPattern("([0-9a-f]{4} ){15}[0-9a-f]{4}");
        assertThat(folder.resolve("keys/redline.key")).exists();
    }

    @Test
    void a_second_key_in_the_same_folder_and_a_name_of_two_lines_are_refused() {
        run("exchange", "key", "keys", "--name", "一");

        CommandLineRun again = run("exchange", "key", "keys", "--name", "二");
        CommandLineRun named = run("exchange", "key", "other", "--name", "一\n二", "--lang", "en");

        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("里已有密钥，没有改动");
        assertThat(named.exit()).isEqualTo(2);
        assertThat(named.err()).contains("a name is one line");
        assertThat(folder.resolve("other")).doesNotExist();
    }

    @Test
    void the_keys_are_listed_and_a_file_that_is_none_is_named() throws IOException {
        run("exchange", "key", "office", "--name", "桐乡审查");
        run("exchange", "key", "station", "--name", "桐乡自检站");
        assertThat(run("exchange", "keys", "office").out()).contains("没有受信任的公钥");
        Path trusted = Files.createDirectories(folder.resolve("office/trusted"));
        Files.copy(folder.resolve("station/redline.pub"), trusted.resolve("station.pub"));

        assertThat(run("exchange", "keys", "office").out()).contains("本站：桐乡审查", "信任：桐乡自检站");

        Files.copy(
                folder.resolve("station/redline.key"),
                trusted.resolve("station.pub"),
                StandardCopyOption.REPLACE_EXISTING);
        CommandLineRun wrong = run("exchange", "keys", "office");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("station.pub", "不是公钥文件");
    }

    @Test
    void a_server_does_not_start_with_a_folder_that_holds_no_key() {
        CommandLineRun run = run("serve", "--port", "0", "--sign", "nothing");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("redline exchange key");
    }
}
