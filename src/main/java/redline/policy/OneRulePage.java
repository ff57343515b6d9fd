package redline.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import redline.casefile.Lessons;
import redline.casefile.Office;
import redline.finding.Verdict;
import redline.policy.BookView.SeenRule;
import redline.proof.BranchCoverage;
import redline.proof.RuleCases;
import redline.report.CataloguePage;
import redline.report.RuleSection;
import redline.workshop.Workshop;

/** One rule as people read it: what it is about, its values on a day or through time, its branches, its cases, its text. */
@Controller
class OneRulePage {
    /** Classes of the verdicts in the style sheet, by code. */
    private static final Map<String, String> STYLES =
            List.of(Verdict.values()).stream().collect(Collectors.toUnmodifiableMap(Verdict::name, OneRulePage::style));

    private final BookViews books;
    private final CaseShelf shelf;
    private final Lessons lessons;
    private final Workshop workshop;
    private final Clock clock;

    OneRulePage(BookViews books, CaseShelf shelf, Lessons lessons, Workshop workshop, Clock clock) {
        this.books = books;
        this.shelf = shelf;
        this.lessons = lessons;
        this.workshop = workshop;
        this.clock = clock;
    }

    /** A case and the verdicts that it expects, each once. */
    record CaseLine(CataloguePage.Case said, List<Light> lights) {}

    record Light(String style, String text) {}

    /** Values of one name together: its history where all are shown. */
    record Values(String title, String name, List<CataloguePage.ValueRow> rows) {}

    @GetMapping("/office/rules/{rule}")
    String show(
            @PathVariable String rule,
            @RequestParam(required = false) String on,
            @RequestParam(defaultValue = "false") boolean coverage,
            Model model) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Office.ZONE);
        DayAsked day = on == null ? DayAsked.on(today) : DayAsked.read(on);
        BookView book = books.on(day.day(), Spoken.now());
        SeenRule seen = book.rules().get(rule);
        if (seen == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        CaseShelf.Cases cases = shelf.cases();
        CataloguePage.Rule said = new RuleSection(book.words()).rule(seen.entry(), cases.of(rule));
        Standing standing = Standing.of(seen.pack(), day.day() == null ? today : day.day());
        model.addAttribute("rule", said);
        model.addAttribute("pack", seen.pack());
        model.addAttribute("packTitle", book.words().of(seen.pack().title()));
        model.addAttribute("standing", standing);
        model.addAttribute("style", standing.style());
        model.addAttribute("day", day);
        model.addAttribute("values", values(said.values()));
        model.addAttribute("grades", Grades.of(seen.entry()));
        model.addAttribute("doubtful", seen.entry().page().doubtful());
        model.addAttribute("links", links(book, rule));
        model.addAttribute("styles", STYLES);
        model.addAttribute("cases", said.cases().stream().map(OneRulePage::line).toList());
        model.addAttribute("runs", cases.runs(rule));
        model.addAttribute("casesThere", cases.there());
        model.addAttribute("caseFaults", cases.faults());
        model.addAttribute("drlFile", seen.entry().page().drlFile());
        model.addAttribute("drl", seen.entry().page().drl().lines().toList());
        model.addAttribute("lesson", lessons.ofRule(rule, LessonsPage.YEARS).orElse(null));
        model.addAttribute("years", LessonsPage.YEARS);
        model.addAttribute(
                "sentences",
                books.sentences(
                        seen.entry().page().drlFile(), seen.entry().page().drl()));
        model.addAttribute("said", book.words());
        model.addAttribute(
                "reached",
                coverage && cases.there()
                        ? BranchCoverage.of(
                                workshop.inForce(),
                                RuleCases.of(workshop.published().cases()),
                                rule)
                        : List.of());
        return "web/policy/rule";
    }

    private static RuleLinks links(BookView book, String rule) {
        List<String> others = new ArrayList<>(book.rules().keySet());
        others.remove(rule);
        return new RuleLinks(others);
    }

    private static List<Values> values(List<CataloguePage.ValueRow> rows) {
        List<Values> values = new ArrayList<>();
        for (CataloguePage.ValueRow row : rows) {
            Values last = values.isEmpty() ? null : values.get(values.size() - 1);
            if (last == null || !last.name().equals(row.name())) {
                last = new Values(row.title(), row.name(), new ArrayList<>());
                values.add(last);
            }
            last.rows().add(row);
        }
        return values;
    }

    private static CaseLine line(CataloguePage.Case said) {
        List<Light> lights = new ArrayList<>();
        said.expected().forEach(one -> add(lights, one.verdict(), one.verdictText()));
        said.grid().forEach(one -> add(lights, one.verdict(), one.verdictText()));
        return new CaseLine(said, List.copyOf(lights));
    }

    private static void add(List<Light> lights, String verdict, String text) {
        Light light = new Light(STYLES.get(verdict), text);
        if (!lights.contains(light)) {
            lights.add(light);
        }
    }

    private static String style(Verdict verdict) {
        return switch (verdict) {
            case VIOLATION -> "violation";
            case UNDETERMINED -> "undetermined";
            case PASS -> "pass";
            case NOT_APPLICABLE -> "none";
        };
    }
}
