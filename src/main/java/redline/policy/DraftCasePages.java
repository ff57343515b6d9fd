package redline.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import redline.casefile.DraftFile;
import redline.casefile.Drafts;
import redline.finding.Verdict;
import redline.proof.CaseFolder;
import redline.proof.RuleCase;
import redline.proof.RuleCases;
import redline.workshop.CaseText;
import redline.workshop.DraftPaths;
import redline.workshop.Workshop;

/** A case of a rule in a form: begun from one that is there, one fact changed, what is expected and why. */
@Controller
class DraftCasePages {
    static final List<String> NUMBERS_FROM = List.of("独立来源", "手算", "回归");
    private static final int LINES = 4;

    private final Drafts drafts;
    private final Workshop workshop;

    DraftCasePages(Drafts drafts, Workshop workshop) {
        this.drafts = drafts;
        this.workshop = workshop;
    }

    record Known(String id, String title) {}

    @GetMapping("/office/drafts/{number}/case")
    String show(
            @PathVariable long number,
            @RequestParam String rule,
            @RequestParam(defaultValue = "") String copy,
            Model model) {
        Draft draft = DraftPage.found(drafts, number);
        String title = workshop.desk(draft)
                .title(rule)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .in(Spoken.now());
        RuleCases cases = cases(draft, rule);
        RuleCase from = cases.all().stream()
                .filter(one -> one.id().equals(copy))
                .findFirst()
                .orElse(cases.all().isEmpty() ? null : cases.all().get(0));
        CaseText text = from == null
                ? new CaseText(rule, "", "", "", "", NUMBERS_FROM.get(1), "", "", "", "", "", List.of())
                : CaseText.of(from);
        List<CaseText.Line> lines = new ArrayList<>(text.expected());
        while (lines.size() < LINES) {
            lines.add(new CaseText.Line("", "", "", "", "", ""));
        }
        model.addAttribute("draft", draft);
        model.addAttribute("rule", rule);
        model.addAttribute("title", title);
        model.addAttribute("text", text);
        model.addAttribute("lines", lines);
        model.addAttribute("copied", from == null ? "" : from.id());
        model.addAttribute(
                "known",
                cases.all().stream()
                        .map(one -> new Known(one.id(), one.id().substring(rule.length() + 1) + " " + one.title()))
                        .toList());
        model.addAttribute("numbersFrom", NUMBERS_FROM);
        model.addAttribute("profiles", workshop.readable(draft).profiles());
        model.addAttribute(
                "verdicts",
                List.of(Verdict.values()).stream()
                        .map(verdict -> verdict.title().zh())
                        .toList());
        return "web/policy/draft-case";
    }

    /** The cases of one rule, those of the draft among them. */
    private RuleCases cases(Draft draft, String rule) {
        String folder = "rules/" + rule + "/";
        TreeMap<String, byte[]> files = new TreeMap<>();
        workshop.published().cases().files().forEach((path, bytes) -> {
            if (path.startsWith(folder) || path.startsWith("bases/")) {
                files.put(path, bytes);
            }
        });
        for (DraftFile file : drafts.files(draft)) {
            if (file.path().startsWith(DraftPaths.CASES + folder)) {
                String path = file.path().substring(DraftPaths.CASES.length());
                if (file.content() == null) {
                    files.remove(path);
                } else {
                    files.put(path, file.bytes());
                }
            }
        }
        return RuleCases.of(new CaseFolder(files));
    }

    @PostMapping("/office/drafts/{number}/case")
    String add(
            @AuthenticationPrincipal Account by,
            @PathVariable long number,
            @RequestParam String rule,
            @RequestParam Map<String, String> typed) {
        Draft draft = DraftPage.found(drafts, number);
        List<CaseText.Line> expected = new ArrayList<>();
        for (int i = 0; typed.containsKey("about" + i); i++) {
            expected.add(new CaseText.Line(
                    typed.get("about" + i),
                    typed.getOrDefault("verdict" + i, ""),
                    typed.getOrDefault("measured" + i, ""),
                    typed.getOrDefault("required" + i, ""),
                    typed.getOrDefault("margin" + i, ""),
                    typed.getOrDefault("other" + i, "")));
        }
        if (expected.isEmpty() || expected.get(0).about().isBlank()) {
            throw new Unfit("EXPECTED");
        }
        CaseText text = new CaseText(
                rule,
                folder(draft, rule, expected.get(0).verdict(), typed.getOrDefault("asOf", "")),
                typed.getOrDefault("title", ""),
                typed.getOrDefault("asOf", ""),
                typed.getOrDefault("why", ""),
                typed.getOrDefault("numberFrom", ""),
                typed.getOrDefault("profile", ""),
                typed.getOrDefault("settings", ""),
                typed.getOrDefault("twin", ""),
                typed.getOrDefault("base", ""),
                typed.getOrDefault("given", ""),
                expected);
        text.read();
        Draft changed = workshop.put(by, draft, Map.of(text.path(), text.yaml()));
        workshop.check(changed);
        return "again".equals(typed.get("next"))
                ? "redirect:/office/drafts/" + number + "/case?rule=" + rule + "&copy=" + rule + "/" + text.folder()
                : "redirect:/office/drafts/" + number;
    }

    /** {@code 26-violation-2027-01-01}: the next number, the first verdict, the day. */
    private String folder(Draft draft, String rule, String verdict, String day) {
        int last = cases(draft, rule).all().stream()
                .mapToInt(one -> Integer.parseInt(one.folder().substring(0, 2)))
                .max()
                .orElse(0);
        Verdict first = CaseText.verdict(verdict).orElseThrow(() -> new Unfit("EXPECTED"));
        if (!day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            throw new Unfit("DAY");
        }
        return CaseText.folder(last + 1, first, day);
    }
}
