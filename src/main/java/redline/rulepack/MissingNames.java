package redline.rulepack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;
import redline.measure.Missing;
import redline.quantity.Text;

/** Names what a match hangs on, by path; filling in exactly what is named decides the match (kleene.md §3). */
final class MissingNames {
    private final Map<String, List<Missing>> absences;
    private final Interpreter interpreter;
    private final IdentityHashMap<Plan.Group, OfGroup> ofGroups = new IdentityHashMap<>();
    private final IdentityHashMap<Plan, Walk> walks = new IdentityHashMap<>();
    /** By property of the fact, and after these what is named where all of it was not supplied; null where nobody asked. */
    private final IdentityHashMap<Instance, List<List<Missing>>> named = new IdentityHashMap<>();

    /** What a group hangs on beside these facts; matches follow one another with most of their facts the same. */
    private record OfGroup(List<Instance> outer, SortedMap<String, Missing> missing) {
        @SuppressWarnings("ReferenceEquality") // the very fact, not one with the same values
        boolean isOf(Plan.Group group, Instance[] slots) {
            for (int i = 0; i < outer.size(); i++) {
                if (outer.get(i) != slots[group.outer().get(i).slot()]) {
                    return false;
                }
            }
            return true;
        }
    }

    MissingNames(Map<String, List<Missing>> absences, Interpreter interpreter) {
        this.absences = absences;
        this.interpreter = interpreter;
    }

    /** What is remembered was named while more was tried than will be now. */
    void forget() {
        ofGroups.clear();
    }

    /** Adds what a match that is only possible hangs on. */
    void of(Plan plan, Term bound, Instance[] slots, Hangs hangs) {
        interpreter.step();
        Walk walk = walks.computeIfAbsent(plan, Walk::new);
        walk.to(plan, slots);
        long[] known = hangs.levels(plan);
        for (int i = 0; i < known.length; i++) {
            if (known[i] != walk.choice[i]) {
                known[i] = walk.choice[i];
                level(plan.levels().get(i), slots, hangs);
            }
        }
        if (bound != null) {
            bound.eachProperty(property -> property(property, slots, hangs));
        }
    }

    /** Where a search stands: its matches follow one another with most of their facts the same, and what is tried at a level hangs on the facts up to it. */
    private static final class Walk {
        private final Instance[] facts;
        /** Numbers the choices of facts up to each level. */
        private final long[] choice;

        private long choices;

        Walk(Plan plan) {
            facts = new Instance[plan.levels().size()];
            choice = new long[facts.length];
        }

        @SuppressWarnings("ReferenceEquality") // the very fact, not one with the same values
        void to(Plan plan, Instance[] slots) {
            boolean same = true;
            for (int i = 0; i < facts.length; i++) {
                Instance fact = slots[plan.levels().get(i).pattern().slot()];
                same = same && facts[i] == fact;
                if (!same) {
                    facts[i] = fact;
                    choice[i] = ++choices;
                }
            }
        }
    }

    /** Of a subject that was not supplied. */
    List<Missing> of(Instance absent) {
        Hangs hangs = new Hangs();
        absent(absent, hangs);
        return List.copyOf(hangs.missing().values());
    }

    private void collect(Plan plan, Instance[] slots, Hangs hangs) {
        interpreter.step();
        plan.levels().forEach(level -> level(level, slots, hangs));
    }

    private void level(Plan.Level level, Instance[] slots, Hangs hangs) {
        Instance instance = slots[level.pattern().slot()];
        if (instance.absent()) {
            absent(instance, hangs);
        }
        for (Condition condition : level.conditions()) {
            condition(condition, slots, hangs);
        }
        for (Plan.Group group : level.groups()) {
            hangs.add(of(group, slots));
        }
    }

    private SortedMap<String, Missing> of(Plan.Group group, Instance[] slots) {
        OfGroup known = ofGroups.get(group);
        if (known == null || !known.isOf(group, slots)) {
            Hangs hangs = new Hangs();
            if (interpreter.truth(group, slots) == Truth.UNKNOWN) {
                interpreter.searchGroup(group.plan(), slots, (truth, inner) -> collect(group.plan(), inner, hangs));
            }
            List<Instance> outer = group.outer().stream()
                    .map(property -> slots[property.slot()])
                    .toList();
            known = new OfGroup(outer, hangs.missing());
            ofGroups.put(group, known);
        }
        return known.missing();
    }

    private void condition(Condition condition, Instance[] slots, Hangs hangs) {
        if (condition.truth(slots, Reading.SOUND) != Truth.UNKNOWN) {
            return;
        }
        if (condition instanceof Condition.All all) {
            for (Condition part : all.parts()) {
                condition(part, slots, hangs);
            }
        } else if (condition instanceof Condition.Any any) {
            for (Condition part : any.parts()) {
                condition(part, slots, hangs);
            }
        } else {
            condition.eachProperty(property -> property(property, slots, hangs));
        }
    }

    private void property(Term.Property read, Instance[] slots, Hangs hangs) {
        Instance instance = slots[read.slot()];
        if (instance.values()[read.index()] != null) {
            return;
        }
        if (instance.absent()) {
            absent(instance, hangs);
        } else if (hangs.isNew(instance, read.index())) {
            hangs.add(named(instance, read.index(), () -> property(instance, read.description())));
        }
    }

    /** Named once: of an open scheme, thousands of matches hang on the same few values. */
    private List<Missing> named(Instance instance, int index, Supplier<List<Missing>> name) {
        List<List<Missing>> known = named.computeIfAbsent(
                instance,
                i -> new ArrayList<>(Collections.nCopies(i.type().properties().size() + 1, null)));
        if (known.get(index) == null) {
            known.set(index, name.get());
        }
        return known.get(index);
    }

    private List<Missing> property(Instance instance, FactType.Property property) {
        FactType type = instance.type();
        if (type.isRow()) {
            return List.of(unset(instance, property));
        }
        String key = instance.key() + "/" + property.name();
        Text of = instance.subject() == null
                ? new Text(type.label().zh() + instance.id(), type.label().en() + " " + instance.id())
                : instance.subject().name();
        return absences.getOrDefault(
                key,
                List.of(Missing.fact(
                        type.name() + "[" + instance.id() + "]." + property.name(),
                        of.zh() + "的" + property.label().zh(),
                        property.label().en() + " of " + of.en())));
    }

    /** A parameter without a value, or a table cell. */
    private static Missing unset(Instance instance, FactType.Property property) {
        Row row = instance.row();
        String pack =
                row == null || row.citation() == null ? "" : row.citation().sourceId() + "/";
        boolean parameter = instance.type().name().equals(PublishedFacts.PARAMETER);
        if (parameter && Profile.isSetting(String.valueOf(instance.values()[1]))) {
            String setting = String.valueOf(instance.values()[1]);
            Text title = row == null || row.citation() == null
                    ? Text.same(setting)
                    : row.citation().source();
            return new Missing(
                    setting,
                    new Text("审查配置未定:" + title.zh(), "not settled in the profile: " + title.en()),
                    Missing.Kind.BASIS);
        }
        String name = parameter
                ? String.valueOf(instance.values()[1])
                : instance.type().name() + "[" + instance.id() + "]." + property.name();
        return new Missing(
                pack + (parameter ? "parameters/" : "tables/") + name,
                parameter
                        ? new Text("参数 " + name + " 的取值", "the value of the parameter " + name)
                        : new Text("表格取值 " + name, "the table value " + name),
                Missing.Kind.BASIS);
    }

    private void absent(Instance instance, Hangs hangs) {
        int whole = instance.type().properties().size();
        if (hangs.isNew(instance, whole)) {
            hangs.add(named(instance, whole, () -> absent(instance)));
        }
    }

    private List<Missing> absent(Instance instance) {
        FactType type = instance.type();
        if (type.isRow()) {
            return List.of(new Missing(
                    "tables/" + type.name(),
                    new Text(type.label().zh() + "(没有施行中的行)", type.label().en() + " (no row in force)"),
                    Missing.Kind.BASIS));
        }
        List<Missing> names = new ArrayList<>(absences.getOrDefault(instance.key(), List.of()));
        boolean perProperty = names.isEmpty();
        for (int i = 0; i < type.properties().size() && perProperty; i++) {
            if (instance.values()[i] == null) {
                String key = instance.key() + "/" + type.properties().get(i).name();
                names.addAll(absences.getOrDefault(key, List.of()));
            }
        }
        if (names.isEmpty()) {
            Text what = instance.subject() == null
                    ? type.label()
                    : instance.subject().name();
            names.add(Missing.fact(type.layer(), what.zh() + "(未提供)", what.en() + " (not supplied)"));
        }
        return names;
    }
}
