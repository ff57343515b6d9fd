package redline.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import redline.casefile.Account;
import redline.casefile.Draft;
import redline.casefile.Drafts;
import redline.policy.RuleViews.Said;
import redline.policy.RuleViews.Shown;
import redline.policy.RuleViews.View;
import redline.quantity.Language;
import redline.rulepack.Fault;
import redline.workshop.DraftPaths;
import redline.workshop.Workshop;

/** A file of a draft in the editor: rules as sentences or DRL, their pages, tables, cases; and what the editor asks while it is typed. */
@Controller
class DraftFilePages {
    /** No file of rules that people write is longer; what is longer is not looked at while it is typed. */
    private static final int LONGEST_TYPED = 1 << 20;

    private final Drafts drafts;
    private final Workshop workshop;

    DraftFilePages(Drafts drafts, Workshop workshop) {
        this.drafts = drafts;
        this.workshop = workshop;
    }

    @GetMapping("/office/drafts/{number}/file")
    String show(
            @PathVariable long number,
            @RequestParam String path,
            @RequestParam(defaultValue = "sentences") String view,
            Model model) {
        if (!DraftPaths.fits(path)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Draft draft = DraftPage.found(drafts, number);
        String stored = workshop.text(draft, path).orElse("");
        RuleViews views = new RuleViews(workshop, draft, path);
        Shown said = RuleViews.isRule(path) && View.of(view) == View.SENTENCES && !stored.isEmpty()
                ? views.turned(View.SENTENCES, stored, stored)
                : new Shown(null, List.of());
        boolean asSentences = said.text() != null;
        List<Fault> faults =
                !said.faults().isEmpty() || stored.isEmpty() ? said.faults() : workshop.faults(draft, path, stored);
        return editor(
                model,
                draft,
                path,
                asSentences ? View.SENTENCES : View.DRL,
                asSentences ? said.text() : stored,
                stored,
                faults);
    }

    private static String editor(
            Model model, Draft draft, String path, View view, String text, String from, List<Fault> faults) {
        model.addAttribute("draft", draft);
        model.addAttribute("path", path);
        model.addAttribute("rule", RuleViews.isRule(path));
        model.addAttribute("view", view.code());
        model.addAttribute("text", inTextArea(text));
        model.addAttribute("from", from);
        model.addAttribute("faults", Said.of(faults));
        return "web/policy/draft-file";
    }

    /**
     * Writes the text into the draft, or shows it in the other view.
     *
     * @param to {@code sentences} or {@code drl} to see the text so; else it is written
     * @param from the DRL that the sentences were made from
     * @param gone whether the file is to go
     */
    @PostMapping("/office/drafts/{number}/file")
    String put(
            @AuthenticationPrincipal Account by,
            @PathVariable long number,
            @RequestParam String path,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "drl") String view,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "save") String to,
            @RequestParam(defaultValue = "false") boolean gone,
            Model model) {
        if (!DraftPaths.fits(path)) {
            throw new Unfit("PATH");
        }
        Draft draft = DraftPage.found(drafts, number);
        String typed = unix(text);
        String drl = unix(from);
        RuleViews views = new RuleViews(workshop, draft, path);
        View now = RuleViews.isRule(path) ? View.of(view) : View.DRL;
        View wanted = to.equals("save") ? View.DRL : View.of(to);
        if (!gone && RuleViews.isRule(path) && (now != wanted || !to.equals("save"))) {
            Shown turned =
                    now == wanted ? new Shown(typed, views.faults(now, typed, drl)) : views.turned(wanted, typed, drl);
            if (turned.text() == null || !to.equals("save")) {
                View shown = turned.text() == null ? now : wanted;
                String base = shown == View.SENTENCES && now == View.DRL ? typed : drl;
                return editor(
                        model,
                        draft,
                        path,
                        shown,
                        turned.text() == null ? typed : turned.text(),
                        base,
                        turned.faults());
            }
            typed = turned.text();
        }
        Map<String, String> files = new HashMap<>();
        files.put(path, gone ? null : typed);
        workshop.check(workshop.put(by, draft, files));
        return "redirect:/office/drafts/" + number;
    }

    static String unix(String text) {
        return text.replace("\r\n", "\n");
    }

    /** A browser drops a line break that a text area begins with. */
    static String inTextArea(String text) {
        return text.startsWith("\n") ? "\n" + text : text;
    }

    /** {@code text}: in the other view where that was asked and could be written, else null. */
    record Looked(List<Said> faults, String text) {}

    /** What is wrong with a text while it is typed, or the text in the other view: nothing is kept. */
    @PostMapping("/office/drafts/{number}/file/check")
    @ResponseBody
    Looked look(
            @PathVariable long number,
            @RequestParam String path,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "drl") String view,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        RuleViews views = typing(number, path, text);
        View now = RuleViews.isRule(path) ? View.of(view) : View.DRL;
        if (RuleViews.isRule(path) && !to.isEmpty() && View.of(to) != now) {
            Shown turned = views.turned(View.of(to), unix(text), unix(from));
            return new Looked(Said.of(turned.faults()), turned.text());
        }
        return new Looked(Said.of(views.faults(now, unix(text), unix(from))), null);
    }

    /** A word that may stand in place of what is written from {@code from} on in the line of the cursor. */
    record Offer(int from, String word, String what) {}

    /**
     * What may be written next in a rule.
     *
     * @param before all that stands before the cursor
     */
    @PostMapping("/office/drafts/{number}/file/complete")
    @ResponseBody
    List<Offer> complete(
            @PathVariable long number,
            @RequestParam String path,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "drl") String view,
            @RequestParam(defaultValue = "") String from) {
        RuleViews views = typing(number, path, before);
        if (!RuleViews.isRule(path)) {
            return List.of();
        }
        Language language = Spoken.now();
        return views.next(View.of(view), unix(before), unix(from)).stream()
                .map(one -> new Offer(one.from(), one.word(), one.what().in(language)))
                .toList();
    }

    private RuleViews typing(long number, String path, String text) {
        Draft draft = DraftPage.found(drafts, number);
        if (!DraftPaths.fits(path)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (draft.state() != Draft.State.OPEN) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        if (text.length() > LONGEST_TYPED) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        return new RuleViews(workshop, draft, path);
    }
}
