package redline.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import redline.quantity.Text;
import redline.quantity.Value;
import redline.scheme.SunWindow;
import redline.sun.Counting;
import redline.sun.SunPath;
import redline.sun.WindowSun;

/** The windows of one dwelling or room, all known: its rooms by their sun, and how far each number may be off. */
final class SunHome {
    private final SunLook look;
    private final List<SunSettings.Way> ways;
    private final Map<String, List<SunWindow>> rooms = new TreeMap<>(NaturalOrder.OF_IDS);
    private final List<SunWindow> windows;

    /**
     * @param windows at least one
     * @param oneRoom all windows light one room, whatever their rooms are called
     */
    SunHome(SunLook look, List<SunSettings.Way> ways, List<SunWindow> windows, boolean oneRoom) {
        this.look = look;
        this.ways = ways;
        this.windows = windows;
        for (SunWindow window : windows) {
            String name = oneRoom || window.room() == null ? "" : window.room();
            rooms.computeIfAbsent(name, any -> new ArrayList<>()).add(window);
        }
    }

    /** Hours of one room and the window that they are of. */
    record Room(List<SunWindow> windows, BigDecimal hours, String governing) {}

    private interface HoursOf {
        double of(WindowSun sun);
    }

    /** A number under one way of counting and one variant. */
    private interface Figure {
        BigDecimal under(SunSettings.Way way, SunLook.Variant variant);
    }

    /** That with most sun first, once the scheme is built. */
    List<Room> after() {
        return rank(ways.get(0), look.nominal(ways.get(0)), WindowSun::hoursAfter);
    }

    /** Before it is built. */
    List<Room> before() {
        return rank(ways.get(0), look.nominal(ways.get(0)), WindowSun::hoursBefore);
    }

    private List<Room> rank(SunSettings.Way way, SunLook.Variant variant, HoursOf hoursOf) {
        List<Room> ranked = new ArrayList<>();
        rooms.values().forEach(lit -> {
            Comparator<SunWindow> byHours =
                    Comparator.comparing(window -> SunWords.hours(hoursOf.of(look.at(window.id(), variant))));
            SunWindow governing = lit.stream()
                    .min(way.rooms() == SunSettings.Rooms.ALL ? byHours : byHours.reversed())
                    .orElseThrow();
            BigDecimal hours = SunWords.hours(hoursOf.of(look.at(governing.id(), variant)));
            ranked.add(new Room(lit, hours, governing.id()));
        });
        ranked.sort(Comparator.comparing(Room::hours).reversed());
        return ranked;
    }

    /** Hours of the best room ({@code index} 0) or the next once the scheme is built. */
    Taken hours(int index) {
        Room room = after().get(index);
        SunSettings.Way way = ways.get(0);
        List<String> formula = new ArrayList<>();
        for (SunWindow window : room.windows()) {
            formula.add(formula(window, look.at(window.id(), look.nominal(way)), way.counting()));
        }
        Figure figure = (other, variant) ->
                rank(other, variant, WindowSun::hoursAfter).get(index).hours();
        return spread(figure, formula, room.windows());
    }

    /** How much less sun there is once the scheme is built. */
    Taken lost() {
        Figure loss = (way, variant) -> rank(way, variant, WindowSun::hoursBefore)
                .get(0)
                .hours()
                .subtract(rank(way, variant, WindowSun::hoursAfter).get(0).hours());
        String formula = Numbers.plain(before().get(0).hours()) + " h − "
                + Numbers.plain(after().get(0).hours()) + " h";
        return spread(loss, List.of(formula), windows);
    }

    private Taken spread(Figure figure, List<String> formula, List<SunWindow> shown) {
        SunSettings.Way way = ways.get(0);
        BigDecimal number = figure.under(way, look.nominal(way));
        List<String> formulas = new ArrayList<>(formula);
        List<Spread> spreads = new ArrayList<>();
        if (ways.size() > 1) {
            List<BigDecimal> found = new ArrayList<>();
            for (SunSettings.Way other : ways) {
                BigDecimal then = figure.under(other, look.nominal(other));
                formulas.add(SunWords.of(other) + " → " + Numbers.plain(then) + " h");
                found.add(then);
            }
            spread(spreads, SunSettings.basis("sun-counting", "日照计算口径", "how sunlight is counted"), number, found);
        }
        if (!look.model().uncertain().isEmpty()) {
            BigDecimal without = figure.under(way, look.withoutRoofs(way));
            spread(spreads, look.model().uncertainRoofs().get(0), number, List.of(without));
        }
        SunSettings.Accuracy accuracy = look.settings().accuracy();
        if (accuracy != null) {
            spread(
                    spreads,
                    why(accuracy),
                    number,
                    List.of(figure.under(way, look.off(way, true)), figure.under(way, look.off(way, false))));
        }
        List<Geometry> lines = new ArrayList<>();
        shown.forEach(window -> lines.add(window.line()));
        return new Taken(
                new Reading.Known(new Value.Amount(number), Provenance.COMPUTED, spreads),
                new Evidence(Shapes.together(lines), formulas));
    }

    static Missing why(SunSettings.Accuracy accuracy) {
        String position = Numbers.plain(BigDecimal.valueOf(accuracy.position()));
        String height = Numbers.plain(BigDecimal.valueOf(accuracy.height()));
        return new Missing(
                "settings/sun-accuracy",
                new Text(
                        "图纸精度(平面 ±" + position + " m、高程 ±" + height + " m)",
                        "accuracy of the drawing (position ±" + position + " m, level ±" + height + " m)"),
                Missing.Kind.ACCURACY);
    }

    /** Adds how far a number may be off for one reason, where it may be at all. */
    static void spread(List<Spread> spreads, Missing why, BigDecimal number, List<BigDecimal> others) {
        BigDecimal low = others.stream().reduce(number, BigDecimal::min);
        BigDecimal high = others.stream().reduce(number, BigDecimal::max);
        if (low.compareTo(high) < 0) {
            spreads.add(new Spread(why, low, high));
        }
    }

    private static String formula(SunWindow window, WindowSun sun, Counting counting) {
        String counted = counting.counted(sun.after()).list().stream()
                .map(span -> SunPath.second(span.from()) + "–" + SunPath.second(span.to()))
                .collect(Collectors.joining(" + "));
        return window.id() + ": " + (counted.isEmpty() ? "–" : counted) + " = "
                + Numbers.plain(SunWords.hours(sun.hoursAfter())) + " h";
    }
}
