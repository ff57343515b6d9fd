package redline.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import redline.sun.Counting;
import redline.sun.Highest;
import redline.sun.Location;
import redline.sun.Obstacles;
import redline.sun.Slope;
import redline.sun.Study;
import redline.sun.SunPath;
import redline.sun.Window;
import redline.sun.WindowSun;

/**
 * How high each part of what is to be built may be, from the plain data of a study and from the hours that the caller wants for each
 * dwelling and room. Those in the part's own building are not asked.
 */
public final class SunHeights {
    /** Nobody asks whether a part may be higher above its foot, m. */
    public static final BigDecimal MOST = BigDecimal.valueOf(300);

    private final Sunlight sunlight;
    private final Frame frame;
    private final Map<Sunlight.Part, Moved> parts = new LinkedHashMap<>();
    private final List<OfDay> days = new ArrayList<>();

    /** @param room 0 of the best room, 1 of the next; {@code hours} that it is to have */
    public record Wanted(String home, int room, BigDecimal hours) {}

    public SunHeights(Sunlight sunlight) {
        this.sunlight = sunlight;
        List<Geometry> shapes = new ArrayList<>();
        sunlight.solids().forEach(solid -> shapes.add(solid.outline() == null ? solid.line() : solid.outline()));
        this.frame = Frame.around(shapes);
        for (Sunlight.Part part : sunlight.parts()) {
            moved(part).ifPresent(moved -> parts.put(part, moved));
        }
        if (sunlight.place() != null) {
            sunlight.days().forEach(day -> days.add(new OfDay(day)));
        }
    }

    /** The parts that take sun from a dwelling or room of another building whose hours are known. */
    public List<Sunlight.Part> taking() {
        return parts.keySet().stream()
                .filter(part -> days.stream().anyMatch(day -> !day.takenBy(part).isEmpty()))
                .toList();
    }

    /** The dwellings and rooms that a part takes sun from on a day. */
    public Set<String> takenFrom(Sunlight.Part part, Sunlight.Day day) {
        return of(day).takenBy(part);
    }

    /** The dwellings and rooms of a day whose hours are not known well enough to be asked. */
    public Set<String> unseen(Sunlight.Day day) {
        return of(day).unseen;
    }

    private OfDay of(Sunlight.Day day) {
        return days.stream()
                .filter(one -> one.day.kind() == day.kind())
                .findFirst()
                .orElseThrow();
    }

    /** Empty where nothing is wanted of anybody who is known, or the part is not one of {@link Sunlight#parts} with a known top. */
    public Optional<SunHeight> highest(Sunlight.Part part, Function<Sunlight.Day, List<Wanted>> wanted) {
        Moved moved = parts.get(part);
        if (moved == null) {
            return Optional.empty();
        }
        double most = moved.foot + MOST.doubleValue();
        double lowest = most;
        Highest found = null;
        boolean asked = false;
        Set<String> below = new LinkedHashSet<>();
        for (OfDay day : days) {
            List<Highest.Wanted> of = day.wanted(part, wanted.apply(day.day));
            if (of.isEmpty()) {
                continue;
            }
            asked = true;
            double reach = found == null ? most : found.top();
            Highest next = day.highest(part, moved, 0, reach, of);
            if (found == null || next.limit() != null) {
                found = next;
            }
            lowest = Math.min(lowest, next.top());
            for (int way = 1; way < day.day.ways().size(); way++) {
                lowest = Math.min(
                        lowest, day.highest(part, moved, way, lowest, of).top());
            }
            Set<String> taken = day.takenBy(part);
            next.below().stream()
                    .map(Highest.Wanted::id)
                    .filter(taken::contains)
                    .forEach(below::add);
        }
        return asked ? Optional.of(told(moved, found, lowest, below)) : Optional.empty();
    }

    private static SunHeight told(Moved moved, Highest found, double lowest, Set<String> below) {
        boolean limited = found.limit() != null;
        return new SunHeight(
                Frame.length(moved.top + moved.above),
                Frame.length(found.top() + moved.above),
                Frame.length(lowest + moved.above),
                limited ? found.limit().id() : null,
                limited ? found.window().id() : null,
                limited ? SunWords.hours(found.hours()) : null,
                List.copyOf(below));
    }

    /**
     * A part that is raised and lowered.
     *
     * @param foot lowest level that its top may have, {@code top} that which it has, {@code above} how much higher what stands on it is
     */
    private record Moved(Sunlight.Solid body, List<Sunlight.Solid> onTop, double foot, double top, double above) {
        boolean holds(Sunlight.Solid solid) {
            return solid.equals(body) || onTop.contains(solid);
        }
    }

    private Optional<Moved> moved(Sunlight.Part part) {
        return sunlight.solids().stream()
                .filter(solid -> isBody(solid, part.building()) && solid.part().equals(part.volume()))
                .findFirst()
                .map(body -> {
                    List<Sunlight.Solid> onTop = sunlight.solids().stream()
                            .filter(solid -> !solid.equals(body) && body.equals(carrier(solid)))
                            .toList();
                    double top = body.top().doubleValue();
                    double highest = onTop.stream()
                            .mapToDouble(solid -> solid.top().doubleValue())
                            .reduce(top, Math::max);
                    return new Moved(body, onTop, Math.min(foot(part, body), top), top, highest - top);
                });
    }

    /** Where its ground is not stated, the lowest sill: what is lower takes sun from nobody. */
    private double foot(Sunlight.Part part, Sunlight.Solid body) {
        BigDecimal stated = body.bottom() == null ? part.ground() : body.bottom();
        return stated != null
                ? stated.doubleValue()
                : sunlight.days().stream()
                        .flatMap(day -> day.windows().stream())
                        .filter(row -> row.sill() != null)
                        .mapToDouble(row -> row.sill().doubleValue())
                        .min()
                        .orElse(0);
    }

    private boolean isBody(Sunlight.Solid solid, String building) {
        return solid.building().equals(building)
                && solid.form() == Sunlight.Form.PRISM
                && !solid.uncertain()
                && sunlight.parts().stream()
                        .anyMatch(part -> part.building().equals(building)
                                && part.volume().equals(solid.part()));
    }

    /** The body whose roof something stands on: that of its own part, or the highest one of its building below it; null for none. */
    private Sunlight.Solid carrier(Sunlight.Solid solid) {
        Sunlight.Solid carrier = null;
        for (Sunlight.Solid body : sunlight.solids()) {
            if (!isBody(body, solid.building()) || body.equals(solid)) {
                continue;
            }
            if (body.part().equals(solid.part())) {
                return body;
            }
            boolean higher = carrier == null || body.top().compareTo(carrier.top()) > 0;
            if (higher && !isBody(solid, solid.building()) && standsOn(body, solid)) {
                carrier = body;
            }
        }
        return carrier;
    }

    private static boolean standsOn(Sunlight.Solid body, Sunlight.Solid solid) {
        Geometry shape = solid.outline() == null ? solid.line() : solid.outline();
        return solid.bottom() != null
                && solid.bottom().compareTo(body.top()) >= 0
                && body.outline().intersects(shape.getInteriorPoint());
    }

    private void add(Sunlight.Solid solid, double up, Obstacles.Builder obstacles) {
        double bottom = solid.bottom() == null ? Sunlight.FLOOR : solid.bottom().doubleValue() + up;
        double top = solid.top().doubleValue() + up;
        switch (solid.form()) {
            case PRISM -> obstacles.prism(solid.building(), frame.in(solid.outline()), bottom, top);
            case WALL -> obstacles.wall(solid.building(), frame.in(solid.line()).getCoordinates(), bottom, top);
            case FACE -> {
                Polygon outline = frame.in(solid.outline());
                obstacles.face(
                        solid.building(),
                        Slope.of(outline, frame.in(solid.line()), bottom, top).lifted(outline, 0));
            }
        }
    }

    /** The windows of one day. */
    private final class OfDay {
        private final Sunlight.Day day;
        private final SunPath path;
        /** The rooms of each dwelling and room that is known, with their windows. */
        private final Map<String, List<List<SunSill>>> homes = new LinkedHashMap<>();

        private final Set<String> unseen = new LinkedHashSet<>();
        private final Map<Sunlight.Part, Study> without = new HashMap<>();
        private final Map<Sunlight.Part, Set<String>> taken = new HashMap<>();

        OfDay(Sunlight.Day day) {
            this.day = day;
            Sunlight.Place place = sunlight.place();
            this.path = SunPath.of(
                    new Location(place.latitude(), place.longitude()), day.date(), SunPath.CHINA, place.convergence());
            Map<String, List<Sunlight.WindowRow>> byHome = day.windows().stream()
                    .filter(row -> row.home() != null)
                    .collect(Collectors.groupingBy(Sunlight.WindowRow::home));
            for (Sunlight.HomeRow home : day.homes()) {
                List<Sunlight.WindowRow> rows = byHome.getOrDefault(home.id(), List.of());
                if (home.hoursAfter() == null || rows.stream().anyMatch(row -> sill(row) == null)) {
                    unseen.add(home.id());
                } else {
                    homes.put(home.id(), rooms(rows));
                }
            }
        }

        private List<List<SunSill>> rooms(List<Sunlight.WindowRow> rows) {
            Map<String, List<SunSill>> rooms = new TreeMap<>(NaturalOrder.OF_IDS);
            for (Sunlight.WindowRow row : rows) {
                boolean one = day.kind() == Sunlight.Kind.ROOMS || row.room() == null;
                rooms.computeIfAbsent(one ? "" : row.room(), any -> new ArrayList<>())
                        .add(sill(row));
            }
            return List.copyOf(rooms.values());
        }

        /** As the study looked out of it; null where it did not. */
        private SunSill sill(Sunlight.WindowRow row) {
            if (row.nx() == null) {
                return null;
            }
            double level = row.sill().doubleValue();
            List<Polygon> walls = sunlight.solids().stream()
                    .filter(solid -> solid.building().equals(row.building())
                            && solid.form() == Sunlight.Form.PRISM
                            && !solid.uncertain()
                            && (solid.bottom() == null || solid.bottom().doubleValue() <= level)
                            && solid.top().doubleValue() > level)
                    .map(solid -> frame.in(solid.outline()))
                    .toList();
            return SunSill.of(
                    row.id(), row.building(), frame.in(row.line()), level, walls.isEmpty() ? null : Frame.union(walls));
        }

        private Counting counting(int way) {
            Sunlight.Way of = day.ways().get(way);
            return new Counting(
                    of.from(),
                    of.to(),
                    of.continuous(),
                    of.leastMinutes(),
                    of.mostStretches(),
                    of.leastSweep(),
                    of.fullWindow());
        }

        private boolean isNeighbour(String home, Sunlight.Part part) {
            return homes.get(home).stream()
                    .flatMap(List::stream)
                    .noneMatch(window -> window.building().equals(part.building()));
        }

        /** Each window by the stretches that may count of it. Of a room the wider one: it never has more hours. */
        private List<List<List<Window>>> rooms(String home, int way) {
            Sunlight.Way of = day.ways().get(way);
            double width = of.width() == null
                    ? Double.POSITIVE_INFINITY
                    : day.kind() == Sunlight.Kind.ROOMS ? Math.max(of.width(), of.nurseryWidth()) : of.width();
            return homes.get(home).stream()
                    .map(room ->
                            room.stream().map(sill -> stretches(sill, width)).toList())
                    .toList();
        }

        private static List<Window> stretches(SunSill sill, double width) {
            return sill.isWiderThan(width)
                    ? sill.stretches(width).stream()
                            .map(stretch -> stretch.window(0, 0))
                            .toList()
                    : List.of(sill.window(0, 0));
        }

        List<Highest.Wanted> wanted(Sunlight.Part part, List<Wanted> all) {
            return all.stream()
                    .filter(one -> homes.containsKey(one.home())
                            && isNeighbour(one.home(), part)
                            && homes.get(one.home()).size() > one.room())
                    .map(one -> new Highest.Wanted(
                            one.home(),
                            rooms(one.home(), 0),
                            day.ways().get(0).allWindows(),
                            one.room(),
                            one.hours().doubleValue()))
                    .toList();
        }

        Highest highest(Sunlight.Part part, Moved moved, int way, double most, List<Highest.Wanted> wanted) {
            boolean all = day.ways().get(way).allWindows();
            List<Highest.Wanted> counted = wanted.stream()
                    .map(one -> new Highest.Wanted(one.id(), rooms(one.id(), way), all, one.room(), one.hours()))
                    .toList();
            Study study = without(part, moved);
            return Highest.of(
                    new Study(study.obstacles(), Set.of(), path, counting(way)),
                    top -> block(moved, top),
                    moved.foot,
                    most,
                    counted);
        }

        private Obstacles block(Moved moved, double top) {
            Obstacles.Builder block = new Obstacles.Builder();
            if (top > moved.foot) {
                double bottom = moved.body.bottom() == null
                        ? Sunlight.FLOOR
                        : moved.body.bottom().doubleValue();
                block.prism("", frame.in(moved.body.outline()), bottom, top);
                moved.onTop.forEach(solid -> add(solid, top - moved.top, block));
            }
            return block.build();
        }

        private Study without(Sunlight.Part part, Moved moved) {
            return without.computeIfAbsent(part, any -> {
                Obstacles.Builder others = new Obstacles.Builder();
                sunlight.solids().stream().filter(solid -> !moved.holds(solid)).forEach(solid -> add(solid, 0, others));
                return new Study(others.build(), Set.of(), path, counting(0));
            });
        }

        /** Neighbours a window of whom is lit longer without the part. */
        Set<String> takenBy(Sunlight.Part part) {
            return taken.computeIfAbsent(part, any -> {
                Moved moved = parts.get(part);
                Map<Window, String> homeOf = new LinkedHashMap<>();
                homes.forEach((home, rooms) -> {
                    if (isNeighbour(home, part)) {
                        rooms.forEach(room -> room.forEach(sill -> homeOf.put(sill.window(0, 0), home)));
                    }
                });
                List<WindowSun> alone = new Study(block(moved, moved.top), Set.of(), path, counting(0))
                        .of(List.copyOf(homeOf.keySet()));
                Map<Window, WindowSun> hit = new LinkedHashMap<>();
                alone.stream().filter(sun -> !sun.takers().isEmpty()).forEach(sun -> hit.put(sun.window(), sun));
                Set<String> homes = new LinkedHashSet<>();
                for (WindowSun sun : without(part, moved).of(List.copyOf(hit.keySet()))) {
                    if (!sun.after().without(hit.get(sun.window()).after()).isEmpty()) {
                        homes.add(homeOf.get(sun.window()));
                    }
                }
                return homes;
            });
        }
    }
}
