package redline.rulepack;

import java.util.List;

/**
 * Finds every match of a left side with its truth: TRUE whatever the unknown turns out to be, UNKNOWN where it hangs on it. What
 * is FALSE is cut off at once; equalities are looked up, with those whose key is unknown beside (kleene.md §3).
 */
final class Interpreter {
    static final int MOST_STEPS = 5_000_000;

    /** More work than a rule may cause. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1;

        Exhausted() {
            super(null, null, false, false);
        }
    }

    /** Told of each match; the facts stand in the slots during the call only. True ends the search. */
    interface Match {
        boolean found(Truth truth, Instance[] slots);
    }

    /**
     * Why a search came to nothing: the condition or group reached furthest that fails for every candidate.
     *
     * @param failed index into the level's conditions, then its groups; −1 where no fact has the key
     * @param candidates how many facts were tried there
     */
    record Dead(Plan plan, int level, int failed, int candidates, Instance[] slots) {}

    private final World world;
    private final Reading reading;
    private int steps;
    private Dead dead;

    Interpreter(World world, Reading reading) {
        this.world = world;
        this.reading = reading;
    }

    /** All matches with {@code subject} in its slot; the furthest dead end is kept for {@link #dead()}. */
    void search(Plan plan, Branch.Path path, Instance subject, Match match) {
        dead = null;
        Instance[] slots = new Instance[path.slots()];
        level(plan, 0, List.of(subject), Truth.TRUE, slots, match, true);
    }

    /** Why the last search had no match, null where it had one at every level. */
    Dead dead() {
        return dead;
    }

    /** All matches of a group with the facts around it in their slots. */
    void searchGroup(Plan plan, Instance[] slots, Match match) {
        level(plan, 0, null, Truth.TRUE, slots, match, false);
    }

    private boolean level(
            Plan plan, int at, List<Instance> first, Truth sofar, Instance[] slots, Match match, boolean outermost) {
        Plan.Level level = plan.levels().get(at);
        int slot = level.pattern().slot();
        List<Instance> known = first;
        List<Instance> unknown = List.of();
        if (first == null) {
            Choice choice = choice(level, slots);
            known = choice.known;
            unknown = choice.unknown;
        }
        boolean reached = false;
        int furthest = -1;
        Instance last = null;
        for (int i = 0; i < known.size() + unknown.size(); i++) {
            Instance candidate = i < known.size() ? known.get(i) : unknown.get(i - known.size());
            if (++steps > MOST_STEPS) {
                throw new Exhausted();
            }
            slots[slot] = candidate;
            Truth truth = candidate.absent() && reading.idChecks() ? sofar.and(Truth.UNKNOWN) : sofar;
            int failed = -1;
            for (int c = 0; c < level.conditions().size() && truth != Truth.FALSE; c++) {
                truth = truth.and(level.conditions().get(c).truth(slots, reading));
                failed = c;
            }
            for (int g = 0; g < level.groups().size() && truth != Truth.FALSE; g++) {
                truth = truth.and(truth(level.groups().get(g), slots));
                failed = level.conditions().size() + g;
            }
            if (truth == Truth.FALSE) {
                if (failed >= furthest) {
                    furthest = failed;
                    last = candidate;
                }
                continue;
            }
            reached = true;
            boolean end = at + 1 == plan.levels().size()
                    ? match.found(truth, slots)
                    : level(plan, at + 1, null, truth, slots, match, outermost);
            if (end) {
                return true;
            }
        }
        if (outermost && !reached) {
            slots[slot] = last;
            if (dead == null || dead.level < at || dead.level == at && dead.failed < furthest) {
                dead = new Dead(plan, at, furthest, known.size() + unknown.size(), slots.clone());
            }
        }
        return false;
    }

    /** The value of a group: its best match. */
    Truth truth(Plan.Group group, Instance[] slots) {
        Truth[] best = {Truth.FALSE};
        searchGroup(group.plan(), slots, (truth, inner) -> {
            best[0] = best[0].or(truth);
            return best[0] == Truth.TRUE;
        });
        if (!group.absent()) {
            return best[0];
        }
        return switch (best[0]) {
            case FALSE -> Truth.TRUE;
            case UNKNOWN -> reading.swapsInNot() ? Truth.UNKNOWN : Truth.TRUE;
            case TRUE -> Truth.FALSE;
        };
    }

    private record Choice(List<Instance> known, List<Instance> unknown) {}

    /** The shortest list that holds every fact that can match. */
    private Choice choice(Plan.Level level, Instance[] slots) {
        Table table = world.table(level.pattern().type());
        Choice best = new Choice(table.instances(), List.of());
        if (!reading.matchesSoundly()) {
            return best;
        }
        for (Plan.Key key : level.keys()) {
            Object value = key.value().value(slots);
            if (value != null) {
                Table.Index index = table.by(key.property());
                List<Instance> known = index.of(value);
                if (known.size() + index.unknown().size() < best.known.size() + best.unknown.size()) {
                    best = new Choice(known, index.unknown());
                }
            }
        }
        return best;
    }
}
