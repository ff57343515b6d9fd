package redline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleSentencesCommandTest {
    private static final String RULES = Path.of("rules").toAbsolutePath().toString();

    @TempDir
    Path here;

    @Test
    void a_rule_is_told_in_sentences() {
        CommandLineRun run = CommandLineRun.in(here, "rules", "sentences", "three-lines-overlap", "--rules", RULES);

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out().strip()).isEqualTo("""
                // 用地红线不得与永久基本农田、生态保护红线重叠。
                规则“three-lines-overlap”
                当
                  地块与控制范围「地块与控制范围」：控制范围种类 记为 「种类」
                  表〔three-lines〕：控制范围 为 「种类」，准许重叠的面积 记为 「限值」
                则
                  要求 「地块与控制范围」的与控制范围重叠面积 不大于 「限值」
                完""");
    }

    @Test
    void a_rule_that_there_is_not_is_bad_usage() {
        CommandLineRun run = CommandLineRun.in(here, "rules", "sentences", "nothing-such", "--rules", RULES);

        assertThat(run.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(run.err()).contains("没有规则 nothing-such");
    }
}
