package redline.system;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import redline.casefile.Account;
import redline.casefile.Role;
import redline.quantity.Language;

/** Who looks at an office page and where he may go from there; asked by the frame of the pages. */
@Component("officeVisitor")
@WhereOffice
class OfficeVisitor {
    private static final Set<Role> OF_THE_OFFICE =
            EnumSet.of(Role.OUTSIDE_REVIEWER, Role.REVIEWER, Role.SECTION_HEAD, Role.APPROVER, Role.POLICY);
    private static final Set<Role> WITH_CASES = EnumSet.complementOf(EnumSet.of(Role.ADMINISTRATOR));

    /** Left to right. */
    private static final List<Door> DOORS = List.of(
            new Door("/office/cases", "nav.cases", WITH_CASES),
            new Door("/office/letters", "nav.letters", OF_THE_OFFICE),
            new Door("/office/rules", "nav.rules", OF_THE_OFFICE),
            new Door("/office/drafts", "nav.drafts", OF_THE_OFFICE),
            new Door("/office/templates", "nav.templates", EnumSet.of(Role.POLICY)),
            new Door("/office/sources", "nav.sources", EnumSet.of(Role.POLICY)),
            new Door("/office/queue", "nav.queue", EnumSet.of(Role.REVIEWER, Role.SECTION_HEAD, Role.APPROVER)),
            new Door("/office/questions", "nav.questions", EnumSet.of(Role.POLICY)),
            new Door("/office/accounts", "nav.accounts", EnumSet.of(Role.ADMINISTRATOR)),
            new Door("/office/log", "nav.log", EnumSet.of(Role.ADMINISTRATOR)),
            new Door("/office/backup", "nav.backup", EnumSet.of(Role.ADMINISTRATOR)),
            new Door("/office/exchange-keys", "nav.exchange-keys", EnumSet.of(Role.ADMINISTRATOR)),
            new Door("/verify", "nav.verify", EnumSet.allOf(Role.class)));

    private record Door(String path, String words, Set<Role> roles) {}

    /**
     * A line of the navigation.
     *
     * @param here whether it leads to the page that is shown, or one above it
     */
    public record Way(String path, String words, boolean here) {}

    /** Null where nobody has logged in. */
    public Account getAccount() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof Entered entered
                ? entered.getPrincipal()
                : null;
    }

    /** The role of the account, in the visitor's language. */
    public String role(Locale locale) {
        return getAccount().role().title().in(locale.getLanguage().equals("en") ? Language.EN : Language.ZH);
    }

    /** Pages that the role may see; none before the password is one's own. */
    public List<Way> getWays() {
        Account account = getAccount();
        if (account == null || account.mustChange()) {
            return List.of();
        }
        return DOORS.stream()
                .filter(door -> door.roles().contains(account.role()))
                .map(door -> new Way(door.path(), door.words(), here(door.path())))
                .toList();
    }

    /** Where the role begins its day. */
    String start() {
        Account account = getAccount();
        return switch (account.role()) {
            case ADMINISTRATOR -> "/office/accounts";
            case POLICY -> "/office/questions";
            case APPLICANT, OUTSIDE_REVIEWER, REVIEWER, SECTION_HEAD, APPROVER -> "/office/cases";
        };
    }

    private static boolean here(String path) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return false;
        }
        String shown = attributes.getRequest().getServletPath();
        return shown.equals(path) || shown.startsWith(path + "/");
    }
}
