package redline.rulepack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A rules folder is read whole, or refused with every fault named by file, line and remedy. */
class RuleBookReaderTest {
    private static Arguments fault(String what, UnaryOperator<MiniRules> change) {
        return Arguments.of(what, change);
    }

    static List<Arguments> faults() {
        return List.of(
                fault(
                        "p/pack.yaml:8 [versoin] 不认识的键“versoin”",
                        r -> r.replace("p/pack.yaml", "version: \"1\"", "versoin: \"1\"\nversion: \"1\"")),
                fault("p/pack.yaml:1 [id] id 与文件夹名“p”不同", r -> r.replace("p/pack.yaml", "id: p", "id: q")),
                fault(
                        "p/pack.yaml:5 [layer] “local”不在可选范围内",
                        r -> r.replace("p/pack.yaml", "layer: local-default", "layer: local")),
                fault("p/pack.yaml:7 [in-force] 失效日早于施行日", r -> r.replace("p/pack.yaml", "2029-12-31", "2019-12-31")),
                fault(
                        "p/pack.yaml:7 [in-force.from] “2020-1-1”不是日期",
                        r -> r.replace("p/pack.yaml", "2020-01-01", "2020-1-1")),
                fault(
                        "p/parameters/highest.yaml:5 [values[1]] 施行日期与另一条(2020-01-01 – 2024-12-31)重叠",
                        r -> r.replace("p/parameters/highest.yaml", "2025-01-01", "2024-12-31")),
                fault(
                        "p/parameters/highest.yaml:5 [values[1].value] 这里要写数",
                        r -> r.replace("p/parameters/highest.yaml", "value: 27", "value: 27m")),
                fault(
                        "p/parameters/highest.yaml:5 [values[1].grade] “hearsay”不在可选范围内",
                        r -> r.replace(
                                "p/parameters/highest.yaml",
                                "value: 27, clause: 第1条, grade: example",
                                "value: 27, clause: 第1条, grade: hearsay")),
                fault("p/rules/highest.drl:4 [p/highest] 没有参数“p/highest”", r -> r.remove("p/parameters/highest.yaml")),
                fault("p/rules/highest.drl:0 [] 没有同名的 p/rules/highest.md", r -> r.remove("p/rules/highest.md")),
                fault(
                        "p/rules/highest.md:0 [] 缺少“存疑”一节,或该节没有内容",
                        r -> r.replace("p/rules/highest.md", "## 存疑\n无\n", "")),
                fault(
                        "p/rules/highest.md:3 [force] “必须”不在可选范围内",
                        r -> r.replace("p/rules/highest.md", "force: 应", "force: 必须")),
                fault(
                        "p/tables/road-setback.csv:3 [setback] “十二”不合这一列的类型",
                        r -> r.replace("p/tables/road-setback.csv", "TRUNK,12", "TRUNK,十二")),
                fault(
                        "p/tables/road-setback.csv:3 [roadClass] “HIGHWAY”不合这一列的类型",
                        r -> r.replace("p/tables/road-setback.csv", "TRUNK,12", "HIGHWAY,12")),
                fault(
                        "p/tables/road-setback.csv:4 [] 这一行有 5 格,表头有 6 格",
                        r -> r.replace("p/tables/road-setback.csv", "BRANCH,8,", "BRANCH,")),
                fault(
                        "p/tables/road-setback.csv:5 [] 与前面一行重复且施行日期重叠",
                        r -> r.replace("p/tables/road-setback.csv", "BRANCH,9,2025-01-01", "BRANCH,8,2024-12-31")),
                fault(
                        "p/pack.yaml:9 [version] 键“version”写了两次",
                        r -> r.replace("p/pack.yaml", "version: \"1\"", "version: \"1\"\nversion: \"2\"")),
                fault("p/notes.txt:0 [] 规则包里不认识的文件", r -> r.put("p/notes.txt", "")),
                fault(
                        "profiles/test.yaml:0 [packs] 没有规则包“q”",
                        r -> r.replace("profiles/test.yaml", "packs: [p]", "packs: [p, q]")),
                fault("q/pack.yaml:0 [] 缺少这个文件", r -> r.put("q/rules/a.md", "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void a_fault_is_named_where_it_is(String expected, UnaryOperator<MiniRules> change) {
        RuleFiles broken = change.apply(new MiniRules()).files();

        PackFault refused = catchThrowableOfType(PackFault.class, () -> RuleBookReader.read(broken));

        assertThat(refused.faults().stream().map(RuleBookReaderTest::said)).contains(expected);
        assertThat(refused.faults()).doesNotHaveDuplicates().allSatisfy(fault -> {
            assertThat(fault.remedy().zh()).isNotBlank();
            assertThat(fault.remedy().en()).isNotBlank();
        });
    }

    private static String said(Fault fault) {
        return fault.file() + ":" + fault.line() + " [" + fault.element() + "] "
                + fault.what().zh();
    }

    @Test
    void all_faults_of_all_files_are_named_at_once() {
        RuleFiles broken = new MiniRules()
                .replace("p/pack.yaml", "layer: local-default", "layer: local")
                .replace("p/parameters/highest.yaml", "value: 27", "value: 27m")
                .replace("p/tables/road-setback.csv", "TRUNK,12", "TRUNK,十二")
                .files();

        PackFault refused = catchThrowableOfType(PackFault.class, () -> RuleBookReader.read(broken));

        assertThat(refused.faults().stream().map(Fault::file)).contains("p/pack.yaml");
    }

    @Test
    void a_link_that_leads_out_of_the_folder_is_not_followed(@TempDir Path folder) throws IOException {
        Path outside = Files.writeString(folder.resolve("secret"), "x");
        Path rules = Files.createDirectories(folder.resolve("rules/p/rules"));
        Files.createSymbolicLink(rules.resolve("highest.md"), outside);

        PackFault refused = catchThrowableOfType(PackFault.class, () -> RuleBook.read(folder.resolve("rules")));

        assertThat(refused.faults().stream().map(RuleBookReaderTest::said))
                .containsExactly("p/rules/highest.md:0 [] 链接指向规则文件夹之外");
    }

    @Test
    void the_rules_of_this_repository_are_good() {
        RuleBook book = RuleBook.read(Path.of("rules"));

        assertThat(book.profiles())
                .containsExactly("conditions-only", "example-hangzhou", "national-only", "tongxiang");
        assertThat(book.pages()).extracting(RulePage::id).doesNotHaveDuplicates();
    }

    @Test
    void a_value_is_taken_on_its_day() {
        Pack pack = new PackReader("p", new MiniRules().files().under("p"), new java.util.ArrayList<>()).read();

        assertThat(values(pack, "2019-12-31")).containsExactly("highest=null");
        assertThat(values(pack, "2024-12-31")).containsExactly("highest=24.0", "TRUNK=12.0", "BRANCH=8.0");
        assertThat(values(pack, "2025-01-01")).containsExactly("highest=27.0", "TRUNK=12.0", "BRANCH=9.0");
    }

    private static List<String> values(Pack pack, String day) {
        return pack.rowsOn(LocalDate.parse(day)).stream()
                .map(row -> row.type().equals("Parameter")
                        ? "highest=" + row.values().get("value")
                        : row.values().get("roadClass") + "=" + row.values().get("setback"))
                .toList();
    }

    @Test
    void any_and_alternatives_are_spelled_out_and_open_ends_are_infinite() {
        List<Fault> faults = new java.util.ArrayList<>();
        Pack.Table table = new TableReader(
                        "p", redline.quantity.Text.same("示例"), "p/tables/t.csv", java.util.Set.of(), faults)
                .read("""
                use:text(A|B|C),single:yes-no,above:number[m],share:number[%],from,to,clause,grade
                用途,单层,大于,比例,施行日,失效日,条款,来源等级
                任意,是,-inf,5,,,"表1,注2",example
                A|B,ANY,24,?,,,表1,example
                """);

        assertThat(faults).isEmpty();
        assertThat(table.rows().stream().map(r -> r.row().values().values().toString()))
                .containsExactly(
                        "[A, true, -Infinity, 0.05]",
                        "[B, true, -Infinity, 0.05]",
                        "[C, true, -Infinity, 0.05]",
                        "[A, true, 24.0, null]",
                        "[A, false, 24.0, null]",
                        "[B, true, 24.0, null]",
                        "[B, false, 24.0, null]");
        assertThat(table.rows().get(0).row().citation().clause()).isEqualTo("表1,注2");
    }

    @Test
    void the_hash_of_a_pack_changes_with_any_file_and_only_then() {
        String first = pack(new MiniRules()).sha256();

        assertThat(pack(new MiniRules()).sha256()).isEqualTo(first);
        assertThat(pack(new MiniRules().replace("profiles/test.yaml", "测试", "别的"))
                        .sha256())
                .isEqualTo(first);
        assertThat(pack(new MiniRules().replace("p/rules/highest.md", "总是", "总是。"))
                        .sha256())
                .isNotEqualTo(first);
    }

    private static Pack pack(MiniRules rules) {
        return new PackReader("p", rules.files().under("p"), new java.util.ArrayList<>()).read();
    }

    @Test
    void a_profile_is_described_with_the_source_of_each_setting() {
        assertThat(RuleBookReader.read(new MiniRules().files()).describeProfile("test"))
                .isEqualTo("""
                test  测试 / Test
                  自然资源规划 · 方案 · p
                  pair-reach = 200 m — 测试(示例)
                """);
    }

    @Test
    void the_bundled_rules_are_those_of_the_repository() {
        assertThat(RuleFiles.bundled().byPath().keySet())
                .isEqualTo(RuleFiles.read(Path.of("rules")).byPath().keySet());
    }
}
