package redline.review;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import redline.casefile.Account;
import redline.casefile.Cases;
import redline.casefile.Office;
import redline.casefile.OfficeCase;
import redline.casefile.Opinions;
import redline.casefile.Role;

/** What departments were asked about a case, what they answered, and what became of it. */
@Controller
class OpinionsPage {
    private final Office office;
    private final RoundDoor door;
    private final Opinions opinions;

    OpinionsPage(Office office, RoundDoor door, Opinions opinions) {
        this.office = office;
        this.door = door;
        this.opinions = opinions;
    }

    @GetMapping("/office/cases/{number}/opinions")
    String show(@AuthenticationPrincipal Account me, @PathVariable String number, Model model) {
        // What departments say is for the office; the applicant hears of it by the office's own letters.
        Roles.only(me, Role.REVIEWER, Role.OUTSIDE_REVIEWER, Role.SECTION_HEAD, Role.APPROVER, Role.POLICY);
        OfficeCase kase = door.kase(me, number);
        model.addAttribute("kase", kase);
        model.addAttribute("opinions", opinions.of(kase.id()));
        model.addAttribute("departments", office.tables().list("department"));
        model.addAttribute("today", office.today());
        model.addAttribute("works", !kase.closed() && me.role() == Role.REVIEWER && Cases.mayWork(me, kase));
        return "web/review/opinions";
    }

    @PostMapping("/office/cases/{number}/opinions")
    String ask(
            @AuthenticationPrincipal Account me,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String subject,
            RedirectAttributes told) {
        Roles.only(me, Role.REVIEWER);
        OfficeCase kase = door.kase(me, number);
        opinions.ask(me, kase, department, CaseWords.day(on).orElse(office.today()), subject);
        told.addFlashAttribute("done", "opinions.asked");
        return "redirect:/office/cases/" + number + "/opinions";
    }

    @PostMapping("/office/cases/{number}/opinions/{opinion}")
    String answered(
            @AuthenticationPrincipal Account me,
            @PathVariable String number,
            @PathVariable String opinion,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(name = "opinion-words", defaultValue = "") String words,
            @RequestParam(defaultValue = "") String adopted,
            RedirectAttributes told) {
        Roles.only(me, Role.REVIEWER);
        OfficeCase kase = door.kase(me, number);
        boolean known = opinions.of(kase.id()).stream().anyMatch(one -> one.id().equals(opinion));
        if (!known) {
            throw RoundDoor.none();
        }
        opinions.answered(me, kase, opinion, CaseWords.day(on).orElse(office.today()), words, adopted);
        told.addFlashAttribute("done", "opinions.noted");
        return "redirect:/office/cases/" + number + "/opinions";
    }
}
