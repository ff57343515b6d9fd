package redline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static redline.system.Visitor.sentTo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.casefile.Account;
import redline.casefile.Accounts;
import redline.casefile.CaseFiles;
import redline.casefile.CaseForm;
import redline.casefile.Cases;
import redline.casefile.Databases;
import redline.casefile.Materials;
import redline.casefile.OfficeCase;
import redline.casefile.Role;
import redline.casefile.Steps;
import redline.scheme.Dates;
import redline.system.Visitor.Part;

/** The pages of a case, over real HTTP. */
@Tag("databases")
class CasePagesTest {
    private static final String OWN = "乌镇 二〇二六 春天来了";
    private static final Charset GBK = Charset.forName("GBK");

    @TempDir
    static Path folder;

    private static Server server;
    private static Cases cases;
    private static final Map<String, Account> PEOPLE = new LinkedHashMap<>();
    private static final Map<String, Visitor> VISITORS = new LinkedHashMap<>();

    @BeforeAll
    static void an_office_with_two_applicants_and_two_reviewers() {
        server = TestOffice.start(ServerOptions.of(0, Path.of("rules"))
                .with(Databases.chosenOr(Databases.POSTGRESQL).in(folder))
                .at(new MovableClock("2026-03-02T01:30:00Z"))
                .with("spring.servlet.multipart.max-file-size", "1MB"));
        cases = server.part(Cases.class);
        Map.of("anna", Role.APPLICANT, "bert", Role.APPLICANT, "rita", Role.REVIEWER, "rolf", Role.REVIEWER)
                .forEach((login, role) -> {
                    Accounts accounts = server.part(Accounts.class);
                    Account account = accounts.make("system", login, login + " 王", "", role)
                            .account();
                    accounts.change(account, OWN);
                    PEOPLE.put(login, accounts.byId(account.id()).orElseThrow());
                    Visitor visitor = new Visitor(server.port());
                    assertThat(sentTo(visitor.login(login, OWN))).isEqualTo("/office");
                    VISITORS.put(login, visitor);
                });
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static Visitor as(String login) {
        return VISITORS.get(login);
    }

    private static OfficeCase opened(String by, String applicant) {
        return cases.open(
                PEOPLE.get(by),
                PEOPLE.get(applicant),
                new CaseForm("FORMAL", "NEW", "乌镇住宅小区", "", "", null, "tongxiang", Dates.unknown(), Map.of(), "", ""));
    }

    private static String page(OfficeCase kase) {
        return "/office/cases/" + kase.number();
    }

    private static OfficeCase now(OfficeCase kase) {
        return cases.byId(kase.id()).orElseThrow();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Charset names, String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(text("contents of " + entry));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void an_applicant_opens_a_case_and_finds_it_in_his_list() {
        Visitor anna = as("anna");
        HttpResponse<String> answer = anna.upload(
                "/office/cases/new",
                "/office/cases/new",
                List.of(),
                "kind",
                "FORMAL",
                "business",
                "NEW",
                "project",
                "桐乡办公楼",
                "project-code",
                "2602-330483-04-01-123456",
                "conditions-issued",
                "2026-01-05",
                "designer",
                "某设计院");

        assertThat(sentTo(answer)).matches("/office/cases/2026-\\d{4}/materials");
        OfficeCase kase = cases.byNumber(sentTo(answer).split("/")[3]).orElseThrow();
        assertThat(kase.project()).isEqualTo("桐乡办公楼");
        assertThat(kase.applicant()).isEqualTo(PEOPLE.get("anna").id());
        assertThat(anna.get("/office/cases").body()).contains(kase.number(), "桐乡办公楼", "暂存", "待指派");
        assertThat(as("bert").get("/office/cases").body()).doesNotContain(kase.number());
        assertThat(anna.get(page(kase)).body()).contains("2602-330483-04-01-123456", "某设计院", "可复制字段");
    }

    @Test
    void what_was_typed_is_kept_where_a_case_cannot_be_opened() {
        Visitor anna = as("anna");
        HttpResponse<String> answer = anna.upload(
                "/office/cases/new",
                "/office/cases/new",
                List.of(),
                "form",
                "new",
                "kind",
                "FORMAL",
                "business",
                "EXTENSION",
                "project",
                "桐乡 <b>办公楼",
                "project-code",
                "12345");

        assertThat(sentTo(answer)).isEqualTo("/office/cases/new");
        assertThat(anna.get("/office/cases/new").body())
                .contains("“12345”不像项目代码", "value=\"桐乡 &lt;b&gt;办公楼\"", "value=\"EXTENSION\" selected")
                .doesNotContain("<b>办公楼");
        assertThat(anna.get("/office/cases/new").body()).doesNotContain("不像项目代码");
    }

    @Test
    void a_reviewer_opens_a_case_for_an_applicant_and_handles_it() {
        HttpResponse<String> answer = as("rita")
                .upload(
                        "/office/cases/new",
                        "/office/cases/new",
                        List.of(),
                        "account",
                        "bert",
                        "kind",
                        "PRELIMINARY",
                        "business",
                        "NEW",
                        "project",
                        "代收的件");

        OfficeCase kase = cases.byNumber(sentTo(answer).split("/")[3]).orElseThrow();
        assertThat(kase.applicant()).isEqualTo(PEOPLE.get("bert").id());
        assertThat(kase.handler()).isEqualTo(PEOPLE.get("rita").id());
        assertThat(as("bert").get(page(kase)).statusCode()).isEqualTo(200);
    }

    @Test
    void a_zip_opens_a_case_and_its_files_go_where_their_names_say() throws IOException {
        byte[] bundle = zip(GBK, "图/总平面图.dxf", "日照分析报告.pdf", "说明/营业执照.jpg", "杂项.bin");
        Visitor anna = as("anna");
        HttpResponse<String> answer = anna.upload(
                "/office/cases/new",
                "/office/cases/new",
                List.of(new Part("bundle", "桐乡办公楼.zip", bundle)),
                "kind",
                "FORMAL",
                "business",
                "NEW",
                "project",
                "",
                "project-code",
                "2602-330483-04-01-123456");

        OfficeCase kase = cases.byNumber(sentTo(answer).split("/")[3]).orElseThrow();
        Map<String, String> items = server.part(CaseFiles.class).of(kase.id()).stream()
                .collect(Collectors.toMap(
                        file -> file.purpose() + " " + file.name(), CaseFiles.Entry::item, (a, b) -> a, TreeMap::new));
        assertThat(kase.project()).isEqualTo("桐乡办公楼");
        assertThat(items)
                .isEqualTo(Map.of(
                        "MATERIAL 总平面图.dxf", "site-plan",
                        "MATERIAL 日照分析报告.pdf", "sunlight",
                        "MATERIAL 营业执照.jpg", "licence",
                        "SCHEME 总平面图.dxf", ""));
        assertThat(anna.get(page(kase) + "/materials").body()).contains("没有收下", "杂项.bin");
    }

    @Test
    void a_zip_whose_names_point_elsewhere_opens_no_case() throws IOException {
        long before = cases.list(PEOPLE.get("bert"), everything()).lines().size();
        Visitor bert = as("bert");
        HttpResponse<String> answer = bert.upload(
                "/office/cases/new",
                "/office/cases/new",
                List.of(new Part("bundle", "x.zip", zip(StandardCharsets.UTF_8, "../../总平面图.dxf"))),
                "kind",
                "FORMAL",
                "business",
                "NEW");

        assertThat(sentTo(answer)).isEqualTo("/office/cases/new");
        assertThat(bert.get("/office/cases/new").body()).contains("压缩包没有收下", "没有建案");
        assertThat(cases.list(PEOPLE.get("bert"), everything()).lines()).hasSize((int) before);
    }

    private static redline.casefile.CaseFilter everything() {
        return new redline.casefile.CaseFilter("", "", false, false, 0);
    }

    @Test
    void a_file_that_is_too_large_is_told_as_such() {
        OfficeCase kase = opened("anna", "anna");
        HttpResponse<String> answer = as("anna")
                .upload(
                        page(kase) + "/materials",
                        page(kase) + "/materials/application",
                        List.of(new Part("file", "a.pdf", new byte[2 * 1024 * 1024])));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("文件太大", "回到案件");
        assertThat(server.part(CaseFiles.class).of(kase.id())).isEmpty();
    }

    @Test
    void materials_are_handed_in_looked_at_and_fetched_by_those_who_may() {
        OfficeCase kase = opened("rita", "anna");
        Visitor anna = as("anna");
        String there = page(kase) + "/materials";
        assertThat(sentTo(anna.upload(
                        there, there + "/application", List.of(new Part("file", "../申请 表.html", text("<script>"))))))
                .isEqualTo(there);
        assertThat(anna.get(there).body()).contains("申请 表.html").doesNotContain("记下材料情况");

        CaseFiles.Entry file = server.part(CaseFiles.class).of(kase.id()).get(0);
        HttpResponse<String> fetched = as("rita").get("/office/files/" + file.id());
        assertThat(fetched.body()).isEqualTo("<script>");
        assertThat(fetched.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(fetched.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%E7%94%B3%E8%AF%B7");
        assertThat(fetched.headers().firstValue("X-Content-Type-Options")).contains("nosniff");

        assertThat(sentTo(as("rita").submit(there, there, "state.application", "FAULTY", "remark.application", "没有盖章")))
                .isEqualTo(there);
        assertThat(anna.get(there).body()).contains("需补正", "没有盖章");
        Materials.Line line = server.part(Materials.class).lines(kase.id()).get(0);
        assertThat(line.state() + " " + line.remark()).isEqualTo("FAULTY 没有盖章");
    }

    @Test
    void a_case_of_another_applicant_does_not_exist() {
        OfficeCase kase = opened("anna", "anna");
        as("anna")
                .upload(
                        page(kase) + "/materials",
                        page(kase) + "/materials/application",
                        List.of(new Part("file", "申请表.pdf", text("x"))));
        String file = server.part(CaseFiles.class).of(kase.id()).get(0).id();

        Visitor bert = as("bert");
        for (String path : List.of("", "/materials", "/rounds", "/publicity", "/publicity/print", "/log")) {
            assertThat(bert.get(page(kase) + path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(bert.get("/office/files/" + file).statusCode()).isEqualTo(404);
        assertThat(bert.submit("/office/cases/new", page(kase) + "/steps/submit", "on", "2026-03-02")
                        .statusCode())
                .isEqualTo(404);
        assertThat(now(kase).state()).isEqualTo("DRAFT");
    }

    @Test
    void a_step_that_lacks_something_is_shut_and_says_why_and_a_direct_call_changes_nothing() {
        OfficeCase kase = opened("rita", "anna");
        server.part(Steps.class).take(PEOPLE.get("rita"), kase.id(), "submit", kase.since(), "");
        Visitor rita = as("rita");

        String body = rita.get(page(kase)).body();
        assertThat(body).contains("还缺必要材料：申请表、营业执照", "还没有签发：受理通知书");
        assertThat(body).containsPattern("<button class=\"primary\" disabled=\"disabled\">受理</button>");

        HttpResponse<String> answer = rita.submit(
                page(kase), page(kase) + "/steps/accept", "form", "step-accept", "on", "2026-03-02", "note", "先受理吧");
        assertThat(sentTo(answer)).isEqualTo(page(kase));
        assertThat(rita.get(page(kase)).body()).contains("role=\"alert\">还缺必要材料", ">先受理吧</textarea>");
        assertThat(now(kase).state()).isEqualTo("RECEIVED");
        assertThat(sentTo(rita.submit(page(kase), page(kase) + "/steps/no-such", "on", "2026-03-02")))
                .isEqualTo("404");
    }

    @Test
    void a_step_is_taken_by_whose_it_is_and_the_applicant_sees_the_steps_alone() {
        OfficeCase kase = opened("rita", "anna");
        Visitor anna = as("anna");
        assertThat(sentTo(anna.submit(page(kase), page(kase) + "/steps/submit", "on", "2026-03-02", "note", "请收")))
                .isEqualTo(page(kase));
        assertThat(anna.get(page(kase)).body()).contains("已办“提交”，现在的状态：已收件");

        assertThat(as("rolf")
                        .submit(page(kase), page(kase) + "/steps/reject", "on", "2026-03-02")
                        .statusCode())
                .isEqualTo(403);
        assertThat(anna.submit(page(kase), page(kase) + "/steps/reject", "on", "2026-03-02")
                        .body())
                .contains("这一步不归你办");
        assertThat(now(kase).state()).isEqualTo("RECEIVED");

        assertThat(anna.get(page(kase) + "/log").body())
                .contains("暂存 → 已收件", "请收")
                .doesNotContain("全部记录");
        assertThat(as("rita").get(page(kase) + "/log").body()).contains("全部记录", "建案", "提交");
        assertThat(as("rita").get(page(kase) + "/log?lang=en").body()).contains("All entries", "case opened");
        as("rita").get(page(kase) + "?lang=zh");
    }

    @Test
    void departments_are_asked_and_a_display_is_noted() {
        OfficeCase kase = opened("rita", "anna");
        Visitor rita = as("rita");
        String opinions = page(kase) + "/opinions";
        rita.submit(opinions, opinions, "department", "FIRE", "on", "2026-03-02", "subject", "7#、8# 间距");
        assertThat(rita.get(opinions).body()).contains("住建(消防)", "7#、8# 间距", "待答复");
        assertThat(as("anna").get(opinions).statusCode()).isEqualTo(403);
        assertThat(as("anna").get(page(kase)).body()).doesNotContain("部门意见");

        String publicity = page(kase) + "/publicity";
        HttpResponse<String> wrong = rita.submit(
                publicity, publicity, "form", "new", "from", "2026-03-10", "to", "2026-03-01", "place", "工地");
        assertThat(sentTo(wrong)).isEqualTo(page(kase));
        assertThat(rita.get(page(kase)).body()).contains("后一个日期不能早于前一个");
        rita.submit(publicity, publicity, "from", "2026-03-10", "to", "2026-03-19", "place", "工地围墙");
        assertThat(rita.get(publicity).body()).contains("2026-03-10 至 2026-03-19，共 10 天", "工地围墙");
        assertThat(rita.get(publicity + "/print").statusCode()).isEqualTo(404);
    }

    @Test
    void a_scheme_is_handed_in_and_its_public_version_holds_no_finding() throws IOException {
        OfficeCase kase = opened("anna", "anna");
        Visitor anna = as("anna");
        byte[] scheme = Files.readAllBytes(Path.of("test-cases/schemes/wuzhen-housing/scheme.yaml"));
        String progress = sentTo(anna.upload(
                page(kase) + "/rounds",
                page(kase) + "/rounds",
                List.of(new Part("file", "scheme.yaml", scheme)),
                "on",
                "2026-03-02"));
        assertThat(progress).isEqualTo(page(kase) + "/rounds/1/progress");
        long until = System.nanoTime() + 240_000_000_000L;
        HttpResponse<String> answer = anna.get(progress);
        while (answer.statusCode() == 200 && System.nanoTime() < until) {
            assertThat(answer.body()).contains("文件已经收下", "读取", "判定");
            answer = anna.get(progress);
        }
        assertThat(sentTo(answer)).isEqualTo(page(kase) + "/rounds/1");

        assertThat(anna.get(page(kase) + "/rounds").body()).contains("第 1 轮", "已检查", "不符合", "scheme.yaml");
        String print = anna.get(page(kase) + "/publicity/print").body();
        assertThat(print)
                .contains("<svg", "容积率")
                .doesNotContain("verdict-VIOLATION", "verdict-PASS", "data-finding", "不符合", "待核实", "可能适用");
    }

    @Test
    void who_keeps_the_accounts_has_no_business_with_cases() {
        Accounts accounts = server.part(Accounts.class);
        accounts.change(
                accounts.make("system", "admin2", "管理员", "", Role.ADMINISTRATOR).account(), OWN);
        Visitor admin = new Visitor(server.port());
        admin.login("admin2", OWN);

        assertThat(admin.get("/office/cases").statusCode()).isEqualTo(403);
    }
}
