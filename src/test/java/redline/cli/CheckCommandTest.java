package redline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.check.SchemeRecordJson;
import redline.fact.SchemeRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {
    private static final String OFFICE = whole("test-cases/schemes/office-2016");

    @TempDir
    Path here;

    @Test
    void a_scheme_with_violations_exits_1_prints_a_table_and_writes_report_pdf_here() throws IOException {
        CommandLineRun run = CommandLineRun.in(here, "check", OFFICE);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("✕ 不符合", "13.00 m", "≤ 12.00 m", "超出 1.00 m")
                .endsWith("已写出 " + here.resolve("report.pdf") + "\n");
        assertThat(files()).containsExactly("report.pdf");
        assertThat(Files.readAllBytes(here.resolve("report.pdf")))
                .startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void a_scheme_that_complies_exits_0() {
        CommandLineRun run = CommandLineRun.in(
                here,
                "check",
                whole("test-cases/bases/two-towers.yaml"),
                "--profile",
                "conditions-only",
                "--json",
                "-");

        assertThat(run.exit()).isZero();
    }

    @Test
    void a_scheme_with_open_questions_only_exits_3() {
        CommandLineRun run = CommandLineRun.in(here, "check", whole("test-cases/bases/indices.yaml"), "--json", "-");

        assertThat(run.exit()).isEqualTo(3);
    }

    @Test
    void json_to_standard_output_stands_there_alone_and_no_file_is_written() throws IOException {
        CommandLineRun run = CommandLineRun.in(here, "check", OFFICE, "--json", "-");

        JsonNode result = JsonMapper.shared().readTree(run.out());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(result.get("verdict").asString()).isEqualTo("VIOLATION");
        assertThat(files()).isEmpty();
    }

    @Test
    void each_output_asked_for_is_written_and_no_other() throws IOException {
        CommandLineRun run = CommandLineRun.in(
                here, "check", OFFICE, "--lang", "en", "--json", "r.json", "--record", "facts.json", "--pdf", "r.pdf");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("✕ Violation", "13.00 m").doesNotContain("不符合", "已写出");
        assertThat(files()).containsExactly("facts.json", "r.json", "r.pdf");
        SchemeRecord stored = SchemeRecordJson.read(Files.readAllBytes(here.resolve("facts.json")));
        JsonNode result = JsonMapper.shared().readTree(Files.readAllBytes(here.resolve("r.json")));
        assertThat(result.get("scheme").get("sha256").asString()).isEqualTo(stored.sha256());
    }

    @Test
    void the_same_input_gives_the_same_bytes() {
        CommandLineRun.in(here, "check", OFFICE, "--pdf", "1.pdf", "--json", "1.json");
        CommandLineRun.in(here, "check", OFFICE, "--pdf", "2.pdf", "--json", "2.json");

        assertThat(here.resolve("2.json")).hasSameBinaryContentAs(here.resolve("1.json"));
        assertThat(here.resolve("2.pdf")).hasSameBinaryContentAs(here.resolve("1.pdf"));
    }

    @Test
    void conditions_of_their_own_replace_those_of_the_scheme() throws IOException {
        Files.writeString(here.resolve("conditions.yaml"), """
                redline: 1
                conditions:
                  - { id: letter, complete: true, lines: [ { id: height, item: BUILDING_HEIGHT, max: 13 m } ] }
                """);

        CommandLineRun run = CommandLineRun.in(here, "check", OFFICE, "--conditions", "conditions.yaml", "--json", "-");

        assertThat(verdictOf("building-height", "办公楼", run)).isEqualTo("PASS");
    }

    @Test
    void a_scheme_with_complaints_is_refused_line_by_line_and_nothing_is_written() throws IOException {
        Files.writeString(here.resolve("s.yaml"), "redline: 1\nname: x\nbasis: table\nhieght: 3\n");

        CommandLineRun run = CommandLineRun.in(here, "check", "s.yaml");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("方案文件有 2 处需要改正")
                .contains(here.resolve("s.yaml") + ":4 hieght ", "dates ", " → ")
                .doesNotContain("Exception");
        assertThat(files()).containsExactly("s.yaml");
    }

    @Test
    void a_rule_file_at_fault_exits_4_with_its_line() throws IOException {
        Path rules = copy(Path.of("rules"), here.resolve("rules"));
        Path far = rules.resolve("parcel-conditions/rules/far.drl");
        Files.writeString(far, Files.readString(far).replace("AT_MOST", "AT_MOSST"));

        CommandLineRun run = CommandLineRun.in(here, "check", OFFICE, "--rules", "rules", "--json", "-");

        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).containsPattern("parcel-conditions/rules/far\\.drl:\\d+ .*AT_MOSST.* → ");
    }

    @Test
    void files_of_findings_are_written_instead_of_the_report() throws IOException {
        CommandLineRun run = CommandLineRun.in(
                here, "check", OFFICE, "--xlsx", "f.xlsx", "--gpkg", "f.gpkg", "--dxf", "f.dxf", "--bcf", "f.bcf");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(files()).containsExactlyInAnyOrder("f.xlsx", "f.gpkg", "f.dxf", "f.bcf");
        assertThat(Files.readAllBytes(here.resolve("f.xlsx"))).startsWith("PK".getBytes(StandardCharsets.US_ASCII));
        assertThat(Files.readAllBytes(here.resolve("f.gpkg")))
                .startsWith("SQLite format 3".getBytes(StandardCharsets.US_ASCII));
        assertThat(Files.readAllBytes(here.resolve("f.dxf")))
                .startsWith("0\nSECTION".getBytes(StandardCharsets.US_ASCII));
        assertThat(Files.readAllBytes(here.resolve("f.bcf"))).startsWith("PK".getBytes(StandardCharsets.US_ASCII));
    }

    /** The letter is declared complete, so that no unknown lower bound keeps the question open. */
    @Test
    void a_limit_changed_in_the_conditions_changes_the_verdict() throws IOException {
        assertThat(farWithLimit("1.55")).isEqualTo("PASS");
        assertThat(farWithLimit("1.5499")).isEqualTo("VIOLATION");
    }

    private String farWithLimit(String limit) throws IOException {
        String office = Files.readString(Path.of(OFFICE, "scheme.yaml"));
        Files.writeString(
                here.resolve("far.yaml"),
                office.replace("item: FAR, max: 1.4 ", "item: FAR, max: " + limit + " ")
                        .replace("  - id: letter\n", "  - id: letter\n    complete: true\n"));
        return verdictOf("far", "办公楼用地", CommandLineRun.in(here, "check", "far.yaml", "--json", "-"));
    }

    private static String verdictOf(String rule, String subject, CommandLineRun run) {
        for (JsonNode finding : JsonMapper.shared().readTree(run.out()).get("findings")) {
            if (finding.get("rule").asString().equals(rule)
                    && finding.get("subject").get("name").asString().equals(subject)) {
                return finding.get("verdict").asString();
            }
        }
        throw new AssertionError("no finding of " + rule + " about " + subject + " in " + run.out());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(here)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    static String whole(String path) {
        return Path.of(path).toAbsolutePath().toString();
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return to;
    }
}
