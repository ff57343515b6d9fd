package redline.review;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import redline.casefile.Account;
import redline.casefile.Conversation;
import redline.casefile.Decisions;
import redline.casefile.Decisions.Act;
import redline.casefile.Decisions.Document;
import redline.casefile.Declined;
import redline.casefile.FindingKey;
import redline.finding.Finding;

/** What is decided on findings and said of them. With htmx the pane comes back alone; without, the page at the same finding. */
@Controller
class DecisionPages {
    private final RoundDoor door;
    private final WorkDesk desk;
    private final Decisions decisions;
    private final Conversation conversation;
    private final CaseWords words;

    DecisionPages(RoundDoor door, WorkDesk desk, Decisions decisions, Conversation conversation, CaseWords words) {
        this.door = door;
        this.desk = desk;
        this.decisions = decisions;
        this.conversation = conversation;
        this.words = words;
    }

    /** How an act is answered. */
    private record Answer(boolean part, HttpServletResponse response, Model model) {}

    /** Something that may be declined. */
    private interface Acting {
        void act(WorkDesk.Laid laid, FindingKey key) throws IOException;
    }

    @PostMapping("/office/cases/{number}/rounds/{n}/decisions")
    String decide(
            @AuthenticationPrincipal Account who,
            @PathVariable String number,
            @PathVariable int n,
            DecisionForm form,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            HttpServletResponse response,
            Model model)
            throws IOException {
        RoundSeen seen = door.round(who, number, n);
        Answer answer = new Answer(part, response, model);
        return answered(seen, form.finding(), form, "decided", answer, (laid, key) -> {
            if (!laid.judging().id().equals(form.judging())) {
                model.addAttribute("complaint", words.say("work.judged-again"));
                return;
            }
            decisions.decide(who, seen.kase(), seen.round(), key, act(seen, laid.finding(form.finding()), form));
        });
    }

    private Act act(RoundSeen seen, Finding finding, DecisionForm form) throws IOException {
        String typed = form.sentence() == null
                ? ""
                : form.sentence().replace("\r\n", "\n").strip();
        String sentence = typed.equals(DecisionPanes.sentence(finding)) ? "" : typed;
        return new Act(form.kind(), form.verdict(), form.reason(), sentence, document(seen, form));
    }

    private Document document(RoundSeen seen, DecisionForm form) throws IOException {
        if (form.kind() != Decisions.Kind.EXCEPT) {
            return null;
        }
        boolean kept = form.hasFile() && decisions.mayDecide(seen.who(), seen.kase(), seen.round());
        return new Document(
                form.documentKind(),
                form.documentNumber(),
                form.date(),
                kept ? decisions.keep(SentFiles.chosen(List.of(form.file())).get(0)) : null);
    }

    @PostMapping("/office/cases/{number}/rounds/{n}/second")
    String second(
            @AuthenticationPrincipal Account who,
            @PathVariable String number,
            @PathVariable int n,
            @RequestParam int finding,
            @RequestParam String decision,
            @RequestParam boolean agrees,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            HttpServletResponse response,
            Model model)
            throws IOException {
        RoundSeen seen = door.round(who, number, n);
        Answer answer = new Answer(part, response, model);
        return answered(
                seen,
                finding,
                null,
                "seconded",
                answer,
                (laid, key) -> decisions.second(who, seen.kase(), decision, agrees));
    }

    @PostMapping("/office/cases/{number}/rounds/{n}/remarks")
    String remark(
            @AuthenticationPrincipal Account who,
            @PathVariable String number,
            @PathVariable int n,
            @RequestParam int finding,
            @RequestParam(name = "words") String said,
            @RequestParam(defaultValue = "false") boolean shown,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            HttpServletResponse response,
            Model model)
            throws IOException {
        RoundSeen seen = door.round(who, number, n);
        Answer answer = new Answer(part, response, model);
        return answered(
                seen,
                finding,
                null,
                "said",
                answer,
                (laid, key) -> conversation.say(who, seen.kase(), key, said, shown));
    }

    private String answered(RoundSeen seen, int index, DecisionForm form, String event, Answer answer, Acting acting)
            throws IOException {
        WorkDesk.Laid laid = desk.lay(seen);
        FindingKey key = DecisionPanes.key(laid.finding(index));
        try {
            acting.act(laid, key);
        } catch (Declined declined) {
            if (declined.why() == Declined.Why.NOT_YOURS) {
                throw declined;
            }
            answer.model().addAttribute("complaint", words.sentence(declined));
        }
        boolean done = !answer.model().containsAttribute("complaint");
        if (done && !answer.part()) {
            return "redirect:" + seen.base() + "?finding=" + index + "#evidence";
        }
        DecisionForm typed = done ? null : form;
        if (!answer.part()) {
            answer.response().setStatus(HttpServletResponse.SC_CONFLICT);
            desk.whole(laid, index, typed, answer.model());
            return "web/review/work";
        }
        if (done) {
            answer.response().setHeader("HX-Trigger-After-Swap", "{\"" + event + "\":{\"finding\":" + index + "}}");
        }
        desk.standing(laid, answer.model());
        desk.pane(laid, index, typed, answer.model());
        return "web/review/decide :: renewed";
    }
}
