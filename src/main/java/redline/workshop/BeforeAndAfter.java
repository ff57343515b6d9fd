package redline.workshop;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import redline.proof.RuleCase;
import redline.proof.RuleCases;
import redline.quantity.Text;
import redline.rulepack.RuleChange;
import redline.workshop.DraftReport.Kind;
import redline.workshop.DraftReport.Lack;

/**
 * 对照案例: for a value that changes or ends on a day, the same scheme on the last day of the old value and from the first of the new one on, with
 * another answer.
 */
final class BeforeAndAfter {
    private final RuleCases cases;

    BeforeAndAfter(RuleCases cases) {
        this.cases = cases;
    }

    /** Empty where there is such a pair, or none is needed. */
    Optional<Lack> lacking(RuleChange.Value change) {
        LocalDate from = firstDay(change);
        if (from == null) {
            return Optional.empty();
        }
        List<RuleCase> all = cases.all().stream()
                .filter(one -> change.rules().contains(one.rule()))
                .toList();
        boolean there = all.stream()
                .filter(one -> !one.asOf().isBefore(from))
                .anyMatch(after -> all.stream()
                        .filter(one -> one.asOf().equals(from.minusDays(1)))
                        .anyMatch(before -> pair(before, after)));
        if (there) {
            return Optional.empty();
        }
        String days = from.minusDays(1) + " / " + from;
        return Optional.of(new Lack(
                Kind.PAIR,
                change.file(),
                change.after().line(),
                new Text("缺 对照案例 1 对(" + days + ")", "One pair of cases before and after is missing (" + days + ")"),
                new Text(
                        "同一方案在 " + from.minusDays(1) + " 与 " + from + " 各写一个案例，结论不同",
                        "The same scheme on " + from.minusDays(1) + " and on " + from + ", with different answers")));
    }

    /** Of the new answer; null where the change is not one from a day on. */
    private static LocalDate firstDay(RuleChange.Value change) {
        if (change.kind() == RuleChange.Kind.DATED) {
            return change.after().from();
        }
        boolean ends = change.kind() == RuleChange.Kind.ENDED && change.after().to() != null;
        return ends ? change.after().to().plusDays(1) : null;
    }

    private static boolean pair(RuleCase before, RuleCase after) {
        return before.rule().equals(after.rule())
                && before.base().equals(after.base())
                && before.profile().equals(after.profile())
                && before.settings().equals(after.settings())
                && before.changes().equals(after.changes())
                && !said(before).equals(said(after));
    }

    private static List<String> said(RuleCase one) {
        return one.expected().stream()
                .map(expected ->
                        expected.about() + " " + expected.verdict() + " " + Objects.toString(expected.required(), ""))
                .toList();
    }
}
