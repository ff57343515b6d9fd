package redline.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
        CaseReach reach = new CaseReach(book, cases);
        for (RulePage page : book.pages()) {
            boolean asked = looked.contains(page.packId());
            if (asked && cases.of(page.id()).isEmpty()) {
                findings.add(without(page));
            } else {
                reach.look(page, asked, findings);
            }
        }
        if (packs.isEmpty()) {
            findings.addAll(unowned(book, cases));
        }
        findings.addAll(reach.unreached());
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
