package redline.system;

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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.casefile.Account;
import redline.casefile.Accounts;
import redline.casefile.CaseFiles;
import redline.casefile.CaseForm;
import redline.casefile.Cases;
import redline.casefile.OfficeCase;
import redline.casefile.Opinions;
import redline.casefile.Publicity;
import redline.casefile.Role;
import redline.casefile.RoundChoices;
import redline.casefile.Rounds;
import redline.casefile.Steps;
import redline.casefile.StoreSettings;
import redline.scheme.Dates;

/** The pages of a case as people meet them, in a real browser: in both languages, on a desk and on a phone. Pictures land in target/screenshots. */
class CasePagesInBrowserTest {
    private static final String OWN = "乌镇 二〇二六 春天来了";
    private static final Path PICTURES = Path.of("target/screenshots");

    @TempDir
    static Path folder;

    private static Server server;
    private static Playwright playwright;
    private static Browser browser;
    private static OfficeCase kase;
    private final List<String> problems = new ArrayList<>();

    @BeforeAll
    static void an_office_with_a_case_and_a_browser() throws IOException {
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
        server = TestOffice.start(ServerOptions.of(0, Path.of("rules"))
                .with(StoreSettings.in(folder))
                .at(new MovableClock("2026-03-10T01:30:00Z")));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic")));
        work();
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

    private static Account person(String login, String name, String unit, Role role) {
        Accounts accounts = server.part(Accounts.class);
        Account account = accounts.make("system", login, name, unit, role).account();
        accounts.change(account, OWN);
        return accounts.byId(account.id()).orElseThrow();
    }

    private record Text(String name, byte[] bytes) implements CaseFiles.Arriving {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    private static void work() throws IOException {
        Account applicant = person("anna", "桐乡某置业有限公司", "", Role.APPLICANT);
        Account reviewer = person("rita", "王工", "规划审查科", Role.REVIEWER);
        Cases cases = server.part(Cases.class);
        kase = cases.open(
                reviewer,
                applicant,
                new CaseForm(
                        "FORMAL",
                        "NEW",
                        "乌镇 桐土储〔2019〕43号 住宅小区",
                        "2602-330483-04-01-123456",
                        "330483001001GB00001",
                        null,
                        "tongxiang",
                        new Dates(LocalDate.of(2019, 9, 1), LocalDate.of(2019, 12, 1), LocalDate.of(2026, 2, 27)),
                        Map.of("applicant", "桐乡某置业有限公司", "designer", "某建筑设计研究院", "location", "乌镇镇区西北侧"),
                        "",
                        ""));
        cases.open(
                applicant,
                applicant,
                new CaseForm(
                        "PRELIMINARY", "NEW", "办公楼", "", "", null, "tongxiang", Dates.unknown(), Map.of(), "", ""));
        CaseFiles files = server.part(CaseFiles.class);
        for (String item : List.of("application", "licence", "sunlight")) {
            files.add(
                    applicant,
                    kase,
                    item,
                    List.of(new Text(item + " 乌镇住宅小区 盖章扫描件.pdf", "x".getBytes(StandardCharsets.UTF_8))));
        }
        Rounds rounds = server.part(Rounds.class);
        byte[] scheme = Files.readAllBytes(Path.of("test-cases/schemes/wuzhen-housing/scheme.yaml"));
        rounds.submit(
                applicant,
                kase.id(),
                List.of(new Text("方案.yaml", "nothing: [".getBytes(StandardCharsets.UTF_8))),
                LocalDate.of(2026, 3, 9),
                RoundChoices.NONE);
        rounds.submit(
                applicant,
                kase.id(),
                List.of(new Text("乌镇住宅小区总平面.yaml", scheme)),
                LocalDate.of(2026, 3, 10),
                RoundChoices.NONE);
        server.part(Steps.class).take(applicant, kase.id(), "submit", LocalDate.of(2026, 3, 10), "纸质材料已寄出");
        server.part(Opinions.class).ask(reviewer, kase, "FIRE", LocalDate.of(2026, 3, 10), "7#、8# 楼间距 12.20 m，请提意见。");
        server.part(Publicity.class)
                .note(
                        reviewer,
                        kase,
                        new Publicity.Display(
                                null,
                                LocalDate.of(2026, 3, 26),
                                LocalDate.of(2026, 4, 4),
                                "工地围墙、社区公告栏",
                                "https://example.org/display",
                                "",
                                ""));
        long until = System.nanoTime() + 300_000_000_000L;
        while (rounds.of(kase.id()).stream().anyMatch(round -> !round.state().ended()) && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    @Test
    void every_page_of_a_case_is_whole_on_a_desk_and_on_a_phone_in_both_languages() {
        String base = "/office/cases/" + kase.number();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("cases", "/office/cases?whose=all");
        pages.put("new", "/office/cases/new");
        pages.put("case", base);
        pages.put("materials", base + "/materials");
        pages.put("rounds", base + "/rounds");
        pages.put("opinions", base + "/opinions");
        pages.put("publicity", base + "/publicity");
        pages.put("print", base + "/publicity/print");
        pages.put("log", base + "/log");
        for (int[] size : new int[][] {{1366, 768}, {390, 844}}) {
            try (BrowserContext visitor = browser.newContext(new Browser.NewContextOptions()
                    .setViewportSize(size[0], size[1])
                    .setBaseURL("http://localhost:" + server.port()))) {
                visitor.setDefaultTimeout(60_000);
                Page page = visitor.newPage();
                page.onPageError(problems::add);
                page.onConsoleMessage(message -> {
                    if (message.type().equals("error")) {
                        problems.add(page.url() + ": " + message.text());
                    }
                });
                page.navigate("/office/login");
                page.locator("#login").fill("rita");
                page.locator("#password").fill(OWN);
                page.locator("button.primary").click();
                page.waitForURL("**/office/cases");
                for (String language : List.of("zh", "en")) {
                    pages.forEach((name, path) ->
                            look(page, "office-" + name + "-" + language + "-" + size[0], path, language));
                }
            }
        }
        assertThat(problems).isEmpty();
    }

    private void look(Page page, String name, String path, String language) {
        page.navigate(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
        if (name.startsWith("office-case-")) {
            page.locator("details.step summary").nth(1).click();
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
        new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations()
                .forEach(rule -> problems.add(name + ": " + rule.getId() + " "
                        + rule.getNodes().stream()
                                .map(CheckedNode::getHtml)
                                .limit(3)
                                .toList()));
        Object wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (!wide.equals(0)) {
            problems.add(name + ": wider than the screen by " + wide);
        }
    }
}
