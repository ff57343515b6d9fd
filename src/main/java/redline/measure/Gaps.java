package redline.measure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import redline.quantity.Text;
import redline.scheme.Compass;
import redline.scheme.Gap;

/** What the scheme states of two buildings beside each other. */
public final class Gaps {
    private static final Missing LAYER = Place.layer("gaps", "建筑间距说明", "statements on gaps between buildings")
            .missing();

    private final List<Gap> all;
    private final Map<Set<String>, List<Gap>> byEnds;

    Gaps(List<Gap> all) {
        this.all = all;
        this.byEnds = complete().stream().collect(Collectors.groupingBy(Gaps::ends));
    }

    private static Set<String> ends(Gap gap) {
        return gap.a().equals(gap.b()) ? Set.of(gap.a()) : Set.of(gap.a(), gap.b());
    }

    /** Statements whose two buildings are named. */
    List<Gap> complete() {
        return Survey.orNone(all).stream()
                .filter(gap -> gap.a() != null && gap.b() != null)
                .toList();
    }

    /** Why statements may speak of more than they say: the layer, or an end of one, is missing. */
    List<Missing> open() {
        if (all == null) {
            return List.of(LAYER);
        }
        return all.stream()
                .filter(gap -> gap.a() == null || gap.b() == null)
                .map(gap -> place(gap).lacks("a/b", "所指建筑", "buildings meant"))
                .toList();
    }

    Trace<List<Gap>> between(PlacedBuilding a, PlacedBuilding b) {
        List<Gap> found = byEnds.getOrDefault(Set.of(a.id(), b.id()), List.of());
        List<Missing> open = open();
        if (found.isEmpty() || !open.isEmpty()) {
            Text names = Names.between(a.name(), b.name());
            Missing none = Missing.fact(
                    "gaps[" + a.id() + "|" + b.id() + "]", names.zh() + " 间距说明", "statement on the gap " + names.en());
            return Trace.unknown(open.isEmpty() ? List.of(none) : open);
        }
        return Trace.known(found);
    }

    /** The smallest distance stated. */
    static Trace<BigDecimal> distance(Trace<List<Gap>> gaps) {
        if (!gaps.isKnown()) {
            return Trace.unknown(gaps.missing());
        }
        Lacking lacking = new Lacking();
        BigDecimal smallest = null;
        for (Gap gap : gaps.value()) {
            BigDecimal distance = lacking.need(gap.distance(), place(gap).lacks("distance", "间距", "distance"));
            smallest = smallest == null || (distance != null && distance.compareTo(smallest) < 0) ? distance : smallest;
        }
        return lacking.isAny() ? lacking.trace() : Trace.known(smallest);
    }

    static Trace<Compass> sideOfB(Trace<List<Gap>> gaps, PlacedBuilding a) {
        return attribute(
                gaps,
                gap -> gap.side() == null || gap.a().equals(a.id())
                        ? gap.side()
                        : gap.side().opposite(),
                "side",
                "方位",
                "direction");
    }

    /** An attribute on which all statements of the two buildings agree. */
    public static <T> Trace<T> attribute(
            Trace<List<Gap>> gaps, Function<Gap, T> attribute, String name, String zh, String en) {
        if (!gaps.isKnown()) {
            return Trace.unknown(gaps.missing());
        }
        T first = attribute.apply(gaps.value().get(0));
        boolean agreed = gaps.value().stream().allMatch(gap -> Objects.equals(attribute.apply(gap), first));
        return Trace.of(agreed ? first : null, place(gaps.value().get(0)).lacks(name, zh, en));
    }

    private static Place place(Gap gap) {
        String between = gap.a() + "—" + gap.b();
        return Place.of("gaps", gap.id(), Text.same(gap.a() == null || gap.b() == null ? gap.id() : between));
    }
}
