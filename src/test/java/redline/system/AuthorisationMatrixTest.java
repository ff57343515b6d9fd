package redline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import redline.casefile.Account;
import redline.casefile.Accounts;
import redline.casefile.Databases;
import redline.casefile.Letters;
import redline.casefile.LettersOf43;
import redline.casefile.RegisteredLetter;
import redline.casefile.Role;
import redline.system.RouteTable.Row;

/** Every route × every role, and × one's own and another's: who is let in and who is not. routes.txt is the table. */
@Tag("databases")
class AuthorisationMatrixTest {
    private static final String OWN_PASSWORD = "乌镇 二〇二六 春天来了";
    private static final String NOBODY = "anonymous";

    @TempDir
    static Path folder;

    private static Server server;
    private static List<Row> table;

    /** By role; {@link #NOBODY} has not logged in. */
    private static final Map<String, Visitor> VISITORS = new LinkedHashMap<>();

    private static final Map<String, String> TOKENS = new LinkedHashMap<>();
    private static final Map<String, Program> PROGRAMS = new LinkedHashMap<>();
    private static final Map<Role, Account> ACCOUNTS = new EnumMap<>(Role.class);

    /** What a form has to hold before it is looked at whose it is for. */
    private static final Map<String, List<String>> FIELDS = Map.of(
            "/remarks", List.of("finding", "0", "words", "请看"),
            "/decisions", List.of("finding", "0", "kind", "DEMAND"),
            "/rest", List.of("rest", "MISSING_FACTS"),
            "/added", List.of("title", "出入口", "basis", "规划条件", "part", "ADVICE"),
            "/second", List.of("finding", "0", "decision", "0", "agrees", "true"),
            "/steps", List.of("{\"step\": \"submit\"}"));

    /** Belongs to the applicant and is given to the outside reviewer; of the other neither is true. */
    private static CaseOfOne own;

    private static CaseOfOne others;
    private static Account other;

    @BeforeAll
    static void one_of_each_role_logs_in() throws IOException {
        table = RouteTable.read();
        server = TestOffice.start(ServerOptions.of(0, FewRules.in(folder.resolve("rules")))
                .with(Databases.chosenOr(Databases.H2).in(folder.resolve("office")))
                .with("redline.door.submissions", "10000"));
        for (Role role : Role.values()) {
            String login = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
            Account account = person(login, role);
            ACCOUNTS.put(role, account);
            Visitor visitor = new Visitor(server.port());
            assertThat(Visitor.sentTo(visitor.login(login, OWN_PASSWORD))).isEqualTo("/office");
            VISITORS.put(role.name(), visitor);
            TOKENS.put(role.name(), visitor.token("/office/password"));
            PROGRAMS.put(
                    role.name(),
                    Program.with(server.port(), CaseOfOne.key(server, account).secret()));
        }
        VISITORS.put(NOBODY, new Visitor(server.port()));
        TOKENS.put(NOBODY, VISITORS.get(NOBODY).token("/office/login"));
        PROGRAMS.put(NOBODY, Program.with(server.port(), null));
        other = person("other", Role.APPLICANT);
        own = CaseOfOne.open(server, people(ACCOUNTS.get(Role.APPLICANT), ACCOUNTS.get(Role.OUTSIDE_REVIEWER)));
        others = CaseOfOne.open(server, people(other, person("other-institute", Role.OUTSIDE_REVIEWER)));
    }

    private static Account person(String login, Role role) {
        Accounts accounts = server.part(Accounts.class);
        Account made = accounts.make("system", login, "王工", "", role).account();
        accounts.change(made, OWN_PASSWORD);
        return accounts.byId(made.id()).orElseThrow();
    }

    private static CaseOfOne.People people(Account applicant, Account outside) {
        return new CaseOfOne.People(applicant, outside, ACCOUNTS.get(Role.REVIEWER), ACCOUNTS.get(Role.SECTION_HEAD));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    /** Addresses of one thing that belongs to who asks, and of one that belongs to another. */
    record Objects(String own, String others) {}

    /** Of a row marked {@code own}. */
    private static Objects objects(Row row, Role role) {
        if (row.pattern().startsWith("/office/keys")) {
            return new Objects(
                    row.pattern()
                            .replace(
                                    "{id}",
                                    CaseOfOne.key(server, ACCOUNTS.get(role))
                                            .key()
                                            .id()),
                    row.pattern()
                            .replace("{id}", CaseOfOne.key(server, other).key().id()));
        }
        return new Objects(own.address(row.pattern()), others.address(row.pattern()));
    }

    @Test
    void every_route_stands_in_the_table_and_nothing_else_does() {
        TreeSet<String> mapped = new TreeSet<>();
        List<RequestMappingInfo> routes = server.parts(RequestMappingHandlerMapping.class).stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .toList();
        for (RequestMappingInfo route : routes) {
            List<String> methods = route.getMethodsCondition().getMethods().isEmpty()
                    ? List.of("GET")
                    : route.getMethodsCondition().getMethods().stream()
                            .map(Enum::name)
                            .toList();
            for (String pattern : route.getPatternValues()) {
                methods.forEach(method -> mapped.add(method + " " + pattern));
            }
        }

        assertThat(table.stream().map(Row::name)).containsExactlyInAnyOrderElementsOf(mapped);
    }

    @Test
    void a_role_gets_what_the_table_allows_and_nothing_else() {
        List<String> wrong = new ArrayList<>();
        for (Row row : table) {
            VISITORS.forEach((name, visitor) -> {
                Role role = name.equals(NOBODY) ? null : Role.valueOf(name);
                String fault = fault(row.allows(role), role, ask(row.method(), row.nowhere(), name, visitor));
                if (!fault.isEmpty()) {
                    wrong.add(row.name() + " as " + name + ": " + fault);
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everything_with_an_object_in_its_address_is_asked_for_ones_own_and_anothers() {
        assertThat(table.stream()
                        .filter(row -> row.pattern().startsWith("/office/") || row.forPrograms())
                        .filter(row -> row.pattern().contains("{"))
                        .filter(row -> row.allows(Role.APPLICANT) || row.allows(Role.OUTSIDE_REVIEWER))
                        .filter(row -> !row.own())
                        .map(Row::pattern))
                .containsExactlyInAnyOrder(
                        "/office/letters/{id}",
                        "/office/letters/{id}/scan",
                        "/office/rules/{rule}",
                        "/office/drafts/{number}",
                        "/office/drafts/{number}/progress",
                        "/office/drafts/{number}/back-test.xlsx",
                        "/office/drafts/{number}/back-test.svg");
    }

    @ParameterizedTest
    @EnumSource(names = {"APPLICANT", "OUTSIDE_REVIEWER"})
    void one_gets_his_own_and_not_anothers(Role role) {
        List<String> wrong = new ArrayList<>();
        for (Row row : table.stream().filter(Row::own).toList()) {
            Objects objects = objects(row, role);
            Visitor visitor = VISITORS.get(role.name());
            int another =
                    ask(row.method(), objects.others(), role.name(), visitor).statusCode();
            if (another != 403 && another != 404) {
                wrong.add(row.name() + " of another: " + another);
            }
            HttpResponse<String> answer = ask(row.method(), objects.own(), role.name(), visitor);
            int his = answer.statusCode();
            boolean lets = his < 400 && !Visitor.sentTo(answer).startsWith("/office/login") || his == 400 || his == 409;
            if (lets != row.allows(role) || his >= 500) {
                wrong.add(row.name() + " of his own: " + his);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void an_applicant_finds_no_word_that_the_office_wrote_for_itself() {
        Visitor applicant = VISITORS.get(Role.APPLICANT.name());
        List<String> told = new ArrayList<>();
        for (Row row : table) {
            if (!row.method().equals("GET") || !row.allows(Role.APPLICANT)) {
                continue;
            }
            String path = row.own() ? objects(row, Role.APPLICANT).own() : row.nowhere();
            for (String more : List.of("", "?finding=0", "?finding=1", "?finding=2", "?finding=3")) {
                HttpResponse<String> answer = ask("GET", path + more, Role.APPLICANT.name(), applicant);
                if (answer.body().contains(CaseOfOne.INNER)) {
                    told.add(path + more);
                }
            }
        }
        String inner = "/office/papers/" + own.innerPaper().id();
        assertThat(told).isEmpty();
        assertThat(applicant.get(inner).statusCode()).isEqualTo(404);
        assertThat(applicant.get(inner + "/docx").statusCode()).isEqualTo(404);
        assertThat(applicant
                        .get("/office/cases/" + own.kase().number() + "/papers")
                        .body())
                .contains(own.paper().number())
                .doesNotContain(own.innerPaper().id());
        Visitor reviewer = VISITORS.get(Role.REVIEWER.name());
        assertThat(reviewer.get("/office/cases/" + own.kase().number() + "/log").body())
                .contains(CaseOfOne.INNER);
    }

    @Test
    void an_applicant_reads_a_letter_of_the_register_once_it_is_confirmed_and_never_its_scan() throws IOException {
        Letters letters = server.part(Letters.class);
        Account reviewer = ACCOUNTS.get(Role.REVIEWER);
        RegisteredLetter entered = letters.enter(reviewer, LettersOf43.whole());
        RegisteredLetter draft =
                letters.scan(reviewer, entered.id(), entered.version(), "43.pdf", LettersOf43.scan(folder), 1_000_000);
        String page = "/office/letters/" + draft.id();
        Visitor applicant = VISITORS.get(Role.APPLICANT.name());

        assertThat(applicant.get(page).statusCode()).isEqualTo(404);
        letters.confirm(ACCOUNTS.get(Role.SECTION_HEAD), draft.id(), draft.version(), Set.of(1, 2, 3, 4, 5, 6));
        assertThat(applicant.get(page).statusCode()).isEqualTo(200);
        assertThat(applicant.get(page + "/scan").statusCode()).isEqualTo(403);
        assertThat(VISITORS.get(Role.POLICY.name()).get(page + "/scan").statusCode())
                .isEqualTo(200);
    }

    private static HttpResponse<String> ask(String method, String path, String name, Visitor visitor) {
        String[] fields = method.equals("POST")
                ? FIELDS.entrySet().stream()
                        .filter(entry -> path.endsWith(entry.getKey()))
                        .findFirst()
                        .map(Map.Entry::getValue)
                        .orElse(List.of())
                        .toArray(String[]::new)
                : new String[0];
        if (path.startsWith(Program.PLACE)) {
            Program program = PROGRAMS.get(name);
            if (method.equals("GET")) {
                return program.get(path);
            }
            return path.endsWith("/rounds")
                    ? program.upload(path, "方案.yaml", "redline: 1".getBytes(StandardCharsets.UTF_8))
                    : program.post(path, path.endsWith("/steps") ? fields[0] : "{}");
        }
        if (method.equals("GET")) {
            return visitor.get(path);
        }
        String[] all = Stream.concat(Stream.of("_csrf", TOKENS.get(name)), Stream.of(fields))
                .toArray(String[]::new);
        return visitor.post(path, all);
    }

    /** Empty where it is as it should be. */
    private static String fault(boolean allowed, Role role, HttpResponse<String> answer) {
        int status = answer.statusCode();
        boolean asked = status == 401 || Visitor.sentTo(answer).startsWith("/office/login");
        boolean asItShould = allowed ? status < 500 && status != 403 && !asked : role == null ? asked : status == 403;
        return asItShould ? "" : (allowed ? "should be let in" : "should be refused") + ", was " + status;
    }

    @Test
    void a_post_without_its_token_is_refused_to_everybody() {
        for (Row row : table) {
            if (!row.method().equals("GET") && row.pattern().startsWith("/office")) {
                Stream.of(Role.values())
                        .forEach(role -> assertThat(VISITORS.get(role.name())
                                        .post(row.nowhere(), "a", "b")
                                        .statusCode())
                                .as(row.name())
                                .isEqualTo(403));
            }
        }
    }
}
