package redline.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import redline.quantity.Quantity;
import redline.scheme.ConcentratedGreen;
import redline.scheme.Element;
import redline.scheme.Layer;
import redline.scheme.PlannedLand;
import redline.scheme.Scheme;
import redline.scheme.SunObstacle;
import redline.scheme.SunWindow;
import redline.scheme.SunlitDwelling;
import redline.scheme.SunlitRoom;
import redline.scheme.Volume;
import redline.sun.Counting;
import redline.sun.GridPlace;
import redline.sun.Location;
import redline.sun.Spans;
import redline.sun.WindowSun;

/**
 * Hours of sunlight of a scheme that writes its windows ({@code sunWindows}): of each window, and of each dwelling and room that they
 * light. Apparent solar time throughout; without refraction.
 */
public final class SunStudy {
    /** What is read from tables where no windows are written. */
    static final Set<Quantity> MEASURED = Set.of(
            Quantity.SUN_HOURS,
            Quantity.SUN_HOURS_SECOND,
            Quantity.SUN_HOURS_WINTER,
            Quantity.SUN_LOSS,
            Quantity.SUNLIT_SHARE,
            Quantity.SUN_HOURS_LAND);

    private static final int MOST_STOREYS = 1000;

    private final Scheme scheme;
    private final SunSettings settings;
    private final Map<String, PlacedBuilding> buildings = new LinkedHashMap<>();
    private final List<SunWindow> rows = new ArrayList<>();
    private final Map<String, SunWindow> byId = new HashMap<>();
    private final List<SunWindow> withoutHome;
    private final Map<String, List<Missing>> lacks = new HashMap<>();
    private final Map<String, Hours> hours = new HashMap<>();
    private final Map<String, Taken> shares = new HashMap<>();
    private final Map<String, Taken> lands = new HashMap<>();
    private final List<Sunlight.Day> days = new ArrayList<>();
    private final Map<String, List<SunSettings.Way>> waysOf = new HashMap<>();
    private final Frame frame;
    private final SunModel model;
    private final GridPlace place;
    private final SunLook look;
    private final Map<SunSettings.Day, SunRange> ranges = new HashMap<>();

    /** Of a dwelling or room; {@code second}: of its second-best room; {@code lost} by the scheme. */
    record Hours(Taken best, Taken second, Taken lost, Trace<BigDecimal> before, Trace<BigDecimal> after) {
        static Hours unknown(List<Missing> missing) {
            Taken none = Taken.unknown(missing);
            return new Hours(none, none, none, Trace.unknown(missing), Trace.unknown(missing));
        }
    }

    private SunStudy(Scheme scheme, Collection<PlacedBuilding> all, SunSettings settings) {
        this.scheme = scheme;
        this.settings = settings;
        all.forEach(building -> buildings.put(building.id(), building));
        each(Layer.SUN_WINDOWS).forEach(row -> rows.add((SunWindow) row));
        rows.forEach(row -> byId.put(row.id(), row));
        this.withoutHome = rows.stream().filter(row -> row.dwelling() == null).toList();
        this.frame = Frame.around(shapes());
        this.model = SunModel.of(scheme, all, frame);
        this.place = place();
        List<SunSill> sills = new ArrayList<>();
        rows.forEach(row -> sill(row, sills));
        this.look = new SunLook(model, all, sills, ofNurseries(), settings, place);
        OpenGround open = new OpenGround(look, frame, settings, lowestGround());
        SunGreens greens = new SunGreens(open);
        each(Layer.CONCENTRATED_GREENS)
                .forEach(green -> shares.put(green.id(), greens.share((ConcentratedGreen) green)));
        SunLands planned = new SunLands(open);
        each(Layer.PLANNED_LANDS).forEach(land -> lands.put(land.id(), planned.hours((PlannedLand) land)));
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
        each(Layer.CONCENTRATED_GREENS).forEach(green -> shapes.add(((ConcentratedGreen) green).outline()));
        each(Layer.PLANNED_LANDS).forEach(land -> shapes.add(((PlannedLand) land).outline()));
        shapes.removeIf(shape -> shape == null || shape.isEmpty());
        return shapes;
    }

    /** That of the settings, or the middle of the windows, rounded so that it does not hang on every metre. */
    private GridPlace place() {
        Envelope around = new Envelope();
        rows.stream()
                .filter(row -> row.line() != null)
                .forEach(row -> around.expandToInclude(row.line().getEnvelopeInternal()));
        if (around.isNull()) {
            shapes().forEach(shape -> around.expandToInclude(shape.getEnvelopeInternal()));
        }
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

    /** Windows of rooms of nurseries. */
    private Set<String> ofNurseries() {
        Set<String> nurseries = each(Layer.SUNLIT_ROOMS).stream()
                .filter(room -> "NURSERY".equals(((SunlitRoom) room).kind()))
                .map(Element::id)
                .collect(Collectors.toSet());
        return rows.stream()
                .filter(row -> row.dwelling() != null && nurseries.contains(row.dwelling()))
                .map(SunWindow::id)
                .collect(Collectors.toSet());
    }

    private static Place placeOf(SunWindow row) {
        return ElementMeasures.placeOf(Layer.SUN_WINDOWS, row);
    }

    /** Where a window looks from, or what is missing to say so. */
    private void sill(SunWindow row, List<SunSill> sills) {
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
            sills.add(sill);
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
        List<SunSettings.Way> all = settings.ways(standard);
        if (all.isEmpty()) {
            List<Missing> unset = settings.unset(standard, setting);
            homes.forEach(home -> hours.put(home.id(), Hours.unknown(unset)));
            return;
        }
        if (place != null && !all.stream().allMatch(way -> look.sunIsUp(way.day()))) {
            List<Missing> wrong = List.of(sunIsNotUp(setting));
            homes.forEach(home -> hours.put(home.id(), Hours.unknown(wrong)));
            return;
        }
        Set<String> ids = homes.stream().map(Element::id).collect(Collectors.toSet());
        List<SunWindow> looked = rows.stream()
                .filter(row -> row.dwelling() != null && ids.contains(row.dwelling()))
                .toList();
        Map<String, List<SunWindow>> byHome = looked.stream().collect(Collectors.groupingBy(SunWindow::dwelling));
        List<SunSettings.Way> ways = different(all, looked);
        Map<String, Sunlight.WindowRow> windows = new LinkedHashMap<>();
        looked.forEach(row -> {
            waysOf.put(row.id(), ways);
            windows.put(row.id(), windowRow(row, ways));
        });
        List<Sunlight.HomeRow> table = new ArrayList<>();
        for (Element home : homes) {
            List<SunWindow> own = byHome.getOrDefault(home.id(), List.of());
            table.add(home(kind, layer, home, own, different(ways, own), windows));
        }
        days.add(new Sunlight.Day(
                kind,
                ways.get(0).day().date(),
                ways.stream().map(SunStudy::told).toList(),
                List.copyOf(windows.values()),
                table));
    }

    /** Where no window is so wide that not all of it counts, ways that differ by that alone are one. */
    private List<SunSettings.Way> different(List<SunSettings.Way> ways, List<SunWindow> windows) {
        boolean wide = ways.stream()
                .map(SunSettings.Way::width)
                .distinct()
                .anyMatch(width -> windows.stream().anyMatch(row -> look.isWide(row.id(), width)));
        return wide
                ? ways
                : ways.stream().map(SunSettings.Way::whole).distinct().toList();
    }

    /** What is missing to say how much of a wide window counts: whether its room is one of a nursery. */
    private List<Missing> unsettledWidth(SunWindow row, List<SunSettings.Way> ways) {
        Element home = each(Layer.SUNLIT_ROOMS).stream()
                .filter(room -> room.id().equals(row.dwelling()))
                .findFirst()
                .orElse(null);
        boolean unsettled = home instanceof SunlitRoom room
                && room.kind() == null
                && ways.stream()
                        .map(SunSettings.Way::width)
                        .anyMatch(width -> width.most() != width.nursery() && look.isWide(row.id(), width));
        return unsettled
                ? List.of(ElementMeasures.placeOf(Layer.SUNLIT_ROOMS, home).lacks("kind", "种类", "kind"))
                : List.of();
    }

    private static Missing sunIsNotUp(String setting) {
        return SunSettings.basis(
                setting,
                "日照标准日与有效日照时间带(太阳不全在地平线以上)",
                "the day and the time that count (the sun is not up all the time)");
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
                metres(way.width().most()),
                metres(way.width().nursery()),
                way.rooms() == SunSettings.Rooms.ALL);
    }

    private static Double metres(double width) {
        return Double.isInfinite(width) ? null : (Double) width;
    }

    private Sunlight.WindowRow windowRow(SunWindow row, List<SunSettings.Way> ways) {
        SunSill sill = look.sill(row.id());
        Lacking after = new Lacking();
        Lacking before = new Lacking();
        if (sill == null) {
            after.addAll(lacks.get(row.id()));
            before.addAll(lacks.get(row.id()));
        } else {
            look.doubts(row.id(), ways, after, before);
            after.addAll(unsettledWidth(row, ways));
            before.addAll(unsettledWidth(row, ways));
        }
        WindowSun sun = sill == null ? null : look.at(row.id(), look.nominal(ways.get(0)));
        SunSill counted = sill == null ? null : look.stretch(row.id(), look.nominal(ways.get(0)));
        List<BigDecimal> range = sill == null || after.isAny()
                ? List.of()
                : look.variants(ways).stream()
                        .map(variant ->
                                SunWords.hours(look.at(row.id(), variant).hoursAfter()))
                        .sorted()
                        .toList();
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
                counted == null || after.isAny() ? null : frame.out(counted.line(row.line())),
                knownBefore ? stretches(sun.before()) : null,
                knownAfter ? stretches(sun.after()) : null,
                knownBefore ? SunWords.hours(sun.hoursBefore()) : null,
                knownAfter ? SunWords.hours(sun.hoursAfter()) : null,
                range.isEmpty() ? null : range.get(0),
                range.isEmpty() ? null : range.get(range.size() - 1),
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
                .map(span -> new Sunlight.Stretch(SunWords.hours(span.from()), SunWords.hours(span.to())))
                .toList();
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
        List<Missing> strays = withoutHome.stream()
                .filter(row ->
                        row.building() == null || inBuildings.contains(null) || inBuildings.contains(row.building()))
                .map(row -> placeOf(row).lacks("dwelling", "所属日照户或房间", "dwelling or room"))
                .toList();
        after.addAll(strays);
        before.addAll(strays);
        if (own.isEmpty()) {
            Missing none = noWindows(
                    at.name().zh() + " 的日照窗", "windows of " + at.name().en());
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
        SunHome known = own.isEmpty() ? null : new SunHome(look, ways, own, kind == Sunlight.Kind.ROOMS);
        List<SunHome.Room> roomsBefore = before.isAny() ? List.of() : known.before();
        List<SunHome.Room> rooms = after.isAny() ? List.of() : known.after();
        Lacking ofSecond = new Lacking();
        ofSecond.addAll(after.list());
        if (!after.isAny() && rooms.size() < 2) {
            ofSecond.add(noWindows(
                    at.name().zh() + " 另一居室的日照窗",
                    "windows of another room of " + at.name().en()));
        }
        Lacking ofLoss = new Lacking();
        ofLoss.addAll(before.list());
        ofLoss.addAll(after.list());
        hours.put(
                home.id(),
                new Hours(
                        after.isAny() ? Taken.unknown(after.list()) : known.hours(0),
                        ofSecond.isAny() ? Taken.unknown(ofSecond.list()) : known.hours(1),
                        ofLoss.isAny() ? Taken.unknown(ofLoss.list()) : known.lost(),
                        before.isAny()
                                ? before.trace()
                                : Trace.known(roomsBefore.get(0).hours()),
                        after.isAny() ? after.trace() : Trace.known(rooms.get(0).hours())));
        return new Sunlight.HomeRow(
                home.id(),
                hoursOf(roomsBefore, 0),
                hoursOf(rooms, 0),
                hoursOf(roomsBefore, 1),
                hoursOf(rooms, 1),
                rooms.isEmpty() ? null : rooms.get(0).governing());
    }

    private static BigDecimal hoursOf(List<SunHome.Room> rooms, int index) {
        return rooms.size() > index ? rooms.get(index).hours() : null;
    }

    private static Missing noWindows(String zh, String en) {
        return Missing.fact(Layer.SUN_WINDOWS.key(), zh, en);
    }

    /**
     * A window as it is seen from, by the first candidates of the settings.
     *
     * @param low least hours afterwards that the drawing leaves possible, {@code high} the most; the hours themselves where they are exact
     */
    record Seen(WindowSun sun, SunSettings.Way way, BigDecimal low, BigDecimal high, List<Missing> missing) {}

    /** Empty where no dwelling or room has such a window, or it cannot be seen from. */
    Optional<Seen> seen(String window) {
        List<SunSettings.Way> ways = waysOf.get(window);
        if (ways == null || look.sill(window) == null) {
            return Optional.empty();
        }
        List<SunSettings.Way> first = ways.subList(0, 1);
        List<BigDecimal> range = look.variants(first).stream()
                .map(variant -> SunWords.hours(look.at(window, variant).hoursAfter()))
                .sorted()
                .toList();
        Lacking after = new Lacking();
        look.doubts(window, first, after, new Lacking());
        after.addAll(unsettledWidth(row(window), first));
        return Optional.of(new Seen(
                look.at(window, look.nominal(ways.get(0))),
                ways.get(0),
                range.get(0),
                range.get(range.size() - 1),
                after.isAny() ? after.list() : List.of()));
    }

    /** Why a window cannot be seen from. */
    List<Missing> unseen(String window) {
        List<Missing> known = lacks.get(window);
        if (known != null) {
            return known;
        }
        String home = row(window).dwelling();
        Hours of = home == null ? null : hours.get(home);
        return of != null && of.best().reading() instanceof Reading.Unknown unknown
                ? unknown.missing()
                : List.of(placeOf(row(window)).lacks("dwelling", "所属日照户或房间", "dwelling or room"));
    }

    /** The line of a window. */
    SunWindow row(String window) {
        return byId.get(window);
    }

    SunLook look() {
        return look;
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
            measures.add(one.lost().of(Quantity.SUN_LOSS, ElementMeasures.subject(Layer.SUNLIT_DWELLINGS, home)));
            measures.add(
                    one.second().of(Quantity.SUN_HOURS_SECOND, ElementMeasures.subject(Layer.SUNLIT_DWELLINGS, home)));
        }
        for (Element home : each(Layer.SUNLIT_ROOMS)) {
            measures.add(of(home.id())
                    .best()
                    .of(Quantity.SUN_HOURS_WINTER, ElementMeasures.subject(Layer.SUNLIT_ROOMS, home)));
        }
        for (Element green : each(Layer.CONCENTRATED_GREENS)) {
            measures.add(shares.get(green.id())
                    .of(Quantity.SUNLIT_SHARE, ElementMeasures.subject(Layer.CONCENTRATED_GREENS, green)));
        }
        for (Element land : each(Layer.PLANNED_LANDS)) {
            measures.add(lands.get(land.id())
                    .of(Quantity.SUN_HOURS_LAND, ElementMeasures.subject(Layer.PLANNED_LANDS, land)));
        }
        return measures;
    }

    /** Of a concentrated green: its share outside of the shadow line. */
    public Trace<BigDecimal> share(Element green) {
        return shares.get(green.id()).number();
    }

    /** Lowest outdoor ground of what is to be built. */
    private Trace<BigDecimal> lowestGround() {
        Lacking lacking = new Lacking();
        BigDecimal lowest = null;
        for (PlacedBuilding building : buildings.values()) {
            if (building.own()) {
                BigDecimal one = lacking.need(
                        building.building().ground(),
                        building.place().lacks("ground", "室外设计地面标高", "outdoor ground level"));
                lowest = lowest == null || one == null ? one : lowest.min(one);
            }
        }
        if (lowest == null && !lacking.isAny()) {
            lacking.add(Place.layer("buildings", "建筑", "buildings").missing());
        }
        return lacking.isAny() ? lacking.trace() : Trace.known(lowest);
    }

    private BigDecimal ground() {
        return buildings.values().stream()
                .filter(SunLook::isAdded)
                .map(building -> building.building().ground())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Whether what the scheme adds takes sun from a building on the standard day of dwellings. */
    public Trace<Boolean> taken(PlacedBuilding building) {
        List<SunSettings.Day> day = settings.housing();
        if (day.isEmpty()) {
            return Trace.unknown(settings.unset(day, "sun-housing"));
        }
        if (place == null) {
            return Trace.unknown(List.of(building.lacksVolumes())); // nothing at all is drawn
        }
        if (!look.sunIsUp(day.get(0))) {
            return Trace.unknown(List.of(sunIsNotUp("sun-housing")));
        }
        return range(day.get(0)).taken(building.id());
    }

    private SunRange range(SunSettings.Day day) {
        return ranges.computeIfAbsent(day, of -> new SunRange(look, model, frame, buildings.values(), of));
    }

    /** Of the days that there are dwellings or rooms for; null where it is not set how to sample. */
    private List<Sunlight.Facades> facades() {
        if (settings.facades() == null) {
            return null;
        }
        List<Sunlight.Facades> facades = new ArrayList<>();
        facades(Sunlight.Kind.DWELLINGS, settings.housing(), facades);
        if (!each(Layer.SUNLIT_ROOMS).isEmpty()) {
            facades(Sunlight.Kind.ROOMS, settings.care(), facades);
        }
        return facades;
    }

    private void facades(Sunlight.Kind kind, List<SunSettings.Day> days, List<Sunlight.Facades> all) {
        List<SunSettings.Way> ways = settings.ways(days);
        if (ways.isEmpty() || place == null || !look.sunIsUp(ways.get(0).day())) {
            return;
        }
        SunSettings.Way way = ways.get(0).atPoints();
        List<Sunlight.Facade> facades = new ArrayList<>();
        List<Sunlight.Gap> gaps = new ArrayList<>();
        if (model.anywhere().isEmpty()) {
            Map<String, List<SunWindow>> written = rows.stream()
                    .filter(row -> row.building() != null)
                    .collect(Collectors.groupingBy(SunWindow::building));
            SunFacades sampled = new SunFacades(look, frame, settings.facades(), way, written);
            for (PlacedBuilding building : buildings.values()) {
                Trace<Boolean> taken = range(way.day()).taken(building.id());
                if (building.own() || written.containsKey(building.id()) || !Boolean.FALSE.equals(taken.value())) {
                    Lacking lacking = new Lacking();
                    facades.addAll(sampled.of(building, lacking));
                    if (lacking.isAny()) {
                        gaps.add(new Sunlight.Gap(building.id(), lacking.list()));
                    }
                }
            }
        }
        all.add(new Sunlight.Facades(
                kind,
                way.day().date(),
                told(way),
                settings.facades().spacing(),
                settings.facades().sill(),
                model.anywhere(),
                facades,
                gaps));
    }

    /** How many windows of a building are written; unknown where none is, or where it is not said of which building one is. */
    public Trace<Integer> windows(PlacedBuilding building) {
        long own = rows.stream()
                .filter(row -> building.id().equals(row.building()))
                .count();
        String zh = building.name().zh() + " 的日照窗";
        return own > 0
                ? Trace.known((int) own)
                : Trace.unknown(
                        List.of(noWindows(zh, "windows of " + building.name().en())));
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
                solids,
                parts(),
                facades());
    }

    private List<Sunlight.Part> parts() {
        List<Sunlight.Part> parts = new ArrayList<>();
        for (PlacedBuilding building : buildings.values()) {
            if (!SunLook.isAdded(building) || building.volumes() == null) {
                continue;
            }
            for (PlacedVolume volume : building.aboveGround()) {
                parts.add(new Sunlight.Part(
                        building.id(),
                        volume.volume().id(),
                        building.building().ground(),
                        storeys(volume.volume().storeys())));
            }
        }
        return parts;
    }

    private static List<BigDecimal> storeys(List<Volume.Storey> stated) {
        if (stated == null
                || stated.isEmpty()
                || stated.stream().anyMatch(storey -> storey.count() == null || storey.height() == null)) {
            return null;
        }
        if (stated.stream().mapToLong(Volume.Storey::count).sum() > MOST_STOREYS) {
            return null; // a slip of the pen
        }
        List<BigDecimal> heights = new ArrayList<>();
        stated.forEach(storey -> heights.addAll(Collections.nCopies(storey.count(), storey.height())));
        return heights;
    }

    private Sunlight.Solid told(SunSolid solid, boolean uncertain) {
        return new Sunlight.Solid(
                solid.building().id(),
                solid.part(),
                solid.form(),
                SunLook.isAdded(solid.building()),
                uncertain,
                solid.outline() == null ? null : frame.out(solid.outline()),
                solid.line() == null ? null : frame.out(solid.line()),
                solid.bottom() == SunSolid.FLOOR ? null : Frame.length(solid.bottom()),
                Frame.length(solid.top()));
    }
}
