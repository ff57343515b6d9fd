package redline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import redline.finding.Verdict;
import redline.report.SunTable.Change;
import redline.report.SunTable.Foot;
import redline.report.SunTable.Row;
import redline.sun.Spans;
import redline.sun.WindowSun;

/** The 日照户表 in words of one language. */
final class SunTableText {
    private static final int TAKERS = 3;

    private final Words words;

    SunTableText(Words words) {
        this.words = words;
    }

    /** Heads of the columns, in the order of {@link #cells}. */
    List<String> heads() {
        return List.of(
                words.get("sun.col-building"),
                words.get("sun.col-storey"),
                words.get("sun.col-dwelling"),
                words.get("sun.col-window"),
                words.get("sun.col-room"),
                words.get("sun.col-facing"),
                words.get("sun.col-sill"),
                words.get("sun.col-before"),
                words.get("sun.col-before-hours"),
                words.get("sun.col-after"),
                words.get("sun.col-after-hours"),
                words.get("sun.col-change"),
                words.get("sun.col-standard"),
                words.get("sun.col-window-verdict"),
                words.get("sun.col-dwelling-verdict"),
                words.get("sun.col-takers"));
    }

    ReportPage.SunRow row(Row row) {
        SunLine line = row.line();
        WindowSun sun = line.sun();
        String unknown = words.get("unknown");
        boolean before = sun != null && line.beforeKnown();
        return new ReportPage.SunRow(
                line.building() == null ? unknown : words.of(line.building()),
                stated(line.storey()),
                words.of(line.dwelling().name()),
                line.window(),
                stated(line.room()),
                line.facing() == null ? unknown : SunText.compass(line.facing(), words),
                line.sill() == null ? unknown : SunText.level(line.sill()),
                before ? stretches(sun.before()) : List.of(unknown),
                before ? SunText.hours(sun.hoursBefore()) : unknown,
                sun == null ? List.of(unknown) : stretches(sun.after()),
                sun == null ? unknown : SunText.hours(sun.hoursAfter()),
                before ? less(sun) : "",
                row.change() == Change.UNCHANGED ? "" : words.get("sun.change-" + row.change()),
                row.standard().isEmpty() ? words.of(Verdict.UNDETERMINED.title()) : row.standard(),
                row.windowVerdict().name(),
                verdict(row.windowVerdict()),
                row.dwellingVerdict().name(),
                verdict(row.dwellingVerdict()),
                row.dwellingChange() == Change.UNCHANGED ? "" : words.get("sun.change-" + row.dwellingChange()),
                takers(row.takers()));
    }

    /** The sums below the table, one a line. */
    List<ReportPage.Fact> foot(Foot foot) {
        return List.of(
                fact("sun.foot-dwellings", foot.dwellings()),
                fact("sun.foot-met", foot.met()),
                fact("sun.foot-not-met", foot.notMet()),
                fact("sun.foot-open", foot.open()),
                fact("sun.foot-turned", foot.turned()),
                fact("sun.foot-reduced", foot.reduced()),
                fact("sun.foot-worse", foot.worse()));
    }

    private ReportPage.Fact fact(String key, int number) {
        return new ReportPage.Fact(words.get(key), Integer.toString(number));
    }

    private String stated(String text) {
        return text == null || text.isBlank() ? words.get("none") : text;
    }

    private List<String> stretches(Spans spans) {
        return spans.isEmpty()
                ? List.of(words.get("none"))
                : spans.list().stream()
                        .map(span -> SunText.minute(span.from()) + "–" + SunText.minute(span.to()))
                        .toList();
    }

    /** {@code −0 h 37 min}, what lies between the hours as they are shown; seconds where that is nothing. */
    private static String less(WindowSun sun) {
        long minutes = SunText.wholeMinutes(sun.hoursAfter()) - SunText.wholeMinutes(sun.hoursBefore());
        long seconds = Math.round((sun.hoursAfter() - sun.hoursBefore()) * 3600);
        String sign = seconds < 0 ? "−" : "+";
        if (seconds == 0) {
            return "0";
        }
        return minutes == 0
                ? sign + Math.abs(seconds) + " s"
                : sign + String.format(Locale.ROOT, "%d h %02d min", Math.abs(minutes) / 60, Math.abs(minutes) % 60);
    }

    private String verdict(Verdict verdict) {
        return words.get("icon." + verdict) + " " + words.of(verdict.title());
    }

    /** Those who stand in the way longest, with how long. */
    private List<String> takers(List<WindowSun.Taker> takers) {
        if (takers.isEmpty()) {
            return List.of(words.get("none"));
        }
        List<String> first = new ArrayList<>();
        takers.stream()
                .limit(TAKERS)
                .map(taker -> taker.owner() + " " + SunText.hours(taker.when().hours()))
                .forEach(first::add);
        if (takers.size() > TAKERS) {
            first.add(words.get("sun.more-takers", takers.size()));
        }
        return first;
    }
}
