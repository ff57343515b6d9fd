package redline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static redline.system.Visitor.sentTo;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import redline.casefile.Account;
import redline.casefile.Accounts;
import redline.casefile.AuditEntry;
import redline.casefile.Databases;
import redline.casefile.Judging;
import redline.casefile.Judgings;
import redline.casefile.Role;
import redline.casefile.Store;
import redline.intake.Hash;
import redline.seal.Authority;
import redline.seal.Seal;
import redline.seal.SealFault;
import redline.seal.SealingKey;
import redline.seal.TimeStampServer;
import redline.system.Visitor.Part;

/** The report of a round sealed by the office, brought back from elsewhere, and verified by anybody; over real HTTP. */
@Tag("databases")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SealedReportTest {
    private static final String OWN = "乌镇 二〇二六 春天来了";
    private static final String ADDRESS = "https://shencha.example.gov.cn";
    private static final Instant STAMPED = Instant.parse("2026-03-02T01:30:05Z");
    private static final Authority AUTHORITY = Authority.named("示例电子认证中心");

    @TempDir
    static Path folder;

    private static Server server;
    private static TimeStampServer stamps;
    private static Path password;
    private static CaseOfOne kase;
    private static String page;
    private static Judging judging;
    private static byte[] report;
    private static Visitor head;
    private static Visitor reviewer;
    private static Visitor applicant;
    private static Visitor anybody;

    @BeforeAll
    static void an_office_with_a_key_and_a_judged_round() throws IOException {
        stamps = TimeStampServer.at(STAMPED, AUTHORITY, "示例时间戳");
        password = Files.writeString(folder.resolve("password"), new String(Authority.PASSWORD) + "\n");
        server = TestOffice.start(ServerOptions.of(0, FewRules.in(folder.resolve("rules")))
                .with(Databases.chosenOr(Databases.H2).in(folder.resolve("office")))
                .at(new MovableClock("2026-03-02T01:30:00Z"))
                .with("redline.door.submissions", "1000")
                .with("redline.public-address", ADDRESS + "/")
                .with("redline.seal.key", file("key.p12", AUTHORITY.key("示例市自然资源和规划局")))
                .with("redline.seal.password-file", password.toString())
                .with("redline.seal.tsa", stamps.url())
                .with("redline.seal.trust", file("trusted.pem", AUTHORITY.pem())));
        Account client = person("shen", Role.APPLICANT);
        Account clerk = person("wang", Role.REVIEWER);
        Account chief = person("zhao", Role.SECTION_HEAD);
        kase = CaseOfOne.open(
                server, new CaseOfOne.People(client, person("yuan", Role.OUTSIDE_REVIEWER), clerk, chief));
        page = "/office/cases/" + kase.kase().number() + "/rounds/1/seal";
        judging = server.part(Judgings.class).of(kase.round()).orElseThrow();
        report = server.part(Store.class).originals().read(judging.reportSha());
        head = enter("zhao");
        reviewer = enter("wang");
        applicant = enter("shen");
        anybody = new Visitor(server.port());
    }

    private static String file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    private static Account person(String login, Role role) {
        Accounts accounts = server.part(Accounts.class);
        Account made = accounts.make("system", login, login + " 某", "", role).account();
        accounts.change(made, OWN);
        return accounts.byId(made.id()).orElseThrow();
    }

    private static Visitor enter(String login) {
        Visitor visitor = new Visitor(server.port());
        assertThat(sentTo(visitor.login(login, OWN))).isEqualTo("/office");
        return visitor;
    }

    @AfterAll
    static void close() {
        server.close();
        stamps.close();
    }

    private static String number() {
        return judging.resultSha().substring(0, 32);
    }

    private static String verified(byte[] file) {
        HttpResponse<String> answer =
                anybody.drop("/verify", "/verify", List.of(new Part("file", "报告.pdf", file)), "report", number());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String broughtIn(byte[] file) {
        HttpResponse<String> answer = reviewer.upload(page, page + "/back", List.of(new Part("file", "盖章.pdf", file)));
        assertThat(sentTo(answer)).isEqualTo(page);
        return reviewer.get(page).body();
    }

    private static byte[] sealedBy(Authority authority, String holder) throws SealFault {
        SealingKey key = SealingKey.read(authority.key(holder), Authority.PASSWORD);
        return Seal.put(report, key, Instant.parse("2026-03-02T02:00:00Z"), null);
    }

    @Test
    @Order(1)
    void before_it_is_sealed_the_office_says_that_it_keeps_a_report_of_this_number_and_nothing_more() {
        assertThat(anybody.get("/verify?report=" + number()).body())
                .contains("本局存有这个编号的报告，但没有签章签发")
                .doesNotContain("结论</dt>", judging.reportSha());
        assertThat(anybody.get("/verify?report=" + "0".repeat(32)).body()).contains("本局没有这个编号的报告");
        assertThat(anybody.get("/verify?report='%20or%201=1").body()).contains("本局没有这个编号的报告");
        assertThat(verified(report)).contains("逐字节相同，但没有签章");
    }

    @Test
    @Order(2)
    void nothing_is_kept_where_the_password_is_another() throws IOException {
        Files.writeString(password, "falsch\n");
        assertThat(sentTo(head.upload(page, page, List.of()))).isEqualTo(page);
        assertThat(head.get(page).body()).contains("没有签章：密钥文件的密码不对；请核对密码文件", "还没有盖章件");
        Files.writeString(password, new String(Authority.PASSWORD) + "\n");
    }

    @Test
    @Order(3)
    void who_signs_for_the_office_seals_the_report_which_stays_as_it_was() throws IOException {
        assertThat(reviewer.submit(page, page).statusCode()).isEqualTo(403);
        assertThat(applicant.get(page).statusCode()).isEqualTo(403);
        assertThat(sentTo(head.submit(page, page))).isEqualTo(page);
        String shown = head.get(page).body();
        assertThat(shown)
                .contains(
                        number(),
                        judging.reportSha(),
                        "用本局密钥签章",
                        "签名 1：示例市自然资源和规划局，签名成立，所签内容未被改动",
                        "在信任名单内；是否被吊销没有查询",
                        "时间戳 2026-03-02 09:30:05，由 示例时间戳 出具",
                        "覆盖整个文件");
        String sha256 = shown.replaceAll("(?s).*href=\"" + page + "/([0-9a-f]{64})\".*", "$1");
        byte[] sealed = head.download(page + "/" + sha256).body();
        assertThat(Hash.of(sealed)).isEqualTo(sha256);
        assertThat(Arrays.copyOf(sealed, report.length)).isEqualTo(report);
        assertThat(sealed.length).isGreaterThan(report.length);
        assertThat(server.part(Store.class).originals().read(judging.reportSha()))
                .isEqualTo(report);
        AuditEntry logged =
                server.part(Store.class).audit().about(kase.kase().number()).get(0);
        assertThat(logged.act()).isEqualTo("report-sealed");
        assertThat(logged.who()).isEqualTo("zhao 某");
        assertThat(logged.details()).contains(sha256, "示例市自然资源和规划局");
        assertThat(verified(sealed)).contains("文件与本局存档的盖章件逐字节相同", "签名成立");
        assertThat(verified(report)).contains("但不是盖章件；签发的是盖章件");
    }

    @Test
    @Order(4)
    void the_code_on_the_cover_leads_to_what_the_office_says_of_the_report() throws IOException {
        assertThat(anybody.get("/verify?report=" + number()).body())
                .contains("本局存有这个编号的报告的盖章件", number(), "签名 1：示例市自然资源和规划局")
                .containsPattern("结论</dt>(?s:.*)" + (judging.verdict().equals("VIOLATION") ? "不符合" : ""));
        Path pdf = Files.write(folder.resolve("report.pdf"), report);
        Process text = new ProcessBuilder("pdftotext", "-l", "1", "-raw", pdf.toString(), "-").start();
        String cover = new String(text.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(cover.replaceAll("\\s", "")).contains(ADDRESS + "/verify?report=" + number());
    }

    @Test
    @Order(5)
    void a_forged_file_is_told_apart_by_anybody() throws Exception {
        byte[] other = sealedBy(Authority.named("别处"), "示例市自然资源和规划局");
        assertThat(verified(other)).contains("所带的签名不是本局存档的", "不在信任名单内：签署者是谁，这里不能确认", "？");
        byte[] broken = other.clone();
        broken[report.length / 3] ^= 1;
        assertThat(verified(broken)).contains("文件与本局存档的报告不同，从第", "不要依据这份文件", "签名不成立：所签的内容在签署之后被改动过");
    }

    @Test
    @Order(6)
    void a_file_sealed_elsewhere_is_taken_back_in_where_it_is_the_report_and_the_seal_holds() throws Exception {
        byte[] elsewhere = sealedBy(AUTHORITY, "示例市行政审批章");
        assertThat(broughtIn(elsewhere)).contains("核对无误，盖章件已存档", "在别处签章后收回", "示例市行政审批章");
        assertThat(server.part(Store.class)
                        .audit()
                        .about(kase.kase().number())
                        .get(0)
                        .act())
                .isEqualTo("report-seal-taken");
        assertThat(verified(elsewhere)).contains("文件与本局存档的盖章件逐字节相同");
    }

    @Test
    @Order(7)
    void what_somebody_unknown_sealed_is_kept_and_is_not_said_to_be_sealed_by_the_office() throws Exception {
        byte[] strangers = sealedBy(Authority.named("别家认证中心"), "某建筑设计院");
        assertThat(broughtIn(strangers)).contains("核对无误，盖章件已存档", "某建筑设计院", "不在信任名单内：签署者是谁，这里不能确认");
        assertThat(verified(strangers)).contains("不要把它当作本局的签章");
        assertThat(anybody.get("/verify?report=" + number()).body())
                .contains("示例市行政审批章")
                .doesNotContain("某建筑设计院");
    }

    @Test
    @Order(8)
    void what_is_not_the_report_with_a_seal_that_holds_is_refused_with_the_reason() throws Exception {
        assertThat(broughtIn(report)).contains("这个文件里没有签名，没有收下");
        byte[] changed = report.clone();
        changed[99] ^= 1;
        assertThat(broughtIn(changed)).contains("没有收下：与这一轮存档的报告不同，从第 100 字节起");
        byte[] broken = sealedBy(AUTHORITY, "示例市行政审批章");
        String text = new String(broken, StandardCharsets.ISO_8859_1);
        int filling = text.indexOf('>', text.lastIndexOf("/Contents <")) - 1;
        assertThat((char) broken[filling]).isEqualTo('0');
        broken[filling] = '1';
        assertThat(broughtIn(broken)).contains("没有收下。签名 1：签名读不懂，或已损坏。");
    }
}
