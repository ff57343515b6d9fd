package redline.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import redline.scheme.Building;
import redline.sun.Counting;
import redline.sun.GridPlace;
import redline.sun.Obstacles;
import redline.sun.Sky;
import redline.sun.Spans;
import redline.sun.Study;
import redline.sun.SunPath;
import redline.sun.Window;
import redline.sun.WindowSun;

/** Sills under the sun of a scheme's model, under every variant that a number or its spread hangs on; each is looked at once. */
final class SunLook {
    /** No id of a building begins so. */
    private static final String DOUBT = "\n";

    private final SunModel model;
    private final SunSettings settings;
    private final GridPlace place;
    private final Map<String, PlacedBuilding> buildings = new LinkedHashMap<>();
    private final boolean allSaid;
    private final Map<String, SunSill> sills = new LinkedHashMap<>();
    private final Set<String> ofNurseries;
    private final Map<Variant, Map<String, Lit>> computed = new HashMap<>();
    private final Map<Variant, Map<Window, WindowSun>> doubtful = new HashMap<>();

    private final Map<Standing, Obstacles> standing = new HashMap<>();
    private final Map<Standing, Obstacles> regions = new HashMap<>();
    private final Map<String, Obstacles> leavingOut = new HashMap<>();
    private final Map<LocalDate, SunPath> paths = new HashMap<>();

    private record Standing(boolean roofs, double out, double up) {}

    /** One way of counting under one model: outlines moved out and levels up, uncertain roofs standing or not. */
    record Variant(
            SunSettings.Day day, Counting counting, SunSettings.Width width, boolean roofs, double out, double up) {
        private Variant whole() {
            return new Variant(day, counting, SunSettings.Width.WHOLE, roofs, out, up);
        }
    }

    /**
     * The sun at a sill, at its most favourable stretch where it is wide: that before the scheme is built need not be that afterwards.
     *
     * @param stretch the one that is lit longest afterwards
     * @param unsaid owners that take sun from any stretch, of whom it is not known whether the scheme adds them
     */
    private record Lit(SunSill stretch, WindowSun before, WindowSun after, Set<String> unsaid) {
        WindowSun both() {
            return before.equals(after)
                    ? after
                    : new WindowSun(
                            after.window(),
                            before.before(),
                            after.after(),
                            before.hoursBefore(),
                            after.hoursAfter(),
                            after.takers());
        }
    }

    /**
     * @param ofNurseries ids of the sills that light rooms of nurseries
     * @param place null where nothing is to be looked at
     */
    SunLook(
            SunModel model,
            Collection<PlacedBuilding> buildings,
            Collection<SunSill> sills,
            Set<String> ofNurseries,
            SunSettings settings,
            GridPlace place) {
        this.model = model;
        this.ofNurseries = Set.copyOf(ofNurseries);
        this.settings = settings;
        this.place = place;
        buildings.forEach(building -> this.buildings.put(building.id(), building));
        this.allSaid =
                buildings.stream().noneMatch(building -> building.building().standing() == null);
        sills.forEach(sill -> this.sills.put(sill.id(), sill));
    }

    /** Null where the sill cannot be looked from. */
    SunSill sill(String id) {
        return sills.get(id);
    }

    SunModel model() {
        return model;
    }

    SunSettings settings() {
        return settings;
    }

    static boolean isAdded(PlacedBuilding building) {
        return building.building().standing() == Building.Standing.PROPOSED;
    }

    /** Whether the sun stands above the horizon in all the time that counts, and goes from east to west. */
    boolean sunIsUp(SunSettings.Day day) {
        try {
            new Sky(new Obstacles.Builder().build(), path(day), day.from(), day.to());
            return true;
        } catch (IllegalArgumentException notUp) {
            return false;
        }
    }

    private SunPath path(SunSettings.Day day) {
        return paths.computeIfAbsent(
                day.date(), date -> SunPath.of(place.location(), date, SunPath.CHINA, place.convergence()));
    }

    /** As drawn. */
    Variant nominal(SunSettings.Way way) {
        return new Variant(way.day(), way.counting(), way.width(), true, 0, 0);
    }

    /** As drawn, with nothing between eave and ridge where the roof's shape is not known. */
    Variant withoutRoofs(SunSettings.Way way) {
        return new Variant(way.day(), way.counting(), way.width(), false, 0, 0);
    }

    /** Everything as large as the accuracy of the drawing allows, or as small. */
    Variant off(SunSettings.Way way, boolean larger) {
        SunSettings.Accuracy by = settings.accuracy();
        int sign = larger ? 1 : -1;
        return new Variant(way.day(), way.counting(), way.width(), true, sign * by.position(), sign * by.height());
    }

    /** Every one that a number or its spread hangs on. */
    Set<Variant> variants(List<SunSettings.Way> ways) {
        Set<Variant> variants = new LinkedHashSet<>();
        ways.forEach(way -> variants.add(nominal(way)));
        if (!model.uncertain().isEmpty()) {
            variants.add(withoutRoofs(ways.get(0)));
        }
        if (settings.accuracy() != null) {
            variants.add(off(ways.get(0), true));
            variants.add(off(ways.get(0), false));
        }
        return variants;
    }

    /** The sun at a sill. */
    WindowSun at(String sill, Variant variant) {
        return lit(sill, variant).both();
    }

    /** The stretch of a sill that hours afterwards are of; null where that is the whole of it. */
    SunSill stretch(String sill, Variant variant) {
        return isWide(sill, variant.width()) ? lit(sill, variant).stretch() : null;
    }

    /** Whether not all of a sill's width counts. */
    boolean isWide(String sill, SunSettings.Width width) {
        SunSill of = sills.get(sill);
        return of != null && of.isWiderThan(most(sill, width));
    }

    private double most(String sill, SunSettings.Width width) {
        return ofNurseries.contains(sill) ? width.nursery() : width.most();
    }

    private Lit lit(String sill, Variant variant) {
        Variant of = isWide(sill, variant.width()) ? variant : variant.whole();
        return computed.computeIfAbsent(of, this::compute).get(sill);
    }

    /** Where not the whole width counts, of the wide sills alone. */
    private Map<String, Lit> compute(Variant variant) {
        boolean whole = variant.width().equals(SunSettings.Width.WHOLE);
        List<SunSill> stretches = new ArrayList<>();
        for (SunSill sill : sills.values()) {
            if (whole) {
                stretches.add(sill);
            } else if (isWide(sill.id(), variant.width())) {
                stretches.addAll(sill.stretches(most(sill.id(), variant.width())));
            }
        }
        List<Window> windows = stretches.stream()
                .map(sill -> sill.window(variant.out(), -variant.up()))
                .toList();
        List<WindowSun> suns = study(obstacles(variant), variant, windows);
        Map<String, Lit> found = new HashMap<>();
        for (int i = 0; i < suns.size(); i++) {
            SunSill stretch = stretches.get(i);
            WindowSun sun = suns.get(i);
            found.merge(stretch.id(), new Lit(stretch, sun, sun, unsaid(sun)), SunLook::better);
        }
        return found;
    }

    private Set<String> unsaid(WindowSun sun) {
        return allSaid
                ? Set.of()
                : sun.takers().stream()
                        .map(WindowSun.Taker::owner)
                        .filter(owner -> buildings.get(owner).building().standing() == null)
                        .collect(Collectors.toSet());
    }

    /** Of two that are alike to the digits that are told, the first. */
    private static Lit better(Lit one, Lit next) {
        boolean after = isMore(next.after().hoursAfter(), one.after().hoursAfter());
        boolean before = isMore(next.before().hoursBefore(), one.before().hoursBefore());
        Set<String> unsaid = new LinkedHashSet<>(one.unsaid());
        unsaid.addAll(next.unsaid());
        return new Lit(
                after ? next.stretch() : one.stretch(),
                before ? next.before() : one.before(),
                after ? next.after() : one.after(),
                unsaid);
    }

    private static boolean isMore(double hours, double than) {
        return SunWords.hours(hours).compareTo(SunWords.hours(than)) > 0;
    }

    /** Days and ways of counting stand under the same obstacles, which are put together once. */
    private Obstacles obstacles(Variant variant) {
        return standing.computeIfAbsent(new Standing(variant.roofs(), variant.out(), variant.up()), this::build);
    }

    private Obstacles build(Standing model) {
        Stream<SunSolid> solids = model.roofs() ? everything() : this.model.solids().stream();
        return built(solids, model.out(), model.up());
    }

    /** All that stands, the roofs of unknown shape among it. */
    private Stream<SunSolid> everything() {
        return Stream.concat(model.solids().stream(), model.uncertain().stream());
    }

    private static Obstacles built(Stream<SunSolid> solids, double out, double up) {
        Obstacles.Builder obstacles = new Obstacles.Builder();
        solids.forEach(solid -> solid.addTo(obstacles, solid.building().id(), out, up));
        return obstacles.build();
    }

    /** When points of open ground are lit. */
    List<Spans> lit(List<Coordinate> points, double level, Variant variant) {
        return open(points, level, variant, obstacles(variant));
    }

    /** When points of open ground are lit with only some of what stands. */
    List<Spans> lit(List<Coordinate> points, double level, Variant variant, Predicate<SunSolid> standing) {
        Stream<SunSolid> all = variant.roofs() ? everything() : model.solids().stream();
        return open(points, level, variant, built(all.filter(standing), variant.out(), variant.up()));
    }

    /** In the order of the points; on all processors. */
    private List<Spans> open(List<Coordinate> points, double level, Variant variant, Obstacles obstacles) {
        Sky sky = new Sky(
                obstacles,
                path(variant.day()),
                variant.day().from(),
                variant.day().to());
        ThreadLocal<Sky.Looker> lookers = ThreadLocal.withInitial(sky::looker);
        return points.parallelStream()
                .map(point -> lookers.get()
                        .from(point.x, point.y, level - variant.up())
                        .lit())
                .toList();
    }

    /** What the model's doubts leave open of points of open ground. {@code lit}: when they are, as {@link #lit} says. */
    void doubts(List<Coordinate> points, List<Spans> lit, double level, Variant variant, Lacking lacking) {
        for (SunModel.Doubt doubt : model.doubts()) {
            Obstacles.Builder region = new Obstacles.Builder();
            doubt.region().addTo(region, DOUBT, variant.out(), variant.up());
            List<Spans> left = open(points, level, variant, region.build());
            for (int i = 0; i < lit.size(); i++) {
                if (!lit.get(i).without(left.get(i)).isEmpty()) {
                    lacking.add(doubt.missing());
                    break;
                }
            }
        }
    }

    private List<WindowSun> study(Obstacles obstacles, Variant variant, List<Window> windows) {
        Set<String> added = buildings.values().stream()
                .filter(SunLook::isAdded)
                .map(PlacedBuilding::id)
                .collect(Collectors.toSet());
        return new Study(obstacles, added, path(variant.day()), variant.counting()).of(windows);
    }

    /** The sun at a window by another way of counting. */
    WindowSun again(WindowSun sun, SunSettings.Day day, Counting counting) {
        return alone(sun, day, counting, obstacles(new Variant(day, counting, SunSettings.Width.WHOLE, true, 0, 0)));
    }

    /** The sun at a window with one building left out. */
    WindowSun without(String building, WindowSun sun, SunSettings.Day day, Counting counting) {
        return alone(
                sun,
                day,
                counting,
                leavingOut.computeIfAbsent(
                        building,
                        id -> built(
                                everything()
                                        .filter(solid -> !solid.building().id().equals(id)),
                                0,
                                0)));
    }

    private WindowSun alone(WindowSun sun, SunSettings.Day day, Counting counting, Obstacles obstacles) {
        return new Study(obstacles, Set.of(), path(day), counting)
                .of(List.of(sun.window()))
                .get(0);
    }

    /** How much later apparent solar time is than the clock at noon, hours. */
    double apparentMinusClock(SunSettings.Day day) {
        return 12 - path(day).clock(12).toNanoOfDay() / 3.6e12;
    }

    /**
     * Who may stand in the way of {@link #onlyAdded}.
     *
     * @param missing what makes it certain, null where it stands certainly
     */
    record Added(PlacedBuilding building, Missing missing) {}

    /** The sun of a day at the middle of windows, with nothing in its way but what the scheme adds or may add. */
    List<WindowSun> onlyAdded(List<Window> windows, SunSettings.Day day) {
        Obstacles.Builder obstacles = new Obstacles.Builder();
        everything()
                .filter(solid -> mayBeAdded(solid.building()))
                .forEach(solid -> solid.addTo(obstacles, solid.building().id(), 0, 0));
        for (int i = 0; i < model.doubts().size(); i++) {
            SunSolid region = model.doubts().get(i).region();
            if (mayBeAdded(region.building())) {
                region.addTo(obstacles, DOUBT + i, 0, 0);
            }
        }
        Counting all = new Counting(day.from(), day.to(), false, 0, null, 0, false);
        return new Study(obstacles.build(), Set.of(), path(day), all).of(windows);
    }

    private static boolean mayBeAdded(PlacedBuilding building) {
        return building.building().standing() == null || isAdded(building);
    }

    /** An owner of {@link #onlyAdded}. */
    Added added(String owner) {
        if (owner.startsWith(DOUBT)) {
            SunModel.Doubt doubt = model.doubts().get(Integer.parseInt(owner.substring(DOUBT.length())));
            return new Added(doubt.region().building(), doubt.missing());
        }
        PlacedBuilding building = buildings.get(owner);
        return new Added(building, isAdded(building) ? null : building.place().lacks("standing", "拟建或现状", "standing"));
    }

    /** What the model's doubts leave open of the sun at a sill once the scheme is built, and before. */
    void doubts(String sill, List<SunSettings.Way> ways, Lacking after, Lacking before) {
        for (Variant variant : variants(ways)) {
            Lit lit = lit(sill, variant);
            // what takes nothing from the most favourable stretch may make others darker, but not this one less
            // favourable
            Map<Window, WindowSun> left = doubtful(isWide(sill, variant.width()) ? variant : variant.whole());
            doubts(left.get(lit.after().window()), lit.after(), after, new Lacking());
            doubts(left.get(lit.before().window()), lit.before(), new Lacking(), before);
            for (String owner : lit.unsaid()) {
                before.add(buildings.get(owner).place().lacks("standing", "拟建或现状", "standing"));
            }
        }
    }

    /** Whether the sun stands before a wall at some time that counts. */
    boolean opens(double nx, double ny, SunSettings.Day day, Counting counting) {
        return !new Sky(new Obstacles.Builder().build(), path(day), day.from(), day.to())
                .looker()
                .before(nx, ny, counting.leastSweep())
                .isEmpty();
    }

    /** The sun at points of walls, as drawn. */
    List<WindowSun> points(List<Window> points, SunSettings.Day day, Counting counting) {
        Variant drawn = new Variant(day, counting, SunSettings.Width.WHOLE, true, 0, 0);
        return study(obstacles(drawn), drawn, points);
    }

    /** What the model's doubts leave open of the sun at points of walls, as {@link #points} tells it. */
    void doubts(List<WindowSun> points, SunSettings.Day day, Counting counting, Lacking after, Lacking before) {
        for (WindowSun sun : points) {
            for (String owner : unsaid(sun)) {
                before.add(buildings.get(owner).place().lacks("standing", "拟建或现状", "standing"));
            }
        }
        if (model.doubts().isEmpty()) {
            return;
        }
        Variant drawn = new Variant(day, counting, SunSettings.Width.WHOLE, true, 0, 0);
        List<WindowSun> left = study(
                regions(drawn), drawn, points.stream().map(WindowSun::window).toList());
        for (int i = 0; i < points.size(); i++) {
            doubts(left.get(i), points.get(i), after, before);
        }
    }

    private void doubts(WindowSun left, WindowSun sun, Lacking after, Lacking before) {
        for (WindowSun.Taker taker : left.takers()) {
            if (!taker.when().and(sun.after()).isEmpty()) {
                after.add(doubt(taker).missing());
            }
            if (!isAdded(doubt(taker).region().building())
                    && !taker.when().and(sun.before()).isEmpty()) {
                before.add(doubt(taker).missing());
            }
        }
    }

    private SunModel.Doubt doubt(WindowSun.Taker taker) {
        return model.doubts().get(Integer.parseInt(taker.owner()));
    }

    /** Nothing but the regions of the doubts, each an owner by its number. */
    private Obstacles regions(Variant variant) {
        return regions.computeIfAbsent(new Standing(true, variant.out(), variant.up()), any -> {
            Obstacles.Builder regions = new Obstacles.Builder();
            for (int i = 0; i < model.doubts().size(); i++) {
                model.doubts().get(i).region().addTo(regions, String.valueOf(i), variant.out(), variant.up());
            }
            return regions.build();
        });
    }

    /** What they take from the windows whose hours are told. */
    private Map<Window, WindowSun> doubtful(Variant variant) {
        return doubtful.computeIfAbsent(variant, any -> {
            List<Window> windows = computed.get(variant).values().stream()
                    .flatMap(lit -> Stream.of(lit.before().window(), lit.after().window()))
                    .distinct()
                    .toList();
            return study(regions(variant), variant, windows).stream()
                    .collect(Collectors.toMap(WindowSun::window, sun -> sun));
        });
    }
}
