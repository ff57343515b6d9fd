package redline.rulepack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
     * @param read properties of the fact that anything but its own conditions and the keys reads
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
            Set<Integer> read,
            Because.Words words) {

        /** Properties by which two facts with equally true conditions of their own can differ in a match; a key that is unknown picks none. */
        List<Integer> told(Instance[] slots) {
            Set<Integer> told = new TreeSet<>(read);
            for (Key key : keys) {
                if (!key.unknown(slots)) {
                    told.add(key.property());
                }
            }
            return List.copyOf(told);
        }

        boolean keyUnknown(Instance[] slots) {
            return keys.stream().anyMatch(key -> key.unknown(slots));
        }
    }

    /**
     * The property has one of the values; at most {@link #MOST_VALUES}.
     *
     * @param condition that says so
     */
    record Key(int property, List<Term> values, Condition condition) {
        static final int MOST_VALUES = 2;

        boolean unknown(Instance[] slots) {
            return values.stream().allMatch(value -> value.value(slots) == null);
        }
    }

    /**
     * @param outer properties of facts outside the group that it reads; its truth depends on nothing else of them
     * @param scans whether facts are tried that no key picks, so that its truth is worth remembering
     */
    record Group(boolean absent, Plan plan, List<Step> steps, List<Term.Property> outer, boolean scans) {
        static Group of(boolean absent, Plan plan, List<Step> steps) {
            Set<Integer> inside = new HashSet<>();
            Set<Term.Property> read = new LinkedHashSet<>();
            RuleFile.eachPattern(steps, pattern -> {
                inside.add(pattern.slot());
                pattern.conditions().forEach(condition -> condition.eachProperty(read::add));
            });
            read.removeIf(property -> inside.contains(property.slot()));
            boolean scans = plan.levels().stream()
                    .anyMatch(level -> level.keys().stream().noneMatch(Plan::joins)
                            || level.groups().stream().anyMatch(Group::scans));
            return new Group(absent, plan, steps, List.copyOf(read), scans);
        }
    }

    static Plan of(Branch.Path path) {
        return of(path.steps(), path.subject(), Set.of(), path.bound());
    }

    /** @param bound null where there is none */
    private static Plan of(List<Step> steps, int firstSlot, Set<Integer> outer, Term bound) {
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
                    groups.add(Group.of(absent, of(group, -1, chosen, null), group));
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
                    read(next.slot(), steps, byOwn.get(true), keys, bound),
                    Because.words(next, all, groups)));
        }
        return new Plan(List.copyOf(levels));
    }

    private static Set<Integer> read(int slot, List<Step> steps, List<Condition> own, List<Key> keys, Term bound) {
        Set<Integer> read = new TreeSet<>();
        RuleFile.eachPattern(
                steps,
                pattern -> pattern.conditions().forEach(condition -> {
                    boolean isKey =
                            keys.stream().anyMatch(key -> key.condition().equals(condition));
                    if (!own.contains(condition) && !isKey) {
                        condition.eachProperty(property -> note(property, slot, read));
                    }
                }));
        if (bound != null) {
            bound.eachProperty(property -> note(property, slot, read));
        }
        return read;
    }

    private static void note(Term.Property property, int slot, Set<Integer> read) {
        if (property.slot() == slot) {
            read.add(property.index());
        }
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
            List<Key> keys = keys(pattern.slot(), conditions, chosen).stream()
                    .filter(key -> key.values().size() == 1)
                    .toList();
            if (keys.stream().anyMatch(Plan::joins)) {
                return pattern;
            }
            constant = constant == null && !keys.isEmpty() ? pattern : constant;
        }
        return constant != null ? constant : patterns.get(0);
    }

    private static boolean joins(Key key) {
        return key.values().stream().anyMatch(Term.Property.class::isInstance);
    }

    /** Equalities of a pattern's own properties with constants and with facts that are chosen. */
    static List<Key> keys(int slot, List<Condition> conditions, Set<Integer> chosen) {
        List<Key> keys = new ArrayList<>();
        for (Condition condition : conditions) {
            List<Condition> alternatives = condition instanceof Condition.Any any ? any.parts() : List.of(condition);
            List<List<Key>> found = alternatives.stream()
                    .map(one -> equalities(slot, one, chosen))
                    .toList();
            if (found.size() == 1) {
                keys.addAll(found.get(0));
            } else if (found.size() <= Key.MOST_VALUES && found.stream().allMatch(one -> one.size() == 1)) {
                List<Key> each = found.stream().map(one -> one.get(0)).toList();
                if (each.stream().map(Key::property).distinct().count() == 1) {
                    keys.add(new Key(
                            each.get(0).property(),
                            each.stream().map(key -> key.values().get(0)).toList(),
                            condition));
                }
            }
        }
        return List.copyOf(keys);
    }

    /** What one comparison pins the pattern's own properties to. */
    private static List<Key> equalities(int slot, Condition condition, Set<Integer> chosen) {
        List<Key> keys = new ArrayList<>(2);
        if (condition instanceof Condition.Comparison comparison && comparison.operator() == Condition.Operator.EQUAL) {
            addKey(keys, slot, comparison, comparison.left(), comparison.right(), chosen);
            addKey(keys, slot, comparison, comparison.right(), comparison.left(), chosen);
        }
        return keys;
    }

    private static void addKey(
            List<Key> keys, int slot, Condition condition, Term own, Term other, Set<Integer> chosen) {
        if (own instanceof Term.Property property && property.slot() == slot) {
            boolean known = other instanceof Term.Literal
                    || other instanceof Term.Property there && chosen.contains(there.slot());
            if (known) {
                keys.add(new Key(property.index(), List.of(other), condition));
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
