package redline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.casefile.Account;
import redline.casefile.Accounts;
import redline.casefile.ApiKeys;
import redline.casefile.Databases;
import redline.casefile.Judging;
import redline.casefile.Judgings;
import redline.casefile.Results;
import redline.casefile.Role;
import redline.casefile.Rounds;
import redline.cli.CommandLineRun;
import redline.quantity.Language;
import redline.report.ResultJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST interface of the office as a program meets it, over real HTTP. */
@Tag("databases")
class OfficeInterfaceTest {
    private static final Path SCHEME = Path.of("test-cases/schemes/story-wuzhen/round-1.yaml");
    private static final String CASES = Program.PLACE + "/cases";
    private static final String NEW_CASE = "{\"kind\": \"FORMAL\", \"business\": \"NEW\", \"project\": \"乌镇 43 号地块\","
            + " \"profile\": \"few\", \"applicationReceived\": \"2026-03-02\"}";

    @TempDir
    static Path folder;

    private static Path rules;
    private static Server server;
    private static Account anna;
    private static Program applicant;
    private static Program stranger;
    private static Program reviewer;
    private static Program policy;

    @BeforeAll
    static void an_office_and_programs_of_four_people() throws IOException {
        rules = FewRules.in(folder.resolve("rules"));
        server = TestOffice.start(ServerOptions.of(0, rules)
                .with(Databases.chosenOr(Databases.POSTGRESQL).in(folder.resolve("office")))
                .with("redline.door.submissions", "10000"));
        anna = person("anna", Role.APPLICANT);
        applicant = program(anna);
        stranger = program(person("bert", Role.APPLICANT));
        reviewer = program(person("rita", Role.REVIEWER));
        policy = program(person("paul", Role.POLICY));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static Account person(String login, Role role) {
        Accounts accounts = server.part(Accounts.class);
        Account made = accounts.make("system", login, login + " 王", "", role).account();
        accounts.change(made, "乌镇 二〇二六 春天来了");
        return accounts.byId(made.id()).orElseThrow();
    }

    private static Program program(Account of) {
        return Program.with(server.port(), CaseOfOne.key(server, of).secret());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String opened(Program by) {
        HttpResponse<String> answer = by.post(CASES, NEW_CASE);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Visitor.sentTo(answer);
    }

    private static HttpResponse<String> handedIn(Program by, String kase) throws IOException {
        HttpResponse<String> answer = by.upload(kase + "/rounds", "round-1.yaml", Files.readAllBytes(SCHEME));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer;
    }

    /** Asks as long as it is told to come again. */
    private static JsonNode ended(Program by, String round) throws InterruptedException {
        HttpResponse<String> answer = by.get(round);
        for (int i = 0; i < 600 && answer.statusCode() == 202; i++) {
            Thread.sleep(100);
            answer = by.get(round);
        }
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer);
    }

    private static String judged(Program by, String kase) throws IOException, InterruptedException {
        String round = Visitor.sentTo(handedIn(by, kase));
        assertThat(ended(by, round).get("state").asString()).isEqualTo("JUDGED");
        return round;
    }

    @Test
    void a_case_is_opened_and_a_scheme_handed_in_and_waited_for() throws Exception {
        String kase = opened(applicant);
        assertThat(kase).matches(CASES + "/20\\d\\d-\\d{4}");
        JsonNode data = json(applicant.get(kase)).get("data");
        assertThat(List.of(
                        data.get("project").asString(),
                        data.get("state").asString(),
                        data.get("applicationReceived").asString()))
                .containsExactly("乌镇 43 号地块", "DRAFT", "2026-03-02");

        HttpResponse<String> received = handedIn(applicant, kase);
        String round = Visitor.sentTo(received);
        assertThat(round).matches(Program.PLACE + "/rounds/[0-9a-f]{32}");
        assertThat(json(received).get("number").asInt()).isEqualTo(1);
        JsonNode standing = ended(applicant, round);
        assertThat(standing.get("verdict").asString()).isEqualTo("VIOLATION");
        assertThat(standing.get("complaints").size()).isZero();
        assertThat(json(applicant.get(kase + "/rounds")).get(0)).isEqualTo(standing);
    }

    @Test
    void the_stream_of_events_tells_the_standing_and_ends_with_the_round() throws Exception {
        String round = Visitor.sentTo(handedIn(applicant, opened(applicant)));

        HttpResponse<String> stream = applicant.get(round + "/events");

        assertThat(stream.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        List<JsonNode> told = new ArrayList<>();
        for (String line : stream.body().lines().toList()) {
            if (line.startsWith("data:")) {
                told.add(JsonMapper.shared().readTree(line.substring("data:".length())));
            }
        }
        assertThat(stream.body()).contains("event:standing");
        assertThat(told.get(told.size() - 1).get("state").asString()).isEqualTo("JUDGED");
        assertThat(told.stream()
                        .limit(told.size() - 1L)
                        .map(one -> one.get("state").asString()))
                .doesNotContain("JUDGED");
        assertThat(told.get(told.size() - 1)).isEqualTo(json(applicant.get(round)));
    }

    @Test
    void the_result_is_what_the_command_line_writes_for_the_same_scheme_and_rules() throws Exception {
        String kase = opened(applicant);
        String round = judged(applicant, kase);

        HttpResponse<String> result = reviewer.get(round + "/result");

        assertThat(result.body()).isEqualTo(checked());
        assertThat(reviewer.get(round + "/report.pdf").body()).startsWith("%PDF-");
        JsonNode findings = json(reviewer.get(round + "/findings"));
        assertThat(findings.size()).isEqualTo(json(result).get("findings").size());
        assertThat(applicant.get(round + "/result").statusCode()).isEqualTo(403);
    }

    /** As {@code redline check --json -} does. */
    private static String checked() {
        CommandLineRun run = CommandLineRun.in(
                folder,
                "check",
                SCHEME.toAbsolutePath().toString(),
                "--rules",
                rules.toString(),
                "--profile",
                FewRules.PROFILE,
                "--json",
                "-");
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    @Test
    void a_round_just_judged_is_shown_without_its_record_being_judged_again() throws Exception {
        String round = judged(applicant, opened(applicant));
        Judging judging = server.part(Judgings.class)
                .of(server.part(Rounds.class)
                        .byId(round.substring(round.lastIndexOf('/') + 1))
                        .orElseThrow())
                .orElseThrow();
        Files.delete(folder.resolve("office/originals")
                .resolve(judging.recordSha().substring(0, 2))
                .resolve(judging.recordSha()));

        Results.Result shown = server.part(Results.class).of(judging);

        assertThat(shown.same()).isTrue();
        assertThat(new String(ResultJson.write(shown.result(), Language.ZH), StandardCharsets.UTF_8))
                .isEqualTo(checked());
    }

    @Test
    void a_decision_is_put_on_record_or_declined_with_a_reason_in_the_language_asked_for() throws Exception {
        String kase = opened(applicant);
        String round = judged(applicant, kase);
        JsonNode finding = json(reviewer.get(round + "/findings")).get(0);
        String act = "{\"rule\": " + finding.get("rule") + ", \"subjectKind\": " + finding.get("subjectKind")
                + ", \"subject\": " + finding.get("subject") + ", \"kind\": \"ACCEPT\"}";

        HttpResponse<String> early = reviewer.post(round + "/decisions", act);
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(early).get("why").asString()).isEqualTo("OTHER_STATE");
        assertThat(json(early).get("detail").asString()).isEqualTo("案件现在的状态是“暂存”，不能这样办。可能别人刚办过，请看最新情况。");
        HttpResponse<String> english = reviewer.post(round + "/decisions", act, "Accept-Language", "en-GB,en;q=0.9");
        assertThat(json(english).get("detail").asString()).contains("draft").doesNotContain("案件");

        assertThat(applicant.post(kase + "/steps", "{\"step\": \"submit\"}").statusCode())
                .isEqualTo(200);
        assertThat(reviewer.post(round + "/decisions", act).statusCode()).isEqualTo(204);
        JsonNode decisions = json(reviewer.get(round + "/decisions"));
        assertThat(decisions.size()).isEqualTo(1);
        assertThat(decisions.get(0).get("kind").asString()).isEqualTo("ACCEPT");
        assertThat(decisions.get(0).get("subject")).isEqualTo(finding.get("subject"));

        assertThat(json(reviewer.post(round + "/decisions", "{}")).get("why").asString())
                .isEqualTo("NO_SUCH_FINDING");
        assertThat(reviewer.post(round + "/decisions", "{").statusCode()).isEqualTo(400);
        assertThat(policy.post(round + "/decisions", act).statusCode()).isEqualTo(403);
        assertThat(applicant.get(round + "/decisions").statusCode()).isEqualTo(403);
    }

    @Test
    void a_step_that_lacks_something_is_declined_and_the_steps_taken_are_listed() {
        String kase = opened(applicant);
        assertThat(json(applicant.post(kase + "/steps", "{\"step\": \"submit\", \"note\": \"请收\"}"))
                        .get("data")
                        .get("state")
                        .asString())
                .isEqualTo("RECEIVED");

        HttpResponse<String> lacking = reviewer.post(kase + "/steps", "{\"step\": \"accept\"}");
        assertThat(lacking.statusCode()).isEqualTo(409);
        assertThat(json(lacking).get("why").asString()).isIn("MATERIALS_MISSING", "PAPER_MISSING");
        HttpResponse<String> unknown = reviewer.post(kase + "/steps", "{\"step\": \"fly\"}");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(json(unknown).get("detail").asString()).contains("没有“fly”这一步");
        assertThat(applicant.post(kase + "/steps", "{\"step\": \"accept\"}").statusCode())
                .isEqualTo(403);
        JsonNode steps = json(applicant.get(kase + "/steps"));
        assertThat(steps.size()).isEqualTo(1);
        assertThat(steps.get(0).get("note").asString()).isEqualTo("请收");
    }

    @Test
    void what_cannot_be_opened_is_told_with_its_reason() {
        HttpResponse<String> nameless = applicant.post(CASES, NEW_CASE.replace("乌镇 43 号地块", " "));
        assertThat(nameless.statusCode()).isEqualTo(409);
        assertThat(json(nameless).get("why").asString()).isEqualTo("FIELD_MISSING");
        HttpResponse<String> ruleless = applicant.post(CASES, NEW_CASE.replace("few", "mars"));
        assertThat(ruleless.statusCode()).isEqualTo(400);
        assertThat(json(ruleless).get("why").asString()).isEqualTo("PROFILE");
        assertThat(json(reviewer.post(CASES, NEW_CASE)).get("why").asString()).isEqualTo("APPLICANT");
        assertThat(applicant.post(CASES, "no json").statusCode()).isEqualTo(400);
        assertThat(applicant.post(CASES, "{}").statusCode()).isIn(400, 409);
        assertThat(reviewer.post(CASES, NEW_CASE.replace("}", ", \"applicant\": \"anna\"}"))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void a_scheme_that_cannot_be_read_ends_with_complaints() throws Exception {
        HttpResponse<String> received = applicant.upload(
                opened(applicant) + "/rounds", "方案.yaml", "nothing: [".getBytes(StandardCharsets.UTF_8));

        String round = Visitor.sentTo(received);
        JsonNode standing = ended(applicant, round);

        assertThat(standing.get("state").asString()).isEqualTo("REFUSED");
        assertThat(standing.get("verdict").isNull()).isTrue();
        assertThat(standing.get("complaints").get(0).get("remedy").asString()).isNotBlank();
        HttpResponse<String> none = reviewer.get(round + "/result");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void what_belongs_to_another_does_not_exist() throws Exception {
        String kase = opened(applicant);
        String round = judged(applicant, kase);

        for (String path :
                List.of(kase, kase + "/steps", kase + "/rounds", round, round + "/events", round + "/findings")) {
            assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(stranger.upload(kase + "/rounds", "x.yaml", new byte[] {1}).statusCode())
                .isEqualTo(404);
        assertThat(stranger.get(CASES).body()).doesNotContain(kase.substring(kase.lastIndexOf('/') + 1));
    }

    @Test
    void a_key_opens_nothing_once_it_is_withdrawn_nor_does_one_that_never_was() {
        ApiKeys.Made made = CaseOfOne.key(server, anna);
        Program program = Program.with(server.port(), made.secret());
        assertThat(program.get(CASES).statusCode()).isEqualTo(200);

        server.part(ApiKeys.class).withdraw(anna, made.key().id());

        HttpResponse<String> answer = program.get(CASES);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Program.with(server.port(), "rl_0").get(CASES).statusCode()).isEqualTo(401);
        assertThat(Program.with(server.port(), null).get(CASES).statusCode()).isEqualTo(401);
    }

    @Test
    void the_interface_describes_itself() throws IOException {
        HttpResponse<String> answer = Program.with(server.port(), null).get("/api/openapi.json");

        JsonNode described = json(answer);
        assertThat(described.get("openapi").asString()).startsWith("3.1.");
        TreeSet<String> named = new TreeSet<>();
        described
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method ->
                                named.add(method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        assertThat(named)
                .containsExactlyElementsOf(new TreeSet<>(RouteTable.read().stream()
                        .filter(row -> row.pattern().startsWith("/api/"))
                        .filter(row -> !row.pattern().startsWith("/api/openapi"))
                        .map(RouteTable.Row::name)
                        .toList()));
        assertThat(described.at("/components/securitySchemes").toString()).contains("bearer");
        assertThat(described.at("/components/schemas/AskedChoices/properties").propertyNames())
                .containsExactlyInAnyOrder("name", "crs", "basis", "absent", "units", "layers", "frame");
        JsonNode handingIn = described
                .get("paths")
                .get(CASES + "/{number}/rounds")
                .get("post")
                .get("requestBody");
        assertThat(handingIn.toString()).contains("multipart/form-data", "AskedChoices");
    }
}
