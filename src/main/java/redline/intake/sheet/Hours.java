package redline.intake.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as people write them in tables, in hours with up to six decimals. */
final class Hours {
    /** 3h25m, 3小时25分30秒, 3:25, 03:25:30. */
    private static final Pattern WRITTEN = Pattern.compile(
            "(?:(\\d{1,2})\\s*(?:h|hr|hrs|小时|时|:|：)\\s*)(?:(\\d{1,2})\\s*(?:m|min|分钟|分|′|'|:|：)?\\s*)?(?:(\\d{1,2})(?:\\.\\d{1,6})?\\s*(?:s|秒|″|\")?)?",
            Pattern.CASE_INSENSITIVE);

    private static final int DECIMALS = 6;
    private static final int SECONDS = 3600;

    private Hours() {}

    static BigDecimal ofMinutes(BigDecimal minutes) {
        return minutes.divide(BigDecimal.valueOf(60), DECIMALS, RoundingMode.HALF_UP);
    }

    /** Null where the text is no such span; one in minutes or in decimals is left to {@link Units}. */
    static BigDecimal in(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return null;
        }
        int minutes = number(written.group(2));
        int seconds = number(written.group(3));
        if (minutes >= 60 || seconds >= 60) {
            return null;
        }
        int all = number(written.group(1)) * SECONDS + minutes * 60 + seconds;
        return BigDecimal.valueOf(all)
                .divide(BigDecimal.valueOf(SECONDS), DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
