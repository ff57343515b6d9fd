package redline.system;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;
import redline.casefile.Account;
import redline.casefile.Accounts;

/** Logging in, changing the password, and where one starts. */
@Controller
@WhereOffice
class DoorPages {
    private final Accounts accounts;
    private final Gatekeeper gatekeeper;
    private final OfficeVisitor visitor;

    DoorPages(Accounts accounts, Gatekeeper gatekeeper, OfficeVisitor visitor) {
        this.accounts = accounts;
        this.gatekeeper = gatekeeper;
        this.visitor = visitor;
    }

    @GetMapping("/office/login")
    String login(
            @AuthenticationPrincipal Account account,
            @SessionAttribute(name = Refusing.TYPED, required = false) String typed,
            @RequestParam(defaultValue = "0") long wait,
            HttpServletRequest request,
            Model model) {
        if (account != null) {
            return "redirect:/office";
        }
        model.addAttribute("typed", typed);
        model.addAttribute("wait", wait);
        model.addAttribute("wrong", request.getParameter("wrong") != null);
        model.addAttribute("late", request.getParameter("late") != null);
        model.addAttribute("out", request.getParameter("out") != null);
        return "web/review/login";
    }

    @GetMapping("/office")
    String start() {
        return "redirect:" + visitor.start();
    }

    @GetMapping("/office/password")
    String password() {
        return "web/review/password";
    }

    @PostMapping("/office/password")
    String change(
            @AuthenticationPrincipal Account account,
            @RequestParam String password,
            @RequestParam String fresh,
            @RequestParam String again,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String refused = refused(account, password, fresh, again, request.getRemoteAddr(), model);
        if (refused != null) {
            model.addAttribute("refused", refused);
            return "web/review/password";
        }
        // Sessions opened with the old password end; this one goes on under a new name.
        request.changeSessionId();
        SecurityContextImpl context = new SecurityContextImpl(
                new Entered(accounts.standing(account.id()).orElseThrow()));
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        return "redirect:/office";
    }

    private String refused(Account account, String password, String fresh, String again, String address, Model model) {
        if (!fresh.equals(again)) {
            return "DIFFERENT";
        }
        try {
            gatekeeper.enter(account.login(), password, address);
            accounts.change(account, fresh);
            return null;
        } catch (BadCredentialsException wrong) {
            return "WRONG";
        } catch (Gatekeeper.Paused paused) {
            model.addAttribute("wait", paused.minutes());
            return "WAIT";
        } catch (Accounts.Refused why) {
            return why.why().name();
        }
    }
}
