package redline.rulepack;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;

/** From when until when something is in force, both days included; null = open on that side. */
record Validity(LocalDate from, LocalDate to) {
    static final Validity ALWAYS = new Validity(null, null);

    /** First days in order, an open beginning before all. */
    static final Comparator<LocalDate> OPEN_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());

    /** @throws DateTimeException where it is no day written as 2025-01-31 */
    static LocalDate day(String written) {
        if (written.length() != "2025-01-31".length()) {
            throw new DateTimeException(written);
        }
        return LocalDate.parse(written);
    }

    boolean on(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    boolean overlaps(Validity other) {
        return (from == null || other.to == null || !from.isAfter(other.to))
                && (to == null || other.from == null || !other.from.isAfter(to));
    }

    boolean ordered() {
        return from == null || to == null || !from.isAfter(to);
    }

    @Override
    public String toString() {
        return (from == null ? "…" : from) + " – " + (to == null ? "…" : to);
    }
}
