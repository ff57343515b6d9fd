package redline.rulepack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import redline.measure.Missing;
import redline.quantity.Text;

/** Names what a match hangs on, by path; filling in exactly what is named decides the match (kleene.md §3). */
final class MissingNames {
    private final Map<String, List<Missing>> absences;
    private final Interpreter interpreter;
    private final IdentityHashMap<Plan.Group, OfGroup> ofGroups = new IdentityHashMap<>();
    /** By property of the fact, and after these what is named where all of it was not supplied; null where nobody asked. */
    private final IdentityHashMap<Instance, List<List<Missing>>> named = new IdentityHashMap<>();

    /** What a group hangs on beside these facts; matches follow one another with most of their facts the same. */
    private record OfGroup(List<Instance> outer, NavigableMap<String, Missing> missing) {
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

    /** Of a match that is only possible. */
    SortedMap<String, Missing> of(Plan plan, Term bound, Instance[] slots) {
        SortedMap<String, Missing> missing = new TreeMap<>();
        collect(plan, slots, missing);
        if (bound != null) {
            bound.eachProperty(property -> property(property, slots, missing));
        }
        return missing;
    }

    /** Of a subject that was not supplied. */
    List<Missing> of(Instance absent) {
        SortedMap<String, Missing> missing = new TreeMap<>();
        absent(absent, missing);
        return List.copyOf(missing.values());
    }

    private void collect(Plan plan, Instance[] slots, SortedMap<String, Missing> missing) {
        interpreter.step();
        for (Plan.Level level : plan.levels()) {
            Instance instance = slots[level.pattern().slot()];
            if (instance.absent()) {
                absent(instance, missing);
            }
            level.conditions().forEach(condition -> condition(condition, slots, missing));
            for (Plan.Group group : level.groups()) {
                of(group, slots).forEach((path, each) -> missing.putIfAbsent(path, each));
            }
        }
    }

    private NavigableMap<String, Missing> of(Plan.Group group, Instance[] slots) {
        OfGroup known = ofGroups.get(group);
        if (known == null || !known.isOf(group, slots)) {
            NavigableMap<String, Missing> missing = new TreeMap<>();
            if (interpreter.truth(group, slots) == Truth.UNKNOWN) {
                interpreter.searchGroup(group.plan(), slots, (truth, inner) -> collect(group.plan(), inner, missing));
            }
            List<Instance> outer = group.outer().stream()
                    .map(property -> slots[property.slot()])
                    .toList();
            known = new OfGroup(outer, missing);
            ofGroups.put(group, known);
        }
        return known.missing();
    }

    private void condition(Condition condition, Instance[] slots, SortedMap<String, Missing> missing) {
        if (condition.truth(slots, Reading.SOUND) != Truth.UNKNOWN) {
            return;
        }
        if (condition instanceof Condition.All all) {
            all.parts().forEach(part -> condition(part, slots, missing));
        } else if (condition instanceof Condition.Any any) {
            any.parts().forEach(part -> condition(part, slots, missing));
        } else {
            condition.eachProperty(property -> property(property, slots, missing));
        }
    }

    private void property(Term.Property read, Instance[] slots, SortedMap<String, Missing> missing) {
        Instance instance = slots[read.slot()];
        if (instance.values()[read.index()] != null) {
            return;
        }
        if (instance.absent()) {
            absent(instance, missing);
            return;
        }
        add(named(instance, read.index(), () -> property(instance, read.description())), missing);
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

    private void absent(Instance instance, SortedMap<String, Missing> missing) {
        add(named(instance, instance.type().properties().size(), () -> absent(instance)), missing);
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

    private static void add(List<Missing> named, SortedMap<String, Missing> missing) {
        named.forEach(each -> missing.putIfAbsent(each.path(), each));
    }
}
