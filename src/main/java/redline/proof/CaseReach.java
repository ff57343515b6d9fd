package redline.proof;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import redline.fact.SchemeRecord;
import redline.quantity.Text;
import redline.quantity.Value;
import redline.requirement.Certainty;
import redline.requirement.Comparator;
import redline.requirement.Demand;
import redline.requirement.Requirement;
import redline.rulepack.Fault;
import redline.rulepack.PackXray;
import redline.rulepack.RuleBook;
import redline.rulepack.RulePage;
import redline.rulepack.XrayFinding;

/** What the cases of rules reach: which branches speak, and whether what they demand can be met at all. */
final class CaseReach {
    private final RuleBook book;
    private final RuleCases cases;
    /** How many cases reached a branch, by its full name. */
    private final Map<String, Integer> reached = new TreeMap<>();

    private final Map<String, PackXray.BranchPlace> branches = new LinkedHashMap<>();

    CaseReach(RuleBook book, RuleCases cases) {
        this.book = book;
        this.cases = cases;
    }

    /**
     * Runs the cases of one rule. A rule may exempt from those of other packs, so the cases of all rules are run.
     *
     * @param asked whether findings about this rule are wanted
     */
    void look(RulePage page, boolean asked, List<XrayFinding> findings) {
        List<PackXray.BranchPlace> own = PackXray.branches(book, page);
        own.stream().filter(branch -> asked).forEach(branch -> branches.put(branch.fullName(), branch));
        Set<String> contradicted = new TreeSet<>();
        for (RuleCase one : cases.of(page.id())) {
            Set<String> here = new TreeSet<>();
            for (Demand demand : demands(one)) {
                demand.requirements().forEach(r -> {
                    here.add(name(page, r.branch()));
                    if (r.exemption() != null) {
                        here.add(r.exemption().by());
                    }
                });
                demand.questions().forEach(q -> here.add(name(page, q.branch())));
                own.stream()
                        .filter(branch ->
                                branch.note() != null && demand.notes().contains(branch.note()))
                        .forEach(branch -> here.add(branch.fullName()));
                if (asked && contradictory(demand.requirements()) && contradicted.add(one.folder())) {
                    findings.add(contradiction(one, demand));
                }
            }
            here.forEach(branch -> reached.merge(branch, 1, Integer::sum));
        }
    }

    private List<Demand> demands(RuleCase one) {
        try {
            SchemeRecord record = cases.record(one, book).asOf(one.asOf());
            return one.in(book)
                    .ruleOf(one.rule(), record, one.profile(), record.dates())
                    .demands();
        } catch (IllegalArgumentException unreadable) {
            return List.of(); // rules test says why
        }
    }

    private static String name(RulePage page, String branch) {
        return branch.isEmpty() ? page.id() : page.id() + ": " + branch;
    }

    /** How many cases of the rules looked at reach a branch. */
    int cases(PackXray.BranchPlace branch) {
        return reached.getOrDefault(branch.fullName(), 0);
    }

    /** The branches of the rules asked for that no case reaches, certainly or possibly. */
    List<XrayFinding> unreached() {
        return branches.values().stream()
                .filter(branch -> cases(branch) == 0)
                .map(branch -> XrayFinding.fault(new Fault(
                        branch.file(),
                        branch.line(),
                        branch.fullName(),
                        new Text("没有案例走到这个分支", "No case reaches this branch"),
                        new Text("加一个走到它的案例;走不到的,删去分支", "Add a case that does; where none can, delete it"))))
                .toList();
    }

    /** For certain more is demanded than is allowed. */
    private static boolean contradictory(List<Requirement> requirements) {
        BigDecimal least = null;
        BigDecimal most = null;
        for (Requirement requirement : requirements) {
            if (requirement.certainty() instanceof Certainty.Certain
                    && requirement.exemption() == null
                    && requirement.bound().value() instanceof Value.Amount amount) {
                if (requirement.bound().comparator() == Comparator.AT_LEAST) {
                    least = least == null ? amount.number() : least.max(amount.number());
                } else if (requirement.bound().comparator() == Comparator.AT_MOST) {
                    most = most == null ? amount.number() : most.min(amount.number());
                }
            }
        }
        return least != null && most != null && least.compareTo(most) > 0;
    }

    private static XrayFinding contradiction(RuleCase one, Demand demand) {
        return XrayFinding.note(new Fault(
                fileOf(one),
                0,
                demand.subject().name().zh(),
                new Text("下限大于上限,无论如何都不符合", "The least is above the most: nothing can comply"),
                new Text("核对规划条件或取值;有意如此的不必改", "Check conditions and values; leave it where it is meant")));
    }

    static String fileOf(RuleCase one) {
        return "test-cases/rules/" + one.rule() + "/" + one.folder() + "/case.yaml";
    }
}
