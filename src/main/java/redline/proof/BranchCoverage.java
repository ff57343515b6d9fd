package redline.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import redline.rulepack.PackXray;
import redline.rulepack.RuleBook;
import redline.rulepack.RulePage;

/** How many cases reach each branch of a rule. One that exempts is reached by cases of the rules that it exempts from. */
public final class BranchCoverage {
    private BranchCoverage() {}

    /**
     * Runs the cases of the rule, and of those that it exempts from.
     *
     * @return of each branch, in the order of the rule's text
     */
    public static List<Integer> of(RuleBook book, RuleCases cases, String rule) {
        RulePage own = book.page(rule).orElseThrow(() -> new IllegalArgumentException(rule));
        List<PackXray.BranchPlace> branches = PackXray.branches(book, own);
        Set<String> run = new TreeSet<>(List.of(rule));
        branches.stream()
                .map(PackXray.BranchPlace::exempts)
                .filter(Objects::nonNull)
                .forEach(run::add);
        CaseReach reach = new CaseReach(book, cases);
        book.pages().stream()
                .filter(page -> run.contains(page.id()))
                .forEach(page -> reach.look(page, false, new ArrayList<>()));
        return branches.stream().map(reach::cases).toList();
    }
}
