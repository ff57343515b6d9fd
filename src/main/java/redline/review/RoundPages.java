package redline.review;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import redline.casefile.Account;
import redline.casefile.Decisions;
import redline.casefile.HandFindings;
import redline.casefile.HandFindings.HandFinding;

/** What is done to a round as a whole: the rest settled at once, findings added by hand. */
@Controller
class RoundPages {
    private final RoundDoor door;
    private final Decisions decisions;
    private final HandFindings hands;

    RoundPages(RoundDoor door, Decisions decisions, HandFindings hands) {
        this.door = door;
        this.decisions = decisions;
        this.hands = hands;
    }

    @PostMapping("/office/cases/{number}/rounds/{n}/rest")
    String rest(
            @AuthenticationPrincipal Account who,
            @PathVariable String number,
            @PathVariable int n,
            @RequestParam Decisions.Rest rest,
            @RequestParam(defaultValue = "") String reason) {
        RoundSeen seen = door.round(who, number, n);
        decisions.settleRest(who, seen.kase(), seen.round(), rest, reason.strip());
        return "redirect:" + seen.base();
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
            @RequestParam HandFindings.Part part) {
        RoundSeen seen = door.round(who, number, n);
        hands.add(
                who,
                seen.kase(),
                seen.round(),
                new HandFinding(null, title, place, actual, required, basis, advice, part, who.name()));
        return "redirect:" + seen.base();
    }

    @PostMapping("/office/cases/{number}/rounds/{n}/added/{id}/withdraw")
    String withdraw(
            @AuthenticationPrincipal Account who,
            @PathVariable String number,
            @PathVariable int n,
            @PathVariable String id) {
        RoundSeen seen = door.round(who, number, n);
        hands.withdraw(who, seen.kase(), seen.round(), id);
        return "redirect:" + seen.base();
    }
}
