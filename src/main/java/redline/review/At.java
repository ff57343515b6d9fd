package redline.review;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import redline.casefile.Office;

/** Moments as the office reads them, in its own zone. */
final class At {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private At() {}

    static String of(OffsetDateTime moment) {
        return MINUTES.format(moment.atZoneSameInstant(Office.ZONE));
    }
}
