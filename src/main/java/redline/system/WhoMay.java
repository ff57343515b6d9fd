package redline.system;

import static redline.casefile.Role.ADMINISTRATOR;
import static redline.casefile.Role.APPLICANT;
import static redline.casefile.Role.APPROVER;
import static redline.casefile.Role.OUTSIDE_REVIEWER;
import static redline.casefile.Role.POLICY;
import static redline.casefile.Role.REVIEWER;
import static redline.casefile.Role.SECTION_HEAD;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import redline.casefile.Role;

/**
 * Which roles may ask for what, before anything is looked up: a refusal tells nothing of what there is. Whose a case is, and which steps
 * a role takes (templates/office/steps.csv), the pages look at.
 */
final class WhoMay {
    private static final Set<Role> HAND_IN = Set.of(APPLICANT, REVIEWER);
    private static final Set<Role> WORK = Set.of(REVIEWER, OUTSIDE_REVIEWER);
    private static final Set<Role> SIGN = Set.of(REVIEWER, SECTION_HEAD, APPROVER);
    private static final Set<Role> SEAL = Set.of(SECTION_HEAD, APPROVER);
    private static final Set<Role> LETTERS = Set.of(REVIEWER, SECTION_HEAD);
    private static final Set<Role> STAFF = Set.of(OUTSIDE_REVIEWER, REVIEWER, SECTION_HEAD, APPROVER, POLICY);

    /** Who keeps the accounts has no business with the cases. */
    private static final Set<Role> WITH_CASES =
            Set.of(APPLICANT, OUTSIDE_REVIEWER, REVIEWER, SECTION_HEAD, APPROVER, POLICY);

    private static final Set<Role> APPROVING = Set.of(POLICY, SECTION_HEAD, APPROVER);
    private static final String DRAFT = "/office/drafts/*";
    private static final String ROUND = "/office/cases/*/rounds/*";
    private static final String PROGRAMS = "/api/office/v1";

    private final AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry door;

    private WhoMay(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry door) {
        this.door = door;
    }

    /** The first that fits counts. */
    static void askForPages(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry door) {
        door.requestMatchers("/office/login").permitAll();
        WhoMay may = new WhoMay(door);
        may.ask(
                Set.of(ADMINISTRATOR),
                "/office/accounts/**",
                "/office/log/**",
                "/office/backup/**",
                "/office/exchange-keys");
        may.send(APPROVING, DRAFT + "/publish", DRAFT + "/back", DRAFT + "/back-test", DRAFT + "/back-test/cancel");
        may.send(Set.of(POLICY), "/office/drafts/**");
        may.ask(
                Set.of(POLICY),
                DRAFT + "/value",
                DRAFT + "/values",
                DRAFT + "/case",
                DRAFT + "/file",
                DRAFT + "/rule",
                "/office/drafts/packs",
                DRAFT + "/tables/**");
        may.ask(STAFF, "/office/drafts/**");
        may.ask(Set.of(POLICY), "/office/questions/**", "/office/sources/**", "/office/templates/**");
        may.send(Set.of(POLICY), "/office/lessons/**");
        may.ask(STAFF, "/office/rules/**", "/office/lessons/**");
        may.ask(SIGN, "/office/queue/**");
        may.send(LETTERS, "/office/letters/**");
        may.ask(LETTERS, "/office/letters/*/edit");
        may.ask(STAFF, "/office/letters/*/scan");
        may.ask(HAND_IN, "/office/cases/new");
        may.send(LETTERS, "/office/cases/*/assignment");
        may.send(SIGN, "/office/cases/*/conclusion", ROUND + "/second", "/office/papers/*/sealed");
        may.ask(SIGN, "/office/cases/*/papers/new/*");
        may.send(Set.of(REVIEWER), "/office/cases/*/materials", "/office/cases/*/opinions/**");
        may.send(Set.of(APPLICANT, REVIEWER, OUTSIDE_REVIEWER), "/office/cases/*/materials/*");
        may.send(HAND_IN, "/office/cases/*/rounds", ROUND + "/data", ROUND + "/replies");
        may.send(WORK, "/office/cases/*/publicity", ROUND + "/decisions", ROUND + "/rest", ROUND + "/added/**");
        may.send(Set.of(REVIEWER, OUTSIDE_REVIEWER, POLICY), ROUND + "/again");
        may.send(SEAL, ROUND + "/seal");
        may.ask(SIGN, ROUND + "/seal", ROUND + "/seal/**");
        may.ask(
                STAFF,
                ROUND + "/report.pdf",
                ROUND + "/public.pdf",
                ROUND + "/result.json",
                ROUND + "/record.json",
                ROUND + "/findings.*");
        may.ask(
                WITH_CASES,
                "/office/cases/**",
                "/office/files/**",
                "/office/papers/**",
                "/office/letters/**",
                "/office/keys/**");
        door.anyRequest().authenticated();
    }

    static void askByProgram(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry door) {
        WhoMay may = new WhoMay(door);
        may.send(HAND_IN, PROGRAMS + "/cases", PROGRAMS + "/cases/*/rounds", PROGRAMS + "/rounds/*/choices");
        may.send(WORK, PROGRAMS + "/rounds/*/decisions");
        may.ask(
                STAFF,
                PROGRAMS + "/rounds/*/decisions",
                PROGRAMS + "/rounds/*/result",
                PROGRAMS + "/rounds/*/report.pdf");
        may.ask(WITH_CASES, "/api/office/**");
        door.anyRequest().denyAll();
    }

    private void ask(Set<Role> roles, String... paths) {
        door.requestMatchers(paths).hasAnyRole(names(roles));
    }

    private void send(Set<Role> roles, String... paths) {
        door.requestMatchers(HttpMethod.POST, paths).hasAnyRole(names(roles));
    }

    private static String[] names(Set<Role> roles) {
        return new TreeSet<>(roles).stream().map(Role::name).toArray(String[]::new);
    }
}
