package redline.review;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import redline.casefile.Account;

/** A round at work: list, plan, evidence and decisions in step. */
@Controller
class WorkPages {
    private final RoundDoor door;
    private final WorkDesk desk;

    WorkPages(RoundDoor door, WorkDesk desk) {
        this.door = door;
        this.desk = desk;
    }

    @GetMapping("/office/cases/{number}/rounds/{round}")
    String show(
            @AuthenticationPrincipal Account who,
            @PathVariable String number,
            @PathVariable int round,
            @RequestParam(required = false) Integer finding,
            Model model) {
        RoundSeen seen = door.round(who, number, round);
        if (seen.round().judging() == null) {
            return "redirect:" + seen.base() + "/progress";
        }
        desk.whole(desk.lay(seen), finding, null, model);
        return "web/review/work";
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
