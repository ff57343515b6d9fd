package redline.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redline.casefile.Account;
import redline.casefile.Accounts;
import redline.casefile.AuditLog;
import redline.casefile.Databases;
import redline.casefile.PaperDrafts;
import redline.casefile.Role;
import redline.casefile.Store;
import redline.casefile.StoreSettings;
import redline.check.Check;
import redline.check.CheckResult;
import redline.fact.SchemeRecord;
import redline.paper.Changes;
import redline.paper.Item;
import redline.proof.RuleCases;
import redline.quantity.Language;
import redline.report.ResultJson;
import redline.rulepack.RuleBook;
import redline.scheme.Dates;
import redline.upload.RuleShelf;
import redline.workshop.StoredExamples;

/**
 * Policy staff's story (practice §7) by two people in a real browser, to the last digit: high-rises keep 14 m instead of 12 m from
 * secondary roads from 2027-01-01 on. What is lacking is refused; four cases later it is handed on; 1 200 decided cases judged again give
 * 0 and 37; the second person approves what it says in words; on 2027-01-05 the conditions' own date decides between 12 and 14; what
 * rests on a value that nobody looked up is not in the letter until policy staff did. The numbers of the documents are invented.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
@Tag("databases")
class PolicyStoryInBrowserTest {
    private static final String PASSWORD = "乌镇 二〇二六 春天来了";
    private static final MovableClock CLOCK = new MovableClock("2026-03-02T01:30:00Z");
    private static final String RULE = "jiaxing-road-setback";
    private static final String SAID = "次干路、高层主体:退让距离 12 m → 14 m，自 2027-01-01 起出具的规划条件";
    private static final String SHARE = "gb-50180-2018/parameters/surface-parking-share.yaml@";
    private static final String GIVEN = """
            sides[东].beyond: ROAD
            sides[东].road: 路
            buildings[1#].volumes[1#T].role: WHOLE
            roads[路].roadClass: SECONDARY
            buildings[1#].use: "0902"
            buildings[1#].volumes[1#T].controlHeights[0].elevation: 27 m
            buildings[1#].storeysAbove: 6
            1号楼.东移: %s
            """;

    @TempDir
    static Path folder;

    private static TestBrowser browser;
    private static Server server;
    private static SchemeRecord road;
    private static Account wang;
    private static AcceptedCase underReview;

    private final Map<String, Page> people = new HashMap<>();

    @BeforeAll
    static void an_office_of_1200_decided_cases_and_two_people_of_policy_staff() throws IOException, SQLException {
        browser = TestBrowser.open();
        copy("rules", "");
        copy("test-cases", "rules/jiaxing-road-setback");
        copy("test-cases", "rules/jiaxing-projection-setback");
        copy("test-cases", "rules/jiaxing-junction-setback");
        copy("test-cases", "bases");
        RuleBook book = RuleBook.read(Path.of("rules"));
        road = StoredExamples.besideSecondaryRoad(RuleCases.read(Path.of("test-cases")), book);
        StoreSettings settings = Databases.chosenOr(Databases.POSTGRESQL).in(folder.resolve("office"));
        DecidedOffice.fill(settings, CLOCK, decided());
        server = TestOffice.start(ServerOptions.of(0, folder.resolve("rules"))
                .with(settings)
                .with("redline.cases", folder.resolve("test-cases").toString())
                .at(CLOCK));
        person("qian", "钱工", Role.POLICY);
        person("sun", "孙工", Role.POLICY);
        wang = person("wang", "王工", Role.REVIEWER);
        Account shen = person("shen", "示例建设单位", Role.APPLICANT);
        underReview = AcceptedCase.open(server, shen, wang);
        CLOCK.set("2026-12-07T02:00:00Z");
    }

    private static void copy(String top, String below) throws IOException {
        Path from = Path.of(top, below);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(file.toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private static Account person(String login, String name, Role role) {
        Accounts accounts = server.part(Accounts.class);
        Account made = accounts.make("system", login, name, "", role).account();
        accounts.change(made, PASSWORD);
        return accounts.byId(made.id()).orElseThrow();
    }

    /** 1 200 distances in whole centimetres, 37 of them with 12.00 ≤ d < 14.00, under conditions of 2019 to 2026. */
    private static List<SchemeRecord> decided() {
        List<BigDecimal> distances = new ArrayList<>();
        for (int i = 0; i < 36; i++) {
            distances.add(BigDecimal.valueOf(1200 + 5L * i, 2));
        }
        distances.add(new BigDecimal("13.99"));
        for (int i = 0; distances.size() < 700; i++) {
            distances.add(BigDecimal.valueOf(800 + i % 400, 2));
        }
        for (int i = 0; distances.size() < 1200; i++) {
            distances.add(BigDecimal.valueOf(1400 + i, 2));
        }
        Collections.shuffle(distances, new Random(7));
        List<SchemeRecord> records = new ArrayList<>();
        for (int i = 0; i < distances.size(); i++) {
            Dates dates = Dates.allOn(LocalDate.of(2019, 1, 1).plusDays(i * 2L));
            records.add(StoredExamples.varied(road, distances.get(i), dates, 100.0 * i));
        }
        return records;
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

    private Page of(String login) {
        return people.computeIfAbsent(login, who -> browser.enter(server, who, PASSWORD));
    }

    @Test
    void a_setback_changes_from_a_day_on() throws Exception {
        valueIsSetAndWhatIsLackingIsRefused();
        casesAreAddedAndItIsHandedOn();
        decidedCasesAreJudgedAgain();
        secondPersonApproves();
        theDateOfTheConditionsDecides();
        whatNobodyLookedUpStaysOutOfTheLetter();
        assertThat(browser.problems()).isEmpty();
        assertThat(server.part(Store.class).audit().verify()).isInstanceOf(AuditLog.Finding.Whole.class);
    }

    private void valueIsSetAndWhatIsLackingIsRefused() {
        Page page = of("qian");
        page.navigate("/office/rules/" + RULE);
        page.click("text=改这条规则");
        page.fill("#title", "高层退让次干路");
        page.fill("#reason", "按 2026 年修订");
        page.click("main button.primary");
        page.waitForURL(Pattern.compile(".*/values.*"));
        browser.picture(page, "workshop-values", true);
        page.locator("tr", new Page.LocatorOptions().setHasText("次干路、高层主体"))
                .filter(new Locator.FilterOptions().setHasText("退让距离"))
                .locator("a[href*='/value?']")
                .click();
        page.fill("#value", "14");
        page.fill("#from", "2027-01-01");
        page.selectOption("#grade", "official");
        page.fill("#document", "桐资规〔2026〕12号");
        page.fill("#published", "2026-12-01");
        browser.picture(page, "workshop-value", true);
        page.click("main button.primary");
        page.waitForURL(Pattern.compile(".*/drafts/1$"));
        Locator lacking = page.locator("#progress .complaint");
        assertThat(lacking).containsText("还缺 3 项");
        assertThat(lacking).containsText("缺 对照案例 1 对(2026-12-31 / 2027-01-01)");
        assertThat(lacking).containsText("临界值 14.00 m 未被任何案例覆盖");
        assertThat(lacking).containsText("缺 合法性审核文号");
        assertThat(page.locator("#progress")).containsText(SAID);
        browser.picture(page, "workshop-lacking", true);
        page.click("form[action$='/submit'] button");
        assertThat(page.locator("main > .complaint")).hasText("还缺 3 项，不能提交。");
        assertThat(page.locator(".page-head .state")).hasText("草稿");
    }

    private void casesAreAddedAndItIsHandedOn() {
        Page page = of("qian");
        page.navigate("/office/drafts/1/case?rule=" + RULE);
        addCase("2026-12-31", "8 m", "符合", "12.00 m", "≥ 12.00 m", "0.00 m");
        addCase("2027-01-01", "8 m", "不符合", "12.00 m", "≥ 14.00 m", "-2.00 m");
        addCase("2027-01-01", "6 m", "符合", "14.00 m", "≥ 14.00 m", "0.00 m");
        addCase("2027-01-01", "6.01 m", "不符合", "13.99 m", "≥ 14.00 m", "-0.01 m");
        page.navigate("/office/drafts/1/values?rule=" + RULE);
        page.locator("tr", new Page.LocatorOptions().setHasText("2027-01-01"))
                .filter(new Locator.FilterOptions().setHasText("退让距离"))
                .locator("a[href*='/value?']")
                .click();
        page.fill("#published", "2026-12-01");
        page.fill("#legalReview", "桐法审〔2026〕8号");
        page.click("main button.primary");
        page.waitForURL(Pattern.compile(".*/drafts/1$"));
        assertThat(page.locator("#progress .done")).hasText("没有缺的，可以提交。");
        assertThat(page.locator("#progress")).containsText("2 个变异，0 个没有案例发现");
        page.click("form[action$='/submit'] button");
        assertThat(page.locator(".page-head .state")).hasText("待批");
        assertThat(page.locator("form[action$='/publish']")).hasCount(0);
        assertThat(page.evaluate("""
                        async () => {
                            const token = document.querySelector('input[name=_csrf]').value;
                            const answer = await fetch('/office/drafts/1/publish',
                                {method: 'POST', body: new URLSearchParams({_csrf: token})});
                            return answer.status;
                        }""")).isEqualTo(403);
        browser.expected("403");
    }

    private void addCase(String day, String east, String verdict, String measured, String required, String margin) {
        Page page = of("qian");
        page.fill("#title", "高层退次干路 " + measured);
        page.fill("#asOf", day);
        page.fill("#why", "自 2027-01-01 起由 12 m 改为 14 m");
        page.selectOption("#numberFrom", "手算");
        page.fill("#given", GIVEN.formatted(east));
        page.fill("[name=about0]", "1号楼 整体 → 东侧界线");
        page.selectOption("[name=verdict0]", verdict);
        page.fill("[name=measured0]", measured);
        page.fill("[name=required0]", required);
        page.fill("[name=margin0]", margin);
        browser.picture(page, "workshop-case", true);
        String before = page.url();
        page.click("button[value=again]");
        page.waitForURL(now -> !now.equals(before) && now.contains("copy=") && now.contains(day));
    }

    private void decidedCasesAreJudgedAgain() throws IOException {
        Page page = of("sun");
        page.navigate("/office/drafts/1");
        page.click("form[action$='/back-test'] button");
        assertThat(page.locator("#rejudged")).hasText("0");
        assertThat(page.locator("#projected")).hasText("37");
        assertThat(page.locator("#back-test")).containsText("1200");
        assertThat(page.locator("#back-test tbody tr")).hasCount(37);
        assertThat(page.locator("#back-test img.map")).isVisible();
        browser.picture(page, "workshop-back-test", true);
        Download download = page.waitForDownload(() -> page.click("a[href*='back-test.xlsx']"));
        try (InputStream bytes = Files.newInputStream(download.path());
                XSSFWorkbook book = new XSSFWorkbook(bytes)) {
            assertThat(book.getSheet("测算").getLastRowNum()).isEqualTo(37);
            assertThat(book.getSheet("既有件重判").getLastRowNum()).isZero();
        }
    }

    private void secondPersonApproves() {
        Page page = of("sun");
        assertThat(page.locator("#progress .changes")).containsText(SAID);
        page.click("form[action$='/publish'] button");
        assertThat(page.locator("main > .done")).hasText("已公布为第 1 号。");
        assertThat(page.locator(".page-head .state")).hasText("已公布");
        page.navigate("/office/drafts");
        assertThat(page.locator("main")).containsText(SAID);
        browser.picture(page, "workshop-published", true);
        page.navigate("/office/rules/" + RULE + "?on=2027-01-01");
        assertThat(page.locator("main")).containsText("桐资规〔2026〕12号");
    }

    /** On 2027-01-05: conditions of 2025-06-01 still ask 12 m, those of 2027-01-01 ask 14 m, by the number of its document. */
    private static void theDateOfTheConditionsDecides() {
        CLOCK.set("2027-01-05T02:00:00Z");
        RuleBook book = server.part(RuleShelf.class).book();

        assertThat(told(book, "2025-06-01")).isEqualTo("12 PASS 嘉兴市城市规划管理技术规定 表2-1 住宅9层及以上, 表3-2 次干路");
        assertThat(told(book, "2027-01-01")).isEqualTo("14 PASS 嘉兴市城市规划管理技术规定 表2-1 住宅9层及以上, 表3-2 次干路（桐资规〔2026〕12号）");
    }

    private static String told(RuleBook book, String conditionsIssued) {
        LocalDate received = LocalDate.of(2027, 1, 5);
        SchemeRecord record = StoredExamples.varied(
                road, new BigDecimal("15.00"), new Dates(LocalDate.parse(conditionsIssued), received, received), 0);
        CheckResult result = Check.judge(record, book, "tongxiang", null);
        var finding = new tools.jackson.databind.json.JsonMapper()
                .readTree(new String(ResultJson.write(result, Language.ZH), StandardCharsets.UTF_8))
                .path("findings")
                .valueStream()
                .filter(one -> one.path("rule").asString("").equals(RULE)
                        || one.path("rule").path("id").asString("").equals(RULE))
                .filter(one -> one.toString().contains("东侧界线"))
                .findFirst()
                .orElseThrow();
        return finding.path("required").path("value").asString("") + " "
                + finding.path("verdict")
                        .path("text")
                        .asString(finding.path("verdict").asString("")) + " "
                + finding.path("clause").asString("");
    }

    /** The share of open parking was never looked up: what rests on it is in the letter once somebody did. */
    private void whatNobodyLookedUpStaysOutOfTheLetter() throws IOException {
        CLOCK.set("2027-01-05T03:15:00Z");
        String number = underReview.kase().number();
        Page reviewer = of("wang");
        reviewer.navigate("/office/cases/" + number + "/papers/new/changes");
        assertThat(reviewer.locator("main")).containsText("依据未核对原文，不能写入意见书");
        assertThat(reviewer.locator("main")).containsText("城市居住区规划设计标准 5.0.6 · 未核对");
        browser.picture(reviewer, "workshop-letter-held", true);
        assertThat(advised()).doesNotContain("surface-parking-2018");

        Page page = of("qian");
        page.navigate("/office/sources");
        Locator value = page.locator("form[action='/office/sources']")
                .filter(new Locator.FilterOptions().setHas(page.locator("input[value^='" + SHARE + "']")));
        Path scan = Files.write(folder.resolve("5.0.6.pdf"), "%PDF-1.4 5.0.6".getBytes(StandardCharsets.UTF_8));
        value.locator("input[type=file]").setInputFiles(scan);
        value.locator("input[name=note]").fill("第 21 页");
        browser.picture(page, "workshop-source", true);
        value.locator("button").click();
        assertThat(page.locator("#past + .scroll")).containsText("钱工 2027-01-05 11:15");
        assertThat(page.locator("#past + .scroll")).containsText("第 21 页");

        reviewer.reload();
        assertThat(reviewer.locator("main")).not().containsText("城市居住区规划设计标准 5.0.6 · 未核对");
        assertThat(advised()).contains("surface-parking-2018");
        assertThat(server
                        .part(Store.class)
                        .audit()
                        .find(new AuditLog.Search("", "", "source-checked", Long.MAX_VALUE), 10)
                        .stream()
                        .map(entry -> entry.who() + " " + entry.at()))
                .containsExactly("钱工 2027-01-05T03:15:00.000000Z");
    }

    /** What the letter would ask for if it were issued now. */
    private static List<String> advised() {
        Changes paper = (Changes) server.part(PaperDrafts.class)
                .contents(underReview.kase(), underReview.round(), "changes", "", LocalDate.of(2027, 1, 5), Map.of());
        return paper.advice().stream().map(Item::rule).toList();
    }
}
