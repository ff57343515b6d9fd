package redline.proof;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import redline.check.Check;
import redline.check.CheckResult;
import redline.fact.Fact;
import redline.fact.SchemeRecord;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.measure.Measure;
import redline.rulepack.RuleBook;

/**
 * What every case proves without being asked, over all rules of its profile: nothing that is not known counts as met, the order of
 * facts does not matter, and neither does the place on the map. Each method says in words what is broken; empty = nothing.
 */
public final class FreeTests {
    private static final BigDecimal EAST = new BigDecimal("789.123");
    private static final BigDecimal NORTH = new BigDecimal("-654.321");

    private final RuleCases cases;
    private final RuleBook book;

    public FreeTests(RuleCases cases, RuleBook book) {
        this.cases = cases;
        this.book = book;
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
        CheckResult before = cases.check(ruleCase, book);
        List<Blanks.Blank> blanks = Blanks.of(cases.scheme(ruleCase));
        RuleBook rules = ruleCase.in(book);
        for (int i = first; i < blanks.size(); i += step) {
            Blanks.Blank blank = blanks.get(i);
            CheckResult after = Check.run(blank.scheme(), rules, ruleCase.profile(), ruleCase.asOf());
            for (String what : brokenBy(before, after)) {
                broken.add(blank.path() + " 未知:" + what);
            }
        }
        return broken;
    }

    /** The rule of promise 2, between a result and one in which less is known. */
    public static List<String> brokenBy(CheckResult before, CheckResult after) {
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
        if (before.conclusion().verdict() != Verdict.PASS && after.conclusion().verdict() == Verdict.PASS) {
            broken.add("总结论变为符合");
        }
        return broken;
    }

    /** The same facts and measures in another order give the same findings. */
    public List<String> shuffle(RuleCase ruleCase) {
        CheckResult before = cases.check(ruleCase, book);
        SchemeRecord record = before.record();
        Random order = new Random(ruleCase.id().hashCode());
        List<Fact> facts = new ArrayList<>(record.facts());
        List<Measure> measures = new ArrayList<>(record.measures());
        Collections.shuffle(facts, order);
        Collections.shuffle(measures, order);
        SchemeRecord shuffled = new SchemeRecord(
                record.name(),
                record.sha256(),
                record.crs(),
                record.dates(),
                record.project(),
                record.letters(),
                List.copyOf(facts),
                record.absences(),
                List.copyOf(measures),
                record.declared(),
                record.outlines(),
                record.reach());
        return differences(before, Check.judge(shuffled, ruleCase.in(book), ruleCase.profile(), ruleCase.asOf()));
    }

    /** The scheme moved by some 1 km gives the same findings to the last digit. */
    public List<String> move(RuleCase ruleCase) {
        CheckResult before = cases.check(ruleCase, book);
        SchemeTree moved = cases.tree(ruleCase);
        moved.move(EAST, NORTH);
        return differences(
                before,
                Check.run(RuleCases.scheme(ruleCase, moved), ruleCase.in(book), ruleCase.profile(), ruleCase.asOf()));
    }

    private static List<String> differences(CheckResult before, CheckResult after) {
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
