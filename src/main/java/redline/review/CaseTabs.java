package redline.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import redline.casefile.Account;
import redline.casefile.OfficeCase;
import redline.casefile.Role;
import redline.casefile.Round;
import redline.casefile.Rounds;

/** The tabs of a case, as far as they are for who looks; asked by the fragment {@code case :: tabs} as {@code @caseTabs}. */
@Component("caseTabs")
public class CaseTabs {
    private final Rounds rounds;

    CaseTabs(Rounds rounds) {
        this.rounds = rounds;
    }

    /** @param id what a page calls itself; its words are {@code tab.id} */
    public record Tab(String id, String path) {}

    /** Left to right. */
    public List<Tab> of(OfficeCase kase) {
        String base = "/office/cases/" + kase.number();
        boolean applicant = applicant();
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab("case", base));
        tabs.add(new Tab("materials", base + "/materials"));
        tabs.add(new Tab("rounds", base + "/rounds"));
        Optional<Round> judged = rounds.judged(kase.id());
        judged.ifPresent(round -> {
            String there = base + "/rounds/" + round.number();
            tabs.add(new Tab("result", there));
            if (!applicant) {
                tabs.add(new Tab("compare", there + "/compare"));
            }
            tabs.add(new Tab("replies", there + "/replies"));
        });
        if (!applicant) {
            tabs.add(new Tab("opinions", base + "/opinions"));
        }
        tabs.add(new Tab("publicity", base + "/publicity"));
        tabs.add(new Tab("papers", base + "/papers"));
        tabs.add(new Tab("log", base + "/log"));
        return tabs;
    }

    private static boolean applicant() {
        Authentication entered = SecurityContextHolder.getContext().getAuthentication();
        return entered != null && entered.getPrincipal() instanceof Account who && who.role() == Role.APPLICANT;
    }
}
