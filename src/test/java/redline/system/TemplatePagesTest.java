package redline.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.casefile.Accounts;
import redline.casefile.Role;
import redline.report.ReportTemplates;

/** A policy officer changes a sentence of the report and sees the page that has it, with script and without. */
class TemplatePagesTest {
    private static final String PASSWORD = "乌镇 二〇二六 春天来了";
    private static final String PAGE = "/office/templates/cover.html";
    private static final String COVER = ReportTemplates.shipped("cover.html");

    @TempDir
    static Path folder;

    private static Server server;
    private static Visitor policy;

    @BeforeAll
    static void an_office() throws IOException {
        server = TestOffice.withRules(folder, FewRules.in(folder.resolve("home/rules")));
        Accounts accounts = server.part(Accounts.class);
        accounts.change(accounts.make("system", "qian", "钱工", "", Role.POLICY).account(), PASSWORD);
        policy = new Visitor(server.port());
        policy.login("qian", PASSWORD);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static HttpResponse<String> preview(String text) {
        return policy.submit(
                PAGE, PAGE + "/preview", "text", text, "chapter", "COVER", "scheme", "office-2016", "language", "ZH");
    }

    @Test
    void every_file_is_listed_and_opens_and_no_other() {
        String list = policy.get("/office/templates").body();
        for (String file : ReportTemplates.files()) {
            assertThat(list).contains("/office/templates/" + file);
        }
        for (String language : new String[] {"zh", "en"}) {
            assertThat(policy.get("/office/templates?lang=" + language).body())
                    .as("files without words")
                    .doesNotContain("??templates.of.");
        }
        policy.get("/office/templates?lang=zh");
        assertThat(policy.get(PAGE).body()).contains("th:fragment=&quot;section&quot;", "程序自带");
        assertThat(policy.get("/office/templates/pom.xml").statusCode()).isEqualTo(404);
        assertThat(policy.get("/office/templates/..%2Fweb%2Ferror.html").statusCode())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void without_script_a_changed_sentence_stands_on_the_page_and_is_still_in_the_editor() {
        String body = preview(COVER.replace("<h1 ", "<p>桐乡市的一句话</p><h1 ")).body();

        assertThat(body).contains("data:image/png;base64,iVBOR", "&lt;p&gt;桐乡市的一句话&lt;/p&gt;");
        assertThat(body.substring(body.indexOf("<pre"))).contains("桐乡市的一句话");
    }

    @Test
    void what_calls_java_is_told_at_its_line_and_the_office_goes_on() {
        String hostile = COVER + "\n<p th:text=\"${T(java.lang.Runtime).getRuntime().halt(1)}\"></p>\n";
        int line = COVER.split("\n", -1).length + 1;

        assertThat(policy.submit(PAGE, PAGE + "/check", "text", hostile).body())
                .startsWith("{\"faults\":[{\"line\":" + line + ",\"what\":\"这不是程序模板中的表达式");
        assertThat(preview(hostile).body()).contains("这样写不出报告").doesNotContain("data:image");
        assertThat(policy.get("/office/templates").statusCode()).isEqualTo(200);
    }

    @Test
    void a_file_is_downloaded_under_its_name_and_one_with_faults_under_another() {
        String mine = COVER.replace("\n", "\r\n") + "<p>桐乡</p>";

        HttpResponse<String> good = policy.submit(PAGE, PAGE + "/download", "text", mine);
        HttpResponse<String> faulty = policy.submit(PAGE, PAGE + "/download", "text", "<script></script>");

        assertThat(good.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"cover.html\"");
        assertThat(good.body()).isEqualTo(COVER + "<p>桐乡</p>");
        assertThat(faulty.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"faulty-cover.html.txt\"");
    }

    @Test
    void with_script_the_page_follows_what_is_typed() {
        try (TestBrowser browser = TestBrowser.open()) {
            Page page = browser.enter(server, "qian", PASSWORD);
            page.navigate(PAGE);
            Locator first = page.locator("#seen img");
            assertThat(first).hasCount(1);
            String before = first.getAttribute("src");

            page.locator(".CodeMirror-code").focus();
            page.keyboard().press("Control+Home");
            page.keyboard().press("End");
            page.keyboard().insertText("<p>桐乡市的一句话</p>");
            assertThat(page.locator("#seen pre")).containsText("桐乡市的一句话");
            assertThat(first.getAttribute("src")).isNotEqualTo(before);
            browser.picture(page, "template-preview", true);
            page.setViewportSize(390, 844);
            browser.picture(page, "template-preview-phone", true);
            browser.fits(page, "390");
            page.setViewportSize(1366, 768);

            page.keyboard().insertText("<p th:text=\"${x}\"></p>");
            assertThat(page.locator("#said")).containsText("这不是程序模板中的表达式");
            browser.picture(page, "template-faults", false);
            assertThat(browser.problems()).isEmpty();
        }
    }
}
