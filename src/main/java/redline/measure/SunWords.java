package redline.measure;

import java.math.BigDecimal;
import java.util.Locale;
import redline.sun.Counting;

/** Times and ways of counting in formulas, in symbols that read in any language. */
final class SunWords {
    private SunWords() {}

    /** {@code 08:05:30}, apparent solar time. */
    static String clock(double hour) {
        long seconds = Math.round(hour * 3600);
        return String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** {@code 2001-01-20 08:00:00–16:00:00, Σ ≥ 5 min, ∠ ≥ 12°, 2 pt, min}. */
    static String of(SunSettings.Way way) {
        Counting counting = way.counting();
        StringBuilder said = new StringBuilder()
                .append(way.day().date())
                .append(' ')
                .append(clock(counting.from()))
                .append('–')
                .append(clock(counting.to()))
                .append(counting.continuous() ? ", max" : ", Σ")
                .append(" ≥ ")
                .append(number(counting.leastMinutes()))
                .append(" min");
        if (counting.mostStretches() != null) {
            said.append(" × ").append(counting.mostStretches());
        }
        return said.append(", ∠ ≥ ")
                .append(number(counting.leastSweep()))
                .append("°, ")
                .append(counting.fullWindow() ? "2" : "1")
                .append(" pt, ")
                .append(way.rooms() == SunSettings.Rooms.ALL ? "min" : "max")
                .toString();
    }

    /** Hours without the noise of computing, which is far below 1e-6 h. */
    static BigDecimal hours(double hours) {
        return Frame.length(hours);
    }

    private static String number(double number) {
        return Numbers.plain(BigDecimal.valueOf(number));
    }
}
