package redline.policy;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import redline.casefile.Account;
import redline.casefile.CitedValues;
import redline.casefile.CitedValues.Cited;
import redline.casefile.Declined;
import redline.casefile.SourceChecks;
import redline.casefile.SourceChecks.SourceCheck;
import redline.casefile.Store;
import redline.policy.SourcesView.Group;
import redline.policy.SourcesView.Line;
import redline.quantity.Language;

/** The queue 核对原文: values below official text, those first that findings of open cases wait for, and what was looked up. */
@Controller
class SourcesPage {
    private static final String PLACE = "/office/sources";
    private static final String BACK = "redirect:" + PLACE;
    /** Each takes about as long as to judge a round; the rest waits until the page is asked for again. */
    private static final int FOUND_AT_ONCE = 10;

    /** Nothing in a page runs or loads, and no other page holds it. */
    private static final String SEALED = "default-src 'none'; object-src 'self'; img-src 'self' data:; "
            + "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final PackValues values;
    private final CitedValues cited;
    private final SourceChecks checks;
    private final Store store;
    private final MessageSource words;

    SourcesPage(PackValues values, CitedValues cited, SourceChecks checks, Store store, MessageSource words) {
        this.values = values;
        this.cited = cited;
        this.checks = checks;
        this.store = store;
        this.words = words;
    }

    /**
     * A form that was not taken, with what was typed.
     *
     * @param form name of the value, or number of what was to be taken back
     */
    record Refused(String form, String sentence, String typed) {
        static final Refused NONE = new Refused("", "", "");

        public String typed(String other) {
            return form.equals(other) ? typed : "";
        }
    }

    @GetMapping(PLACE)
    String show(@RequestParam(defaultValue = "") String value, Model model) {
        int unread = cited.findMissing(FOUND_AT_ONCE);
        Set<String> lookedUp = checks.lookedUp();
        SourcesView view = new SourcesView(values.packs(), lookedUp, Spoken.now());
        List<Group> needed = view.needed(cited.inOpenCases());
        Set<String> waiting = needed.stream()
                .flatMap(group -> group.lines().stream())
                .map(Line::name)
                .collect(Collectors.toSet());
        model.addAttribute("unread", unread);
        model.addAttribute("chosen", chosen(value, view, lookedUp, waiting).orElse(null));
        model.addAttribute("needed", needed);
        model.addAttribute("waiting", waiting.size());
        model.addAttribute("rest", view.rest(waiting));
        model.addAttribute("past", checks.all().stream().map(SourcesView::done).toList());
        if (!model.containsAttribute("refused")) {
            model.addAttribute("refused", Refused.NONE);
        }
        return "web/policy/sources";
    }

    /** One that was asked for and stands with no form of its own. */
    private Optional<Line> chosen(String name, SourcesView view, Set<String> lookedUp, Set<String> waiting) {
        return lookedUp.contains(name) || waiting.contains(name)
                ? Optional.empty()
                : values.byName(name).map(value -> view.line(value, List.of()));
    }

    @PostMapping(PLACE)
    String check(
            @AuthenticationPrincipal Account by,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) MultipartFile page,
            RedirectAttributes told,
            Locale locale)
            throws IOException {
        Cited asked = asked(value).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        try (InputStream read = page == null ? InputStream.nullInputStream() : page.getInputStream()) {
            checks.check(by, asked.name(), asked.pack(), asked.says(), read, note);
        } catch (Declined declined) {
            told.addAttribute("value", value);
            told.addFlashAttribute("refused", new Refused(value, sentence(declined, locale), note));
            return BACK;
        }
        told.addFlashAttribute("done", words.getMessage("sources.done", new Object[] {asked.says()}, locale));
        return BACK;
    }

    /** The value in Chinese, as the log keeps it; of one that is no longer in the rules, how findings cite it. */
    private Optional<Cited> asked(String name) {
        return values.byName(name)
                .map(value -> {
                    Line line = new SourcesView(List.of(), Set.of(), Language.ZH).line(value, List.of());
                    String document = line.document().isEmpty() ? "" : "，" + line.document();
                    return new Cited(
                            name,
                            value.pack(),
                            "《" + line.packTitle() + "》" + line.clause() + document + "：" + line.says() + "（"
                                    + line.grade() + "，" + line.dates() + "）");
                })
                .or(() -> cited.byName(name));
    }

    @PostMapping(PLACE + "/{number}/withdraw")
    String withdraw(
            @AuthenticationPrincipal Account by,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes told,
            Locale locale) {
        try {
            checks.withdraw(by, number, reason);
        } catch (Declined declined) {
            told.addFlashAttribute("refused", new Refused(String.valueOf(number), sentence(declined, locale), reason));
            return BACK;
        }
        told.addFlashAttribute("done", words.getMessage("sources.withdrawn", null, locale));
        return BACK;
    }

    private String sentence(Declined declined, Locale locale) {
        Object[] inserts = declined.inserts().toArray();
        boolean named = declined.why() == Declined.Why.FIELD_MISSING || declined.why() == Declined.Why.FIELD_TOO_LONG;
        if (named) {
            inserts[0] = words.getMessage("field." + inserts[0], null, locale);
        }
        return words.getMessage("declined." + declined.why(), inserts, locale);
    }

    /** The page as it was uploaded, in the browser's own viewer. */
    @GetMapping(PLACE + "/{number}/page")
    void page(@PathVariable long number, HttpServletResponse response) throws IOException {
        SourceCheck check =
                checks.byNumber(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String ending = check.pageKind().name().toLowerCase(Locale.ROOT);
        response.setHeader("Content-Security-Policy", SEALED);
        response.setContentType(check.pageKind().mediaType());
        response.setContentLengthLong(store.originals().size(check.pageSha()));
        response.setHeader("Content-Disposition", "inline; filename=\"source-" + number + "." + ending + "\"");
        try (InputStream kept = store.originals().open(check.pageSha())) {
            kept.transferTo(response.getOutputStream());
        }
    }
}
