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
import redline.upload.Step;

/** How far a round is while it is judged; then the page of the round takes the place of this one, whatever came of it. */
@Controller
class ProgressPage {
    private final RoundDoor door;
    private final JobQueue jobs;

    ProgressPage(RoundDoor door, JobQueue jobs) {
        this.door = door;
        this.jobs = jobs;
    }

    /** A step with the state it is in: done, now or next, and where it goes through pages how far it is; 0 of 0 where it does not. */
    record StepLine(Step step, String state, int page, int pages) {}

    @GetMapping("/office/cases/{number}/rounds/{n}/progress")
    String show(@AuthenticationPrincipal Account who, @PathVariable String number, @PathVariable int n, Model model) {
        RoundSeen seen = door.round(who, number, n);
        if (seen.round().state().ended()) {
            return "redirect:" + seen.base();
        }
        progress(seen, model);
        return "web/review/round-progress";
    }

    /**
     * The steps alone, asked for again and again until the round has ended. Then they ask once more, to leave, and the page goes on to
     * the result: once, because a second time would break off a large result that is still coming.
     */
    @GetMapping("/office/cases/{number}/rounds/{n}/progress/steps")
    String steps(
            @AuthenticationPrincipal Account who,
            @PathVariable String number,
            @PathVariable int n,
            @RequestParam(defaultValue = "false") boolean leave,
            HttpServletResponse response,
            Model model) {
        RoundSeen seen = door.round(who, number, n);
        if (seen.round().state().ended() && leave) {
            response.setHeader("HX-Redirect", seen.base());
        }
        progress(seen, model);
        return "web/review/round-progress :: steps";
    }

    private void progress(RoundSeen seen, Model model) {
        Optional<JobQueue.Standing> standing = jobs.standing(seen.round().id());
        String at = standing.map(JobQueue.Standing::step).orElse("");
        boolean ended = seen.round().state().ended();
        boolean reached = false;
        List<StepLine> lines = new ArrayList<>();
        for (Step step : Step.values()) {
            boolean now = step.name().equals(at);
            reached |= now;
            lines.add(new StepLine(
                    step,
                    now ? "now" : ended || !at.isEmpty() && !reached ? "done" : "next",
                    now ? standing.get().page() : 0,
                    now ? standing.get().pages() : 0));
        }
        model.addAttribute("kase", seen.kase());
        model.addAttribute("round", seen.round());
        model.addAttribute("base", seen.base());
        model.addAttribute("steps", lines);
        model.addAttribute("ended", ended);
        model.addAttribute(
                "before",
                at.isEmpty() && !ended ? standing.map(JobQueue.Standing::before).orElse(0L) : null);
    }
}
