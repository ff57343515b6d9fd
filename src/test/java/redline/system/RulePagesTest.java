package redline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static redline.system.Visitor.sentTo;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.casefile.Accounts;
import redline.casefile.Databases;
import redline.casefile.Role;

/** The rules as the people of the office look through them, over real HTTP. */
class RulePagesTest {
    private static final String OWN = "乌镇 二〇二六 春天来了";
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern RULE = Pattern.compile("href=\"/office/rules/([a-z0-9-]+)");
    private static final String HOSTILE = "容积率<script>alert(1)</script>";

    @TempDir
    static Path folder;

    private static Server server;
    private static Path cases;
    private static Visitor policy;

    @BeforeAll
    static void an_office_with_all_rules_one_of_them_with_a_hostile_name() throws IOException {
        Path rules = folder.resolve("rules");
        copy(Path.of("rules"), rules);
        Path page = rules.resolve("parcel-conditions/rules/far.md");
        Files.writeString(
                page,
                Files.readString(page)
                        .replace("title: {zh: 容积率, en: Floor area ratio}", "title: {zh: '" + HOSTILE + "', en: FAR}"));
        cases = folder.resolve("test-cases");
        for (String rule : List.of("ladder-podium", "fire-separation", "far")) {
            copy(Path.of("test-cases/rules", rule), cases.resolve("rules").resolve(rule));
        }
        copy(Path.of("test-cases/bases"), cases.resolve("bases"));
        server = TestOffice.start(ServerOptions.of(0, rules)
                .with(Databases.H2.in(folder.resolve("office")))
                .with("redline.cases", cases.toString())
                .at(new MovableClock("2026-03-02T01:30:00Z")));
        policy = as(Role.POLICY);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private static Visitor as(Role role) {
        Accounts accounts = server.part(Accounts.class);
        accounts.change(accounts.make("system", role.name(), "钱工", "", role).account(), OWN);
        Visitor visitor = new Visitor(server.port());
        visitor.login(role.name(), OWN);
        return visitor;
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static String html(String path) {
        HttpResponse<String> answer = policy.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** What is read of a page, in one line. */
    private static String text(String path) {
        return TAG.matcher(html(path)).replaceAll(" ").replaceAll("[\\s\\u00a0]+", " ");
    }

    private static String search(String typed) {
        return "/office/rules?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }

    private static List<String> found(String typed) {
        List<String> rules = new ArrayList<>();
        Matcher link = RULE.matcher(html(search(typed)));
        while (link.find()) {
            rules.add(link.group(1));
        }
        return rules;
    }

    @Test
    void every_pack_stands_there_with_its_number_layer_dates_rules_and_cases() {
        String page = text("/office/rules");

        assertThat(page)
                .contains("19 个规则包，221 条规则")
                .contains("建筑设计防火规范 ● 生效 GB 50016-2014(2018年版) 强制性规定 不限 23 条规则，451 个案例");
        assertThat(html("/office/rules")).contains("href=\"/office/rules/ladder-podium\"");
    }

    @Test
    void a_pack_alone_lies_open_with_the_values_of_its_rules() {
        String page = text("/office/rules?pack=gb-50016-2014");

        assertThat(page)
                .contains("消防车道净宽 fire-lane-width", "消防车道净宽 4 m 不限 7.1.8(转引)")
                .doesNotContain("jiaxing-density")
                .contains("表 gb-50016-2014/fire-separation：19 行");
        assertThat(html("/office/rules?pack=gb-50016-2014")).contains("id=\"pack-gb-50016-2014\" open");
    }

    @Test
    void a_pack_that_is_not_yet_in_force_on_the_day_says_so() {
        assertThat(text("/office/rules?pack=example-hangzhou-2026")).contains("○ 尚未施行", "2026-04-01 起");
        assertThat(text("/office/rules?pack=example-hangzhou-2026&on=2026-04-01"))
                .contains("● 生效");
    }

    @Test
    void a_clause_finds_the_rule_and_says_where() {
        assertThat(found("表5.2.2")).contains("fire-separation").doesNotContain("fire-lane-width");
        assertThat(text(search("7.1.8"))).contains("条款 7.1.8(转引) · 消防车道净宽 4 m");
        assertThat(found("7.2.1")).contains("ladder-podium");
        assertThat(found("7.2")).as("the beginning of a clause").contains("ladder-podium");
        assertThat(found("2.1")).as("the end of a clause").doesNotContain("ladder-podium");
    }

    @Test
    void a_number_finds_the_values_that_are_that_number_and_no_other() {
        assertThat(found("2.20 m")).contains("garage-clear-height-1021");
        assertThat(found("2.2 m")).contains("garage-clear-height-1021");
        assertThat(found("20 m")).doesNotContain("garage-clear-height-1021");
        assertThat(text(search("13 m 防火间距")))
                .contains(
                        "fire-separation",
                        "表的一行 表 gb-50016-2014/fire-separation · 高层 | 1 | 2 | 高层 | 1 | 2 | 13 | 不限 | 表5.2.2(转引)");
    }

    @Test
    void a_word_finds_titles_ids_prose_and_notes_in_both_languages_of_a_title() {
        assertThat(found("裙房进深")).contains("ladder-podium");
        assertThat(found("PODIUM depth")).contains("ladder-podium");
        assertThat(found("ladder-podium")).containsExactly("ladder-podium");
        assertThat(text(search("两条数值相同"))).contains("取值的说明 两条数值相同 · 登高操作场地范围内的裙房进深 4 m");
        assertThat(text(search("GB 50016 裙房进深")))
                .contains("规则包 建筑设计防火规范 · GB 50016-2014(2018年版)", "登高操作场地范围内的裙房进深 ladder-podium");
        assertThat(text(search("没有这样的词"))).contains("没有一条规则里有“没有这样的词”");
    }

    @Test
    void values_stand_as_they_are_in_force_on_a_day_and_today_where_none_is_chosen() {
        String before = text("/office/rules/ladder-podium?on=2023-05-31");
        String today = text("/office/rules/ladder-podium");

        assertThat(before)
                .contains("2023-05-31 取值", "至 2023-05-31 7.2.1(转引)")
                .doesNotContain("GB 55037-2022 3.4.7(转引)");
        assertThat(today)
                .contains("2026-03-02 取值", "2023-06-01 起 7.2.1;GB 55037-2022 3.4.7(转引) 两条数值相同")
                .doesNotContain("至 2023-05-31");
        assertThat(text("/office/rules?pack=gb-50016-2014&on=2023-05-31"))
                .contains("登高操作场地范围内的裙房进深 4 m 至 2023-05-31 7.2.1(转引)")
                .doesNotContain("7.2.1;GB 55037-2022 3.4.7(转引)");
    }

    @Test
    void without_a_day_the_history_of_each_value_stands_there() {
        assertThat(text("/office/rules/ladder-podium?on="))
                .contains(
                        "全部取值",
                        "gb-50016-2014/ladder-podium 4 m 至 2023-05-31 7.2.1(转引) 4 m 2023-06-01 起 7.2.1;GB 55037-2022 3.4.7(转引) 两条数值相同");
        assertThat(text("/office/rules/ladder-podium?on=gestern")).contains("“gestern”不是日期", "至 2023-05-31");
    }

    @Test
    void how_many_cases_reach_each_branch_is_counted_when_it_is_asked_for() {
        assertThat(text("/office/rules/ladder-podium")).contains("看每个分支有几个案例走到").doesNotContain("走到它的案例");
        assertThat(html("/office/rules/ladder-podium?on=2026-03-02&coverage=true"))
                .as("all ten but the one in which the building is an existing one")
                .containsPattern("data-label=\"走到它的案例\"><span>9</span>");
        assertThat(html("/office/rules/fence-setback?coverage=true"))
                .as("it has no cases here")
                .containsPattern("data-label=\"走到它的案例\"><span>0</span>");
    }

    @Test
    void the_rule_reads_as_its_page_its_branches_its_cases_and_its_text() {
        String page = text("/office/rules/ladder-podium");

        assertThat(page)
                .contains("管什么 登高操作场地对应范围内的裙房进深不大于限值。")
                .contains("存疑 GB 50016 的条文自 2023-06-01 起不再是强制性条文")
                .contains("〔对象〕场地对应范围内裙房进深为 〔复核值〕，规范要求 〔要求〕(〔依据〕)，〔余量或缺口〕。请缩减裙房或移动场地。")
                .contains("案例 (10)", "✓ 符合 场地对应范围内裙房进深恰为 4 m 01-pass-at-limit", "ladderAreas[D1].podiumDepth = 4 m")
                .contains("gb-50016-2014/rules/ladder-podium.drl", "require( $x, PODIUM_DEPTH, AT_MOST, $limit );");
    }

    @Test
    void a_rule_that_another_names_is_one_step_away() {
        assertThat(html("/office/rules/factory-civil-separation"))
                .contains("<a href=\"/office/rules/factory-separation\">factory-separation</a>")
                .contains("<a href=\"/office/rules/class-a-warehouse-separation\">");
    }

    @Test
    void a_rule_that_is_not_there_is_the_offices_own_page_of_that() {
        HttpResponse<String> none = policy.get("/office/rules/no-such-rule");

        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).doesNotContain("Exception").contains("<main");
    }

    @Test
    void only_the_office_looks_at_its_rules() {
        assertThat(as(Role.APPLICANT).get("/office/rules").statusCode()).isEqualTo(403);
        assertThat(as(Role.ADMINISTRATOR).get("/office/rules/far").statusCode()).isEqualTo(403);
        assertThat(as(Role.OUTSIDE_REVIEWER).get("/office/rules/far").statusCode())
                .isEqualTo(200);
        assertThat(sentTo(new Visitor(server.port()).get("/office/rules"))).isEqualTo("/office/login");
    }

    @Test
    void names_are_text_wherever_they_stand() {
        String escaped = "容积率&lt;script&gt;alert(1)&lt;/script&gt;";

        for (String path : List.of("/office/rules", "/office/rules/far", search("far"), search("<script>"))) {
            assertThat(html(path)).as(path).doesNotContain("<script>alert").contains(escaped);
        }
    }

    @Test
    void a_changed_case_is_read_anew_and_one_with_a_fault_is_told_while_the_others_stay() throws IOException {
        Path file = cases.resolve("rules/fire-separation")
                .resolve(first("fire-separation"))
                .resolve("case.yaml");
        String was = Files.readString(file);

        Files.writeString(file, was.replaceFirst("title: .*", "title: 改过的案例名"));
        assertThat(text("/office/rules/fire-separation")).contains("改过的案例名");

        Files.writeString(file, was.replaceFirst("title: .*", "titel: 写错的键"));
        assertThat(text("/office/rules/fire-separation"))
                .contains("案例文件有", "rules/fire-separation/" + first("fire-separation") + "/case.yaml:1", "改过的案例名");

        Files.writeString(file, was);
        assertThat(text("/office/rules/fire-separation")).doesNotContain("案例文件有", "改过的案例名");
    }

    private static String first(String rule) throws IOException {
        try (Stream<Path> folders = Files.list(cases.resolve("rules").resolve(rule))) {
            return folders.map(one -> one.getFileName().toString())
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void a_server_without_cases_says_that_there_are_none_here() {
        try (Server bare = TestOffice.start(
                ServerOptions.of(0, folder.resolve("rules")).with(Databases.H2.in(folder.resolve("bare"))))) {
            Accounts accounts = bare.part(Accounts.class);
            accounts.change(
                    accounts.make("system", "qian", "钱工", "", Role.POLICY).account(), OWN);
            Visitor visitor = new Visitor(bare.port());
            visitor.login("qian", OWN);

            assertThat(visitor.get("/office/rules").body()).contains("这里没有案例").doesNotContain("个案例");
            assertThat(visitor.get("/office/rules/far").body())
                    .contains("这里没有案例")
                    .doesNotContain("01-pass-within");
        }
    }

    @Test
    void a_rule_is_read_as_sentences_too() {
        assertThat(text("/office/rules/ladder-podium")).contains("规则“ladder-podium", "要求 「");
    }
}
