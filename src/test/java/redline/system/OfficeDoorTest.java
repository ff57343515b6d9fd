package redline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static redline.system.Visitor.sentTo;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.casefile.Accounts;
import redline.casefile.Accounts.Made;
import redline.casefile.AuditEntry;
import redline.casefile.Databases;
import redline.casefile.Role;
import redline.casefile.Store;

/** Who gets into the office, over real HTTP. */
@Tag("databases")
class OfficeDoorTest {
    private static final String OWN = "乌镇 二〇二六 春天来了";
    private static final MovableClock CLOCK = new MovableClock("2026-03-02T01:30:00Z");

    @TempDir
    static Path folder;

    private static Server server;
    private static Accounts accounts;
    private static Store store;
    private static String firstPassword;

    @BeforeAll
    static void open_the_office() {
        server = TestOffice.start(ServerOptions.of(0, Path.of("rules"))
                .with(Databases.chosenOr(Databases.H2).in(folder))
                .at(CLOCK)
                .with("server.forward-headers-strategy", "native")
                .with("management.server.port", "0"));
        accounts = server.part(Accounts.class);
        store = server.part(Store.class);
        firstPassword = server.firstAdministrator().orElseThrow().password();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static Visitor visitor() {
        return new Visitor(server.port());
    }

    /** Has changed the given password already. */
    private static Made person(String login, Role role) {
        Made given = accounts.make("system", login, "王工", "规划科", role);
        accounts.change(given.account(), OWN);
        return new Made(given.account(), OWN);
    }

    private static List<String> logged(String about) {
        return store.audit().about(about).stream().map(AuditEntry::act).toList();
    }

    @Test
    void the_first_administrator_gets_to_the_page_that_changes_his_password_and_nowhere_else() {
        Visitor admin = visitor();

        assertThat(sentTo(admin.login("admin", firstPassword))).isEqualTo("/office");
        assertThat(sentTo(admin.get("/office"))).isEqualTo("/office/password");
        assertThat(sentTo(admin.get("/office/accounts"))).isEqualTo("/office/password");
        assertThat(admin.get("/office/password").body()).contains("现在的密码是别人给的").doesNotContain("/office/accounts");

        assertThat(admin.changePassword("wrong", OWN).body()).contains("现在的密码不对");
        assertThat(admin.changePassword(firstPassword, "short").body()).contains("新密码太短");
        assertThat(sentTo(admin.changePassword(firstPassword, OWN))).isEqualTo("/office");
        assertThat(sentTo(admin.get("/office"))).isEqualTo("/office/accounts");
        assertThat(logged("admin")).startsWith("password-changed", "login-failed", "login");
    }

    @Test
    void a_wrong_password_is_told_as_a_wrong_login_is_and_both_are_logged() {
        person("zhao", Role.REVIEWER);
        Visitor someone = visitor();

        assertThat(sentTo(someone.login("zhao", "wrong"))).isEqualTo("/office/login?wrong");
        assertThat(someone.get("/office/login?wrong").body()).contains("账号或密码不对", "value=\"zhao\"");
        assertThat(sentTo(someone.login("我的密码", "wrong"))).isEqualTo("/office/login?wrong");
        assertThat(logged("zhao")).startsWith("login-failed");
        assertThat(logged("我的密码")).isEmpty();

        assertThat(sentTo(someone.login("zhao", OWN))).isEqualTo("/office");
        assertThat(logged("zhao")).startsWith("login", "login-failed");
    }

    @Test
    void after_five_wrong_passwords_even_the_right_one_has_to_wait() {
        person("qian", Role.REVIEWER);
        Visitor guesser = visitor();
        for (int i = 0; i < 5; i++) {
            assertThat(sentTo(guesser.login("qian", "guess " + i))).isEqualTo("/office/login?wrong");
        }

        assertThat(sentTo(visitor().login("QIAN ", OWN))).isEqualTo("/office/login?wait=5");
        assertThat(guesser.get("/office/login?wait=5").body()).contains("请过 5 分钟再试");
        assertThat(logged("qian").subList(0, 2)).containsExactly("login-paused", "login-failed");

        CLOCK.move(Duration.ofMinutes(2));
        assertThat(sentTo(visitor().login("qian", OWN))).isEqualTo("/office/login?wait=3");
        CLOCK.move(Duration.ofMinutes(3));
        assertThat(sentTo(visitor().login("qian", OWN))).isEqualTo("/office");
    }

    @Test
    void a_form_without_its_token_is_refused_and_a_stale_login_form_is_shown_again() {
        person("sun", Role.REVIEWER);
        Visitor person = visitor();
        person.login("sun", OWN);

        HttpResponse<String> refused = person.post("/office/password", "password", OWN, "fresh", "x", "again", "x");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("页面放得太久").doesNotContain("Exception");
        assertThat(person.post("/office/logout").statusCode()).isEqualTo(403);
        assertThat(sentTo(visitor().post("/office/login", "login", "sun", "password", OWN)))
                .isEqualTo("/office/login?late");
    }

    @Test
    void the_cookie_is_for_the_office_alone_and_for_no_script_and_over_https_for_https_alone() {
        assertThat(visitor().get("/office/login").headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .matches("office=[0-9A-F]{32}; Path=/office; HttpOnly; SameSite=Lax");
        assertThat(visitor()
                        .get("/office/login", "X-Forwarded-Proto", "https")
                        .headers()
                        .allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .matches("office=[0-9A-F]{32}; Path=/office; Secure; HttpOnly; SameSite=Lax");
    }

    @Test
    void logging_in_changes_the_session_and_signing_out_ends_it() {
        person("li", Role.REVIEWER);
        Visitor person = visitor();
        String token = person.token("/office/login");

        HttpResponse<String> entered = person.post("/office/login", "_csrf", token, "login", "li", "password", OWN);
        assertThat(entered.headers().firstValue("Set-Cookie")).isPresent();
        assertThat(person.get("/office/password").body()).contains("王工", "经办人", "退出");
        assertThat(person.get("/office/password?lang=en").body()).contains("reviewer", "Sign out");

        assertThat(sentTo(person.submit("/office/password", "/office/logout"))).isEqualTo("/office/login?out");
        assertThat(sentTo(person.get("/office/password"))).isEqualTo("/office/login");
    }

    @Test
    void a_disabled_account_is_out_at_once_and_so_are_other_sessions_after_a_new_password() {
        Made person = person("zhou", Role.REVIEWER);
        Visitor here = visitor();
        Visitor there = visitor();
        here.login("zhou", OWN);
        there.login("zhou", OWN);

        assertThat(sentTo(here.changePassword(OWN, OWN + " 又一年"))).isEqualTo("/office");
        assertThat(here.get("/office/password").statusCode()).isEqualTo(200);
        assertThat(sentTo(there.get("/office/password"))).isEqualTo("/office/login?out");

        accounts.disable("system", person.account(), true);
        assertThat(sentTo(here.get("/office/password"))).isEqualTo("/office/login?out");
        assertThat(sentTo(here.login("zhou", OWN + " 又一年"))).isEqualTo("/office/login?wrong");
    }

    @Test
    void a_part_of_a_page_is_sent_to_the_login_as_a_whole() {
        HttpResponse<String> answer = visitor().get("/office/password", "HX-Request", "true");

        assertThat(answer.headers().firstValue("HX-Redirect")).contains("/office/login");
    }

    @Test
    void the_self_check_beside_the_office_has_no_door_and_sets_no_cookie() {
        Visitor visitor = visitor();

        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/indicators").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/results/0123").statusCode()).isEqualTo(404);
        assertThat(visitor.post("/api/check", "a", "b").statusCode()).isNotIn(302, 403);
        assertThat(visitor.hasCookies()).isFalse();
    }

    @Test
    void pages_of_the_office_have_the_headers_of_all_pages() {
        var headers = visitor().get("/office/login").headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self';", "frame-ancestors 'none'");
        assertThat(headers.allValues("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void figures_are_at_the_port_of_the_operator_and_nowhere_else() {
        Visitor operator = new Visitor(server.managementPort());

        assertThat(operator.get("/actuator/health").body())
                .contains("\"status\":\"UP\"")
                .doesNotContain("components");
        assertThat(operator.get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
        assertThat(operator.get("/actuator/env").statusCode()).isEqualTo(404);
        assertThat(visitor().get("/actuator/prometheus").statusCode()).isEqualTo(404);
        assertThat(visitor().get("/actuator/health").statusCode()).isEqualTo(404);
        assertThat(visitor().get("/health").statusCode()).isEqualTo(200);
    }
}
