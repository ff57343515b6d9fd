package redline.review;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import redline.casefile.Account;
import redline.casefile.Accounts;
import redline.casefile.Role;
import redline.quantity.Language;

/** Who may enter: the administrator makes accounts, gives new passwords, shuts accounts and opens them again. */
@Controller
class AccountsPage {
    private static final String PAGE = "web/review/accounts";

    private final Accounts accounts;

    AccountsPage(Accounts accounts) {
        this.accounts = accounts;
    }

    record Line(Account account, String role) {}

    record RoleChoice(Role role, String title) {}

    /** What was typed, to be shown again. */
    record Typed(String login, String name, String unit, Role role) {}

    @GetMapping("/office/accounts")
    String show(Model model, Locale locale) {
        return list(new Typed("", "", "", Role.REVIEWER), model, locale);
    }

    private String list(Typed typed, Model model, Locale locale) {
        Language language = language(locale);
        List<Line> lines = accounts.all().stream()
                .map(account -> new Line(account, account.role().title().in(language)))
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute(
                "roles",
                Stream.of(Role.values())
                        .map(role -> new RoleChoice(role, role.title().in(language)))
                        .toList());
        model.addAttribute("typed", typed);
        return PAGE;
    }

    private static Language language(Locale locale) {
        return locale.getLanguage().equals("en") ? Language.EN : Language.ZH;
    }

    @PostMapping("/office/accounts")
    String make(
            @AuthenticationPrincipal Account by,
            @RequestParam String login,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam Role role,
            Model model,
            Locale locale) {
        try {
            return told(accounts.make(by.name(), login, name, unit, role), "made", model);
        } catch (Accounts.Refused refused) {
            model.addAttribute("refused", refused.why().name());
            return list(new Typed(login, name, unit, role), model, locale);
        }
    }

    @PostMapping("/office/accounts/{id}/password")
    String reset(@AuthenticationPrincipal Account by, @PathVariable String id, Model model) {
        return told(accounts.reset(by.name(), account(id)), "reset", model);
    }

    /** Not sent on to another page: the password is told in this answer and can be asked for nowhere. */
    private static String told(Accounts.Made made, String how, Model model) {
        model.addAttribute("made", made);
        model.addAttribute("how", how);
        return "web/review/password-given";
    }

    @PostMapping("/office/accounts/{id}/disable")
    String disable(@AuthenticationPrincipal Account by, @PathVariable String id, Model model, Locale locale) {
        try {
            accounts.disable(by.name(), account(id), true);
            return "redirect:/office/accounts";
        } catch (Accounts.Refused refused) {
            model.addAttribute("refused", refused.why().name());
            return show(model, locale);
        }
    }

    @PostMapping("/office/accounts/{id}/enable")
    String enable(@AuthenticationPrincipal Account by, @PathVariable String id) {
        accounts.disable(by.name(), account(id), false);
        return "redirect:/office/accounts";
    }

    private Account account(String id) {
        return accounts.byId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
