package redline.system;

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
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A real browser for tests of pages. Without Chromium the test is left out on a developer's machine; the gate (environment variable CI,
 * or ./redline verify, which installs it) has it. Everything that goes wrong in a page is collected in {@link #problems}; pictures land
 * in target/screenshots.
 */
final class TestBrowser implements AutoCloseable {
    private static final boolean WANTED = Boolean.getBoolean("redline.pictures");
    private static final Path PICTURES = Path.of("target/screenshots");
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final double PATIENCE = 90_000;

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> problems = new ArrayList<>();

    private TestBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Ends the test, as left out or as failed, where there is no browser; asked before a server is started. */
    static TestBrowser open() {
        Path chromium = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        if (chromium == null && System.getenv("CI") != null) {
            fail("chromium is missing; ./redline verify installs it");
        }
        assumeTrue(chromium != null, "no chromium here");
        try {
            Files.createDirectories(PICTURES);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new TestBrowser(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium)
                                .setArgs(List.of(
                                        "--headless",
                                        "--no-sandbox",
                                        "--disable-gpu",
                                        "--disable-quic",
                                        "--no-first-run",
                                        "--disable-background-networking",
                                        "--disable-component-update",
                                        "--disable-sync"))));
    }

    /** An empty page of a visitor with cookies of his own. */
    Page visit(Server server, int width, int height) {
        BrowserContext visitor = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("zh-CN")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setBaseURL("http://localhost:" + server.port()));
        visitor.setDefaultTimeout(PATIENCE);
        Page page = visitor.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isTakenBack(message.text())) {
                problems.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> problems.add(page.url() + ": " + error));
        return page;
    }

    /** htmx tells of a request that the page itself took back for a newer one; of what went wrong it tells otherwise. */
    private static boolean isTakenBack(String message) {
        return message.contains("htmx:sendAbort") || message.contains("htmx:afterRequest");
    }

    /** The page on which the account begins its day, at an office screen. */
    Page enter(Server server, String login, String password) {
        return enter(server, login, password, 1366, 768);
    }

    Page enter(Server server, String login, String password, int width, int height) {
        Page page = visit(server, width, height);
        page.navigate("/office/login");
        page.fill("input[name=login]", login);
        page.fill("input[name=password]", password);
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/office/(?!login).*"));
        return page;
    }

    /** Every page that is pictured is also held against the machine-checkable part of WCAG 2.2 AA. */
    void picture(Page page, String name) {
        picture(page, name, false);
    }

    /** @param whole also what has to be scrolled to */
    void picture(Page page, String name, boolean whole) {
        photograph(page, name, whole);
        new AxeBuilder(page)
                .withTags(WCAG)
                // A PDF, shown by the browser's own viewer.
                .exclude(List.of("iframe"))
                .analyze()
                .getViolations()
                .forEach(rule -> problems.add(name + ": " + rule.getId() + " "
                        + rule.getNodes().stream()
                                .map(CheckedNode::getHtml)
                                .limit(3)
                                .toList()));
    }

    /** A picture alone, where they are wanted ({@code -Dredline.pictures=true}). */
    static void photograph(Page page, String name, boolean whole) {
        if (!WANTED) {
            return;
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(whole));
    }

    /** Notes it where the page is wider than its screen. */
    void fits(Page page, String name) {
        Object wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (!wide.equals(0)) {
            problems.add(name + ": wider than the screen by " + wide);
        }
    }

    void problem(String problem) {
        problems.add(problem);
    }

    /** Forgets what was meant to go wrong: the browser reports the status of a page, too. */
    void expected(String part) {
        problems.removeIf(problem -> problem.contains(part));
    }

    /** What went wrong since this was asked before. */
    List<String> problems() {
        List<String> told = List.copyOf(problems);
        problems.clear();
        return told;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
