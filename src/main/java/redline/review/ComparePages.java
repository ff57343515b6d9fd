package redline.review;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import redline.casefile.Account;
import redline.check.Comparison.Change;
import redline.check.Comparison.State;
import redline.check.Match;
import redline.finding.Conclusion;
import redline.finding.Finding;
import redline.report.PlanDrawing;
import redline.report.Reader;
import redline.report.Words;
import redline.review.RoundComparisons.Held;
import redline.review.RoundComparisons.Other;

/** A round against the one before, any earlier one, or the approved scheme: what became of each finding. */
@Controller
class ComparePages {
    /** Of the plan, CSS px. */
    private static final int WIDTH = 1000;

    private static final int HEIGHT = 640;

    /** As practice names them: mended, still there, new, back again, by the rules. */
    private static final List<State> ORDER =
            List.of(State.FIXED, State.STILL_OPEN, State.NEW, State.REOPENED, State.CHANGED_BY_RULE);

    private final RoundDoor door;
    private final RoundComparisons comparisons;

    ComparePages(RoundDoor door, RoundComparisons comparisons) {
        this.door = door;
        this.comparisons = comparisons;
    }

    /** What is said of a finding in one round. */
    record Side(String style, String verdict, String says) {}

    /**
     * @param group which part of the report the finding stands in, name of a {@code Conclusion.Group}
     * @param index in the result of this round, -1 where it is not there any longer
     * @param now, before null where there is none
     * @param end why it is not open any longer, name of a {@code redline.check.Comparison.End}; empty where it is
     * @param match how the subject was known again, empty where by its number
     */
    record Line(
            String title, String subject, String group, int index, Side before, Side now, String end, String match) {}

    record Part(State state, List<Line> lines) {}

    @GetMapping("/office/cases/{number}/rounds/{round}/compare")
    String show(
            @AuthenticationPrincipal Account who,
            @PathVariable String number,
            @PathVariable int round,
            @RequestParam(required = false) String with,
            Model model) {
        RoundSeen seen = door.round(who, number, round);
        if (seen.round().judging() == null) {
            return "redirect:" + seen.base() + "/progress";
        }
        List<Other> others = comparisons.others(seen);
        model.addAttribute("seen", seen);
        model.addAttribute("kase", seen.kase());
        model.addAttribute("base", seen.base());
        model.addAttribute("others", others);
        if (others.isEmpty()) {
            return "web/review/compare";
        }
        Other against = with == null
                ? RoundComparisons.usual(others).orElseThrow()
                : others.stream()
                        .filter(other -> other.code().equals(with))
                        .findFirst()
                        .orElseThrow(RoundDoor::none);
        Held held = comparisons.hold(seen, others, against);
        model.addAttribute("against", against);
        model.addAttribute("again", held.again());
        model.addAttribute("parts", parts(held));
        String plan = PlanDrawing.svg(
                held.present(),
                held.earlier().record(),
                new PlanDrawing.Options(CaseWords.language(), WIDTH, HEIGHT, true));
        model.addAttribute("plan", plan.isEmpty() ? null : plan);
        model.addAttribute("overlaid", plan.contains("class=\"earlier\""));
        return "web/review/compare";
    }

    private static List<Part> parts(Held held) {
        IdentityHashMap<Finding, Integer> places = new IdentityHashMap<>();
        List<Finding> findings = held.present().findings();
        for (int i = 0; i < findings.size(); i++) {
            places.put(findings.get(i), i);
        }
        Words words = Words.of(CaseWords.language());
        List<Part> parts = new ArrayList<>();
        for (State state : ORDER) {
            parts.add(new Part(
                    state,
                    held.comparison().in(state).stream()
                            .map(change -> line(change, places, words))
                            .toList()));
        }
        return parts;
    }

    private static Line line(Change change, Map<Finding, Integer> places, Words words) {
        Finding shown = change.now() == null ? change.before() : change.now();
        Reader reader = new Reader(words);
        Match match = change.match();
        return new Line(
                words.of(shown.rule().title()),
                reader.subject(shown),
                Conclusion.groupOf(change.end() == null ? shown : change.before())
                        .name(),
                change.now() == null ? -1 : places.get(change.now()),
                side(change.before(), reader, words),
                side(change.now(), reader, words),
                change.end() == null ? "" : change.end().name(),
                match == null || match.how() == Match.How.NUMBER
                        ? ""
                        : match.how().name());
    }

    private static Side side(Finding finding, Reader reader, Words words) {
        if (finding == null) {
            return null;
        }
        String said = finding instanceof Finding.Judged
                ? String.join(
                        " ",
                        Stream.of(reader.measured(finding), bracketed(reader.required(finding)), reader.margin(finding))
                                .filter(part -> !part.isBlank())
                                .toList())
                : reader.say(finding);
        return new Side(
                DecisionPanes.style(finding.verdict()),
                finding.verdict().icon() + " " + words.of(finding.verdict().title()),
                said);
    }

    private static String bracketed(String required) {
        return required.isBlank() ? "" : "(" + required + ")";
    }
}
