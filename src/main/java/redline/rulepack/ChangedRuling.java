package redline.rulepack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redline.fact.Fact;
import redline.fact.SchemeRecord;
import redline.measure.Missing;
import redline.requirement.Demand;
import redline.requirement.Ruling;

/**
 * What a book demands of records that differ a little from one that it has ruled on: only rules that read a type of facts that differs are
 * asked again, by the interpreter alone. To try changes out, never for a verdict that is given out. Not for several threads.
 */
public final class ChangedRuling {
    private final RuleBook book;
    private final SchemeRecord before;
    private final Ruling ruling;
    private final Map<Class<?>, List<Fact>> facts;
    private final Map<String, Map<String, List<Missing>>> absences;
    private final Map<Set<String>, RuleSelection> asked = new HashMap<>();

    /** @param ruling of {@code before} by {@code book} */
    public ChangedRuling(RuleBook book, SchemeRecord before, Ruling ruling) {
        this.book = book;
        this.before = before;
        this.ruling = ruling;
        this.facts = byType(before);
        this.absences = absences(before);
    }

    /** As the whole book rules, the order of the demands and what was not checked aside. */
    public Ruling of(SchemeRecord changed) {
        return of(changed, rules(changed));
    }

    /** The same of one rule alone. */
    public Ruling of(SchemeRecord changed, String rule) {
        Set<String> again = rules(changed);
        again.retainAll(Set.of(rule));
        return of(changed, again).only(Set.of(rule));
    }

    private Ruling of(SchemeRecord changed, Set<String> again) {
        if (again.isEmpty()) {
            return ruling;
        }
        RuleSelection rules = asked.computeIfAbsent(again, book::select);
        Ruling now = rules.rule(new SchemeFacts(changed), ruling.profile(), changed.dates());
        List<Ruling.Alternative> alternatives = new ArrayList<>();
        ruling.alternatives().forEach(one -> alternatives.add(kept(one, again, false)));
        now.alternatives().forEach(one -> alternatives.add(kept(one, again, true)));
        List<Demand> demands = Stream.concat(
                        ruling.demands().stream()
                                .filter(demand -> !again.contains(demand.rule().id())),
                        now.demands().stream())
                .toList();
        return new Ruling(ruling.profile(), ruling.packs(), demands, ruling.notChecked(), List.copyOf(alternatives));
    }

    private static Ruling.Alternative kept(Ruling.Alternative of, Set<String> rules, boolean those) {
        return new Ruling.Alternative(
                of.chosen(),
                of.demands().stream()
                        .filter(demand -> rules.contains(demand.rule().id()) == those)
                        .toList());
    }

    /** Those whose answer can differ. */
    private Set<String> rules(SchemeRecord changed) {
        boolean dated = changed.dates().equals(before.dates()) && Objects.equals(changed.letters(), before.letters());
        Map<Class<?>, List<Fact>> others = byType(changed);
        Map<String, Map<String, List<Missing>>> missing = absences(changed);
        Set<Class<?>> types = new HashSet<>(facts.keySet());
        types.addAll(others.keySet());
        types.removeIf(type -> Objects.equals(facts.get(type), others.get(type))
                && Objects.equals(absences.get(type.getSimpleName()), missing.get(type.getSimpleName())));
        RuleProgram program = book.program();
        Set<String> reading = program.ruleKinds().keySet().stream()
                .filter(id -> !dated
                        || program.reads(id).stream().anyMatch(type -> !type.isRow() && types.contains(type.record())))
                .collect(Collectors.toCollection(TreeSet::new));
        return book.influence().of(reading);
    }

    private static Map<Class<?>, List<Fact>> byType(SchemeRecord record) {
        return record.facts().stream().collect(Collectors.groupingBy(Fact::getClass));
    }

    /** By the name of the type, which their keys begin with. */
    private static Map<String, Map<String, List<Missing>>> absences(SchemeRecord record) {
        Map<String, Map<String, List<Missing>>> byType = new HashMap<>();
        record.absences()
                .forEach((key, missing) -> byType.computeIfAbsent(
                                key.substring(0, key.indexOf('/')), type -> new HashMap<>())
                        .put(key, missing));
        return byType;
    }
}
