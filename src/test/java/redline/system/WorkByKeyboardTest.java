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
import com.microsoft.playwright.assertions.PlaywrightAssertions;
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
import redline.casefile.Account;
import redline.casefile.Decisions;
import redline.casefile.OfficeCase;

/** A round worked with the keyboard alone, in a real browser, and the pages around it looked at; pictures in target/screenshots. */
class WorkByKeyboardTest {
    private static final Path PICTURES = Path.of("target/screenshots");
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final double PATIENCE = 90_000;

    @TempDir
    static Path folder;

    private static StoryOffice office;
    private static OfficeCase kase;
    private static Playwright playwright;
    private static Browser browser;

    private final List<String> problems = new ArrayList<>();

    @BeforeAll
    static void open() throws IOException {
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
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        office = new StoryOffice(folder);
        kase = office.open("乌镇 43 号地块");
        office.submit(kase, "round-1.yaml");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run")));
    }

    @AfterAll
    static void close() {
        if (playwright != null) {
            playwright.close();
        }
        if (office != null) {
            office.close();
        }
    }

    private Page enter(Account account, int width, int height) {
        BrowserContext visitor = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setBaseURL("http://localhost:" + office.server.port()));
        visitor.setDefaultTimeout(PATIENCE);
        Page page = visitor.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                problems.add(message.text());
            }
        });
        page.onPageError(problems::add);
        page.navigate("/office/login");
        page.fill("#login", account.login());
        page.fill("#password", StoryOffice.OWN);
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/office/(?!login).*"));
        return page;
    }

    private static String base(int round) {
        return "/office/cases/" + kase.number() + "/rounds/" + round;
    }

    private static int handled() {
        return office.server.part(Decisions.class).progress(kase.id()).handled();
    }

    private static int all() {
        return office.server.part(Decisions.class).progress(kase.id()).all();
    }

    private static void waitFor(Page page, int handled) {
        assertThat(page.locator("#progress strong")).hasText(handled + " / " + all() + " 已处理");
        assertThat(page.locator("#evidence .decision-now")).hasCount(0);
    }

    @Test
    void a_round_is_worked_with_the_keyboard_alone() throws IOException {
        Page page = enter(office.reviewer, 1366, 768);
        page.navigate(base(1));
        assertThat(page.locator("#evidence .decide")).isVisible();
        picture(page, "work-start-zh");

        page.keyboard().press("4");
        page.keyboard().type("超出部分须核减");
        picture(page, "work-demand-zh");
        page.keyboard().press("Control+Enter");
        waitFor(page, 1);

        page.keyboard().press("1");
        waitFor(page, 2);

        page.keyboard().press("2");
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().type("扣减的绿地不在墙边 1.0 m 以内");
        page.keyboard().press("Escape");
        page.keyboard().press("1");
        waitFor(page, 3);

        page.keyboard().press("j");
        page.keyboard().press("k");
        page.keyboard().press("a");
        page.waitForLoadState();
        assertThat(page.locator("#rest button[data-key=a]")).hasCount(0);
        page.keyboard().press("b");
        page.keyboard().press("Enter");
        page.waitForLoadState();
        assertThat(page.locator("#rest [data-key]")).hasCount(0);
        int settled = handled();
        assertThat(settled).isGreaterThan(all() - 12);

        assertThat(page.locator("#evidence .decide")).isVisible();
        for (int done = settled; done < all(); done++) {
            page.keyboard().press("1");
            assertThat(page.locator("#progress strong")).hasText((done + 1) + " / " + all() + " 已处理");
            if (done + 1 < all()) {
                assertThat(page.locator("#evidence .decision-now")).hasCount(0);
            }
        }
        picture(page, "work-done-zh");
        assertThat(handled()).isEqualTo(all());
        page.context().close();
        assertThat(problems).isEmpty();

        look_at_all_pages();
    }

    /** With a second round, a decision that waits and a question that is open, so that every page has something to show. */
    private void look_at_all_pages() throws IOException {
        office.submit(kase, "round-2.yaml");
        Page page = enter(office.reviewer, 1366, 768);
        page.navigate(base(2));
        page.keyboard().press("2");
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().type("量错了一栋");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#progress strong")).containsText("1 / ");
        page.context().close();
        for (boolean narrow : List.of(false, true)) {
            look(
                    office.reviewer,
                    narrow,
                    Map.of(
                            "work", base(2) + "?finding=0",
                            "compare", base(2) + "/compare",
                            "replies", base(2) + "/replies"));
            look(office.head, narrow, Map.of("queue", "/office/queue"));
            look(office.applicant, narrow, Map.of("work-applicant", base(2) + "?finding=0"));
            look(office.policy, narrow, Map.of("questions", "/office/questions"));
        }
        assertThat(problems).isEmpty();
    }

    private void look(Account account, boolean narrow, Map<String, String> paths) {
        Page page = enter(account, narrow ? 390 : 1366, narrow ? 844 : 768);
        for (String language : List.of("zh", "en")) {
            paths.forEach((called, path) -> {
                String name = called + (narrow ? "-narrow-" : "-") + language;
                page.navigate(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
                assertThat(page.locator("main")).isVisible();
                picture(page, name);
                if (!(Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")) {
                    problems.add(name + " is wider than its screen");
                }
            });
        }
        page.context().close();
    }

    /** Every page that is pictured is also held against the machine-checkable part of WCAG 2.2 AA. */
    private void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve("office-" + name + ".png"))
                .setFullPage(name.contains("narrow")));
        new AxeBuilder(page)
                .withTags(WCAG)
                .analyze()
                .getViolations()
                .forEach(rule -> problems.add(name + ": " + rule.getId() + " "
                        + rule.getNodes().stream().map(CheckedNode::getHtml).toList()));
    }
}
