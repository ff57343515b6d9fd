package redline.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import redline.quantity.Text;
import redline.rulepack.Fault;
import redline.rulepack.PackXray;
import redline.rulepack.RuleBook;
import redline.rulepack.RulePage;
import redline.rulepack.Variants;
import redline.rulepack.XrayFinding;

/** What can be seen of rules and their cases without a scheme, each with place and remedy. */
public final class Xray {
    private Xray() {}

    /** Of all packs where {@code packs} is empty; sorted by file and line. */
    public static List<XrayFinding> of(RuleBook book, RuleCases cases, Set<String> packs) {
        Set<String> looked = packs.isEmpty() ? new TreeSet<>(Variants.packs(book)) : packs;
        List<XrayFinding> findings = new ArrayList<>(PackXray.of(book, looked));
        reach(book, cases, page -> looked.contains(page.packId()), page -> true, findings);
        if (packs.isEmpty()) {
            findings.addAll(unowned(book, cases));
        }
        return sorted(findings);
    }

    /** Of some packs, and of the cases of some rules; {@code rules} with those that lift them, or what reaches them is not seen. */
    public static List<XrayFinding> of(RuleBook book, RuleCases cases, Set<String> packs, Set<String> rules) {
        List<XrayFinding> findings = new ArrayList<>(PackXray.of(book, packs));
        reach(book, cases, page -> rules.contains(page.id()), page -> rules.contains(page.id()), findings);
        return sorted(findings);
    }

    private static void reach(
            RuleBook book,
            RuleCases cases,
            Predicate<RulePage> asked,
            Predicate<RulePage> run,
            List<XrayFinding> findings) {
        CaseReach reach = new CaseReach(book, cases);
        for (RulePage page : book.pages()) {
            if (asked.test(page) && cases.of(page.id()).isEmpty()) {
                findings.add(without(page));
            } else if (run.test(page)) {
                reach.look(page, asked.test(page), findings);
            }
        }
        findings.addAll(reach.unreached());
    }

    private static List<XrayFinding> sorted(List<XrayFinding> findings) {
        findings.sort(Comparator.comparing((XrayFinding f) -> f.fault().file())
                .thenComparing(f -> f.fault().line()));
        return List.copyOf(findings);
    }

    private static XrayFinding without(RulePage page) {
        return XrayFinding.fault(new Fault(
                page.drlFile(),
                0,
                page.id(),
                new Text("没有案例", "There are no cases"),
                new Text(
                        "在 test-cases/rules/" + page.id() + "/ 加符合、不符合、待核实、不涉及四类案例",
                        "Add cases of all four verdicts under test-cases/rules/" + page.id() + "/")));
    }

    private static List<XrayFinding> unowned(RuleBook book, RuleCases cases) {
        Set<String> rules =
                new TreeSet<>(book.pages().stream().map(RulePage::id).toList());
        return cases.all().stream()
                .filter(one -> !rules.contains(one.rule()))
                .map(one -> XrayFinding.fault(new Fault(
                        CaseReach.fileOf(one),
                        0,
                        "rule",
                        new Text("没有规则“" + one.rule() + "”", "There is no rule \"" + one.rule() + "\""),
                        new Text("改正规则编号,或删去案例", "Mend the rule's id, or delete the case"))))
                .distinct()
                .toList();
    }
}
