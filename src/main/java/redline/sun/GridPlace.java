package redline.sun;

import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * Where a point of a projected drawing lies on Earth, and how the drawing's north is turned there.
 *
 * @param convergence (子午线收敛角) degrees, true azimuth minus grid azimuth; positive east of the central meridian on the northern half
 */
public record GridPlace(Location location, double convergence) {
    private static final double STEP = 1e-3; // degrees of latitude, some 110 m

    /**
     * @param crs EPSG code of a projected system, such as {@code EPSG:4549}
     * @param x east, m
     * @param y north, m
     */
    public static GridPlace of(String crs, double x, double y) {
        CRSFactory systems = new CRSFactory();
        CoordinateReferenceSystem grid = systems.createFromName(crs);
        CoordinateReferenceSystem earth = systems.createFromName("EPSG:4490");
        ProjCoordinate place = new CoordinateTransformFactory()
                .createTransform(grid, earth)
                .transform(new ProjCoordinate(x, y), new ProjCoordinate());
        return at(crs, new Location(place.y, place.x));
    }

    /** How the north of a projected system is turned at a place. */
    public static GridPlace at(String crs, Location place) {
        CRSFactory systems = new CRSFactory();
        CoordinateTransform onto = new CoordinateTransformFactory()
                .createTransform(systems.createFromName("EPSG:4490"), systems.createFromName(crs));
        double x = place.longitude();
        double y = place.latitude();
        ProjCoordinate south = onto.transform(new ProjCoordinate(x, y - STEP / 2), new ProjCoordinate());
        ProjCoordinate north = onto.transform(new ProjCoordinate(x, y + STEP / 2), new ProjCoordinate());
        double trueNorthOnGrid = Math.toDegrees(Math.atan2(north.x - south.x, north.y - south.y));
        return new GridPlace(place, -trueNorthOnGrid);
    }
}
