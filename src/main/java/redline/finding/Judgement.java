package redline.finding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redline.measure.Measure;
import redline.measure.Missing;
import redline.measure.Reading;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.quantity.Value;
import redline.requirement.Bound;
import redline.requirement.Certainty;
import redline.requirement.Citation;
import redline.requirement.Demand;
import redline.requirement.Exemption;
import redline.requirement.Grade;
import redline.requirement.PackUse;
import redline.requirement.Question;
import redline.requirement.Requirement;
import redline.requirement.RuleInfo;
import redline.scheme.Subject;

/**
 * Holds what was measured against what is demanded: one finding per (rule, subject). VIOLATION before UNDETERMINED before PASS;
 * what is only possible can make a finding undetermined, never a pass and never a violation (design §2, §3).
 */
public final class Judgement {
    private Judgement() {}

    /** {@code measure} is that of the rule's quantity for the subject, null where none was taken. */
    public static Finding judge(Demand demand, Measure measure) {
        if (demand.requirements().isEmpty() && demand.questions().isEmpty()) {
            return new Finding.NotApplicable(
                    demand.rule(), demand.subject(), demand.because(), List.of(), demand.notes());
        }
        if (demand.yielding() != null && demand.yielding().certainty() instanceof Certainty.Certain) {
            Text because = new Text(
                    "规划条件另有规定(" + demand.yielding().to() + ")",
                    "The planning conditions rule instead (" + demand.yielding().to() + ")");
            return new Finding.NotApplicable(
                    demand.rule(), demand.subject(), because, demand.requirements(), demand.notes());
        }
        return new Judgement.Sitting(demand, measure).finding();
    }

    /** The finding that a pack named by the profile is not in force on the scheme's date. */
    public static Finding notInForce(PackUse pack, Subject scheme) {
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
                pack.standing() == RuleInfo.PackStanding.REFERENCE ? RuleInfo.Apart.ADVICE : RuleInfo.Apart.NONE,
                pack.title());
        Missing missing = new Missing("packs/" + pack.id(), pack.whyNot(), Missing.Kind.BASIS);
        return new Finding.Undetermined(
                rule,
                scheme,
                Cause.BASIS_OPEN,
                List.of(missing),
                ask(Cause.BASIS_OPEN, List.of(missing)),
                null,
                null,
                List.of(),
                List.of(),
                Grade.OFFICIAL,
                List.of());
    }

    private static Text ask(Cause cause, List<Missing> missing) {
        String zh = missing.stream().map(m -> m.label().zh()).distinct().collect(Collectors.joining("、"));
        String en = missing.stream().map(m -> m.label().en()).distinct().collect(Collectors.joining("; "));
        return switch (cause) {
            case MISSING_FACT -> new Text("请申请人补充:" + zh, "Applicant to supply: " + en);
            case BASIS_OPEN -> new Text("请政策岗明确:" + zh, "Policy staff to settle: " + en);
            case NEEDS_JUDGEMENT -> new Text("请审查人员核定:" + zh, "Reviewer to decide: " + en);
        };
    }

    /** One requirement with its outcome; {@code comparison} null where nothing could be compared. */
    private record Outcome(Requirement requirement, Verdict verdict, Comparison comparison, List<Missing> missing) {
        boolean certain() {
            return requirement.certainty() instanceof Certainty.Certain;
        }
    }

    /** One demand being judged. */
    private static final class Sitting {
        private final Demand demand;
        private final Measure measure;
        private final Value value;
        private final List<Missing> unmeasured;

        Sitting(Demand demand, Measure measure) {
            this.demand = demand;
            this.measure = measure;
            Reading reading = measure == null ? null : measure.reading();
            this.value = reading instanceof Reading.Known known ? known.value() : null;
            this.unmeasured = reading instanceof Reading.Unknown unknown ? unknown.missing() : notMeasured();
        }

        private List<Missing> notMeasured() {
            if (!demand.subjectMissing().isEmpty()) {
                return demand.subjectMissing();
            }
            Quantity quantity = demand.rule().quantity();
            Text what = quantity == null ? demand.rule().title() : quantity.title();
            return List.of(Missing.fact(
                    demand.subject().kind() + "/" + demand.subject().id(),
                    demand.subject().name().zh() + "的" + what.zh(),
                    what.en() + " of " + demand.subject().name().en()));
        }

        Finding finding() {
            List<Outcome> outcomes =
                    new ArrayList<>(folded().stream().map(this::outcome).toList());
            boolean somethingCertain = outcomes.stream().anyMatch(Outcome::certain);
            outcomes.removeIf(o -> somethingCertain && !o.certain() && o.verdict() == Verdict.PASS);
            outcomes.replaceAll(o -> o.certain() || o.verdict() != Verdict.PASS
                    ? o
                    : new Outcome(o.requirement(), Verdict.UNDETERMINED, o.comparison(), o.missing()));

            List<Outcome> broken = with(outcomes, Verdict.VIOLATION);
            List<Outcome> open = with(outcomes, Verdict.UNDETERMINED);
            boolean mayYield = demand.yielding() != null;
            if (!broken.isEmpty() && !mayYield) {
                Outcome worst = worst(broken);
                return demand.rule().standing() == RuleInfo.PackStanding.OPEN
                        ? undetermined(List.of(standingOpen()), List.of(), outcomes, worst)
                        : judged(Verdict.VIOLATION, worst, outcomes);
            }
            List<Missing> missing = new ArrayList<>();
            open.forEach(o -> missing.addAll(o.missing()));
            if (mayYield) {
                missing.addAll(missingOf(demand.yielding().certainty()));
            }
            List<Question> questions = new ArrayList<>();
            for (Question question : demand.questions()) {
                missing.addAll(missingOf(question.certainty()));
                if (question.certainty() instanceof Certainty.Certain) {
                    questions.add(question);
                }
            }
            boolean settled = broken.isEmpty()
                    && open.isEmpty()
                    && !mayYield
                    && demand.questions().isEmpty();
            if (settled) {
                return judged(Verdict.PASS, worst(outcomes), outcomes);
            }
            return undetermined(missing, questions, outcomes, worst(open.isEmpty() ? outcomes : open));
        }

        /** Parts that add up become one certain bound, and one possible bound of all parts where some are only possible. */
        private List<Requirement> folded() {
            List<Requirement> parts = demand.requirements().stream()
                    .filter(r -> r.bound().comparator() == redline.requirement.Comparator.AT_LEAST_IN_TOTAL)
                    .toList();
            if (parts.isEmpty()) {
                return demand.requirements();
            }
            List<Requirement> folded = new ArrayList<>(demand.requirements());
            folded.removeAll(parts);
            if (parts.stream().allMatch(Judgement::lifted)) {
                folded.add(parts.get(0));
                return folded;
            }
            parts = parts.stream().filter(p -> !lifted(p)).toList();
            List<Requirement> certain = parts.stream()
                    .filter(p -> p.certainty() instanceof Certainty.Certain)
                    .toList();
            if (!certain.isEmpty()) {
                folded.add(total(certain, Certainty.CERTAIN));
            }
            if (certain.size() < parts.size()) {
                List<Missing> missing = parts.stream()
                        .flatMap(p -> missingOf(p.certainty()).stream())
                        .toList();
                folded.add(total(parts, new Certainty.Possible(missing)));
            }
            return folded;
        }

        private static Requirement total(List<Requirement> parts, Certainty certainty) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Requirement part : parts) {
                if (part.bound().value() instanceof Value.Amount amount
                        && amount.number().signum() < 0) {
                    throw new IllegalStateException("a part of a total is negative in branch " + part.branch());
                }
                sum = sum == null || part.bound().value() == null
                        ? null
                        : sum.add(((Value.Amount) part.bound().value()).number());
            }
            // A part that may be lifted makes the whole total liftable: it can then be met, but not broken.
            List<Missing> lifted = parts.stream()
                    .filter(p -> p.exemption() != null)
                    .flatMap(p -> missingOf(p.exemption().certainty()).stream())
                    .toList();
            Exemption exemption = lifted.isEmpty()
                    ? null
                    : new Exemption(parts.get(0).branch(), new Certainty.Possible(lifted), List.of());
            return new Requirement(
                    parts.get(0).branch(),
                    new Bound(
                            redline.requirement.Comparator.AT_LEAST_IN_TOTAL,
                            sum == null ? null : new Value.Amount(sum)),
                    certainty,
                    exemption,
                    parts.stream()
                            .flatMap(p -> p.citations().stream())
                            .distinct()
                            .toList());
        }

        private Outcome outcome(Requirement requirement) {
            List<Missing> hangsOn = missingOf(requirement.certainty());
            if (lifted(requirement)) {
                return new Outcome(requirement, Verdict.PASS, null, hangsOn);
            }
            if (value == null || requirement.bound().value() == null) {
                return new Outcome(
                        requirement, Verdict.UNDETERMINED, null, value == null ? join(unmeasured, hangsOn) : hangsOn);
            }
            Comparison comparison = Comparison.of(demand.rule().quantity(), value, requirement.bound());
            if (comparison.met()) {
                return new Outcome(requirement, Verdict.PASS, comparison, hangsOn);
            }
            List<Missing> mayLift = requirement.exemption() == null
                    ? List.of()
                    : missingOf(requirement.exemption().certainty());
            boolean open = requirement.exemption() != null || requirement.certainty() instanceof Certainty.Possible;
            return new Outcome(
                    requirement, open ? Verdict.UNDETERMINED : Verdict.VIOLATION, comparison, join(hangsOn, mayLift));
        }

        private Finding judged(Verdict verdict, Outcome worst, List<Outcome> outcomes) {
            List<Text> notes = new ArrayList<>(demand.notes());
            boolean byException = worst.comparison() == null;
            if (byException) {
                Exemption exemption = worst.requirement().exemption();
                notes.add(new Text("按例外条款符合:" + exemption.by(), "Complies by way of the exception: " + exemption.by()));
            } else {
                roundingNote(verdict, worst).forEach(notes::add);
            }
            List<Citation> citations = citations(worst);
            return new Finding.Judged(
                    demand.rule(),
                    demand.subject(),
                    verdict,
                    measure,
                    byException ? null : worst.requirement().bound(),
                    byException ? null : worst.comparison().margin(),
                    byException ? null : worst.comparison().unit(),
                    strictestFirst(outcomes),
                    citations,
                    weakest(citations),
                    List.copyOf(notes));
        }

        private Finding undetermined(
                List<Missing> missing, List<Question> questions, List<Outcome> outcomes, Outcome shown) {
            List<Missing> sorted = distinct(missing);
            if (sorted.isEmpty() && questions.isEmpty()) {
                throw new IllegalStateException("undetermined without saying what is missing: "
                        + demand.rule().id() + " for " + demand.subject());
            }
            Cause cause = sorted.isEmpty()
                    ? Cause.NEEDS_JUDGEMENT
                    : sorted.stream().anyMatch(m -> m.kind() == Missing.Kind.FACT)
                            ? Cause.MISSING_FACT
                            : Cause.BASIS_OPEN;
            Text ask = cause == Cause.NEEDS_JUDGEMENT ? questions.get(0).text() : ask(cause, sorted);
            List<Citation> citations = shown == null ? List.of() : citations(shown);
            return new Finding.Undetermined(
                    demand.rule(),
                    demand.subject(),
                    cause,
                    sorted,
                    ask,
                    measure,
                    shown == null || shown.requirement().bound().value() == null
                            ? null
                            : shown.requirement().bound(),
                    strictestFirst(outcomes),
                    citations,
                    weakest(citations),
                    demand.notes());
        }

        private Missing standingOpen() {
            return new Missing(
                    "conditions/incorporates",
                    new Text(
                            "规划条件是否引用" + demand.rule().packId() + "(依据或参照)",
                            "whether the conditions letter incorporates "
                                    + demand.rule().packId()),
                    Missing.Kind.BASIS);
        }

        /** 取位敏感: rounding to the decimals shown would turn the verdict; said, never applied (design §4). */
        private Stream<Text> roundingNote(Verdict verdict, Outcome worst) {
            Quantity quantity = demand.rule().quantity();
            if (value instanceof Value.Terms || quantity == Quantity.DECLARED_DIFFERENCE) {
                return Stream.of();
            }
            BigDecimal rounded = Comparison.rounded(quantity, value);
            boolean metRounded = Comparison.of(
                            quantity,
                            new Value.Amount(rounded),
                            worst.requirement().bound())
                    .met();
            if (metRounded == (verdict == Verdict.PASS)) {
                return Stream.of();
            }
            Verdict other = metRounded ? Verdict.PASS : Verdict.VIOLATION;
            return Stream.of(new Text(
                    "取位敏感:按未取整的值判为" + verdict.title().zh() + ";取至显示位数则为"
                            + other.title().zh(),
                    "Sensitive to rounding: unrounded it reads “"
                            + verdict.title().en() + "”, rounded to the decimals shown “"
                            + other.title().en() + "”"));
        }

        /** Smallest margin first: for one comparator that is the strictest bound. An outcome that compares governs one that does not. */
        private static Outcome worst(List<Outcome> outcomes) {
            return outcomes.stream()
                    .min(Comparator.comparing((Outcome o) -> o.comparison() == null ? 1 : 0)
                            .thenComparing(o ->
                                    o.comparison() == null || o.comparison().margin() == null
                                            ? BigDecimal.ZERO
                                            : o.comparison().margin())
                            .thenComparing(o -> strictness(o.requirement().bound())))
                    .orElse(null);
        }

        private static List<Requirement> strictestFirst(List<Outcome> outcomes) {
            return outcomes.stream()
                    .map(Outcome::requirement)
                    .sorted(Comparator.comparing((Requirement r) -> r.bound().comparator())
                            .thenComparing(r -> strictness(r.bound()))
                            .thenComparing(Requirement::branch))
                    .toList();
        }

        private static BigDecimal strictness(Bound bound) {
            if (!(bound.value() instanceof Value.Amount amount)) {
                return BigDecimal.ZERO;
            }
            return bound.comparator() == redline.requirement.Comparator.AT_MOST
                    ? amount.number()
                    : amount.number().negate();
        }

        private static List<Citation> citations(Outcome outcome) {
            Requirement requirement = outcome.requirement();
            return requirement.exemption() == null
                    ? requirement.citations()
                    : Stream.concat(requirement.citations().stream(), requirement.exemption().citations().stream())
                            .distinct()
                            .toList();
        }

        private static Grade weakest(List<Citation> citations) {
            return citations.stream()
                    .map(Citation::grade)
                    .max(Comparator.naturalOrder())
                    .orElse(Grade.OFFICIAL);
        }
    }

    private static boolean lifted(Requirement requirement) {
        return requirement.exemption() != null && requirement.exemption().certainty() instanceof Certainty.Certain;
    }

    private static List<Outcome> with(List<Outcome> outcomes, Verdict verdict) {
        return outcomes.stream().filter(o -> o.verdict() == verdict).toList();
    }

    private static List<Missing> missingOf(Certainty certainty) {
        return certainty instanceof Certainty.Possible possible ? possible.missing() : List.of();
    }

    private static List<Missing> join(List<Missing> first, List<Missing> second) {
        return distinct(Stream.concat(first.stream(), second.stream()).toList());
    }

    private static List<Missing> distinct(List<Missing> missing) {
        TreeMap<String, Missing> byPath = new TreeMap<>();
        missing.forEach(m -> byPath.putIfAbsent(m.path(), m));
        return List.copyOf(byPath.values());
    }
}
