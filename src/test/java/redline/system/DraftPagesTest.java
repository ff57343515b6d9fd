package redline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.casefile.Accounts;
import redline.casefile.Draft;
import redline.casefile.DraftFile;
import redline.casefile.Drafts;
import redline.casefile.Role;
import redline.quantity.Text;
import redline.rulepack.RulePage;
import redline.workshop.Workshop;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the pages of drafts say of wrong input, over real HTTP: the sentence stands on the page of the form, and nothing is changed. */
class DraftPagesTest {
    private static final String OWN = "乌镇 二〇二六 春天来了";
    private static final String PARAMETER = "parcel-conditions/rules/far.drl";

    @TempDir
    static Path folder;

    private static Server server;

    private Visitor policy;

    @BeforeAll
    static void an_office_with_a_draft() throws IOException {
        server = TestOffice.withRules(folder, FewRules.in(folder.resolve("home/rules")));
        as("qian", Role.POLICY).submit("/office/drafts", "/office/drafts", "title", "<b>标题</b>", "reason", "为了试验");
    }

    private static Visitor as(String login, Role role) {
        Accounts accounts = server.part(Accounts.class);
        accounts.change(accounts.make("system", login, login, "", role).account(), OWN);
        return entered(login);
    }

    private static Visitor entered(String login) {
        Visitor visitor = new Visitor(server.port());
        visitor.submit("/office/login", "/office/login", "login", login, "password", OWN);
        return visitor;
    }

    /** What one test was told is not told to the next. */
    @BeforeEach
    void in_a_browser_of_its_own() {
        policy = entered("qian");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static Draft draft() {
        return server.part(Drafts.class).byNumber(1).orElseThrow();
    }

    private static String file(String path) {
        return "/office/drafts/1/file?path=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    @Test
    void what_is_typed_is_shown_and_not_run() {
        assertThat(policy.get("/office/drafts/1").body())
                .contains("&lt;b&gt;标题&lt;/b&gt;")
                .doesNotContain("<b>标题</b>");
    }

    @Test
    void a_draft_without_a_title_is_not_begun_and_the_page_says_which_field() {
        HttpResponse<String> answer = policy.submit("/office/drafts", "/office/drafts", "title", " ", "reason", "只有理由");

        assertThat(Visitor.sentTo(answer)).isEqualTo("/office/drafts");
        assertThat(policy.get("/office/drafts").body()).contains("role=\"alert\"", "标题", "只有理由");
        assertThat(server.part(Drafts.class).in(Draft.State.OPEN, 50))
                .extracting(Draft::reason)
                .doesNotContain("只有理由");
    }

    @Test
    void no_file_but_of_rules_and_cases_can_be_seen_or_written() {
        for (String path : new String[] {"rules/../../etc/passwd", "/etc/passwd", "rules/a/b.sh", "pom.xml"}) {
            assertThat(policy.get(file(path)).statusCode()).as(path).isEqualTo(404);
            policy.submit("/office/drafts/1", "/office/drafts/1/file", "path", path, "text", "x");
        }
        assertThat(server.part(Drafts.class).files(draft())).isEmpty();
        assertThat(policy.get(file("rules/" + PARAMETER)).body()).contains("require( $p, FAR, AT_MOST, $limit );");
    }

    @Test
    void a_draft_that_was_not_checked_is_not_submitted_and_nobody_publishes_it() {
        policy.submit("/office/drafts/1", "/office/drafts/1/submit");
        assertThat(policy.get("/office/drafts").body()).contains("还没有检查");
        Visitor second = as("sun", Role.POLICY);
        HttpResponse<String> answer = second.submit("/office/drafts", "/office/drafts/1/publish");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(draft().state()).isEqualTo(Draft.State.OPEN);
        assertThat(server.part(Workshop.class).canPublish()).isTrue();
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThat(policy.get("/office/drafts/99").statusCode()).isEqualTo(404);
        assertThat(policy.get("/office/drafts/1/values?rule=nothing").statusCode())
                .isEqualTo(404);
        assertThat(policy.get("/office/drafts/1/case?rule=nothing").statusCode())
                .isEqualTo(404);
        assertThat(policy.get("/office/drafts/1/value?rule=far&file=a/parameters/b.yaml&line=1")
                        .statusCode())
                .isEqualTo(404);
        assertThat(policy.get("/office/drafts/1/back-test.xlsx").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> typed(String path, String text, String... more) {
        String[] fields = new String[4 + more.length];
        System.arraycopy(new String[] {"path", path, "text", text}, 0, fields, 0, 4);
        System.arraycopy(more, 0, fields, 4, more.length);
        return policy.submit("/office/drafts/1", "/office/drafts/1/file/check", fields);
    }

    @Test
    void a_rule_is_looked_at_while_it_is_typed_and_nothing_is_kept() {
        String drl = read("rules/" + PARAMETER);
        assertThat(typed("rules/" + PARAMETER, drl).body()).isEqualTo("{\"faults\":[],\"text\":null}");

        HttpResponse<String> wrong = typed("rules/" + PARAMETER, drl.replaceFirst("Parcel\\(", "Parcle("));

        assertThat(wrong.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(wrong.body()).startsWith("{\"faults\":[{\"line\":4,").contains("是不是 Parcel?");
        assertThat(typed("rules/" + PARAMETER, "规则“far”\n当\n  地块儿\n", "view", "sentences")
                        .body())
                .startsWith("{\"faults\":[{\"line\":3,")
                .contains("相近的句子:地块 |");
        assertThat(server.part(Drafts.class).files(draft())).isEmpty();
    }

    @Test
    void a_rule_is_turned_into_sentences_and_back_without_loss() {
        JsonNode sentences = json(typed("rules/" + PARAMETER, read("rules/" + PARAMETER), "to", "sentences"));
        assertThat(sentences.path("text").asString()).contains("要求 「地块」的容积率 不大于 「限值」");

        JsonNode drl = json(typed(
                "rules/" + PARAMETER,
                sentences.path("text").asString(),
                "view",
                "sentences",
                "to",
                "drl",
                "from",
                read("rules/" + PARAMETER)));

        assertThat(drl.path("text").asString()).isEqualTo(read("rules/" + PARAMETER));
    }

    @Test
    void another_language_is_the_same_page_with_what_it_was_asked_with() {
        String page = "/office/drafts/1/file?path=rules/parcel-conditions/rules/far.md";

        String body = policy.get(page).body();

        assertThat(body)
                .contains("href=\"?path=rules/parcel-conditions/rules/far.md&amp;lang=en\"")
                .contains("href=\"?path=rules/parcel-conditions/rules/far.md&amp;lang=zh\"");
        assertThat(policy.get(page + "&lang=en").body())
                .contains("<html lang=\"en\"", "href=\"?path=rules/parcel-conditions/rules/far.md&amp;lang=zh\"");
        assertThat(policy.get("/office/drafts?lang=zh").body()).contains("href=\"?lang=en\"", "href=\"?lang=zh\"");
    }

    @Test
    void pages_and_cases_are_looked_at_too() {
        String page = read("rules/parcel-conditions/rules/far.md");
        assertThat(json(typed("rules/parcel-conditions/rules/far.md", page)).path("faults"))
                .isEmpty();
        assertThat(typed("rules/parcel-conditions/rules/far.md", page.replace("force:", "farce:"))
                        .body())
                .startsWith("{\"faults\":[{\"line\":");
        assertThat(typed("test-cases/rules/far/01-pass-a/case.yaml", "title: x\nrulle: far\n")
                        .body())
                .contains("\"line\":2", "rulle");
        assertThat(typed("rules/parcel-conditions/pack.yaml", read("rules/parcel-conditions/pack.yaml"))
                        .body())
                .isEqualTo("{\"faults\":[],\"text\":null}");
    }

    @Test
    void hostile_text_is_refused_at_its_line_while_it_is_typed_and_never_run() {
        assertThat(typed("rules/" + PARAMETER, "rule \"far\"\nwhen\n  eval( System.exit( 0 ) )\nthen\nend\n")
                        .body())
                .contains("\"line\":3", "不允许使用 eval");
        assertThat(typed("rules/" + PARAMETER, "(".repeat(30_000)).body()).contains("括号嵌套过深");
        assertThat(typed("rules/" + PARAMETER, "规则“r”\n当\n" + "建筑物\n".repeat(9_000), "view", "sentences")
                        .statusCode())
                .isEqualTo(200);
        assertThat(typed("rules/parcel-conditions/rules/far.md", "---\na: &a [x]\nb: [" + "*a,".repeat(50_000) + "]\n")
                        .statusCode())
                .isEqualTo(200);
        assertThat(typed("rules/" + PARAMETER, "x".repeat(1_200_000)).statusCode())
                .isEqualTo(413);
        assertThat(typed("rules/../../etc/passwd", "x").statusCode()).isEqualTo(404);
    }

    @Test
    void what_may_come_next_is_offered_in_both_forms() {
        HttpResponse<String> drl = policy.submit(
                "/office/drafts/1",
                "/office/drafts/1/file/complete",
                "path",
                "rules/" + PARAMETER,
                "before",
                "rule \"far\"\nwhen\n  $b : Building( standing == \"PROPOSED\", hei");
        assertThat(drl.body()).isEqualTo("[{\"from\":41,\"word\":\"height\",\"what\":\"建筑高度\"}]");
        HttpResponse<String> sentences = policy.submit(
                "/office/drafts/1",
                "/office/drafts/1/file/complete",
                "path",
                "rules/" + PARAMETER,
                "view",
                "sentences",
                "before",
                "规则“far”\n当\n  建筑「楼」：建筑高");
        assertThat(sentences.body()).startsWith("[{\"from\":8,\"word\":\"建筑高度\"");
    }

    @Test
    void sentences_that_cannot_be_read_are_not_written_and_stay_on_the_page() {
        HttpResponse<String> answer = policy.submit(
                "/office/drafts/1",
                "/office/drafts/1/file",
                "path",
                "rules/" + PARAMETER,
                "view",
                "sentences",
                "from",
                read("rules/" + PARAMETER),
                "text",
                "规则“far”\n当\n  地块儿 <b>\n");

        assertThat(answer.body()).contains("地块儿 &lt;b&gt;", "第 3 行").doesNotContain("<b>\n");
        assertThat(server.part(Drafts.class).files(draft())).isEmpty();
    }

    @Test
    void without_a_script_the_form_itself_shows_the_other_view_and_keeps_nothing() {
        HttpResponse<String> sentences = policy.submit(
                "/office/drafts/1",
                "/office/drafts/1/file",
                "path",
                "rules/" + PARAMETER,
                "view",
                "drl",
                "to",
                "sentences",
                "text",
                read("rules/" + PARAMETER).replace("AT_MOST", "EQUAL"));

        assertThat(sentences.body())
                .contains("要求 「地块」的容积率 等于 「限值」")
                .contains("name=\"view\" value=\"sentences\"")
                .contains("require( $p, FAR, EQUAL, $limit );");
        assertThat(server.part(Drafts.class).files(draft())).isEmpty();
    }

    private HttpResponse<String> begun(String id, String... more) {
        String[] stated = {
            "pack",
            "parcel-conditions",
            "id",
            id,
            "titleZh",
            "围墙高度",
            "titleEn",
            "Height of fences",
            "force",
            "应",
            "authority",
            "自然资源规划",
            "stage",
            "方案",
            "subject",
            "Building",
            "quantity",
            "BUILDING_HEIGHT",
            "comparator",
            "AT_MOST",
            "clause",
            "第3条",
            "grade",
            "unconfirmed"
        };
        String[] fields = new String[stated.length + more.length];
        System.arraycopy(stated, 0, fields, 0, stated.length);
        System.arraycopy(more, 0, fields, stated.length, more.length);
        return policy.submit("/office/drafts/2/rule", "/office/drafts/2/rule", fields);
    }

    @Test
    void a_new_rule_has_all_its_files_and_what_was_not_stated_is_open() {
        policy.submit("/office/drafts", "/office/drafts", "title", "新规则", "reason", "为了试验");
        assertThat(policy.get("/office/drafts/2").body()).contains("/office/drafts/2/rule");

        assertThat(Visitor.sentTo(begun("fence-height"))).isEqualTo("/office/drafts/2");

        Draft second = server.part(Drafts.class).byNumber(2).orElseThrow();
        Workshop workshop = server.part(Workshop.class);
        assertThat(server.part(Drafts.class).files(second))
                .extracting(DraftFile::path)
                .containsExactly(
                        "rules/parcel-conditions/parameters/fence-height.yaml",
                        "rules/parcel-conditions/rules/fence-height.drl",
                        "rules/parcel-conditions/rules/fence-height.md",
                        "test-cases/rules/fence-height/01-undetermined-first/case.yaml");
        assertThat(workshop.text(second, "rules/parcel-conditions/rules/fence-height.drl"))
                .hasValue("""
                        // 围墙高度
                        rule "fence-height"
                        when
                          $subject : Building()
                          Parameter( name == "parcel-conditions/fence-height", $limit : value )
                        then
                          require( $subject, BUILDING_HEIGHT, AT_MOST, $limit );
                        end
                        """);
        assertThat(workshop.text(second, "rules/parcel-conditions/parameters/fence-height.yaml"))
                .hasValue("""
                        title: {zh: "围墙高度", en: "Height of fences"}
                        unit: "m"
                        values:
                          - {from: 不限, clause: "第3条", grade: unconfirmed}
                        """);
        assertThat(workshop.drafted(second).pages()).extracting(RulePage::id).contains("fence-height");
        assertThat(begun("fence-height").statusCode()).isEqualTo(302);
        assertThat(policy.get("/office/drafts").body()).contains("已经有这个编号的规则");
        begun("../x");
        assertThat(policy.get("/office/drafts").body()).contains("编号用小写字母");
        begun("other-height", "value", "12 m");
        assertThat(policy.get("/office/drafts").body()).contains("限值只写数字");

        policy.submit(
                "/office/drafts/2/rule?copy=far",
                "/office/drafts/2/rule",
                "copy",
                "far",
                "id",
                "far-copied",
                "titleZh",
                "容积率之二",
                "titleEn",
                "Second ratio");

        Draft third = server.part(Drafts.class).byNumber(2).orElseThrow();
        assertThat(workshop.text(third, "rules/parcel-conditions/rules/far-copied.drl"))
                .hasValue(read("rules/" + PARAMETER).replace("\"far:", "\"far-copied:"));
        assertThat(workshop.drafted(third).entry("far-copied", null).page().title())
                .isEqualTo(new Text("容积率之二", "Second ratio"));
    }

    private static String read(String path) {
        return server.part(Workshop.class).text(draft(), path).orElseThrow();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return new JsonMapper().readTree(answer.body());
    }

    @Test
    void only_a_publication_can_be_undone() {
        assertThat(policy.submit("/office/drafts", "/office/drafts/published/7/undo")
                        .statusCode())
                .isEqualTo(404);
        assertThat(policy.get("/office/drafts").body()).doesNotContain("退回到此前");
    }
}
