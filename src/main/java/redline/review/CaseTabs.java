package redline.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import redline.casefile.Account;
import redline.casefile.OfficeCase;
import redline.casefile.Role;
import redline.casefile.Round;
import redline.casefile.Rounds;

/** The tabs of a case, as far as there are pages for them and they are for who looks; asked by the fragment {@code case :: tabs} as {@code @caseTabs}. */
@Component("caseTabs")
public class CaseTabs {
    private final Rounds rounds;
    /** Asked for late: the pages are mapped after this is made. */
    private final ObjectProvider<RequestMappingHandlerMapping> pages;

    CaseTabs(Rounds rounds, ObjectProvider<RequestMappingHandlerMapping> pages) {
        this.rounds = rounds;
        this.pages = pages;
    }

    /** @param id what a page calls itself; its words are {@code tab.id} */
    public record Tab(String id, String path) {}

    /** Left to right. */
    public List<Tab> of(OfficeCase kase) {
        String base = "/office/cases/" + kase.number();
        Set<String> mapped = mapped();
        boolean applicant = applicant();
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab("case", base));
        tabs.add(new Tab("materials", base + "/materials"));
        tabs.add(new Tab("rounds", base + "/rounds"));
        Optional<Round> judged = rounds.judged(kase.id());
        judged.ifPresent(round -> {
            String there = base + "/rounds/" + round.number();
            String pattern = "/office/cases/{number}/rounds/{round}";
            add(tabs, mapped, new Tab("result", there), pattern);
            if (!applicant) {
                add(tabs, mapped, new Tab("compare", there + "/compare"), pattern + "/compare");
            }
            add(tabs, mapped, new Tab("replies", there + "/replies"), pattern + "/replies");
        });
        if (!applicant) {
            tabs.add(new Tab("opinions", base + "/opinions"));
        }
        tabs.add(new Tab("publicity", base + "/publicity"));
        add(tabs, mapped, new Tab("papers", base + "/papers"), "/office/cases/{number}/papers");
        tabs.add(new Tab("log", base + "/log"));
        return tabs;
    }

    private static void add(List<Tab> tabs, Set<String> mapped, Tab tab, String pattern) {
        if (mapped.contains(pattern.replaceAll("\\{[^}]*}", "{}"))) {
            tabs.add(tab);
        }
    }

    private static boolean applicant() {
        Authentication entered = SecurityContextHolder.getContext().getAuthentication();
        return entered != null && entered.getPrincipal() instanceof Account who && who.role() == Role.APPLICANT;
    }

    /** Patterns without the names of their variables. */
    private Set<String> mapped() {
        Set<String> paths = new HashSet<>();
        pages.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(page -> page.getPatternValues().stream())
                .forEach(path -> paths.add(path.replaceAll("\\{[^}]*}", "{}")));
        return paths;
    }
}
