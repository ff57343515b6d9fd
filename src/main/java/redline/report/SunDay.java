package redline.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import redline.fact.Fact;
import redline.fact.SchemeRecord;
import redline.finding.Finding;
import redline.measure.Sunlight;
import redline.measure.Sunlight.Day;
import redline.measure.Sunlight.Solid;
import redline.measure.Sunlight.WindowRow;
import redline.quantity.Text;
import redline.report.SunScene.Body;
import redline.report.SunScene.Opening;
import redline.report.SunScene.Part;
import redline.scheme.Subject;
import redline.sun.Counting;
import redline.sun.Location;
import redline.sun.Obstacles;
import redline.sun.Slope;
import redline.sun.Spans;
import redline.sun.Study;
import redline.sun.SunPath;
import redline.sun.Window;
import redline.sun.WindowSun;

/** The sunlight of a checked scheme on one day, as the table and the pictures show it. Nothing of it is computed anew. */
public final class SunDay {
    private final SchemeRecord record;
    private final List<Finding> findings;
    private final Sunlight sunlight;
    private final Day day;
    private final Map<String, Text> buildings = new HashMap<>();
    private final Map<String, Subject> homes = new HashMap<>();
    /** Made when it is first asked for. */
    private SunTable table;

    /** Of each day of a study, in its order. */
    public static List<SunDay> of(SchemeRecord record, Sunlight sunlight, List<Finding> findings) {
        return sunlight.days().stream()
                .map(day -> new SunDay(record, sunlight, day, findings))
                .toList();
    }

    /** The days of which façades were sampled though no windows were asked about, each with no window. */
    public static List<SunDay> sampled(SchemeRecord record, Sunlight sunlight) {
        Set<Sunlight.Kind> looked = sunlight.days().stream().map(Day::kind).collect(Collectors.toSet());
        return sunlight.facades() == null
                ? List.of()
                : sunlight.facades().stream()
                        .filter(facades -> !looked.contains(facades.kind()))
                        .map(facades ->
                                new Day(facades.kind(), facades.date(), List.of(facades.way()), List.of(), List.of()))
                        .map(day -> new SunDay(record, sunlight, day, List.of()))
                        .toList();
    }

    private SunDay(SchemeRecord record, Sunlight sunlight, Day day, List<Finding> findings) {
        this.record = record;
        this.findings = findings;
        this.sunlight = sunlight;
        this.day = day;
        for (Fact fact : record.facts()) {
            if (fact instanceof Fact.Building building && building.id() != null) {
                buildings.put(building.id(), building.subject().name());
            } else if (day.kind() == Sunlight.Kind.DWELLINGS
                    && fact instanceof Fact.SunlitDwelling dwelling
                    && dwelling.id() != null) {
                homes.put(dwelling.id(), dwelling.subject());
            } else if (day.kind() == Sunlight.Kind.ROOMS && fact instanceof Fact.SunlitRoom room && room.id() != null) {
                homes.put(room.id(), room.subject());
            }
        }
    }

    public Day day() {
        return day;
    }

    boolean areFacadesSet() {
        return sunlight.facades() != null;
    }

    /** Null where none were sampled. */
    Sunlight.Facades facades() {
        return sunlight.facades() == null
                ? null
                : sunlight.facades().stream()
                        .filter(facades -> facades.kind() == day.kind())
                        .findFirst()
                        .orElse(null);
    }

    /** Whether a window of the building is written, of whatever day. */
    boolean hasWindows(String building) {
        return sunlight.days().stream()
                .flatMap(of -> of.windows().stream())
                .anyMatch(window -> building.equals(window.building()));
    }

    boolean hasBuildingsWithoutWindows() {
        return sunlight.solids().stream().anyMatch(solid -> !hasWindows(solid.building()));
    }

    /** Windows in their order, with the findings about what they light. */
    public SunTable table() {
        if (table == null) {
            table = SunTable.of(findings, day.windows().stream().map(this::line).toList(), day.homes());
        }
        return table;
    }

    private SunLine line(WindowRow row) {
        boolean known = row.missing().isEmpty() && row.line() != null && row.nx() != null;
        return new SunLine(
                named(row.building()),
                row.storey(),
                home(row.home()),
                row.name() == null ? row.id() : row.name(),
                row.room(),
                row.nx() == null || sunlight.place() == null ? null : facing(row),
                row.sill() == null ? null : row.sill().doubleValue(),
                row.missingBefore().isEmpty(),
                known ? sun(row) : null);
    }

    /** A building as people call it; null for none. */
    Text named(String building) {
        return building == null ? null : buildings.getOrDefault(building, Text.same(building));
    }

    /** A window whose dwelling nobody lists, or that names none, is one of its own without a finding. */
    Subject home(String id) {
        Subject.Kind kind =
                day.kind() == Sunlight.Kind.DWELLINGS ? Subject.Kind.SUNLIT_DWELLING : Subject.Kind.SUNLIT_ROOM;
        String name = id == null ? "?" : id;
        return homes.getOrDefault(id, new Subject(kind, name, Text.same(name)));
    }

    private double facing(WindowRow row) {
        return azimuth(row.nx(), row.ny());
    }

    /** True azimuth of a direction, degrees. */
    double azimuth(double nx, double ny) {
        return Math.toDegrees(Math.atan2(nx, ny)) + sunlight.place().convergence();
    }

    private WindowSun sun(WindowRow row) {
        LineString line = row.counted() == null ? row.line() : row.counted();
        Coordinate a = line.getCoordinateN(0);
        Coordinate b = line.getCoordinateN(line.getNumPoints() - 1);
        Window window = new Window(
                row.id(), row.building(), a.x, a.y, b.x, b.y, row.sill().doubleValue(), row.nx(), row.ny());
        List<WindowSun.Taker> takers = row.takers().stream()
                .map(taker -> new WindowSun.Taker(taker.building(), spans(taker.when())))
                .toList();
        return new WindowSun(
                window,
                spans(row.before()),
                spans(row.after()),
                row.hoursBefore() == null ? Double.NaN : row.hoursBefore().doubleValue(),
                row.hoursAfter().doubleValue(),
                takers);
    }

    private static Spans spans(List<Sunlight.Stretch> stretches) {
        return stretches.stream()
                .map(stretch ->
                        Spans.of(stretch.from().doubleValue(), stretch.to().doubleValue()))
                .reduce(Spans.NONE, Spans::or);
    }

    /** Lowest outdoor ground of what is to be built, m; null where it is not known. */
    Double ground() {
        return sunlight.ground() == null ? null : sunlight.ground().doubleValue();
    }

    public SunAlbum album() {
        return new SunAlbum(this);
    }

    /** What pictures are drawn of; null where the study could not be made. */
    SunScene scene() {
        if (sunlight.place() == null) {
            return null;
        }
        double ground = ground() == null ? lowestSill() : ground();
        Obstacles.Builder obstacles = new Obstacles.Builder();
        Set<String> added = new LinkedHashSet<>();
        Map<String, List<Part>> parts = new LinkedHashMap<>();
        for (Solid solid : sunlight.solids()) {
            if (solid.added()) {
                added.add(solid.building());
            }
            List<Part> of = parts.computeIfAbsent(solid.building(), building -> new ArrayList<>());
            add(solid, obstacles);
            if (solid.form() == Sunlight.Form.PRISM) {
                of.add(new Part(
                        solid.outline(),
                        Math.max(ground, bottom(solid)),
                        solid.top().doubleValue()));
            }
        }
        Study study = new Study(obstacles.build(), added, path(), counting());
        List<Body> bodies = new ArrayList<>();
        parts.forEach((building, of) -> {
            if (!of.isEmpty()) {
                bodies.add(new Body(building, named(building), added.contains(building), of));
            }
        });
        // podiums below the towers that stand on them
        bodies.sort(Comparator.comparingDouble(SunDay::top));
        List<Opening> openings = new ArrayList<>();
        for (WindowRow row : day.windows()) {
            SunLine line = line(row);
            if (line.sun() != null) {
                openings.add(new Opening(line.sun(), windowName(line)));
            }
        }
        return new SunScene(study, record.crs(), ground, bodies, openings, facades());
    }

    private double lowestSill() {
        return day.windows().stream()
                .filter(row -> row.sill() != null)
                .mapToDouble(row -> row.sill().doubleValue())
                .min()
                .orElse(0);
    }

    private static double bottom(Solid solid) {
        return solid.bottom() == null ? Sunlight.FLOOR : solid.bottom().doubleValue();
    }

    private static double top(Body body) {
        return body.parts().stream().mapToDouble(Part::top).max().orElse(0);
    }

    /** With its dwelling, unless its own name begins with that. */
    private static Text windowName(SunLine line) {
        Text dwelling = line.dwelling().name();
        return new Text(joined(dwelling.zh(), line.window()), joined(dwelling.en(), line.window()));
    }

    /** A window's name with its dwelling's, unless it begins with that. */
    static String joined(String dwelling, String window) {
        return window.startsWith(dwelling) ? window : dwelling + " " + window;
    }

    private static void add(Solid solid, Obstacles.Builder obstacles) {
        double bottom = bottom(solid);
        double top = solid.top().doubleValue();
        switch (solid.form()) {
            case PRISM -> obstacles.prism(solid.building(), solid.outline(), bottom, top);
            case WALL -> obstacles.wall(solid.building(), solid.line().getCoordinates(), bottom, top);
            case FACE ->
                obstacles.face(
                        solid.building(),
                        Slope.of(solid.outline(), solid.line(), bottom, top).lifted(solid.outline(), 0));
        }
    }

    /** Whether hours are known of all dwellings and rooms, before and after. */
    public boolean known() {
        return day.homes().stream().allMatch(home -> home.hoursBefore() != null && home.hoursAfter() != null);
    }

    /** Whether a dwelling or room has less than so many hours once the scheme is built. */
    public boolean anyHomeBelow(BigDecimal hours) {
        return day.homes().stream()
                .anyMatch(home -> home.hoursAfter() != null && home.hoursAfter().compareTo(hours) < 0);
    }

    /** By what it was computed, in lines. */
    List<String> basis(Words words) {
        List<String> lines = new ArrayList<>();
        if (sunlight.place() == null) {
            lines.add(words.get("sun.kind-" + day.kind()) + words.get("colon") + words.get("unknown"));
            return lines;
        }
        SunPath path = path();
        lines.add(words.get("sun.kind-" + day.kind())
                + words.get("colon")
                + words.get(
                        "sun.of-day",
                        path.day(),
                        String.format(Locale.ROOT, "%.4f", path.place().latitude()),
                        String.format(Locale.ROOT, "%.4f", path.place().longitude()),
                        SunText.minute(counting().from()),
                        SunText.minute(counting().to())));
        lines.add(words.get("sun.rule-and-clock", rule(words), SunText.clock(path, 12)));
        if (day.ways().size() > 1) {
            lines.add(words.get("sun.first-of-ways", day.ways().size()));
        }
        return lines;
    }

    /** How is counted, with what of wide windows where there are any of which not all counts. */
    private String rule(Words words) {
        String rule = SunText.rule(counting(), words);
        Sunlight.Way way = day.ways().get(0);
        if (way.width() == null) {
            return rule;
        }
        String width = day.kind() == Sunlight.Kind.ROOMS && !way.width().equals(way.nurseryWidth())
                ? words.get("sun.width-rooms", SunText.number(way.width()), SunText.number(way.nurseryWidth()))
                : words.get("sun.width", SunText.number(way.width()));
        return rule + words.get("list") + width;
    }

    /**
     * All pictures by name: shadows and hours on the ground where its level is known, façades of each building with windows, and the
     * sky of the governing window of each dwelling or room.
     */
    public Map<String, String> pictures(SunPictures.Options options) {
        return album().all(options);
    }

    SunPath path() {
        Sunlight.Place place = sunlight.place();
        return SunPath.of(
                new Location(place.latitude(), place.longitude()), day.date(), SunPath.CHINA, place.convergence());
    }

    Counting counting() {
        Sunlight.Way way = day.ways().get(0);
        return new Counting(
                way.from(),
                way.to(),
                way.continuous(),
                way.leastMinutes(),
                way.mostStretches(),
                way.leastSweep(),
                way.fullWindow());
    }
}
