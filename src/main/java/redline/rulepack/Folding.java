package redline.rulepack;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import redline.measure.Missing;
import redline.quantity.Text;
import redline.requirement.Certainty;
import redline.requirement.Comparator;
import redline.requirement.Demand;
import redline.requirement.Question;
import redline.requirement.Requirement;
import redline.requirement.RuleInfo;
import redline.requirement.Yielding;
import redline.rulepack.Branch.Verb;

/** From tallies to demands: exceptions applied, local defaults stepping back, reasons where nothing is demanded. */
final class Folding {
    private final Map<String, Map<String, Derivation.Answer>> answers;
    private final TreeMap<String, RuleInfo> rules;
    private final Map<String, RuleKind> kinds;
    private final Reading reading;
    private final BiFunction<String, String, Text> wording;
    private final Map<String, Map<String, List<Requirement>>> requirements = new HashMap<>();

    Folding(
            Map<String, Map<String, Derivation.Answer>> answers,
            TreeMap<String, RuleInfo> rules,
            Map<String, RuleKind> kinds,
            Reading reading,
            BiFunction<String, String, Text> wording) {
        this.answers = answers;
        this.rules = rules;
        this.kinds = kinds;
        this.reading = reading;
        this.wording = wording;
    }

    /** @throws PackFault where a local default bounds in two directions: it could only step back from one of them */
    List<Demand> demands(Set<String> localDefaultPacks, Set<String> parcelPacks) {
        rules.forEach((rule, info) -> {
            long directions = kinds.get(rule).comparators().stream()
                    .map(Folding::direction)
                    .distinct()
                    .count();
            if (localDefaultPacks.contains(info.packId()) && directions > 1) {
                throw new PackFault(List.of(new Fault(
                        info.packId() + "/rules/" + rule + ".drl",
                        0,
                        rule,
                        new Text(
                                "地方规定的规则既写上限又写下限,无法只就其一让位",
                                "a rule of a local default bounds in two directions and cannot yield in one"),
                        new Text("拆成两个规则文件", "split it into two rule files"))));
            }
        });
        List<String> ofParcels = rules.keySet().stream()
                .filter(rule -> parcelPacks.contains(rules.get(rule).packId()))
                .toList();
        Exemptions exemptions = new Exemptions(answers, kinds);
        answers.forEach((rule, bySubject) -> {
            Map<String, List<Requirement>> of = new HashMap<>();
            bySubject.forEach((subject, answer) -> of.put(subject, requirements(rule, subject, answer, exemptions)));
            requirements.put(rule, of);
        });
        List<Demand> demands = new ArrayList<>();
        answers.forEach((rule, bySubject) -> {
            boolean local = localDefaultPacks.contains(rules.get(rule).packId());
            bySubject
                    .values()
                    .forEach(answer -> demands.add(demand(
                            rule, answer, local && reading.yields() ? yielding(rule, answer, ofParcels) : null)));
        });
        return List.copyOf(demands);
    }

    private List<Requirement> requirements(
            String rule, String subject, Derivation.Answer answer, Exemptions exemptions) {
        List<Requirement> required = new ArrayList<>();
        for (Tally.Statement statement : answer.tally().said()) {
            if (statement.comparator() != null) {
                required.add(statement.requirement(
                        reading.exempts() ? exemptions.of(rule, statement.branch(), subject) : null));
            }
        }
        return List.copyOf(required);
    }

    private Demand demand(String rule, Derivation.Answer answer, Yielding yielding) {
        List<Requirement> required = requirements.get(rule).get(answer.subject().id());
        List<Question> questions = new ArrayList<>();
        List<Text> notes = new ArrayList<>();
        for (Tally.Statement statement : answer.tally().said()) {
            if (statement.verb() instanceof Verb.Ask ask) {
                questions.add(new Question(
                        statement.branch(),
                        ask.key(),
                        wording.apply(rule, ask.key()),
                        ask.who(),
                        statement.certainty(),
                        statement.citations()));
            } else if (statement.verb() instanceof Verb.Note note && statement.certain()) {
                notes.add(wording.apply(rule, note.key()));
            }
        }
        boolean silent = required.isEmpty() && questions.isEmpty();
        return new Demand(
                rules.get(rule),
                answer.subject(),
                required,
                List.copyOf(questions),
                List.copyOf(notes),
                silent ? null : yielding,
                silent ? Because.of(answer.tally().dead()) : null,
                answer.missing());
    }

    /** A rule of a parcel pack that bounds the same quantity of the same subject the same way, certainly before possibly. */
    private Yielding yielding(String rule, Derivation.Answer answer, List<String> ofParcels) {
        Set<Comparator> own = EnumSet.noneOf(Comparator.class);
        kinds.get(rule).comparators().forEach(c -> own.add(direction(c)));
        String possibleTo = null;
        SortedMap<String, Missing> missing = new TreeMap<>();
        for (String other : ofParcels) {
            if (!kinds.get(rule).sameMatter(kinds.get(other))) {
                continue;
            }
            for (Requirement requirement :
                    requirements.get(other).getOrDefault(answer.subject().id(), List.of())) {
                Certainty exempt = requirement.exemption() == null
                        ? null
                        : requirement.exemption().certainty();
                if (!own.contains(direction(requirement.bound().comparator())) || exempt instanceof Certainty.Certain) {
                    continue;
                }
                if (requirement.certainty() instanceof Certainty.Certain && exempt == null) {
                    return new Yielding(other, Certainty.CERTAIN);
                }
                possibleTo = possibleTo == null ? other : possibleTo;
                missingOf(requirement.certainty()).forEach(m -> missing.put(m.path(), m));
                missingOf(exempt).forEach(m -> missing.put(m.path(), m));
            }
        }
        return possibleTo == null
                ? null
                : new Yielding(possibleTo, new Certainty.Possible(List.copyOf(missing.values())));
    }

    static Comparator direction(Comparator comparator) {
        return comparator == Comparator.AT_LEAST_IN_TOTAL ? Comparator.AT_LEAST : comparator;
    }

    private static List<Missing> missingOf(Certainty certainty) {
        return certainty instanceof Certainty.Possible possible ? possible.missing() : List.of();
    }
}
