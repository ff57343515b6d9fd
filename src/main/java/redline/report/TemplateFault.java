package redline.report;

import java.util.List;
import redline.rulepack.Fault;

/** Thrown where the office's own templates of the report are not fit to write one; nothing was written. */
public final class TemplateFault extends RuntimeException {
    private final transient List<Fault> faults;

    TemplateFault(List<Fault> faults) {
        super(faults.size() + " fault(s) in templates/report, first: " + faults.get(0));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
