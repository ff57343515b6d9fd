package redline.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import redline.casefile.Account;
import redline.casefile.Draft;
import redline.casefile.Drafts;
import redline.casefile.Judging;
import redline.casefile.Judgings;
import redline.casefile.Lessons;
import redline.casefile.Lessons.Lesson;
import redline.casefile.Lessons.OfRule;
import redline.casefile.OfficeSettings;
import redline.casefile.Role;
import redline.casefile.Round;
import redline.casefile.RoundSchemes;
import redline.casefile.Rounds;
import redline.finding.Verdict;
import redline.quantity.Language;
import redline.rulepack.RulePage;
import redline.workshop.DecidedExample;
import redline.workshop.DraftPaths;
import redline.workshop.Workshop;

/** From decisions to better rules: how often each rule was corrected or excepted from and why, and each of them made a case in one click. */
@Controller
class LessonsPage {
    static final int YEARS = 3;
    private static final int EXAMPLES = 20;
    private static final int DRAFTS = 50;

    private final Lessons lessons;
    private final Rounds rounds;
    private final Judgings judgings;
    private final RoundSchemes schemes;
    private final Drafts drafts;
    private final Workshop workshop;
    private final MessageSource words;

    LessonsPage(
            Lessons lessons,
            Rounds rounds,
            Judgings judgings,
            RoundSchemes schemes,
            Drafts drafts,
            Workshop workshop,
            MessageSource words) {
        this.lessons = lessons;
        this.rounds = rounds;
        this.judgings = judgings;
        this.schemes = schemes;
        this.drafts = drafts;
        this.workshop = workshop;
        this.words = words;
    }

    /**
     * A rule and its examples.
     *
     * @param there whether it is still among the rules in force
     */
    record Line(OfRule of, String title, boolean there, List<Example> examples) {}

    /** @param found, decided in words */
    record Example(Lesson lesson, String found, String decided) {}

    @GetMapping("/office/lessons")
    String show(@AuthenticationPrincipal Account by, @RequestParam(defaultValue = "") String rule, Model model) {
        Language language = Spoken.now();
        Map<String, String> titles = workshop.inForce().pages().stream()
                .collect(Collectors.toMap(RulePage::id, page -> page.title().in(language)));
        List<Line> lines = new ArrayList<>();
        for (OfRule of : lessons.all(YEARS)) {
            lines.add(new Line(
                    of,
                    titles.getOrDefault(of.rule(), of.rule()),
                    titles.containsKey(of.rule()),
                    lessons.of(of.rule(), YEARS, EXAMPLES).stream()
                            .map(lesson -> example(lesson, language))
                            .toList()));
        }
        model.addAttribute("years", YEARS);
        model.addAttribute("lines", lines);
        model.addAttribute("unfolded", rule);
        model.addAttribute("writes", by.role() == Role.POLICY);
        model.addAttribute("drafts", drafts.in(Draft.State.OPEN, DRAFTS));
        return "web/policy/lessons";
    }

    private static Example example(Lesson lesson, Language language) {
        return new Example(lesson, word(lesson.found(), language), word(lesson.decided(), language));
    }

    private static String word(String verdict, Language language) {
        return verdict.isEmpty() ? "—" : Verdict.valueOf(verdict).title().in(language);
    }

    /** @param number of the draft to put it into, 0 for one of its own */
    @PostMapping("/office/lessons/{decision}/case")
    String make(
            @AuthenticationPrincipal Account by,
            @PathVariable String decision,
            @RequestParam(name = "draft", defaultValue = "0") long number,
            RedirectAttributes told,
            Locale locale) {
        Lesson lesson =
                lessons.byDecision(decision).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Draft chosen = number == 0 ? null : DraftPage.found(drafts, number);
        DecidedExample example;
        try {
            example = example(lesson, chosen);
        } catch (IllegalArgumentException none) {
            told.addFlashAttribute(
                    "problem", words.getMessage("lessons.no-scheme", new Object[] {lesson.caseNumber()}, locale));
            told.addAttribute("rule", lesson.rule());
            return "redirect:/office/lessons";
        }
        Draft draft = chosen != null
                ? chosen
                : drafts.begin(by, title(lesson.rule()), example.text().why());
        workshop.check(workshop.put(by, draft, example.files()));
        return "redirect:/office/drafts/" + draft.number();
    }

    /** In Chinese, as all that is kept of drafts. */
    private String title(String rule) {
        return workshop.inForce().page(rule).map(page -> page.title().zh()).orElse(rule);
    }

    /** @throws IllegalArgumentException where no case can be made of it */
    private DecidedExample example(Lesson lesson, Draft draft) {
        Round round = rounds.byId(lesson.roundId()).orElseThrow();
        Judging judging = judgings.of(round).orElseThrow(() -> new IllegalArgumentException(lesson.roundId()));
        String scheme = schemes.of(round, "案件 " + lesson.caseNumber() + " 第 " + lesson.round() + " 轮")
                .orElseThrow(() -> new IllegalArgumentException(lesson.roundId()));
        return DecidedExample.of(
                lesson,
                scheme,
                judging.profile(),
                OfficeSettings.chosen(judging.settings()),
                workshop.inForce(),
                nextCase(lesson.rule(), draft));
    }

    private int nextCase(String rule, Draft draft) {
        String folder = DraftPaths.CASES + "rules/" + rule + "/";
        return java.util.stream.Stream.concat(
                                workshop.published().cases().files().keySet().stream()
                                        .map(path -> DraftPaths.CASES + path),
                                draft == null
                                        ? java.util.stream.Stream.<String>empty()
                                        : drafts.files(draft).stream().map(redline.casefile.DraftFile::path))
                        .filter(path -> path.startsWith(folder))
                        .map(path -> path.substring(folder.length()))
                        .filter(path -> path.matches("[0-9]{2}-.*"))
                        .mapToInt(path -> Integer.parseInt(path.substring(0, 2)))
                        .max()
                        .orElse(0)
                + 1;
    }
}
