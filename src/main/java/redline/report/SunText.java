package redline.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import redline.sun.Counting;
import redline.sun.Spans;
import redline.sun.SunPath;

/** Times of the sun as people read them. */
public final class SunText {
    private SunText() {}

    /** {@code 08:12}; the nearest minute. */
    public static String minute(double hour) {
        long minutes = Math.round(hour * 60);
        return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
    }

    /** {@code 2 h 48 min}, never more than it is: rounded down to whole minutes. */
    public static String hours(double hours) {
        long minutes = wholeMinutes(hours);
        return String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
    }

    static long wholeMinutes(double hours) {
        return BigDecimal.valueOf(hours)
                .setScale(6, RoundingMode.HALF_UP)
                .multiply(BigDecimal.valueOf(60))
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }

    /** Stretches one after the other, {@code 08:12:05–10:40:00}; empty for none. */
    public static String seconds(Spans spans) {
        return spans.list().stream()
                .map(span -> SunPath.second(span.from()) + "–" + SunPath.second(span.to()))
                .collect(Collectors.joining(", "));
    }

    /** A rule of counting in words. */
    public static String rule(Counting counting, Words words) {
        return rule(counting, counting.fullWindow() ? "sun.full-window" : "sun.middle", words);
    }

    /** The same for points of walls. */
    static String ruleAtPoints(Counting counting, Words words) {
        return rule(counting, "sun.at-points", words);
    }

    private static String rule(Counting counting, String points, Words words) {
        List<String> parts = new ArrayList<>();
        parts.add(words.get(counting.continuous() ? "sun.continuous" : "sun.cumulative"));
        if (counting.leastMinutes() > 0) {
            parts.add(words.get("sun.least-minutes", number(counting.leastMinutes())));
        }
        if (counting.mostStretches() != null) {
            parts.add(words.get("sun.most-stretches", counting.mostStretches()));
        }
        if (counting.leastSweep() > 0) {
            parts.add(words.get("sun.least-sweep", number(counting.leastSweep())));
        }
        parts.add(words.get(points));
        return String.join(words.get("list"), parts);
    }

    /** A true azimuth by eight directions and its angle: {@code 南偏东 15°}, {@code S 15° E}; {@code 南}, {@code S} within half a degree. */
    static String compass(double azimuth, Words words) {
        double turned = ((azimuth % 360) + 360) % 360;
        boolean south = turned >= 90 && turned <= 270;
        double off = south ? turned - 180 : turned > 270 ? turned - 360 : turned;
        long degrees = Math.round(Math.abs(off));
        boolean east = south ? off < 0 : off > 0;
        if (degrees == 0) {
            return words.get(south ? "sun.azimuth-180" : "sun.azimuth-0");
        }
        if (degrees == 90) {
            return words.get(east ? "sun.azimuth-90" : "sun.azimuth-270");
        }
        return words.get(
                "sun.compass",
                words.get(south ? "sun.azimuth-180" : "sun.azimuth-0"),
                words.get(east ? "sun.azimuth-90" : "sun.azimuth-270"),
                degrees);
    }

    /** {@code 3 h}, {@code 2.5 h}. */
    static String limit(BigDecimal hours) {
        return hours.stripTrailingZeros().toPlainString() + Shown.GAP + "h";
    }

    /** {@code 5.30}, m. */
    static String level(double metres) {
        return BigDecimal.valueOf(metres).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    static String number(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** What the clock of the place shows, to the minute. */
    public static String clock(SunPath path, double hour) {
        LocalTime clock = path.clock(hour).plusSeconds(30);
        return String.format(Locale.ROOT, "%02d:%02d", clock.getHour(), clock.getMinute());
    }
}
