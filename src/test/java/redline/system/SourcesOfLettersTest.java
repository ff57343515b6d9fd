package redline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static redline.system.Visitor.sentTo;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import redline.casefile.AuditEntry;
import redline.casefile.Decisions;
import redline.casefile.Judgings;
import redline.casefile.KeptFinding;
import redline.casefile.OfficeCase;
import redline.casefile.PaperDrafts;
import redline.casefile.Round;
import redline.casefile.Store;
import redline.paper.Changes;
import redline.paper.Item;

/**
 * Step 5 of the policy officer's story (practice §7) over real HTTP: a finding by a value below official text cannot be put in a letter;
 * policy staff upload the page and press 核对原文; now it can; the log has who and when.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("databases")
class SourcesOfLettersTest {
    private static final byte[] PAGE = "%PDF-1.4 表".getBytes(StandardCharsets.UTF_8);
    private static final String SHARE = "gb-50180-2018/parameters/surface-parking-share.yaml@";
    private static final Pattern NAME = Pattern.compile("name=\"value\" value=\"([^\"]+)\"");

    @TempDir
    static Path folder;

    private static StoryOffice office;
    private static OfficeCase kase;
    private static Visitor policy;
    private static Visitor reviewer;

    @BeforeAll
    static void a_round_with_a_recommendation_that_rests_on_an_unconfirmed_value() throws IOException {
        office = new StoryOffice(folder);
        kase = AcceptedCase.open(office.server, office.applicant, office.reviewer)
                .kase();
        policy = office.enter(office.policy);
        reviewer = office.enter(office.reviewer);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static KeptFinding parking() {
        return office.server.part(Judgings.class).findings(round()).stream()
                .filter(one -> one.rule().equals("surface-parking-2018")
                        && one.verdict().equals("VIOLATION"))
                .findFirst()
                .orElseThrow();
    }

    private static Round round() {
        return office.rounds.byNumber(kase.id(), 1).orElseThrow();
    }

    /** What the 修改意见 would advise if it were issued now. */
    private static List<String> advised() {
        Changes paper = (Changes) office.server
                .part(PaperDrafts.class)
                .contents(kase, round(), "changes", "", LocalDate.of(2026, 3, 5), Map.of());
        return paper.advice().stream().map(Item::rule).toList();
    }

    private static String pane() {
        return reviewer.get("/office/cases/" + kase.number() + "/rounds/1/findings/"
                        + parking().position())
                .body();
    }

    private static String value() {
        return names(policy.get("/office/sources").body()).stream()
                .filter(name -> name.startsWith(SHARE))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(String page) {
        List<String> names = new ArrayList<>();
        Matcher name = NAME.matcher(page);
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }

    private static HttpResponse<String> press(byte[] page, String value, String note) {
        return policy.upload(
                "/office/sources",
                "/office/sources",
                List.of(new Visitor.Part("page", "5.0.6.pdf", page)),
                "value",
                value,
                "note",
                note);
    }

    @Test
    @Order(1)
    void the_finding_is_not_in_the_letter_and_reviewer_and_draft_say_why() {
        assertThat(advised()).doesNotContain("surface-parking-2018");
        assertThat(pane()).contains("依据未核对原文，不能写入意见书", "城市居住区规划设计标准 5.0.6 · 未核对");
        assertThat(reviewer.get("/office/cases/" + kase.number() + "/papers/new/changes")
                        .body())
                .contains("依据未核对原文，不能写入意见书", "城市居住区规划设计标准 5.0.6 · 未核对")
                .doesNotContain("??");
        assertThat(office.enter(office.applicant)
                        .get("/office/cases/" + kase.number() + "/rounds/1/findings/"
                                + parking().position())
                        .body())
                .doesNotContain("依据未核对原文");
    }

    @Test
    @Order(2)
    void the_queue_has_what_cases_wait_for_first_and_the_rest_by_pack() {
        String page = policy.get("/office/sources").body();

        assertThat(page)
                .contains("城市居住区规划设计标准", "5.0.6", "1 个案件在等", kase.number(), "没有案件在等的", "还没有核对过")
                .doesNotContain("??");
        assertThat(names(page))
                .extracting(name -> name.replaceFirst("@.*", ""))
                .containsExactlyInAnyOrder(
                        "scheme-consistency/parameters/allowed-difference.yaml",
                        "jiaxing-2018/tables/jiaxing-spacing-minimum.csv",
                        "jiaxing-2018/tables/jiaxing-height.csv",
                        "gb-50180-2018/parameters/surface-parking-share.yaml");
        Matcher rest = Pattern.compile("\\?value=(gb-50016-2014/[^\"&]*)").matcher(page);
        assertThat(rest.find()).isTrue();
        assertThat(policy.get("/office/sources?value=" + rest.group(1)).body()).contains("选中的取值");
        assertThat(policy.get("/office/sources?lang=en").body())
                .contains("Looking up sources")
                .doesNotContain("??");
        policy.get("/office/sources?lang=zh");
    }

    @Test
    @Order(3)
    void without_a_page_nothing_is_noted_and_the_note_stays_in_the_form() {
        HttpResponse<String> refused = press("kein PDF".getBytes(StandardCharsets.UTF_8), value(), "第 21 页");

        assertThat(sentTo(refused)).startsWith("/office/sources?value=");
        assertThat(policy.get(sentTo(refused)).body()).contains("请选原文页面，PDF、PNG 或 JPG。", "value=\"第 21 页\"");
        assertThat(advised()).doesNotContain("surface-parking-2018");
        assertThat(press(PAGE, "gb-50180-2018/parameters/none.yaml@0", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(4)
    void once_it_is_looked_up_it_stands_in_the_letter_and_the_log_has_who_and_when() {
        String value = value();
        office.clock.set("2026-03-04T03:15:00Z");

        assertThat(sentTo(press(PAGE, value, "第 21 页"))).isEqualTo("/office/sources");

        assertThat(advised()).contains("surface-parking-2018").doesNotContain("jiaxing-spacing");
        assertThat(pane()).doesNotContain("依据未核对原文");
        String page = policy.get("/office/sources").body();
        assertThat(names(page)).doesNotContain(value);
        assertThat(page).contains("钱工", "2026-03-04 11:15", "第 21 页", "打开 PDF（第 1 号）");
        HttpResponse<byte[]> kept = policy.download("/office/sources/1/page");
        assertThat(kept.body()).isEqualTo(PAGE);
        assertThat(kept.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(kept.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'");
        assertThat(office.server.part(Store.class).audit().about(value))
                .extracting(AuditEntry::who, AuditEntry::act, AuditEntry::at)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("钱工", "source-checked", "2026-03-04T03:15:00.000000Z"));
        assertThat(policy.get(sentTo(press(PAGE, value, ""))).body()).contains("这个取值已经核对过了");
    }

    @Test
    @Order(5)
    void what_is_taken_back_leaves_the_letter_again() {
        policy.submit("/office/sources", "/office/sources/1/withdraw", "reason", "");
        assertThat(policy.get("/office/sources").body()).contains("请填“理由”。");
        assertThat(advised()).contains("surface-parking-2018");

        policy.submit("/office/sources", "/office/sources/1/withdraw", "reason", "看的是征求意见稿");

        assertThat(advised()).doesNotContain("surface-parking-2018");
        assertThat(policy.get("/office/sources").body()).contains("已撤回", "看的是征求意见稿");
        assertThat(policy.download("/office/sources/1/page").body()).isEqualTo(PAGE);
    }

    @Test
    @Order(6)
    void a_decision_that_lifts_the_finding_leaves_nothing_to_look_up() {
        office.server
                .part(Decisions.class)
                .decide(
                        office.reviewer,
                        kase,
                        round(),
                        parking().key(),
                        new Decisions.Act(Decisions.Kind.CORRECT, "PASS", "多数了一排车位", "", null));

        assertThat(office.server.part(PaperDrafts.class).held(round(), "changes"))
                .extracting(held -> held.finding().rule().id())
                .doesNotContain("surface-parking-2018");
    }
}
