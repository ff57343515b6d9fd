package redline.rulepack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import redline.measure.Missing;
import redline.quantity.Text;
import redline.requirement.Certainty;
import redline.requirement.Citation;
import redline.requirement.Exemption;
import redline.rulepack.Branch.Verb;

/** Which branches of which rules are lifted for which subjects (但书). */
final class Exemptions {
    /** {@code branch} null: all of the rule's; {@code by}: full name of the branch that exempts. */
    private record Lift(String branch, String by, Tally.Statement statement) {}

    /** By rule, then by subject. */
    private final Map<String, Map<String, List<Lift>>> lifting = new HashMap<>();

    Exemptions(Map<String, Map<String, Derivation.Answer>> answers, Map<String, RuleKind> kinds) {
        answers.forEach((rule, bySubject) -> {
            if (!kinds.get(rule).exempts().isEmpty()) {
                bySubject.forEach((subject, answer) ->
                        answer.tally().said().forEach(statement -> note(rule, subject, statement)));
            }
        });
    }

    private void note(String rule, String subject, Tally.Statement statement) {
        if (statement.verb() instanceof Verb.Exempt exempt) {
            String by = statement.branch().isEmpty() ? rule : rule + ": " + statement.branch();
            lifting.computeIfAbsent(exempt.ruleId(), r -> new HashMap<>())
                    .computeIfAbsent(subject, s -> new ArrayList<>())
                    .add(new Lift(exempt.branch(), by, statement));
        }
    }

    /** What lifts a branch for a subject, null where nothing does; a certain exemption wins over possible ones. */
    Exemption of(String ruleId, String branch, String subject) {
        List<Lift> lifts = lifting.getOrDefault(ruleId, Map.of()).get(subject);
        if (lifts == null) {
            return null;
        }
        List<Lift> found = new ArrayList<>();
        lifts.stream().filter(lift -> lift.branch == null).forEach(found::add);
        lifts.stream().filter(lift -> branch.equals(lift.branch)).forEach(found::add);
        SortedMap<String, Missing> missing = new TreeMap<>();
        Set<Citation> citations = new LinkedHashSet<>();
        for (Lift lift : found) {
            if (lift.statement.certain()) {
                return new Exemption(lift.by, Certainty.CERTAIN, lift.statement.citations());
            }
            ((Certainty.Possible) lift.statement.certainty()).missing().forEach(m -> missing.put(m.path(), m));
            citations.addAll(lift.statement.citations());
        }
        return found.isEmpty()
                ? null
                : new Exemption(
                        found.get(0).by, new Certainty.Possible(List.copyOf(missing.values())), List.copyOf(citations));
    }

    /** Targets that do not exist, or are about another kind of subject. */
    static List<Fault> faults(Map<String, List<Branch>> rules) {
        List<Fault> faults = new ArrayList<>();
        for (List<Branch> branches : rules.values()) {
            for (Branch branch : branches) {
                if (branch.verb() instanceof Verb.Exempt exempt) {
                    check(branch, exempt, rules, faults);
                }
            }
        }
        return faults;
    }

    private static void check(Branch branch, Verb.Exempt exempt, Map<String, List<Branch>> rules, List<Fault> faults) {
        List<Branch> target = rules.getOrDefault(exempt.ruleId(), List.of()).stream()
                .filter(b -> b.verb() instanceof Verb.Require)
                .filter(b -> exempt.branch() == null || b.name().equals(exempt.branch()))
                .toList();
        String named = exempt.ruleId() + (exempt.branch() == null ? "" : ": " + exempt.branch());
        if (target.isEmpty()) {
            List<String> known = new ArrayList<>(rules.keySet());
            rules.values()
                    .forEach(all -> all.stream()
                            .filter(b -> b.verb() instanceof Verb.Require)
                            .forEach(b -> known.add(b.fullName())));
            faults.add(new Fault(
                    branch.file(),
                    branch.line(),
                    named,
                    new Text("没有可以豁免的规则或分支 " + named, "there is no rule or branch " + named + " to exempt from"),
                    Nearest.remedy(named, new LinkedHashSet<>(known))));
        } else if (!target.get(0).subjectType().equals(branch.subjectType())) {
            faults.add(new Fault(
                    branch.file(),
                    branch.line(),
                    named,
                    new Text(
                            named + " 的审查对象是 " + target.get(0).subjectType().name() + ",不是 "
                                    + branch.subjectType().name(),
                            named + " is about " + target.get(0).subjectType().name() + ", not "
                                    + branch.subjectType().name()),
                    new Text("第一个参数换成同类对象", "make the first argument a subject of that kind")));
        }
    }
}
