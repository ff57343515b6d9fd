package redline.casefile;

import redline.quantity.Text;

/**
 * A state of a case, of {@code templates/office/states.csv}.
 *
 * @param ended nothing follows
 * @param rounds whether a scheme may be handed in
 */
public record CaseState(String id, Text title, ClockRun clock, boolean ended, boolean rounds) {
    /** What the clock does in a state. */
    public enum ClockRun {
        OFF,
        RUNS,
        STOPPED
    }
}
