package redline.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import redline.proof.ExamResult.Standing;
import redline.quantity.Language;
import redline.rulepack.Fault;

/** Published exams come out as published, and an exam that is wrong on purpose is told so. */
class ExamsTest {
    private static final Path CASES = Path.of("test-cases");
    private static final String SCHEME = """
            redline: 1
            name: 试题
            basis: itemised
            dates: {conditionsIssued: 2025-06-02, contractSigned: 2025-06-16, applicationReceived: 2025-09-01}
            parcels: [{id: 用地, name: 用地, area: 2000 m², zones: []}]
            conditions:
              - {id: L, grade: EXAMPLE, complete: true, lines: [{id: far, item: FAR, max: 3}, {id: d, item: BUILDING_DENSITY, max: 30 %}, {id: s, item: SPACING_FACTOR, min: 1.5, side: ANY}]}
            buildings: [{id: 楼, name: 楼, standing: PROPOSED, declaredFootprint: 800 m², declaredHeight: 10 m}]
            surroundings: [{id: 邻, name: 邻}]
            areaElements: [{id: 层, building: 楼, belowGround: false, area: 5000 m², count: 1, areaCoefficient: 1, farCoefficient: 1}]
            gaps: [{id: 北, a: 楼, b: 邻, side: N}]
            """;
    private static final String HEAD = """
            title: 试题
            source: 测试
            licence: 测试
            question: 测试
            """;

    @TempDir
    Path here;

    @TestFactory
    Stream<DynamicTest> no_published_exam_has_a_miss_or_a_false_alarm() {
        return results().stream()
                .map(result -> DynamicTest.dynamicTest(result.exam().id(), () -> {
                    assertThat(result.refused()).isEmpty();
                    assertThat(result.falseAlarms()).isEmpty();
                    assertThat(result.marks())
                            .allSatisfy(mark -> assertThat(mark.standing())
                                    .as(mark.said().zh())
                                    .isNotIn(Standing.MISSED, Standing.UNDETERMINED));
                }));
    }

    @Test
    void the_readme_shows_what_the_command_prints() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(ExamScore.into(readme, results()))
                .as("run ./redline exams --write-readme")
                .isEqualTo(readme);
    }

    @Test
    void every_published_example_is_run_or_said_to_be_out_of_scope() {
        String run =
                results().stream().map(result -> result.exam().title().zh()).collect(Collectors.joining(" "));
        List<Fault> faults = new ArrayList<>();
        List<String> out = Exams.outOfScope(CASES, faults).stream()
                .flatMap(topic -> topic.ids().stream())
                .toList();
        assertThat(faults).isEmpty();
        for (String id : List.of(
                "CN-A1",
                "CN-A2",
                "CN-A5",
                "CN-S1",
                "CN-F1",
                "CN-F2",
                "CN-F4",
                "CN-F5",
                "CN-F6",
                "CN-F7",
                "CN-F8",
                "JP-2",
                "JP-3",
                "JP-4",
                "JP-5",
                "JP-8",
                "KR-1",
                "KR-2",
                "FR-1",
                "SUN-沈阳",
                "SUN-西安",
                "SUN-乌鲁木齐",
                "GC-1",
                "GC-3",
                "GC-5")) {
            assertThat(run.contains("(" + id + ")") ^ out.contains(id)).as(id).isTrue();
        }
    }

    @Test
    void every_exam_says_where_it_comes_from() {
        for (Path folder : Exams.in(CASES)) {
            assertThat(folder.resolve("SOURCE.md")).isRegularFile();
        }
        assertThat(results())
                .allSatisfy(result -> assertThat(result.exam().source()).isNotEmpty());
    }

    @Test
    void a_violation_that_no_point_names_is_a_false_alarm() throws IOException {
        ExamResult result = marked("""
                points:
                  - {id: far, what: 容积率符合, expect: pass, rule: far, about: 用地, measured: "2.5", required: ≤ 3}
                """);
        assertThat(standings(result)).containsExactly(Standing.FOUND);
        assertThat(result.falseAlarms())
                .extracting(alarm -> alarm.zh())
                .containsExactly("building-density 用地 不符合 40 %,要求 ≤ 30 %");
        assertThat(result.asPublished()).isFalse();
    }

    @Test
    void what_is_judged_otherwise_than_published_is_missed() throws IOException {
        ExamResult result = marked("""
                points:
                  - {id: 1, what: 容积率超限, expect: violation, rule: far, about: 用地}
                  - {id: 2, what: 密度 41 %, expect: violation, rule: building-density, about: 用地, measured: 41 %}
                  - {id: 3, what: 密度不大于 35 %, expect: violation, rule: building-density, about: 用地, required: ≤ 35 %}
                  - {id: 4, what: 没有这个对象, expect: violation, rule: far, about: 别处}
                  - {id: 5, what: 数值不同, expect: number, quantity: FAR, about: 用地, measured: "2.51"}
                  - {id: 6, what: 图上的, needs: figure, reason: 图, expect: violation, rule: far, about: 用地}
                """);
        assertThat(standings(result)).containsOnly(Standing.MISSED).hasSize(6);
        assertThat(result.falseAlarms()).isEmpty();
        assertThat(ExamText.of(List.of(result), List.of(), Language.ZH))
                .contains(
                        "✕ 漏  容积率超限",
                        "公布为不符合",
                        "公布的现状为 41 %",
                        "公布的要求为 ≤ 35 %",
                        "没有这条结论",
                        "FAR 用地 应为 2.51,实为 2.5",
                        "漏 6");
    }

    @Test
    void an_open_finding_is_undetermined_with_what_is_missing_and_its_required_number_is_held() throws IOException {
        ExamResult result = marked("""
                points:
                  - {id: 0, what: 密度, expect: violation, rule: building-density, about: 用地}
                  - {id: 1, what: 间距不足, expect: violation, rule: spacing, about: 邻|楼, required: ≥ 15 m}
                  - {id: 2, what: 要求 15 m, expect: number, rule: spacing, about: 楼|邻, required: ≥ 15 m}
                  - {id: 3, what: 要求 16 m, expect: number, rule: spacing, about: 楼|邻, required: ≥ 16 m}
                  - {id: 4, what: 图上的, needs: figure, reason: 只在图上, expect: violation, rule: spacing, about: 楼|邻}
                  - {id: 5, what: 没有规则, needs: rule, reason: 没有}
                  - {id: 6, what: 最短的排法, needs: not-a-review, reason: 求最优}
                """);
        assertThat(standings(result))
                .containsExactly(
                        Standing.FOUND,
                        Standing.UNDETERMINED,
                        Standing.FOUND,
                        Standing.MISSED,
                        Standing.FIGURE,
                        Standing.NO_RULE,
                        Standing.NOT_A_REVIEW);
        assertThat(result.marks().get(1).said().zh()).contains("待核实,要求 ≥ 15 m,缺:", "楼—邻 间距");
    }

    @Test
    void a_point_that_needs_the_figure_is_found_once_the_distance_is_supplied() throws IOException {
        ExamResult result = marked("""
                variants: {补距离: {"gaps[北].distance": 14 m, "buildings[楼].declaredFootprint": 600 m²}}
                points:
                  - {id: 1, what: 间距, needs: figure, reason: 只在图上, variant: 补距离, expect: violation, rule: spacing, about: 楼|邻, measured: 14 m, required: ≥ 15 m}
                """);
        assertThat(standings(result)).containsExactly(Standing.FOUND);
        assertThat(result.asPublished()).isTrue();
    }

    @Test
    void a_scheme_that_cannot_be_read_is_said_with_its_complaints_and_nothing_is_marked() throws IOException {
        write(HEAD + "points:\n  - {id: 1, what: 点, needs: rule, reason: 无}\n");
        Files.writeString(here.resolve("scheme.yaml"), SCHEME.replace("2000 m²", "2000 km"));
        ExamResult result = Exams.run(read(), Rules.BOOK);
        assertThat(result.marks()).isEmpty();
        assertThat(result.refused())
                .singleElement()
                .satisfies(why -> assertThat(why.zh()).contains("scheme.yaml:5", "area"));
        assertThat(result.asPublished()).isFalse();
    }

    @Test
    void faults_of_an_exam_are_all_told_with_their_lines() throws IOException {
        write(HEAD + """
                points:
                  - {id: 1, what: 点, expect: maybe, rule: far, about: 用地}
                  - {id: 1, what: 点, expect: violation, quantity: FAR, about: 用地}
                  - {id: 2, what: 点, variant: 没有, expect: pass, rule: far, about: 用地}
                  - {id: 3, what: 点, expect: number, quantity: FAR, about: 用地}
                  - {id: 4, what: 点, needs: figure, nonsense: 1}
                """);
        List<Fault> faults = new ArrayList<>();
        assertThat(Exams.read(List.of(here), faults)).isEmpty();
        assertThat(faults.stream().map(Fault::line).distinct().sorted()).containsExactly(6, 7, 8, 9, 10);
    }

    private static List<ExamResult> results() {
        List<Fault> faults = new ArrayList<>();
        List<Exam> exams = Exams.read(Exams.in(CASES), faults);
        assertThat(faults).isEmpty();
        return exams.stream().map(exam -> Exams.run(exam, Rules.BOOK)).toList();
    }

    private static List<Standing> standings(ExamResult result) {
        return result.marks().stream().map(ExamResult.Mark::standing).toList();
    }

    private ExamResult marked(String points) throws IOException {
        Files.writeString(here.resolve("scheme.yaml"), SCHEME);
        write(HEAD + points);
        return Exams.run(read(), Rules.BOOK);
    }

    private void write(String exam) throws IOException {
        Files.writeString(here.resolve("exam.yaml"), exam);
    }

    private Exam read() {
        List<Fault> faults = new ArrayList<>();
        List<Exam> exams = Exams.read(List.of(here), faults);
        assertThat(faults).isEmpty();
        return Objects.requireNonNull(exams.get(0));
    }
}
