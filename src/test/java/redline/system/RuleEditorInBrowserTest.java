package redline.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.casefile.Account;
import redline.casefile.Accounts;
import redline.casefile.Draft;
import redline.casefile.Drafts;
import redline.casefile.Role;
import redline.workshop.Workshop;

/** A policy officer rewrites a rule in the editor, as sentences and as DRL, by keyboard, and is told of a fault while it is typed. */
class RuleEditorInBrowserTest {
    private static final String PASSWORD = "乌镇 二〇二六 春天来了";
    private static final String FILE = "rules/parcel-conditions/rules/far.drl";

    @TempDir
    static Path folder;

    private static TestBrowser browser;
    private static Server server;

    @BeforeAll
    static void an_office_with_two_empty_drafts() throws IOException {
        browser = TestBrowser.open();
        server = TestOffice.withRules(folder, FewRules.in(folder.resolve("home/rules")));
        Accounts accounts = server.part(Accounts.class);
        Account qian = accounts.make("system", "qian", "钱工", "", Role.POLICY).account();
        accounts.change(qian, PASSWORD);
        server.part(Drafts.class).begin(qian, "容积率", "为了试验");
        server.part(Drafts.class).begin(qian, "围墙", "为了试验");
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
    }

    private static String address(String path) {
        return "/office/drafts/1/file?path=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    @Test
    void a_rule_is_rewritten_by_sentences_and_seen_as_drl() {
        Page page = browser.enter(server, "qian", PASSWORD);
        page.navigate(address(FILE));
        Locator said = page.locator("#said");
        Locator lines = page.locator(".CodeMirror-code");
        assertThat(said).hasText("没有发现问题。");
        assertThat(lines).containsText("要求 「地块」的容积率 不大于 「限值」");
        browser.picture(page, "editor-sentences");

        leftByKeyboard(page);
        wrongLineIsTold(page, said);
        completionMendsIt(page, said);

        page.click("#tab-drl");
        assertThat(said).hasText("现在是 DRL，还是同一条规则，一行对一行。");
        assertThat(lines).containsText("Condition( site == $site, item == \"FAR\", bound == \"MAX\", $limit : value )");
        assertThat(lines).containsText("require( $p, FAR, EQUAL, $limit );");
        browser.picture(page, "editor-drl");
        drlCompletes(page);
        page.click("#tab-sentences");
        assertThat(lines).containsText("要求 「地块」的容积率 等于 「限值」");

        page.click("button[value=save]");
        page.waitForURL("**/office/drafts/1");
        assertThat(page.locator("#progress .changes")).containsText("修改文件 " + FILE.substring("rules/".length()));
        assertThat(server.part(Workshop.class).text(draft(), FILE).orElseThrow())
                .contains("require( $p, FAR, EQUAL, $limit );")
                .contains("bound == \"MAX\", $limit : value )");
        assertThat(browser.problems()).isEmpty();
    }

    /** Tab stays in the editor; after Escape it goes on. */
    private static void leftByKeyboard(Page page) {
        page.locator(".CodeMirror-code").focus();
        page.keyboard().press("Tab");
        assertThat(page.locator(".CodeMirror-code")).isFocused();
        page.keyboard().press("Control+z");
        page.keyboard().press("Escape");
        page.keyboard().press("Tab");
        assertThat(page.locator("button[value=save]")).isFocused();
    }

    private static void wrongLineIsTold(Page page, Locator said) {
        page.locator(".CodeMirror-line", new Page.LocatorOptions().setHasText("不大于 「限值」"))
                .click();
        page.keyboard().press("End");
        page.keyboard().press("Shift+Home");
        page.keyboard().press("Delete");
        page.keyboard().type("  要求 「地块」的容积率 不超过");
        assertThat(said).containsText("1 处要改");
        assertThat(said.locator("a[data-line='7']")).hasText("第 7 行");
        assertThat(page.locator(".fault-note")).containsText("没有这样的句子");
        browser.picture(page, "editor-wrong");
        page.keyboard().press("Control+End");
        said.locator("a[data-line='7']").click();
        assertThat(page.locator(".CodeMirror-code")).isFocused();
    }

    private static void completionMendsIt(Page page, Locator said) {
        page.keyboard().press("End");
        for (int i = 0; i < 3; i++) {
            page.keyboard().press("Backspace");
        }
        page.keyboard().press("Alt+/");
        Locator offers = page.locator(".CodeMirror-hints");
        assertThat(offers).containsText("不小于");
        browser.picture(page, "editor-completion");
        offers.locator("li", new Locator.LocatorOptions().setHasText("等于"))
                .first()
                .click();
        page.keyboard().type(" ");
        page.keyboard().press("Alt+/");
        offers.locator("li", new Locator.LocatorOptions().setHasText("「限值」")).click();
        assertThat(said).hasText("没有发现问题。");
    }

    private static void drlCompletes(Page page) {
        page.locator(".CodeMirror-line", new Page.LocatorOptions().setHasText("FAR, EQUAL"))
                .click();
        page.keyboard().press("Home");
        page.keyboard().type("  require( $p, BUILDING_H");
        assertThat(page.locator(".CodeMirror-hints")).containsText("建筑高度");
        page.keyboard().press("Escape");
        page.keyboard().press("Shift+Home");
        page.keyboard().press("Delete");
    }

    @Test
    void a_new_rule_is_begun_and_what_it_lacks_leads_to_its_files() {
        Page page = browser.enter(server, "qian", PASSWORD);
        page.navigate("/office/drafts/2");
        page.click("text=新规则");
        browser.picture(page, "new-rule", true);
        page.fill("#id", "fence-height");
        page.fill("#titleZh", "围墙高度");
        page.fill("#titleEn", "Height of fences");
        page.selectOption("#authority", "自然资源规划");
        page.selectOption("#subject", "Building");
        page.selectOption("#quantity", "BUILDING_HEIGHT");
        page.selectOption("#comparator", "AT_MOST");
        page.fill("#clause", "第3条");
        page.click("main button.primary");
        page.waitForURL("**/office/drafts/2");
        assertThat(page.locator("#progress .complaint")).containsText("expect");
        browser.picture(page, "new-rule-lacking", true);
        page.locator("#progress .complaint a", new Page.LocatorOptions().setHasText("case.yaml"))
                .first()
                .click();
        assertThat(page.locator(".fault-note").first()).isVisible();
        browser.picture(page, "new-rule-case");
        assertThat(browser.problems()).isEmpty();
    }

    private static Draft draft() {
        return server.part(Drafts.class).byNumber(1).orElseThrow();
    }
}
