package redline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.system.FewRules;

/** Packs of rules that go from one office to another, on the command line. */
class PackCommandsTest {
    @TempDir
    private Path folder;

    private Path there;

    @BeforeEach
    void two_offices_that_differ_in_a_value_and_a_rule() throws IOException {
        FewRules.in(folder.resolve("here"));
        there = FewRules.in(folder.resolve("there"));
        Path page = there.resolve("parcel-conditions/rules/far.md");
        Files.writeString(page, Files.readString(page) + "\n另有说明。\n");
        Files.delete(there.resolve("parcel-conditions/rules/access-side.drl"));
        Files.delete(there.resolve("parcel-conditions/rules/access-side.md"));
        Files.createDirectories(folder.resolve("cases/rules"));
        run("exchange", "key", "keys", "--name", "桐乡审查");
    }

    private CommandLineRun run(String... arguments) {
        return CommandLineRun.in(folder, arguments);
    }

    @Test
    void folders_are_compared_rule_by_rule() {
        CommandLineRun run = run("rules", "compare", "there", "--rules", "here", "--pack", "parcel-conditions");

        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .containsExactly(
                        "只有本处有  机动车出入口方位（access-side）  parcel-conditions/rules/access-side",
                        "两处不同  容积率（far）（说明页）  parcel-conditions/rules/far.md",
                        "共 2 处差别");
        assertThat(run.exit()).isZero();
    }

    @Test
    void an_exported_pack_is_compared_with_who_signed_it_and_as_a_workbook() {
        CommandLineRun export = run(
                "rules",
                "export",
                "parcel-conditions",
                "-o",
                "pack.zip",
                "--sign",
                "keys",
                "--rules",
                "there",
                "--cases",
                "cases");
        assertThat(export.err()).isEmpty();
        assertThat(export.out()).contains("pack.zip，签名：桐乡审查，指纹 ");

        CommandLineRun run =
                run("rules", "compare", "pack.zip", "--rules", "here", "--sign", "keys", "--xlsx", "differences.xlsx");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("规则包 parcel-conditions，签名：桐乡审查，指纹 ").endsWith("共 2 处差别\n");
        assertThat(folder.resolve("differences.xlsx")).isNotEmptyFile();
    }

    @Test
    void what_cannot_be_compared_or_exported_is_told() throws IOException {
        Files.writeString(folder.resolve("none.zip"), "PK");
        assertThat(run("rules", "compare", "none.zip", "--rules", "here").err()).contains("--sign");
        CommandLineRun none = run("rules", "compare", "none.zip", "--rules", "here", "--sign", "keys");
        assertThat(none.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(none.err()).isNotEmpty();
        assertThat(run(
                                "rules", "export", "nothing", "-o", "a.zip", "--sign", "keys", "--rules", "here",
                                "--cases", "cases")
                        .err())
                .contains("没有规则包 nothing，可用：parcel-conditions");
    }
}
