package redline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadUsageTest {
    @TempDir
    Path here;

    @BeforeEach
    void a_folder_with_a_scheme_and_an_empty_folder() throws IOException {
        Files.copy(Path.of("test-cases/schemes/office-2016/scheme.yaml"), here.resolve("s.yaml"));
        Files.createDirectory(here.resolve("empty"));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("frob", "不认识的参数：frob"),
                arguments("check", "缺少参数：SCHEME"),
                arguments("check s.yaml --frob", "不认识的参数：--frob"),
                arguments("check s.yaml --pdf", "缺少参数：--pdf"),
                arguments("check s.yaml --pdf a.pdf --pdf b.pdf", "参数 --pdf 只能给一次"),
                arguments("check s.yaml --lang fr", "参数有误：--lang fr"),
                arguments("check nothing.yaml", "没有这个文件："),
                arguments("check nothing.yaml --lang en", "there is no such file: "),
                arguments("check empty", "里没有 scheme.yaml"),
                arguments("check empty --lang=en", "holds none of scheme.yaml"),
                arguments("check s.yaml --as-of 2025-13-01", "日期应写作 2025-06-01 的形式：2025-13-01"),
                arguments("check s.yaml --profile shanghai", "没有名为 shanghai 的规则方案，可用："),
                arguments("check s.yaml --rules nowhere", "没有这个规则文件夹："),
                arguments("check s.yaml --conditions nowhere.yaml", "没有这个文件："),
                arguments("check s.yaml --pdf empty", "输出位置是一个文件夹"),
                arguments("check s.yaml --pdf nowhere/r.pdf", "输出文件夹不存在"),
                arguments("check s.yaml --json s.yaml", "输出会覆盖方案文件："),
                arguments("check s.yaml --json r --pdf r", "两个输出写到同一个文件："),
                arguments("rules show nothing-such", "没有规则 nothing-such"),
                arguments("rules lint s.yaml", "这个文件不在规则文件夹里"),
                arguments("rules test no-pack", "没有规则包 no-pack"),
                arguments("rules test --cases empty", "没有案例文件夹："),
                arguments("serve --port 70000", "端口应在 0 到 65535 之间：70000"),
                arguments("serve --port many", "参数有误：--port many"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void is_said_in_one_line_exits_2_and_writes_nothing(String line, String complaint) throws IOException {
        CommandLineRun run = CommandLineRun.in(here, line.split(" ", -1));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(complaint).doesNotContain("Exception", "\tat ");
        try (Stream<Path> files = Files.list(here)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("s.yaml", "empty");
        }
    }

    @Test
    void rules_are_listed_shown_and_linted() {
        CommandLineRun list = CommandLineRun.in(here, "rules", "list", "--lang", "en");
        CommandLineRun show = CommandLineRun.in(here, "rules", "show", "fire-separation", "--as-of", "2025-06-01");
        CommandLineRun lint =
                CommandLineRun.in(here, "rules", "lint", CheckCommandTest.whole("rules/parcel-conditions"));

        assertThat(list.exit()).isZero();
        assertThat(list.out()).contains("gb-50016-2014\n", "  fire-separation  ", "  far  ");
        assertThat(show.exit()).isZero();
        assertThat(show.out()).contains("管什么", "2025-06-01 取值", "gb-50016-2014/rules/fire-separation.drl", "require(");
        assertThat(lint.exit()).isZero();
        assertThat(lint.err()).isEmpty();
    }

    @Test
    void help_is_help_in_both_languages() {
        assertThat(CommandLineRun.in(here, "check", "--help").out()).contains("核对一个方案", "用法：", "--as-of=DATE");
        assertThat(CommandLineRun.in(here, "check", "--help", "--lang", "en").out())
                .contains("Check one scheme", "Usage: ", "--as-of=DATE")
                .doesNotContainPattern("\\p{IsHan}");
        assertThat(CommandLineRun.in(here).out()).contains("check", "serve", "rules", "schema");
    }
}
