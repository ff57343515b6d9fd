package redline.rulepack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The facts that one level of a plan can match in one table: what its own conditions leave of the type, each with the truth of
 * those. They are tried once for a table, not once for every subject. Safe for use by many threads.
 */
final class Candidates {
    /** Fewer are tried one by one sooner than looked up. */
    private static final int FEW = 5;

    record Candidate(Instance instance, Truth truth) {}

    /** Those with the value of a key, and those whose value is unknown and may be it. */
    record Choice(List<Candidate> known, List<Candidate> unknown) {
        int size() {
            return known.size() + unknown.size();
        }

        Candidate get(int i) {
            return i < known.size() ? known.get(i) : unknown.get(i - known.size());
        }
    }

    private final Choice all;
    private final boolean indexed;
    private final Map<Integer, Map<Object, Choice>> byProperty = new ConcurrentHashMap<>();

    /** {@code slots} is used for trying and holds nothing new afterwards. */
    Candidates(Plan.Level level, Table table, Reading reading, Instance[] slots) {
        int slot = level.pattern().slot();
        Instance before = slots[slot];
        List<Candidate> kept = new ArrayList<>();
        for (Instance instance : table.instances()) {
            slots[slot] = instance;
            Truth truth = instance.absent() && reading.idChecks() ? Truth.UNKNOWN : Truth.TRUE;
            for (int i = 0; i < level.own().size() && truth != Truth.FALSE; i++) {
                truth = truth.and(level.own().get(i).truth(slots, reading));
            }
            if (truth != Truth.FALSE) {
                kept.add(new Candidate(instance, truth));
            }
        }
        slots[slot] = before;
        this.all = new Choice(kept, List.of());
        this.indexed = reading.matchesSoundly() && kept.size() > FEW;
    }

    boolean isEmpty() {
        return all.known().isEmpty();
    }

    /** The shortest list that holds every fact that can match beside what is in the slots. */
    Choice choice(Plan.Level level, Instance[] slots) {
        Choice best = all;
        for (int i = 0; indexed && i < level.keys().size(); i++) {
            Plan.Key key = level.keys().get(i);
            Choice choice = of(key.property(), key.values().get(0), slots);
            if (key.values().size() == 2) {
                choice = either(
                        key.property(), choice, of(key.property(), key.values().get(1), slots));
            }
            best = choice != null && choice.size() < best.size() ? choice : best;
        }
        return best;
    }

    /** The same, of facts that nothing tells apart in this match one only. */
    Choice unlike(Plan.Level level, Instance[] slots) {
        Choice choice = choice(level, slots);
        List<Integer> told = level.told(slots);
        Set<List<Object>> seen = new HashSet<>();
        List<Candidate> unlike = new ArrayList<>();
        for (int i = 0; i < choice.size(); i++) {
            Candidate candidate = choice.get(i);
            List<Object> values = new ArrayList<>(told.size() + 2);
            values.add(candidate.truth());
            values.add(candidate.instance().absent());
            told.forEach(property -> values.add(candidate.instance().values()[property]));
            if (seen.add(values)) {
                unlike.add(candidate);
            }
        }
        return new Choice(unlike, List.of());
    }

    /** Null where the value does not pick any. */
    private Choice of(int property, Term term, Instance[] slots) {
        Object value = term instanceof Term.Property ? term.value(slots) : null;
        if (value == null) {
            return null;
        }
        Map<Object, Choice> index = by(property);
        Choice choice = index.get(value);
        return choice == null ? index.get(null) : choice;
    }

    /** Those whose value is unknown stand in both and are taken once. */
    @SuppressWarnings("ReferenceEquality") // the lists of the index itself
    private Choice either(int property, Choice one, Choice other) {
        Choice unknown = by(property).get(null);
        if (one == null || other == null) {
            return null;
        }
        if (one == other || other == unknown) {
            return one;
        }
        if (one == unknown) {
            return other;
        }
        List<Candidate> known = new ArrayList<>(one.known.size() + other.known.size());
        known.addAll(one.known);
        known.addAll(other.known);
        return new Choice(known, one.unknown);
    }

    /** Under null stand those whose value is unknown, alone. */
    private Map<Object, Choice> by(int property) {
        return byProperty.computeIfAbsent(property, p -> {
            Map<Object, List<Candidate>> lists = new HashMap<>();
            lists.put(null, new ArrayList<>());
            for (Candidate candidate : all.known()) {
                lists.computeIfAbsent(candidate.instance().values()[p], value -> new ArrayList<>())
                        .add(candidate);
            }
            List<Candidate> unknown = lists.get(null);
            Map<Object, Choice> choices = new HashMap<>();
            lists.forEach((value, known) ->
                    choices.put(value, value == null ? new Choice(unknown, List.of()) : new Choice(known, unknown)));
            return choices;
        });
    }
}
