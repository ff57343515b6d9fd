package redline.remedy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import redline.check.Check;
import redline.check.CheckResult;
import redline.fact.SchemeRecord;
import redline.finding.Finding;
import redline.measure.Measure;
import redline.measure.Reading;
import redline.quantity.Unit;
import redline.quantity.Value;
import redline.requirement.Comparator;

/** A figure that is too great or too small: by how much, to the unit of the last decimal that the quantity shows. */
final class AmountSearch {
    private final CheckResult result;
    private final Trial trial;

    AmountSearch(CheckResult result, Trial trial) {
        this.result = result;
        this.trial = trial;
    }

    Remedy of(Finding.Judged violation) {
        if (violation.margin() == null
                || violation.governing() == null
                || violation.governing().comparator() == Comparator.EQUAL
                || !(violation.measure().reading() instanceof Reading.Known known)) {
            return Remedy.untried(violation);
        }
        boolean less = violation.governing().comparator() == Comparator.AT_MOST;
        int decimals = decimals(violation.marginUnit());
        BigDecimal amount = violation.margin().abs().setScale(decimals, RoundingMode.UP);
        BigDecimal signed = less ? amount.negate() : amount;
        Change change =
                new Change.Amount(violation.rule().quantity(), violation.subject(), signed, violation.marginUnit());
        // no rule reads a measure: what is demanded stays the same
        Trial.Seen seen = trial.seen(
                Check.conclude(changed(violation.measure(), known, signed), result.ruling())
                        .findings(),
                violation);
        return seen.cured() ? Remedy.of(violation, change, seen.broken()) : Remedy.inVain(violation);
    }

    /** Shares are fractions. */
    private static int decimals(Unit unit) {
        return switch (unit) {
            case COUNT -> 0;
            case PERCENT -> 4;
            default -> 2;
        };
    }

    private SchemeRecord changed(Measure measure, Reading.Known known, BigDecimal by) {
        Value value = known.value() instanceof Value.Ratio ratio
                ? new Value.Ratio(ratio.numerator().add(by), ratio.denominator())
                : new Value.Amount(((Value.Amount) known.value()).number().add(by));
        Measure other = new Measure(
                measure.quantity(),
                measure.subject(),
                new Reading.Known(value, known.provenance(), known.spreads()),
                measure.evidence());
        SchemeRecord record = result.record();
        List<Measure> measures = record.measures().stream()
                .map(one -> one.equals(measure) ? other : one)
                .toList();
        return record.with(record.facts(), measures);
    }
}
