package redline.measure;

import java.time.LocalDate;
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
    private final Map<String, SunSill> sills = new LinkedHashMap<>();
    private final Map<Variant, Map<String, WindowSun>> computed = new HashMap<>();
    private final Map<Variant, Map<String, WindowSun>> doubtful = new HashMap<>();

    private final Map<Standing, Obstacles> standing = new HashMap<>();
    private final Map<String, Obstacles> leavingOut = new HashMap<>();
    private final Map<LocalDate, SunPath> paths = new HashMap<>();

    private record Standing(boolean roofs, double out, double up) {}

    /** One way of counting under one model: outlines moved out and levels up, uncertain roofs standing or not. */
    record Variant(SunSettings.Day day, Counting counting, boolean roofs, double out, double up) {}

    /** @param place null where nothing is to be looked at */
    SunLook(
            SunModel model,
            Collection<PlacedBuilding> buildings,
            Collection<SunSill> sills,
            SunSettings settings,
            GridPlace place) {
        this.model = model;
        this.settings = settings;
        this.place = place;
        buildings.forEach(building -> this.buildings.put(building.id(), building));
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
        return new Variant(way.day(), way.counting(), true, 0, 0);
    }

    /** As drawn, with nothing between eave and ridge where the roof's shape is not known. */
    Variant withoutRoofs(SunSettings.Way way) {
        return new Variant(way.day(), way.counting(), false, 0, 0);
    }

    /** Everything as large as the accuracy of the drawing allows, or as small. */
    Variant off(SunSettings.Way way, boolean larger) {
        SunSettings.Accuracy by = settings.accuracy();
        int sign = larger ? 1 : -1;
        return new Variant(way.day(), way.counting(), true, sign * by.position(), sign * by.height());
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
        return computed.computeIfAbsent(variant, this::compute).get(sill);
    }

    private Map<String, WindowSun> compute(Variant variant) {
        return study(obstacles(variant), variant);
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

    private List<Spans> open(List<Coordinate> points, double level, Variant variant, Obstacles obstacles) {
        Sky.Looker looker = new Sky(
                        obstacles,
                        path(variant.day()),
                        variant.day().from(),
                        variant.day().to())
                .looker();
        return points.stream()
                .map(point ->
                        looker.from(point.x, point.y, level - variant.up()).lit())
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

    private Map<String, WindowSun> study(Obstacles obstacles, Variant variant) {
        Set<String> added = buildings.values().stream()
                .filter(SunLook::isAdded)
                .map(PlacedBuilding::id)
                .collect(Collectors.toSet());
        Study study = new Study(obstacles, added, path(variant.day()), variant.counting());
        Map<String, WindowSun> results = new HashMap<>();
        study.of(sills.values().stream()
                        .map(sill -> sill.window(variant.out(), -variant.up()))
                        .toList())
                .forEach(sun -> results.put(sun.window().id(), sun));
        return results;
    }

    /** The sun at a window by another way of counting. */
    WindowSun again(WindowSun sun, SunSettings.Day day, Counting counting) {
        return alone(sun, day, counting, obstacles(new Variant(day, counting, true, 0, 0)));
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
            WindowSun sun = at(sill, variant);
            for (WindowSun.Taker taker : doubtful(variant).get(sill).takers()) {
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

    /** Nothing but the regions of the doubts, each an owner by its number. */
    private Map<String, WindowSun> doubtful(Variant variant) {
        return doubtful.computeIfAbsent(variant, any -> {
            Obstacles.Builder regions = new Obstacles.Builder();
            for (int i = 0; i < model.doubts().size(); i++) {
                model.doubts().get(i).region().addTo(regions, String.valueOf(i), variant.out(), variant.up());
            }
            return study(regions.build(), variant);
        });
    }
}
