package redline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static redline.system.Visitor.sentTo;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.casefile.Account;
import redline.casefile.Accounts;
import redline.casefile.AuditEntry;
import redline.casefile.CaseFiles;
import redline.casefile.CaseForm;
import redline.casefile.Cases;
import redline.casefile.Databases;
import redline.casefile.Judgings;
import redline.casefile.OfficeCase;
import redline.casefile.Role;
import redline.casefile.Round;
import redline.casefile.RoundChoices;
import redline.casefile.Rounds;
import redline.casefile.Store;
import redline.intake.bundle.Choices;
import redline.intake.bundle.DrawnPlan;
import redline.intake.bundle.LayerChoice;
import redline.intake.bundle.Meaning;
import redline.scheme.Dates;
import tools.jackson.databind.json.JsonMapper;

/** What was understood of the files of a round, said otherwise on the page or by a program, and handed in once more. */
@Tag("databases")
class DataCheckOfARoundTest {
    private static final String OWN = "乌镇 二〇二六 春天来了";
    private static final double E = 553600;
    private static final double N = 3390000;
    private static final String FILE = "总平面.dxf";
    private static final Map<String, String> MEANT = Map.of(
            "LF-1",
            "parcel",
            "LF-2",
            "road",
            "LF-3",
            "building",
            "LF-4",
            "green",
            "LF-5",
            "controlLine/RIVER",
            "建筑轮廓 旧",
            "ignored");

    @TempDir
    static Path folder;

    private static Server server;
    private static Rounds rounds;
    private static final Map<String, Account> PEOPLE = new LinkedHashMap<>();
    private static final Map<String, Visitor> VISITORS = new LinkedHashMap<>();

    @BeforeAll
    static void an_office_with_an_applicant_and_two_reviewers() throws IOException {
        server = TestOffice.start(ServerOptions.of(0, FewRules.in(folder.resolve("rules")))
                .with(Databases.chosenOr(Databases.POSTGRESQL).in(folder.resolve("office")))
                .at(new MovableClock("2026-03-02T01:30:00Z")));
        rounds = server.part(Rounds.class);
        Map.of("anna", Role.APPLICANT, "rita", Role.REVIEWER, "rolf", Role.REVIEWER)
                .forEach((login, role) -> {
                    Accounts accounts = server.part(Accounts.class);
                    Account account =
                            accounts.make("system", login, login, "", role).account();
                    accounts.change(account, OWN);
                    PEOPLE.put(login, accounts.byId(account.id()).orElseThrow());
                    Visitor visitor = new Visitor(server.port());
                    visitor.login(login, OWN);
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

    private static OfficeCase opened() {
        return server.part(Cases.class)
                .open(
                        PEOPLE.get("rita"),
                        PEOPLE.get("anna"),
                        new CaseForm(
                                "FORMAL",
                                "NEW",
                                "湖滨小区",
                                "",
                                "",
                                null,
                                FewRules.PROFILE,
                                new Dates(
                                        LocalDate.of(2025, 5, 6), LocalDate.of(2025, 6, 10), LocalDate.of(2026, 3, 2)),
                                Map.of(),
                                "",
                                ""));
    }

    /** @param old of what stood there before, an outline that does not close: no scheme where it is taken for a building */
    private static byte[] plan(String parcel, String road, String building, String green, String river, String old) {
        return new DrawnPlan(6)
                .rectangle(parcel, E, N, E + 100, N + 80)
                .polyline(road, false, E - 50, N, E + 150, N)
                .rectangle(building, E + 10, N + 15, E + 40, N + 30)
                .text("文字", E + 20, N + 20, "1#楼")
                .text("文字", E + 20, N + 24, "11F")
                .rectangle(building, E + 60, N + 15, E + 90, N + 30)
                .text("文字", E + 70, N + 20, "2#楼")
                .rectangle(green, E + 10, N + 50, E + 40, N + 70)
                .polyline(river, false, E - 50, N + 120, E + 150, N + 120)
                .polyline(old, false, E + 60, N + 40, E + 90, N + 40, E + 90, N + 60, E + 60, N + 60, E + 60, N + 40.42)
                .bytes();
    }

    private static byte[] strange() {
        return plan("LF-1", "LF-2", "LF-3", "LF-4", "LF-5", "建筑轮廓 旧");
    }

    private static Round handedIn(OfficeCase kase, byte[] file) throws IOException {
        Round round = rounds.submit(
                PEOPLE.get("anna"),
                kase.id(),
                List.of(new StoryOffice.Sent(FILE, file)),
                LocalDate.of(2026, 3, 2),
                RoundChoices.NONE);
        return StoryOffice.judged(rounds, round);
    }

    private static String data(OfficeCase kase, int round) {
        return "/office/cases/" + kase.number() + "/rounds/" + round + "/data";
    }

    private static Round round(OfficeCase kase, int number) {
        return StoryOffice.judged(rounds, rounds.byNumber(kase.id(), number).orElseThrow());
    }

    /** The fields of a page with what it shows of layers and of how it was made, and others. */
    private static String[] form(String page, Map<String, String> meanings, String... others) {
        List<String> fields = new ArrayList<>(List.of("form", "choices", "made-with", madeWith(page)));
        Matcher select = Pattern.compile(
                        "<th scope=\"row\">([^<]*)</th>\\s*<td><select name=\"(meaning\\.\\d+)\"(.*?)</select>",
                        Pattern.DOTALL)
                .matcher(page);
        while (select.find()) {
            Matcher shown = Pattern.compile("value=\"([^\"]*)\" selected").matcher(select.group(3));
            fields.add(select.group(2));
            fields.add(meanings.getOrDefault(select.group(1), shown.find() ? shown.group(1) : ""));
        }
        fields.addAll(List.of(others));
        return fields.toArray(String[]::new);
    }

    private static String madeWith(String page) {
        Matcher hidden =
                Pattern.compile("name=\"made-with\" value=\"([^\"]*)\"").matcher(page);
        assertThat(hidden.find()).as(page).isTrue();
        return hidden.group(1).replace("&quot;", "\"").replace("&amp;", "&");
    }

    private static List<String> findings(Round round) {
        return server.part(Judgings.class).findings(round).stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void a_drawing_of_unknown_layers_is_refused_and_judged_like_the_known_one_once_they_are_meant() throws IOException {
        OfficeCase known = opened();
        Round like = handedIn(known, plan("用地红线", "道路红线", "建筑轮廓", "绿地", "河道控制线", "LF-9"));
        assertThat(like.state()).isEqualTo(Round.State.JUDGED);
        OfficeCase kase = opened();
        Round first = handedIn(kase, strange());
        assertThat(first.state()).isEqualTo(Round.State.REFUSED);

        Visitor anna = as("anna");
        assertThat(anna.get("/office/cases/" + kase.number() + "/rounds/1").body())
                .contains(data(kase, 1));
        String page = anna.get(data(kase, 1)).body();
        assertThat(page).contains("处须先改正", "LF-1", "LF-5", "按此报送新一轮").doesNotContain("<path class=\"parcel\"");

        HttpResponse<String> sent =
                anna.submit(data(kase, 1), data(kase, 1), form(page, MEANT, "then", "submit", "none.zones", "yes"));

        assertThat(sentTo(sent)).isEqualTo("/office/cases/" + kase.number() + "/rounds/2/progress");
        Round second = round(kase, 2);
        assertThat(second.state()).isEqualTo(Round.State.JUDGED);
        Map<LayerChoice, Meaning> meanings = new LinkedHashMap<>();
        MEANT.forEach((layer, code) ->
                meanings.put(new LayerChoice(FILE, layer), Meaning.ofCode(code).orElseThrow()));
        assertThat(RoundChoices.of(second).choices())
                .isEqualTo(new Choices(null, null, null, Map.of(), meanings, null, java.util.Set.of("zones")));

        // The same with the zones said to be none, as the page said it.
        Round alike = StoryOffice.judged(
                rounds,
                rounds.submitAgain(
                        PEOPLE.get("anna"),
                        like,
                        new RoundChoices(Choices.none().withNone(java.util.Set.of("zones")))));
        assertThat(findings(second)).isNotEmpty().isEqualTo(findings(alike));
    }

    @Test
    void the_same_originals_are_handed_in_and_the_log_says_what_is_read_otherwise() throws IOException {
        OfficeCase kase = opened();
        handedIn(kase, strange());
        Visitor rita = as("rita");
        String page = rita.get(data(kase, 1)).body();
        rita.submit(
                data(kase, 1),
                data(kase, 1),
                form(page, MEANT, "then", "submit", "unit.0", "m", "basis", "drawing", "none.controlLines", "yes"));
        Round second = round(kase, 2);

        CaseFiles files = server.part(CaseFiles.class);
        assertThat(files.ofRound(second.id()))
                .extracting(CaseFiles.Entry::name, CaseFiles.Entry::sha256)
                .isEqualTo(files.ofRound(round(kase, 1).id()).stream()
                        .map(file -> org.assertj.core.groups.Tuple.tuple(file.name(), file.sha256()))
                        .toList());
        List<AuditEntry> log = server.part(Store.class).audit().about(kase.number());
        assertThat(log.stream().filter(entry -> entry.act().equals("file-received")))
                .hasSize(1);
        AuditEntry changed = log.stream()
                .filter(entry -> entry.act().equals("round-choices"))
                .findFirst()
                .orElseThrow();
        assertThat(changed.who()).isEqualTo("rita");
        assertThat(JsonMapper.shared().readTree(changed.details()))
                .isEqualTo(JsonMapper.shared()
                        .readTree("{\"absent\": [\"controlLines\"], \"basis\": \"drawing\","
                                + " \"layers\": [" + layer("LF-1", "parcel") + "," + layer("LF-2", "road") + ","
                                + layer("LF-3", "building") + "," + layer("LF-4", "green") + ","
                                + layer("LF-5", "controlLine/RIVER") + "," + layer("建筑轮廓 旧", "ignored")
                                + "], \"of\": 1, \"round\": 2, \"units\": {\""
                                + FILE
                                + "\": \"m\"}}"));
        assertThat(rita.get("/office/cases/" + kase.number() + "/log").body())
                .contains("改变读取方式", "总平面.dxf LF-5 → 控制线 · 河道控制线", "总平面.dxf 米", "图上量算");

        // An applicant cannot say that of control lines; it stays as the reviewer said it.
        Visitor anna = as("anna");
        String own = anna.get(data(kase, 2)).body();
        assertThat(own).doesNotContain("none.controlLines");
        anna.submit(data(kase, 2), data(kase, 2), form(own, Map.of(), "then", "submit", "crs", "EPSG:4548"));
        assertThat(RoundChoices.of(round(kase, 3)).choices().absent()).containsExactly("controlLines");
    }

    private static String layer(String layer, String meaning) {
        return "{\"file\": \"" + FILE + "\", \"layer\": \"" + layer + "\", \"meaning\": \"" + meaning + "\"}";
    }

    @Test
    void other_choices_are_tried_before_they_are_handed_in() throws IOException {
        OfficeCase kase = opened();
        handedIn(kase, strange());
        Visitor anna = as("anna");
        String page = anna.get(data(kase, 1)).body();

        String tried = anna.submit(data(kase, 1), data(kase, 1), form(page, Map.of("LF-1", "parcel"), "then", "read"))
                .body();
        assertThat(tried).contains("还没有报送", "<path class=\"parcel\"").doesNotContain(">1#</text>");
        String again = anna.submit(
                        data(kase, 1), data(kase, 1), form(tried, Map.of("LF-3", "building"), "then", "read"))
                .body();
        assertThat(again).contains("<path class=\"parcel\"", ">1#</text>");
        assertThat(rounds.of(kase.id())).hasSize(1);
        assertThat(anna.get(data(kase, 1)).body()).contains("这是第 1 轮的读法").doesNotContain("<path class=\"parcel\"");
    }

    @Test
    void what_changes_nothing_or_is_no_frame_is_not_taken_and_what_was_typed_stays() throws IOException {
        OfficeCase kase = opened();
        handedIn(kase, strange());
        Visitor anna = as("anna");
        String page = anna.get(data(kase, 1)).body();

        anna.submit(data(kase, 1), data(kase, 1), form(page, Map.of(), "then", "submit"));
        assertThat(anna.get("/office/cases/" + kase.number()).body()).contains("与这一轮的读法一样，没有再报送");
        anna.upload(
                data(kase, 1),
                data(kase, 1),
                List.of(),
                form(page, Map.of("LF-1", "parcel"), "then", "submit", "west", "17", "name", "留着 <b>"));
        assertThat(anna.get(data(kase, 1)).body())
                .contains("四个数都填", "value=\"17\"", "value=\"留着 &lt;b&gt;\"", "value=\"parcel\" selected");
        assertThat(rounds.of(kase.id())).hasSize(1);
    }

    @Test
    void who_may_not_hand_in_looks_only() throws IOException {
        OfficeCase kase = opened();
        handedIn(kase, strange());

        Visitor rolf = as("rolf");
        String page = rolf.get(data(kase, 1)).body();
        assertThat(page).contains("LF-1", "这里只能看").doesNotContain("按此报送新一轮");
        assertThat(rolf.submit(data(kase, 1), data(kase, 1), form(page, MEANT, "then", "submit"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(rounds.of(kase.id())).hasSize(1);
    }

    @Test
    void a_scheme_file_says_itself_what_it_is_and_what_cannot_be_read_is_told() throws IOException {
        OfficeCase kase = opened();
        rounds.submit(
                PEOPLE.get("anna"),
                kase.id(),
                List.of(new StoryOffice.Sent("方案.yaml", "redline: 1".getBytes(StandardCharsets.UTF_8))),
                LocalDate.of(2026, 3, 2),
                RoundChoices.NONE);
        round(kase, 1);
        assertThat(as("anna").get(data(kase, 1)).body()).contains("这一轮交的是方案文件").doesNotContain("id=\"choices\"");
        assertThat(as("anna").get("/office/cases/" + kase.number() + "/rounds").body())
                .doesNotContain(data(kase, 1));

        rounds.submit(
                PEOPLE.get("anna"),
                kase.id(),
                List.of(new StoryOffice.Sent("总平面.dwg", "AC1032\0\0\0\0".getBytes(StandardCharsets.US_ASCII))),
                LocalDate.of(2026, 3, 2),
                RoundChoices.NONE);
        round(kase, 2);
        assertThat(as("anna").get(data(kase, 2)).body()).contains("这是 DWG 图形", "没有读");
    }

    @Test
    void a_program_says_it_with_the_files_or_of_those_that_are_kept() throws IOException {
        OfficeCase kase = opened();
        Program program = Program.with(
                server.port(), CaseOfOne.key(server, PEOPLE.get("anna")).secret());
        String place = Program.PLACE + "/cases/" + kase.number() + "/rounds";
        String some = "{\"layers\": [" + layer("LF-1", "parcel") + "], \"units\": [{\"file\": \"" + FILE
                + "\", \"unit\": \"m\"}], \"frame\": {\"west\": 553000, \"south\": 3389000, \"east\": 554000, \"north\": 3391000}}";
        HttpResponse<String> first = program.upload(place, FILE, strange(), "choices", some);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
        assertThat(RoundChoices.of(round(kase, 1)).choices())
                .isEqualTo(RoundChoices.read(
                                "{\"layers\": [" + layer("LF-1", "parcel") + "], \"units\": {\"" + FILE
                                        + "\": \"m\"}, \"frame\": {\"west\": 553000, \"south\": 3389000, \"east\": 554000, \"north\": 3391000}}")
                        .orElseThrow()
                        .choices());

        String again = Visitor.sentTo(first) + "/choices";
        HttpResponse<String> second = program.post(
                again,
                "{\"layers\": [" + layer("LF-1", "parcel") + "," + layer("LF-3", "building")
                        + "], \"absent\": [\"zones\", \"controlLines\"], \"crs\": \"EPSG:4549\", \"basis\": \"drawing\"}");
        assertThat(second.statusCode()).as(second.body()).isEqualTo(202);
        Choices said = RoundChoices.of(round(kase, 2)).choices();
        assertThat(said.absent()).containsExactly("zones");
        assertThat(said.meanings()).hasSize(2);
        assertThat(said.units()).isEmpty();

        for (String wrong : List.of(
                "{\"layers\": [" + layer("LF-1", "castle") + "]}",
                "{\"absent\": [\"dragons\"]}",
                "{\"basis\": \"guess\"}",
                "{\"crs\": \"Gauss\"}",
                "{\"units\": [{\"file\": \"a\", \"unit\": \"ell\"}]}",
                "{\"frame\": {\"west\": 2, \"south\": 1, \"east\": 1, \"north\": 2}}")) {
            HttpResponse<String> answer = program.post(again, wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(answer.body()).as(wrong).contains("\"why\"");
        }
        HttpResponse<String> same = program.post(again, some);
        assertThat(same.statusCode()).isEqualTo(409);
        assertThat(same.body()).contains("SAME_CHOICES");
        assertThat(rounds.of(kase.id())).hasSize(2);
    }
}
