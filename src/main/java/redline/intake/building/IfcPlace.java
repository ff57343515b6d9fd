package redline.intake.building;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import redline.intake.file.FileContents;
import redline.intake.gis.Crs;

/**
 * Where a model stands on earth.
 *
 * @param crs {@code EPSG:4549}, null where the file names none
 * @param values latitude, longitude, eastings, northings, rotation, scale, as far as the file gives them
 * @param converted whether plan coordinates can be had
 */
record IfcPlace(String crs, List<FileContents.Value> values, boolean converted) {
    private static final List<String> CONVERSION =
            List.of("Eastings", "Northings", "OrthogonalHeight", "XAxisAbscissa", "XAxisOrdinate", "Scale");

    static IfcPlace of(StepFile file, IfcProperties properties, List<Integer> objects) throws IOException {
        List<FileContents.Value> values = new ArrayList<>();
        for (int id : file.ids("IFCSITE")) {
            StepInstance site = file.instance(id);
            BigDecimal latitude = degrees(site.at(9));
            BigDecimal longitude = degrees(site.at(10));
            if (latitude != null && longitude != null && values.isEmpty()) {
                values.add(new FileContents.Value("latitude", latitude.toPlainString(), site.from() + ".RefLatitude"));
                values.add(
                        new FileContents.Value("longitude", longitude.toPlainString(), site.from() + ".RefLongitude"));
                if (site.number(11) != null) {
                    values.add(new FileContents.Value(
                            "siteElevation", site.number(11).toPlainString(), site.from() + ".RefElevation"));
                }
            }
        }
        String crs = null;
        boolean converted = false;
        for (int id : file.ids("IFCMAPCONVERSION")) {
            StepInstance conversion = file.instance(id);
            if (conversion != null && !converted) {
                converted = conversion.number(2) != null && conversion.number(3) != null;
                BigDecimal[] numbers = new BigDecimal[CONVERSION.size()];
                for (int n = 0; n < numbers.length; n++) {
                    numbers[n] = conversion.number(n + 2);
                }
                tell(numbers, conversion.from(), values);
                StepInstance target = file.instance(conversion.reference(1));
                crs = target == null ? null : named(target.text(0), target.text(1), target.from(), values);
            }
        }
        if (!converted) {
            // IFC2X3 has no such entity: programs write a property set of these names
            for (int object : objects) {
                BigDecimal[] numbers = new BigDecimal[CONVERSION.size()];
                String from = null;
                Set<String> names = new TreeSet<>();
                for (IfcProperties.Entry entry : properties.of(object)) {
                    boolean conversion = entry.set().equalsIgnoreCase("ePSet_MapConversion");
                    boolean target = entry.set().equalsIgnoreCase("ePSet_ProjectedCRS");
                    if (conversion && CONVERSION.contains(entry.name())) {
                        numbers[CONVERSION.indexOf(entry.name())] = entry.number();
                        from = entry.set();
                    }
                    if (entry.text() != null
                            && (target && entry.name().equals("Name")
                                    || conversion && entry.name().equals("TargetCRS"))) {
                        names.add(entry.text());
                    }
                }
                if (from != null && !converted) {
                    converted = numbers[0] != null && numbers[1] != null;
                    tell(numbers, from, values);
                    for (String name : names) {
                        String epsg = named(name, null, from, values);
                        crs = crs == null ? epsg : crs;
                    }
                }
            }
        }
        return new IfcPlace(crs, values, converted);
    }

    private static String named(String name, String description, String from, List<FileContents.Value> values) {
        if (name == null) {
            return null;
        }
        values.add(new FileContents.Value("projectedCrs", name, from));
        String epsg = Crs.named(name);
        return epsg == null ? Crs.named(description) : epsg;
    }

    private static void tell(BigDecimal[] numbers, String from, List<FileContents.Value> values) {
        for (int n = 0; n < numbers.length; n++) {
            if (numbers[n] != null) {
                String name = CONVERSION.get(n);
                values.add(new FileContents.Value(
                        Character.toLowerCase(name.charAt(0)) + name.substring(1), numbers[n].toPlainString(), from));
            }
        }
        if (numbers[3] != null && numbers[4] != null) {
            double degrees = Math.toDegrees(Math.atan2(numbers[4].doubleValue(), numbers[3].doubleValue()));
            values.add(new FileContents.Value("rotation", Plain.of(degrees) + "°", from));
        }
    }

    /** Degrees, minutes, seconds and millionths of a second; each part of a southern or western angle is negative. Null for anything else. */
    static BigDecimal degrees(StepValue value) {
        if (!(value instanceof StepValue.Many parts) || parts.values().size() < 3) {
            return null;
        }
        long[] units = {3_600_000_000L, 60_000_000L, 1_000_000L, 1L};
        BigDecimal sum = BigDecimal.ZERO;
        boolean negative = false;
        for (int n = 0; n < Math.min(4, parts.values().size()); n++) {
            BigDecimal part = StepInstance.number(parts.values().get(n));
            if (part == null) {
                return null;
            }
            negative |= part.signum() < 0;
            sum = sum.add(part.abs().multiply(BigDecimal.valueOf(units[n])));
        }
        BigDecimal degrees = sum.divide(BigDecimal.valueOf(3_600_000_000L), MathContext.DECIMAL64)
                .setScale(10, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return negative ? degrees.negate() : degrees;
    }
}
