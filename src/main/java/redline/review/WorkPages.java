package redline.review;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import redline.casefile.Account;
import redline.casefile.Cases;
import redline.casefile.Declined;
import redline.casefile.JobQueue;
import redline.casefile.Role;
import redline.casefile.Round;
import redline.casefile.Rounds;
import redline.intake.Complaint;
import redline.quantity.Language;

/** A round at work: list, plan, evidence and decisions in step; while it is judged, how far that is. */
@Controller
class WorkPages {
    private final RoundDoor door;
    private final WorkDesk desk;
    private final JobQueue jobs;
    private final Rounds rounds;
    private final Declines declines;

    WorkPages(RoundDoor door, WorkDesk desk, JobQueue jobs, Rounds rounds, Declines declines) {
        this.door = door;
        this.desk = desk;
        this.jobs = jobs;
        this.rounds = rounds;
        this.declines = declines;
    }

    /** A complaint about the files, in one language. */
    record ComplaintLine(String place, String what, String remedy) {
        static ComplaintLine of(Complaint complaint, Language language) {
            String line = complaint.line() > 0 ? ":" + complaint.line() : "";
            String element = complaint.element() == null ? "" : " " + complaint.element();
            return new ComplaintLine(
                    (complaint.file() + line + element).strip(),
                    complaint.what().in(language),
                    complaint.remedy().in(language));
        }
    }

    @GetMapping("/office/cases/{number}/rounds/{n}")
    String show(
            @AuthenticationPrincipal Account who,
            @PathVariable String number,
            @PathVariable int n,
            @RequestParam(required = false) Integer finding,
            Model model,
            Locale locale) {
        RoundSeen seen = door.round(who, number, n);
        if (seen.round().judging() == null) {
            return unjudged(seen, model, locale);
        }
        desk.whole(desk.lay(seen), finding, null, model, locale);
        return "web/review/work";
    }

    private String unjudged(RoundSeen seen, Model model, Locale locale) {
        model.addAttribute("seen", seen);
        model.addAttribute("base", seen.base());
        model.addAttribute(
                "complaints",
                Rounds.complaints(seen.round()).stream()
                        .map(complaint -> ComplaintLine.of(complaint, Spoken.in(locale)))
                        .toList());
        model.addAttribute("mayAgain", mayAgain(seen));
        standing(seen, model);
        return "web/review/unjudged";
    }

    private static boolean mayAgain(RoundSeen seen) {
        return seen.round().state() == Round.State.BROKEN
                && !seen.kase().closed()
                && (seen.who().role() == Role.POLICY || Cases.mayWork(seen.who(), seen.kase()));
    }

    private void standing(RoundSeen seen, Model model) {
        boolean ended = seen.round().state().ended();
        model.addAttribute("ended", ended);
        model.addAttribute("standing", jobs.standing(seen.round().id()).orElse(null));
    }

    /** How far the judging is, asked for again and again; once it has ended the page is told to load anew. */
    @GetMapping("/office/cases/{number}/rounds/{n}/state")
    String state(
            @AuthenticationPrincipal Account who,
            @PathVariable String number,
            @PathVariable int n,
            Model model,
            HttpServletResponse response) {
        RoundSeen seen = door.round(who, number, n);
        if (seen.round().state().ended()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("seen", seen);
        model.addAttribute("base", seen.base());
        standing(seen, model);
        return "web/review/unjudged :: state";
    }

    @PostMapping("/office/cases/{number}/rounds/{n}/again")
    String again(
            @AuthenticationPrincipal Account who,
            @PathVariable String number,
            @PathVariable int n,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        RoundSeen seen = door.round(who, number, n);
        try {
            rounds.again(who, seen.round(), "asked for");
            return "redirect:" + seen.base();
        } catch (Declined declined) {
            model.addAttribute("complaint", declines.said(declined));
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return show(who, number, n, null, model, locale);
        }
    }

    @GetMapping("/office/cases/{number}/rounds/{n}/findings/{finding}")
    String finding(
            @AuthenticationPrincipal Account who,
            @PathVariable String number,
            @PathVariable int n,
            @PathVariable int finding,
            Model model,
            Locale locale) {
        WorkDesk.Laid laid = desk.lay(door.round(who, number, n));
        desk.standing(laid, model);
        desk.pane(laid, finding, null, model, locale);
        return "web/review/decide :: pane";
    }
}
