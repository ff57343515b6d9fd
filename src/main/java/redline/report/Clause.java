package redline.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.requirement.RuleInfo;

/** The findings of one rule within one group: the worst subject first, then the others in the order of the result. */
public record Clause(RuleInfo rule, List<Finding> findings) {

    /** One clause per rule, in the order in which the rules first appear. */
    public static List<Clause> of(List<Finding> findings) {
        Map<String, List<Finding>> byRule = new LinkedHashMap<>();
        findings.forEach(finding -> byRule.computeIfAbsent(finding.rule().id(), id -> new ArrayList<>())
                .add(finding));
        return byRule.values().stream()
                .map(of -> new Clause(of.get(0).rule(), worstFirst(of)))
                .toList();
    }

    /** What is broken before what is open: the same rule can then stand twice. */
    public static List<Clause> brokenFirst(List<Finding> findings) {
        List<Clause> clauses = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            clauses.addAll(of(findings.stream()
                    .filter(finding -> finding.verdict() == verdict)
                    .toList()));
        }
        return clauses;
    }

    public Finding worst() {
        return findings.get(0);
    }

    public List<Finding> rest() {
        return findings.subList(1, findings.size());
    }

    private static List<Finding> worstFirst(List<Finding> findings) {
        return findings.stream().sorted(Comparator.comparing(Clause::margin)).toList();
    }

    /** Findings without a margin keep their order behind those that have one. */
    private static BigDecimal margin(Finding finding) {
        return finding instanceof Finding.Judged judged && judged.margin() != null
                ? judged.margin()
                : BigDecimal.valueOf(Long.MAX_VALUE);
    }
}
