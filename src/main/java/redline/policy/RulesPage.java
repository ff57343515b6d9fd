package redline.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import redline.casefile.Office;
import redline.policy.BookView.SeenRule;
import redline.policy.RuleSearch.Hit;
import redline.report.CataloguePage;
import redline.report.RuleSection;
import redline.rulepack.Catalogue;

/** The packs with their rules: to look through, or to search by clause, term, number or name. */
@Controller
class RulesPage {
    private static final int HITS_SHOWN = 4;
    private static final int LONGEST = 200;

    private final BookViews books;
    private final CaseShelf shelf;
    private final Clock clock;

    RulesPage(BookViews books, CaseShelf shelf, Clock clock) {
        this.books = books;
        this.shelf = shelf;
        this.clock = clock;
    }

    /**
     * A pack with those of its rules that are shown.
     *
     * @param number of the document, empty where it has none
     * @param all how many rules it has
     * @param unfolded whether its rules lie open
     */
    record PackLine(
            String id,
            String title,
            String number,
            String layer,
            String dates,
            Standing standing,
            String style,
            int all,
            int cases,
            List<RuleLine> rules,
            boolean unfolded) {}

    /**
     * @param hits where it was found; {@code more} of them are not shown
     * @param values empty where they are not asked for
     * @param tables a line for each, with the number of its rows
     */
    record RuleLine(
            String id,
            String title,
            String force,
            int cases,
            Grades grades,
            boolean doubtful,
            List<Hit> hits,
            int more,
            List<CataloguePage.ValueRow> values,
            List<TableLine> tables) {}

    record TableLine(String title, int rows) {}

    @GetMapping("/office/rules")
    String show(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String pack,
            @RequestParam(defaultValue = "") String on,
            Model model) {
        DayAsked day = DayAsked.read(on);
        String typed = q.strip().substring(0, Math.min(q.strip().length(), LONGEST));
        BookView book = books.on(day.day(), Spoken.now());
        CaseShelf.Cases cases = shelf.cases();
        Map<String, List<Hit>> found = typed.isEmpty() ? Map.of() : RuleSearch.find(typed, book);
        Shown shown = new Shown(
                book,
                cases,
                found,
                !typed.isEmpty(),
                !pack.isEmpty() || day.day() != null,
                day.day() == null ? LocalDate.ofInstant(clock.instant(), Office.ZONE) : day.day());
        List<PackLine> packs = book.catalogue().packs().stream()
                .filter(one -> pack.isEmpty() || one.id().equals(pack))
                .map(one -> shown.pack(one, one.id().equals(pack)))
                .filter(line -> typed.isEmpty() || !line.rules().isEmpty())
                .toList();
        model.addAttribute("q", typed);
        model.addAttribute("pack", pack);
        model.addAttribute("names", names(book));
        model.addAttribute("day", day);
        model.addAttribute("packs", packs);
        model.addAttribute(
                "found", packs.stream().mapToInt(line -> line.rules().size()).sum());
        model.addAttribute("all", book.rules().size());
        model.addAttribute("casesThere", cases.there());
        model.addAttribute("caseFaults", cases.faults());
        model.addAttribute("said", book.words());
        return "web/policy/rules";
    }

    private static Map<String, String> names(BookView book) {
        Map<String, String> names = new LinkedHashMap<>();
        book.catalogue()
                .packs()
                .forEach(pack -> names.put(pack.id(), book.words().of(pack.title())));
        return names;
    }

    /** @param standingOn the day by which packs are in force or not */
    private record Shown(
            BookView book,
            CaseShelf.Cases cases,
            Map<String, List<Hit>> found,
            boolean searched,
            boolean withValues,
            LocalDate standingOn) {

        PackLine pack(Catalogue.PackEntry pack, boolean chosen) {
            List<RuleLine> lines = new ArrayList<>();
            int runs = 0;
            for (var entry : pack.rules()) {
                String id = entry.page().id();
                runs += cases.runs(id);
                if (!searched || found.containsKey(id)) {
                    lines.add(rule(book.rules().get(id)));
                }
            }
            Standing standing = Standing.of(pack, standingOn);
            return new PackLine(
                    pack.id(),
                    book.words().of(pack.title()),
                    pack.documentNumber(),
                    book.words().term("layer." + pack.layer()),
                    new RuleSection(book.words()).dates(pack.from(), pack.to()),
                    standing,
                    standing.style(),
                    pack.rules().size(),
                    runs,
                    lines,
                    chosen || searched);
        }

        private RuleLine rule(SeenRule rule) {
            CataloguePage.Rule said = rule.said();
            List<Hit> hits = found.getOrDefault(said.id(), List.of());
            return new RuleLine(
                    said.id(),
                    said.title(),
                    book.words().of(rule.entry().page().force().title()),
                    cases.runs(said.id()),
                    Grades.of(rule.entry()),
                    rule.entry().page().doubtful(),
                    hits.subList(0, Math.min(hits.size(), HITS_SHOWN)),
                    Math.max(0, hits.size() - HITS_SHOWN),
                    withValues ? said.values() : List.of(),
                    withValues
                            ? said.tables().stream()
                                    .map(table -> new TableLine(
                                            table.title(), table.rows().size()))
                                    .toList()
                            : List.of());
        }
    }
}
