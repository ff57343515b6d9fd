package redline.sun;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * Where a point of a projected drawing lies on Earth, and how the drawing's north is turned there.
 *
 * @param convergence (子午线收敛角) degrees, true azimuth minus grid azimuth; positive east of the central meridian on the northern half
 */
public record GridPlace(Location location, double convergence) {
    private static final String EARTH = "EPSG:4490";
    /** Found once: the register is a file of thousands of lines, read anew for every question. Only systems that exist are kept. */
    private static final Map<String, CoordinateReferenceSystem> KNOWN = new ConcurrentHashMap<>();

    private static final double STEP = 1e-3; // degrees of latitude, some 110 m
    private static final double SAME = 0.01; // m, there and back

    /**
     * @param crs EPSG code of a projected system, such as {@code EPSG:4549}
     * @param x east, m
     * @param y north, m
     * @throws IllegalArgumentException for what is no projected system that we know, and for a point that is not within its reach
     */
    public static GridPlace of(String crs, double x, double y) {
        CoordinateReferenceSystem grid = projected(crs);
        CoordinateReferenceSystem earth = system(EARTH);
        CoordinateTransformFactory transforms = new CoordinateTransformFactory();
        ProjCoordinate place =
                transforms.createTransform(grid, earth).transform(new ProjCoordinate(x, y), new ProjCoordinate());
        ProjCoordinate again = transforms.createTransform(earth, grid).transform(place, new ProjCoordinate());
        if (!(Math.hypot(again.x - x, again.y - y) < SAME)) {
            throw new IllegalArgumentException(x + ", " + y + " is not within reach of " + crs);
        }
        return at(crs, new Location(place.y, place.x));
    }

    /**
     * How the north of a projected system is turned at a place.
     *
     * @throws IllegalArgumentException for what is no projected system that we know
     */
    public static GridPlace at(String crs, Location place) {
        CoordinateTransform onto = new CoordinateTransformFactory().createTransform(system(EARTH), projected(crs));
        double x = place.longitude();
        double y = place.latitude();
        ProjCoordinate south = onto.transform(new ProjCoordinate(x, y - STEP / 2), new ProjCoordinate());
        ProjCoordinate north = onto.transform(new ProjCoordinate(x, y + STEP / 2), new ProjCoordinate());
        double trueNorthOnGrid = Math.toDegrees(Math.atan2(north.x - south.x, north.y - south.y));
        return new GridPlace(place, -trueNorthOnGrid);
    }

    private static CoordinateReferenceSystem system(String crs) {
        return KNOWN.computeIfAbsent(crs, name -> new CRSFactory().createFromName(name));
    }

    private static CoordinateReferenceSystem projected(String crs) {
        try {
            CoordinateReferenceSystem system = system(crs);
            if (!system.isGeographic()) {
                return system;
            }
        } catch (Proj4jException unknown) {
            throw new IllegalArgumentException("not a projected coordinate system: " + crs, unknown);
        }
        throw new IllegalArgumentException("not a projected coordinate system: " + crs);
    }
}
