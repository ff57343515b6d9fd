package redline.policy;

import java.util.Map;
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
import redline.casefile.Draft;
import redline.casefile.Drafts;
import redline.workshop.DraftPaths;
import redline.workshop.Workshop;

/** A file of a draft as text: rules, their pages, tables, cases. */
@Controller
class DraftFilePages {
    private final Drafts drafts;
    private final Workshop workshop;

    DraftFilePages(Drafts drafts, Workshop workshop) {
        this.drafts = drafts;
        this.workshop = workshop;
    }

    @GetMapping("/office/drafts/{number}/file")
    String show(@PathVariable long number, @RequestParam String path, Model model) {
        if (!DraftPaths.fits(path)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Draft draft = DraftPage.found(drafts, number);
        model.addAttribute("draft", draft);
        model.addAttribute("path", path);
        model.addAttribute("text", workshop.text(draft, path).orElse(""));
        return "web/policy/draft-file";
    }

    /** @param gone whether the file is to go */
    @PostMapping("/office/drafts/{number}/file")
    String put(
            @AuthenticationPrincipal Account by,
            @PathVariable long number,
            @RequestParam String path,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean gone) {
        if (!DraftPaths.fits(path)) {
            throw new Unfit("PATH");
        }
        Draft draft = DraftPage.found(drafts, number);
        Map<String, String> files = new java.util.HashMap<>();
        files.put(path, gone ? null : text.replace("\r\n", "\n"));
        workshop.check(workshop.put(by, draft, files));
        return "redirect:/office/drafts/" + number;
    }
}
