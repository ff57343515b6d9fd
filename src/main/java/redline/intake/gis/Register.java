package redline.intake.gis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.proj.LongLatProjection;

/** The EPSG definitions that come with proj4j; each is looked up in a text of 900 KB, so they are kept. */
final class Register {
    private static final ConcurrentMap<Integer, Optional<CoordinateReferenceSystem>> KNOWN = new ConcurrentHashMap<>();
    /** A hostile file may name every code there is. */
    private static final int MOST = 500;

    private Register() {}

    /** Null where the register has no such code or its projection cannot be computed. */
    static CoordinateReferenceSystem find(int epsg) {
        Optional<CoordinateReferenceSystem> known = KNOWN.get(epsg);
        if (known == null) {
            known = load(epsg);
            if (KNOWN.size() < MOST) {
                KNOWN.put(epsg, known);
            }
        }
        return known.orElse(null);
    }

    private static Optional<CoordinateReferenceSystem> load(int epsg) {
        try {
            return Optional.ofNullable(new CRSFactory().createFromName("EPSG:" + epsg));
        } catch (Proj4jException | IllegalStateException | NumberFormatException unknown) {
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

    static boolean degrees(CoordinateReferenceSystem crs) {
        return crs.getProjection() instanceof LongLatProjection;
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
