package redline.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redline.measure.Missing;
import redline.measure.Sunlight.Facade;
import redline.measure.Sunlight.FacadePiece;
import redline.measure.Sunlight.FacadeRow;
import redline.measure.Sunlight.FacadeTaker;
import redline.quantity.Text;

/**
 * A sampled façade as tables show it: one storey, or all of them together.
 *
 * @param azimuth true, degrees
 * @param rows at least one
 */
record FacadeLine(Text building, double azimuth, Facade facade, List<FacadeRow> rows) {
    FacadeLine {
        rows = List.copyOf(rows);
    }

    /** One line for each storey of each façade. */
    static List<FacadeLine> storeys(SunDay day, List<Facade> facades) {
        return facades.stream()
                .flatMap(facade -> facade.rows().stream().map(row -> of(day, facade, List.of(row))))
                .toList();
    }

    /** One line for each façade. */
    static List<FacadeLine> whole(SunDay day, List<Facade> facades) {
        return facades.stream().map(facade -> of(day, facade, facade.rows())).toList();
    }

    private static FacadeLine of(SunDay day, Facade facade, List<FacadeRow> rows) {
        return new FacadeLine(day.named(facade.building()), day.azimuth(facade.nx(), facade.ny()), facade, rows);
    }

    /** What is missing of hours after, or of those before. */
    List<Missing> missing(boolean after) {
        return rows.stream()
                .flatMap(row -> (after ? row.missing() : row.missingBefore()).stream())
                .distinct()
                .toList();
    }

    /** The fewest hours of a point; null where not all are known. */
    BigDecimal least(boolean after) {
        return missing(after).isEmpty()
                ? hours(after).min(Comparator.naturalOrder()).orElse(null)
                : null;
    }

    BigDecimal most(boolean after) {
        return missing(after).isEmpty()
                ? hours(after).max(Comparator.naturalOrder()).orElse(null)
                : null;
    }

    /** Whether a point has other hours afterwards than before, or may have. */
    boolean changes() {
        return pieces().anyMatch(piece -> piece.before() == null
                || piece.after() == null
                || piece.before().compareTo(piece.after()) != 0);
    }

    /** The row with the point that has fewest hours afterwards, the lowest of such; null where not all are known. */
    FacadeRow darkest() {
        BigDecimal least = least(true);
        return least == null
                ? null
                : rows.stream()
                        .filter(row -> row.pieces().stream()
                                .anyMatch(piece -> piece.after().compareTo(least) == 0))
                        .findFirst()
                        .orElse(null);
    }

    private Stream<BigDecimal> hours(boolean after) {
        Function<FacadePiece, BigDecimal> of = after ? FacadePiece::after : FacadePiece::before;
        return pieces().map(of);
    }

    private Stream<FacadePiece> pieces() {
        return rows.stream().flatMap(row -> row.pieces().stream());
    }

    /** Of all that was sampled, storeys added, m. */
    BigDecimal length() {
        return length(piece -> true);
    }

    /** Of what has so many hours afterwards, m; null where not all are known. */
    BigDecimal lengthWith(BigDecimal hours) {
        return missing(true).isEmpty() ? length(piece -> piece.after().compareTo(hours) >= 0) : null;
    }

    /** Of each class of hours afterwards, m; empty where not all are known. */
    List<BigDecimal> classes() {
        if (!missing(true).isEmpty()) {
            return List.of();
        }
        List<BigDecimal> lengths = new ArrayList<>();
        for (int i = 0; i <= SunStyle.BOUNDS.size(); i++) {
            int of = i;
            lengths.add(length(piece -> SunStyle.classOf(piece.after().doubleValue()) == of));
        }
        return lengths;
    }

    private BigDecimal length(Predicate<FacadePiece> those) {
        return pieces().filter(those).map(FacadePiece::length).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Who stands in the way, longest first. */
    List<FacadeTaker> takers() {
        Map<String, BigDecimal> most = rows.stream()
                .flatMap(row -> row.takers().stream())
                .collect(Collectors.toMap(FacadeTaker::building, FacadeTaker::most, BigDecimal::max, TreeMap::new));
        return most.entrySet().stream()
                .map(one -> new FacadeTaker(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing(FacadeTaker::most).reversed())
                .toList();
    }
}
