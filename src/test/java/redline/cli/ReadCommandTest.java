package redline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReadCommandTest {
    private static final Path DRAWING =
            Path.of("test-cases/intake-files/dxf/issue39.dxf").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void a_folder_is_read_file_by_file_and_standard_output_is_json_alone() throws IOException {
        Files.copy(DRAWING, folder.resolve("b.dxf"));
        Files.writeString(folder.resolve("a.doc"), "只是一段文字");
        CommandLineRun run = CommandLineRun.in(folder, "read", ".", "--json", "-");

        JsonNode files = new JsonMapper().readTree(run.out());
        assertThat(run.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(files.valueStream().map(file -> file.get("file").asString())).containsExactly("a.doc", "b.dxf");
        assertThat(files.valueStream().map(file -> file.get("refused").asBoolean()))
                .containsExactly(true, false);
        assertThat(files.get(0).get("complaints").get(0).get("remedy").asString())
                .isEqualTo("图形请另存为 DXF，表格另存为 XLSX 或 CSV，模型导出为 IFC 或 CityJSON");
    }

    @Test
    void the_table_names_layers_counts_and_closed_areas() {
        CommandLineRun run = CommandLineRun.in(folder, "read", DRAWING.toString());

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains(
                        "✓ issue39.dxf  DXF · AC1018 · windows-1252",
                        "  Pocket  LWPOLYLINE 12  闭合 12 个，面积 3.3232",
                        "  units = 英寸  ($INSUNITS = 1)");
    }

    @Test
    void of_many_values_of_one_kind_the_terminal_shows_twenty_and_says_how_many_more() {
        Path model = Path.of("test-cases/intake-files/cityjson/lod2_buildings_as_CityJSON_features.jsonl")
                .toAbsolutePath();
        CommandLineRun run = CommandLineRun.in(folder, "read", model.toString(), "--lang", "en");

        assertThat(run.out().lines().filter(line -> line.startsWith("  buildings[")))
                .hasSizeLessThanOrEqualTo(20);
        assertThat(run.out())
                .containsPattern("… \\d+ more of this kind; --json writes them all")
                .doesNotContain("()");
    }

    @Test
    void a_path_that_is_not_there_is_bad_usage() {
        CommandLineRun run = CommandLineRun.in(folder, "read", "nowhere.dxf");

        assertThat(run.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(run.err()).contains("没有这个文件或文件夹：nowhere.dxf");
    }
}
