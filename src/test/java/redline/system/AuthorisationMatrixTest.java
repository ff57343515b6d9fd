package redline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import redline.casefile.Account;
import redline.casefile.Accounts;
import redline.casefile.CaseFiles;
import redline.casefile.CaseForm;
import redline.casefile.Cases;
import redline.casefile.Office;
import redline.casefile.OfficeCase;
import redline.casefile.Role;
import redline.casefile.RoundChoices;
import redline.casefile.Rounds;
import redline.casefile.StoreSettings;
import redline.scheme.Dates;
import redline.system.RouteTable.Row;

/** Every route × every role, and × one's own and another's: who is let in and who is not. routes.txt is the table. */
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

    @BeforeAll
    static void one_of_each_role_logs_in() throws IOException {
        table = RouteTable.read();
        server = TestOffice.start(ServerOptions.of(0, Path.of("rules"))
                .with(StoreSettings.in(folder))
                .with("redline.door.submissions", "10000"));
        Accounts accounts = server.part(Accounts.class);
        for (Role role : Role.values()) {
            String login = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
            accounts.change(accounts.make("system", login, "王工", "", role).account(), OWN_PASSWORD);
            Visitor visitor = new Visitor(server.port());
            assertThat(Visitor.sentTo(visitor.login(login, OWN_PASSWORD))).isEqualTo("/office");
            VISITORS.put(role.name(), visitor);
            TOKENS.put(role.name(), visitor.token("/office/password"));
        }
        own = kept(accounts.byLogin("applicant").orElseThrow());
        others = kept(
                accounts.make("system", "another", "李工", "", Role.APPLICANT).account());
        VISITORS.put(NOBODY, new Visitor(server.port()));
        TOKENS.put(NOBODY, VISITORS.get(NOBODY).token("/office/login"));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    /** Addresses of one thing that belongs to the applicant who has logged in, and of one that belongs to another. */
    record Objects(String own, String others) {}

    /** A case of an applicant with a file and a round. */
    private record Kept(String number, String file) {
        String in(String pattern) {
            return pattern.replace("{number}", number)
                    .replace("{id}", file)
                    .replace("{item}", "application")
                    .replace("{step}", "submit")
                    .replaceAll("\\{(n|round)}", "1");
        }
    }

    private static Kept own;
    private static Kept others;

    private static Kept kept(Account applicant) throws IOException {
        OfficeCase kase = server.part(Cases.class)
                .open(
                        applicant,
                        applicant,
                        new CaseForm(
                                "PRELIMINARY",
                                "NEW",
                                "项目",
                                "",
                                "",
                                null,
                                "tongxiang",
                                Dates.unknown(),
                                Map.of(),
                                "",
                                ""));
        server.part(Rounds.class)
                .submit(
                        applicant,
                        kase.id(),
                        List.of(new Scrap()),
                        server.part(Office.class).today(),
                        RoundChoices.NONE);
        return new Kept(
                kase.number(), server.part(CaseFiles.class).of(kase.id()).get(0).id());
    }

    private record Scrap() implements CaseFiles.Arriving {
        @Override
        public String name() {
            return "scheme.yaml";
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream("nothing: [".getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Addresses for a row marked {@code own}. */
    private static Objects objects(String pattern) {
        return new Objects(own.in(pattern), others.in(pattern));
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
    void an_applicant_gets_his_own_and_not_anothers() {
        Visitor applicant = VISITORS.get(Role.APPLICANT.name());
        for (Row row : table.stream().filter(Row::own).toList()) {
            Objects objects = objects(row.pattern());
            assertThat(ask(row.method(), objects.others(), Role.APPLICANT.name(), applicant)
                            .statusCode())
                    .as(row.name() + " of another")
                    .isIn(403, 404);
            assertThat(ask(row.method(), objects.own(), Role.APPLICANT.name(), applicant)
                            .statusCode())
                    .as(row.name() + " of his own")
                    .isIn(200, 302, 303, 400);
        }
    }

    private static HttpResponse<String> ask(String method, String path, String name, Visitor visitor) {
        return method.equals("GET") ? visitor.get(path) : visitor.post(path, "_csrf", TOKENS.get(name));
    }

    /** Empty where it is as it should be. */
    private static String fault(boolean allowed, Role role, HttpResponse<String> answer) {
        int status = answer.statusCode();
        boolean toLogin = Visitor.sentTo(answer).startsWith("/office/login");
        boolean refused = status == 403 || status == 302 && toLogin;
        boolean asItShould = allowed ? status < 500 && !refused : role == null ? toLogin : status == 403;
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
