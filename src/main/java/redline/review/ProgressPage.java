package redline.review;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import redline.casefile.Account;
import redline.casefile.JobQueue;
import redline.casefile.OfficeCase;
import redline.casefile.Round;
import redline.upload.Step;

/** How far a round is while it is judged; then its result takes the place of this page, or what stands in its way. */
@Controller
class ProgressPage {
    private final CaseDesk desk;
    private final JobQueue jobs;

    ProgressPage(CaseDesk desk, JobQueue jobs) {
        this.desk = desk;
        this.jobs = jobs;
    }

    /** A step with the state it is in: done, now or next. */
    record StepLine(Step step, String state) {}

    @GetMapping("/office/cases/{number}/rounds/{round}/progress")
    String show(
            @AuthenticationPrincipal Account me, @PathVariable String number, @PathVariable int round, Model model) {
        OfficeCase kase = desk.find(me, number);
        Round found = desk.round(kase, round);
        if (found.state() == Round.State.JUDGED) {
            return "redirect:/office/cases/" + number + "/rounds/" + round;
        }
        model.addAttribute("kase", kase);
        progress(found, model);
        return "web/review/round-progress";
    }

    /** The steps alone, asked for again and again; once the round has ended they ask once more, to leave. */
    @GetMapping("/office/cases/{number}/rounds/{round}/progress/steps")
    String steps(
            @AuthenticationPrincipal Account me,
            @PathVariable String number,
            @PathVariable int round,
            @RequestParam(defaultValue = "false") boolean leave,
            HttpServletResponse response,
            Model model) {
        OfficeCase kase = desk.find(me, number);
        Round found = desk.round(kase, round);
        if (found.state().ended() && leave) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("kase", kase);
        progress(found, model);
        return "web/review/round-progress :: steps";
    }

    private void progress(Round round, Model model) {
        Optional<JobQueue.Standing> standing = jobs.standing(round.id());
        String at = standing.map(JobQueue.Standing::step).orElse("");
        boolean ended = round.state().ended();
        boolean reached = false;
        List<StepLine> lines = new ArrayList<>();
        for (Step step : Step.values()) {
            boolean now = step.name().equals(at);
            reached |= now;
            boolean done = ended || !at.isEmpty() && !reached;
            lines.add(new StepLine(step, now ? "now" : done ? "done" : "next"));
        }
        model.addAttribute("round", round);
        model.addAttribute("ended", ended);
        model.addAttribute("steps", lines);
        model.addAttribute(
                "before",
                at.isEmpty() && !ended ? standing.map(JobQueue.Standing::before).orElse(0L) : null);
        model.addAttribute("complaints", ComplaintLine.of(round));
    }
}
