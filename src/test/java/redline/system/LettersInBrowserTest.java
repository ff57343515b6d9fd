package redline.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.casefile.Accounts;
import redline.casefile.LettersOf43;
import redline.casefile.Role;
import redline.casefile.StoreSettings;

/** Conditions are typed in beside their scan, and confirmed by another, in a real browser. */
class LettersInBrowserTest {
    private static final String PASSWORD = "乌镇 二〇二六 春天来了";
    private static final Path PICTURES = Path.of("target/screenshots");

    @TempDir
    static Path folder;

    private static Playwright playwright;
    private static Browser browser;
    private static Server server;

    private final List<String> problems = new ArrayList<>();

    @BeforeAll
    static void open_the_office_and_a_browser() throws IOException {
        Path chromium = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        if (chromium == null && System.getenv("CI") != null) {
            fail("chromium is missing; ./redline verify installs it");
        }
        assumeTrue(chromium != null, "no chromium here");
        Files.createDirectories(PICTURES);
        server = TestOffice.start(ServerOptions.of(0, Path.of("rules")).with(StoreSettings.in(folder)));
        Accounts accounts = server.part(Accounts.class);
        person(accounts, "wang", "王工", Role.REVIEWER);
        person(accounts, "li", "李科", Role.SECTION_HEAD);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic")));
    }

    private static void person(Accounts accounts, String login, String name, Role role) {
        accounts.change(accounts.make("system", login, name, "规划科", role).account(), PASSWORD);
    }

    @AfterAll
    static void close() {
        if (playwright != null) {
            playwright.close();
        }
        if (server != null) {
            server.close();
        }
    }

    private Page enter(String login, int width, int height) {
        BrowserContext visitor = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("zh-CN")
                .setBaseURL("http://localhost:" + server.port()));
        visitor.setDefaultTimeout(60_000);
        Page page = visitor.newPage();
        page.onPageError(problems::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                problems.add(message.text());
            }
        });
        page.navigate("/office/login");
        page.fill("input[name=login]", login);
        page.fill("input[name=password]", PASSWORD);
        page.click("main button");
        page.waitForURL(Pattern.compile(".*/office/(?!login).*"));
        return page;
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
        li.navigate("/office/letters");
        li.fill("#q", "桐土储[2019]43");
        li.click("form[role=search] button");
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
        assertThat(widerThanTheScreen(phone)).isFalse();
        phone.navigate("/office/letters?lang=en");
        picture(phone, "letters-phone-en");
        assertThat(widerThanTheScreen(phone)).isFalse();
        phone.navigate(here + "/edit");
        assertThat(phone.url()).doesNotContain("/edit");
        assertThat(problems).isEmpty();
    }

    private static boolean widerThanTheScreen(Page page) {
        return (Boolean) page.evaluate("() => document.documentElement.scrollWidth > window.innerWidth");
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
        List<String> barriers = new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .exclude(List.of("iframe"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(rule -> name + ": " + rule.getId() + " "
                                + rule.getNodes().stream()
                                        .map(CheckedNode::getHtml)
                                        .toList())
                        .toList();
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        assertThat(barriers).isEmpty();
    }
}
