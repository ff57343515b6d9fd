package redline.review;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import redline.casefile.Account;
import redline.casefile.Decisions;
import redline.casefile.OfficeSettings;
import redline.casefile.Questions;
import redline.casefile.Questions.Question;
import redline.quantity.Language;
import redline.rulepack.OpenSetting;
import redline.rulepack.RuleBook;
import redline.upload.RuleShelf;

/** The queue of policy staff: bases in doubt (依据存疑) by what they hang on, with the cases that wait for them. */
@Controller
class QuestionPages {
    private final Questions questions;
    private final OfficeSettings settings;
    private final Decisions decisions;
    private final RuleShelf rules;
    private final CaseWords words;

    QuestionPages(Questions questions, OfficeSettings settings, Decisions decisions, RuleShelf rules, CaseWords words) {
        this.questions = questions;
        this.settings = settings;
        this.decisions = decisions;
        this.rules = rules;
        this.words = words;
    }

    /** What a setting may be. */
    record Candidate(String code, String word) {}

    /**
     * One question, whoever asks it.
     *
     * @param id of the page's place for it
     * @param setting name of the setting it is about, empty where it is none that can be chosen here
     * @param source, grade, note of the candidates
     */
    record Topic(
            String id,
            String profile,
            String setting,
            String title,
            List<Candidate> candidates,
            String source,
            String grade,
            String note,
            List<Question> waiting) {}

    /** A setting as it was settled. */
    record Past(String profile, String title, String chosen, String document, String date, String by, String at) {}

    @GetMapping("/office/questions")
    String show(Model model) {
        RuleBook book = rules.book();
        model.addAttribute("topics", topics(book));
        model.addAttribute("past", past(book));
        return "web/review/questions";
    }

    private List<Topic> topics(RuleBook book) {
        Map<String, List<Question>> grouped = new LinkedHashMap<>();
        for (Question question : questions.open()) {
            grouped.computeIfAbsent(question.profile() + " " + question.path(), key -> new ArrayList<>())
                    .add(question);
        }
        List<Topic> topics = new ArrayList<>();
        grouped.values().forEach(waiting -> topics.add(topic(book, waiting, topics.size() + 1)));
        // What can be settled here comes first; the rest is answered case by case.
        topics.sort(Comparator.comparing(topic -> topic.setting().isEmpty()));
        return topics;
    }

    private Topic topic(RuleBook book, List<Question> waiting, int number) {
        Question first = waiting.get(0);
        Language language = CaseWords.language();
        OpenSetting setting = setting(book, first.profile(), first.setting());
        if (setting == null) {
            return new Topic(
                    "topic-" + number, first.profile(), "", first.label(), List.of(), "", "", "", List.copyOf(waiting));
        }
        return new Topic(
                "topic-" + number,
                first.profile(),
                setting.name(),
                setting.title().in(language),
                candidates(setting, language),
                setting.source(),
                setting.grade().title().in(language),
                setting.note(),
                List.copyOf(waiting));
    }

    private static OpenSetting setting(RuleBook book, String profile, String name) {
        if (name.isEmpty() || !book.profiles().contains(profile)) {
            return null;
        }
        return book.openSettings(profile).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static List<Candidate> candidates(OpenSetting setting, Language language) {
        return setting.candidates().stream()
                .map(code -> new Candidate(code, setting.said(code).in(language)))
                .toList();
    }

    private List<Past> past(RuleBook book) {
        List<Past> past = new ArrayList<>();
        for (String profile : book.profiles()) {
            for (OfficeSettings.Entry entry : settings.history(profile)) {
                OfficeSettings.Setting one = entry.setting();
                OpenSetting open = setting(book, profile, one.name());
                past.add(
                        0,
                        new Past(
                                profile,
                                open == null ? one.name() : open.title().in(CaseWords.language()),
                                open == null
                                        ? one.chosen()
                                        : open.said(one.chosen()).in(CaseWords.language()),
                                one.document(),
                                one.documentDate().toString(),
                                entry.by(),
                                words.time(entry.at())));
            }
        }
        return past;
    }

    @PostMapping("/office/questions/settle")
    String settle(
            @AuthenticationPrincipal Account by,
            @RequestParam String profile,
            @RequestParam String setting,
            @RequestParam(defaultValue = "") String chosen,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String documentDate,
            @RequestParam(required = false) MultipartFile file,
            RedirectAttributes told)
            throws IOException {
        OpenSetting open = setting(rules.book(), profile, setting);
        if (open == null || !open.candidates().contains(chosen)) {
            throw new Untaken("CANDIDATE");
        }
        LocalDate date = CaseWords.day(documentDate).orElse(null);
        if (date == null || document.isBlank()) {
            throw new Untaken("SETTING_DOCUMENT");
        }
        String sha256 = SentFiles.something(file)
                ? decisions.keep(SentFiles.chosen(List.of(file)).get(0))
                : null;
        int again = questions.settle(by, profile, new OfficeSettings.Setting(setting, chosen, document, date), sha256);
        told.addFlashAttribute(
                "settled",
                words.say(
                        "questions.settled",
                        open.title().in(CaseWords.language()),
                        open.said(chosen).in(CaseWords.language()),
                        String.valueOf(again)));
        return "redirect:/office/questions";
    }

    @PostMapping("/office/questions/{id}/answer")
    String answer(
            @AuthenticationPrincipal Account by,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String answer,
            RedirectAttributes told) {
        Question question = questions.byId(id).orElseThrow(RoundDoor::none);
        questions.answer(by, question.id(), answer);
        told.addFlashAttribute("settled", words.say("questions.answered", question.caseNumber()));
        return "redirect:/office/questions";
    }
}
