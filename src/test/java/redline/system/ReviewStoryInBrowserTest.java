package redline.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redline.casefile.Accounts;
import redline.casefile.AuditLog;
import redline.casefile.Databases;
import redline.casefile.Role;
import redline.casefile.Store;
import redline.casefile.StoreSettings;

/**
 * The reviewer's story (practice §7) by five people in a real browser, to the last digit: 补正, round 1 with two items to change, the
 * basis question to policy staff, round 2 with answers, the fire item to another authority, 公示, 复核, 审定, 7 of 20 working days; the
 * letter opened by LibreOffice; the log whole, and broken where a byte of it is changed.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
@Tag("databases")
class ReviewStoryInBrowserTest {
    private static final String PASSWORD = "乌镇 二〇二六 春天来了";
    private static final Path STORY = Path.of("test-cases", "schemes", "story-wuzhen");
    private static final MovableClock CLOCK = new MovableClock("2026-02-27T02:00:00Z");

    @TempDir
    static Path folder;

    private static TestBrowser browser;
    private static StoreSettings settings;
    private static Server server;

    private final Map<String, Page> people = new HashMap<>();
    private String kase;

    @BeforeAll
    static void an_office_of_four_and_an_applicant() throws IOException {
        browser = TestBrowser.open();
        settings = Databases.chosenOr(Databases.POSTGRESQL).in(folder.resolve("office"));
        server = TestOffice.start(
                ServerOptions.of(0, Path.of("rules")).with(settings).at(CLOCK));
        Accounts accounts = server.part(Accounts.class);
        person(accounts, "shenqing", "示例建设单位", Role.APPLICANT);
        person(accounts, "jingban", "经办人甲", Role.REVIEWER);
        person(accounts, "fuhe", "复核人乙", Role.SECTION_HEAD);
        person(accounts, "shending", "审定人丙", Role.APPROVER);
        person(accounts, "zhengce", "政策岗丁", Role.POLICY);
    }

    private static void person(Accounts accounts, String login, String name, Role role) {
        accounts.change(accounts.make("system", login, name, "", role).account(), PASSWORD);
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

    /** The person's own browser, where it is logged in. */
    private Page of(String login) {
        return people.computeIfAbsent(login, who -> browser.enter(server, who, PASSWORD));
    }

    private static void day(String date) {
        CLOCK.set(date + "T02:00:00Z");
    }

    private Page at(String login, String path) {
        Page page = of(login);
        page.navigate(path.startsWith("/") ? path : "/office/cases/" + kase + (path.isEmpty() ? "" : "/" + path));
        unfold(page);
        return page;
    }

    /** All that is folded, so that nothing has to be looked for. */
    private static void unfold(Page page) {
        page.locator("main details:not(#evidence details)").evaluateAll("all => all.forEach(one => one.open = true)");
    }

    private void step(String login, String step, String toState) {
        Page page = at(login, "");
        Locator form = page.locator("form[action$='/steps/" + step + "']");
        form.locator("button").click();
        assertThat(page.locator(".case-head .state").first()).hasText(toState);
    }

    /** A step that cannot be taken yet says why. */
    private void lacks(String login, String step, String why) {
        Page page = at(login, "");
        Locator form = page.locator("form[action$='/steps/" + step + "']");
        assertThat(form.locator("button")).isDisabled();
        assertThat(form).containsText(why);
    }

    private String issue(String login, String kind, String... said) {
        Page page = at(login, "papers/new/" + kind);
        for (String text : said) {
            assertThat(page.locator(".sheet")).containsText(text);
        }
        picture(page, "story-paper-" + kind);
        page.click("button[value=issue]");
        page.waitForURL(Pattern.compile(".*/office/papers/[0-9a-f]{32}$"));
        return page.url().replaceFirst("https?://[^/]*", "");
    }

    private static void picture(Page page, String name) {
        TestBrowser.photograph(page, name, true);
    }

    @Test
    void from_receipt_to_decision_in_7_of_20_working_days() throws Exception {
        received();
        accepted();
        firstRound();
        secondRound();
        basisSettled();
        sourcesLookedUp();
        displayed();
        decided();
        assertThat(browser.problems()).isEmpty();
        logIsWholeAndTellsWhatWasChanged();
    }

    /** 2026-02-27: the height of 9# and the sunlight report are lacking; one notice says so. */
    private void received() {
        Page page = of("shenqing");
        page.navigate("/office/cases/new");
        page.selectOption("#kind", "FORMAL");
        page.selectOption("#business", "NEW");
        page.fill("#project", "乌镇 43 号地块(故事)");
        page.fill("#conditions-issued", "2019-10-10");
        page.fill("#contract-signed", "2019-12-02");
        page.fill("#designer", "示例设计单位");
        page.click("main form button.primary");
        page.waitForURL(Pattern.compile(".*/office/cases/2026-\\d{4}/materials$"));
        kase = page.url().replaceFirst(".*/cases/", "").replace("/materials", "");
        handIn(page, 1);
        step("shenqing", "submit", "已收件");

        Page head = at("fuhe", "");
        head.selectOption("#handler", new com.microsoft.playwright.options.SelectOption().setIndex(1));
        head.click("form[action$='/assignment'] button");

        Page reviewer = at("jingban", "materials");
        for (String item : List.of(
                "application",
                "licence",
                "authorisation",
                "identity",
                "project-approval",
                "conditions",
                "land-title",
                "site-plan")) {
            reviewer.selectOption("[name='state." + item + "']", "PRESENT");
        }
        reviewer.selectOption("[name='state.scheme']", "FAULTY");
        reviewer.fill("[name='remark.scheme']", "缺 9#楼建筑高度");
        reviewer.selectOption("[name='state.sunlight']", "FAULTY");
        reviewer.fill("[name='remark.sunlight']", "未提交日照分析报告");
        reviewer.click("button[form=note]");
        picture(reviewer, "story-materials");

        lacks("jingban", "accept", "还缺必要材料");
        lacks("jingban", "ask-supplement", "补正告知书");
        issue("jingban", "supplement-notice", "9#楼建筑高度", "日照分析报告");
        step("jingban", "ask-supplement", "补正中");
    }

    private void handIn(Page page, int round) {
        page.navigate("/office/cases/" + kase + "/rounds");
        page.setInputFiles("#file", STORY.resolve("round-" + round + ".yaml"));
        page.click("form[action$='/rounds'] button.primary");
        // The first one waits until the rules are ready.
        page.waitForURL(Pattern.compile(".*/rounds/" + round + "$"), new Page.WaitForURLOptions().setTimeout(600_000));
        assertThat(page.locator(".verdict").first())
                .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                        .setTimeout(600_000));
    }

    /** Monday 2026-03-02, a day that is not counted. */
    private void accepted() {
        step("shenqing", "supplement", "已收件");
        day("2026-03-02");
        Page reviewer = at("jingban", "materials");
        for (String item : List.of("scheme", "sunlight")) {
            reviewer.selectOption("[name='state." + item + "']", "PRESENT");
            reviewer.fill("[name='remark." + item + "']", "");
        }
        reviewer.click("button[form=note]");
        issue("jingban", "acceptance", "乌镇 43 号地块");
        step("jingban", "accept", "已受理");
        clock("jingban", "0 / 20");
        step("jingban", "review", "审查中");
    }

    private void clock(String login, String shown) {
        assertThat(at(login, "").locator(".case-head .clock")).containsText(shown);
    }

    /** Row of a rule: the line of its finding, by what it is called and whom it is about. */
    private static Locator line(Page page, String title, String subject) {
        return page.locator("#list .row:has(.clause:text-is('" + title + "'))")
                .locator("a.line")
                .filter(new Locator.FilterOptions().setHasText(subject))
                .first();
    }

    private void firstRound() {
        day("2026-03-05");
        Page page = at("jingban", "rounds/1");
        assertThat(page.locator("#list")).containsText("68.17 m²");
        assertThat(page.locator("#list")).containsText("183.47 m²");
        picture(page, "story-round-1");
        demand(page, "容积率", "43号地块", "减少计容面积");
        demand(page, "绿地率", "43号地块", "补足绿地");
        for (String declared : List.of("绿地面积", "绿地率")) {
            accept(page, open(page, "图表不一致", declared));
        }
        page.locator("h1").click();
        page.keyboard().press("a");
        assertThat(page.locator("button[data-key='a']")).hasCount(0);
        picture(page, "story-round-1-decided");

        String paper = issue("jingban", "changes", "68.17", "183.47");
        assertThat(of("jingban").locator(".sheet")).not().containsText("停车配建城市等级");
        assertThat(of("jingban").locator(".sheet")).not().containsText("740.86");
        assertThat(of("jingban").locator(".sheet")).not().containsText("12#-302");
        assertThat(paper).isNotEmpty();
        step("jingban", "ask-changes", "修改中");
        clock("jingban", "3 / 20");
        day("2026-03-20");
        clock("jingban", "3 / 20");
        assertThat(of("jingban").locator(".case-head .clock")).containsText("停表");
    }

    private Locator open(Page page, String title, String subject) {
        // The page itself opens the first that wants a word; only then is it still.
        assertThat(page.locator("#evidence .finding")).isVisible();
        unfold(page);
        Locator line = line(page, title, subject);
        show(page, line);
        return line;
    }

    private static void show(Page page, Locator line) {
        Locator shown = page.locator("#evidence .finding[data-shown='" + line.getAttribute("data-finding") + "']");
        if (shown.count() == 0) {
            line.click();
        }
        assertThat(shown).isVisible();
    }

    private void demand(Page page, String title, String subject, String reason) {
        Locator line = open(page, title, subject);
        page.click("#evidence summary[data-key='4']");
        page.fill("#reason-DEMAND", reason);
        page.locator("#reason-DEMAND")
                .locator("xpath=ancestor::form")
                .locator("button")
                .last()
                .click();
        assertThat(line.locator(".decision-mark")).containsText("要求补正");
    }

    private void accept(Page page, Locator line) {
        page.click("#evidence button[data-key='1']");
        assertThat(line.locator(".decision-mark")).containsText("认可");
    }

    /** 2026-03-23: both are mended; a new one is the fire authority's. */
    private void secondRound() {
        day("2026-03-23");
        handIn(of("shenqing"), 2);
        step("shenqing", "resubmit", "审查中");
        Page replies = at("shenqing", "rounds/2/replies");
        replies.locator("textarea").first().fill("9#楼减少计容面积 75 m²");
        replies.locator("textarea").nth(1).fill("增加绿地");
        replies.locator("main form button").last().click();
        picture(replies, "story-replies");

        Page page = at("jingban", "rounds/2");
        assertThat(page.locator("main")).containsText("6.83 m²");
        assertThat(page.locator("main")).containsText("48.13 m²");
        assertThat(page.locator("button[data-filter=MUST_CHANGE]")).hasCount(0);
        Page compared = at("jingban", "rounds/2/compare");
        assertThat(compared.locator("main")).containsText("已改正");
        picture(compared, "story-compare");
    }

    /** Level I with its document: the parking complies, 19 spaces to spare. */
    private void basisSettled() {
        lacks("jingban", "to-check", "依据问题");
        Page policy = at("zhengce", "/office/questions");
        picture(policy, "story-questions");
        Locator parking = policy.locator("section.topic").filter(new Locator.FilterOptions().setHasText("停车配建城市等级"));
        parking.locator("input[name=chosen][value=I]").check();
        parking.locator("input[name=document]").fill("示例文件(测试用)");
        parking.locator("input[name=documentDate]").fill("2026-03-20");
        parking.locator("form.settle button").click();
        assertThat(policy.locator(".done")).isVisible();
        day("2026-03-25");
        judgedAgain();
        answerTheOthers();
        Page page = at("jingban", "rounds/2");
        open(page, "机动车停车位(省标准)", "43号地块");
        assertThat(page.locator("#evidence")).containsText("19");
        assertThat(page.locator("#evidence p.mark").first()).containsText("符合");
        assertThat(page.locator("main")).containsText("示例文件(测试用)");
    }

    private void judgedAgain() {
        Page page = of("jingban");
        for (int i = 0; i < 300; i++) {
            page.navigate("/office/cases/" + kase + "/rounds/2");
            if (page.locator("#list").count() > 0 && page.content().contains("示例文件(测试用)")) {
                return;
            }
            page.waitForTimeout(500);
        }
        fail("round 2 was not judged again");
    }

    /** What nobody settles for all cases is answered for this one. */
    private void answerTheOthers() {
        Page policy = of("zhengce");
        for (int i = 0; i < 20; i++) {
            policy.navigate("/office/questions");
            Locator answers = policy.locator("form[action$='/answer']");
            if (answers.count() == 0) {
                return;
            }
            unfold(policy);
            answers.first().locator("textarea").fill("本案由审查人员核定，全市口径另行明确");
            answers.first().locator("button").click();
            policy.waitForLoadState();
        }
        fail("questions are left");
    }

    /** The fire item rests on values that nobody compared with the code: it cannot be written in a letter, until policy staff do. */
    private void sourcesLookedUp() throws Exception {
        Page page = at("jingban", "rounds/2");
        open(page, "民用建筑防火间距", "7#楼");
        assertThat(page.locator("#evidence")).containsText("依据未核对原文，不能写入意见书");
        assertThat(page.locator("#evidence")).containsText("建筑设计防火规范 表5.2.2 · 转引");
        Path source = java.nio.file.Files.write(
                folder.resolve("source.pdf"), "%PDF-1.4".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        Page policy = of("zhengce");
        policy.navigate("/office/sources");
        picture(policy, "story-sources");
        for (String clause : List.of("表5.2.2", "3.1.2")) {
            Locator value = policy.locator("section.topic .source-value:has(.waiting)")
                    .filter(new Locator.FilterOptions().setHasText(clause));
            value.locator("input[type=file]").setInputFiles(source);
            value.locator("button.primary").click();
            assertThat(policy.locator(".done")).containsText(clause);
        }
        open(at("jingban", "rounds/2"), "民用建筑防火间距", "7#楼");
        assertThat(page.locator("#evidence")).not().containsText("依据未核对原文");
    }

    private void displayed() {
        day("2026-03-26");
        Page page = at("jingban", "publicity");
        page.fill("#from-new", "2026-03-26");
        page.fill("#to-new", "2026-04-04");
        page.fill("#place-new", "项目现场、乌镇镇政府公告栏");
        page.locator("#place-new")
                .locator("xpath=ancestor::form")
                .locator("button")
                .last()
                .click();
        issue("jingban", "publicity", "2026年3月26日", "2026年4月4日");
        step("jingban", "display", "公示中");
        clock("jingban", "5 / 20");
        day("2026-04-04");
        lacks("jingban", "displayed", "公示到 2026-04-04 才结束");
        day("2026-04-07");
        step("jingban", "displayed", "审查中");
    }

    private void decided() throws Exception {
        lacks("jingban", "to-check", "没有处理");
        settleTheRest();
        Page page = at("jingban", "");
        page.selectOption("#conclusion", "AGREED_AFTER_CHANGES");
        page.click("form[action$='/conclusion'] button");
        step("jingban", "to-check", "复核");
        step("fuhe", "checked", "审定");
        clock("fuhe", "6 / 20");
        day("2026-04-08");
        lacks("shending", "approve", "审查意见书");
        String paper = issue("shending", "opinion", "原则同意", "12.20", "13.00", "2026年3月26日");
        step("shending", "approve", "办结");
        clock("jingban", "7 / 20");
        letterLeavesAndComesBack(paper);
    }

    /** Those that comply with one key, those that lack facts together, the others one by one. */
    private void settleTheRest() {
        Page page = at("jingban", "rounds/2");
        page.locator("button[data-key='a']").click();
        page.waitForLoadState();
        at("jingban", "rounds/2").locator("#rest details button").first().click();
        page.waitForLoadState();
        Locator open = page.locator("a.line:has(.decision-mark[data-state=open])");
        at("jingban", "rounds/2");
        while (open.count() > 0) {
            // The page opens the first that wants a word by itself.
            String first = open.first().getAttribute("data-finding");
            assertThat(page.locator("#evidence .finding[data-shown='" + first + "']"))
                    .isVisible();
            accept(page, page.locator("a.line[data-finding='" + first + "']"));
            at("jingban", "rounds/2");
        }
    }

    private void letterLeavesAndComesBack(String paper) throws Exception {
        Page page = at("shending", paper);
        Download download = page.waitForDownload(() -> page.click("a[href$='/docx']"));
        Path docx = folder.resolve("letter.docx");
        download.saveAs(docx);
        Path pdf = converted(docx);
        page.setInputFiles("#file", pdf);
        page.click("form[action$='/sealed'] button");
        page.waitForURL(Pattern.compile(".*/papers$"));
        assertThat(page.locator("main")).containsText("letter.pdf");

        Page anybody = browser.visit(server, 1366, 768);
        anybody.navigate("/verify");
        anybody.fill(
                "#number-file",
                page.locator("tr", new Page.LocatorOptions().setHasText("letter.pdf"))
                        .locator("td")
                        .first()
                        .innerText());
        anybody.setInputFiles("#file", pdf);
        anybody.click("form[method=post] button");
        assertThat(anybody.locator(".done")).containsText("本局签发");
    }

    private static Path converted(Path docx) throws Exception {
        Process office = new ProcessBuilder(
                        "soffice", "--headless", "--convert-to", "pdf", "--outdir", folder.toString(), docx.toString())
                .redirectErrorStream(true)
                .start();
        office.getInputStream().readAllBytes();
        assertThat(office.waitFor()).isZero();
        Path pdf = folder.resolve("letter.pdf");
        Process text = new ProcessBuilder("pdftotext", "-layout", pdf.toString(), "-").start();
        String said = new String(text.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(said).contains("审查意见书", "原则同意", "12.20");
        return pdf;
    }

    private void logIsWholeAndTellsWhatWasChanged() throws Exception {
        assertThat(server.part(Store.class).audit().verify()).isInstanceOf(AuditLog.Finding.Whole.class);
        server.close();
        long entries;
        try (Store store = Store.open(settings, CLOCK)) {
            entries = ((AuditLog.Finding.Whole) store.audit().verify()).entries();
        }
        long changed = entries / 2;
        try (Connection connection = Databases.connect(settings);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update audit_entry set details = concat('x', substring(details, 2)) where number = " + changed);
        }
        try (Store store = Store.open(settings, CLOCK)) {
            assertThat(store.audit().verify()).isEqualTo(new AuditLog.Finding.Broken(changed, AuditLog.Fault.CHANGED));
        }
    }
}
