package redline.review;

import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import redline.casefile.Account;
import redline.casefile.CaseFilter;
import redline.casefile.CaseList;
import redline.casefile.Cases;
import redline.casefile.Role;

/** The list of cases: due first. */
@Controller
class CasesPage {
    private static final int LONGEST = 100;

    private final Cases cases;

    CasesPage(Cases cases) {
        this.cases = cases;
    }

    @GetMapping("/office/cases")
    String show(
            @AuthenticationPrincipal Account me,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "mine") String whose,
            @RequestParam(defaultValue = "false") boolean closed,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        boolean chooses = me.role() == Role.REVIEWER;
        boolean mine = chooses && !whose.equals("all");
        String searched = text.strip();
        CaseFilter filter = new CaseFilter(
                searched.substring(0, Math.min(LONGEST, searched.length())), state, mine, closed, Math.max(0, page));
        CaseList list = cases.list(me, filter);
        Map<String, Long> counts = list.byState();
        model.addAttribute("filter", filter);
        model.addAttribute("whose", mine ? "mine" : "all");
        model.addAttribute("chooses", chooses);
        model.addAttribute("mayOpen", mayOpen(me));
        model.addAttribute("list", list);
        model.addAttribute("counts", counts);
        model.addAttribute("anyAtAll", counts.values().stream().anyMatch(number -> number > 0));
        return "web/review/cases";
    }

    static boolean mayOpen(Account me) {
        return me.role() == Role.APPLICANT || me.role() == Role.REVIEWER;
    }
}
