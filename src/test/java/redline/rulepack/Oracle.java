package redline.rulepack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import redline.finding.Finding;
import redline.finding.Judgement;
import redline.finding.Verdict;
import redline.measure.Evidence;
import redline.measure.Measure;
import redline.measure.Missing;
import redline.measure.Provenance;
import redline.measure.Reading.Known;
import redline.quantity.Value;
import redline.requirement.Certainty;
import redline.requirement.Comparator;
import redline.requirement.Demand;
import redline.requirement.Requirement;
import redline.scheme.Subject;

/**
 * Holds what the engine says of a world with unknowns against plain Java over what the unknowns may turn out to be. Every check
 * gives a sentence where it fails.
 */
final class Oracle {
    private static final int COMPLETIONS = 8;

    private final RuleProgram program;
    private final Map<String, RuleKind> kinds;
    final List<String> failures = new ArrayList<>();
    int checks;

    Oracle(RuleProgram program) {
        this.program = program;
        this.kinds = program.ruleKinds();
    }

    /** Grows a known world, then forgets step by step; checks at every step. */
    void examine(long seed) {
        Random random = new Random(seed);
        RandomWorld world = RandomWorld.known(random);
        Map<String, Finding> before = null;
        int steps = random.nextInt(6);
        for (int step = 0; step <= steps; step++) {
            List<Demand> demands = Fixture.demands(program, world.record(), world.rows());
            Map<String, Finding> findings = findings(world, demands);
            if (world.isKnown()) {
                checkKnown(seed, world, demands, findings);
            }
            if (before != null) {
                checkForgetting(seed, before, findings);
            }
            for (int i = 0; i < COMPLETIONS; i++) {
                checkCompletion(seed, world.completion(random), demands, findings);
            }
            if (!world.hasOpenLayer()) {
                checkNames(seed, world, demands, random);
            }
            before = findings;
            world = world.forgetful(random);
        }
    }

    private void check(boolean holds, long seed, String sentence, Object... about) {
        checks++;
        if (!holds) {
            failures.add("world " + seed + ": " + String.format(sentence, about));
        }
    }

    private static String key(String rule, Subject subject) {
        return rule + " | " + subject.id();
    }

    private static Map<String, Finding> findings(RandomWorld world, List<Demand> demands) {
        Map<String, Finding> findings = new TreeMap<>();
        for (Demand demand : demands) {
            Value value = demand.rule().quantity() == null
                    ? null
                    : world.measures().get(RandomWorld.key(demand.rule().quantity(), demand.subject()));
            Measure measure = value == null
                    ? null
                    : new Measure(
                            demand.rule().quantity(),
                            demand.subject(),
                            new Known(value, Provenance.DECLARED),
                            Evidence.NONE);
            findings.put(key(demand.rule().id(), demand.subject()), Judgement.judge(demand, measure));
        }
        return findings;
    }

    /** Everything known: the engine says what plain Java says, for certain, and nothing else. */
    private void checkKnown(long seed, RandomWorld world, List<Demand> demands, Map<String, Finding> findings) {
        List<PlainRule.Said> said = PlainRule.said(world.asKnown());
        for (Demand demand : demands) {
            List<String> engine = demand.requirements().stream()
                    .map(r -> (r.certainty() instanceof Certainty.Certain ? "" : "possible ") + shown(r))
                    .sorted()
                    .toList();
            List<String> java =
                    required(said, demand).stream().map(Oracle::shown).sorted().toList();
            boolean adds = java.stream().anyMatch(s -> s.contains("TOTAL"));
            java = adds ? java : java.stream().distinct().toList();
            check(
                    engine.equals(java),
                    seed,
                    "%s of %s: engine %s, Java %s",
                    demand.rule().id(),
                    demand.subject().id(),
                    engine,
                    java);
            for (Requirement requirement : demand.requirements()) {
                boolean lifted = lifted(said, demand.rule().id(), requirement.branch(), demand.subject());
                boolean engineLifts = requirement.exemption() != null
                        && requirement.exemption().certainty() instanceof Certainty.Certain;
                check(
                        lifted == engineLifts,
                        seed,
                        "%s of %s: exemption of %s",
                        demand.rule().id(),
                        demand.subject().id(),
                        shown(requirement));
            }
            Verdict verdict = verdict(said, demand.rule().id(), demand.subject(), world);
            Verdict judged =
                    findings.get(key(demand.rule().id(), demand.subject())).verdict();
            check(
                    verdict == judged,
                    seed,
                    "%s of %s: engine %s, Java %s",
                    demand.rule().id(),
                    demand.subject().id(),
                    judged,
                    verdict);
        }
    }

    /** What is certain holds in every completion; what holds in one was at least possible. */
    private void checkCompletion(long seed, RandomWorld full, List<Demand> demands, Map<String, Finding> findings) {
        List<PlainRule.Said> said = PlainRule.said(full.asKnown());
        Map<String, Demand> byKey = new TreeMap<>();
        demands.forEach(d -> byKey.put(key(d.rule().id(), d.subject()), d));
        for (Demand demand : demands) {
            List<String> java = new ArrayList<>(
                    required(said, demand).stream().map(Oracle::shown).toList());
            for (Requirement requirement : demand.requirements()) {
                if (requirement.certainty() instanceof Certainty.Certain) {
                    boolean there = requirement.bound().comparator() == Comparator.AT_LEAST_IN_TOTAL
                            ? java.remove(shown(requirement))
                            : java.contains(shown(requirement));
                    check(
                            there,
                            seed,
                            "certain, but not in a completion: %s of %s: %s",
                            demand.rule().id(),
                            demand.subject().id(),
                            shown(requirement));
                }
                if (requirement.exemption() != null
                        && requirement.exemption().certainty() instanceof Certainty.Certain) {
                    check(
                            lifted(said, demand.rule().id(), requirement.branch(), demand.subject()),
                            seed,
                            "certainly lifted, but not in a completion: %s of %s",
                            demand.rule().id(),
                            demand.subject().id());
                }
            }
        }
        for (PlainRule.Said one : said) {
            Demand demand = byKey.getOrDefault(key(one.rule(), one.subject()), openDemand(demands, one));
            if (one.comparator() != null) {
                check(
                        demand != null && demand.requirements().stream().anyMatch(r -> allows(r, one)),
                        seed,
                        "in a completion, but not possible: %s",
                        one);
            }
            if (one.asks() != null) {
                check(
                        demand != null
                                && demand.questions().stream()
                                        .anyMatch(q -> q.key().equals(one.asks())),
                        seed,
                        "asked in a completion, but not possible: %s",
                        one);
            }
            if (one.lifts() != null) {
                for (Demand target : demands) {
                    for (Requirement r : target.requirements()) {
                        if (target.subject().equals(one.subject())
                                && lifts(one, target.rule().id(), r.branch())) {
                            check(r.exemption() != null, seed, "lifted in a completion, but not possibly: %s", one);
                        }
                    }
                }
            }
        }
        for (Demand demand : demands) {
            Verdict open =
                    findings.get(key(demand.rule().id(), demand.subject())).verdict();
            boolean there = full.facts().stream()
                    .anyMatch(f -> f instanceof redline.fact.Fact.About about
                            && about.subject().equals(demand.subject()));
            if (there && open != Verdict.UNDETERMINED) {
                Verdict closed = verdict(said, demand.rule().id(), demand.subject(), full);
                check(
                        open == closed,
                        seed,
                        "%s of %s: %s, but %s in a completion",
                        demand.rule().id(),
                        demand.subject().id(),
                        open,
                        closed);
            }
            check(
                    !demand.subject().notSupplied() || open == Verdict.UNDETERMINED || open == Verdict.NOT_APPLICABLE,
                    seed,
                    "%s of a subject that is not there: %s",
                    demand.rule().id(),
                    open);
        }
    }

    /** A subject that turned up stands in the demand of one that was not supplied. */
    private static Demand openDemand(List<Demand> demands, PlainRule.Said said) {
        List<Requirement> all = new ArrayList<>();
        Demand open = null;
        List<redline.requirement.Question> questions = new ArrayList<>();
        for (Demand demand : demands) {
            if (demand.rule().id().equals(said.rule()) && demand.subject().notSupplied()) {
                open = demand;
                all.addAll(demand.requirements());
                questions.addAll(demand.questions());
            }
        }
        return open == null
                ? null
                : new Demand(open.rule(), open.subject(), all, questions, List.of(), null, null, List.of());
    }

    private static boolean allows(Requirement requirement, PlainRule.Said said) {
        return requirement.branch().equals(said.branch())
                && requirement.bound().comparator() == said.comparator()
                && (requirement.bound().value() == null || shown(requirement).equals(shown(said)));
    }

    /** Less known: an answer stays or becomes undetermined. */
    private void checkForgetting(long seed, Map<String, Finding> before, Map<String, Finding> after) {
        before.forEach((key, finding) -> {
            Finding now = after.get(key);
            check(
                    now != null && (now.verdict() == finding.verdict() || now.verdict() == Verdict.UNDETERMINED),
                    seed,
                    "%s: was %s, after forgetting %s",
                    key,
                    finding.verdict(),
                    now == null ? "gone" : now.verdict());
        });
    }

    /** Filling in exactly what is named leaves nothing possible. */
    private void checkNames(long seed, RandomWorld world, List<Demand> demands, Random random) {
        for (Demand demand : demands) {
            Set<String> named = new TreeSet<>();
            demand.requirements().forEach(r -> named.addAll(paths(r.certainty())));
            demand.questions().forEach(q -> named.addAll(paths(q.certainty())));
            if (named.isEmpty() || random.nextInt(30) != 0) {
                continue;
            }
            RandomWorld filled = world.filled(named, random);
            Demand settled = Fixture.demands(program, filled.record(), filled.rows()).stream()
                    .filter(d -> d.rule().id().equals(demand.rule().id())
                            && d.subject().equals(demand.subject()))
                    .findFirst()
                    .orElseThrow();
            check(
                    settled.requirements().stream().allMatch(r -> r.certainty() instanceof Certainty.Certain)
                            && settled.questions().stream().allMatch(q -> q.certainty() instanceof Certainty.Certain),
                    seed,
                    "%s of %s: named %s, but still open: %s",
                    demand.rule().id(),
                    demand.subject().id(),
                    named,
                    settled.requirements());
        }
    }

    private static List<String> paths(Certainty certainty) {
        return certainty instanceof Certainty.Possible possible
                ? possible.missing().stream().map(Missing::path).toList()
                : List.of();
    }

    private static List<PlainRule.Said> required(List<PlainRule.Said> said, Demand demand) {
        return required(said, demand.rule().id(), demand.subject());
    }

    private static List<PlainRule.Said> required(List<PlainRule.Said> said, String rule, Subject subject) {
        return said.stream()
                .filter(s -> s.comparator() != null
                        && s.rule().equals(rule)
                        && s.subject().equals(subject))
                .toList();
    }

    private static boolean lifted(List<PlainRule.Said> said, String rule, String branch, Subject subject) {
        return said.stream().anyMatch(s -> s.subject().equals(subject) && lifts(s, rule, branch));
    }

    private static boolean lifts(PlainRule.Said said, String rule, String branch) {
        return said.lifts() != null
                && (said.lifts().equals(rule) || said.lifts().equals(rule + ": " + branch));
    }

    private static String shown(Requirement requirement) {
        Value value = requirement.bound().value();
        Object bound = value instanceof Value.Amount amount
                ? (Object) amount.number().doubleValue()
                : value == null ? "?" : ((Value.Terms) value).codes();
        return requirement.branch() + " " + requirement.bound().comparator() + " " + bound;
    }

    private static String shown(PlainRule.Said said) {
        return said.branch() + " " + said.comparator() + " " + said.bound();
    }

    /** The verdict as design §2 defines it where everything is known, written without the engine. */
    private Verdict verdict(List<PlainRule.Said> said, String rule, Subject subject, RandomWorld world) {
        List<PlainRule.Said> required = required(said, rule, subject);
        boolean asks = said.stream()
                .anyMatch(s ->
                        s.asks() != null && s.rule().equals(rule) && s.subject().equals(subject));
        if (required.isEmpty()) {
            return asks ? Verdict.UNDETERMINED : Verdict.NOT_APPLICABLE;
        }
        if (rule.startsWith("local-") && conditionsRule(said, rule, subject)) {
            return Verdict.NOT_APPLICABLE;
        }
        Value measured = world.measures().get(RandomWorld.key(kinds.get(rule).quantity(), subject));
        BigDecimal total = BigDecimal.ZERO;
        boolean broken = false;
        for (PlainRule.Said one : required) {
            if (lifted(said, rule, one.branch(), subject)) {
                continue;
            }
            if (one.comparator() == Comparator.ONE_OF) {
                broken |= !((List<?>) one.bound()).containsAll(((Value.Terms) measured).codes());
                continue;
            }
            BigDecimal bound = BigDecimal.valueOf((Double) one.bound());
            int compared = ((Value.Amount) measured).number().compareTo(bound);
            broken |= one.comparator() == Comparator.AT_LEAST && compared < 0;
            broken |= one.comparator() == Comparator.AT_MOST && compared > 0;
            total = one.comparator() == Comparator.AT_LEAST_IN_TOTAL ? total.add(bound) : total;
        }
        broken |= measured instanceof Value.Amount amount
                && total.signum() > 0
                && amount.number().compareTo(total) < 0;
        return broken ? Verdict.VIOLATION : asks ? Verdict.UNDETERMINED : Verdict.PASS;
    }

    private boolean conditionsRule(List<PlainRule.Said> said, String rule, Subject subject) {
        Set<Comparator> own = kinds.get(rule).comparators();
        return said.stream()
                .anyMatch(s -> s.rule().startsWith("parcel-")
                        && s.comparator() != null
                        && own.contains(s.comparator())
                        && kinds.get(s.rule()).quantity() == kinds.get(rule).quantity()
                        && s.subject().equals(subject)
                        && !lifted(said, s.rule(), s.branch(), subject));
    }
}
