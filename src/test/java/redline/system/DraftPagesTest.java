package redline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.casefile.Accounts;
import redline.casefile.Databases;
import redline.casefile.Draft;
import redline.casefile.Drafts;
import redline.casefile.Role;
import redline.workshop.Workshop;

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
        Path rules = FewRules.in(folder.resolve("home/rules"));
        Path cases = Files.createDirectories(folder.resolve("home/test-cases"));
        server = TestOffice.start(ServerOptions.of(0, rules)
                .with(Databases.H2.in(folder.resolve("office")))
                .with("redline.cases", cases.toString())
                .at(new MovableClock("2026-12-07T01:30:00Z")));
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
        assertThat(server.part(Drafts.class).byNumber(2)).isEmpty();
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

    @Test
    void only_a_publication_can_be_undone() {
        assertThat(policy.submit("/office/drafts", "/office/drafts/published/7/undo")
                        .statusCode())
                .isEqualTo(404);
        assertThat(policy.get("/office/drafts").body()).doesNotContain("退回到此前");
    }
}
