package redline.casefile;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;

/**
 * What the clock of a case shows on a day.
 *
 * @param used working days
 * @param period null where the office set none
 * @param dueOn null where there is none, or while the clock stands still
 * @param unknownYears whose holidays the office's calendar does not know
 */
public record ClockReading(
        boolean runs, boolean stopped, int used, Integer period, LocalDate dueOn, List<Year> unknownYears) {
    static final ClockReading OFF = new ClockReading(false, false, 0, null, null, List.of());

    public boolean over() {
        return period != null && used > period;
    }
}
