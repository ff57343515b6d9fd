package redline.remedy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import redline.check.Check;
import redline.check.CheckResult;
import redline.fact.Projection;
import redline.fact.SchemeRecord;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.rulepack.ChangedRuling;
import redline.rulepack.RuleBook;
import redline.scheme.Scheme;
import redline.scheme.Subject;

/** Judges a changed scheme by the same rules and tells what became of the findings. */
final class Trial {
    /** Whole checks for one scheme: a report is not to wait for minutes, and to be the same on every machine. */
    private static final int MOST = 16;

    private final RuleBook book;
    private final String profile;
    private final UnaryOperator<SchemeRecord> dated;
    private final Map<Key, Finding> before;
    private final Map<Key, Integer> order = new HashMap<>();
    private final ChangedRuling ruling;
    private int made;

    Trial(CheckResult before, RuleBook book, UnaryOperator<SchemeRecord> dated) {
        this.book = book;
        this.profile = before.ruling().profile();
        this.dated = dated;
        this.before = byKey(before.findings());
        before.findings().forEach(finding -> order.put(Key.of(finding), order.size()));
        this.ruling = new ChangedRuling(book, before.record(), before.ruling());
    }

    boolean isOver() {
        return made >= MOST;
    }

    private record Key(String rule, Subject.Kind kind, String subject) {
        static Key of(Finding finding) {
            return new Key(
                    finding.rule().id(),
                    finding.subject().kind(),
                    finding.subject().id());
        }
    }

    /**
     * @param cured the violation is no more; where its answer is open now, that is the first of {@code broken}
     * @param now what became of the violation; null where its subject is no more
     * @param broken what complied and no longer does, or was broken and is worse; in the order of the check, what is new last
     */
    record Seen(boolean cured, List<Finding> broken, Finding now) {}

    /** The other rules are only asked where the one in question is content. */
    Seen with(Scheme changed, Finding.Judged violation) {
        SchemeRecord record = dated.apply(Projection.of(changed, book.settings(profile)));
        Finding now = byKey(Check.tryOut(record, ruling, violation.rule().id())).get(Key.of(violation));
        if (now != null && now.verdict() == Verdict.VIOLATION) {
            return new Seen(false, List.of(), now);
        }
        made++;
        return seen(Check.tryOut(record, ruling), violation);
    }

    Seen seen(List<Finding> findings, Finding.Judged violation) {
        Finding now = byKey(findings).get(Key.of(violation));
        List<Finding> broken = new ArrayList<>();
        for (Finding finding : findings) {
            if (!Key.of(finding).equals(Key.of(violation)) && isWorse(before.get(Key.of(finding)), finding)) {
                broken.add(finding);
            }
        }
        broken.sort(Comparator.comparingInt(finding -> order.getOrDefault(Key.of(finding), order.size())));
        if (now instanceof Finding.Undetermined) {
            broken.add(0, now);
        }
        boolean cured = now == null || now.verdict() != Verdict.VIOLATION;
        return new Seen(cured, broken, now);
    }

    private static boolean isWorse(Finding before, Finding after) {
        if (after.verdict() == Verdict.PASS || after.verdict() == Verdict.NOT_APPLICABLE) {
            return false;
        }
        if (before == null || before.verdict() == Verdict.PASS || before.verdict() == Verdict.NOT_APPLICABLE) {
            return true;
        }
        if (before instanceof Finding.Judged one && after instanceof Finding.Judged other) {
            return one.margin() != null
                    && other.margin() != null
                    && other.margin().compareTo(one.margin()) < 0;
        }
        return after.verdict() == Verdict.VIOLATION && before.verdict() != Verdict.VIOLATION;
    }

    private static Map<Key, Finding> byKey(List<Finding> findings) {
        Map<Key, Finding> byKey = new HashMap<>(2 * findings.size());
        findings.forEach(finding -> byKey.put(Key.of(finding), finding));
        return byKey;
    }
}
