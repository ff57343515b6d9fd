package redline.casefile;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code templates/office/calendar.csv}: on which days an office works. Weekends are off, unless a line says that they are worked
 * (调休); holidays are off.
 */
final class WorkingDays {
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final int COLUMNS = 5;

    private final Map<LocalDate, Boolean> stated = new HashMap<>();
    private final Set<Year> kept = new TreeSet<>();

    private WorkingDays() {}

    /** @throws IllegalArgumentException where a line cannot be read; the message begins with its number */
    static WorkingDays of(String csv) {
        WorkingDays days = new WorkingDays();
        List<String> lines = csv.lines().toList();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
                days.take(lines.get(i), i + 1);
            }
        }
        return days;
    }

    private void take(String line, int number) {
        String[] cells = line.split(",", COLUMNS);
        boolean holiday = cells.length == COLUMNS && cells[2].strip().equals("holiday");
        if (cells.length < COLUMNS || !holiday && !cells[2].strip().equals("workday")) {
            throw new IllegalArgumentException(number + ": from, to, holiday|workday, name, source");
        }
        try {
            LocalDate from = LocalDate.parse(cells[0].strip());
            LocalDate to = LocalDate.parse(cells[1].strip());
            if (to.isBefore(from) || to.isAfter(from.plusMonths(1))) {
                throw new IllegalArgumentException(number + ": " + from + " – " + to);
            }
            for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
                stated.put(day, !holiday);
                kept.add(Year.from(day));
            }
        } catch (DateTimeParseException noDate) {
            throw new IllegalArgumentException(number + ": " + noDate.getParsedString(), noDate);
        }
    }

    boolean isWorked(LocalDate day) {
        return stated.getOrDefault(day, !WEEKEND.contains(day.getDayOfWeek()));
    }

    /** Years of the span for which the office has no calendar: their holidays are not known. */
    List<Year> unknown(LocalDate from, LocalDate to) {
        List<Year> unknown = new ArrayList<>();
        for (Year year = Year.from(from); !year.isAfter(Year.from(to)); year = year.plusYears(1)) {
            if (!kept.contains(year)) {
                unknown.add(year);
            }
        }
        return unknown;
    }
}
