package redline.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import redline.casefile.Account;
import redline.casefile.LetterComplaint;
import redline.casefile.LetterEntry;
import redline.casefile.Letters;
import redline.casefile.RegisteredLetter;

/** Typing a letter in beside its scan. */
@Controller
class LetterEntryPages {
    private final Letters letters;
    private final MessageSource words;
    private final long largest;

    LetterEntryPages(
            Letters letters, MessageSource words, @Value("${redline.letters.largest-scan:50MB}") DataSize largest) {
        this.letters = letters;
        this.words = words;
        this.largest = largest.toBytes();
    }

    /** Begins a letter, with its scan where there is one already. */
    @PostMapping("/office/letters")
    String begin(
            @AuthenticationPrincipal Account account,
            @RequestParam(required = false) MultipartFile scan,
            Model model,
            Locale locale)
            throws IOException {
        hand(account);
        RegisteredLetter letter = letters.enter(account, LetterEntry.empty());
        if (scan == null || scan.isEmpty()) {
            return "redirect:/office/letters/" + letter.id() + "/edit";
        }
        return scan(account, letter.id(), letter.version(), scan, model, locale);
    }

    private static void hand(Account account) {
        if (!Letters.isHand(account.role())) {
            throw new AccessDeniedException("letters are entered by reviewers");
        }
    }

    @GetMapping("/office/letters/{id}/edit")
    String edit(@AuthenticationPrincipal Account account, @PathVariable String id, Model model, Locale locale) {
        hand(account);
        RegisteredLetter letter = LetterPages.seen(letters, account, id);
        if (letter.state() != RegisteredLetter.State.DRAFT) {
            return "redirect:/office/letters/" + id;
        }
        LetterEntry entry = letter.entry();
        boolean untouched = entry.equals(LetterEntry.empty());
        return form(letter, untouched ? LetterForm.after(entry, "add") : entry, untouched, model, locale);
    }

    private String form(RegisteredLetter letter, LetterEntry entry, boolean silent, Model model, Locale locale) {
        List<LetterComplaint> complaints = silent ? List.of() : letters.complaints(entry);
        LetterWords said = new LetterWords(words, locale);
        Map<String, String> wrong = complaints.stream()
                .collect(Collectors.toMap(
                        LetterComplaint::field,
                        one -> said.in(one.what()) + " — " + said.in(one.remedy()),
                        (first, second) -> first));
        model.addAttribute("letter", letter);
        model.addAttribute("entry", entry);
        model.addAttribute("words", said);
        model.addAttribute("wrong", wrong);
        return "web/review/letter-edit";
    }

    /** Adds and takes away rows, looks the letter through, or saves it as it is: a draft may be unfinished. */
    @PostMapping("/office/letters/{id}/edit")
    String edited(
            @AuthenticationPrincipal Account account,
            @PathVariable String id,
            @RequestParam int version,
            @RequestParam(defaultValue = "look") String act,
            @RequestParam Map<String, String> typed,
            Model model,
            Locale locale) {
        hand(account);
        RegisteredLetter letter = LetterPages.seen(letters, account, id);
        LetterEntry entry = new LetterForm(typed).entry();
        if (!act.equals("save")) {
            model.addAttribute("version", version);
            model.addAttribute("looked", act.equals("look"));
            return form(letter, LetterForm.after(entry, act), !act.equals("look"), model, locale);
        }
        try {
            letters.save(account, id, version, LetterForm.withoutEmpty(entry));
            return "redirect:/office/letters/" + id;
        } catch (Letters.Refused refused) {
            LetterPages.allowed(refused);
            model.addAttribute("version", version);
            model.addAttribute("refused", refused.why().name());
            return form(letter, entry, false, model, locale);
        }
    }

    @PostMapping("/office/letters/{id}/scan")
    String scan(
            @AuthenticationPrincipal Account account,
            @PathVariable String id,
            @RequestParam int version,
            @RequestParam MultipartFile scan,
            Model model,
            Locale locale)
            throws IOException {
        hand(account);
        RegisteredLetter letter = LetterPages.seen(letters, account, id);
        Path arrived = Files.createTempFile("scan", ".pdf");
        try {
            scan.transferTo(arrived);
            letters.scan(account, id, version, name(scan), arrived, largest);
            return "redirect:/office/letters/" + id + "/edit";
        } catch (Letters.Refused refused) {
            LetterPages.allowed(refused);
            model.addAttribute("refused", refused.why().name());
            return form(letter, letter.entry(), true, model, locale);
        } finally {
            Files.deleteIfExists(arrived);
        }
    }

    /** Without the folders that some browsers send along. */
    private static String name(MultipartFile scan) {
        String sent = scan.getOriginalFilename() == null ? "" : scan.getOriginalFilename();
        String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        return name.isBlank() ? "scan.pdf" : name;
    }
}
