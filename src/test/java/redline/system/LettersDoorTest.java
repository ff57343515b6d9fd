package redline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static redline.system.Visitor.sentTo;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.casefile.Account;
import redline.casefile.Accounts;
import redline.casefile.Databases;
import redline.casefile.Letters;
import redline.casefile.LettersOf43;
import redline.casefile.RegisteredLetter;
import redline.casefile.Role;

/** Who reads, enters and confirms planning conditions, over real HTTP. */
@Tag("databases")
class LettersDoorTest {
    private static final String OWN = "乌镇 二〇二六 春天来了";
    private static final Set<Role> HANDS = Set.of(Role.REVIEWER, Role.SECTION_HEAD);

    @TempDir
    static Path folder;

    private static Server server;
    private static Letters letters;
    private static final Map<Role, Account> PEOPLE = new EnumMap<>(Role.class);
    private static RegisteredLetter draft;
    private static RegisteredLetter confirmed;

    @BeforeAll
    static void an_office_with_a_draft_and_a_confirmed_letter() throws IOException {
        server = TestOffice.start(ServerOptions.of(0, Path.of("rules"))
                .with(Databases.chosenOr(Databases.POSTGRESQL).in(folder)));
        Accounts accounts = server.part(Accounts.class);
        for (Role role : Role.values()) {
            Account account =
                    accounts.make("system", login(role), "人", "科", role).account();
            accounts.change(account, OWN);
            PEOPLE.put(role, account);
        }
        letters = server.part(Letters.class);
        draft = entered();
        RegisteredLetter second = entered();
        confirmed =
                letters.confirm(PEOPLE.get(Role.SECTION_HEAD), second.id(), second.version(), Set.of(1, 2, 3, 4, 5, 6));
    }

    private static RegisteredLetter entered() throws IOException {
        Account reviewer = PEOPLE.get(Role.REVIEWER);
        RegisteredLetter bare = letters.enter(reviewer, LettersOf43.whole());
        return letters.scan(reviewer, bare.id(), bare.version(), "43号.pdf", LettersOf43.scan(folder), 1_000_000);
    }

    private static String login(Role role) {
        return role.name().toLowerCase(java.util.Locale.ROOT);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static Visitor as(Role role) {
        Visitor visitor = new Visitor(server.port());
        visitor.login(login(role), OWN);
        return visitor;
    }

    @Test
    void each_role_gets_to_what_is_its_own() {
        for (Role role : Role.values()) {
            Visitor visitor = as(role);
            boolean reads = role != Role.ADMINISTRATOR && role != Role.APPLICANT;
            String ofDraft = "/office/letters/" + draft.id();
            String ofConfirmed = "/office/letters/" + confirmed.id();

            assertThat(visitor.get("/office/letters").statusCode())
                    .as("list for " + role)
                    .isEqualTo(role == Role.ADMINISTRATOR ? 403 : 200);
            assertThat(visitor.get(ofDraft).statusCode())
                    .as("draft for " + role)
                    .isEqualTo(reads ? 200 : role == Role.ADMINISTRATOR ? 403 : 404);
            assertThat(visitor.get(ofDraft + "/scan").statusCode())
                    .as("scan for " + role)
                    .isEqualTo(reads ? 200 : 403);
            assertThat(visitor.get(ofConfirmed).statusCode())
                    .as("confirmed for " + role)
                    .isEqualTo(role == Role.ADMINISTRATOR ? 403 : 200);
            assertThat(visitor.get(ofConfirmed + "/scan").statusCode())
                    .as("confirmed scan for " + role)
                    .isEqualTo(reads ? 200 : 403);
            assertThat(visitor.get(ofDraft + "/edit").statusCode())
                    .as("edit for " + role)
                    .isEqualTo(HANDS.contains(role) ? 200 : 403);
            assertThat(visitor.submit("/office/password", "/office/letters", "none", "")
                            .statusCode())
                    .as("begin for " + role)
                    .isEqualTo(HANDS.contains(role) ? 302 : 403);
            for (String act : new String[] {"/edit", "/confirm", "/change"}) {
                int status = visitor.submit(
                                "/office/password",
                                ofDraft + act,
                                "version",
                                String.valueOf(draft.version()),
                                "act",
                                "look",
                                "changeNo",
                                "x",
                                "changedOn",
                                "2026-01-01")
                        .statusCode();
                if (!HANDS.contains(role)) {
                    assertThat(status).as(act + " for " + role).isIn(403, 404);
                } else if (act.equals("/confirm")) {
                    assertThat(status).as(act + " for " + role).isEqualTo(role == Role.REVIEWER ? 403 : 200);
                } else {
                    assertThat(status).as(act + " for " + role).isEqualTo(200);
                }
            }
        }
        assertThat(letters.byId(draft.id())).contains(draft);
        assertThat(letters.byId(confirmed.id())).contains(confirmed);
        Visitor nobody = new Visitor(server.port());
        assertThat(sentTo(nobody.get("/office/letters"))).isEqualTo("/office/login");
        assertThat(sentTo(nobody.get("/office/letters/" + confirmed.id() + "/scan")))
                .isEqualTo("/office/login");
    }

    @Test
    void who_typed_it_in_cannot_confirm_it_by_a_direct_call() {
        HttpResponse<String> refused = as(Role.REVIEWER)
                .submit(
                        "/office/password",
                        "/office/letters/" + draft.id() + "/confirm",
                        "version",
                        String.valueOf(draft.version()),
                        "seen",
                        "1,2,3,4,5,6");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(letters.byId(draft.id())).contains(draft);
    }

    @Test
    void the_scan_is_a_pdf_that_only_our_own_pages_frame() {
        HttpResponse<String> scan = as(Role.POLICY).get("/office/letters/" + confirmed.id() + "/scan");

        assertThat(scan.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/pdf"));
        assertThat(scan.headers().firstValue("Content-Disposition")).hasValue("inline; filename=\"scan.pdf\"");
        assertThat(scan.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(scan.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; "
                        + "base-uri 'none'; form-action 'none'; frame-ancestors 'self'");
        assertThat(scan.body()).startsWith("%PDF-");
        assertThat(as(Role.POLICY)
                        .get("/office/letters/" + confirmed.id())
                        .headers()
                        .firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'")
                        .contains("frame-ancestors 'none'")
                        .endsWith("; frame-src 'self'"));
        assertThat(as(Role.POLICY).get("/office/letters").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).doesNotContain("frame-src"));
    }

    @Test
    void an_applicant_finds_a_confirmed_letter_by_its_whole_number_and_nothing_else() {
        Visitor applicant = as(Role.APPLICANT);

        assertThat(applicant
                        .get("/office/letters?q=%E6%A1%90%E5%9C%9F%E5%82%A8%5B2019%5D43%E5%8F%B7")
                        .body())
                .contains(confirmed.id())
                .doesNotContain(draft.id());
        assertThat(applicant
                        .get("/office/letters?q=%E6%A1%90%E5%9C%9F%E5%82%A8")
                        .body())
                .doesNotContain(confirmed.id());
        assertThat(applicant.get("/office/letters").body()).doesNotContain(confirmed.id());
    }
}
