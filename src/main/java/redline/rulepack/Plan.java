package redline.rulepack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The order in which the interpreter looks for the facts of a left side: the subject first, then what hangs on it by a key. Every
 * condition and every group is tried as soon as the facts that it reads are chosen; the outcome does not depend on the order.
 */
record Plan(List<Level> levels) {
    /**
     * @param conditions all that are tried here: {@code own} ones, which read nothing but the fact itself, and {@code joins}
     * @param kin equal for levels that look for the same facts: type and own conditions, in whichever slot
     * @param keys equalities that pick facts of the pattern by what is already chosen, or by a constant
     * @param words for {@link Because}, made once
     */
    record Level(
            Step.Pattern pattern,
            List<Condition> conditions,
            List<Condition> own,
            List<Condition> joins,
            String kin,
            List<Key> keys,
            List<Group> groups,
            Because.Words words) {}

    record Key(int property, Term value) {}

    record Group(boolean absent, Plan plan, List<Step> steps) {}

    static Plan of(Branch.Path path) {
        return of(path.steps(), path.subject(), Set.of());
    }

    private static Plan of(List<Step> steps, int firstSlot, Set<Integer> outer) {
        List<Step.Pattern> patterns = new ArrayList<>();
        List<Condition> conditions = new ArrayList<>();
        for (Step step : steps) {
            if (step instanceof Step.Pattern pattern) {
                patterns.add(pattern);
                conditions.addAll(pattern.conditions());
            }
        }
        Set<Integer> mine = slots(patterns);
        Set<Integer> chosen = new HashSet<>(outer);
        List<Level> levels = new ArrayList<>();
        Set<Step> placed = new HashSet<>();
        while (!patterns.isEmpty()) {
            Step.Pattern next = next(patterns, conditions, chosen, firstSlot);
            patterns.remove(next);
            List<Key> keys = keys(next.slot(), conditions, chosen);
            Set<Integer> open = slots(patterns);
            List<Condition> here = conditions.stream()
                    .filter(c -> reads(c, next.slot()) && !readsAny(c, open))
                    .toList();
            // A condition on outer facts alone is tried with the pattern it stands in.
            List<Condition> alone =
                    next.conditions().stream().filter(c -> !readsAny(c, mine)).toList();
            chosen.add(next.slot());
            List<Group> groups = new ArrayList<>();
            for (Step step : steps) {
                if (!(step instanceof Step.Pattern) && !readsAny(step, open) && placed.add(step)) {
                    boolean absent = step instanceof Step.Absent;
                    List<Step> group = absent ? ((Step.Absent) step).group() : ((Step.Present) step).group();
                    groups.add(new Group(absent, of(group, -1, chosen), group));
                }
            }
            List<Condition> all = new ArrayList<>(here);
            all.addAll(alone);
            Map<Boolean, List<Condition>> byOwn =
                    all.stream().collect(Collectors.partitioningBy(c -> readsOnly(c, next.slot())));
            levels.add(new Level(
                    next,
                    List.copyOf(all),
                    List.copyOf(byOwn.get(true)),
                    List.copyOf(byOwn.get(false)),
                    next.type().name() + byOwn.get(true).stream().map(Plan::kin).toList(),
                    keys,
                    List.copyOf(groups),
                    Because.words(next, all, groups)));
        }
        return new Plan(List.copyOf(levels));
    }

    private static Step.Pattern next(
            List<Step.Pattern> patterns, List<Condition> conditions, Set<Integer> chosen, int firstSlot) {
        Step.Pattern constant = null;
        for (Step.Pattern pattern : patterns) {
            if (pattern.slot() == firstSlot) {
                return pattern;
            }
        }
        for (Step.Pattern pattern : patterns) {
            List<Key> keys = keys(pattern.slot(), conditions, chosen);
            if (keys.stream().anyMatch(key -> key.value() instanceof Term.Property)) {
                return pattern;
            }
            constant = constant == null && !keys.isEmpty() ? pattern : constant;
        }
        return constant != null ? constant : patterns.get(0);
    }

    private static List<Key> keys(int slot, List<Condition> conditions, Set<Integer> chosen) {
        List<Key> keys = new ArrayList<>();
        for (Condition condition : conditions) {
            if (condition instanceof Condition.Comparison comparison
                    && comparison.operator() == Condition.Operator.EQUAL) {
                addKey(keys, slot, comparison.left(), comparison.right(), chosen);
                addKey(keys, slot, comparison.right(), comparison.left(), chosen);
            }
        }
        return List.copyOf(keys);
    }

    private static void addKey(List<Key> keys, int slot, Term own, Term other, Set<Integer> chosen) {
        if (own instanceof Term.Property property && property.slot() == slot) {
            boolean known = other instanceof Term.Literal
                    || other instanceof Term.Property there && chosen.contains(there.slot());
            if (known) {
                keys.add(new Key(property.index(), other));
            }
        }
    }

    private static Set<Integer> slots(List<Step.Pattern> patterns) {
        Set<Integer> slots = new HashSet<>();
        patterns.forEach(pattern -> slots.add(pattern.slot()));
        return slots;
    }

    private static boolean reads(Condition condition, int slot) {
        return readsAny(condition, Set.of(slot));
    }

    private static String kin(Condition condition) {
        if (condition instanceof Condition.Comparison comparison) {
            return "(" + kin(comparison.left()) + comparison.operator().sign + kin(comparison.right()) + ")";
        }
        boolean all = condition instanceof Condition.All;
        List<Condition> parts = all ? ((Condition.All) condition).parts() : ((Condition.Any) condition).parts();
        return (all ? "all" : "any") + parts.stream().map(Plan::kin).toList();
    }

    private static String kin(Term term) {
        if (term instanceof Term.Property property) {
            return property.description().name();
        }
        return term instanceof Term.Operation operation
                ? "(" + kin(operation.left()) + operation.operator() + kin(operation.right()) + ")"
                : term.kind() + ":\"" + ((Term.Literal) term).value() + "\"";
    }

    private static boolean readsOnly(Condition condition, int slot) {
        boolean[] only = {true};
        condition.eachProperty(property -> only[0] &= property.slot() == slot);
        return only[0];
    }

    private static boolean readsAny(Condition condition, Set<Integer> slots) {
        boolean[] read = {false};
        condition.eachProperty(property -> read[0] |= slots.contains(property.slot()));
        return read[0];
    }

    private static boolean readsAny(Step step, Set<Integer> slots) {
        boolean[] read = {false};
        RuleFile.eachPattern(
                List.of(step), pattern -> pattern.conditions().forEach(c -> read[0] |= readsAny(c, slots)));
        return read[0];
    }
}
