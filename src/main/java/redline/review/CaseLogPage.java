package redline.review;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import redline.casefile.Account;
import redline.casefile.AuditEntry;
import redline.casefile.Office;
import redline.casefile.OfficeCase;
import redline.casefile.Role;
import redline.casefile.Steps;
import redline.casefile.Store;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happened to a case: its steps, and for the office every act that was logged. */
@Controller
class CaseLogPage {
    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(Office.ZONE);
    private static final Set<String> STATES = Set.of("from", "to");
    private static final int LONGEST = 300;

    private final RoundDoor door;
    private final Steps steps;
    private final Store store;
    private final CaseWords words;
    private final SaidChoices choices;

    CaseLogPage(RoundDoor door, Steps steps, Store store, CaseWords words, SaidChoices choices) {
        this.door = door;
        this.steps = steps;
        this.store = store;
        this.words = words;
        this.choices = choices;
    }

    record StepLine(Steps.Taken taken, String title, String from, String to, String recorded) {}

    record Detail(String label, String text) {}

    record ActLine(long number, String at, String who, String act, List<Detail> details) {}

    @GetMapping("/office/cases/{number}/log")
    String show(@AuthenticationPrincipal Account me, @PathVariable String number, Model model) {
        OfficeCase kase = door.kase(me, number);
        boolean office = me.role() != Role.APPLICANT;
        model.addAttribute("kase", kase);
        model.addAttribute(
                "steps", steps.taken(me, kase).stream().map(this::line).toList());
        model.addAttribute("office", office);
        model.addAttribute(
                "acts",
                office
                        ? store.audit().about(kase.number()).stream()
                                .map(this::line)
                                .toList()
                        : List.of());
        return "web/review/case-log";
    }

    private StepLine line(Steps.Taken taken) {
        return new StepLine(
                taken,
                words.step(taken.step()),
                words.state(taken.fromState()),
                words.state(taken.toState()),
                MINUTES.format(taken.at()));
    }

    private ActLine line(AuditEntry entry) {
        String act = entry.act().startsWith("step-")
                ? words.step(entry.act().substring("step-".length()))
                : words.optional("act." + entry.act()).orElse(entry.act());
        String who = entry.who().equals("system") ? words.say("log.system") : entry.who();
        return new ActLine(entry.number(), MINUTES.format(Instant.parse(entry.at())), who, act, details(entry));
    }

    private List<Detail> details(AuditEntry entry) {
        List<Detail> details = new ArrayList<>();
        boolean step = entry.act().startsWith("step-");
        boolean materials = entry.act().equals("materials-noted");
        for (var property : JSON.readTree(entry.details()).properties()) {
            String text = entry.act().equals("round-choices")
                    ? shortened(choices.text(property.getKey(), property.getValue()))
                    : text(property.getValue());
            if (text.isEmpty()) {
                continue;
            }
            String name = property.getKey();
            details.add(new Detail(
                    materials
                            ? words.item(name)
                            : words.optional("detail." + name).orElse(name),
                    step && STATES.contains(name) ? words.state(text) : said(name, text, materials)));
        }
        return details;
    }

    private String said(String name, String text, boolean materials) {
        if (materials) {
            String state = text.replaceFirst(":.*", "");
            return words.optional("material." + state)
                    .map(word -> word + text.substring(state.length()))
                    .orElse(text);
        }
        return switch (name) {
            case "item" -> words.item(text);
            case "purpose" -> words.optional("purpose." + text).orElse(text);
            case "department" -> words.choice("department", text);
            case "verdict", "found" -> words.optional("verdict." + text).orElse(text);
            case "kind" -> words.optional("paper." + text).orElse(text);
            default -> text;
        };
    }

    private static String text(JsonNode value) {
        return shortened(value.isString() ? value.asString() : value.toString());
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
