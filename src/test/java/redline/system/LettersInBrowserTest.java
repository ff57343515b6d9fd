package redline.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.casefile.Accounts;
import redline.casefile.Databases;
import redline.casefile.LettersOf43;
import redline.casefile.Role;

/** Conditions are typed in beside their scan, and confirmed by another, in a real browser. */
@Tag("databases")
class LettersInBrowserTest {
    private static final String PASSWORD = "乌镇 二〇二六 春天来了";

    @TempDir
    static Path folder;

    private static TestBrowser browser;
    private static Server server;

    @BeforeAll
    static void open_the_office_and_a_browser() {
        browser = TestBrowser.open();
        server = TestOffice.start(ServerOptions.of(0, Path.of("rules"))
                .with(Databases.chosenOr(Databases.H2).in(folder)));
        Accounts accounts = server.part(Accounts.class);
        person(accounts, "wang", "王工", Role.REVIEWER);
        person(accounts, "li", "李科", Role.SECTION_HEAD);
    }

    private static void person(Accounts accounts, String login, String name, Role role) {
        accounts.change(accounts.make("system", login, name, "规划科", role).account(), PASSWORD);
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

    private static Page enter(String login, int width, int height) {
        return browser.enter(server, login, PASSWORD, width, height);
    }

    @Test
    void a_letter_is_typed_in_beside_its_scan_and_confirmed_by_a_second_person() {
        Page wang = enter("wang", 1366, 768);
        wang.navigate("/office/letters");
        picture(wang, "letters-empty-zh");
        wang.setInputFiles("#scan", LettersOf43.scan(folder));
        wang.click("text=开始录入");
        wang.waitForURL(Pattern.compile(".*/edit$"));
        assertThat(wang.locator("aside.scan iframe")).isVisible();
        wang.fill("#number", "桐土储〔2019〕43号");
        wang.fill("#announcementNo", "桐土告字〔2019〕63号");
        wang.fill("#parcelName", "乌镇镇 43 号地块");
        wang.fill("#issued", "2019-10-10");
        wang.locator("#grade").selectOption("SECONDARY");
        article(wang, 1, "第1条", "容积率 1.0 以上、1.35 以下。");
        value(wang, 1, 1, "FAR", "MAX", "1.3五");
        wang.click("text=加一条");
        article(wang, 2, "第2条", "建筑风貌应与水乡古镇协调。");
        wang.click("text=检查");
        assertThat(wang.locator(".article .wrong")).containsText("1.3五");
        picture(wang, "letter-edit-wrong-zh");
        wang.locator("[name='articles[1].values[1].value']").fill("1.35");
        wang.click("text=检查");
        assertThat(wang.locator(".done")).containsText("没有发现问题");
        picture(wang, "letter-edit-zh");
        wang.click("button[value=save]");
        wang.waitForURL(Pattern.compile(".*/office/letters/[0-9a-f]{32}$"));
        assertThat(wang.locator("main")).containsText("1 条转为数值，1 条由审查人员核定");
        assertThat(wang.locator("main")).containsText("由另一人对照扫描件确认");
        assertThat(wang.locator("text=确认并锁定")).hasCount(0);
        picture(wang, "letter-own-zh");
        String here = wang.url().replaceFirst("https?://[^/]*", "");
        String id = here.substring(here.lastIndexOf('/') + 1);

        Page li = enter("li", 1366, 768);
        li.navigate("/office/letters?q=桐土储%5B2019%5D43");
        picture(li, "letters-zh");
        li.click("text=桐土储〔2019〕43号");
        li.waitForURL(Pattern.compile(".*" + id));
        li.click("text=确认并锁定");
        assertThat(li.locator("[role=alert]")).containsText("每一条都要与扫描件核对并打勾");
        for (int i = 0; i < 2; i++) {
            li.locator("input[name=seen]").nth(i).check();
        }
        picture(li, "letter-confirm-zh");
        li.click("text=确认并锁定");
        assertThat(li.locator(".done")).containsText("已由第二人确认并锁定");
        picture(li, "letter-locked-zh");
        li.navigate(here + "?lang=en");
        picture(li, "letter-locked-en");

        Page phone = enter("wang", 390, 844);
        phone.navigate(here + "?lang=zh");
        picture(phone, "letter-phone-zh");
        phone.navigate("/office/letters?lang=en");
        picture(phone, "letters-phone-en");
        phone.navigate(here + "/edit");
        assertThat(phone.url()).doesNotContain("/edit");
        assertThat(browser.problems()).isEmpty();
    }

    private static void article(Page page, int at, String number, String text) {
        page.locator("[name='articles[" + at + "].number']").fill(number);
        page.locator("[name='articles[" + at + "].text']").fill(text);
    }

    private static void value(Page page, int at, int of, String item, String comparator, String value) {
        String cell = "[name='articles[" + at + "].values[" + of + "].";
        page.locator("button[value='add-" + at + "']").click();
        page.locator(cell + "item']").selectOption(item);
        page.locator(cell + "comparator']").selectOption(comparator);
        page.locator(cell + "value']").fill(value);
    }

    private static void picture(Page page, String name) {
        browser.picture(page, name);
    }
}
