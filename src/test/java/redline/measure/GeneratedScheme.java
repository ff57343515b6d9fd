package redline.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import redline.scheme.Access;
import redline.scheme.AreaElement;
import redline.scheme.Basis;
import redline.scheme.Building;
import redline.scheme.Compass;
import redline.scheme.ConditionLine;
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

/** Schemes made up from a seed: one or two parcels, zones or none, rotated buildings, any basis, some facts unknown already. */
public final class GeneratedScheme {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final double X = 553000;
    private static final double Y = 3390000;
    private static final List<String> USES = List.of("0701", "070102", "0901", "0902", "080404", "1208");

    private final Random random;
    private final double unknown;

    private GeneratedScheme(long seed, double unknown) {
        this.random = new Random(seed);
        this.unknown = unknown;
    }

    /** @param unknown share of attributes that are not stated */
    public static Scheme of(long seed, double unknown) {
        return new GeneratedScheme(seed, unknown).scheme(2 + new Random(seed).nextInt(4), 2);
    }

    public static Scheme of(long seed, int buildings, int neighbours) {
        return new GeneratedScheme(seed, 0).scheme(buildings, neighbours);
    }

    private Scheme scheme(int buildings, int neighbours) {
        boolean two = random.nextInt(3) == 0;
        boolean zones = random.nextBoolean();
        List<String> parcels = two ? List.of("P", "Q") : List.of("P");
        List<Building> own = IntStream.rangeClosed(1, buildings)
                .mapToObj(i -> building(i + "#", i, pick(parcels), zones))
                .toList();
        List<Building> around = IntStream.rangeClosed(1, neighbours)
                .mapToObj(i -> building("N" + i, buildings + i, null, false))
                .toList();
        return new Scheme(
                "generated",
                "00",
                "EPSG:4549",
                new Basis(source(), source(), source(), source(), source()),
                Dates.allOn(LocalDate.of(2025, 6, 1)),
                new Project(null, null, null, null, null),
                parcels.stream().map(id -> parcel(id, zones)).toList(),
                maybe(() -> parcels.stream().map(this::letter).toList()),
                own,
                maybe(() -> around),
                maybe(() -> parcels.stream().flatMap(p -> sides(p).stream()).toList()),
                maybe(() -> List.of(new Road("R", null, maybe(() -> "TRUNK"), maybe(() -> number(30)), null))),
                maybe(() -> List.of(new ControlLine(
                        "L",
                        null,
                        maybe(() -> ControlLine.Kind.BLUE_LINE),
                        maybe(() -> number(5)),
                        null,
                        null,
                        maybe(() -> line(0, -20, 200, -25))))),
                maybe(() -> IntStream.range(0, 3)
                        .mapToObj(i -> green("g" + i, pick(parcels)))
                        .toList()),
                maybe(() -> IntStream.range(0, 4)
                        .mapToObj(i -> lot("l" + i, pick(parcels)))
                        .toList()),
                List.of(),
                maybe(() -> List.of(new Access(
                        "a",
                        null,
                        maybe(() -> "P"),
                        maybe(() -> Compass.W),
                        maybe(() -> "R"),
                        null,
                        null,
                        null,
                        null))),
                maybe(() -> IntStream.range(0, 2 * buildings)
                        .mapToObj(i -> element("e" + i, (1 + i % buildings) + "#"))
                        .toList()),
                maybe(() -> List.of(gap("x", "1#", "2#"), gap("y", "2#", neighbours == 0 ? "1#" : "N1"))),
                maybe(() -> parcels.stream().map(this::declared).toList()),
                null,
                Map.of());
    }

    private Parcel parcel(String id, boolean zones) {
        double east = id.equals("P") ? 0 : 220;
        List<Parcel> parts = !zones
                ? List.of()
                : List.of(
                        new Parcel(id + "a", null, null, null, maybe(() -> number(9000)), null, List.of()),
                        new Parcel(id + "b", null, null, null, maybe(() -> number(8000)), null, List.of()));
        return new Parcel(
                id,
                null,
                null,
                maybe(() -> "0701"),
                maybe(() -> number(20000)),
                maybe(() -> box(east, 0, 200, 300, 0)),
                maybe(() -> parts));
    }

    private List<Side> sides(String parcel) {
        double east = parcel.equals("P") ? 0 : 220;
        return List.of(
                new Side(
                        parcel + "-N",
                        null,
                        maybe(() -> parcel),
                        maybe(() -> Compass.N),
                        maybe(() -> "ROAD"),
                        maybe(() -> "R"),
                        maybe(() -> line(east, 300, east + 200, 300))),
                new Side(
                        parcel + "-S",
                        null,
                        maybe(() -> parcel),
                        maybe(() -> Compass.S),
                        maybe(() -> "NONE"),
                        null,
                        maybe(() -> line(east, 0, east + 200, 0))));
    }

    private Building building(String id, int place, String parcel, boolean zones) {
        double east = (place % 4) * 50 + random.nextInt(1000) / 1000.0;
        double north = (place / 4) * 45 + random.nextInt(1000) / 1000.0;
        String zone = zones && parcel != null ? parcel + (random.nextBoolean() ? "a" : "b") : null;
        List<Volume> volumes = new ArrayList<>();
        Volume.Role main =
                pick(List.of(Volume.Role.WHOLE, Volume.Role.WHOLE, Volume.Role.PODIUM, Volume.Role.BASEMENT));
        volumes.add(volume("W", main, east, north, 30, 14));
        if (random.nextBoolean()) {
            volumes.add(volume("T", Volume.Role.TOWER, east + 5, north + 3, 12, 20));
        }
        if (random.nextInt(3) == 0) {
            volumes.add(volume("D", Volume.Role.BASEMENT, east - 2, north - 2, 36, 20));
        }
        return new Building(
                id,
                null,
                maybe(() -> parcel),
                maybe(() -> zone),
                maybe(() -> parcel == null ? Building.Standing.EXISTING : Building.Standing.PROPOSED),
                maybe(() -> pick(USES)),
                maybe(() -> number(4)),
                maybe(() -> number(10 + random.nextInt(20))),
                null,
                null,
                null,
                maybe(() -> number(400 + random.nextInt(100))),
                maybe(() -> 1 + random.nextInt(8)),
                maybe(() -> random.nextInt(40)),
                maybe(() -> 1 + random.nextInt(3)),
                maybe(() -> Building.Roof.FLAT),
                maybe(() -> volumes));
    }

    private Volume volume(String id, Volume.Role role, double east, double north, double wide, double deep) {
        double turn = random.nextInt(3) == 0 ? random.nextInt(90) * Math.PI / 180 : 0;
        Polygon footprint = box(east, north, wide, deep, turn);
        Coordinate[] corners = footprint.getCoordinates();
        List<Volume.ControlHeight> heights = random.nextBoolean()
                ? List.of()
                : List.of(
                        new Volume.ControlHeight(
                                maybe(() -> Volume.ControlHeight.Point.PARAPET_TOP),
                                maybe(() -> number(20 + random.nextInt(9)))),
                        new Volume.ControlHeight(
                                maybe(() -> Volume.ControlHeight.Point.ROOF_SURFACE), maybe(() -> number(22))));
        List<Volume.Face> faces = IntStream.range(0, 4)
                .mapToObj(i -> new Volume.Face(
                        maybe(() -> SHAPES.createLineString(new Coordinate[] {corners[i], corners[i + 1]})),
                        maybe(() -> i % 2 == 0 ? Volume.Face.Kind.MAIN : Volume.Face.Kind.GABLE)))
                .toList();
        return new Volume(
                id,
                maybe(() -> role),
                maybe(() -> footprint),
                maybe(() -> number(4)),
                maybe(() -> number(18 + random.nextInt(10))),
                maybe(() -> heights),
                maybe(() -> List.of(new Volume.Storey("s", maybe(() -> 3), null, maybe(() -> pick(USES))))),
                maybe(() -> faces));
    }

    private Green green(String id, String parcel) {
        Polygon outline = box(random.nextInt(150), 200 + random.nextInt(50), 12.345, 7.891, random.nextDouble());
        return new Green(
                id,
                maybe(() -> parcel),
                "ground",
                maybe(() -> number(95)),
                maybe(() -> new BigDecimal("0.5")),
                maybe(() -> outline));
    }

    private ParkingLot lot(String id, String parcel) {
        return new ParkingLot(
                id,
                maybe(() -> parcel),
                maybe(() -> random.nextBoolean() ? ParkingLot.Kind.MOTOR : ParkingLot.Kind.NON_MOTOR),
                ParkingLot.Place.SURFACE,
                maybe(() -> 10 + random.nextInt(90)),
                maybe(() -> random.nextInt(4) == 0),
                null);
    }

    private AreaElement element(String id, String building) {
        return new AreaElement(
                id,
                maybe(() -> building),
                "1F",
                "unit",
                maybe(() -> pick(USES)),
                maybe(() -> random.nextInt(4) == 0),
                maybe(() -> new BigDecimal(random.nextInt(100000)).movePointLeft(2)),
                maybe(() -> 1 + random.nextInt(6)),
                maybe(() -> new BigDecimal("1.0")),
                maybe(() -> new BigDecimal(random.nextBoolean() ? "1" : "0")),
                maybe(() -> random.nextInt(5) == 0),
                maybe(() -> box(random.nextInt(100), random.nextInt(100), 9.999, 8.001, 0)),
                null);
    }

    private Gap gap(String id, String a, String b) {
        return new Gap(
                id,
                maybe(() -> a),
                maybe(() -> b),
                maybe(() -> Compass.E),
                maybe(() -> number(8 + random.nextInt(20))),
                maybe(() -> Gap.FireWall.NONE),
                maybe(() -> true),
                maybe(() -> false),
                maybe(() -> false),
                null,
                null);
    }

    private Letter letter(String parcel) {
        ConditionLine far = new ConditionLine(
                "far",
                "1",
                maybe(() -> parcel),
                maybe(() -> ConditionLine.Item.FAR),
                maybe(() -> ConditionLine.Bound.MAX),
                maybe(() -> number(2)),
                null,
                maybe(() -> List.of("ANY")),
                maybe(() -> "ANY"),
                maybe(() -> "ANY"),
                maybe(() -> "ANY"));
        ConditionLine setback = new ConditionLine(
                "setback",
                "2",
                maybe(() -> parcel),
                maybe(() -> ConditionLine.Item.SETBACK),
                maybe(() -> ConditionLine.Bound.MIN),
                maybe(() -> number(8)),
                null,
                maybe(() -> List.of("N", "S")),
                maybe(() -> "ANY"),
                maybe(() -> "HIGH"),
                maybe(() -> "ANY"));
        return new Letter(
                "L" + parcel,
                maybe(() -> parcel),
                null,
                null,
                null,
                maybe(random::nextBoolean),
                List.of(),
                maybe(() -> List.of(far, setback)),
                maybe(() -> List.of(new Letter.Article("1", "FAR"), new Letter.Article("3", "by hand"))));
    }

    private Declared declared(String site) {
        Supplier<BigDecimal> any = () -> number(random.nextInt(1000));
        return new Declared(
                maybe(() -> site),
                maybe(any),
                maybe(any),
                maybe(any),
                maybe(any),
                maybe(any),
                maybe(any),
                maybe(() -> new BigDecimal("0.31")),
                maybe(any),
                maybe(() -> new BigDecimal("0.301")),
                maybe(any),
                maybe(any),
                maybe(any));
    }

    private Basis.Source source() {
        return random.nextInt(2) == 0 ? Basis.Source.DRAWING : pick(List.of(Basis.Source.values()));
    }

    private <T> T maybe(Supplier<T> value) {
        return random.nextDouble() < unknown ? null : value.get();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static BigDecimal number(int whole) {
        return BigDecimal.valueOf(whole);
    }

    private static Polygon box(double east, double north, double wide, double deep, double turn) {
        double c = Math.cos(turn);
        double s = Math.sin(turn);
        double[][] corners = {{0, 0}, {wide, 0}, {wide, deep}, {0, deep}, {0, 0}};
        Coordinate[] ring = new Coordinate[5];
        for (int i = 0; i < 5; i++) {
            ring[i] = at(east + corners[i][0] * c - corners[i][1] * s, north + corners[i][0] * s + corners[i][1] * c);
        }
        return SHAPES.createPolygon(ring);
    }

    private static LineString line(double x1, double y1, double x2, double y2) {
        return SHAPES.createLineString(new Coordinate[] {at(x1, y1), at(x2, y2)});
    }

    /** On a grid of a millimetre or a micrometre, as files state coordinates. */
    private static Coordinate at(double east, double north) {
        return new Coordinate(rounded(X + east), rounded(Y + north));
    }

    private static double rounded(double ordinate) {
        return BigDecimal.valueOf(ordinate)
                .setScale(6, java.math.RoundingMode.HALF_UP)
                .doubleValue();
    }
}
