package redline.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.rulepack.Fault;
import redline.rulepack.RuleBook;
import redline.rulepack.XrayFinding;

/** A pack whose only case stands at the limit: it does not notice that the limit rises. */
class MutationTest {
    private static final String RISES = "p/parameters/highest@不限 +0.01";

    @TempDir
    private Path folder;

    @BeforeEach
    void a_pack_with_one_case() throws IOException {
        put("rules/p/pack.yaml", """
                id: p
                title: {zh: 示例规定, en: Sample}
                layer: mandatory
                dated-by: conditions-issued
                in-force: {from: 不限}
                version: "1"
                """);
        put("rules/p/parameters/highest.yaml", """
                title: {zh: 最高, en: Highest}
                unit: m
                values:
                  - {from: 不限, value: 45, clause: 第1条, grade: example}
                """);
        put("rules/p/rules/highest.drl", """
                rule "highest"
                when
                  $b : Building( standing == "PROPOSED" )
                  Parameter( name == "p/highest", $limit : value )
                then
                  require( $b, BUILDING_HEIGHT, AT_MOST, $limit );
                end
                """);
        put("rules/p/rules/highest.md", """
                ---
                title: {zh: 最高, en: Highest}
                force: 应
                authority: 自然资源规划
                stage: 方案
                letter: {zh: 太高, en: Too high}
                ---
                ## 管什么
                高度
                ## 何时适用
                总是
                ## 怎么算
                比较
                ## 假定
                无
                ## 存疑
                无
                """);
        put("rules/profiles/test.yaml", """
                title: {zh: 测试, en: Test}
                authority: 自然资源规划
                stage: 方案
                packs: [p]
                settings:
                  height-points: {value: [PARAPET_TOP], source: 测试, grade: example}
                """);
        put("cases/bases/two-buildings.yaml", Files.readString(Path.of("test-cases/bases/two-towers.yaml")));
        put("cases/rules/highest/01-pass-at-limit/case.yaml", """
                title: 恰好
                rule: highest
                as-of: 2025-06-01
                why: 高 45 m
                number-from: 手算
                profile: test
                given: {base: two-buildings}
                expect:
                  - {about: [1号楼, 2号楼], verdict: 符合}
                  - {about: 北面现状楼, verdict: 不涉及}
                """);
    }

    @Test
    void a_change_that_no_case_notices_survives() {
        MutationReport report = report();
        assertThat(report.redBefore()).isEmpty();
        assertThat(report.faults()).isEmpty();
        assertThat(report.survivors()).extracting(m -> m.variant().id()).containsExactly(RISES);
        assertThat(report.survivors().get(0).variant().line()).isEqualTo(4);
        assertThat(report.complete()).isFalse();
    }

    @Test
    void a_survivor_with_a_reason_is_equivalent() throws IOException {
        put("cases/equivalent-mutants/p.yaml", "- {mutant: 'p/*/highest@不限 +*', why: {zh: 试, en: trial}}\n");
        MutationReport report = report();
        assertThat(report.survivors()).isEmpty();
        assertThat(report.complete()).isTrue();
    }

    @Test
    void a_reason_for_what_is_killed_or_not_there_is_a_fault() throws IOException {
        put("cases/equivalent-mutants/p.yaml", """
                - {mutant: 'p/parameters/highest@不限 -0.01', why: {zh: 试, en: trial}}
                - {mutant: p/parameters/lowest, why: {zh: 试, en: trial}}
                """);
        assertThat(report().faults()).extracting(Fault::line).containsExactly(1, 2);
    }

    @Test
    void a_case_that_is_red_already_proves_nothing() throws IOException {
        put("rules/p/parameters/highest.yaml", """
                title: {zh: 最高, en: Highest}
                unit: m
                values:
                  - {from: 不限, value: 40, clause: 第1条, grade: example}
                """);
        assertThat(report().redBefore()).containsExactly("highest/01-pass-at-limit");
    }

    @Test
    void xray_names_branches_that_no_case_reaches_and_rules_without_cases() throws IOException {
        assertThat(Xray.of(book(), cases(), Set.of())).isEmpty();
        put(
                "rules/p/rules/highest.drl",
                Files.readString(folder.resolve("rules/p/rules/highest.drl"))
                        + Files.readString(folder.resolve("rules/p/rules/highest.drl"))
                                .replace("\"highest\"", "\"highest: 报批\"")
                                .replace("PROPOSED", "PENDING"));
        assertThat(Xray.of(book(), cases(), Set.of()))
                .extracting(XrayFinding::fault)
                .extracting(f -> f.line() + " " + f.what().zh())
                .containsExactly("8 没有案例走到这个分支");
        Files.delete(folder.resolve("cases/rules/highest/01-pass-at-limit/case.yaml"));
        assertThat(Xray.of(book(), cases(), Set.of()))
                .extracting(f -> f.fault().what().zh())
                .containsExactly("没有案例");
    }

    private MutationReport report() {
        return new Mutation(book(), cases()).run(Set.of());
    }

    private RuleBook book() {
        return RuleBook.read(folder.resolve("rules"));
    }

    private RuleCases cases() {
        return RuleCases.read(folder.resolve("cases"));
    }

    private void put(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
