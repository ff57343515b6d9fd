package redline.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import redline.fact.Projection;
import redline.fact.SchemeRecord;
import redline.measure.Settings;
import redline.scheme.Access;
import redline.scheme.AreaElement;
import redline.scheme.Basis;
import redline.scheme.Building;
import redline.scheme.Compass;
import redline.scheme.ConditionLine;
import redline.scheme.ConditionLine.Bound;
import redline.scheme.ConditionLine.Item;
import redline.scheme.ControlLine;
import redline.scheme.Dates;
import redline.scheme.Declared;
import redline.scheme.Gap;
import redline.scheme.Green;
import redline.scheme.Letter;
import redline.scheme.Parcel;
import redline.scheme.ParkingLot;
import redline.scheme.Project;
import redline.scheme.Road;
import redline.scheme.Scheme;
import redline.scheme.Side;
import redline.scheme.Volume;

/**
 * Schemes of any size for the benches: houses and shops in rows on one parcel, every fifth building a podium with a tower. The
 * same size, variant and seed give the same scheme. All numbers are made up for measuring time; none is a limit of any place.
 */
public final class SampleScheme {
    /** What is left unknown. */
    public enum Variant {
        /** Nothing: every rule is decided. */
        ALL_KNOWN,
        /** Two properties in a hundred, anywhere. */
        TWO_PERCENT_UNKNOWN,
        /** The boundary sides were not supplied. */
        SIDES_MISSING,
        /** The table of facts on gaps between buildings was not supplied: nothing is known of fire walls. */
        GAPS_MISSING,
        /** The letter is not known to be complete, narrows setbacks to low and multi-storey buildings, and sets maxima. */
        OPEN_LETTER,
        /** The letter was not supplied. */
        LETTER_MISSING,
        /** The buildings were not supplied. */
        BUILDINGS_MISSING,
        /** One property in ten. */
        TEN_PERCENT_UNKNOWN
    }

    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final double WEST = 553_000;
    private static final double SOUTH = 3_390_000;
    private static final double PITCH_X = 50;
    private static final double PITCH_Y = 52;
    private static final LocalDate DAY = LocalDate.of(2025, 6, 1);

    /** Buildings side by side and one behind the other are pairs; most of those across a corner are not. */
    private static final BigDecimal REACH = new BigDecimal("36");

    private final int buildings;
    private final Variant variant;
    private final SplittableRandom values;
    private final SplittableRandom blanks;
    private final int columns;
    private final double width;
    private final double depth;

    private SampleScheme(int buildings, Variant variant, long seed) {
        this.buildings = buildings;
        this.variant = variant;
        this.values = new SplittableRandom(seed);
        this.blanks = new SplittableRandom(seed + 1);
        this.columns = (int) Math.ceil(Math.sqrt(buildings));
        this.width = columns * PITCH_X + 20;
        this.depth = Math.ceil((double) buildings / columns) * PITCH_Y + 20;
    }

    /** What rules see of such a scheme. */
    static SchemeRecord record(int buildings, Variant variant, long seed) {
        Settings settings = new Settings(
                REACH,
                Set.of(
                        Volume.ControlHeight.Point.PARAPET_TOP,
                        Volume.ControlHeight.Point.EAVE,
                        Volume.ControlHeight.Point.RIDGE));
        return record(buildings, variant, seed, settings);
    }

    /** The same, measured as the profile asks: pairs reach farther. */
    static SchemeRecord record(int buildings, Variant variant, long seed, Settings settings) {
        return Projection.of(new SampleScheme(buildings, variant, seed).scheme(), settings);
    }

    private Scheme scheme() {
        return new Scheme(
                "bench " + buildings,
                "0".repeat(64),
                "EPSG:4549",
                new Basis(
                        Basis.Source.DRAWING,
                        Basis.Source.ITEMISED,
                        Basis.Source.DRAWING,
                        Basis.Source.DRAWING,
                        Basis.Source.ITEMISED),
                Dates.allOn(DAY),
                new Project(null, "bench", null, null, null),
                List.of(new Parcel(
                        "P", "P", null, "0701", decimal(width * depth), rectangle(0, 0, width, depth), List.of())),
                variant == Variant.LETTER_MISSING ? null : List.of(letter()),
                variant == Variant.BUILDINGS_MISSING ? null : houses(),
                List.of(),
                variant == Variant.SIDES_MISSING ? null : sides(),
                List.of(new Road("R1", "R1", "TRUNK", decimal(40), null)),
                List.of(new ControlLine(
                        "L1", "L1", maybe(ControlLine.Kind.GREEN_LINE), null, null, null, line(-15, 0, -15, depth))),
                List.of(new Green("G1", "P", "集中绿地", null, maybe(decimal(1)), rectangle(2, 2, width - 2, 12))),
                List.of(
                        new ParkingLot("K1", "P", ParkingLot.Kind.MOTOR, null, maybe(buildings * 30), false, null),
                        new ParkingLot("K2", "P", ParkingLot.Kind.NON_MOTOR, null, maybe(buildings * 60), false, null)),
                List.of(),
                List.of(new Access("A1", "A1", "P", maybe(Compass.S), "R1", null, null, null, null)),
                areas(),
                variant == Variant.GAPS_MISSING ? null : gaps(),
                List.of(declared()),
                null,
                Map.of());
    }

    private Letter letter() {
        List<ConditionLine> lines = new ArrayList<>();
        lines.add(amount("far", Item.FAR, Bound.MAX, "2.5"));
        lines.add(amount("far-min", Item.FAR, Bound.MIN, "1.0"));
        lines.add(amount("density", Item.BUILDING_DENSITY, Bound.MAX, "0.35"));
        lines.add(amount("green", Item.GREEN_RATIO, Bound.MIN, "0.3"));
        lines.add(amount("height", Item.BUILDING_HEIGHT, Bound.MAX, "54"));
        lines.add(amount("shops", Item.COMMERCIAL_AREA, Bound.MAX, "20000"));
        lines.add(setback("back", "ANY", "ANY", "ANY", "5"));
        lines.add(setback("back-road", "S", "ROAD", "ANY", "8"));
        lines.add(setback("back-high", "ANY", "ANY", "HIGH", "10"));
        lines.add(setback("back-road-high", "S", "ROAD", "HIGH", "15"));
        if (variant == Variant.OPEN_LETTER) {
            lines.add(setback("back-low", "N", "ANY", "LOW", "6"));
            lines.add(setback("back-multi", "N", "PARCEL", "MULTI", "7"));
            lines.add(line("back-most", Item.SETBACK, Bound.MAX, "40", null, "W", "ANY", "ANY", "ANY"));
            lines.add(line("space-most", Item.SPACING, Bound.MAX, "80", null, "ANY", "ANY", "ANY", "ANY"));
            lines.add(line(
                    "cars-most", Item.PARKING_MOTOR_PER_DWELLING, Bound.MAX, "2", null, "ANY", "ANY", "ANY", "ANY"));
        }
        lines.add(line("river", Item.CONTROL_LINE_SETBACK, Bound.MIN, "12", null, "ANY", "GREEN_LINE", "ANY", "ANY"));
        lines.add(line("space", Item.SPACING, Bound.MIN, "13", null, "ANY", "ANY", "ANY", "ANY"));
        lines.add(line("space-n", Item.SPACING_FACTOR, Bound.MIN, "0.6", null, "N", "ANY", "ANY", "ANY"));
        lines.add(line("cars", Item.PARKING_MOTOR_PER_DWELLING, Bound.MIN, "1", null, "ANY", "ANY", "ANY", "0701"));
        lines.add(line("cars-shop", Item.PARKING_MOTOR_PER_100M2, Bound.MIN, "0.008", null, "ANY", "ANY", "ANY", "09"));
        lines.add(
                line("cycles", Item.PARKING_NON_MOTOR_PER_DWELLING, Bound.MIN, "2", null, "ANY", "ANY", "ANY", "0701"));
        lines.add(words("use", Item.USE, "0701", "0901"));
        lines.add(words("roof", Item.ROOF_FORM, "FLAT", "PITCHED"));
        lines.add(words("access", Item.ACCESS_SIDE, "S"));
        boolean complete = variant != Variant.OPEN_LETTER;
        return new Letter("letter", "P", "example 1", DAY, "EXAMPLE", complete, List.of(), lines, null);
    }

    private ConditionLine amount(String id, Item item, Bound bound, String value) {
        return line(id, item, bound, value, null, "ANY", "ANY", "ANY", "ANY");
    }

    private ConditionLine words(String id, Item item, String... terms) {
        return line(id, item, Bound.ONE_OF, null, List.of(terms), "ANY", "ANY", "ANY", "ANY");
    }

    private ConditionLine setback(String id, String side, String beyond, String heightClass, String value) {
        return line(id, Item.SETBACK, Bound.MIN, value, null, side, beyond, heightClass, "ANY");
    }

    private ConditionLine line(
            String id,
            Item item,
            Bound bound,
            String value,
            List<String> terms,
            String side,
            String beyond,
            String heightClass,
            String use) {
        return new ConditionLine(
                id,
                "第1条",
                "P",
                mayBeAnything(value) ? maybe(item) : item,
                maybe(bound),
                value == null ? null : maybe(new BigDecimal(value)),
                terms,
                maybe(List.of(side)),
                maybe(beyond),
                maybe(heightClass),
                maybe(use));
    }

    /** A line that might bound spacing must not bound it farther out than pairs are looked for. */
    private static boolean mayBeAnything(String value) {
        return value == null || new BigDecimal(value).compareTo(BigDecimal.ONE) < 0;
    }

    private List<Building> houses() {
        List<Building> houses = new ArrayList<>();
        for (int i = 0; i < buildings; i++) {
            boolean shop = i % 5 == 4;
            int storeys = shop ? 8 + values.nextInt(5) : 3 + values.nextInt(14);
            double height = storeys * (shop ? 3.9 : 3.0);
            double x = 10 + i % columns * PITCH_X + values.nextInt(8);
            double y = 10 + i / columns * PITCH_Y + values.nextInt(8);
            String use = shop ? "090101" : "070102";
            List<Volume> volumes = new ArrayList<>();
            if (shop) {
                volumes.add(volume("PD", Volume.Role.PODIUM, rectangle(x, y, x + 40, y + 18), 8, 2, use));
                volumes.add(
                        volume("TW", Volume.Role.TOWER, rectangle(x + 4, y + 2, x + 30, y + 16), height, storeys, use));
            } else {
                volumes.add(volume("W", Volume.Role.WHOLE, rectangle(x, y, x + 40, y + 16), height, storeys, use));
            }
            houses.add(new Building(
                    id(i),
                    id(i),
                    "P",
                    null,
                    maybe(Building.Standing.PROPOSED),
                    maybe(use),
                    decimal(4),
                    null,
                    null,
                    null,
                    null,
                    null,
                    maybe(storeys),
                    maybe(shop ? 0 : storeys * 4),
                    maybe(values.nextInt(8) == 0 && storeys < 8 ? 3 : 1 + values.nextInt(2)),
                    maybe(values.nextBoolean() ? Building.Roof.FLAT : Building.Roof.PITCHED),
                    volumes));
        }
        return houses;
    }

    private Volume volume(String id, Volume.Role role, Polygon footprint, double height, int storeys, String use) {
        return new Volume(
                id,
                maybe(role),
                maybe(footprint),
                decimal(4),
                decimal(4 + height),
                List.of(new Volume.ControlHeight(Volume.ControlHeight.Point.PARAPET_TOP, maybe(decimal(4 + height)))),
                List.of(new Volume.Storey("1", maybe(storeys), decimal(height / storeys), maybe(use))),
                List.of());
    }

    private List<Side> sides() {
        return List.of(
                new Side("S", "S", "P", maybe(Compass.S), maybe("ROAD"), "R1", line(0, 0, width, 0)),
                new Side("E", "E", "P", maybe(Compass.E), maybe("PARCEL"), null, line(width, 0, width, depth)),
                new Side(
                        "N",
                        "N",
                        "P",
                        maybe(variant == Variant.OPEN_LETTER ? Compass.NW : Compass.N),
                        maybe("PARCEL"),
                        null,
                        line(width, depth, 0, depth)),
                new Side("W", "W", "P", maybe(Compass.W), maybe("GREEN"), null, line(0, depth, 0, 0)));
    }

    private List<AreaElement> areas() {
        List<AreaElement> areas = new ArrayList<>();
        for (int i = 0; i < buildings; i++) {
            boolean shop = i % 5 == 4;
            areas.add(new AreaElement(
                    id(i) + "-1",
                    id(i),
                    "1",
                    "主体",
                    maybe(shop ? "090101" : "070102"),
                    maybe(false),
                    maybe(decimal(shop ? 700 : 640)),
                    maybe(shop ? 6 : 9),
                    decimal(1),
                    maybe(decimal(1)),
                    true,
                    null,
                    null));
        }
        return areas;
    }

    /** Of each building with those beside, behind and across a corner. */
    private List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        for (int i = 0; i < buildings; i++) {
            for (int j : new int[] {i + 1, i + columns - 1, i + columns, i + columns + 1}) {
                if (j < buildings && Math.abs(j % columns - i % columns) <= 1) {
                    gaps.add(gap(i, j));
                }
            }
        }
        return gaps;
    }

    private Gap gap(int a, int b) {
        Gap.FireWall[] walls = Gap.FireWall.values();
        return new Gap(
                "g" + a + "-" + b,
                id(a),
                id(b),
                null,
                null,
                maybe(values.nextInt(3) > 0 ? Gap.FireWall.NONE : walls[values.nextInt(walls.length)]),
                maybe(values.nextInt(4) > 0),
                maybe(values.nextInt(8) == 0),
                maybe(values.nextInt(3) == 0),
                maybe(decimal(values.nextInt(10) / 100.0)),
                maybe(values.nextInt(4) > 0));
    }

    private Declared declared() {
        return new Declared(
                "P",
                decimal(2.0),
                maybe(decimal(buildings * 5000)),
                maybe(decimal(buildings * 5000)),
                decimal(0),
                decimal(buildings / 5 * 4200),
                decimal(buildings * 640),
                maybe(decimal(0.3)),
                decimal(width * 10),
                maybe(decimal(0.32)),
                maybe(decimal(buildings * 30)),
                decimal(buildings * 60),
                decimal(buildings * 30));
    }

    private static String id(int building) {
        return building + 1 + "#";
    }

    /** The value, or now and then none. Values and blanks are drawn apart: what is left stays what it was. */
    private <T> T maybe(T value) {
        int percent = variant == Variant.TWO_PERCENT_UNKNOWN ? 2 : variant == Variant.TEN_PERCENT_UNKNOWN ? 10 : 0;
        return blanks.nextInt(100) < percent ? null : value;
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(Math.round(value * 1000), 3).stripTrailingZeros();
    }

    private static Polygon rectangle(double west, double south, double east, double north) {
        return GEOMETRY.createPolygon(
                new Coordinate[] {at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)});
    }

    private static LineString line(double x1, double y1, double x2, double y2) {
        return GEOMETRY.createLineString(new Coordinate[] {at(x1, y1), at(x2, y2)});
    }

    private static Coordinate at(double x, double y) {
        return new Coordinate(WEST + x, SOUTH + y);
    }
}
