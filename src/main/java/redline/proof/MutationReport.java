package redline.proof;

import java.util.List;
import redline.quantity.Text;
import redline.rulepack.Fault;
import redline.rulepack.Variant;

/**
 * Which small changes of the rules a case noticed.
 *
 * @param redBefore cases that are not as expected without any change: they prove nothing and were left out
 * @param faults entries of the list of equivalent mutants that are wrong
 */
public record MutationReport(List<Mutant> mutants, List<String> redBefore, List<Fault> faults) {
    /** KILLED: a case turned red; REFUSED: the changed text is no rule (不能编译); EQUIVALENT: survived, and a reason is on record. */
    public enum Fate {
        KILLED,
        REFUSED,
        SURVIVED,
        EQUIVALENT
    }

    /** @param why of EQUIVALENT, else null */
    public record Mutant(Variant variant, Fate fate, Text why) {
        /** Noticed in one way or the other. */
        public boolean killed() {
            return fate == Fate.KILLED || fate == Fate.REFUSED;
        }
    }

    public List<Mutant> survivors() {
        return mutants.stream().filter(m -> m.fate() == Fate.SURVIVED).toList();
    }

    public boolean complete() {
        return survivors().isEmpty() && redBefore.isEmpty() && faults.isEmpty();
    }
}
