package redline.review;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import redline.casefile.Account;
import redline.casefile.Cases;
import redline.casefile.Role;
import redline.casefile.Rounds;
import redline.screen.ComplaintLine;

/** A round at work: list, plan, evidence and decisions in step. */
@Controller
class WorkPages {
    private static final int LONGEST = 200;

    private final RoundDoor door;
    private final WorkDesk desk;
    private final Rounds rounds;
    private final HandingIn handing;

    WorkPages(RoundDoor door, WorkDesk desk, Rounds rounds, HandingIn handing) {
        this.door = door;
        this.desk = desk;
        this.rounds = rounds;
        this.handing = handing;
    }

    @GetMapping("/office/cases/{number}/rounds/{round}")
    String show(
            @AuthenticationPrincipal Account who,
            @PathVariable String number,
            @PathVariable int round,
            @RequestParam(required = false) Integer finding,
            Model model) {
        RoundSeen seen = door.round(who, number, round);
        model.addAttribute("drawn", handing.drawn(seen.round()));
        if (seen.round().judging() == null) {
            return seen.round().state().ended() ? unjudged(seen, model) : "redirect:" + seen.base() + "/progress";
        }
        desk.whole(desk.lay(seen), finding, null, model);
        return "web/review/work";
    }

    /** What stood in the way. */
    private static String unjudged(RoundSeen seen, Model model) {
        model.addAttribute("seen", seen);
        model.addAttribute("kase", seen.kase());
        model.addAttribute("base", seen.base());
        model.addAttribute(
                "complaints",
                Rounds.complaints(seen.round()).stream()
                        .map(complaint -> ComplaintLine.of(complaint, CaseWords.language()))
                        .toList());
        boolean may = seen.who().role() == Role.POLICY || Cases.mayWork(seen.who(), seen.kase());
        model.addAttribute("mayAgain", may && !seen.kase().closed());
        return "web/review/unjudged";
    }

    @PostMapping("/office/cases/{number}/rounds/{round}/again")
    String again(
            @AuthenticationPrincipal Account who,
            @PathVariable String number,
            @PathVariable int round,
            @RequestParam(defaultValue = "") String why) {
        RoundSeen seen = door.round(who, number, round);
        String said = why.strip();
        rounds.again(who, seen.round(), said.substring(0, Math.min(LONGEST, said.length())));
        return "redirect:" + seen.base() + "/progress";
    }

    @GetMapping("/office/cases/{number}/rounds/{round}/findings/{finding}")
    String finding(
            @AuthenticationPrincipal Account who,
            @PathVariable String number,
            @PathVariable int round,
            @PathVariable int finding,
            Model model) {
        WorkDesk.Laid laid = desk.lay(door.round(who, number, round));
        desk.standing(laid, model);
        desk.pane(laid, finding, null, model);
        return "web/review/decide :: pane";
    }
}
