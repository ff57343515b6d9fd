package redline.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import redline.measure.Missing;
import redline.measure.Sunlight.Facade;
import redline.measure.Sunlight.FacadeRow;
import redline.measure.Sunlight.FacadeTaker;
import redline.measure.Sunlight.Facades;
import redline.measure.Sunlight.Gap;

/** Sampled façades in words of one language. */
final class FacadeText {
    private static final int TAKERS = 3;

    private final Words words;

    FacadeText(Words words) {
        this.words = words;
    }

    /** How was sampled, or why not; and that points are no windows. */
    List<String> notes(SunDay day) {
        Facades facades = day.facades();
        if (facades == null) {
            return List.of(words.get(day.areFacadesSet() ? "sun.facades-none" : "sun.facades-unset"));
        }
        List<String> notes = new ArrayList<>();
        notes.add(words.get("sun.facades-how", SunText.number(facades.spacing()), SunText.number(facades.sill())));
        if (!facades.missing().isEmpty()) {
            notes.add(words.get("sun.facades-missing", missing(facades.missing())));
        }
        if (facades.facades().stream()
                .flatMap(facade -> facade.rows().stream())
                .anyMatch(row -> row.storey() == null)) {
            notes.add(words.get("sun.facades-lowest-note"));
        }
        for (Gap gap : facades.gaps()) {
            notes.add(words.get("sun.facades-gap", words.of(day.named(gap.building())), missing(gap.missing())));
        }
        return notes;
    }

    String missing(List<Missing> missing) {
        return missing.stream()
                .map(one -> words.of(one.label()))
                .distinct()
                .collect(Collectors.joining(words.get("list")));
    }

    String side(FacadeLine line) {
        return SunText.compass(line.azimuth(), words);
    }

    /** The number of a storey, or its name; where neither is known, that it is the lowest. */
    String storey(FacadeRow row) {
        return row.storey() == null
                ? words.get("sun.facades-lowest")
                : row.storey().matches("\\d+") ? words.get("sun.storey", row.storey()) : row.storey();
    }

    /** {@code 1 h 48 min – 3 h 08 min}. */
    String range(FacadeLine line, boolean after) {
        BigDecimal least = line.least(after);
        if (least == null) {
            return words.get("unknown");
        }
        String low = SunText.hours(least.doubleValue());
        String high = SunText.hours(line.most(after).doubleValue());
        return low.equals(high) ? low : low + " – " + high;
    }

    /** {@code 12.5}, m. */
    String length(BigDecimal metres) {
        return metres == null
                ? words.get("unknown")
                : metres.setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    List<String> takers(FacadeLine line) {
        List<FacadeTaker> all = line.takers();
        List<String> said = new ArrayList<>();
        all.stream()
                .limit(TAKERS)
                .forEach(taker -> said.add(
                        taker.building() + " " + SunText.hours(taker.most().doubleValue())));
        if (all.size() > TAKERS) {
            said.add(words.get("sun.more-takers", all.size()));
        }
        return said.isEmpty() ? List.of(words.get("none")) : said;
    }

    /** For the report: a line for each façade of buildings that have no windows, where anything changes; null where there is nothing to say. */
    ReportPage.FacadeTable table(SunDay day) {
        if (!day.hasBuildingsWithoutWindows()) {
            return null;
        }
        List<Facade> facades = day.facades() == null
                ? List.of()
                : day.facades().facades().stream()
                        .filter(facade -> !day.hasWindows(facade.building()))
                        .toList();
        List<FacadeLine> lines = FacadeLine.whole(day, facades);
        List<FacadeLine> told = lines.stream().filter(FacadeLine::changes).toList();
        List<String> notes = new ArrayList<>(notes(day));
        if (told.size() < lines.size()) {
            notes.add(words.get("sun.facades-unchanged", lines.size() - told.size()));
        }
        return new ReportPage.FacadeTable(
                words.get("sun.facades-table"),
                notes,
                classes(),
                told.stream().map(this::row).toList());
    }

    List<String> classes() {
        List<String> titles = new ArrayList<>();
        for (int i = 0; i <= SunStyle.BOUNDS.size(); i++) {
            titles.add(SunStyle.title(i));
        }
        return titles;
    }

    private ReportPage.FacadeRow row(FacadeLine line) {
        FacadeRow darkest = line.darkest();
        List<String> lengths = line.classes().stream()
                .map(length -> length.signum() == 0 ? words.get("none") : length(length))
                .toList();
        return new ReportPage.FacadeRow(
                words.of(line.building()),
                side(line),
                length(BigDecimal.valueOf(line.facade().line().getLength())),
                Integer.toString(line.rows().size()),
                range(line, false),
                range(line, true),
                darkest == null ? words.get("unknown") : storey(darkest),
                lengths.isEmpty()
                        ? classes().stream().map(any -> words.get("unknown")).toList()
                        : lengths,
                takers(line),
                missing(line.missing(true)));
    }
}
