package redline.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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
import redline.quantity.Language;
import redline.requirement.Grade;
import redline.rulepack.PackDocument;
import redline.rulepack.RuleBook;
import redline.rulepack.RulePage;
import redline.rulepack.ValueEdit;
import redline.rulepack.ValuePlace;
import redline.workshop.DraftPaths;
import redline.workshop.PackDocuments;
import redline.workshop.Workshop;

/** Values of a rule set anew in a form; the old entry closes by itself. */
@Controller
class DraftValuePages {
    private final Drafts drafts;
    private final Workshop workshop;

    DraftValuePages(Drafts drafts, Workshop workshop) {
        this.drafts = drafts;
        this.workshop = workshop;
    }

    /** A value as the list shows it. {@code number}: whether it is one, or a text of a table. */
    record Line(ValuePlace place, String title, String about, String value, String dates, String grade) {
        /** Name of the table, of a value that stands in one. */
        public String table() {
            String file = place.file();
            return file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
        }
    }

    record GradeChoice(String code, String title) {}

    @GetMapping("/office/drafts/{number}/values")
    String values(@PathVariable long number, @RequestParam String rule, Model model) {
        Draft draft = DraftPage.found(drafts, number);
        RuleBook book = workshop.drafted(draft);
        if (book.page(rule).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("draft", draft);
        model.addAttribute("rule", rule);
        model.addAttribute("title", book.entry(rule, null).page().title().in(Spoken.now()));
        model.addAttribute("pack", book.entry(rule, null).page().packId());
        model.addAttribute(
                "values",
                book.valuesOf(rule).stream()
                        .filter(place -> !place.table() || place.written().matches("-?[0-9.]+|[?？]"))
                        .map(DraftValuePages::line)
                        .toList());
        model.addAttribute("files", files(book, rule));
        return "web/policy/draft-values";
    }

    /** Paths in a draft: the rule, its page, its pack, and what its values are written in. */
    private static List<String> files(RuleBook book, String rule) {
        RulePage page = book.entry(rule, null).page();
        return Stream.concat(
                        Stream.of(
                                page.drlFile(),
                                page.drlFile().replaceFirst("[.]drl$", ".md"),
                                page.packId() + "/pack.yaml"),
                        book.valuesOf(rule).stream().map(ValuePlace::file).distinct())
                .map(file -> DraftPaths.RULES + file)
                .toList();
    }

    private static Line line(ValuePlace place) {
        Language language = Spoken.now();
        return new Line(
                place,
                place.title().in(language),
                place.about().in(language),
                place.written() + (place.unit().isEmpty() ? "" : " " + place.unit()),
                Objects.toString(place.from(), "…") + " – " + Objects.toString(place.to(), "…"),
                place.grade().title().in(language));
    }

    @GetMapping("/office/drafts/{number}/value")
    String value(
            @PathVariable long number,
            @RequestParam String rule,
            @RequestParam String file,
            @RequestParam int line,
            @RequestParam(defaultValue = "") String column,
            Model model) {
        Draft draft = DraftPage.found(drafts, number);
        RuleBook book = workshop.drafted(draft);
        ValuePlace place = place(book, file, line, column);
        model.addAttribute("draft", draft);
        model.addAttribute("rule", rule);
        model.addAttribute("one", line(place));
        model.addAttribute("place", place);
        model.addAttribute("pack", book.standing(place.packId()));
        model.addAttribute("packTitle", book.standing(place.packId()).title().in(Spoken.now()));
        model.addAttribute("documents", book.documents(place.packId()));
        model.addAttribute(
                "grades",
                List.of(Grade.values()).stream()
                        .map(grade -> new GradeChoice(code(grade), grade.title().in(Spoken.now())))
                        .toList());
        model.addAttribute("gradeNow", code(place.grade()));
        return "web/policy/draft-value";
    }

    private static String code(Grade grade) {
        return grade.name().toLowerCase(Locale.ROOT);
    }

    private static ValuePlace place(RuleBook book, String file, int line, String column) {
        String pack = file.contains("/") ? file.substring(0, file.indexOf('/')) : file;
        return book.values(pack).stream()
                .filter(one -> one.file().equals(file)
                        && one.line() == line
                        && one.column().equals(column))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** What the form holds; days are written 2027-01-01, what is empty is not told. */
    record Form(
            String value,
            String from,
            String to,
            String clause,
            String grade,
            String document,
            String documentTitle,
            String published,
            String legalReview,
            String until,
            String note) {
        /** A form need not have all of them. */
        Form {
            value = Objects.requireNonNullElse(value, "");
            clause = Objects.requireNonNullElse(clause, "");
            grade = Objects.requireNonNullElse(grade, "");
            document = Objects.requireNonNullElse(document, "");
            documentTitle = Objects.requireNonNullElse(documentTitle, "");
            legalReview = Objects.requireNonNullElse(legalReview, "");
            note = Objects.requireNonNullElse(note, "");
        }

        PackDocument paper() {
            return new PackDocument(
                    document.strip(), documentTitle.strip(), day(published), legalReview.strip(), day(until));
        }
    }

    private static LocalDate day(String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeException notADay) {
            throw new Unfit("DAY");
        }
    }

    @PostMapping("/office/drafts/{number}/value")
    String set(
            @AuthenticationPrincipal Account by,
            @PathVariable long number,
            @RequestParam String file,
            @RequestParam int line,
            @RequestParam(defaultValue = "") String column,
            Form form) {
        Draft draft = DraftPage.found(drafts, number);
        RuleBook book = workshop.drafted(draft);
        ValuePlace place = place(book, file, line, column);
        if (form.clause().isBlank()) {
            throw new Unfit("CLAUSE");
        }
        ValueEdit edit = new ValueEdit(
                place,
                form.value(),
                day(form.from()),
                day(form.to()),
                form.clause(),
                form.grade(),
                form.document(),
                form.note());
        Map<String, String> files = new LinkedHashMap<>();
        if (!form.document().isBlank()) {
            files.put(
                    PackDocuments.path(place.packId()),
                    PackDocuments.yaml(PackDocuments.with(book.documents(place.packId()), form.paper())));
        }
        files.put(
                DraftPaths.RULES + file,
                edit.in(workshop.text(draft, DraftPaths.RULES + file).orElseThrow()));
        // Refused here, on the page of the form, rather than by the check.
        book.with(bytes(files));
        Draft changed = workshop.put(by, draft, files);
        workshop.check(changed);
        return "redirect:/office/drafts/" + number;
    }

    private static Map<String, byte[]> bytes(Map<String, String> files) {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        files.forEach((path, text) -> bytes.put(
                path.substring(DraftPaths.RULES.length()), text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return bytes;
    }
}
