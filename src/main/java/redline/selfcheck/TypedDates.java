package redline.selfcheck;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import redline.scheme.Dates;

/** The three dates as typed into a form; an empty one is not stated. */
record TypedDates(String conditionsIssued, String contractSigned, String applicationReceived) {

    /** What was typed is no date. */
    static final class NoDate extends Exception {
        private final String text;

        NoDate(DateTimeParseException none) {
            super("no date", none);
            this.text = none.getParsedString();
        }

        String text() {
            return text;
        }
    }

    Dates dates() throws NoDate {
        return new Dates(date(conditionsIssued), date(contractSigned), date(applicationReceived));
    }

    private static LocalDate date(String text) throws NoDate {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException none) {
            throw new NoDate(none);
        }
    }
}
