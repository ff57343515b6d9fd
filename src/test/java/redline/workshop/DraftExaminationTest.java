package redline.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import redline.casefile.DraftFile;
import redline.workshop.DraftReport.Kind;

/** What stands against a draft, and what a whole one comes to: the first two steps of policy staff's story (practice §7). */
class DraftExaminationTest {
    private static List<String> lacking(DraftReport report) {
        return report.lacking().stream()
                .map(lack -> lack.kind() + " " + lack.what().zh())
                .toList();
    }

    @Test
    void a_value_alone_lacks_the_pair_of_cases_the_limit_and_the_legal_review() {
        DraftReport report = DraftExamination.of(SetbackDraft.published(), SetbackDraft.value(""));

        assertThat(lacking(report))
                .containsExactly(
                        "LEGAL_REVIEW 缺 合法性审核文号",
                        "PAIR 缺 对照案例 1 对(2026-12-31 / 2027-01-01)",
                        "UNPROVEN 临界值 14.00 m 未被任何案例覆盖(退让距离 14 → 14.01 没有案例变红)");
        assertThat(report.changes())
                .extracting(change -> change.said().zh())
                .containsExactly("新增文件 jiaxing-2018/documents.yaml", "次干路、高层主体:退让距离 12 m → 14 m，自 2027-01-01 起出具的规划条件");
    }

    @Test
    void with_its_four_cases_nothing_is_lacking() {
        DraftReport report = DraftExamination.of(SetbackDraft.published(), SetbackDraft.whole());

        assertThat(lacking(report)).isEmpty();
        assertThat(report.mutants()).isEqualTo(2);
        assertThat(report.unnoticed()).isZero();
        assertThat(report.blanks()).isGreaterThan(100);
        assertThat(report.moved()).isEqualTo(4);
        assertThat(report.touched()).contains("jiaxing-road-setback").doesNotContain("far");
        assertThat(DraftReport.of(report.json())).isEqualTo(report);
    }

    @Test
    void a_case_that_expects_the_old_value_after_the_day_is_red() {
        List<DraftFile> files = new ArrayList<>(SetbackDraft.whole());
        DraftFile before = files.get(2);
        files.set(2, new DraftFile(before.path(), before.content().replace("2026-12-31", "2027-01-01"), null));

        DraftReport report = DraftExamination.of(SetbackDraft.published(), files);

        assertThat(report.lacking()).extracting(DraftReport.Lack::kind).contains(Kind.RED_CASE, Kind.PAIR);
    }

    @Test
    void what_was_changed_outside_meanwhile_and_what_is_no_rule_is_told_with_its_file_and_line() {
        DraftFile stale = new DraftFile("rules/" + SetbackDraft.TABLE, "roadClass:text(A|B),from\n", "0".repeat(64));

        DraftReport report = DraftExamination.of(SetbackDraft.published(), List.of(stale));

        assertThat(report.lacking()).extracting(DraftReport.Lack::kind).contains(Kind.CONFLICT, Kind.FAULT);
        assertThat(report.lacking())
                .filteredOn(lack -> lack.kind() == Kind.FAULT)
                .allSatisfy(lack -> assertThat(lack.file()).isEqualTo(SetbackDraft.TABLE));
    }

    @Test
    void a_draft_without_changes_cannot_be_submitted() {
        assertThat(DraftExamination.of(SetbackDraft.published(), List.of()).lacking())
                .extracting(DraftReport.Lack::kind)
                .containsExactly(Kind.NOTHING);
    }

    private static List<String> said(String path, String old, String fresh) {
        Published published = SetbackDraft.published();
        String text = new String(published.file(path).orElseThrow(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(text).contains(old);
        List<DraftFile> files = List.of(published.taken(path, text.replace(old, fresh)));
        return published.book().changesTo(DraftExamination.book(published.book(), files)).stream()
                .map(change -> DraftExamination.said(change).said().zh())
                .toList();
    }

    @Test
    void two_steps_are_said_one_after_the_other() {
        assertThat(said(
                        "rules/jiaxing-2018/parameters/jiaxing-ramp-red-line.yaml",
                        "{from: 不限, value: 12, clause: 第71条, grade: secondary}",
                        "{from: 不限, to: 2026-12-31, value: 12, clause: 第71条, grade: secondary}\n"
                                + "  - {from: 2027-01-01, to: 2027-12-31, value: 13, clause: 第71条, grade: secondary}\n"
                                + "  - {from: 2028-01-01, value: 15, clause: 第71条, grade: secondary}"))
                .containsExactly(
                        "车库坡道出口至道路红线最小距离 12 m → 13 m，自 2027-01-01 起出具的规划条件",
                        "车库坡道出口至道路红线最小距离 13 m → 15 m，自 2028-01-01 起出具的规划条件");
    }

    @Test
    void a_value_that_ends_says_so_even_where_its_note_changes_too() {
        assertThat(said(
                        "rules/jiaxing-2018/parameters/jiaxing-main-road-distance.yaml",
                        "{from: 不限, value: 30, clause: 第50条, grade: secondary}",
                        "{from: 不限, to: 2026-12-31, value: 30, clause: 第50条, grade: secondary, note: 废止}"))
                .containsExactly("住宅至主干道距离 30 m，失效日 — → 2026-12-31");
    }

    @Test
    void a_line_more_is_said_with_all_that_stands_in_it() {
        assertThat(said(
                        "rules/jiaxing-2018/tables/jiaxing-fence.csv",
                        "TANK,ROAD,inf,2,,,第30条,secondary",
                        "TANK,ROAD,inf,2,,,第30条,secondary\nTANK,WATER,6,4,2027-01-01,,第30条,secondary"))
                .containsExactly("池罐、水域、高度至 6 m:退让距离 新增 4 m，自 2027-01-01 起出具的规划条件");
    }

    @Test
    void only_words_that_are_filled_in_stand_in_braces_of_a_letter() {
        String path = "rules/jiaxing-2018/rules/jiaxing-main-road-distance.md";
        String text =
                new String(SetbackDraft.published().file(path).orElseThrow(), java.nio.charset.StandardCharsets.UTF_8);

        DraftReport report = DraftExamination.of(
                SetbackDraft.published(),
                List.of(SetbackDraft.published().taken(path, text.replace("建议后退", "建议在{road}一侧后退"))));

        assertThat(lacking(report)).containsExactly("FAULT 意见书句子里没有“{road}”可填");
    }

    @Test
    void the_file_of_a_fault_is_found_in_the_draft() {
        assertThat(DraftPaths.ofFault("far/rules/far.drl")).isEqualTo("rules/far/rules/far.drl");
        assertThat(DraftPaths.ofFault("rules/far/01-pass-x/case.yaml"))
                .isEqualTo("test-cases/rules/far/01-pass-x/case.yaml");
        assertThat(DraftPaths.ofFault("test-cases/rules/far/01-pass-x/case.yaml"))
                .isEqualTo("test-cases/rules/far/01-pass-x/case.yaml");
        assertThat(DraftPaths.ofFault("")).isEmpty();
    }

    @Test
    void lines_that_differ_are_told_in_the_order_of_the_file() {
        byte[] before = "a\nb\nc\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(LinesChanged.between(before, "a\nB\nc\nd\n"))
                .containsExactly(
                        new LinesChanged.Line(false, 2, "b"),
                        new LinesChanged.Line(true, 2, "B"),
                        new LinesChanged.Line(true, 4, "d"));
        assertThat(LinesChanged.between(null, "a\n")).containsExactly(new LinesChanged.Line(true, 1, "a"));
        assertThat(LinesChanged.between(before, null)).hasSize(3).noneMatch(LinesChanged.Line::added);
    }

    @Test
    void files_of_a_draft_lie_nowhere_but_below_rules_and_cases() {
        assertThat(DraftPaths.fits("rules/jiaxing-2018/tables/jiaxing-road.csv"))
                .isTrue();
        assertThat(DraftPaths.fits("test-cases/rules/far/26-pass-x/case.yaml")).isTrue();
        for (String path : List.of(
                "rules/../../etc/passwd",
                "rules/a/b.sh",
                "/etc/passwd",
                "test-cases/exams/x.yaml",
                "rules/README.md",
                "rules/jiaxing-2018/rules/A.drl",
                "rules/jiaxing-2018/rules/a.drl\nb")) {
            assertThat(DraftPaths.fits(path)).as(path).isFalse();
        }
    }
}
