package redline.proof;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import redline.check.Check;
import redline.check.CheckResult;
import redline.fact.Fact;
import redline.fact.Projection;
import redline.fact.SchemeRecord;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.measure.Measure;
import redline.rulepack.RuleBook;
import redline.scheme.Scheme;

/**
 * What every case proves without being asked, over all rules of its profile or those that one asks for: nothing that is not known counts as met, the order of
 * facts does not matter, and neither does the place on the map. Each method says in words what is broken; empty = nothing.
 */
public final class FreeTests {
    private static final BigDecimal EAST = new BigDecimal("789.123");
    private static final BigDecimal NORTH = new BigDecimal("-654.321");

    private final RuleCases cases;
    private final RuleBook book;
    private final Set<String> rules;

    /** Over all rules. */
    public FreeTests(RuleCases cases, RuleBook book) {
        this(cases, book, Set.of());
    }

    /** Over some rules only, which is quick; without the headline, which hangs on all. {@code rules} empty: over all. */
    public FreeTests(RuleCases cases, RuleBook book, Set<String> rules) {
        this.cases = cases;
        this.book = book;
        this.rules = Set.copyOf(rules);
    }

    /** {@code headline} null where it was not asked for. */
    private record Judged(SchemeRecord record, List<Finding> findings, Verdict headline) {
        static Judged of(CheckResult result) {
            return new Judged(
                    result.record(), result.findings(), result.conclusion().verdict());
        }
    }

    private Judged judge(RuleCase ruleCase, Scheme scheme, RuleBook settled) {
        return rules.isEmpty()
                ? Judged.of(Check.run(scheme, settled, ruleCase.profile(), ruleCase.asOf()))
                : judge(ruleCase, Projection.of(scheme, settled.settings(ruleCase.profile())), settled);
    }

    private Judged judge(RuleCase ruleCase, SchemeRecord record, RuleBook settled) {
        if (rules.isEmpty()) {
            return Judged.of(Check.judge(record, settled, ruleCase.profile(), ruleCase.asOf()));
        }
        List<Finding> findings = new ArrayList<>();
        for (String rule : rules) {
            findings.addAll(Check.judgeRule(rule, record, settled, ruleCase.profile(), ruleCase.asOf()).stream()
                    .filter(finding -> finding.rule().id().equals(rule))
                    .toList());
        }
        return new Judged(record, List.copyOf(findings), null);
    }

    /** How many attributes and layers the scheme of a case states. */
    public int attributes(RuleCase ruleCase) {
        return Blanks.of(cases.scheme(ruleCase)).size();
    }

    /**
     * Promise 2: makes attributes unknown, one at a time. Each finding keeps its verdict or becomes undetermined, no subject vanishes
     * except into one that was not supplied, and the headline does not become PASS by it.
     *
     * @param first the first attribute, from 0
     * @param step every how many; 1 = all
     */
    public List<String> blank(RuleCase ruleCase, int first, int step) {
        List<String> broken = new ArrayList<>();
        RuleBook settled = ruleCase.in(book);
        Judged before = judge(ruleCase, cases.scheme(ruleCase), settled);
        List<Blanks.Blank> blanks = Blanks.of(cases.scheme(ruleCase));
        for (int i = first; i < blanks.size(); i += step) {
            Blanks.Blank blank = blanks.get(i);
            Judged after = judge(ruleCase, blank.scheme(), settled);
            for (String what : brokenBy(before, after)) {
                broken.add(blank.path() + " 未知:" + what);
            }
        }
        return broken;
    }

    /** The rule of promise 2, between a result and one in which less is known. */
    public static List<String> brokenBy(CheckResult before, CheckResult after) {
        return brokenBy(Judged.of(before), Judged.of(after));
    }

    private static List<String> brokenBy(Judged before, Judged after) {
        List<String> broken = new ArrayList<>();
        Map<String, Finding> left = new LinkedHashMap<>();
        after.findings().forEach(f -> left.put(key(f), f));
        for (Finding was : before.findings()) {
            Finding now = left.remove(key(was));
            if (now == null) {
                boolean standsIn = after.findings().stream()
                        .anyMatch(f -> f.rule().id().equals(was.rule().id())
                                && f.subject().notSupplied()
                                && (f.verdict() == Verdict.UNDETERMINED || was.verdict() == Verdict.NOT_APPLICABLE));
                if (!standsIn) {
                    broken.add(name(was) + " 消失了");
                }
            } else if (now.verdict() != was.verdict() && now.verdict() != Verdict.UNDETERMINED) {
                broken.add(name(was) + " 由" + was.verdict().title().zh() + "变为"
                        + now.verdict().title().zh());
            }
        }
        for (Finding added : left.values()) {
            if (added.verdict() == Verdict.PASS || added.verdict() == Verdict.VIOLATION) {
                broken.add(name(added) + " 凭空得出" + added.verdict().title().zh());
            }
        }
        if (before.headline() != Verdict.PASS && after.headline() == Verdict.PASS) {
            broken.add("总结论变为符合");
        }
        return broken;
    }

    /** The same facts and measures in another order give the same findings. */
    public List<String> shuffle(RuleCase ruleCase) {
        RuleBook settled = ruleCase.in(book);
        Judged before = judge(ruleCase, cases.scheme(ruleCase), settled);
        SchemeRecord record = before.record();
        Random order = new Random(ruleCase.id().hashCode());
        List<Fact> facts = new ArrayList<>(record.facts());
        List<Measure> measures = new ArrayList<>(record.measures());
        Collections.shuffle(facts, order);
        Collections.shuffle(measures, order);
        SchemeRecord shuffled = record.with(List.copyOf(facts), List.copyOf(measures));
        return differences(before, judge(ruleCase, shuffled, settled));
    }

    /** The scheme moved by some 1 km gives the same findings to the last digit. */
    public List<String> move(RuleCase ruleCase) {
        RuleBook settled = ruleCase.in(book);
        Judged before = judge(ruleCase, cases.scheme(ruleCase), settled);
        SchemeTree moved = cases.tree(ruleCase);
        moved.move(EAST, NORTH);
        return differences(before, judge(ruleCase, RuleCases.scheme(ruleCase, moved), settled));
    }

    private static List<String> differences(Judged before, Judged after) {
        List<String> was =
                before.findings().stream().map(FreeTests::said).sorted().toList();
        List<String> now =
                after.findings().stream().map(FreeTests::said).sorted().toList();
        List<String> broken = new ArrayList<>();
        was.stream().filter(line -> !now.contains(line)).forEach(line -> broken.add("没有了:" + line));
        now.stream().filter(line -> !was.contains(line)).forEach(line -> broken.add("多出来:" + line));
        return broken;
    }

    private static String said(Finding finding) {
        return finding.rule().id() + " " + CaseComparison.said(finding);
    }

    private static String key(Finding finding) {
        return finding.rule().id() + "\n" + finding.subject().kind() + "\n"
                + finding.subject().id();
    }

    private static String name(Finding finding) {
        return finding.rule().id() + " " + finding.subject().name().zh();
    }
}
