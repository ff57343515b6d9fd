package redline.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import redline.casefile.Decisions;
import redline.casefile.Decisions.Decision;
import redline.casefile.FindingKey;
import redline.casefile.HandFindings;
import redline.casefile.Judging;
import redline.casefile.Judgings;
import redline.casefile.OfficeSettings;
import redline.casefile.Results;
import redline.casefile.Round;
import redline.casefile.Rounds;
import redline.check.CheckResult;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.quantity.Language;
import redline.remedy.Remedy;
import redline.report.Words;
import redline.rulepack.OpenSetting;
import redline.screen.EvidencePane;
import redline.screen.ResultPage;
import redline.upload.RuleShelf;

/** Lays a judged round on the table: its result with what was decided on each finding. */
@Component
class WorkDesk {
    private final Judgings judgings;
    private final Results results;
    private final Decisions decisions;
    private final DecisionPanes panes;
    private final HandFindings hands;
    private final Rounds rounds;
    private final RuleShelf rules;
    private final MessageSource words;

    WorkDesk(
            Judgings judgings,
            Results results,
            Decisions decisions,
            DecisionPanes panes,
            HandFindings hands,
            Rounds rounds,
            RuleShelf rules,
            MessageSource words) {
        this.judgings = judgings;
        this.results = results;
        this.decisions = decisions;
        this.panes = panes;
        this.hands = hands;
        this.rounds = rounds;
        this.rules = rules;
        this.words = words;
    }

    /**
     * @param result as this person may see it
     * @param kept with what is not for everybody
     */
    record Laid(RoundSeen seen, Judging judging, CheckResult result, Results.Result kept) {
        /** @throws org.springframework.web.server.ResponseStatusException where there is no such finding */
        Finding finding(int index) {
            if (index < 0 || index >= result.findings().size()) {
                throw RoundDoor.none();
            }
            return result.findings().get(index);
        }

        /** Only of what is broken: for anything else the report need not be opened. */
        List<Remedy> remedies(Finding finding) {
            if (finding.verdict() != Verdict.VIOLATION) {
                return List.of();
            }
            List<Remedy> all = kept.remedies().get();
            return seen.applicant() ? ApplicantsView.remedies(all, kept.result()) : all;
        }
    }

    /** How many findings wait for a word that can be said of all at once. */
    record Rest(long passes, long missing) {}

    /** A setting that policy staff had settled before the round was judged. */
    record Settled(String title, String chosen, String document, String date) {}

    /** @throws org.springframework.web.server.ResponseStatusException where the round has not been judged */
    Laid lay(RoundSeen seen) {
        Judging judging = judgings.of(seen.round()).orElseThrow(RoundDoor::none);
        Results.Result result = results.of(judging);
        CheckResult shown = seen.applicant() ? ApplicantsView.of(result.result()) : result.result();
        return new Laid(seen, judging, shown, result);
    }

    /**
     * All of a page.
     *
     * @param index of the finding that is shown, null for none
     * @param typed what was not taken, null for nothing
     */
    void whole(Laid laid, Integer index, DecisionForm typed, Model model) {
        Language language = CaseWords.language();
        RoundSeen seen = laid.seen();
        model.addAttribute("kase", seen.kase());
        model.addAttribute("page", ResultPage.of(laid.result(), language));
        model.addAttribute("judging", laid.judging());
        model.addAttribute("same", laid.kept().same());
        model.addAttribute("again", !seen.round().state().ended());
        model.addAttribute("rounds", rounds.of(seen.kase().id()));
        model.addAttribute("hands", hands.of(seen.round()));
        model.addAttribute("parts", HandFindings.Part.values());
        model.addAttribute("settings", settled(laid.judging(), language));
        model.addAttribute("missingReason", words.getMessage("work.rest.missing.reason", null, Locale.CHINESE));
        standing(laid, model);
        pane(laid, index, typed, model);
    }

    /** Marks of the rows and how far the round is worked. */
    void standing(Laid laid, Model model) {
        RoundSeen seen = laid.seen();
        Map<FindingKey, Decision> latest = new LinkedHashMap<>(decisions.latest(seen.round()));
        if (seen.applicant()) {
            latest.values().removeIf(decision -> !decision.holds());
        }
        Map<Integer, Mark> marks = new LinkedHashMap<>();
        for (int i = 0; i < laid.result().findings().size(); i++) {
            Finding finding = laid.result().findings().get(i);
            marks.put(i, Mark.of(finding, latest.get(DecisionPanes.key(finding))));
        }
        model.addAttribute("seen", seen);
        model.addAttribute("base", seen.base());
        model.addAttribute("marks", marks);
        model.addAttribute("progress", decisions.progress(seen.round()));
        model.addAttribute("working", decisions.mayDecide(seen.who(), seen.kase(), seen.round()));
        model.addAttribute("rest", rest(seen.round(), latest));
    }

    private Rest rest(Round round, Map<FindingKey, Decision> latest) {
        List<redline.casefile.KeptFinding> open = judgings.findings(round).stream()
                .filter(finding -> !latest.containsKey(finding.key()))
                .toList();
        return new Rest(
                open.stream().filter(finding -> finding.part().equals("PASS")).count(),
                open.stream()
                        .filter(finding -> finding.part().equals("UNDETERMINED")
                                && finding.cause().equals("MISSING_FACT"))
                        .count());
    }

    /** The evidence of one finding, and below it what is decided. */
    void pane(Laid laid, Integer index, DecisionForm typed, Model model) {
        if (index == null) {
            model.addAttribute("evidence", null);
            return;
        }
        Finding finding = laid.finding(index);
        model.addAttribute(
                "evidence",
                EvidencePane.of(laid.result(), laid.remedies(finding), index, Words.of(CaseWords.language())));
        model.addAttribute("deciding", panes.of(laid.seen(), laid.judging(), finding, index, typed));
    }

    private List<Settled> settled(Judging judging, Language language) {
        if (judging.settings().isEmpty()) {
            return List.of();
        }
        Map<String, String> titles = new LinkedHashMap<>();
        for (OpenSetting setting : rules.book().openSettings(judging.profile())) {
            titles.put(setting.name(), setting.title().in(language));
        }
        Words reportWords = Words.of(language);
        return judging.settings().stream()
                .map(setting -> settled(setting, titles, reportWords))
                .toList();
    }

    private static Settled settled(OfficeSettings.Setting setting, Map<String, String> titles, Words words) {
        return new Settled(
                titles.getOrDefault(setting.name(), setting.name()),
                words.term(setting.chosen()),
                setting.document(),
                setting.documentDate().toString());
    }
}
