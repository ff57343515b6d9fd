package redline.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import redline.quantity.Quantity;
import redline.scheme.Element;
import redline.scheme.Layer;
import redline.scheme.ReportedWindow;
import redline.scheme.Scheme;
import redline.scheme.SunWindow;
import redline.sun.Counting;
import redline.sun.WindowSun;

/**
 * The applicant's sunlight report against what is computed here, window by window: how far a printed number lies outside of the error that
 * is stated, and which other way of computing gives that number.
 */
public final class SunReport {
    /** Programs step through the day by up to a minute (GB/T 50947-2014 chapter 5, as cities print it); each end of a stretch may be off by one. */
    private static final double STEP = 1 / 60.0;

    private static final double SHORTEST_ELSEWHERE = 30; // minutes, Suzhou and Beijing (winter solstice)

    /** What else gives the printed number; the first that does. The words rules read. */
    public enum Explained {
        /** It lies within the error. */
        AGREES,
        /** It is the number before the scheme, printed as the one after. */
        BEFORE,
        /** The middle of the sill instead of both ends, or the other way round. */
        POINTS,
        /** The longest stretch alone instead of all together, or the other way round. */
        SUM,
        /** Stretches too short to count are counted. */
        SHORT_STRETCHES,
        /** Stretches below half an hour are left out. */
        LONG_STRETCHES,
        /** The time of the clock is taken for apparent solar time. */
        CLOCK_TIME,
        /** A building is left out of the model. */
        LEFT_OUT,
        /** Nothing that was tried. */
        NOTHING
    }

    /**
     * @param beyond hours outside of the error, 0 within it
     * @param difference printed minus computed, hours
     * @param leftOut the building that was left out, "NONE" where none was
     */
    record Line(Taken beyond, Trace<BigDecimal> difference, Trace<String> explained, Trace<String> leftOut) {
        static Line unknown(List<Missing> missing) {
            return new Line(
                    Taken.unknown(missing), Trace.unknown(missing), Trace.unknown(missing), Trace.unknown(missing));
        }
    }

    private final Scheme scheme;
    private final SunStudy study;
    /** Windows by the numbers that a report may give them: their ids and names. */
    private final Map<String, List<SunWindow>> numbered = new HashMap<>();

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Line> lines = new LinkedHashMap<>();

    /** @param study null where the scheme does not write its windows */
    SunReport(Scheme scheme, SunStudy study) {
        this.scheme = scheme;
        this.study = study;
        for (SunWindow window : this.<SunWindow>each(Layer.SUN_WINDOWS)) {
            Stream.of(window.id(), window.name())
                    .filter(Objects::nonNull)
                    .distinct()
                    .forEach(number -> numbered.computeIfAbsent(number, any -> new ArrayList<>())
                            .add(window));
        }
        for (Layer layer : List.of(Layer.SUNLIT_DWELLINGS, Layer.SUNLIT_ROOMS)) {
            this.<Element>each(layer).forEach(home -> names.put(home.id(), home.name()));
        }
        rows().forEach(row -> lines.put(row.id(), line(row)));
    }

    private List<ReportedWindow> rows() {
        return each(Layer.REPORTED_WINDOWS);
    }

    /** A layer holds elements of its record alone. */
    @SuppressWarnings("unchecked")
    private <E extends Element> List<E> each(Layer layer) {
        return (List<E>) Survey.orNone(scheme.layers().get(layer));
    }

    private Line line(ReportedWindow row) {
        Place at = ElementMeasures.placeOf(Layer.REPORTED_WINDOWS, row);
        Lacking lacking = new Lacking();
        BigDecimal printed = lacking.need(row.hoursAfter(), at.lacks("hoursAfter", "报告的建设后时数", "reported hours after"));
        if (study == null) {
            lacking.add(ElementMeasures.missing(Layer.SUN_WINDOWS));
            return Line.unknown(lacking.list());
        }
        Optional<String> window = window(row);
        Optional<SunStudy.Seen> seen = window.flatMap(study::seen);
        if (window.isEmpty()) {
            lacking.add(at.lacks("window", "对应的日照窗", "window it is"));
        } else {
            lacking.addAll(seen.map(SunStudy.Seen::missing).orElseGet(() -> study.unseen(window.get())));
        }
        return lacking.isAny() ? Line.unknown(lacking.list()) : compared(printed, seen.orElseThrow());
    }

    /** The window of that id, or of that building, dwelling and number. */
    private Optional<String> window(ReportedWindow row) {
        String id = row.window() == null ? row.id() : row.window();
        Optional<String> named = with(id, window -> window.id().equals(id));
        return named.isPresent() || row.window() != null || row.windowNumber() == null || row.buildingNumber() == null
                ? named
                : with(row.windowNumber(), window -> isIn(row, window));
    }

    private Optional<String> with(String number, Predicate<SunWindow> those) {
        return numbered.getOrDefault(number, List.of()).stream()
                .filter(those)
                .map(SunWindow::id)
                .findFirst();
    }

    private boolean isIn(ReportedWindow row, SunWindow window) {
        boolean building = row.buildingNumber().equals(window.building())
                || row.buildingNumber().equals(study.nameOf(window.building()));
        return building
                && (row.dwellingNumber() == null
                        || row.dwellingNumber().equals(window.dwelling())
                        || row.dwellingNumber().equals(names.get(window.dwelling())));
    }

    private Line compared(BigDecimal printed, SunStudy.Seen seen) {
        double step = STEP * 2 * Math.max(1, seen.sun().after().list().size());
        BigDecimal low = SunWords.hours(Math.max(0, seen.low().doubleValue() - step));
        BigDecimal high = SunWords.hours(seen.high().doubleValue() + step);
        BigDecimal computed = SunWords.hours(seen.sun().hoursAfter());
        BigDecimal beyond = printed.compareTo(low) < 0
                ? low.subtract(printed)
                : printed.compareTo(high) > 0 ? printed.subtract(high) : BigDecimal.ZERO;
        Explained explained = Explained.AGREES;
        String leftOut = "NONE";
        if (beyond.signum() > 0) {
            double margin = Math.max(
                    high.subtract(computed).doubleValue(),
                    computed.subtract(low).doubleValue());
            Found found = explain(printed.doubleValue(), margin, seen);
            explained = found.explained();
            leftOut = found.leftOut();
        }
        List<String> formula = List.of(Numbers.plain(printed) + " h − " + Numbers.plain(computed) + " h ("
                + Numbers.plain(low) + "–" + Numbers.plain(high) + " h)");
        Geometry line = study.row(seen.sun().window().id()).line();
        return new Line(
                Taken.amount(beyond, Provenance.COMPUTED, line, formula),
                Trace.known(printed.subtract(computed)),
                Trace.known(explained.name()),
                Trace.known(leftOut));
    }

    private record Found(Explained explained, String leftOut) {}

    /** Tries the known ways in which programs differ; the first that gives the printed number within the error. */
    private Found explain(double printed, double margin, SunStudy.Seen seen) {
        Counting ours = seen.way().counting();
        Map<Explained, Counting> countings = new LinkedHashMap<>();
        countings.put(Explained.POINTS, ours.atEnds(!ours.fullWindow()));
        countings.put(Explained.SUM, ours.inOneStretch(!ours.continuous()));
        countings.put(Explained.SHORT_STRETCHES, ours.from(0));
        countings.put(Explained.LONG_STRETCHES, ours.from(SHORTEST_ELSEWHERE));
        countings.put(
                Explained.CLOCK_TIME,
                ours.shifted(study.look().apparentMinusClock(seen.way().day())));
        if (near(printed, seen.sun().hoursBefore(), margin)) {
            return new Found(Explained.BEFORE, "NONE");
        }
        SunSettings.Day day = seen.way().day();
        for (Map.Entry<Explained, Counting> other : countings.entrySet()) {
            WindowSun then = study.look().again(seen.sun(), day, other.getValue());
            if (near(printed, then.hoursAfter(), margin)) {
                return new Found(other.getKey(), "NONE");
            }
        }
        for (WindowSun.Taker taker : seen.sun().takers()) {
            WindowSun then = study.look().without(taker.owner(), seen.sun(), day, ours);
            if (near(printed, then.hoursAfter(), margin)) {
                return new Found(Explained.LEFT_OUT, taker.owner());
            }
        }
        return new Found(Explained.NOTHING, "NONE");
    }

    private static boolean near(double printed, double other, double margin) {
        return Math.abs(printed - other) <= margin;
    }

    /** Of the rows, in their order. */
    List<Measure> measures() {
        return rows().stream()
                .map(row -> lines.get(row.id())
                        .beyond()
                        .of(Quantity.SUN_TABLE_DIFFERENCE, ElementMeasures.subject(Layer.REPORTED_WINDOWS, row)))
                .toList();
    }

    /** Printed minus computed, hours. */
    public Trace<BigDecimal> difference(Element row) {
        return lines.get(row.id()).difference();
    }

    /** One of {@link Explained}. */
    public Trace<String> explained(Element row) {
        return lines.get(row.id()).explained();
    }

    /** The building that the report seems to leave out, or NONE. */
    public Trace<String> leftOut(Element row) {
        return lines.get(row.id()).leftOut();
    }
}
