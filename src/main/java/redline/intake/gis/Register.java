package redline.intake.gis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.Proj4jException;

/** The EPSG definitions that come with proj4j: read once, since a hostile file may name every code there is. */
final class Register {
    private static final ConcurrentMap<Integer, Optional<CoordinateReferenceSystem>> KNOWN = new ConcurrentHashMap<>();

    private Register() {}

    /** Null where the register has no such code or its projection cannot be computed. */
    static CoordinateReferenceSystem find(int epsg) {
        return Definitions.BY_CODE.containsKey(epsg)
                ? KNOWN.computeIfAbsent(epsg, Register::load).orElse(null)
                : null;
    }

    /** Its lines are {@code <4549> +proj=tmerc … <>}. */
    private static final class Definitions {
        private static final Map<Integer, String> BY_CODE = read();

        private static Map<Integer, String> read() {
            Map<Integer, String> definitions = new HashMap<>();
            try (InputStream in = CRSFactory.class.getResourceAsStream("/proj4/nad/epsg")) {
                new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1))
                        .lines()
                        .filter(line -> line.startsWith("<"))
                        .forEach(line -> {
                            int code = line.indexOf('>');
                            int end = line.indexOf("<>", code);
                            if (end > 0) {
                                definitions.put(
                                        Integer.valueOf(line.substring(1, code)),
                                        line.substring(code + 1, end).strip());
                            }
                        });
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            return definitions;
        }
    }

    private static Optional<CoordinateReferenceSystem> load(int epsg) {
        String definition = Definitions.BY_CODE.get(epsg);
        try {
            return definition == null
                    ? Optional.empty()
                    : Optional.of(new CRSFactory().createFromParameters("EPSG:" + epsg, definition));
        } catch (Proj4jException | IllegalStateException | NumberFormatException notComputable) {
            return Optional.empty();
        }
    }

    /**
     * Its well-known text, as a GeoPackage wants it.
     *
     * @return {@code undefined} where the register has none
     */
    static String text(int epsg) throws IOException {
        String key = epsg + "=";
        try (InputStream in = CRSFactory.class.getResourceAsStream("/proj4/wkt/epsg.properties")) {
            if (in == null) {
                return "undefined";
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(key)) {
                    return line.substring(key.length());
                }
            }
            return "undefined";
        }
    }

    /** Told by the definition alone: to make the system of it takes a tenth of a second the first time. */
    static boolean degrees(int epsg) {
        return Definitions.BY_CODE.getOrDefault(epsg, "").startsWith("+proj=longlat");
    }

    static Ellipsoid ellipsoid(CoordinateReferenceSystem crs) {
        var own = crs.getProjection().getEllipsoid();
        double a = own.getEquatorRadius();
        double b = a * Math.sqrt(1 - own.getEccentricitySquared());
        if (a == Ellipsoid.WGS84.a()) {
            double inverse = a / (a - b);
            for (Ellipsoid named : new Ellipsoid[] {Ellipsoid.WGS84, Ellipsoid.GRS80}) {
                if (Math.abs(inverse - named.inverseFlattening()) < 1e-7) {
                    return named;
                }
            }
        }
        return new Ellipsoid(own.getName(), a, a / (a - b));
    }
}
