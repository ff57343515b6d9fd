package redline.remedy;

import java.util.List;
import java.util.function.UnaryOperator;
import redline.check.CheckResult;
import redline.fact.SchemeRecord;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.quantity.Quantity;
import redline.rulepack.RuleBook;
import redline.scheme.Scheme;

/**
 * For each violation the smallest single change that cures it, tried by judging the changed scheme with the same rules. A distance is cured by
 * moving one building of the scheme, a height by lowering it, any other bounded figure by less or more of it.
 */
public final class Remedies {
    private Remedies() {}

    /**
     * One answer for each violation, in the order of the findings.
     *
     * @param result of the scheme
     * @param book that gave the result
     * @param dated gives a record the dates that it was judged by
     */
    public static List<Remedy> of(Scheme scheme, CheckResult result, RuleBook book, UnaryOperator<SchemeRecord> dated) {
        Trial trial = new Trial(result, book, dated);
        MoveSearch moves = new MoveSearch(scheme, result, trial);
        LowerSearch heights = new LowerSearch(scheme, trial);
        AmountSearch amounts = new AmountSearch(result, trial);
        return result.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.VIOLATION)
                .map(finding -> (Finding.Judged) finding)
                .map(violation -> {
                    if (isHeight(violation) && heights.knows(violation)) {
                        return heights.of(violation);
                    }
                    return isDistance(violation) ? moves.of(violation) : amounts.of(violation);
                })
                .toList();
    }

    private static boolean isHeight(Finding.Judged violation) {
        return violation.rule().quantity() == Quantity.BUILDING_HEIGHT;
    }

    /** What a building is moved for: its distance from something else. */
    private static boolean isDistance(Finding.Judged violation) {
        return switch (violation.rule().quantity()) {
            case SETBACK, CONTROL_LINE_SETBACK, SPACING, FIRE_SEPARATION -> true;
            default -> false;
        };
    }
}
