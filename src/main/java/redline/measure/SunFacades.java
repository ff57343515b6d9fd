package redline.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import redline.scheme.SunWindow;
import redline.scheme.Volume;
import redline.sun.Counting;
import redline.sun.Window;
import redline.sun.WindowSun;

/**
 * Façades sampled on one day: points in the middle of equal pieces of wall, no longer than the spacing that is set, a row for each
 * storey at the height above its floor that is set. Walls shorter than half a metre, walls that the sun never stands before, and what another
 * solid covers are left out. A point stands for its piece, so a length may be off by half a piece at each place where hours change.
 */
final class SunFacades {
    private static final double SHORTEST = 0.5;
    /** A corner that lies nearer to the line between its neighbours is none, m. */
    private static final double STRAIGHT = 1e-3;
    /** What is looked at in seconds; no real scheme has as many. */
    private static final int MOST_POINTS = 1_000_000;
    /** No building has as many storeys. */
    private static final int MOST_STOREYS = 500;
    /** A band whose storey height is not told is drawn no higher, m. */
    private static final double TALLEST = 3;
    /** What covers a wall is looked for so far before it, m. */
    private static final double BEFORE = 0.01;

    private final SunLook look;
    private final SunModel model;
    private final Frame frame;
    private final SunSettings.Facades sampling;
    private final SunSettings.Day day;
    private final Counting counting;
    private final Map<String, List<SunWindow>> windows;
    private double left = MOST_POINTS;

    /**
     * @param way that counts at points
     * @param windows that are written of each building, by which storeys are found where the building does not tell them
     */
    SunFacades(
            SunLook look,
            Frame frame,
            SunSettings.Facades sampling,
            SunSettings.Way way,
            Map<String, List<SunWindow>> windows) {
        this.look = look;
        this.model = look.model();
        this.frame = frame;
        this.sampling = sampling;
        this.day = way.day();
        this.counting = way.counting();
        this.windows = windows;
    }

    /**
     * A row of points.
     *
     * @param name of the storey, null where it has none
     * @param bottom of the band that the row stands for, m; {@code top} likewise
     */
    private record Level(String name, double at, double bottom, double top) {}

    private record Storey(String name, double floor, double height) {}

    /** A wall from left to right for who looks at it, with what is outward. */
    private record Wall(String part, Coordinate left, Coordinate right, double nx, double ny) {
        double length() {
            return left.distance(right);
        }

        Coordinate along(double metres) {
            double share = metres / length();
            return new Coordinate(left.x + share * (right.x - left.x), left.y + share * (right.y - left.y));
        }
    }

    private record Cell(double from, double to, Window point) {}

    /** Of one building; what is missing to sample a part of it is added. */
    List<Sunlight.Facade> of(PlacedBuilding building, Lacking lacking) {
        if (building.volumes() == null) {
            lacking.add(building.lacksVolumes());
            return List.of();
        }
        List<Sunlight.Facade> facades = new ArrayList<>();
        Map<String, List<Storey>> storeys = storeys(building);
        for (PlacedVolume volume : building.volumes()) {
            if (volume.isBasement()) {
                continue;
            }
            List<SunSolid> solids = solids(building, volume);
            if (solids.isEmpty()) {
                lacking.add(volume.place().lacks("top", "确定的轮廓与顶标高", "settled outline and top"));
            }
            for (SunSolid solid : solids) {
                List<Level> levels = levels(
                        building, volume, solid, storeys.get(volume.volume().id()), lacking);
                List<Wall> walls = walls(solid).stream()
                        .filter(wall -> look.opens(wall.nx(), wall.ny(), day, counting))
                        .toList();
                double points = walls.stream().mapToDouble(Wall::length).sum() / sampling.spacing() * levels.size();
                if (points > left) {
                    lacking.add(SunSettings.basis(
                            "sun-facades",
                            "立面取样间距(一个方案的点超过 " + MOST_POINTS + " 个)",
                            "spacing of façades (more than " + MOST_POINTS + " points of a scheme)"));
                } else {
                    left -= points;
                    walls.forEach(wall -> facade(building, wall, levels).ifPresent(facades::add));
                }
            }
        }
        return facades;
    }

    /** The body of a volume; none where its outline, bottom or top is open. */
    private List<SunSolid> solids(PlacedBuilding building, PlacedVolume placed) {
        Volume volume = placed.volume();
        if (volume.footprint() == null || volume.footprint().isEmpty()) {
            return List.of();
        }
        Polygon outline = frame.in(volume.footprint());
        return model.solids().stream()
                .filter(solid -> solid.building().id().equals(building.id())
                        && solid.part().equals(volume.id())
                        && solid.form() == Sunlight.Form.PRISM
                        && solid.outline().equalsExact(outline))
                .toList();
    }

    /** Of each volume whose storeys are all told; numbered through the building where those of all its volumes are. */
    private static Map<String, List<Storey>> storeys(PlacedBuilding building) {
        Map<String, List<Storey>> storeys = new HashMap<>();
        TreeSet<Double> floors = new TreeSet<>();
        boolean all = true;
        for (PlacedVolume placed : building.aboveGround()) {
            Volume volume = placed.volume();
            boolean told = volume.bottom() != null
                    && volume.storeys() != null
                    && !volume.storeys().isEmpty()
                    && volume.storeys().stream().allMatch(one -> one.count() != null && one.height() != null)
                    && volume.storeys().stream().mapToLong(Volume.Storey::count).sum() <= MOST_STOREYS;
            all &= told;
            if (told) {
                BigDecimal floor = volume.bottom();
                List<Storey> of = new ArrayList<>();
                for (Volume.Storey one : volume.storeys()) {
                    for (int i = 0; i < one.count(); i++) {
                        of.add(new Storey(
                                one.count() == 1 ? one.name() : null,
                                floor.doubleValue(),
                                one.height().doubleValue()));
                        floors.add(floor.doubleValue());
                        floor = floor.add(one.height());
                    }
                }
                storeys.put(volume.id(), of);
            }
        }
        if (all) {
            storeys.replaceAll((volume, of) -> of.stream()
                    .map(one -> new Storey(
                            String.valueOf(floors.headSet(one.floor()).size() + 1), one.floor(), one.height()))
                    .toList());
        }
        return storeys;
    }

    /** By the storeys of the volume; else by the sills of the building's windows; else the lowest alone, above its bottom or the ground. */
    private List<Level> levels(
            PlacedBuilding building, PlacedVolume volume, SunSolid solid, List<Storey> storeys, Lacking lacking) {
        List<Level> levels = new ArrayList<>();
        if (storeys != null) {
            for (Storey one : storeys) {
                levels.add(
                        new Level(one.name(), one.floor() + sampling.sill(), one.floor(), one.floor() + one.height()));
            }
        } else {
            TreeMap<BigDecimal, String> sills = new TreeMap<>();
            for (SunWindow row : windows.getOrDefault(building.id(), List.of())) {
                if (row.sill() != null) {
                    sills.merge(
                            row.sill().stripTrailingZeros(),
                            row.storey() == null ? "" : row.storey(),
                            (one, other) -> one.isEmpty() ? other : one);
                }
            }
            sills.forEach((sill, name) -> levels.add(new Level(
                    name.isEmpty() ? null : name,
                    sill.doubleValue(),
                    sill.doubleValue() - half(sills.lowerKey(sill), sill),
                    sill.doubleValue() + half(sill, sills.higherKey(sill)))));
        }
        levels.removeIf(level -> level.at() < solid.bottom() || level.at() >= solid.top());
        if (storeys == null && levels.isEmpty()) {
            BigDecimal bottom = volume.volume().bottom() != null
                    ? volume.volume().bottom()
                    : building.building().ground();
            if (bottom == null) {
                lacking.add(volume.place().lacks("bottom", "底标高", "bottom level"));
            } else if (bottom.doubleValue() + sampling.sill() < solid.top()) {
                double at = bottom.doubleValue() + sampling.sill();
                levels.add(new Level(null, at, bottom.doubleValue(), bottom.doubleValue() + TALLEST));
            }
        }
        return levels;
    }

    /** Where storeys are not told a row stands for what is halfway to the next one, or for a usual storey. */
    private static double half(BigDecimal low, BigDecimal high) {
        double gap = low == null || high == null ? TALLEST : high.subtract(low).doubleValue();
        return Math.min(gap, TALLEST) / 2;
    }

    private static List<Wall> walls(SunSolid solid) {
        List<Wall> walls = new ArrayList<>();
        Polygon outline = (Polygon) solid.outline().norm();
        walls(solid.part(), outline.getExteriorRing(), walls);
        for (int i = 0; i < outline.getNumInteriorRing(); i++) {
            walls(solid.part(), outline.getInteriorRingN(i), walls);
        }
        return walls;
    }

    /** Rings in normal form have what is built to their right, so who looks at a wall sees its end at his left. */
    private static void walls(String part, LinearRing ring, List<Wall> walls) {
        List<Coordinate> corners = corners(ring);
        for (int i = 0; i < corners.size(); i++) {
            Coordinate begin = corners.get(i);
            Coordinate end = corners.get((i + 1) % corners.size());
            double length = begin.distance(end);
            if (length >= SHORTEST) {
                walls.add(new Wall(part, end, begin, (begin.y - end.y) / length, (end.x - begin.x) / length));
            }
        }
    }

    /** Without those between two stretches of one straight wall. */
    private static List<Coordinate> corners(LinearRing ring) {
        List<Coordinate> corners = new ArrayList<>(List.of(ring.getCoordinates()));
        corners.remove(corners.size() - 1);
        for (int i = 0; i < corners.size() && corners.size() > 3; ) {
            Coordinate before = corners.get((i + corners.size() - 1) % corners.size());
            Coordinate next = corners.get((i + 1) % corners.size());
            if (Distance.pointToSegment(corners.get(i), before, next) < STRAIGHT) {
                corners.remove(i);
            } else {
                i++;
            }
        }
        return corners;
    }

    /** Empty where every point of it is covered. */
    private Optional<Sunlight.Facade> facade(PlacedBuilding building, Wall wall, List<Level> levels) {
        List<List<Cell>> rows = new ArrayList<>();
        List<Window> points = new ArrayList<>();
        Envelope around = new Envelope(wall.left(), wall.right());
        around.expandBy(BEFORE);
        List<SunSolid> beside = model.solids().stream()
                .filter(solid -> solid.form() == Sunlight.Form.PRISM
                        && solid.outline().getEnvelopeInternal().intersects(around))
                .toList();
        for (Level level : levels) {
            List<Cell> cells = cells(building, wall, level.at(), beside);
            rows.add(cells);
            cells.forEach(cell -> points.add(cell.point()));
        }
        if (points.isEmpty()) {
            return Optional.empty();
        }
        List<WindowSun> suns = look.points(points, day, counting);
        List<Sunlight.FacadeRow> storeys = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < rows.size(); i++) {
            List<Cell> cells = rows.get(i);
            if (!cells.isEmpty()) {
                storeys.add(row(levels.get(i), cells, suns.subList(next, next + cells.size())));
            }
            next += cells.size();
        }
        LineString line =
                frame.out(new GeometryFactory().createLineString(new Coordinate[] {wall.left(), wall.right()}));
        return Optional.of(new Sunlight.Facade(building.id(), wall.part(), line, wall.nx(), wall.ny(), storeys));
    }

    private List<Cell> cells(PlacedBuilding building, Wall wall, double level, List<SunSolid> beside) {
        int n = (int) Math.ceil(wall.length() / sampling.spacing() - 1e-9);
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double from = wall.length() * i / n;
            double to = wall.length() * (i + 1) / n;
            Coordinate at = wall.along((from + to) / 2);
            Coordinate before = new Coordinate(at.x + BEFORE * wall.nx(), at.y + BEFORE * wall.ny());
            if (beside.stream().noneMatch(solid -> solid.holds(before, level))) {
                cells.add(new Cell(
                        from, to, new Window("", building.id(), at.x, at.y, at.x, at.y, level, wall.nx(), wall.ny())));
            }
        }
        return cells;
    }

    private Sunlight.FacadeRow row(Level level, List<Cell> cells, List<WindowSun> suns) {
        Lacking after = new Lacking();
        Lacking before = new Lacking();
        look.doubts(suns, day, counting, after, before);
        List<Sunlight.FacadePiece> pieces = new ArrayList<>();
        Map<String, Double> taken = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            WindowSun sun = suns.get(i);
            add(
                    pieces,
                    cells.get(i),
                    before.isAny() ? null : SunWords.hours(sun.hoursBefore()),
                    after.isAny() ? null : SunWords.hours(sun.hoursAfter()));
            for (WindowSun.Taker taker : sun.takers()) {
                taken.merge(taker.owner(), taker.when().hours(), Math::max);
            }
        }
        List<Sunlight.FacadeTaker> takers = taken.entrySet().stream()
                .map(one -> new Sunlight.FacadeTaker(one.getKey(), SunWords.hours(one.getValue())))
                .sorted(Comparator.comparing(Sunlight.FacadeTaker::most)
                        .reversed()
                        .thenComparing(Sunlight.FacadeTaker::building, NaturalOrder.OF_IDS))
                .toList();
        return new Sunlight.FacadeRow(
                level.name(),
                Frame.length(level.at()),
                Frame.length(level.bottom()),
                Frame.length(level.top()),
                pieces,
                takers,
                after.list(),
                before.list());
    }

    /** Joined to the one before it where nothing lies between and hours are the same. */
    private static void add(List<Sunlight.FacadePiece> pieces, Cell cell, BigDecimal before, BigDecimal after) {
        Sunlight.FacadePiece piece =
                new Sunlight.FacadePiece(Frame.length(cell.from()), Frame.length(cell.to()), before, after);
        Sunlight.FacadePiece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
        if (last != null
                && same(last.to(), piece.from())
                && same(last.before(), piece.before())
                && same(last.after(), piece.after())) {
            pieces.set(
                    pieces.size() - 1, new Sunlight.FacadePiece(last.from(), piece.to(), last.before(), last.after()));
        } else {
            pieces.add(piece);
        }
    }

    /** Equal numbers, or both not known. */
    private static boolean same(BigDecimal one, BigDecimal other) {
        return (one == null) == (other == null) && (one == null || one.compareTo(other) == 0);
    }
}
