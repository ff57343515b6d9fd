package redline.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import redline.fact.Projection;
import redline.fact.SchemeRecord;
import redline.finding.Conclusion;
import redline.finding.Finding;
import redline.finding.Judgement;
import redline.measure.Measure;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.quantity.Value;
import redline.requirement.Demand;
import redline.requirement.PackUse;
import redline.requirement.Requirement;
import redline.requirement.Ruling;
import redline.rulepack.ChangedRuling;
import redline.rulepack.Fault;
import redline.rulepack.PackFault;
import redline.rulepack.RuleBook;
import redline.rulepack.RuleComparison;
import redline.scheme.Scheme;
import redline.scheme.Subject;

/** The line run once. */
public final class Check {
    private Check() {}

    /** Measures and judges a scheme. {@code asOf} stands for all dates where it is not null. */
    public static CheckResult run(Scheme scheme, RuleBook book, String profile, LocalDate asOf) {
        return judge(Projection.of(scheme, book.settings(profile)), book, profile, asOf);
    }

    /** Judges a stored record: the same record, rules and program give the same result, byte for byte. */
    public static CheckResult judge(SchemeRecord record, RuleBook book, String profile, LocalDate asOf) {
        SchemeRecord dated = asOf == null ? record : record.asOf(asOf);
        return conclude(dated, book.rule(dated, profile, dated.dates()));
    }

    /** The findings of one rule, as the whole check has them, without running the rules that have no say in them. */
    public static List<Finding> judgeRule(
            String ruleId, SchemeRecord record, RuleBook book, String profile, LocalDate asOf) {
        SchemeRecord dated = asOf == null ? record : record.asOf(asOf);
        return findings(dated, book.ruleOf(ruleId, dated, profile, dated.dates()));
    }

    /** The findings of a record that was changed a little, as the whole check has them; their order, and that of what they hang on, aside. */
    public static List<Finding> tryOut(SchemeRecord changed, ChangedRuling ruling) {
        return findings(changed, ruling.of(changed));
    }

    /** The same of one rule alone. */
    public static List<Finding> tryOut(SchemeRecord changed, ChangedRuling ruling, String rule) {
        return findings(changed, ruling.of(changed, rule));
    }

    /** The findings of two states of the rules. */
    public record Compared(List<Finding> one, List<Finding> other) {}

    /**
     * The findings of rules whose answers can differ, as whole checks by both states have them; those that a pack of the profile is
     * not in force are among them. {@code record} may lack the facts and measures that the rules do not read.
     */
    public static Compared judge(SchemeRecord record, RuleComparison.Part rules, String profile) {
        RuleComparison.Rulings rulings = rules.rule(record, profile, record.dates());
        Map<Measured, Measure> measures = measures(record);
        return new Compared(findings(record, measures, rulings.one()), findings(record, measures, rulings.other()));
    }

    /** From what the rules demand to findings, in the order of the ruling. */
    public static CheckResult conclude(SchemeRecord record, Ruling ruling) {
        List<Finding> findings = findings(record, ruling);
        return new CheckResult(Program.VERSION, record, ruling, findings, Conclusion.of(findings));
    }

    private static List<Finding> findings(SchemeRecord record, Ruling ruling) {
        return findings(record, measures(record), ruling);
    }

    private static Map<Measured, Measure> measures(SchemeRecord record) {
        Map<Measured, Measure> measures = new HashMap<>(2 * record.measures().size());
        for (Measure measure : record.measures()) {
            Measured key = Measured.of(measure.quantity(), measure.subject());
            if (measures.put(key, measure) != null) {
                throw new IllegalStateException("measured twice: " + key);
            }
        }
        return measures;
    }

    private static List<Finding> findings(SchemeRecord record, Map<Measured, Measure> measures, Ruling ruling) {
        List<Finding> findings = new ArrayList<>();
        Subject scheme = new Subject(Subject.Kind.SCHEME, "scheme", Text.same(record.name()));
        for (PackUse pack : ruling.packs()) {
            if (pack.gap()) {
                findings.add(Judgement.notInForce(pack, scheme));
            }
        }
        Set<Answered> answered = new HashSet<>(2 * ruling.demands().size());
        Map<Answered, Map<Text, Demand>> alternatives = new HashMap<>();
        for (Ruling.Alternative alternative : ruling.alternatives()) {
            for (Demand demand : alternative.demands()) {
                alternatives
                        .computeIfAbsent(Answered.of(demand), key -> new LinkedHashMap<>())
                        .put(alternative.chosen(), demand);
            }
        }
        for (Demand demand : ruling.demands()) {
            Subject subject = demand.subject();
            Answered key = Answered.of(demand);
            if (!answered.add(key)) {
                throw new IllegalStateException("rule " + demand.rule().id() + " answers twice for " + subject);
            }
            Measure measure = measures.get(Measured.of(demand.rule().quantity(), subject));
            Finding finding = Judgement.judge(demand, measure);
            Map<Text, Finding> candidates = new LinkedHashMap<>();
            alternatives
                    .getOrDefault(key, Map.of())
                    .forEach((chosen, other) -> candidates.put(chosen, Judgement.judge(other, measure)));
            findings.add(candidates.isEmpty() ? finding : Judgement.among(finding, candidates));
        }
        findings.forEach(finding -> withinReach(finding, record.reach()));
        return List.copyOf(findings);
    }

    /** A bound that reaches farther than pairs were looked for would let a pair go unanswered: a fault of the profile. */
    private static void withinReach(Finding finding, SchemeRecord.Reach reach) {
        boolean pair = finding.subject().kind() == Subject.Kind.PAIR
                || finding.subject().kind() == Subject.Kind.VOLUME_PAIR;
        if (!pair || reach == null || reach.beyond() == 0) {
            return;
        }
        for (Requirement requirement : finding.requirements()) {
            if (requirement.bound().value() instanceof Value.Amount bound
                    && bound.number().compareTo(reach.distance()) > 0) {
                throw new PackFault(List.of(new Fault(
                        "profiles",
                        0,
                        "pairReach",
                        new Text(
                                "规则 " + finding.rule().id() + " 要求 " + bound.number() + " m,大于成对查找距离 "
                                        + reach.distance() + " m",
                                "rule " + finding.rule().id() + " demands " + bound.number()
                                        + " m, more than the distance of " + reach.distance()
                                        + " m within which pairs are looked for"),
                        new Text("请加大方案配置中的 pairReach", "Raise pairReach in the profile"))));
            }
        }
    }

    private record Measured(Quantity quantity, Subject.Kind kind, String id) {
        static Measured of(Quantity quantity, Subject subject) {
            return new Measured(quantity, subject.kind(), subject.id());
        }
    }

    private record Answered(String rule, Subject.Kind kind, String id) {
        static Answered of(Demand demand) {
            return new Answered(
                    demand.rule().id(),
                    demand.subject().kind(),
                    demand.subject().id());
        }
    }
}
