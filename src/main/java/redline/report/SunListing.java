package redline.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import redline.measure.Missing;
import redline.measure.Sunlight.HomeRow;
import redline.measure.Sunlight.Stretch;
import redline.measure.Sunlight.Taker;
import redline.measure.Sunlight.WindowRow;
import redline.quantity.Language;
import redline.quantity.Text;
import redline.sun.SunPath;

/** The windows of one day for the terminal: stretches to the second, hours before and after, and who stands in the way. */
public final class SunListing {
    private final SunDay day;
    private final BigDecimal hours;
    private final Words words;

    private SunListing(SunDay day, BigDecimal hours, Language language) {
        this.day = day;
        this.hours = hours;
        this.words = Words.of(language);
    }

    /** @param hours windows and dwellings with less than this are marked; null marks none */
    public static String of(SunDay day, BigDecimal hours, Language language) {
        return new SunListing(day, hours, language).text();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        day.basis(words).forEach(line -> text.append(line).append('\n'));
        TextTable table = new TextTable(20, 13, 18, 13, 18, 32);
        table.rule();
        table.row(List.of(
                words.get("sun.col-window"),
                words.get("sun.before"),
                words.get("sun.col-before"),
                words.get("sun.after"),
                words.get("sun.col-after"),
                words.get("sun.list-takers")));
        table.rule();
        day.day().windows().forEach(window -> table.row(cells(window)));
        table.rule();
        text.append(table);
        homes(text);
        return text.toString();
    }

    private List<String> cells(WindowRow row) {
        List<String> cells = new ArrayList<>();
        String home = row.home() == null ? "" : row.home() + "\n";
        String about = row.storey() == null ? "" : " " + row.storey();
        cells.add(home + (row.name() == null ? row.id() : row.name()) + about);
        boolean before = row.missingBefore().isEmpty() && row.hoursBefore() != null;
        boolean after = row.missing().isEmpty() && row.hoursAfter() != null;
        cells.add(before ? marked(row.hoursBefore()) : words.get("unknown"));
        cells.add(before ? stretches(row.before()) : missing(row.missingBefore()));
        cells.add(after ? marked(row.hoursAfter()) : words.get("unknown"));
        cells.add(after ? stretches(row.after()) : missing(row.missing()));
        cells.add(after ? takers(row.takers()) : "");
        return cells;
    }

    private String marked(BigDecimal of) {
        String said = SunText.hours(of.doubleValue());
        return less(of) ? said + " <" : said;
    }

    private boolean less(BigDecimal of) {
        return hours != null && of != null && of.compareTo(hours) < 0;
    }

    private String stretches(List<Stretch> stretches) {
        return stretches.isEmpty() ? words.get("none") : joined(stretches, "\n");
    }

    private static String joined(List<Stretch> stretches, String between) {
        return stretches.stream()
                .map(stretch -> SunPath.second(stretch.from().doubleValue()) + "–"
                        + SunPath.second(stretch.to().doubleValue()))
                .collect(Collectors.joining(between));
    }

    private String takers(List<Taker> takers) {
        return takers.isEmpty()
                ? words.get("none")
                : takers.stream()
                        .map(taker -> taker.building() + " " + joined(taker.when(), " "))
                        .collect(Collectors.joining("\n"));
    }

    private String missing(List<Missing> missing) {
        return missing.stream()
                .map(one -> words.of(one.label()))
                .distinct()
                .collect(Collectors.joining(words.get("list")));
    }

    private void homes(StringBuilder text) {
        int lessBefore = 0;
        int lessAfter = 0;
        for (HomeRow home : day.day().homes()) {
            lessBefore += less(home.hoursBefore()) ? 1 : 0;
            lessAfter += less(home.hoursAfter()) ? 1 : 0;
            text.append(words.get(
                            "sun.list-home", words.of(nameOf(home)), said(home.hoursBefore()), said(home.hoursAfter())))
                    .append('\n');
        }
        if (hours != null) {
            text.append(words.get("sun.list-less", SunText.limit(hours), lessBefore, lessAfter))
                    .append('\n');
        }
    }

    private Text nameOf(HomeRow home) {
        return day.home(home.id()).name();
    }

    private String said(BigDecimal of) {
        return of == null ? words.get("unknown") : marked(of);
    }
}
