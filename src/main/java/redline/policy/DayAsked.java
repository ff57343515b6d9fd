package redline.policy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * The day whose values a page shows.
 *
 * @param typed as it stands in the field
 * @param day null for all values with their dates
 * @param wrong whether something was typed that is no day
 */
record DayAsked(String typed, LocalDate day, boolean wrong) {
    static DayAsked on(LocalDate day) {
        return new DayAsked(day.toString(), day, false);
    }

    /** Nothing typed stands for all days. */
    static DayAsked read(String typed) {
        String day = typed.strip();
        if (day.isEmpty()) {
            return new DayAsked("", null, false);
        }
        try {
            return on(LocalDate.parse(day));
        } catch (DateTimeParseException noDay) {
            return new DayAsked(day, null, true);
        }
    }
}
