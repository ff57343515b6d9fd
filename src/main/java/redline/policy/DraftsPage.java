package redline.policy;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import redline.casefile.Account;
import redline.casefile.Draft;
import redline.casefile.Drafts;
import redline.casefile.Publication;
import redline.casefile.Publications;
import redline.casefile.Role;
import redline.workshop.Workshop;

/** The drafts: those that are written, those that wait for approval, and what was published. */
@Controller
class DraftsPage {
    private static final int SHOWN = 50;

    private final Drafts drafts;
    private final Publications publications;
    private final Workshop workshop;

    DraftsPage(Drafts drafts, Publications publications, Workshop workshop) {
        this.drafts = drafts;
        this.publications = publications;
        this.workshop = workshop;
    }

    /** @param rule that somebody wants to change and has yet to say in which draft; empty where none */
    @GetMapping("/office/drafts")
    String show(@AuthenticationPrincipal Account by, @RequestParam(defaultValue = "") String rule, Model model) {
        workshop.notice();
        model.addAttribute("open", drafts.in(Draft.State.OPEN, SHOWN));
        model.addAttribute("submitted", drafts.in(Draft.State.SUBMITTED, SHOWN));
        model.addAttribute("publications", publications.last(SHOWN));
        model.addAttribute("writes", by.role() == Role.POLICY);
        model.addAttribute("canPublish", workshop.canPublish());
        model.addAttribute("rule", rule.matches("[a-z0-9-]{0,80}") ? rule : "");
        return "web/policy/drafts";
    }

    @PostMapping("/office/drafts")
    String begin(
            @AuthenticationPrincipal Account by,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String rule) {
        Draft draft = drafts.begin(by, title, reason);
        return rule.matches("[a-z0-9-]{1,80}")
                ? "redirect:/office/drafts/" + draft.number() + "/values?rule=" + rule
                : "redirect:/office/drafts/" + draft.number();
    }

    /** Begins the draft that undoes a publication. */
    @PostMapping("/office/drafts/published/{publication}/undo")
    String undo(@AuthenticationPrincipal Account by, @PathVariable long publication, RedirectAttributes told) {
        Publication undone =
                publications.byNumber(publication).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Workshop.Back back = workshop.goBack(by, undone);
        if (back.draft() == null) {
            throw new Unfit(back.kept().isEmpty() ? "BACK_NOTHING" : "BACK_CHANGED");
        }
        workshop.check(back.draft());
        told.addFlashAttribute("kept", back.kept());
        return "redirect:/office/drafts/" + back.draft().number();
    }
}
