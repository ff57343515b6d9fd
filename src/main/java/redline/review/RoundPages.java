package redline.review;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import redline.casefile.Account;
import redline.casefile.Decisions;
import redline.casefile.Declined;
import redline.casefile.HandFindings;
import redline.casefile.HandFindings.HandFinding;

/** What is done to a round as a whole: the rest settled at once, findings added by hand. */
@Controller
class RoundPages {
    private final RoundDoor door;
    private final WorkDesk desk;
    private final Decisions decisions;
    private final HandFindings hands;
    private final Declines declines;

    RoundPages(RoundDoor door, WorkDesk desk, Decisions decisions, HandFindings hands, Declines declines) {
        this.door = door;
        this.desk = desk;
        this.decisions = decisions;
        this.hands = hands;
        this.declines = declines;
    }

    @PostMapping("/office/cases/{number}/rounds/{n}/rest")
    String rest(
            @AuthenticationPrincipal Account who,
            @PathVariable String number,
            @PathVariable int n,
            @RequestParam Decisions.Rest rest,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        RoundSeen seen = door.round(who, number, n);
        return done(
                seen,
                () -> decisions.settleRest(who, seen.kase(), seen.round(), rest, reason.strip()),
                response,
                model,
                locale);
    }

    @PostMapping("/office/cases/{number}/rounds/{n}/added")
    String add(
            @AuthenticationPrincipal Account who,
            @PathVariable String number,
            @PathVariable int n,
            @RequestParam String title,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String actual,
            @RequestParam(defaultValue = "") String required,
            @RequestParam String basis,
            @RequestParam(defaultValue = "") String advice,
            @RequestParam HandFindings.Part part,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        RoundSeen seen = door.round(who, number, n);
        HandFinding added = new HandFinding(null, title, place, actual, required, basis, advice, part, who.name());
        model.addAttribute("adding", added);
        return done(seen, () -> hands.add(who, seen.kase(), seen.round(), added), response, model, locale);
    }

    @PostMapping("/office/cases/{number}/rounds/{n}/added/{id}/withdraw")
    String withdraw(
            @AuthenticationPrincipal Account who,
            @PathVariable String number,
            @PathVariable int n,
            @PathVariable String id,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        RoundSeen seen = door.round(who, number, n);
        return done(seen, () -> hands.withdraw(who, seen.kase(), seen.round(), id), response, model, locale);
    }

    private String done(RoundSeen seen, Runnable act, HttpServletResponse response, Model model, Locale locale) {
        try {
            act.run();
            return "redirect:" + seen.base();
        } catch (Declined declined) {
            model.addAttribute("complaint", declines.said(declined));
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            desk.whole(desk.lay(seen), null, null, model, locale);
            return "web/review/work";
        }
    }
}
