package redline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static redline.system.Visitor.sentTo;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import redline.casefile.Decisions;
import redline.casefile.DraftFile;
import redline.casefile.Drafts;
import redline.casefile.Judgings;
import redline.casefile.KeptFinding;
import redline.casefile.Lessons;
import redline.proof.CaseFolder;
import redline.proof.RuleCases;
import redline.upload.RuleShelf;

/** Policy staff see how often reviewers correct a rule and why, and make a case of a correction in one click: a red one, until the rule is mended. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("databases")
class LessonsTest {
    private static final String RULE = "surface-parking-2018";

    @TempDir
    static Path folder;

    private static StoryOffice office;
    private static AcceptedCase accepted;
    private static Visitor policy;

    @BeforeAll
    static void two_cases_in_one_of_which_a_reviewer_corrected_a_finding() throws IOException {
        office = new StoryOffice(folder);
        accepted = AcceptedCase.open(office.server, office.applicant, office.reviewer);
        AcceptedCase other = AcceptedCase.open(office.server, office.applicant, office.reviewer);
        decide(accepted, new Decisions.Act(Decisions.Kind.CORRECT, "PASS", "首层架空的车位不算地面车位", "", null));
        decide(other, new Decisions.Act(Decisions.Kind.ACCEPT, "", "", "", null));
        policy = office.enter(office.policy);
    }

    private static void decide(AcceptedCase in, Decisions.Act act) {
        KeptFinding parking = office.server.part(Judgings.class).findings(in.round()).stream()
                .filter(one -> one.rule().equals(RULE) && one.verdict().equals("VIOLATION"))
                .findFirst()
                .orElseThrow();
        office.server.part(Decisions.class).decide(office.reviewer, in.kase(), in.round(), parking.key(), act);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    @Order(1)
    void a_rule_that_is_corrected_in_one_of_two_cases_is_listed_with_the_reason() {
        List<Lessons.OfRule> all = office.server.part(Lessons.class).all(3);

        assertThat(all)
                .containsExactly(new Lessons.OfRule(
                        RULE, 2, 1, 0, List.of(new Lessons.Reason(Decisions.Kind.CORRECT, "首层架空的车位不算地面车位", 1))));
        assertThat(all.get(0).share()).isEqualTo(50);
        assertThat(policy.get("/office/lessons").body())
                .contains(
                        "50 % 的案件更正（1 / 2）",
                        "首层架空的车位不算地面车位", "1 次", accepted.kase().number(), "不符合 → 符合", "做成案例")
                .doesNotContain("??");
        assertThat(policy.get("/office/rules/" + RULE).body()).contains("近 3 年 2 件，更正 1 件（50 %），例外认定 0 件");
        assertThat(policy.get("/office/lessons?lang=en").body())
                .contains("corrected in 50 % of cases (1 / 2)", "Violation → Complies", "Make a case")
                .doesNotContain("??");
        policy.get("/office/lessons?lang=zh");
        assertThat(office.enter(office.reviewer).get("/office/lessons").body())
                .contains("首层架空的车位不算地面车位")
                .doesNotContain("做成案例");
        assertThat(office.enter(office.applicant).get("/office/lessons").statusCode())
                .isEqualTo(403);
    }

    @Test
    @Order(2)
    void one_click_makes_it_a_case_that_is_red_for_just_what_was_corrected() {
        Matcher form = Pattern.compile("/office/lessons/[0-9a-f]{32}/case")
                .matcher(policy.get("/office/lessons").body());
        assertThat(form.find()).isTrue();

        HttpResponse<String> made = policy.submit("/office/lessons", form.group(), "draft", "0");

        assertThat(sentTo(made)).isEqualTo("/office/drafts/1");
        Drafts drafts = office.server.part(Drafts.class);
        Map<String, String> files = new TreeMap<>();
        for (DraftFile file : drafts.files(drafts.byNumber(1).orElseThrow())) {
            files.put(file.path(), file.content());
        }
        String base = "test-cases/bases/decided-" + accepted.kase().number() + "-1.yaml";
        String ruleCase = "test-cases/rules/" + RULE + "/11-pass-2019-10-10/case.yaml";
        assertThat(files).containsOnlyKeys(base, ruleCase);
        assertThat(files.get(base)).doesNotContain("乌镇 43 号地块(故事)", "示例建设单位", "示例设计单位");
        assertThat(files.get(ruleCase)).contains("案件 " + accepted.kase().number() + " 第 1 轮更正:首层架空的车位不算地面车位");
        TreeMap<String, byte[]> folderOfCases = new TreeMap<>();
        drafts.files(drafts.byNumber(1).orElseThrow())
                .forEach(file -> folderOfCases.put(file.path().replaceFirst("test-cases/", ""), file.bytes()));
        RuleCases cases = RuleCases.of(new CaseFolder(folderOfCases));
        assertThat(cases.all()).hasSize(1);
        assertThat(cases.run(
                                cases.all().get(0),
                                office.server.part(RuleShelf.class).book())
                        .differences())
                .filteredOn(difference -> difference.contains("应为"))
                .containsExactly("第 12 行 桐土储〔2019〕43号地块:应为符合,实为不符合");
    }

    @Test
    @Order(3)
    void it_goes_into_a_draft_that_is_being_written_too_under_the_next_number() {
        Matcher form = Pattern.compile("/office/lessons/[0-9a-f]{32}/case")
                .matcher(policy.get("/office/lessons").body());
        assertThat(form.find()).isTrue();

        assertThat(sentTo(policy.submit("/office/lessons", form.group(), "draft", "1")))
                .isEqualTo("/office/drafts/1");

        Drafts drafts = office.server.part(Drafts.class);
        assertThat(drafts.files(drafts.byNumber(1).orElseThrow()))
                .extracting(DraftFile::path)
                .contains("test-cases/rules/" + RULE + "/12-pass-2019-10-10/case.yaml");
        assertThat(policy.submit("/office/lessons", "/office/lessons/" + "0".repeat(32) + "/case", "draft", "0")
                        .statusCode())
                .isEqualTo(404);
        assertThat(policy.submit("/office/lessons", form.group(), "draft", "99").statusCode())
                .isEqualTo(404);
    }
}
