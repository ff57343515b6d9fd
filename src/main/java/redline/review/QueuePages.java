package redline.review;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import redline.casefile.Account;
import redline.casefile.Decisions;
import redline.casefile.Decisions.Waiting;
import redline.casefile.Role;
import redline.finding.Verdict;
import redline.quantity.Language;

/** Decisions that wait for a second person, over all cases. */
@Controller
class QueuePages {
    private static final Set<Role> SECONDS = Set.of(Role.REVIEWER, Role.SECTION_HEAD, Role.APPROVER);

    private final Decisions decisions;
    private final CaseWords words;

    QueuePages(Decisions decisions, CaseWords words) {
        this.decisions = decisions;
        this.words = words;
    }

    /**
     * @param address of the finding in its round
     * @param own whether somebody else has to say it
     */
    record Line(
            String address,
            String number,
            String project,
            int round,
            String title,
            String subject,
            String says,
            Decisions.Kind kind,
            String style,
            String verdict,
            String by,
            String at,
            boolean own) {}

    @GetMapping("/office/queue")
    String show(@AuthenticationPrincipal Account who, Model model) {
        if (!SECONDS.contains(who.role())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        List<Line> lines = decisions.waiting().stream()
                .filter(waiting -> waiting.finding() != null)
                .map(waiting -> line(waiting, who, CaseWords.language()))
                .toList();
        model.addAttribute("lines", lines.stream().filter(line -> !line.own()).toList());
        model.addAttribute("own", lines.stream().filter(Line::own).toList());
        return "web/review/queue";
    }

    private Line line(Waiting waiting, Account who, Language language) {
        Decisions.Decision decision = waiting.decision();
        Verdict verdict = Verdict.valueOf(decision.verdict());
        return new Line(
                "/office/cases/" + waiting.caseNumber() + "/rounds/"
                        + waiting.round().number() + "?finding="
                        + waiting.finding().position(),
                waiting.caseNumber(),
                waiting.project(),
                waiting.round().number(),
                waiting.finding().title(),
                waiting.finding().subjectName(),
                waiting.finding().says(),
                decision.kind(),
                DecisionPanes.style(verdict),
                verdict.icon() + " " + verdict.title().in(language),
                decision.by(),
                words.time(decision.at()),
                decision.byAccount().equals(who.id()));
    }
}
