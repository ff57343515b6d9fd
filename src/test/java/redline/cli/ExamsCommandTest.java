package redline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExamsCommandTest {
    private static final Path CN_F1 = Path.of("test-cases/exams/cn-f1");

    @TempDir
    Path here;

    @Test
    void an_exam_named_is_run_alone_and_exits_0() {
        CommandLineRun run = CommandLineRun.in(here, "exams", "cn-f1");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("✓ 找到  容积率为 7", "合计 1 个案例").doesNotContain("cn-f2", "不在范围");
    }

    @Test
    void all_exams_are_run_where_none_is_named_and_what_is_out_of_scope_is_said() {
        CommandLineRun run = CommandLineRun.in(here, "exams", "--lang", "en");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("✓ found  Height 13 m exceeds 12 m", "Out of scope: Sunlight", "missed 0");
        assertThat(CommandLineRun.in(here, "exams").out()).contains("不在范围: 日照");
    }

    @Test
    void a_folder_elsewhere_is_run_by_its_path_and_by_cases_and_a_miss_exits_1() throws IOException {
        wrong();

        CommandLineRun byPath = CommandLineRun.in(here, "exams", "mine/hotel");
        CommandLineRun byCases = CommandLineRun.in(here, "exams", "--cases", "mine");
        CommandLineRun byName = CommandLineRun.in(here, "exams", "--cases", "mine", "hotel");

        assertThat(byPath.exit()).isEqualTo(1);
        assertThat(byPath.out()).contains("✕ 漏  容积率为 7", "FAR 用地 应为 8,实为 7", "漏 1");
        assertThat(byCases).isEqualTo(byPath);
        assertThat(byName).isEqualTo(byPath);
    }

    @Test
    void json_stands_alone_on_standard_output_or_goes_to_a_file() throws IOException {
        CommandLineRun run = CommandLineRun.in(here, "exams", "cn-f1", "--json", "-");
        CommandLineRun.in(here, "exams", "cn-f1", "--json", "score.json");

        JsonNode result = JsonMapper.shared().readTree(run.out());
        assertThat(result.at("/exams/0/points/0/standing").asString()).isEqualTo("FOUND");
        assertThat(result.at("/totals/missed").asInt()).isZero();
        assertThat(Files.readString(here.resolve("score.json"))).isEqualTo(run.out());
    }

    @Test
    void what_is_no_exam_or_has_faults_exits_2() throws IOException {
        Path hotel = wrong();
        Files.writeString(hotel.resolve("exam.yaml"), "title: 只有题名\n");

        assertThat(CommandLineRun.in(here, "exams", "nowhere").err()).contains("没有案例 nowhere");
        assertThat(CommandLineRun.in(here, "exams", "--cases", "nowhere").exit())
                .isEqualTo(2);
        CommandLineRun faulty = CommandLineRun.in(here, "exams", "mine/hotel");
        assertThat(faulty.exit()).isEqualTo(2);
        assertThat(faulty.err()).startsWith("案例文件有 ").contains("缺少“points”");
        assertThat(CommandLineRun.in(here, "exams", "cn-f1", "--write-readme").exit())
                .isEqualTo(2);
    }

    private Path wrong() throws IOException {
        Path hotel = Files.createDirectories(here.resolve("mine/hotel"));
        Files.copy(CN_F1.resolve("scheme.yaml"), hotel.resolve("scheme.yaml"));
        Files.writeString(
                hotel.resolve("exam.yaml"),
                Files.readString(CN_F1.resolve("exam.yaml")).replace("measured: \"7\"", "measured: \"8\""));
        return hotel;
    }
}
