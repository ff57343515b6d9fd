package redline.intake.gis;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import redline.intake.CoordinateSystem;
import redline.intake.file.FileContents.Trouble;
import redline.quantity.Text;

/**
 * A coordinate reference system by its EPSG code; coordinates are always x east or longitude, y north or latitude, as GIS files write them,
 * whatever order the EPSG register states.
 */
public record Crs(int epsg) {
    public static final Crs WGS84 = new Crs(4326);
    public static final Crs CGCS2000 = new Crs(4490);

    private static final Pattern CODE = Pattern.compile("(?i)EPSG(?:\\.xml#|[:/#]+)(?:[0-9.]*[:/])?(\\d{3,6})(?!\\d)");
    private static final Pattern CRS84 = Pattern.compile("(?i)(?:.*[:/])?CRS:?84h?");

    /** Horizontal with vertical, or with ellipsoidal height → horizontal part; from the EPSG register. */
    private static final Map<Integer, Integer> HORIZONTAL = Map.ofEntries(
            Map.entry(7415, 28992),
            Map.entry(7405, 27700),
            Map.entry(5554, 25831),
            Map.entry(5555, 25832),
            Map.entry(5556, 25833),
            Map.entry(5698, 2154),
            Map.entry(5845, 3006),
            Map.entry(5971, 25831),
            Map.entry(5972, 25832),
            Map.entry(5973, 25833),
            Map.entry(5974, 25834),
            Map.entry(5975, 25835),
            Map.entry(5976, 25836),
            Map.entry(7423, 4258),
            Map.entry(6697, 6668),
            Map.entry(9518, 4326),
            Map.entry(9707, 4326),
            Map.entry(4979, 4326),
            Map.entry(4480, 4490),
            Map.entry(4937, 4258),
            Map.entry(900913, 3857));

    /**
     * From {@code EPSG:4549}, {@code urn:ogc:def:crs:EPSG::4549}, {@code http://www.opengis.net/def/crs/EPSG/0/7415}, {@code CRS84} or
     * well-known text; of a compound CRS the horizontal part.
     *
     * @return null where the text names none that is understood
     */
    public static Crs of(String text) {
        if (text == null) {
            return null;
        }
        String trimmed = text.strip();
        if (CrsText.looksLike(trimmed)) {
            CrsText.Found found = CrsText.identify(trimmed);
            return found == null ? null : found.crs();
        }
        if (CRS84.matcher(trimmed).matches()) {
            return WGS84;
        }
        String named = named(trimmed);
        return named == null ? null : ofCode(Integer.parseInt(named.substring(named.indexOf(':') + 1)));
    }

    /**
     * The code that such a text names, as it stands: of {@code urn:ogc:def:crs,crs:EPSG::28992,crs:EPSG::5709} the first, which is the
     * plan's; {@code EPSG:7415} stays a compound.
     *
     * @return {@code EPSG:28992}, null where the text names none
     */
    public static String named(String text) {
        Matcher code = CODE.matcher(text == null ? "" : text);
        return code.find() ? "EPSG:" + code.group(1) : null;
    }

    /** Whether coordinates in the CRS of that name are longitude and latitude; it need not be one that can be computed. */
    public static boolean inDegrees(String text) {
        Crs crs = of(text);
        return crs != null && Register.degrees(crs.epsg);
    }

    static Crs ofCode(int epsg) {
        return new Crs(HORIZONTAL.getOrDefault(epsg, epsg));
    }

    /** As {@code EPSG:4549}. */
    public String code() {
        return "EPSG:" + epsg;
    }

    @Override
    public String toString() {
        return code();
    }

    /** Whether its definition is in the register that comes with the program. */
    public boolean known() {
        return Register.find(epsg) != null;
    }

    /** Whether coordinates are longitude and latitude in degrees. */
    public boolean degrees() {
        return known() && Register.degrees(epsg);
    }

    Surface surface() {
        return degrees() ? Register.ellipsoid(Register.find(epsg)) : new Plane();
    }

    /**
     * Why coordinates of this extent cannot be of this CRS: order of axes, zone number before the easting, degrees for metres.
     *
     * @return null where they can
     */
    public Trouble misfit(Envelope extent) {
        if (extent.isNull()) {
            return null;
        }
        if (degrees()) {
            return misfitOfDegrees(extent);
        }
        CoordinateSystem zone = CoordinateSystem.of(code());
        if (zone == null) {
            return looksLikeDegrees(extent) && known() ? metresWanted(extent) : null;
        }
        Coordinate corner = new Coordinate(extent.getMinX(), extent.getMinY());
        if (zone.holds(corner)) {
            corner = new Coordinate(extent.getMaxX(), extent.getMaxY());
        }
        return zone.holds(corner) ? null : new Trouble("", zone.impossible(corner), zone.remedyFor(corner));
    }

    private Trouble misfitOfDegrees(Envelope extent) {
        if (!looksLikeDegrees(extent) && !swappedDegrees(extent)) {
            return new Trouble(
                    "",
                    new Text(
                            "坐标系写的是 " + code() + "（经纬度），但坐标 " + corner(extent) + " 像是以米计",
                            "The CRS is given as " + code() + " (degrees), but coordinates such as " + corner(extent)
                                    + " look like metres"),
                    new Text(
                            "请问清坐标系，改正 .prj 或导出设置；桐乡一般是 EPSG:4549",
                            "Find out the CRS and correct the .prj or the export settings; Tongxiang usually has EPSG:4549"));
        }
        if (swappedDegrees(extent)) {
            return new Trouble(
                    "",
                    new Text(
                            "坐标 " + corner(extent) + " 像是先纬度后经度，应先经度后纬度",
                            "Coordinates such as " + corner(extent)
                                    + " look like latitude first; longitude comes first"),
                    new Text("请对调两列后重新导出", "Swap the two and export again"));
        }
        return null;
    }

    private Trouble metresWanted(Envelope extent) {
        return new Trouble(
                "",
                new Text(
                        "坐标系写的是 " + code() + "（以米计），但坐标 " + corner(extent) + " 像是经纬度",
                        "The CRS is given as " + code() + " (metres), but coordinates such as " + corner(extent)
                                + " look like degrees"),
                new Text("请核对坐标系，经纬度写 EPSG:4490", "Check the CRS; degrees are EPSG:4490"));
    }

    static boolean looksLikeDegrees(Envelope extent) {
        return extent.getMinX() >= -180.001
                && extent.getMaxX() <= 180.001
                && extent.getMinY() >= -90.001
                && extent.getMaxY() <= 90.001;
    }

    /** In either order. */
    static boolean mayBeDegrees(Envelope extent) {
        return extent.isNull() || looksLikeDegrees(extent) || swappedDegrees(extent);
    }

    /** China lies between 18° and 54° N, 73° and 136° E: the two ranges have nothing in common. */
    private static boolean swappedDegrees(Envelope extent) {
        return extent.getMinX() >= 18 && extent.getMaxX() <= 54 && extent.getMinY() >= 73 && extent.getMaxY() <= 136;
    }

    private static String corner(Envelope extent) {
        return Survey.show(new Coordinate(extent.getMinX(), extent.getMinY()));
    }

    static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
