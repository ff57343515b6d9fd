package redline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redline.casefile.Account;
import redline.casefile.CaseFiles;
import redline.casefile.Conversation;
import redline.casefile.Decisions;
import redline.casefile.Drafts;
import redline.casefile.HandFindings;
import redline.casefile.IssuedPapers;
import redline.casefile.JobWorkers;
import redline.casefile.Judging;
import redline.casefile.Judgings;
import redline.casefile.KeptFinding;
import redline.casefile.Letters;
import redline.casefile.LettersOf43;
import redline.casefile.OfficeCase;
import redline.casefile.Opinions;
import redline.casefile.Publicity;
import redline.casefile.RegisteredLetter;
import redline.casefile.ReportSeals;
import redline.casefile.Role;
import redline.casefile.Round;
import redline.casefile.RoundChoices;
import redline.casefile.Store;
import redline.exchange.PackageFiles;
import redline.intake.bundle.SamplePlan;
import redline.report.Contents;
import redline.seal.Authority;
import redline.seal.Seal;
import redline.seal.SealFault;
import redline.seal.SealingKey;

/**
 * Every page of the office, with something on it, as the role meets it that works there: in both languages, on a desk and on a phone,
 * without barriers that a machine finds, without words missing, and never wider than the screen.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
@Tag("databases")
class OfficePagesAreAccessibleTest {
    private static final Pattern MISSING_WORDS = Pattern.compile("\\?\\?[\\w.-]+\\?\\?");
    /** What is folded away is looked at, too; of lists that fold away hundreds of lines the first few stand for all. */
    private static final String UNFOLD =
            "[...document.querySelectorAll('details')].slice(0, 12).forEach((one) => { one.open = true; })";

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    /** Answers that are no pages, and why. */
    private static final Map<String, String> NO_PAGES = Map.ofEntries(
            Map.entry("/office", "sends on to where the role begins its day"),
            Map.entry("/office/cases/{number}/rounds/{n}/progress/steps", "a part of the page of progress"),
            Map.entry("/office/cases/{number}/rounds/{round}/findings/{finding}", "a part of the page of the round"),
            Map.entry("/office/cases/{number}/rounds/{n}/report.pdf", "a download"),
            Map.entry("/office/cases/{number}/rounds/{n}/public.pdf", "a download"),
            Map.entry("/office/cases/{number}/rounds/{n}/result.json", "a download"),
            Map.entry("/office/cases/{number}/rounds/{n}/record.json", "a download"),
            Map.entry("/office/cases/{number}/rounds/{n}/findings.{ending}", "a download"),
            Map.entry("/office/cases/{number}/rounds/{n}/sunlight.xlsx", "a download"),
            Map.entry("/office/cases/{number}/rounds/{n}/sunlight.svg", "a picture"),
            Map.entry("/office/cases/{number}/rounds/{n}/seal/{sha256}", "a download"),
            Map.entry("/office/files/{id}", "a download"),
            Map.entry("/office/papers/{id}/docx", "a download"),
            Map.entry("/office/papers/{id}/sealed/{sha256}", "a download"),
            Map.entry("/office/drafts/{number}/progress", "a part of the page of the draft"),
            Map.entry("/office/drafts/{number}/back-test.xlsx", "a download"),
            Map.entry("/office/drafts/{number}/tables/{pack}/{table}/workbook", "a download"),
            Map.entry("/office/drafts/{number}/back-test.svg", "a picture on the page of the draft"),
            Map.entry("/office/sources/{number}/page", "a document, shown by the browser's own viewer"),
            Map.entry("/office/letters/{id}/scan", "a document, shown by the browser's own viewer"));

    @TempDir
    static Path folder;

    private static TestBrowser browser;
    private static StoryOffice office;
    private static Account administrator;
    private static OfficeCase kase;
    private static OfficeCase refused;
    private static OfficeCase packed;
    private static OfficeCase drawn;
    private static OfficeCase waiting;
    private static IssuedPapers.Paper paper;
    private static RegisteredLetter draft;
    private static RegisteredLetter confirmed;

    /** @param who null for one who has not logged in */
    private record Look(Account who, String address) {}

    @BeforeAll
    static void an_office_at_work() throws IOException {
        browser = TestBrowser.open();
        office = new StoryOffice(folder.resolve("office"));
        administrator = office.person("admin2", "管理员", Role.ADMINISTRATOR);
        kase = office.open("乌镇 桐土储〔2019〕43号 住宅小区");
        Round first = office.submit(kase, "round-1.yaml");
        correct(first);
        seal(office.submit(kase, "round-2.yaml"));
        refused = office.open("读不懂的方案");
        office.submit(refused, new StoryOffice.Sent("方案.yaml", text("nothing: [")));
        drawn = office.open("图层名没有人认得的方案");
        office.submit(
                drawn,
                new StoryOffice.Sent(
                        "总平面.dxf", SamplePlan.withFirstBuildingOn("LF-1").bytes()));
        around();
        letters();
        packed = office.open("自查站签过名的方案");
        String rounds = "/office/cases/" + packed.number() + "/rounds";
        office.enter(office.applicant)
                .upload(
                        rounds,
                        rounds,
                        List.of(new Visitor.Part("file", "送审包.zip", PackageFiles.signedBy(office.key))),
                        "on",
                        DAY.toString());
        office.judged(office.rounds.of(packed.id()).get(0));
        waiting = office.open("还在排队的方案");
        office.server.part(JobWorkers.class).close();
        office.rounds.submit(
                office.applicant,
                waiting.id(),
                List.of(new StoryOffice.Sent("方案.yaml", text("redline: 1"))),
                DAY,
                RoundChoices.NONE);
    }

    /** With the key of the office, and by somebody whom nobody knows. */
    private static void seal(Round round) throws IOException {
        ReportSeals seals = office.server.part(ReportSeals.class);
        seals.seal(office.head, kase, round);
        try {
            SealingKey other = SealingKey.read(Authority.named("别家认证中心").key("某建筑设计院"), Authority.PASSWORD);
            byte[] report = office.server
                    .part(Store.class)
                    .originals()
                    .read(judging(round).reportSha());
            byte[] file = Seal.put(report, other, Instant.parse("2026-03-02T02:00:00Z"), null);
            seals.bringIn(office.reviewer, kase, round, "第2轮技术审查报告 设计院盖章.pdf", file);
        } catch (SealFault fault) {
            throw new AssertionError(fault);
        }
    }

    private static Judging judging(Round round) {
        return office.server.part(Judgings.class).of(round).orElseThrow();
    }

    private static String report(int round) {
        Round judged = office.rounds.byNumber(kase.id(), round).orElseThrow();
        return "/verify?report=" + Contents.numbered(judging(judged).resultSha());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A decision that waits for a second person, with what was said of it, and a finding by hand. */
    private static void correct(Round round) {
        KeptFinding broken = office.server.part(Judgings.class).findings(round).stream()
                .filter(finding -> finding.part().equals("MUST_CHANGE"))
                .findFirst()
                .orElseThrow();
        office.server
                .part(Decisions.class)
                .decide(
                        office.reviewer,
                        kase,
                        round,
                        broken.key(),
                        new Decisions.Act(Decisions.Kind.CORRECT, "PASS", "量错了一栋", "", null));
        Conversation conversation = office.server.part(Conversation.class);
        conversation.say(office.reviewer, kase, broken.key(), "请设计单位核对", true);
        conversation.say(office.applicant, kase, broken.key(), "已核对", true);
        office.server
                .part(HandFindings.class)
                .add(
                        office.reviewer,
                        kase,
                        round,
                        new HandFindings.HandFinding(
                                null,
                                "出入口",
                                "东侧",
                                "距路口 40 m",
                                "70 m",
                                "规划条件",
                                "南移",
                                HandFindings.Part.MUST_CHANGE,
                                ""));
    }

    /** Materials, opinions, display, papers. */
    private static void around() throws IOException {
        office.server
                .part(CaseFiles.class)
                .add(
                        office.applicant,
                        kase,
                        "application",
                        List.of(new StoryOffice.Sent("申请表 乌镇住宅小区 盖章扫描件.pdf", text("x"))));
        Opinions opinions = office.server.part(Opinions.class);
        opinions.ask(office.reviewer, kase, "FIRE", DAY, "7#、8# 楼间距 12.20 m，请提意见。");
        office.server
                .part(Publicity.class)
                .note(
                        office.reviewer,
                        kase,
                        new Publicity.Display(
                                null, DAY, DAY.plusDays(9), "工地围墙、社区公告栏", "https://example.org/display", "", ""));
        paper = CaseOfOne.issue(office.server, office.reviewer, kase, null, "receipt");
        office.server
                .part(IssuedPapers.class)
                .sealed(office.reviewer, kase, paper, "收件单 盖章.pdf", new ByteArrayInputStream(text("%PDF-")));
        CaseOfOne.key(office.server, office.reviewer);
    }

    private static void letters() throws IOException {
        Letters letters = office.server.part(Letters.class);
        Path scan = LettersOf43.scan(folder);
        draft = scanned(letters, scan);
        RegisteredLetter second = scanned(letters, scan);
        office.server.part(Drafts.class).begin(office.policy, "高层退让次干路", "按 2026 年修订");
        confirmed = letters.confirm(office.head, second.id(), second.version(), Set.of(1, 2, 3, 4, 5, 6));
    }

    private static RegisteredLetter scanned(Letters letters, Path scan) throws IOException {
        RegisteredLetter entered = letters.enter(office.reviewer, LettersOf43.whole());
        return letters.scan(office.reviewer, entered.id(), entered.version(), "43号.pdf", scan, 1_000_000);
    }

    @AfterAll
    static void close() {
        if (office != null) {
            office.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    /** By the patterns of routes.txt. */
    private static Map<String, Look> pages() {
        String ours = "/office/cases/" + kase.number();
        Map<String, Look> pages = new LinkedHashMap<>();
        pages.put("/office/login", new Look(null, "/office/login"));
        pages.put("/verify", new Look(null, "/verify"));
        for (String path : List.of("/office/accounts", "/office/log", "/office/backup", "/office/exchange-keys")) {
            pages.put(path, new Look(administrator, path));
        }
        pages.put("/office/password", new Look(office.reviewer, "/office/password"));
        pages.put("/office/keys", new Look(office.reviewer, "/office/keys"));
        pages.put("/office/cases", new Look(office.reviewer, "/office/cases"));
        pages.put("/office/cases/new", new Look(office.reviewer, "/office/cases/new"));
        for (String path : List.of(
                "", "/materials", "/rounds", "/opinions", "/publicity", "/publicity/print", "/papers", "/log")) {
            pages.put("/office/cases/{number}" + path, new Look(office.reviewer, ours + path));
        }
        pages.put(
                "/office/cases/{number}/papers/new/{kind}",
                new Look(office.reviewer, ours + "/papers/new/meeting-sheet"));
        pages.put("/office/papers/{id}", new Look(office.reviewer, "/office/papers/" + paper.id()));
        pages.put("/office/cases/{number}/rounds/{round}", new Look(office.reviewer, ours + "/rounds/2?finding=0"));
        for (String path : List.of("/compare", "/replies")) {
            pages.put(
                    "/office/cases/{number}/rounds/{round}" + path,
                    new Look(office.reviewer, ours + "/rounds/2" + path));
        }
        pages.put(
                "/office/cases/{number}/rounds/{n}/progress",
                new Look(office.applicant, "/office/cases/" + waiting.number() + "/rounds/1/progress"));
        pages.put(
                "/office/cases/{number}/rounds/{n}/data",
                new Look(office.reviewer, "/office/cases/" + drawn.number() + "/rounds/1/data"));
        pages.put("/office/cases/{number}/rounds/{n}/seal", new Look(office.head, ours + "/rounds/2/seal"));
        pages.put("/office/queue", new Look(office.head, "/office/queue"));
        pages.put("/office/questions", new Look(office.policy, "/office/questions"));
        pages.put("/office/rules", new Look(office.policy, "/office/rules"));
        pages.put("/office/rules/{rule}", new Look(office.policy, "/office/rules/fire-separation?on="));
        String rule = "jiaxing-road-setback";
        pages.put("/office/drafts", new Look(office.policy, "/office/drafts?rule=" + rule));
        pages.put("/office/drafts/packs", new Look(office.policy, "/office/drafts/packs"));
        pages.put("/office/drafts/{number}", new Look(office.policy, "/office/drafts/1"));
        pages.put("/office/drafts/{number}/values", new Look(office.policy, "/office/drafts/1/values?rule=" + rule));
        pages.put(
                "/office/drafts/{number}/value",
                new Look(
                        office.policy,
                        "/office/drafts/1/value?rule=" + rule
                                + "&file=jiaxing-2018/tables/jiaxing-road.csv&line=6&column=setback"));
        pages.put(
                "/office/drafts/{number}/tables/{pack}/{table}",
                new Look(office.policy, "/office/drafts/1/tables/jiaxing-2018/jiaxing-road"));
        pages.put("/office/drafts/{number}/case", new Look(office.policy, "/office/drafts/1/case?rule=" + rule));
        pages.put("/office/drafts/{number}/rule", new Look(office.policy, "/office/drafts/1/rule"));
        pages.put(
                "/office/drafts/{number}/file",
                new Look(office.policy, "/office/drafts/1/file?path=rules/jiaxing-2018/rules/" + rule + ".drl"));
        pages.put("/office/lessons", new Look(office.policy, "/office/lessons"));
        pages.put("/office/templates", new Look(office.policy, "/office/templates"));
        pages.put("/office/templates/{file}", new Look(office.policy, "/office/templates/cover.html"));
        pages.put("/office/sources", new Look(office.policy, "/office/sources"));
        pages.put("/office/letters", new Look(office.reviewer, "/office/letters"));
        pages.put("/office/letters/{id}", new Look(office.head, "/office/letters/" + draft.id()));
        pages.put("/office/letters/{id}/edit", new Look(office.reviewer, "/office/letters/" + draft.id() + "/edit"));
        return pages;
    }

    /** Pages that look otherwise to another, or in another state. */
    private static List<Look> others() {
        String ours = "/office/cases/" + kase.number();
        List<Look> looks = new ArrayList<>();
        looks.add(new Look(null, "/office/login?wrong"));
        looks.add(new Look(null, "/verify?number=" + paper.number() + "&sha256=" + paper.sha256()));
        looks.add(new Look(null, "/verify?number=2026-9&sha256=" + paper.sha256()));
        looks.add(new Look(null, report(1)));
        looks.add(new Look(null, report(2)));
        looks.add(new Look(null, "/verify?report=9"));
        looks.add(new Look(office.reviewer, ours + "/rounds/1/seal"));
        looks.add(new Look(office.reviewer, "/office/cases/" + refused.number() + "/rounds/1"));
        looks.add(new Look(office.reviewer, ours + "/rounds/1?finding=0"));
        looks.add(new Look(null, "/exchange"));
        looks.add(new Look(office.applicant, "/office/cases/" + packed.number() + "/rounds"));
        looks.add(new Look(office.reviewer, ours + "/rounds/1/data"));
        looks.add(new Look(office.head, "/office/cases/" + drawn.number() + "/rounds/1/data"));
        looks.add(new Look(office.head, ours));
        looks.add(new Look(office.policy, "/office/rules?q=13+m&on=2025-06-01"));
        looks.add(new Look(office.policy, "/office/rules?pack=zhejiang-facilities"));
        looks.add(new Look(office.reviewer, "/office/rules/setback"));
        looks.add(new Look(office.reviewer, "/office/letters/" + confirmed.id()));
        for (String path :
                List.of("", "/materials", "/rounds", "/rounds/2?finding=0", "/rounds/2/replies", "/papers", "/log")) {
            looks.add(new Look(office.applicant, ours + path));
        }
        looks.add(new Look(office.applicant, "/office/cases"));
        looks.add(new Look(office.applicant, "/office/cases/new"));
        looks.add(new Look(office.applicant, "/office/letters"));
        return looks;
    }

    @Test
    void every_page_of_the_office_is_looked_at() throws IOException {
        Set<String> known = new TreeSet<>(pages().keySet());
        known.addAll(NO_PAGES.keySet());

        assertThat(RouteTable.read().stream()
                        .filter(row -> row.method().equals("GET"))
                        .map(RouteTable.Row::pattern)
                        .filter(pattern -> pattern.startsWith("/office") || pattern.startsWith("/verify")))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void every_page_is_whole_in_both_languages_on_a_desk_and_on_a_phone() {
        Map<String, Page> people = new LinkedHashMap<>();
        List<Look> looks = new ArrayList<>(pages().values());
        looks.addAll(others());
        for (Look look : looks) {
            String login = look.who() == null ? "" : look.who().login();
            Page page = people.computeIfAbsent(login, OfficePagesAreAccessibleTest::enter);
            for (String language : List.of("zh", "en")) {
                look(page, look.address(), language, name(login + look.address()));
            }
        }
        assertThat(browser.problems()).isEmpty();
    }

    /** For its pictures, without what is another each time. */
    private static String name(String address) {
        return address.replaceAll("[0-9a-f]{32,}", "").replaceAll("[^a-z0-9]+", "-");
    }

    private static Page enter(String login) {
        return login.isEmpty()
                ? browser.visit(office.server, 1366, 768)
                : browser.enter(office.server, login, StoryOffice.OWN);
    }

    private static void look(Page page, String address, String language, String name) {
        page.setViewportSize(1366, 768);
        int status = page.navigate(address + (address.contains("?") ? "&" : "?") + "lang=" + language)
                .status();
        String path = address.replaceFirst("\\?.*", "");
        if (status != 200 || !page.url().contains(path)) {
            browser.problem(address + ": " + status + " " + page.url());
        }
        Matcher missing = MISSING_WORDS.matcher(page.content());
        if (missing.find()) {
            browser.problem(address + " " + language + ": no words for " + missing.group());
        }
        page.evaluate(UNFOLD);
        browser.picture(page, "office-" + name + "-" + language, true);
        browser.fits(page, address + " " + language + " at 1366");
        page.setViewportSize(390, 844);
        // The same page, only narrower: what axe found it has found.
        TestBrowser.photograph(page, "office-" + name + "-" + language + "-phone", true);
        browser.fits(page, address + " " + language + " at 390");
    }
}
