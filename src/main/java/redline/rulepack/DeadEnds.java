package redline.rulepack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Why a rule says nothing of a subject: goes the interpreter's way again, keeping how far it came. Only for the silent ones; it
 * tries every fact.
 */
final class DeadEnds {
    /**
     * Why a search came to nothing: the condition or group reached furthest that fails for every candidate.
     *
     * @param failed index into the level's conditions, then its groups; −1 where no fact has the key
     * @param candidates how many facts were tried there
     */
    record Dead(Plan plan, int level, int failed, int candidates, Instance[] slots) {
        boolean furtherThan(Dead other) {
            return other == null || level > other.level || level == other.level && failed > other.failed;
        }
    }

    private record Choice(List<Instance> known, List<Instance> unknown) {}

    private final World world;
    private final Reading reading;
    private final Interpreter interpreter;
    private Dead dead;

    DeadEnds(World world, Reading reading, Interpreter interpreter) {
        this.world = world;
        this.reading = reading;
        this.interpreter = interpreter;
    }

    /** The furthest dead end on one path, null where there was a match at every level. */
    Dead of(Plan plan, Branch.Path path, Instance subject) {
        dead = null;
        level(plan, 0, List.of(subject), new Instance[path.slots()]);
        return dead;
    }

    private void level(Plan plan, int at, List<Instance> first, Instance[] slots) {
        Plan.Level level = plan.levels().get(at);
        int slot = level.pattern().slot();
        Choice choice = first != null ? new Choice(first, List.of()) : choice(level, slots);
        int all = choice.known.size() + choice.unknown.size();
        boolean reached = false;
        int furthest = -1;
        Instance last = null;
        for (int i = 0; i < all; i++) {
            Instance candidate =
                    i < choice.known.size() ? choice.known.get(i) : choice.unknown.get(i - choice.known.size());
            interpreter.step();
            slots[slot] = candidate;
            int failed = failed(level, slots);
            if (failed >= 0) {
                last = failed >= furthest ? candidate : last;
                furthest = Math.max(furthest, failed);
                continue;
            }
            reached = true;
            if (at + 1 < plan.levels().size()) {
                level(plan, at + 1, null, slots);
            }
        }
        if (!reached) {
            slots[slot] = last;
            Dead here = new Dead(plan, at, furthest, all, slots.clone());
            dead = here.furtherThan(dead) ? here : dead;
        }
    }

    /** The first condition or group that is false, −1 where none is. */
    private int failed(Plan.Level level, Instance[] slots) {
        List<Condition> conditions = level.conditions();
        for (int c = 0; c < conditions.size(); c++) {
            if (conditions.get(c).truth(slots, reading) == Truth.FALSE) {
                return c;
            }
        }
        for (int g = 0; g < level.groups().size(); g++) {
            if (interpreter.truth(level.groups().get(g), slots) == Truth.FALSE) {
                return conditions.size() + g;
            }
        }
        return -1;
    }

    /** The shortest list that holds every fact that can match. */
    private Choice choice(Plan.Level level, Instance[] slots) {
        Table table = world.table(level.pattern().type());
        Choice best = new Choice(table.instances(), List.of());
        if (!reading.matchesSoundly()) {
            return best;
        }
        for (Plan.Key key : level.keys()) {
            Table.Index index = table.by(key.property());
            Set<Object> values = new LinkedHashSet<>();
            key.values().forEach(term -> values.add(term.value(slots)));
            if (!values.contains(null)) {
                List<Instance> known = new ArrayList<>();
                values.forEach(value -> known.addAll(index.of(value)));
                if (known.size() + index.unknown().size() < best.known.size() + best.unknown.size()) {
                    best = new Choice(known, index.unknown());
                }
            }
        }
        return best;
    }
}
