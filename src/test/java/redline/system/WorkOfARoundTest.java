package redline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static redline.system.Visitor.sentTo;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import redline.casefile.Decisions;
import redline.casefile.FindingKey;
import redline.casefile.Judging;
import redline.casefile.Judgings;
import redline.casefile.KeptFinding;
import redline.casefile.Office;
import redline.casefile.OfficeCase;
import redline.casefile.PaperDrafts;
import redline.casefile.Results;
import redline.casefile.Round;
import redline.casefile.Rounds;
import redline.paper.Changes;
import redline.paper.Item;
import redline.remedy.RemedyJson;
import redline.report.Part;
import redline.report.ReportFile;
import redline.upload.RuleShelf;

/** A round of the story worked over real HTTP: decisions, second persons, what the applicant sees and what he does not. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("databases")
class WorkOfARoundTest {
    @TempDir
    static Path folder;

    private static StoryOffice office;
    private static OfficeCase kase;

    @BeforeAll
    static void a_round_is_judged() throws IOException {
        office = new StoryOffice(folder);
        kase = office.open("乌镇 43 号地块");
        office.submit(kase, "round-1.yaml");
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static String base(OfficeCase of) {
        return "/office/cases/" + of.number() + "/rounds/1";
    }

    private static List<KeptFinding> findings(OfficeCase of) {
        return office.server
                .part(Judgings.class)
                .findings(office.rounds.byNumber(of.id(), 1).orElseThrow());
    }

    private static KeptFinding found(OfficeCase of, String rule) {
        return findings(of).stream()
                .filter(one -> one.rule().equals(rule) && one.subject().equals("P"))
                .findFirst()
                .orElseThrow();
    }

    private static Decisions.Progress progress(OfficeCase of) {
        return office.server.part(Decisions.class).progress(of.id());
    }

    private static HttpResponse<String> decide(Visitor by, OfficeCase of, KeptFinding on, String... fields) {
        String page = base(of) + "?finding=" + on.position();
        String[] all = new String[fields.length + 4];
        all[0] = "finding";
        all[1] = String.valueOf(on.position());
        all[2] = "judging";
        all[3] = office.rounds.byNumber(of.id(), 1).orElseThrow().judging();
        System.arraycopy(fields, 0, all, 4, fields.length);
        return by.submit(page, base(of) + "/decisions", all);
    }

    private static OfficeCase another(String project) throws IOException {
        OfficeCase opened = office.open(project);
        office.submit(opened, "round-1.yaml");
        return opened;
    }

    @Test
    void the_working_view_says_how_far_the_round_is_and_offers_what_fits() {
        Visitor reviewer = office.enter(office.reviewer);
        KeptFinding far = found(kase, "far");
        KeptFinding parking = found(kase, "parking-motor-1021");

        String page = reviewer.get(base(kase) + "?finding=" + far.position()).body();

        assertThat(page)
                .contains(
                        "不符合",
                        "计容建筑面积超出 68.17",
                        "data-key=\"1\"",
                        "data-key=\"2\"",
                        "data-key=\"3\"",
                        "data-key=\"4\"");
        assertThat(page).contains("只有规划条件变更批复可以作为依据", "乌镇 43 号地块");
        assertThat(page).doesNotContain("??");
        assertThat(reviewer.get(base(kase) + "/findings/" + parking.position()).body())
                .contains("停车配建城市等级", "data-key=\"1\"", "data-key=\"2\"")
                .doesNotContain("data-key=\"3\"", "data-key=\"4\"");
        assertThat(reviewer.get(base(kase) + "?lang=en").body())
                .contains("handled", "Accept the other")
                .doesNotContain("??");
        reviewer.get(base(kase) + "?lang=zh");
    }

    @Test
    void a_decision_needs_its_reason_and_comes_back_to_its_finding() throws IOException {
        OfficeCase own = another("要理由的案件");
        Visitor reviewer = office.enter(office.reviewer);
        KeptFinding far = found(own, "far");

        HttpResponse<String> refused = decide(reviewer, own, far, "kind", "DEMAND", "reason", " ");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("请写明理由");

        assertThat(sentTo(decide(reviewer, own, far, "kind", "DEMAND", "reason", "超出须核减")))
                .isEqualTo(base(own) + "?finding=" + far.position() + "#evidence");
        assertThat(reviewer.get(base(own) + "?finding=" + far.position()).body())
                .contains("现在的决定", "超出须核减", "1 / " + progress(own).all() + " 已处理");
    }

    @Test
    void only_a_change_of_the_conditions_excepts_from_a_condition_and_a_second_person_has_to_agree()
            throws IOException {
        OfficeCase own = another("例外认定的案件");
        Visitor reviewer = office.enter(office.reviewer);
        Visitor head = office.enter(office.head);
        KeptFinding far = found(own, "far");

        assertThat(decide(
                                reviewer,
                                own,
                                far,
                                "kind",
                                "EXCEPT",
                                "reason",
                                "会议议定",
                                "documentKind",
                                "MINUTES",
                                "documentNumber",
                                "〔2026〕1号",
                                "documentDate",
                                "2026-02-20")
                        .body())
                .contains("只能凭规划条件变更批复");
        assertThat(decide(reviewer, own, far, "kind", "EXCEPT", "reason", "x", "documentKind", "CONDITION_CHANGE")
                        .body())
                .contains("例外认定要有文件");
        decide(
                reviewer,
                own,
                far,
                "kind",
                "EXCEPT",
                "reason",
                "条件已变更",
                "documentKind",
                "CONDITION_CHANGE",
                "documentNumber",
                "桐自然资规条变〔2026〕3号",
                "documentDate",
                "2026-02-20");

        assertThat(progress(own).unconfirmed()).isEqualTo(1);
        String own1 = reviewer.get(base(own) + "/findings/" + far.position()).body();
        assertThat(own1).contains("等第二人确认", "桐自然资规条变〔2026〕3号").doesNotContain("data-key=\"y\"");
        assertThat(office.enter(office.applicant)
                        .get(base(own) + "/findings/" + far.position())
                        .body())
                .doesNotContain("桐自然资规条变", "条件已变更");
        assertThat(head.get("/office/queue").body()).contains(own.number(), "例外认定");

        String page = base(own) + "?finding=" + far.position();
        Matcher waiting = Pattern.compile("name=\"decision\" value=\"([0-9a-f]{32})\"")
                .matcher(head.get(page).body());
        assertThat(waiting.find()).isTrue();
        String[] agree = {"finding", String.valueOf(far.position()), "decision", waiting.group(1), "agrees", "true"};
        assertThat(reviewer.submit(page, base(own) + "/second", agree).body()).contains("要由另一个人确认");
        assertThat(sentTo(head.submit(page, base(own) + "/second", agree))).isEqualTo(page + "#evidence");

        assertThat(progress(own).unconfirmed()).isZero();
        assertThat(head.get("/office/queue").body()).doesNotContain(own.number());
        assertThat(reviewer.get(page).body()).contains("第二人已同意", "第二人 赵科长");
        assertThat(office.enter(office.applicant).get(page).body())
                .contains("桐自然资规条变〔2026〕3号")
                .doesNotContain("条件已变更");
    }

    @Test
    void the_rest_is_settled_at_once() throws IOException {
        OfficeCase own = another("一并认可的案件");
        Visitor reviewer = office.enter(office.reviewer);
        long passes =
                findings(own).stream().filter(one -> one.part().equals("PASS")).count();
        long lacking = findings(own).stream()
                .filter(one -> one.part().equals("UNDETERMINED") && one.cause().equals("MISSING_FACT"))
                .count();
        assertThat(passes).isPositive();
        assertThat(reviewer.get(base(own)).body()).contains("其余 " + passes + " 项符合一并认可");

        assertThat(sentTo(reviewer.submit(base(own), base(own) + "/rest", "rest", "PASSES")))
                .isEqualTo(base(own));
        assertThat(progress(own).handled()).isEqualTo((int) passes);
        assertThat(reviewer.get(base(own)).body()).doesNotContain("项符合一并认可</span>");

        reviewer.submit(base(own), base(own) + "/rest", "rest", "MISSING_FACTS", "reason", "请补充");
        assertThat(progress(own).handled()).isEqualTo((int) (passes + lacking));
    }

    @Test
    void the_applicant_reads_what_is_shown_to_him_and_a_stranger_finds_nothing() {
        Visitor reviewer = office.enter(office.reviewer);
        Visitor applicant = office.enter(office.applicant);
        Visitor stranger = office.enter(office.stranger);
        KeptFinding green = found(kase, "green-ratio");
        String page = base(kase) + "?finding=" + green.position();
        String finding = String.valueOf(green.position());

        reviewer.submit(page, base(kase) + "/remarks", "finding", finding, "words", "只给同事看的话");
        reviewer.submit(page, base(kase) + "/remarks", "finding", finding, "words", "请注意墙边一米", "shown", "true");
        applicant.submit(page, base(kase) + "/remarks", "finding", finding, "words", "我们会改");

        assertThat(reviewer.get(page).body()).contains("只给同事看的话", "请注意墙边一米", "我们会改");
        assertThat(applicant.get(page).body())
                .contains("请注意墙边一米", "我们会改", "缺 183.47")
                .doesNotContain("只给同事看的话", "data-key=", "先例", "report.pdf", "data-work", "一并认可");
        for (String path : List.of(
                "",
                "/findings/0",
                "/report.pdf",
                "/result.json",
                "/record.json",
                "/findings.xlsx",
                "/compare",
                "/replies")) {
            assertThat(stranger.get(base(kase) + path).statusCode()).as(path).isIn(403, 404);
        }
        for (String path : List.of("/decisions", "/second", "/remarks", "/rest", "/added", "/replies", "/again")) {
            String[] fields = {
                "finding",
                "0",
                "kind",
                "ACCEPT",
                "decision",
                "0",
                "agrees",
                "true",
                "words",
                "x",
                "rest",
                "PASSES",
                "title",
                "x",
                "basis",
                "x",
                "part",
                "ADVICE"
            };
            assertThat(stranger.submit("/office/password", base(kase) + path, fields)
                            .statusCode())
                    .as(path)
                    .isIn(403, 404);
        }
        for (String path : List.of("/report.pdf", "/result.json", "/record.json", "/findings.xlsx")) {
            assertThat(applicant.get(base(kase) + path).statusCode()).as(path).isIn(403, 404);
            assertThat(reviewer.get(base(kase) + path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(decide(applicant, kase, green, "kind", "ACCEPT").statusCode())
                .isEqualTo(403);
        assertThat(applicant
                        .submit(page, base(kase) + "/rest", "rest", "PASSES")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_finding_added_by_hand_stands_above_the_list_until_it_is_withdrawn() {
        Visitor reviewer = office.enter(office.reviewer);
        reviewer.submit(
                base(kase) + "?finding=0",
                base(kase) + "/added",
                "title",
                "主入口与公交站太近",
                "basis",
                "规划条件 第8条",
                "part",
                "MUST_CHANGE");

        String page = reviewer.get(base(kase)).body();
        assertThat(page).contains("手工意见 1 条", "主入口与公交站太近", "规划条件 第8条");
        assertThat(changesAsked()).contains("主入口与公交站太近(规划条件 第8条)。");

        Matcher withdraw = Pattern.compile("/added/([0-9a-f]{32})/withdraw").matcher(page);
        assertThat(withdraw.find()).isTrue();
        reviewer.submit(base(kase) + "?finding=0", base(kase) + "/added/" + withdraw.group(1) + "/withdraw");
        assertThat(reviewer.get(base(kase)).body()).contains("手工意见 0 条").doesNotContain("主入口与公交站太近");
        assertThat(changesAsked()).isEmpty();
    }

    /** What the violations lack is worked out by hand in the scheme's SOURCE.md. */
    @Test
    void what_is_broken_says_what_to_change_as_the_report_does() throws IOException {
        OfficeCase own = office.open("要改的案件");
        Round round = office.submit(
                own,
                new StoryOffice.Sent(
                        "scheme.yaml", Files.readAllBytes(Path.of("test-cases/schemes/wuzhen-housing/scheme.yaml"))));
        Visitor reviewer = office.enter(office.reviewer);
        Visitor applicant = office.enter(office.applicant);

        assertThat(told(reviewer, own, "setback", "8#/W|E")).isEqualTo("8#住宅向西移 0.10 m，其余不动，即符合本条;已按此整案复算，没有别的条款因此变差");
        assertThat(told(reviewer, own, "control-line-setback", "8#/W|GL"))
                .startsWith("8#住宅向西移 2.10 m可使本条不再违反，但这样一来:")
                .endsWith("(7#住宅 整体—8#住宅 整体)变为待核实");
        assertThat(told(reviewer, own, "green-ratio", "P")).isEqualTo("绿地面积增加 183.48 m²，其余不动，即符合本条;同一指标的其他要求也不因此违反");
        assertThat(told(reviewer, own, "storeys-plate-differs", "1#")).isEqualTo("没有试算:本条没有可以单独改动的一处,或试算次数已用完");
        assertThat(told(reviewer, own, "far", "A")).isEmpty();
        assertThat(told(applicant, own, "setback", "8#/W|E")).startsWith("8#住宅向西移 0.10 m");
        reviewer.get("/office?lang=en");
        assertThat(told(reviewer, own, "setback", "8#/W|E"))
                .isEqualTo("Move 8#住宅 0.10 m to the west, all else as it is: this clause is kept."
                        + " The whole scheme was judged again so; no other clause is the worse for it");

        Results again = new Results(office.server.part(Office.class), office.server.part(RuleShelf.class));
        Judging judging = office.server.part(Judgings.class).of(round).orElseThrow();
        assertThat(RemedyJson.write(again.of(judging).remedies().get()))
                .as("judged again after a restart")
                .isEqualTo(((ReportFile.Opened) ReportFile.of(
                                reviewer.download(base(own) + "/report.pdf").body()))
                        .parts()
                        .get(Part.REMEDIES));
        Judging small = office.server
                .part(Judgings.class)
                .of(office.rounds.byNumber(kase.id(), 1).orElseThrow())
                .orElseThrow();
        assertThat(again.of(withoutReport(small)).remedies().get()).isEmpty();
    }

    /** As if its report carried nothing. */
    private static Judging withoutReport(Judging of) {
        return new Judging(
                of.id(),
                of.roundId(),
                of.number(),
                of.at(),
                of.why(),
                of.recordSha(),
                of.resultSha(),
                of.recordSha(),
                of.rulesSha(),
                of.rulesHash(),
                of.profile(),
                of.settings(),
                of.program(),
                of.verdict());
    }

    /** What the evidence of a finding says to change, empty where it says nothing. */
    private static String told(Visitor to, OfficeCase of, String rule, String subject) {
        KeptFinding finding = findings(of).stream()
                .filter(one -> one.rule().equals(rule) && one.subject().equals(subject))
                .findFirst()
                .orElseThrow();
        Matcher remedy = Pattern.compile("<dt>(?:怎样改|What to change)</dt><dd>([^<]*)</dd>")
                .matcher(to.get(base(of) + "/findings/" + finding.position()).body());
        return remedy.find() ? remedy.group(1).replace('\u00a0', ' ') : "";
    }

    /** The sentences of the 修改意见 as it would be drawn up now. */
    private static List<String> changesAsked() {
        Round round = office.server.part(Rounds.class).judged(kase.id()).orElseThrow();
        Changes paper = (Changes) office.server
                .part(PaperDrafts.class)
                .contents(kase, round, "changes", "", LocalDate.of(2026, 3, 5), Map.of());
        return paper.changes().stream().map(Item::sentence).toList();
    }

    @Test
    void a_round_whose_files_make_no_scheme_shows_its_complaints() throws IOException {
        OfficeCase own = office.open("写错的案件");
        office.submit(
                own,
                new StoryOffice.Sent(
                        "scheme.yaml", "redline: 1\nname: [".getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        assertThat(office.enter(office.reviewer).get(base(own)).body()).contains("处需要改正", "scheme.yaml");
    }

    /** The last: what is settled holds for every round judged after it. */
    @Test
    @Order(Integer.MAX_VALUE)
    void policy_staff_settle_the_city_level_with_its_document_and_the_round_is_judged_again() throws IOException {
        OfficeCase own = another("等口径的案件");
        Visitor policy = office.enter(office.policy);
        KeptFinding open = found(own, "parking-motor-1021");
        assertThat(open.verdict()).isEqualTo("UNDETERMINED");
        assertThat(policy.get("/office/questions").body())
                .contains("停车配建城市等级", own.number())
                .doesNotContain("??");

        HttpResponse<String> without = policy.submit(
                "/office/questions",
                "/office/questions/settle",
                "form",
                "parking-level",
                "profile",
                "tongxiang",
                "setting",
                "parking-level",
                "chosen",
                "I",
                "document",
                "",
                "documentDate",
                "2026-03-20");
        assertThat(sentTo(without)).isEqualTo("/office");
        assertThat(sentTo(settle(policy, "IV"))).isEqualTo("/office");
        assertThat(found(own, "parking-motor-1021").verdict()).isEqualTo("UNDETERMINED");

        assertThat(sentTo(settle(policy, "I"))).isEqualTo("/office/questions");
        office.judged(office.rounds.byNumber(own.id(), 1).orElseThrow());

        KeptFinding settled = found(own, "parking-motor-1021");
        assertThat(settled.verdict()).isEqualTo("PASS");
        String page = office.enter(office.reviewer)
                .get(base(own) + "?finding=" + settled.position())
                .body();
        assertThat(page).contains("余 19", "桐自然资规〔2026〕5号", "2026-03-01");
        assertThat(policy.get("/office/questions").body()).contains("已定的口径", "桐自然资规〔2026〕5号", "钱工");
        assertThat(office.enter(office.reviewer).get("/office/questions").statusCode())
                .isEqualTo(403);
    }

    private static HttpResponse<String> settle(Visitor policy, String level) {
        return policy.submit(
                "/office/questions",
                "/office/questions/settle",
                "form",
                "parking-level",
                "profile",
                "tongxiang",
                "setting",
                "parking-level",
                "chosen",
                level,
                "document",
                "关于停车配建城市等级的通知 桐自然资规〔2026〕5号",
                "documentDate",
                "2026-03-01");
    }

    @Test
    void round_two_is_held_against_round_one_and_answers_what_it_was_asked() throws IOException {
        OfficeCase own = another("两轮的案件");
        Visitor reviewer = office.enter(office.reviewer);
        decide(reviewer, own, found(own, "far"), "kind", "DEMAND", "reason", "超出须核减");
        Round second = office.submit(own, "round-2.yaml");
        String there = "/office/cases/" + own.number() + "/rounds/2";

        String page = reviewer.get(there + "/compare").body();
        assertThat(page).doesNotContain("??");
        assertThat(rows(page, "FIXED"))
                .containsExactly(
                        "图表不一致 桐土储〔2019〕43号地块 绿地面积",
                        "图表不一致 桐土储〔2019〕43号地块 绿地率",
                        "容积率 桐土储〔2019〕43号地块",
                        "绿地率 桐土储〔2019〕43号地块");
        assertThat(rows(page, "NEW")).singleElement().asString().contains("7#", "8#");
        assertThat(rows(page, "REOPENED")).isEmpty();
        assertThat(rows(page, "CHANGED_BY_RULE")).isEmpty();
        Set<FindingKey> open = open(findings(own));
        open.retainAll(open(office.server.part(Judgings.class).findings(second)));
        assertThat(rows(page, "STILL_OPEN")).hasSize(open.size());
        assertThat(page).contains("转相关部门");

        assertThat(decide(reviewer, own, found(own, "far"), "kind", "ACCEPT").body())
                .contains("案件现在的状态");
        Visitor applicant = office.enter(office.applicant);
        String replies = applicant.get(there + "/replies").body();
        assertThat(replies).contains("计容建筑面积超出", "answer-1", "未答复");
        assertThat(second.number()).isEqualTo(2);
        applicant.submit(there + "/replies", there + "/replies", "answer-1", "9#楼减 75 m²");
        assertThat(reviewer.get(there + "/replies").body()).contains("9#楼减 75 m²", "余 6.83");
        assertThat(office.enter(office.stranger).get(there + "/replies").statusCode())
                .isEqualTo(404);
        assertThat(office.enter(office.stranger).get(there + "/compare").statusCode())
                .isEqualTo(404);
    }

    private static Set<FindingKey> open(List<KeptFinding> findings) {
        return findings.stream()
                .filter(one ->
                        one.verdict().equals("VIOLATION") || one.verdict().equals("UNDETERMINED"))
                .map(KeptFinding::key)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Title and subject of each line of a part of the comparison. */
    private static List<String> rows(String page, String state) {
        int from = page.indexOf("id=\"part-" + state + "\"");
        if (from < 0) {
            return List.of();
        }
        String part = page.substring(from, page.indexOf("</section>", from));
        return Pattern.compile(
                        "<th scope=\"row\"[^>]*>\\s*<(?:a|span)[^>]*>([^<]*)</(?:a|span)>\\s*<span class=\"hint\">([^<]*)<")
                .matcher(part)
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();
    }
}
