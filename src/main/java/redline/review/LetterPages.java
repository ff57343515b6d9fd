package redline.review;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import redline.casefile.Account;
import redline.casefile.Letters;
import redline.casefile.RegisteredLetter;
import redline.casefile.Role;

/** The register of planning conditions: the list, one letter, its confirmation by a second person, a change. */
@Controller
class LetterPages {
    private static final int LISTED = 100;

    private final Letters letters;
    private final MessageSource words;

    LetterPages(Letters letters, MessageSource words) {
        this.letters = letters;
        this.words = words;
    }

    /** Applicants find confirmed letters by the whole number only; of the administrator it is none of the business. */
    @GetMapping("/office/letters")
    String list(@AuthenticationPrincipal Account account, @RequestParam(defaultValue = "") String q, Model model) {
        if (account.role() == Role.ADMINISTRATOR) {
            throw new AccessDeniedException("letters");
        }
        boolean outside = account.role() == Role.APPLICANT;
        List<Letters.Listed> found = outside ? letters.findExactly(q) : letters.find(q, LISTED);
        model.addAttribute("q", q);
        model.addAttribute("found", found);
        model.addAttribute("most", LISTED);
        Map<String, Long> counts = new TreeMap<>();
        letters.counts().forEach((state, count) -> counts.put(state.name(), count));
        model.addAttribute("counts", counts);
        model.addAttribute("outside", outside);
        model.addAttribute("hand", Letters.isHand(account.role()));
        return "web/review/letters";
    }

    @GetMapping("/office/letters/{id}")
    String show(@AuthenticationPrincipal Account account, @PathVariable String id, Model model, Locale locale) {
        return shown(account, seen(letters, account, id), model, locale);
    }

    /** @throws ResponseStatusException 404 where there is none, or the account may not see it */
    static RegisteredLetter seen(Letters letters, Account account, String id) {
        return letters.byId(id)
                .filter(letter -> mayRead(account, letter))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static boolean mayRead(Account account, RegisteredLetter letter) {
        return switch (account.role()) {
            case ADMINISTRATOR -> false;
            case APPLICANT -> letter.confirmed() && letter.origin() == RegisteredLetter.Origin.OFFICER;
            case OUTSIDE_REVIEWER, REVIEWER, SECTION_HEAD, APPROVER, POLICY -> true;
        };
    }

    private String shown(Account account, RegisteredLetter letter, Model model, Locale locale) {
        boolean hand = Letters.isHand(account.role());
        boolean draft = letter.state() == RegisteredLetter.State.DRAFT;
        boolean typed = letters.typed(account, letter.id());
        List<?> complaints = draft ? letters.complaints(letter.entry()) : List.of();
        model.addAttribute("letter", letter);
        model.addAttribute("words", new LetterWords(words, locale));
        model.addAttribute("complaints", complaints);
        model.addAttribute("hand", hand);
        model.addAttribute("typed", typed);
        model.addAttribute("inside", account.role() != Role.APPLICANT);
        model.addAttribute("confirmable", hand && draft && !typed && complaints.isEmpty() && letter.scan() != null);
        model.addAttribute("change", letters.changeOf(letter.id()).orElse(null));
        return "web/review/letter";
    }

    @PostMapping("/office/letters/{id}/confirm")
    String confirm(
            @AuthenticationPrincipal Account account,
            @PathVariable String id,
            @RequestParam int version,
            @RequestParam(required = false) Set<Integer> seen,
            Model model,
            Locale locale) {
        seen(letters, account, id);
        try {
            letters.confirm(account, id, version, seen == null ? Set.of() : seen);
            return "redirect:/office/letters/" + id;
        } catch (Letters.Refused refused) {
            allowed(refused);
            model.addAttribute("ticked", seen == null ? Set.of() : new TreeSet<>(seen));
            return refused(refused, account, id, model, locale);
        }
    }

    @PostMapping("/office/letters/{id}/change")
    String change(
            @AuthenticationPrincipal Account account,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String changeNo,
            @RequestParam(defaultValue = "") String changedOn,
            Model model,
            Locale locale) {
        seen(letters, account, id);
        try {
            return "redirect:/office/letters/"
                    + letters.change(account, id, changeNo, changedOn).id() + "/edit";
        } catch (Letters.Refused refused) {
            allowed(refused);
            model.addAttribute("changeNo", changeNo);
            model.addAttribute("changedOn", changedOn);
            return refused(refused, account, id, model, locale);
        }
    }

    /** What a role may never do is no matter of this letter. */
    static void allowed(Letters.Refused refused) {
        if (refused.why() == Letters.Refusal.NOT_ALLOWED || refused.why() == Letters.Refusal.OWN_ENTRY) {
            throw new AccessDeniedException(refused.getMessage());
        }
    }

    private String refused(Letters.Refused refused, Account account, String id, Model model, Locale locale) {
        model.addAttribute("refused", refused.why().name());
        return shown(account, seen(letters, account, id), model, locale);
    }
}
