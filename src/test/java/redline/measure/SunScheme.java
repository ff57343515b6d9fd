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
import redline.quantity.Quantity;
import redline.quantity.Value;
import redline.scheme.Scheme;
import redline.sun.Location;

/**
 * Schemes with windows, drawn in metres around a point of the central meridian of EPSG:4549 (120° E), where the grid's north is
 * true north.
 */
final class SunScheme {
    static final SunSettings.Day GREAT_COLD = new SunSettings.Day(LocalDate.of(2001, 1, 20), 8, 16);
    static final SunSettings.Day SOLSTICE = new SunSettings.Day(LocalDate.of(2001, 12, 22), 9, 15);
    static final SunSettings.Stretches ALL = new SunSettings.Stretches(false, 5, null);
    static final SunSettings PLAIN = new SunSettings(
            List.of(GREAT_COLD),
            List.of(SOLSTICE),
            List.of(ALL),
            List.of(0.0),
            List.of(SunSettings.Points.FULL),
            List.of(SunSettings.Rooms.ALL),
            null,
            new Location(30.63, 120));

    private SunScheme() {}

    /** {@code layers}: the rest of a scheme file; {@code box(x, y, w, d)} stands for a rectangle, {@code seg(x, y, x, y)} for a line. */
    static Scheme of(String layers) {
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
                .filter(measure -> Set.of(Quantity.SUN_HOURS, Quantity.SUN_HOURS_SECOND, Quantity.SUN_HOURS_WINTER)
                        .contains(measure.quantity()))
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
