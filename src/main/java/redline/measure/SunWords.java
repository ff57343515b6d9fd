package redline.measure;

import java.math.BigDecimal;
import redline.sun.Counting;
import redline.sun.SunPath;

/** Times and ways of counting in formulas, in symbols that read in any language. */
final class SunWords {
    private SunWords() {}

    /** {@code 2001-01-20 08:00:00–16:00:00, Σ ≥ 5 min, ∠ ≥ 12°, 2 pt, min}; with {@code , ↔ ≤ 1.8 m} where not the whole width counts. */
    static String of(SunSettings.Way way) {
        Counting counting = way.counting();
        StringBuilder said = new StringBuilder()
                .append(way.day().date())
                .append(' ')
                .append(SunPath.second(counting.from()))
                .append('–')
                .append(SunPath.second(counting.to()))
                .append(counting.continuous() ? ", max" : ", Σ")
                .append(" ≥ ")
                .append(number(counting.leastMinutes()))
                .append(" min");
        if (counting.mostStretches() != null) {
            said.append(" × ").append(counting.mostStretches());
        }
        said.append(", ∠ ≥ ")
                .append(number(counting.leastSweep()))
                .append("°, ")
                .append(counting.fullWindow() ? "2" : "1")
                .append(" pt, ")
                .append(way.rooms() == SunSettings.Rooms.ALL ? "min" : "max");
        if (!way.width().equals(SunSettings.Width.WHOLE)) {
            said.append(", ↔ ≤ ").append(number(way.width().most()));
            if (way.width().nursery() != way.width().most()) {
                said.append(" / ").append(number(way.width().nursery()));
            }
            said.append(" m");
        }
        return said.toString();
    }

    /** Hours without the noise of computing, which is far below 1e-6 h. */
    static BigDecimal hours(double hours) {
        return Frame.length(hours);
    }

    private static String number(double number) {
        return Numbers.plain(BigDecimal.valueOf(number));
    }
}
