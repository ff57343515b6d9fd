package redline.review;

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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import redline.casefile.Account;
import redline.casefile.Cases;
import redline.casefile.FindingKey;
import redline.casefile.Replies;
import redline.casefile.Role;
import redline.casefile.Round;
import redline.casefile.Rounds;

/** The applicant's answers to what the round before was asked to change, item by item. */
@Controller
class ReplyPages {
    private static final String ANSWER = "answer-";

    private final RoundDoor door;
    private final Rounds rounds;
    private final ReplyTable table;
    private final Replies replies;

    ReplyPages(RoundDoor door, Rounds rounds, ReplyTable table, Replies replies) {
        this.door = door;
        this.rounds = rounds;
        this.table = table;
        this.replies = replies;
    }

    @GetMapping("/office/cases/{number}/rounds/{round}/replies")
    String show(
            @AuthenticationPrincipal Account who, @PathVariable String number, @PathVariable int round, Model model) {
        RoundSeen seen = door.round(who, number, round);
        Round before = before(seen);
        model.addAttribute("seen", seen);
        model.addAttribute("kase", seen.kase());
        model.addAttribute("base", seen.base());
        model.addAttribute("before", before);
        model.addAttribute("items", items(seen, before));
        model.addAttribute("mayAnswer", !seen.kase().closed() && mayAnswer(seen));
        return "web/review/replies";
    }

    private static boolean mayAnswer(RoundSeen seen) {
        return seen.applicant() || seen.who().role() == Role.REVIEWER && Cases.mayWork(seen.who(), seen.kase());
    }

    /** Null for a first round. */
    private Round before(RoundSeen seen) {
        return rounds.byNumber(seen.kase().id(), seen.round().number() - 1).orElse(null);
    }

    private List<ReplyTable.Item> items(RoundSeen seen, Round before) {
        return before == null ? List.of() : table.of(seen.who(), before, seen.round());
    }

    /** Answers come as {@code answer-1}, {@code answer-2} … in the order of the table. */
    @PostMapping("/office/cases/{number}/rounds/{round}/replies")
    String answer(
            @AuthenticationPrincipal Account who,
            @PathVariable String number,
            @PathVariable int round,
            @RequestParam Map<String, String> fields,
            RedirectAttributes told) {
        RoundSeen seen = door.round(who, number, round);
        Map<FindingKey, String> words = new LinkedHashMap<>();
        for (ReplyTable.Item item : items(seen, before(seen))) {
            String given = fields.get(ANSWER + item.number());
            if (given != null && !given.strip().equals(item.answer())) {
                words.put(item.key(), given);
            }
        }
        replies.answer(who, seen.kase(), seen.round(), words);
        told.addFlashAttribute("done", "replies.kept");
        return "redirect:" + seen.base() + "/replies";
    }
}
