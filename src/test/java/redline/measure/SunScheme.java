package redline.measure;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.intake.Source;
import redline.quantity.Value;
import redline.scheme.Scheme;
import redline.sun.Location;

/**
 * Schemes with windows, drawn in metres around a point of the central meridian of EPSG:4549 (120° E), where the grid's north is
 * true north.
 */
public final class SunScheme {
    static final SunSettings.Day GREAT_COLD = new SunSettings.Day(LocalDate.of(2001, 1, 20), 8, 16);
    static final SunSettings.Day SOLSTICE = new SunSettings.Day(LocalDate.of(2001, 12, 22), 9, 15);
    static final SunSettings.Stretches ALL = new SunSettings.Stretches(false, 5, null);
    static final SunSettings PLAIN = plain(List.of(SunSettings.Width.WHOLE), List.of(), null);

    /** Nothing open but what is given here. */
    static SunSettings plain(List<SunSettings.Width> widths, List<Double> greenHours, SunSettings.Facades facades) {
        return new SunSettings(
                List.of(GREAT_COLD),
                List.of(SOLSTICE),
                List.of(ALL),
                List.of(0.0),
                List.of(SunSettings.Points.FULL),
                widths,
                List.of(SunSettings.Rooms.ALL),
                greenHours,
                null,
                new Location(30.63, 120),
                facades);
    }

    /** Podium and tower, pitched roof, wings, parapets, obstacles, rooms of several windows. */
    public static final String EVERYTHING = """
            buildings:
              - id: 1#
                standing: PROPOSED
                roof: FLAT
                ground: 4
                volumes:
                  - {id: 裙, role: PODIUM, footprint: box(0, 0, 40, 20), bottom: 4, top: 10, controlHeights: [{point: ROOF_SURFACE, elevation: 10}, {point: PARAPET_TOP, elevation: 11.2}]}
                  - {id: 主, role: TOWER, footprint: box(8, 4, 20, 14), bottom: 10, top: 40, controlHeights: [{point: ROOF_SURFACE, elevation: 40}, {point: PARAPET_TOP, elevation: 41.2}]}
                  - {id: 地, role: BASEMENT, footprint: box(-5, -5, 60, 40), bottom: -2, top: 3.8, controlHeights: []}
              - id: 2#
                standing: PROPOSED
                roof: PITCHED
                volumes:
                  - {id: W, role: WHOLE, footprint: box(48, 2, 14, 12), bottom: 4, top: 19, controlHeights: [{point: EAVE, elevation: 15}, {point: RIDGE, elevation: 19}]}
            surroundings:
              - id: 邻1
                standing: EXISTING
                roof: FLAT
                volumes:
                  - {id: 甲, role: WHOLE, footprint: box(0, 60, 30, 12), bottom: 4, top: 22, controlHeights: []}
                  - {id: 乙, role: WHOLE, footprint: box(30, 50, 10, 22), bottom: 4, top: 22, controlHeights: []}
              - id: 邻2
                standing: APPROVED
                roof: FLAT
                volumes:
                  - {id: W, role: WHOLE, footprint: box(-30, 20, 14, 12), bottom: 4, top: 16, controlHeights: [{point: ROOF_SURFACE, elevation: 16}]}
            sunObstacles:
              - {id: 机房, building: 1#, kind: ROOF_ROOM, outline: box(12, 8, 6, 5), bottom: 40, top: 44.5}
              - {id: 阳台, building: 邻1, kind: BALCONY, outline: box(10, 58.5, 4, 1.5), bottom: 8.9, top: 9.1}
              - {id: 屏, building: 2#, kind: FRAME, line: seg(48, 14, 62, 14), bottom: 19, top: 20}
            sunlitDwellings:
              - {id: "101", building: 邻1, rooms: 2}
              - {id: "201", building: 邻1, rooms: 2}
            sunlitRooms:
              - {id: 活动室, building: 1#, kind: NURSERY}
            sunWindows:
              - {id: 101-1, building: 邻1, dwelling: "101", room: 主卧, line: seg(4, 60, 5.8, 60), sill: 5.2}
              - {id: 101-2, building: 邻1, dwelling: "101", room: 客厅, line: seg(10.5, 60, 13, 60), sill: 5.2}
              - {id: 101-3, building: 邻1, dwelling: "101", room: 客厅, line: seg(26, 60, 28, 60), sill: 5.2}
              - {id: 201-1, building: 邻1, dwelling: "201", room: 主卧, line: seg(4, 60, 5.8, 60), sill: 8.2}
              - {id: 201-2, building: 邻1, dwelling: "201", room: 次卧, line: seg(32, 50, 34, 50), sill: 8.2}
              - {id: 活-1, building: 1#, dwelling: 活动室, line: seg(12, 4, 16, 4), sill: 11}
            """;

    /** Two ways of counting and two angles are open, and the drawing is accurate to 5 cm. */
    public static final SunSettings OPEN = new SunSettings(
            List.of(GREAT_COLD),
            List.of(SOLSTICE),
            List.of(ALL, new SunSettings.Stretches(false, 30, 2)),
            List.of(0.0, 15.0),
            List.of(SunSettings.Points.FULL),
            List.of(SunSettings.Width.WHOLE),
            List.of(SunSettings.Rooms.ALL),
            List.of(),
            new SunSettings.Accuracy(0.05, 0.05),
            new Location(30.63, 120),
            new SunSettings.Facades(1, 0.9));

    private SunScheme() {}

    /** {@code layers}: the rest of a scheme file; {@code box(x, y, w, d)} stands for a rectangle, {@code seg(x, y, x, y)} for a line. */
    public static Scheme of(String layers) {
        return moved(layers, 0, 0);
    }

    static Scheme moved(String layers, double dx, double dy) {
        String text = """
                redline: 1
                name: 日照
                crs: EPSG:4549
                basis: drawing
                dates: {conditionsIssued: 2025-06-01, contractSigned: 2025-06-01, applicationReceived: 2025-06-01}
                parcels: [{id: A, name: 地块, landUse: "0701", area: 8000 m², zones: []}]
                """ + drawn(layers, dx, dy);
        Intake intake = SchemeReader.read(new Source("sun.yaml", text.getBytes(StandardCharsets.UTF_8)), null);
        if (intake instanceof Intake.Accepted accepted) {
            return accepted.scheme();
        }
        throw new AssertionError(intake.toString());
    }

    private static String drawn(String layers, double dx, double dy) {
        StringBuilder out = new StringBuilder();
        Matcher shapes = Pattern.compile("(box|seg)\\(([^)]*)\\)").matcher(layers);
        while (shapes.find()) {
            List<BigDecimal> n = Arrays.stream(shapes.group(2).split(","))
                    .map(number -> new BigDecimal(number.strip()))
                    .toList();
            String shape = shapes.group(1).equals("box")
                    ? "POLYGON ((" + at(n.get(0), n.get(1), dx, dy) + ", "
                            + at(n.get(0).add(n.get(2)), n.get(1), dx, dy) + ", "
                            + at(n.get(0).add(n.get(2)), n.get(1).add(n.get(3)), dx, dy) + ", "
                            + at(n.get(0), n.get(1).add(n.get(3)), dx, dy) + ", " + at(n.get(0), n.get(1), dx, dy)
                            + "))"
                    : "LINESTRING (" + at(n.get(0), n.get(1), dx, dy) + ", " + at(n.get(2), n.get(3), dx, dy) + ")";
            shapes.appendReplacement(out, "\"" + shape + "\"");
        }
        return shapes.appendTail(out).toString();
    }

    private static String at(BigDecimal x, BigDecimal y, double dx, double dy) {
        return x.add(BigDecimal.valueOf(500_000 + dx)).toPlainString() + " "
                + y.add(BigDecimal.valueOf(3_390_000 + dy)).toPlainString();
    }

    static Survey survey(Scheme scheme, SunSettings settings) {
        return Survey.of(scheme, new Settings(null, Set.of()).counting(settings));
    }

    /** What was measured of the dwellings and rooms, by quantity and id. */
    static Map<String, Reading> readings(Scheme scheme, SunSettings settings) {
        return survey(scheme, settings).measures().stream()
                .filter(measure -> SunStudy.MEASURED.contains(measure.quantity()))
                .collect(Collectors.toMap(
                        measure -> measure.quantity() + " " + measure.subject().id(), Measure::reading));
    }

    static Reading reading(Scheme scheme, SunSettings settings, String key) {
        return readings(scheme, settings).get(key);
    }

    static double hours(Scheme scheme, SunSettings settings, String key) {
        Reading reading = reading(scheme, settings, key);
        if (reading instanceof Reading.Known known) {
            return ((Value.Amount) known.value()).number().doubleValue();
        }
        throw new AssertionError(key + " is not known: " + reading);
    }

    static List<String> missing(Scheme scheme, SunSettings settings, String key) {
        return reading(scheme, settings, key) instanceof Reading.Unknown unknown
                ? unknown.missing().stream().map(Missing::path).toList()
                : List.of();
    }
}
