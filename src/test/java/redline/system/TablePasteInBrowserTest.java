package redline.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redline.casefile.Account;
import redline.casefile.Accounts;
import redline.casefile.Draft;
import redline.casefile.Drafts;
import redline.casefile.Role;

/** A block copied from a spreadsheet is pasted into the grid of a table, with the keyboard alone. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class TablePasteInBrowserTest {
    private static final String OWN = "乌镇 二〇二六 春天来了";
    /** What a spreadsheet puts on the clipboard; the last cell holds a line end. */
    private static final String BLOCK =
            "次干路\t是\t13\t5\t2027/1/1\t\t表3-2 次干路\t官方文本\r\n" + "次干路\t是\t14\t5\t2028年1月1日\t\t\"表3-2\n次干路\"\t官方文本\r\n";

    @TempDir
    static Path folder;

    private static TestBrowser browser;
    private static Server server;
    private static Page page;

    @BeforeAll
    static void an_office_with_a_draft() throws IOException {
        browser = TestBrowser.open();
        server = TestOffice.withRules(folder, FewRules.withRoads(folder.resolve("home/rules")));
        Accounts accounts = server.part(Accounts.class);
        Account qian = accounts.make("system", "qian", "钱工", "", Role.POLICY).account();
        accounts.change(qian, OWN);
        server.part(Drafts.class).begin(qian, "退次干路分两步", "桐资规〔2026〕12号");
        page = browser.enter(server, "qian", OWN);
    }

    @AfterAll
    static void close() {
        if (server != null) {
            server.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    private static void paste(Locator field, String block) {
        field.focus();
        field.evaluate("""
                (field, block) => {
                  const data = new DataTransfer();
                  data.setData("text/plain", block);
                  field.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
                }""", block);
    }

    @Test
    void a_block_is_pasted_below_the_rows_and_becomes_two_steps() {
        page.navigate("/office/drafts/1/tables/jiaxing-2018/jiaxing-road");
        page.locator("button[data-act=add]").focus();
        page.keyboard().press("Enter");
        Locator first = page.getByLabel("第 9 行 道路等级");
        assertThat(first).isFocused();

        paste(first, BLOCK);

        assertThat(page.locator("#told")).hasText("已粘贴 2 行、8 列");
        assertThat(page.getByLabel("第 10 行 退让距离 [m]")).hasValue("14");
        assertThat(page.getByLabel("第 10 行 施行日")).hasValue("2028-01-01");
        assertThat(page.getByLabel("第 10 行 条款")).hasValue("表3-2 次干路");
        assertThat(page.getByLabel("第 10 行 来源等级")).hasValue("官方文本");
        browser.picture(page, "workshop-table-pasted");
        first.focus();
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("第 10 行 道路等级")).isFocused();

        page.locator("button[value=look]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("section.notice")).containsText("次干路、高层主体:退让距离 12 m → 13 m，自 2027-01-01 起出具的规划条件");
        assertThat(page.locator(".ends").first()).hasText("自动到 2026-12-31 为止");
        browser.picture(page, "workshop-table");

        page.getByLabel("第 9 行 退让距离 [m]").fill("十三");
        page.locator("button[value=save]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#wrong-8-2")).containsText("“十三”不合这一列的类型");
        browser.picture(page, "workshop-table-wrong");
        page.setViewportSize(390, 844);
        browser.fits(page, "the table on a phone");
        TestBrowser.photograph(page, "workshop-table-phone", true);
        page.setViewportSize(1366, 768);

        page.getByLabel("第 9 行 退让距离 [m]").fill("13");
        page.locator("button[value=save]").focus();
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/drafts/1$"));
        Drafts drafts = server.part(Drafts.class);
        Draft draft = drafts.byNumber(1).orElseThrow();
        assertThat(drafts.files(draft).get(0).content().lines())
                .endsWith(
                        "SECONDARY,yes,13,5,2027-01-01,2027-12-31,表3-2 次干路,official",
                        "SECONDARY,yes,14,5,2028-01-01,,表3-2 次干路,official");
        browser.expected("422");
        assertThat(browser.problems()).isEmpty();
    }
}
