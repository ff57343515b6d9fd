package redline.finding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import redline.measure.Measure;
import redline.measure.Missing;
import redline.measure.Reading;
import redline.measure.Spread;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.quantity.Unit;
import redline.quantity.Value;
import redline.requirement.Bound;
import redline.requirement.Certainty;
import redline.requirement.Citation;
import redline.requirement.Demand;
import redline.requirement.Grade;
import redline.requirement.PackUse;
import redline.requirement.Question;
import redline.requirement.RuleInfo;
import redline.scheme.Subject;

/**
 * Holds what was measured against what is demanded: one finding per (rule, subject). VIOLATION before UNDETERMINED before PASS;
 * what is only possible can make a finding undetermined, never a pass and never a violation (design §2, §3).
 */
public final class Judgement {
    private final Demand demand;
    private final Measure measure;
    private final Value value;
    private final List<Spread> spreads;
    private final List<Missing> unmeasured;

    private Judgement(Demand demand, Measure measure) {
        this.demand = demand;
        this.measure = measure;
        Reading reading = measure == null ? null : measure.reading();
        this.value = reading instanceof Reading.Known known ? known.value() : null;
        this.spreads = reading instanceof Reading.Known known ? known.spreads() : List.of();
        this.unmeasured = reading instanceof Reading.Unknown unknown
                ? unknown.missing()
                : reading == null ? notMeasured() : List.of();
    }

    /** {@code measure} is that of the rule's quantity for the subject, null where none was taken. */
    public static Finding judge(Demand demand, Measure measure) {
        if (demand.requirements().isEmpty() && demand.questions().isEmpty()) {
            return notApplicable(demand, demand.because());
        }
        if (demand.yielding() != null && demand.yielding().certainty() instanceof Certainty.Certain) {
            String rule = demand.yielding().to();
            return notApplicable(
                    demand, new Text("规划条件另有规定(" + rule + ")", "The planning conditions rule instead (" + rule + ")"));
        }
        return new Judgement(demand, measure).finding();
    }

    /**
     * A finding that hangs on settings which are not settled: where every candidate gives the same verdict, that is the verdict,
     * with the worst of the candidates; where they differ it stays open (BASIS_OPEN), with what each would give.
     *
     * @param open as it is without the settings
     * @param candidates by what is chosen, in the order of the profile; at least one
     */
    public static Finding among(Finding open, Map<Text, Finding> candidates) {
        Set<Verdict> verdicts =
                candidates.values().stream().map(Finding::verdict).collect(Collectors.toSet());
        boolean agree = verdicts.size() == 1 && !verdicts.contains(Verdict.UNDETERMINED);
        if (agree) {
            Finding worst = candidates.values().stream()
                    .min(Comparator.comparing(Judgement::margin, Comparator.nullsLast(Comparator.naturalOrder())))
                    .orElseThrow();
            if (worst instanceof Finding.Judged judged) {
                String zh = candidates.keySet().stream().map(Text::zh).collect(Collectors.joining(";"));
                String en = candidates.keySet().stream().map(Text::en).collect(Collectors.joining("; "));
                return noting(judged, new Text("审查配置未定,各候选结论一致:" + zh, "Not settled, all candidates agree: " + en));
            }
            return worst;
        }
        if (!(open instanceof Finding.Undetermined undetermined)) {
            return open;
        }
        List<Text> results = candidates.entrySet().stream()
                .map(entry -> outcome(entry.getKey(), entry.getValue()))
                .toList();
        return noting(undetermined, results);
    }

    private static Finding noting(Finding.Judged f, Text note) {
        return new Finding.Judged(
                f.rule(),
                f.subject(),
                f.verdict(),
                f.measure(),
                f.governing(),
                f.margin(),
                f.marginUnit(),
                f.requirements(),
                f.citations(),
                f.grade(),
                with(f.notes(), List.of(note)));
    }

    private static Finding noting(Finding.Undetermined f, List<Text> results) {
        return new Finding.Undetermined(
                f.rule(),
                f.subject(),
                f.cause(),
                f.missing(),
                f.ask(),
                f.measure(),
                f.governing(),
                f.requirements(),
                f.citations(),
                f.grade(),
                with(f.notes(), results));
    }

    private static List<Text> with(List<Text> notes, List<Text> more) {
        List<Text> all = new ArrayList<>(notes);
        all.addAll(more);
        return List.copyOf(all);
    }

    private static BigDecimal margin(Finding finding) {
        return finding instanceof Finding.Judged judged ? judged.margin() : null;
    }

    /** What one candidate gives: 停车城市等级 Ⅰ:≥ 741 符合. */
    private static Text outcome(Text chosen, Finding finding) {
        Bound bound = finding instanceof Finding.Judged judged
                ? judged.governing()
                : finding instanceof Finding.Undetermined open ? open.governing() : null;
        String limit = "";
        if (bound != null && bound.value() instanceof Value.Amount amount) {
            Unit unit = finding.rule().quantity().unit();
            BigDecimal shown = unit == Unit.PERCENT ? amount.number().movePointRight(2) : amount.number();
            limit = bound.comparator().sign() + " " + shown.stripTrailingZeros().toPlainString()
                    + (unit.symbol().isEmpty() ? "" : " " + unit.symbol()) + " ";
        }
        return new Text(
                chosen.zh() + ":" + limit + finding.verdict().title().zh(),
                chosen.en() + ": " + limit + finding.verdict().title().en());
    }

    private static Finding notApplicable(Demand demand, Text because) {
        return new Finding.NotApplicable(
                demand.rule(), demand.subject(), because, demand.requirements(), demand.notes());
    }

    /** The finding that a pack named by the profile is not in force on the scheme's date. */
    public static Finding notInForce(PackUse pack, Subject scheme) {
        boolean binds = pack.standing() != RuleInfo.PackStanding.REFERENCE;
        RuleInfo rule = new RuleInfo(
                pack.id() + "/in-force",
                pack.id(),
                new Text(
                        "依据是否施行:" + pack.title().zh(),
                        "In force: " + pack.title().en()),
                null,
                Subject.Kind.SCHEME,
                RuleInfo.Force.SHALL,
                "自然资源规划",
                "方案",
                pack.standing(),
                binds ? RuleInfo.Apart.NONE : RuleInfo.Apart.ADVICE,
                pack.title());
        List<Missing> missing = List.of(new Missing("packs/" + pack.id(), pack.whyNot(), Missing.Kind.BASIS));
        return new Finding.Undetermined(
                rule,
                scheme,
                Cause.BASIS_OPEN,
                missing,
                ask(Cause.BASIS_OPEN, missing),
                null,
                null,
                List.of(),
                List.of(),
                Grade.OFFICIAL,
                List.of());
    }

    private Finding finding() {
        List<Outcome> all = new ArrayList<>();
        boolean somethingCertain = false;
        for (Claim claim : Totals.folded(demand.requirements())) {
            Outcome outcome = Outcome.of(claim, demand.rule().quantity(), value, spreads, unmeasured);
            somethingCertain |= outcome.certain();
            all.add(outcome);
        }
        List<Outcome> outcomes = new ArrayList<>(all.size());
        for (Outcome outcome : all) {
            if (!somethingCertain || outcome.certain() || outcome.verdict() != Verdict.PASS) {
                outcomes.add(outcome.neverAPassUnlessCertain());
            }
        }
        List<Outcome> broken = with(outcomes, Verdict.VIOLATION);
        List<Outcome> open = with(outcomes, Verdict.UNDETERMINED);
        boolean mayYield = demand.yielding() != null;
        if (!broken.isEmpty() && !mayYield) {
            Outcome worst = Outcome.worst(broken);
            return demand.rule().standing() == RuleInfo.PackStanding.OPEN
                    ? undetermined(List.of(standingOpen()), outcomes, worst)
                    : judged(Verdict.VIOLATION, worst, outcomes);
        }
        if (broken.isEmpty()
                && open.isEmpty()
                && !mayYield
                && demand.questions().isEmpty()) {
            return judged(Verdict.PASS, Outcome.worst(outcomes), outcomes);
        }
        List<Missing> missing = new ArrayList<>();
        open.forEach(o -> missing.addAll(o.missing()));
        demand.questions().forEach(q -> missing.addAll(Outcome.missingOf(q.certainty())));
        if (mayYield) {
            missing.addAll(Outcome.missingOf(demand.yielding().certainty()));
        }
        return undetermined(missing, outcomes, Outcome.worst(open.isEmpty() ? outcomes : open));
    }

    private Finding judged(Verdict verdict, Outcome worst, List<Outcome> outcomes) {
        List<Text> notes = new ArrayList<>(demand.notes());
        boolean byException = worst.comparison() == null;
        if (byException) {
            String by = worst.claim().exemption().by();
            notes.add(new Text("按例外条款符合:" + by, "Complies by way of the exception: " + by));
        } else if (turnsByRounding(verdict, worst)) {
            Verdict other = verdict == Verdict.PASS ? Verdict.VIOLATION : Verdict.PASS;
            notes.add(new Text(
                    "取位敏感:按未取整的值判为" + verdict.title().zh() + ";取至显示位数则为"
                            + other.title().zh(),
                    "Sensitive to rounding: unrounded it reads “"
                            + verdict.title().en() + "”, rounded to the decimals shown “"
                            + other.title().en() + "”"));
        }
        return new Finding.Judged(
                demand.rule(),
                demand.subject(),
                verdict,
                measure,
                byException ? null : worst.claim().bound(),
                byException ? null : worst.comparison().margin(),
                byException ? null : worst.comparison().unit(),
                Outcome.strictestFirst(demand.requirements(), outcomes),
                worst.citations(),
                weakest(worst.citations()),
                List.copyOf(notes));
    }

    /** 取位敏感: rounding to the decimals shown would turn the verdict; said, never applied (design §4). */
    private boolean turnsByRounding(Verdict verdict, Outcome worst) {
        Quantity quantity = demand.rule().quantity();
        if (value instanceof Value.Terms || quantity == Quantity.DECLARED_DIFFERENCE) {
            return false;
        }
        BigDecimal rounded = Comparison.rounded(quantity, value);
        if (rounded.compareTo(Comparison.plain(value)) == 0) {
            return false;
        }
        Comparison again =
                Comparison.of(quantity, new Value.Amount(rounded), worst.claim().bound());
        return again.met() != (verdict == Verdict.PASS);
    }

    private Finding undetermined(List<Missing> missing, List<Outcome> outcomes, Outcome shown) {
        List<Missing> sorted = Outcome.distinct(missing);
        List<Question> questions = demand.questions().stream()
                .filter(q -> q.certainty() instanceof Certainty.Certain)
                .toList();
        if (sorted.isEmpty() && questions.isEmpty()) {
            throw new IllegalStateException("undetermined without saying what is missing: "
                    + demand.rule().id() + " for " + demand.subject());
        }
        Cause cause = cause(sorted);
        List<Citation> citations = shown == null ? asked(questions) : shown.citations();
        return new Finding.Undetermined(
                demand.rule(),
                demand.subject(),
                cause,
                sorted,
                cause == Cause.NEEDS_JUDGEMENT ? questions.get(0).text() : ask(cause, sorted),
                measure,
                toBeKept(outcomes),
                Outcome.strictestFirst(demand.requirements(), outcomes),
                citations,
                weakest(citations),
                with(demand.notes(), within(sorted)));
    }

    /** Between what the value lies, where that is what leaves the verdict open. */
    private List<Text> within(List<Missing> open) {
        Unit unit = demand.rule().quantity() == null
                ? Unit.NONE
                : demand.rule().quantity().unit();
        return spreads.stream()
                .filter(spread -> open.contains(spread.why()))
                .map(spread -> {
                    String range = shown(spread.low(), unit) + "–" + shown(spread.high(), unit)
                            + (unit.symbol().isEmpty() ? "" : " " + unit.symbol());
                    return new Text(
                            spread.why().label().zh() + ":" + range,
                            spread.why().label().en() + ": " + range);
                })
                .toList();
    }

    private static String shown(BigDecimal number, Unit unit) {
        return (unit == Unit.PERCENT ? number.movePointRight(2) : number)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** What gave rise to the first question, where nothing is demanded besides. */
    private static List<Citation> asked(List<Question> certain) {
        return certain.isEmpty() ? List.of() : certain.get(0).citations();
    }

    /** The bound to be kept once all is known: the strictest certain one, or the only possible one; else null. */
    private static Bound toBeKept(List<Outcome> outcomes) {
        List<Outcome> certain = outcomes.stream()
                .filter(o -> o.certain() && o.claim().exemption() == null)
                .toList();
        if (!certain.isEmpty()) {
            return Outcome.worst(certain).claim().bound();
        }
        List<Bound> bounds =
                outcomes.stream().map(o -> o.claim().bound()).distinct().toList();
        return bounds.size() == 1 && bounds.get(0).value() != null ? bounds.get(0) : null;
    }

    private static Cause cause(List<Missing> missing) {
        if (missing.isEmpty()) {
            return Cause.NEEDS_JUDGEMENT;
        }
        if (missing.stream().allMatch(m -> m.kind() == Missing.Kind.ACCURACY)) {
            return Cause.BORDERLINE;
        }
        return missing.stream().noneMatch(m -> m.kind() == Missing.Kind.FACT || m.kind() == Missing.Kind.HELD)
                ? Cause.BASIS_OPEN
                : Cause.MISSING_FACT;
    }

    private static Text ask(Cause cause, List<Missing> missing) {
        List<Missing> held =
                missing.stream().filter(m -> m.kind() == Missing.Kind.HELD).toList();
        List<Missing> others =
                missing.stream().filter(m -> m.kind() != Missing.Kind.HELD).toList();
        Text authority = listed("由审查机关核对:", "Reviewing authority to check: ", held);
        return switch (cause) {
            case MISSING_FACT ->
                others.stream().noneMatch(m -> m.kind() == Missing.Kind.FACT)
                        ? authority
                        : after(listed("请申请人补充:", "Applicant to supply: ", others), held.isEmpty() ? null : authority);
            case BASIS_OPEN -> listed("请政策岗明确:", "Policy staff to settle: ", missing);
            case NEEDS_JUDGEMENT -> listed("请审查人员核定:", "Reviewer to decide: ", missing);
            case BORDERLINE -> listed("请设计或测绘单位核实:", "Designer or surveyor to verify: ", missing);
        };
    }

    private static Text listed(String zh, String en, List<Missing> missing) {
        return new Text(
                zh + missing.stream().map(m -> m.label().zh()).distinct().collect(Collectors.joining("、")),
                en + missing.stream().map(m -> m.label().en()).distinct().collect(Collectors.joining("; ")));
    }

    private static Text after(Text first, Text second) {
        return second == null ? first : new Text(first.zh() + ";" + second.zh(), first.en() + ". " + second.en());
    }

    private List<Missing> notMeasured() {
        if (!demand.subjectMissing().isEmpty()) {
            return demand.subjectMissing();
        }
        Quantity quantity = demand.rule().quantity();
        Text what = quantity == null ? demand.rule().title() : quantity.title();
        Subject subject = demand.subject();
        return List.of(Missing.fact(
                subject.kind() + "/" + subject.id(),
                subject.name().zh() + "的" + what.zh(),
                what.en() + " of " + subject.name().en()));
    }

    private Missing standingOpen() {
        String pack = demand.rule().packId();
        return new Missing(
                "conditions/incorporates",
                new Text("规划条件是否引用 " + pack + "(依据或参照)", "whether the conditions letter incorporates " + pack),
                Missing.Kind.BASIS);
    }

    private static List<Outcome> with(List<Outcome> outcomes, Verdict verdict) {
        List<Outcome> found = new ArrayList<>(outcomes.size());
        for (Outcome outcome : outcomes) {
            if (outcome.verdict() == verdict) {
                found.add(outcome);
            }
        }
        return found;
    }

    private static Grade weakest(List<Citation> citations) {
        Grade weakest = Grade.OFFICIAL;
        for (Citation citation : citations) {
            weakest = citation.grade().compareTo(weakest) > 0 ? citation.grade() : weakest;
        }
        return weakest;
    }
}
