package redline.measure;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.quantity.Value;
import redline.scheme.Building;
import redline.scheme.Element;
import redline.scheme.Layer;
import redline.scheme.Scheme;
import redline.scheme.SunObstacle;
import redline.scheme.SunWindow;
import redline.scheme.SunlitDwelling;
import redline.scheme.SunlitRoom;
import redline.sun.Counting;
import redline.sun.GridPlace;
import redline.sun.Location;
import redline.sun.Obstacles;
import redline.sun.Spans;
import redline.sun.Study;
import redline.sun.SunPath;
import redline.sun.WindowSun;

/**
 * Hours of sunlight of a scheme that writes its windows ({@code sunWindows}): of each window, and of each dwelling and room that they
 * light. Apparent solar time throughout; without refraction.
 */
public final class SunStudy {
    /** What is read from tables where no windows are written. */
    static final Set<Quantity> MEASURED =
            Set.of(Quantity.SUN_HOURS, Quantity.SUN_HOURS_SECOND, Quantity.SUN_HOURS_WINTER, Quantity.SUN_LOSS);

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private final Scheme scheme;
    private final SunSettings settings;
    private final Map<String, PlacedBuilding> buildings = new LinkedHashMap<>();
    private final List<SunWindow> rows = new ArrayList<>();
    private final Map<String, SunSill> sills = new HashMap<>();
    private final Map<String, List<Missing>> lacks = new HashMap<>();
    private final Map<Variant, Map<String, WindowSun>> computed = new HashMap<>();
    private final Map<Variant, Map<String, WindowSun>> doubtful = new HashMap<>();
    private final Map<String, Hours> hours = new HashMap<>();
    private final List<Sunlight.Day> days = new ArrayList<>();
    private final Map<String, List<SunSettings.Way>> waysOf = new HashMap<>();
    private final Frame frame;
    private final SunModel model;
    private final GridPlace place;

    /** One way of counting under one model: outlines moved out and levels up, uncertain roofs standing or not. */
    private record Variant(SunSettings.Day day, Counting counting, boolean roofs, double out, double up) {}

    /** Of a dwelling or room; {@code second}: of its second-best room; {@code lost} by the scheme. */
    record Hours(Taken best, Taken second, Taken lost, Trace<BigDecimal> before, Trace<BigDecimal> after) {
        static Hours unknown(List<Missing> missing) {
            Taken none = Taken.unknown(missing);
            return new Hours(none, none, none, Trace.unknown(missing), Trace.unknown(missing));
        }
    }

    /** A number under one way of counting and one variant. */
    private interface Figure {
        BigDecimal under(SunSettings.Way way, Variant variant);
    }

    private SunStudy(Scheme scheme, Collection<PlacedBuilding> all, SunSettings settings) {
        this.scheme = scheme;
        this.settings = settings;
        all.forEach(building -> buildings.put(building.id(), building));
        each(Layer.SUN_WINDOWS).forEach(row -> rows.add((SunWindow) row));
        this.frame = Frame.around(shapes());
        this.model = SunModel.of(scheme, all, frame);
        this.place = place();
        rows.forEach(this::sill);
        study(Sunlight.Kind.DWELLINGS, Layer.SUNLIT_DWELLINGS, settings.housing(), "sun-housing");
        study(Sunlight.Kind.ROOMS, Layer.SUNLIT_ROOMS, settings.care(), "sun-care");
    }

    /** Null where the scheme does not write its windows. */
    static SunStudy of(Scheme scheme, Collection<PlacedBuilding> buildings, SunSettings settings) {
        return scheme.basis().written().contains(Layer.SUN_WINDOWS) ? new SunStudy(scheme, buildings, settings) : null;
    }

    private List<Element> each(Layer layer) {
        return Survey.orNone(scheme.layers().get(layer));
    }

    private List<Geometry> shapes() {
        List<Geometry> shapes = new ArrayList<>();
        buildings
                .values()
                .forEach(building -> Survey.orNone(building.volumes())
                        .forEach(volume -> shapes.add(volume.volume().footprint())));
        each(Layer.SUN_OBSTACLES).forEach(row -> {
            shapes.add(((SunObstacle) row).outline());
            shapes.add(((SunObstacle) row).line());
        });
        rows.forEach(row -> shapes.add(row.line()));
        shapes.removeIf(shape -> shape == null || shape.isEmpty());
        return shapes;
    }

    /** That of the settings, or the middle of the windows, rounded so that it does not hang on every metre. */
    private GridPlace place() {
        Envelope around = new Envelope();
        rows.stream()
                .filter(row -> row.line() != null)
                .forEach(row -> around.expandToInclude(row.line().getEnvelopeInternal()));
        if (scheme.crs() == null || around.isNull()) {
            return null;
        }
        if (settings.place() != null) {
            return GridPlace.at(scheme.crs(), settings.place());
        }
        Coordinate middle = around.centre();
        Location exact = GridPlace.of(scheme.crs(), middle.x, middle.y).location();
        return GridPlace.at(
                scheme.crs(),
                new Location(Math.round(exact.latitude() * 100) / 100.0, Math.round(exact.longitude() * 100) / 100.0));
    }

    private static Place placeOf(SunWindow row) {
        return ElementMeasures.placeOf(Layer.SUN_WINDOWS, row);
    }

    /** Where a window looks from, or what is missing to say so. */
    private void sill(SunWindow row) {
        Place at = placeOf(row);
        Lacking lacking = new Lacking();
        String building = lacking.need(row.building(), at.lacks("building", "所在建筑", "building"));
        lacking.need(row.line(), at.lacks("line", "窗台线", "sill line"));
        BigDecimal level = lacking.need(row.sill(), at.lacks("sill", "窗台标高", "sill level"));
        lacking.addAll(model.anywhere());
        if (lacking.isAny()) {
            lacks.put(row.id(), lacking.list());
            return;
        }
        SunSill sill = SunSill.of(
                row.id(),
                building,
                frame.in(row.line()),
                level.doubleValue(),
                model.at(buildings.get(building), level.doubleValue()));
        if (sill == null) {
            lacks.put(
                    row.id(),
                    List.of(at.lacks(
                            "line",
                            "窗台线(不在所在建筑该标高的外墙上)",
                            "sill line (it is not on a wall of its building at that level)")));
        } else if (model.holds(sill)) {
            lacks.put(row.id(), List.of(at.lacks("line", "窗台线(在体量之内)", "sill line (it lies within a volume)")));
        } else {
            sills.put(row.id(), sill);
        }
    }

    private void study(Sunlight.Kind kind, Layer layer, List<SunSettings.Day> standard, String setting) {
        if (scheme.layers().get(Layer.SUN_WINDOWS) == null) {
            List<Missing> missing = List.of(ElementMeasures.missing(Layer.SUN_WINDOWS));
            each(layer).forEach(home -> hours.put(home.id(), Hours.unknown(missing)));
            return;
        }
        List<Element> homes = each(layer);
        if (homes.isEmpty()) {
            return;
        }
        List<SunSettings.Way> ways = settings.ways(standard);
        if (ways.isEmpty()) {
            List<Missing> unset = settings.unset(standard, setting);
            homes.forEach(home -> hours.put(home.id(), Hours.unknown(unset)));
            return;
        }
        if (place != null && !ways.stream().allMatch(this::sunIsUp)) {
            List<Missing> wrong = List.of(SunSettings.basis(
                    setting,
                    "日照标准日与有效日照时间带(太阳不全在地平线以上)",
                    "the day and the time that count (the sun is not up all the time)"));
            homes.forEach(home -> hours.put(home.id(), Hours.unknown(wrong)));
            return;
        }
        Set<String> ids = homes.stream().map(Element::id).collect(Collectors.toSet());
        Map<String, List<SunWindow>> byHome = rows.stream()
                .filter(row -> row.dwelling() != null && ids.contains(row.dwelling()))
                .collect(Collectors.groupingBy(SunWindow::dwelling));
        Map<String, Sunlight.WindowRow> windows = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.dwelling() != null && ids.contains(row.dwelling()))
                .forEach(row -> {
                    waysOf.put(row.id(), ways);
                    windows.put(row.id(), windowRow(row, ways));
                });
        List<Sunlight.HomeRow> table = new ArrayList<>();
        for (Element home : homes) {
            table.add(home(kind, layer, home, byHome.getOrDefault(home.id(), List.of()), ways, windows));
        }
        days.add(new Sunlight.Day(
                kind,
                ways.get(0).day().date(),
                ways.stream().map(SunStudy::told).toList(),
                List.copyOf(windows.values()),
                table));
    }

    private boolean sunIsUp(SunSettings.Way way) {
        SunPath path = path(way.day());
        return path.altitude(way.day().from()) > 0 && path.altitude(way.day().to()) > 0;
    }

    private SunPath path(SunSettings.Day day) {
        return SunPath.of(place.location(), day.date(), CHINA, place.convergence());
    }

    private static Sunlight.Way told(SunSettings.Way way) {
        Counting counting = way.counting();
        return new Sunlight.Way(
                way.day().date(),
                counting.from(),
                counting.to(),
                counting.continuous(),
                counting.leastMinutes(),
                counting.mostStretches(),
                counting.leastSweep(),
                counting.fullWindow(),
                way.rooms() == SunSettings.Rooms.ALL);
    }

    private Variant nominal(SunSettings.Way way) {
        return variant(way, true, 0);
    }

    /** {@code sign}: 1 where everything is as large as the accuracy of the drawing allows, −1 as small, 0 as drawn. */
    private Variant variant(SunSettings.Way way, boolean roofs, int sign) {
        SunSettings.Accuracy accuracy = settings.accuracy();
        return new Variant(
                way.day(),
                way.counting(),
                roofs,
                sign == 0 ? 0 : sign * accuracy.position(),
                sign == 0 ? 0 : sign * accuracy.height());
    }

    /** Every one that a value or its spread hangs on. */
    private Set<Variant> variants(List<SunSettings.Way> ways) {
        Set<Variant> variants = new LinkedHashSet<>();
        ways.forEach(way -> variants.add(nominal(way)));
        SunSettings.Way way = ways.get(0);
        if (!model.uncertain().isEmpty()) {
            variants.add(variant(way, false, 0));
        }
        if (settings.accuracy() != null) {
            variants.add(variant(way, true, 1));
            variants.add(variant(way, true, -1));
        }
        return variants;
    }

    /** All windows that can be looked from, under one variant. */
    private Map<String, WindowSun> of(Variant variant) {
        return computed.computeIfAbsent(variant, this::compute);
    }

    private Map<String, WindowSun> compute(Variant variant) {
        Obstacles.Builder obstacles = new Obstacles.Builder();
        for (SunSolid solid : model.solids()) {
            solid.addTo(obstacles, solid.building().id(), variant.out(), variant.up());
        }
        if (variant.roofs()) {
            for (SunSolid solid : model.uncertain()) {
                solid.addTo(obstacles, solid.building().id(), variant.out(), variant.up());
            }
        }
        return study(obstacles, variant);
    }

    private Map<String, WindowSun> study(Obstacles.Builder obstacles, Variant variant) {
        SunPath path = path(variant.day());
        Set<String> added = buildings.values().stream()
                .filter(SunStudy::isAdded)
                .map(PlacedBuilding::id)
                .collect(Collectors.toSet());
        Study study = new Study(obstacles.build(), added, path, variant.counting());
        Map<String, WindowSun> results = new HashMap<>();
        List<SunSill> looked = rows.stream()
                .map(row -> sills.get(row.id()))
                .filter(sill -> sill != null)
                .toList();
        study.of(looked.stream()
                        .map(sill -> sill.window(variant.out(), -variant.up()))
                        .toList())
                .forEach(sun -> results.put(sun.window().id(), sun));
        return results;
    }

    static boolean isAdded(PlacedBuilding building) {
        return building.building().standing() == Building.Standing.PROPOSED;
    }

    /** What a doubt of the model leaves open of a window, after and before. */
    private void doubts(SunWindow row, List<SunSettings.Way> ways, Lacking after, Lacking before) {
        for (Variant variant : variants(ways)) {
            WindowSun sun = of(variant).get(row.id());
            for (WindowSun.Taker taker : doubtful(variant).get(row.id()).takers()) {
                SunModel.Doubt doubt = model.doubts().get(Integer.parseInt(taker.owner()));
                if (!taker.when().and(sun.after()).isEmpty()) {
                    after.add(doubt.missing());
                }
                if (!isAdded(doubt.region().building())
                        && !taker.when().and(sun.before()).isEmpty()) {
                    before.add(doubt.missing());
                }
            }
            for (WindowSun.Taker taker : sun.takers()) {
                PlacedBuilding owner = buildings.get(taker.owner());
                if (owner.building().standing() == null) {
                    before.add(owner.place().lacks("standing", "拟建或现状", "standing"));
                }
            }
        }
    }

    private Map<String, WindowSun> doubtful(Variant variant) {
        return doubtful.computeIfAbsent(variant, any -> {
            Obstacles.Builder regions = new Obstacles.Builder();
            for (int i = 0; i < model.doubts().size(); i++) {
                model.doubts().get(i).region().addTo(regions, String.valueOf(i), variant.out(), variant.up());
            }
            return study(regions, variant);
        });
    }

    private Sunlight.WindowRow windowRow(SunWindow row, List<SunSettings.Way> ways) {
        SunSill sill = sills.get(row.id());
        Lacking after = new Lacking();
        Lacking before = new Lacking();
        if (sill == null) {
            after.addAll(lacks.get(row.id()));
            before.addAll(lacks.get(row.id()));
        } else {
            doubts(row, ways, after, before);
        }
        WindowSun sun = sill == null ? null : of(nominal(ways.get(0))).get(row.id());
        boolean knownAfter = !after.isAny();
        boolean knownBefore = !before.isAny();
        return new Sunlight.WindowRow(
                row.id(),
                row.name(),
                row.building(),
                row.dwelling(),
                row.room(),
                row.storey(),
                row.line(),
                row.sill(),
                sill == null ? null : (Double) sill.nx(),
                sill == null ? null : (Double) sill.ny(),
                knownBefore ? stretches(sun.before()) : null,
                knownAfter ? stretches(sun.after()) : null,
                knownBefore ? hours(sun.hoursBefore()) : null,
                knownAfter ? hours(sun.hoursAfter()) : null,
                sun == null
                        ? List.of()
                        : sun.takers().stream()
                                .map(taker -> new Sunlight.Taker(taker.owner(), stretches(taker.when())))
                                .toList(),
                after.list(),
                before.list());
    }

    private static List<Sunlight.Stretch> stretches(Spans spans) {
        return spans.list().stream()
                .map(span -> new Sunlight.Stretch(hours(span.from()), hours(span.to())))
                .toList();
    }

    /** Without the noise of computing, which is far below. */
    static BigDecimal hours(double hours) {
        return Frame.length(hours);
    }

    private Sunlight.HomeRow home(
            Sunlight.Kind kind,
            Layer layer,
            Element home,
            List<SunWindow> own,
            List<SunSettings.Way> ways,
            Map<String, Sunlight.WindowRow> windows) {
        Lacking after = new Lacking();
        Lacking before = new Lacking();
        Place at = ElementMeasures.placeOf(layer, home);
        Set<String> inBuildings = own.stream().map(SunWindow::building).collect(Collectors.toSet());
        inBuildings.add(home instanceof SunlitDwelling dwelling ? dwelling.building() : ((SunlitRoom) home).building());
        List<Missing> strays = rows.stream()
                .filter(row -> row.dwelling() == null
                        && (row.building() == null
                                || inBuildings.contains(null)
                                || inBuildings.contains(row.building())))
                .map(row -> placeOf(row).lacks("dwelling", "所属日照户或房间", "dwelling or room"))
                .toList();
        after.addAll(strays);
        before.addAll(strays);
        if (own.isEmpty()) {
            Missing none = Missing.fact(
                    Layer.SUN_WINDOWS.key(),
                    at.name().zh() + " 的日照窗",
                    "windows of " + at.name().en());
            after.add(none);
            before.add(none);
        }
        for (SunWindow row : own) {
            if (kind == Sunlight.Kind.DWELLINGS && own.size() > 1 && row.room() == null) {
                after.add(placeOf(row).lacks("room", "房间", "room"));
                before.add(placeOf(row).lacks("room", "房间", "room"));
            }
            after.addAll(windows.get(row.id()).missing());
            before.addAll(windows.get(row.id()).missingBefore());
        }
        List<Room> roomsBefore =
                before.isAny() ? List.of() : rank(kind, own, ways.get(0), nominal(ways.get(0)), WindowSun::hoursBefore);
        List<Room> rooms =
                after.isAny() ? List.of() : rank(kind, own, ways.get(0), nominal(ways.get(0)), WindowSun::hoursAfter);
        Trace<BigDecimal> hoursBefore =
                before.isAny() ? before.trace() : Trace.known(roomsBefore.get(0).hours());
        Trace<BigDecimal> hoursAfter =
                after.isAny() ? after.trace() : Trace.known(rooms.get(0).hours());
        Lacking ofSecond = new Lacking();
        ofSecond.addAll(after.list());
        if (!after.isAny() && rooms.size() < 2) {
            ofSecond.add(Missing.fact(
                    Layer.SUN_WINDOWS.key(),
                    at.name().zh() + " 另一居室的日照窗",
                    "windows of another room of " + at.name().en()));
        }
        Lacking ofLoss = new Lacking();
        ofLoss.addAll(before.list());
        ofLoss.addAll(after.list());
        hours.put(
                home.id(),
                new Hours(
                        after.isAny() ? Taken.unknown(after.list()) : taken(kind, own, ways, rooms, 0),
                        ofSecond.isAny() ? Taken.unknown(ofSecond.list()) : taken(kind, own, ways, rooms, 1),
                        ofLoss.isAny() ? Taken.unknown(ofLoss.list()) : lost(kind, own, ways),
                        hoursBefore,
                        hoursAfter));
        return new Sunlight.HomeRow(
                home.id(),
                hoursBefore.value(),
                hoursAfter.value(),
                roomsBefore.size() > 1 ? roomsBefore.get(1).hours() : null,
                rooms.size() > 1 ? rooms.get(1).hours() : null,
                rooms.isEmpty() ? null : rooms.get(0).governing());
    }

    /** Hours of one room and the window that they are of. */
    private record Room(String name, BigDecimal hours, String governing) {}

    private interface HoursOf {
        double of(WindowSun sun);
    }

    /** The rooms of a home, that with most sun first. */
    private List<Room> rank(
            Sunlight.Kind kind, List<SunWindow> own, SunSettings.Way way, Variant variant, HoursOf hoursOf) {
        Map<String, WindowSun> suns = of(variant);
        Map<String, List<SunWindow>> byRoom = new TreeMap<>(NaturalOrder.OF_IDS);
        for (SunWindow row : own) {
            String name = kind == Sunlight.Kind.ROOMS || row.room() == null ? "" : row.room();
            byRoom.computeIfAbsent(name, any -> new ArrayList<>()).add(row);
        }
        List<Room> rooms = new ArrayList<>();
        byRoom.forEach((name, windows) -> {
            Comparator<SunWindow> byHours = Comparator.comparing(row -> hours(hoursOf.of(suns.get(row.id()))));
            SunWindow governing = way.rooms() == SunSettings.Rooms.ALL
                    ? windows.stream().min(byHours).orElseThrow()
                    : windows.stream().min(byHours.reversed()).orElseThrow();
            rooms.add(new Room(name, hours(hoursOf.of(suns.get(governing.id()))), governing.id()));
        });
        rooms.sort(Comparator.comparing(Room::hours).reversed());
        return rooms;
    }

    /** Of the best room ({@code index} 0) or the next. */
    private Taken taken(
            Sunlight.Kind kind, List<SunWindow> own, List<SunSettings.Way> ways, List<Room> rooms, int index) {
        Room room = rooms.get(index);
        SunSettings.Way way = ways.get(0);
        List<String> formula = new ArrayList<>();
        List<Geometry> lines = new ArrayList<>();
        for (SunWindow row : own) {
            if (kind == Sunlight.Kind.ROOMS || room.name().equals(row.room() == null ? "" : row.room())) {
                lines.add(row.line());
                formula.add(formula(row, of(nominal(way)).get(row.id()), way.counting()));
            }
        }
        return spread(
                room.hours(),
                ways,
                (other, variant) -> rank(kind, own, other, variant, WindowSun::hoursAfter)
                        .get(index)
                        .hours(),
                formula,
                lines);
    }

    /** How much less sun there is afterwards. */
    private Taken lost(Sunlight.Kind kind, List<SunWindow> own, List<SunSettings.Way> ways) {
        Figure loss = (way, variant) -> best(kind, own, way, variant, WindowSun::hoursBefore)
                .subtract(best(kind, own, way, variant, WindowSun::hoursAfter));
        SunSettings.Way way = ways.get(0);
        String formula = Numbers.plain(best(kind, own, way, nominal(way), WindowSun::hoursBefore)) + " h − "
                + Numbers.plain(best(kind, own, way, nominal(way), WindowSun::hoursAfter)) + " h";
        return spread(
                loss.under(way, nominal(way)),
                ways,
                loss,
                List.of(formula),
                own.stream().map(SunWindow::line).toList());
    }

    private BigDecimal best(
            Sunlight.Kind kind, List<SunWindow> own, SunSettings.Way way, Variant variant, HoursOf hoursOf) {
        return rank(kind, own, way, variant, hoursOf).get(0).hours();
    }

    /** A number with how far it may be off. */
    private Taken spread(
            BigDecimal number,
            List<SunSettings.Way> ways,
            Figure figure,
            List<String> formula,
            List<? extends Geometry> lines) {
        SunSettings.Way way = ways.get(0);
        List<String> shown = new ArrayList<>(formula);
        List<Spread> spreads = new ArrayList<>();
        if (ways.size() > 1) {
            List<BigDecimal> found = new ArrayList<>();
            for (SunSettings.Way other : ways) {
                BigDecimal then = figure.under(other, nominal(other));
                shown.add(SunWords.of(other) + " → " + Numbers.plain(then) + " h");
                found.add(then);
            }
            spread(spreads, SunSettings.basis("sun-counting", "日照计算口径", "how sunlight is counted"), number, found);
        }
        if (!model.uncertain().isEmpty()) {
            BigDecimal without = figure.under(way, variant(way, false, 0));
            spread(spreads, model.uncertainRoofs().get(0), number, List.of(without));
        }
        if (settings.accuracy() != null) {
            double out = settings.accuracy().position();
            double up = settings.accuracy().height();
            Missing why = new Missing(
                    "settings/sun-accuracy",
                    new Text(
                            "图纸精度(平面 ±" + out + " m、高程 ±" + up + " m)",
                            "accuracy of the drawing (position ±" + out + " m, level ±" + up + " m)"),
                    Missing.Kind.ACCURACY);
            spread(
                    spreads,
                    why,
                    number,
                    List.of(figure.under(way, variant(way, true, 1)), figure.under(way, variant(way, true, -1))));
        }
        return new Taken(
                new Reading.Known(new Value.Amount(number), Provenance.COMPUTED, spreads),
                new Evidence(Shapes.together(lines), shown));
    }

    private static void spread(List<Spread> spreads, Missing why, BigDecimal number, List<BigDecimal> others) {
        BigDecimal low = others.stream().reduce(number, BigDecimal::min);
        BigDecimal high = others.stream().reduce(number, BigDecimal::max);
        if (low.compareTo(high) < 0) {
            spreads.add(new Spread(why, low, high));
        }
    }

    private static String formula(SunWindow row, WindowSun sun, Counting counting) {
        String counted = counting.counted(sun.after()).list().stream()
                .map(span -> SunWords.clock(span.from()) + "–" + SunWords.clock(span.to()))
                .collect(Collectors.joining(" + "));
        return row.id() + ": " + (counted.isEmpty() ? "–" : counted) + " = " + Numbers.plain(hours(sun.hoursAfter()))
                + " h";
    }

    /**
     * A window as it is seen from, by the first candidates of the settings.
     *
     * @param low least hours afterwards that the drawing's accuracy leaves possible, {@code high} the most; the hours themselves where none is
     *     stated
     */
    record Seen(
            WindowSun sun,
            Counting counting,
            SunSettings.Day day,
            BigDecimal low,
            BigDecimal high,
            List<Missing> missing) {}

    /** Empty where no dwelling or room has such a window, or it cannot be seen from. */
    Optional<Seen> seen(String window) {
        List<SunSettings.Way> ways = waysOf.get(window);
        SunSill sill = sills.get(window);
        if (ways == null || sill == null) {
            return Optional.empty();
        }
        SunSettings.Way way = ways.get(0);
        WindowSun sun = of(nominal(way)).get(window);
        BigDecimal low = hours(sun.hoursAfter());
        BigDecimal high = low;
        for (Variant variant : variants(ways)) {
            if (variant.counting().equals(way.counting()) && variant.day().equals(way.day())) {
                BigDecimal then = hours(of(variant).get(window).hoursAfter());
                low = low.min(then);
                high = high.max(then);
            }
        }
        Lacking after = new Lacking();
        doubts(row(window), ways, after, new Lacking());
        return Optional.of(
                new Seen(sun, way.counting(), way.day(), low, high, after.isAny() ? after.list() : List.of()));
    }

    private SunWindow row(String window) {
        return rows.stream().filter(row -> row.id().equals(window)).findFirst().orElseThrow();
    }

    /** The same window by another way of counting, by the grid's north, or with some of the buildings only. */
    WindowSun again(Seen seen, Counting counting, boolean trueNorth, Predicate<String> those) {
        Obstacles.Builder obstacles = new Obstacles.Builder();
        Stream.concat(model.solids().stream(), model.uncertain().stream())
                .filter(solid -> those.test(solid.building().id()))
                .forEach(solid -> solid.addTo(obstacles, solid.building().id(), 0, 0));
        SunPath path = SunPath.of(place.location(), seen.day().date(), CHINA, trueNorth ? place.convergence() : 0);
        return new Study(obstacles.build(), Set.of(), path, counting)
                .of(List.of(seen.sun().window()))
                .get(0);
    }

    /** How much less apparent solar time shows than the clock at noon, hours. */
    double apparentMinusClock(Seen seen) {
        SunPath path = SunPath.of(place.location(), seen.day().date(), CHINA, place.convergence());
        return 12 - path.clock(12).toNanoOfDay() / 3.6e12;
    }

    /** The sill of a window. */
    Geometry line(String window) {
        return row(window).line();
    }

    /** The name that a building carries, null where it has none. */
    String nameOf(String building) {
        PlacedBuilding placed = building == null ? null : buildings.get(building);
        return placed == null ? null : placed.building().name();
    }

    private Hours of(String home) {
        return hours.get(home);
    }

    /** Of a dwelling or room of the scheme: hours before it is built. */
    public Trace<BigDecimal> before(Element home) {
        return of(home.id()).before();
    }

    /** Of a dwelling or room of the scheme: hours once it is built. */
    public Trace<BigDecimal> after(Element home) {
        return of(home.id()).after();
    }

    /** Of the dwellings and rooms, in their order. */
    List<Measure> measures() {
        List<Measure> measures = new ArrayList<>();
        for (Element home : each(Layer.SUNLIT_DWELLINGS)) {
            Hours one = of(home.id());
            measures.add(one.best().of(Quantity.SUN_HOURS, ElementMeasures.subject(Layer.SUNLIT_DWELLINGS, home)));
            measures.add(
                    one.second().of(Quantity.SUN_HOURS_SECOND, ElementMeasures.subject(Layer.SUNLIT_DWELLINGS, home)));
            measures.add(one.lost().of(Quantity.SUN_LOSS, ElementMeasures.subject(Layer.SUNLIT_DWELLINGS, home)));
        }
        for (Element home : each(Layer.SUNLIT_ROOMS)) {
            measures.add(of(home.id())
                    .best()
                    .of(Quantity.SUN_HOURS_WINTER, ElementMeasures.subject(Layer.SUNLIT_ROOMS, home)));
        }
        return measures;
    }

    private BigDecimal ground() {
        return buildings.values().stream()
                .filter(SunStudy::isAdded)
                .map(building -> building.building().ground())
                .filter(java.util.Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** As plain data. */
    public Sunlight record() {
        List<Sunlight.Solid> solids = new ArrayList<>();
        model.solids().forEach(solid -> solids.add(told(solid, false)));
        model.uncertain().forEach(solid -> solids.add(told(solid, true)));
        return new Sunlight(
                place == null
                        ? null
                        : new Sunlight.Place(
                                place.location().latitude(),
                                place.location().longitude(),
                                place.convergence(),
                                settings.place() != null),
                ground(),
                days,
                solids);
    }

    private Sunlight.Solid told(SunSolid solid, boolean uncertain) {
        return new Sunlight.Solid(
                solid.building().id(),
                solid.part(),
                solid.form(),
                isAdded(solid.building()),
                uncertain,
                solid.outline() == null ? null : frame.out(solid.outline()),
                solid.line() == null ? null : frame.out(solid.line()),
                solid.bottom() == SunSolid.FLOOR ? null : Frame.length(solid.bottom()),
                Frame.length(solid.top()));
    }
}
