package redline.rulepack;

import java.util.List;

/** Thrown where no good pack is there to go on with; carries all faults found. Exit code 4. */
public final class PackFault extends RuntimeException {
    private final transient List<Fault> faults;

    public PackFault(List<Fault> faults) {
        super(faults.size() + " fault(s) in rule packs, first: " + faults.get(0));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
