package redline.selfcheck;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import redline.check.Program;
import redline.quantity.Language;
import redline.rulepack.Fault;
import redline.upload.RuleShelf;

/** Which rules judge, and what is wrong with the rule files; {@code /health} for machines. */
@Controller
class StatusPage {
    private final RuleShelf rules;

    StatusPage(RuleShelf rules) {
        this.rules = rules;
    }

    record RuleLine(String id, String title, String force, String pack) {}

    record FaultLine(String file, int line, String what, String remedy) {
        static FaultLine of(Fault fault, Language language) {
            return new FaultLine(
                    fault.file(),
                    fault.line(),
                    fault.what().in(language),
                    fault.remedy().in(language));
        }
    }

    @GetMapping("/status")
    String show(Model model, Locale locale) {
        Language language = Spoken.in(locale);
        rules.look();
        model.addAttribute("state", state());
        model.addAttribute("version", Program.VERSION);
        model.addAttribute(
                "faults",
                rules.faults().stream()
                        .map(fault -> FaultLine.of(fault, language))
                        .toList());
        model.addAttribute("rules", lines(language));
        return "web/status";
    }

    private List<RuleLine> lines(Language language) {
        return rules.pages().stream()
                .map(page -> new RuleLine(
                        page.id(),
                        page.title().in(language),
                        page.force().title().in(language),
                        page.packId()))
                .toList();
    }

    @GetMapping("/health")
    @ResponseBody
    ResponseEntity<Map<String, String>> health() {
        HttpStatus status = state().equals("none") ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK;
        return ResponseEntity.status(status)
                .body(Map.of(
                        "status",
                        status == HttpStatus.OK ? "UP" : "DOWN",
                        "rules",
                        state(),
                        "ruleFaults",
                        String.valueOf(rules.faults().size()),
                        "version",
                        Program.VERSION));
    }

    private String state() {
        return rules.ready() ? "ready" : rules.faults().isEmpty() ? "loading" : "none";
    }
}
