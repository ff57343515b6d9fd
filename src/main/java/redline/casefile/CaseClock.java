package redline.casefile;

import java.time.LocalDate;
import java.util.List;

/**
 * Working days that a case has used. The day of acceptance is not counted; days on which the clock stands still are not; the day on
 * which it is read is.
 *
 * @param accepted the day of 受理, from whose next day the clock runs
 * @param stops spans on which it stands still
 */
record CaseClock(LocalDate accepted, List<Stop> stops) {
    /** @param until the last day, null while it lasts */
    record Stop(LocalDate from, LocalDate until) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    int used(LocalDate today, WorkingDays days) {
        int used = 0;
        for (LocalDate day = accepted.plusDays(1); !day.isAfter(today); day = day.plusDays(1)) {
            used += runs(day, days) ? 1 : 0;
        }
        return used;
    }

    /** The last day of the period, as things stand: where no end of a stop is known, as if the clock ran again the next day. */
    LocalDate due(int period, LocalDate today, WorkingDays days) {
        return due(period, used(today, days), today, days);
    }

    /** @param used as {@link #used} says of today */
    LocalDate due(int period, int used, LocalDate today, WorkingDays days) {
        int left = period - used;
        LocalDate day = today;
        while (left > 0) {
            day = day.plusDays(1);
            left -= days.isWorked(day) && !stillStopped(day) ? 1 : 0;
        }
        return day.isAfter(today) ? day : over(-left, today, days);
    }

    /** The counted day that so many counted days lie after. */
    private LocalDate over(int after, LocalDate today, WorkingDays days) {
        LocalDate day = today;
        for (int left = after; day.isAfter(accepted) && (left > 0 || !runs(day, days)); day = day.minusDays(1)) {
            left -= runs(day, days) ? 1 : 0;
        }
        return day;
    }

    boolean stopped(LocalDate day) {
        for (Stop stop : stops) {
            if (stop.covers(day)) {
                return true;
            }
        }
        return false;
    }

    private boolean stillStopped(LocalDate day) {
        return stops.stream().anyMatch(stop -> stop.until() != null && stop.covers(day));
    }

    private boolean runs(LocalDate day, WorkingDays days) {
        return days.isWorked(day) && !stopped(day);
    }
}
