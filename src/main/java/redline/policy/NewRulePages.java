package redline.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
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
import redline.finding.Verdict;
import redline.quantity.Text;
import redline.requirement.Comparator;
import redline.requirement.Grade;
import redline.requirement.RuleInfo;
import redline.rulepack.RuleBook;
import redline.rulepack.RuleDesk;
import redline.rulepack.RulePage;
import redline.workshop.CaseText;
import redline.workshop.NewRule;
import redline.workshop.Workshop;

/** A rule begun in a draft: from what a form states, or as a copy of another one. */
@Controller
class NewRulePages {
    private static final List<Comparator> COMPARED = List.of(Comparator.AT_LEAST, Comparator.AT_MOST, Comparator.EQUAL);
    private static final String CASES_OF = "bases/";

    private final Drafts drafts;
    private final Workshop workshop;

    NewRulePages(Drafts drafts, Workshop workshop) {
        this.drafts = drafts;
        this.workshop = workshop;
    }

    /** A word to choose: what is sent, and what it is called. */
    record Choice(String code, String title) {}

    private static Choice choice(String code, Text title) {
        return new Choice(code, title.in(Spoken.now()));
    }

    /** @param copy the rule to begin from, empty for a new one */
    @GetMapping("/office/drafts/{number}/rule")
    String show(@PathVariable long number, @RequestParam(defaultValue = "") String copy, Model model) {
        Draft draft = DraftPage.found(drafts, number);
        RuleDesk desk = workshop.desk(draft);
        RuleBook book = workshop.inForce();
        String copied = copy.isEmpty()
                ? ""
                : desk.title(copy)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                        .in(Spoken.now());
        model.addAttribute("draft", draft);
        model.addAttribute("copy", copy);
        model.addAttribute("copied", copied);
        model.addAttribute(
                "packs",
                book.packIds().stream()
                        .map(id -> choice(id, book.standing(id).title()))
                        .toList());
        model.addAttribute(
                "forces",
                List.of(RuleInfo.Force.values()).stream()
                        .map(force -> choice(force.title().zh(), force.title()))
                        .toList());
        model.addAttribute(
                "authorities",
                new TreeSet<>(book.pages().stream().map(RulePage::authority).toList()));
        model.addAttribute("stages", RuleDesk.stages());
        model.addAttribute(
                "subjects",
                desk.subjects().entrySet().stream()
                        .map(one -> choice(one.getKey(), one.getValue()))
                        .toList());
        model.addAttribute(
                "quantities",
                NewRule.quantities().stream()
                        .map(quantity -> new Choice(
                                quantity.name(),
                                quantity.title().in(Spoken.now())
                                        + (quantity.unit().symbol().isEmpty()
                                                ? ""
                                                : " (" + quantity.unit().symbol() + ")")))
                        .toList());
        model.addAttribute(
                "comparators",
                COMPARED.stream().map(one -> new Choice(one.name(), one.sign())).toList());
        model.addAttribute(
                "grades",
                List.of(Grade.values()).stream()
                        .map(grade -> choice(grade.name().toLowerCase(Locale.ROOT), grade.title()))
                        .toList());
        model.addAttribute(
                "verdicts",
                List.of(Verdict.values()).stream()
                        .map(verdict -> choice(verdict.title().zh(), verdict.title()))
                        .toList());
        model.addAttribute(
                "bases",
                workshop.published().cases().files().keySet().stream()
                        .filter(path -> path.startsWith(CASES_OF) && path.endsWith(".yaml"))
                        .map(path -> path.substring(CASES_OF.length(), path.length() - ".yaml".length()))
                        .toList());
        model.addAttribute("numbersFrom", DraftCasePages.NUMBERS_FROM);
        return "web/policy/draft-rule";
    }

    @PostMapping("/office/drafts/{number}/rule")
    String begin(
            @AuthenticationPrincipal Account by,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String copy,
            @RequestParam Map<String, String> typed) {
        Draft draft = DraftPage.found(drafts, number);
        RuleDesk desk = workshop.desk(draft);
        String id = said(typed, "id");
        if (!NewRule.isId(id)) {
            throw new Unfit("RULE_ID");
        }
        if (desk.isThere(id)) {
            throw new Unfit("RULE_THERE");
        }
        if (said(typed, "titleZh").isEmpty() || said(typed, "titleEn").isEmpty()) {
            throw new Unfit("RULE_TITLE");
        }
        Map<String, String> files = copy.isEmpty() ? stated(desk, typed).files() : copied(draft, desk, copy, typed);
        workshop.check(workshop.put(by, draft, files));
        return "redirect:/office/drafts/" + number;
    }

    private Map<String, String> copied(Draft draft, RuleDesk desk, String copy, Map<String, String> typed) {
        String pack = desk.packOf(copy).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return NewRule.copy(
                workshop.filesOf(draft, pack, copy),
                copy,
                said(typed, "id"),
                said(typed, "titleZh"),
                said(typed, "titleEn"));
    }

    private NewRule stated(RuleDesk desk, Map<String, String> typed) {
        String subject = said(typed, "subject");
        String grade = said(typed, "grade");
        boolean known = workshop.inForce().packIds().contains(said(typed, "pack"))
                && desk.subjects().containsKey(subject)
                && List.of(Grade.values()).stream()
                        .anyMatch(one -> one.name().toLowerCase(Locale.ROOT).equals(grade));
        if (!known) {
            throw new Unfit("CHOICE");
        }
        if (said(typed, "clause").isEmpty()) {
            throw new Unfit("CLAUSE");
        }
        if (!said(typed, "value").matches("|-?[0-9]{1,12}(\\.[0-9]{1,9})?")) {
            throw new Unfit("NUMBER");
        }
        for (String day : List.of("from", "asOf")) {
            if (!said(typed, day).matches("|[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                throw new Unfit("DAY");
            }
        }
        return new NewRule(
                said(typed, "pack"),
                said(typed, "id"),
                said(typed, "titleZh"),
                said(typed, "titleEn"),
                said(typed, "force"),
                said(typed, "authority"),
                said(typed, "stage"),
                said(typed, "what"),
                said(typed, "when"),
                said(typed, "doubts"),
                subject,
                chosen(NewRule.quantities(), said(typed, "quantity")),
                chosen(COMPARED, said(typed, "comparator")),
                said(typed, "value"),
                said(typed, "from"),
                said(typed, "clause"),
                grade,
                first(typed));
    }

    /** Of the case no more than was stated; what a case has to say and does not is asked for by the check. */
    private static CaseText first(Map<String, String> typed) {
        List<CaseText.Line> expected = said(typed, "about").isEmpty()
                ? List.of()
                : List.of(new CaseText.Line(
                        said(typed, "about"),
                        said(typed, "verdict"),
                        said(typed, "measured"),
                        said(typed, "required"),
                        "",
                        ""));
        return new CaseText(
                "",
                "",
                said(typed, "titleZh"),
                said(typed, "asOf"),
                said(typed, "why"),
                said(typed, "numberFrom"),
                "",
                "",
                "",
                said(typed, "base"),
                "",
                expected);
    }

    private static <E extends Enum<E>> E chosen(List<E> among, String name) {
        return among.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow(() -> new Unfit("CHOICE"));
    }

    private static String said(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "").replaceAll("\\R", "\n").strip();
    }
}
