package redline.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** A date given on the command line. */
final class DateArgument {
    private DateArgument() {}

    /**
     * @param written null where none was given, which stays null
     * @throws BadUsage for what is no date
     */
    static LocalDate read(String written) {
        try {
            return written == null ? null : LocalDate.parse(written);
        } catch (DateTimeParseException e) {
            throw new BadUsage("日期应写作 2025-06-01 的形式：" + written, "a date is written like 2025-06-01, not: " + written)
                    .because(e);
        }
    }
}
