package redline.rulepack;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * Finds every match of a left side with its truth: TRUE whatever the unknown turns out to be, UNKNOWN where it hangs on it. What
 * is FALSE is cut off at once; equalities are looked up, with those whose key is unknown beside (kleene.md §3).
 */
final class Interpreter {
    static final int MOST_STEPS = 5_000_000;
    private static final int STEPS_FOR_ALL = 500_000;
    private static final int MOST_STEPS_OF_A_SUBJECT = 3_000;
    /** So many steps go by, less one, before somebody who wants it to stop is heard. */
    private static final long LOOK_UP = 0x3FF;

    /** Outcomes of one group that are kept. */
    private static final int REMEMBERED = 10_000;

    /** More work than a rule may cause. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1;

        Exhausted() {
            super(null, null, false, false);
        }
    }

    /** Told of each match; the facts stand in the slots during the call only. */
    interface Match {
        void found(Truth truth, Instance[] slots);
    }

    private final World world;
    private final Reading reading;
    private final Map<String, Candidates> candidates = new HashMap<>();
    private final IdentityHashMap<Plan.Group, Map<List<Object>, Truth>> outcomes = new IdentityHashMap<>();
    private long steps;
    private long most = MOST_STEPS;
    private boolean unlike;

    Interpreter(World world, Reading reading) {
        this.world = world;
        this.reading = reading;
    }

    /**
     * A rule begins that is about so many subjects.
     *
     * @param unlikeOnly whether of facts that nothing tells apart in a match one is tried for all: the same verdicts in fewer steps, and
     *     fewer of the facts named on which they hang
     */
    void begin(int subjects, boolean unlikeOnly) {
        steps = 0;
        unlike = unlikeOnly;
        most = unlikeOnly ? most(subjects) : most(subjects) - MOST_STEPS + STEPS_FOR_ALL;
    }

    /** The most steps that a rule about so many subjects may take. */
    static long most(int subjects) {
        return MOST_STEPS + (long) MOST_STEPS_OF_A_SUBJECT * subjects;
    }

    /** All matches with {@code subject} in its slot. */
    void search(Plan plan, Branch.Path path, Instance subject, Match match) {
        Instance[] slots = new Instance[path.slots()];
        Plan.Level level = plan.levels().get(0);
        slots[level.pattern().slot()] = subject;
        Truth truth = subject.absent() && reading.idChecks() ? Truth.UNKNOWN : Truth.TRUE;
        truth = truth(level.own(), truth, slots);
        go(plan, 0, truth, slots, match);
    }

    /** False where some pattern is matched by no fact of this world, whatever the subject. */
    boolean mayMatch(Plan plan, Branch.Path path) {
        Instance[] slots = new Instance[path.slots()];
        for (int at = 1; at < plan.levels().size(); at++) {
            if (candidates(plan.levels().get(at), slots).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** All matches of a group with the facts around it in their slots. */
    void searchGroup(Plan plan, Instance[] slots, Match match) {
        level(plan, 0, Truth.TRUE, slots, match);
    }

    private void level(Plan plan, int at, Truth sofar, Instance[] slots, Match match) {
        Plan.Level level = plan.levels().get(at);
        Candidates.Choice choice = choice(level, sofar, slots);
        for (int i = 0; i < choice.size(); i++) {
            Candidates.Candidate candidate = choice.get(i);
            step();
            slots[level.pattern().slot()] = candidate.instance();
            go(plan, at, sofar.and(candidate.truth()), slots, match);
        }
    }

    /** On from a fact of a level whose own conditions have come to {@code sofar}. */
    private void go(Plan plan, int at, Truth sofar, Instance[] slots, Match match) {
        Plan.Level level = plan.levels().get(at);
        Truth truth = truth(level.joins(), sofar, slots);
        List<Plan.Group> groups = level.groups();
        for (int g = 0; g < groups.size() && truth != Truth.FALSE; g++) {
            truth = truth.and(truth(groups.get(g), slots));
        }
        if (truth == Truth.FALSE) {
            return;
        }
        if (at + 1 == plan.levels().size()) {
            match.found(truth, slots);
        } else {
            level(plan, at + 1, truth, slots, match);
        }
    }

    private Truth truth(List<Condition> conditions, Truth sofar, Instance[] slots) {
        Truth truth = sofar;
        for (int c = 0; c < conditions.size() && truth != Truth.FALSE; c++) {
            truth = truth.and(conditions.get(c).truth(slots, reading));
        }
        return truth;
    }

    /** The value of a group: its best match. It hangs on the values it reads outside, so one that scans is tried once for them. */
    Truth truth(Plan.Group group, Instance[] slots) {
        if (!group.scans()) {
            return tried(group, slots);
        }
        Object[] outer = new Object[group.outer().size()];
        for (int i = 0; i < outer.length; i++) {
            outer[i] = group.outer().get(i).value(slots);
        }
        Map<List<Object>, Truth> known = outcomes.computeIfAbsent(group, g -> new HashMap<>());
        List<Object> read = Arrays.asList(outer);
        Truth truth = known.get(read);
        if (truth == null) {
            truth = tried(group, slots);
            if (known.size() == REMEMBERED) {
                known.clear();
            }
            known.put(read, truth);
        }
        return truth;
    }

    private Truth tried(Plan.Group group, Instance[] slots) {
        Truth best = best(group.plan(), 0, Truth.TRUE, slots);
        if (!group.absent()) {
            return best;
        }
        return switch (best) {
            case FALSE -> Truth.TRUE;
            case UNKNOWN -> reading.swapsInNot() ? Truth.UNKNOWN : Truth.TRUE;
            case TRUE -> Truth.FALSE;
        };
    }

    private Truth best(Plan plan, int at, Truth sofar, Instance[] slots) {
        Plan.Level level = plan.levels().get(at);
        Candidates.Choice choice = choice(level, sofar, slots);
        Truth best = Truth.FALSE;
        for (int i = 0; i < choice.size() && best != Truth.TRUE; i++) {
            Candidates.Candidate candidate = choice.get(i);
            step();
            slots[level.pattern().slot()] = candidate.instance();
            Truth truth = truth(level.joins(), sofar.and(candidate.truth()), slots);
            for (int g = 0; g < level.groups().size() && truth != Truth.FALSE; g++) {
                truth = truth.and(truth(level.groups().get(g), slots));
            }
            if (truth != Truth.FALSE && at + 1 < plan.levels().size()) {
                truth = best(plan, at + 1, truth, slots);
            }
            best = best.or(truth);
        }
        return best;
    }

    /** What is certain is found in full, however often: Drools fires for each. */
    private Candidates.Choice choice(Plan.Level level, Truth sofar, Instance[] slots) {
        Candidates candidates = candidates(level, slots);
        return unlike && (sofar == Truth.UNKNOWN || level.keyUnknown(slots))
                ? candidates.unlike(level, slots)
                : candidates.choice(level, slots);
    }

    private Candidates candidates(Plan.Level level, Instance[] slots) {
        Candidates known = candidates.get(level.kin());
        if (known == null) {
            Table table = world.table(level.pattern().type());
            steps += table.instances().size();
            known = table.candidates(level, reading, slots);
            candidates.put(level.kin(), known);
        }
        return known;
    }

    /**
     * @throws Exhausted where there have been too many
     * @throws CancellationException where somebody interrupted the thread: what a scheme leaves open can make a step long
     */
    void step() {
        if (++steps > most) {
            throw new Exhausted();
        }
        if ((steps & LOOK_UP) == 0 && Thread.currentThread().isInterrupted()) {
            throw new CancellationException("judging was interrupted");
        }
    }
}
