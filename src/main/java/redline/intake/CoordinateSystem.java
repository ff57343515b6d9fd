package redline.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import redline.quantity.Text;

/**
 * A projected CRS of CGCS2000, Gauss–Krüger 3° zones: EPSG:4513–4533 with the zone number before the easting (zones 25–45),
 * EPSG:4534–4554 without (central meridians 75°E–135°E); domain F.7. Coordinates are x = east, y = north, in m.
 */
public record CoordinateSystem(int epsg) {
    private static final Pattern CODE = Pattern.compile("EPSG:(\\d{4,6})");
    /** A 3° zone reaches 1.5° (at most 167 km) from its meridian; some overlap is usual. */
    private static final double EAST_MIN = 300_000;

    private static final double EAST_MAX = 700_000;
    /** From the Nansha islands to the Heilongjiang. */
    private static final double NORTH_MIN = 300_000;

    private static final double NORTH_MAX = 6_000_000;

    /** The CRS of that name, or null; {@link #whyNot} says why. */
    public static CoordinateSystem of(String name) {
        Matcher code = CODE.matcher(name);
        if (!code.matches()) {
            return null;
        }
        int epsg = Integer.parseInt(code.group(1));
        return epsg >= 4513 && epsg <= 4554 ? new CoordinateSystem(epsg) : null;
    }

    static Text whyNot(String name) {
        if (name.matches("\\d{4,6}")) {
            return new Text("坐标系“" + name + "”没有写 EPSG:", "The CRS \"" + name + "\" lacks \"EPSG:\"");
        }
        return switch (name.replace("EPSG:", "")) {
            case "4490", "4326", "4610", "4214" ->
                new Text(
                        "“" + name + "”是经纬度坐标,不能量长度和面积",
                        "\"" + name + "\" is longitude and latitude, where no length or area can be measured");
            case "3857", "900913" ->
                new Text("“" + name + "”是网络墨卡托投影,长度失真", "\"" + name + "\" is Web Mercator, which distorts lengths");
            default -> new Text("不支持坐标系“" + name + "”", "The CRS \"" + name + "\" is not supported");
        };
    }

    static Text remedy() {
        return new Text(
                "请先投影到 CGCS2000 高斯-克吕格 3 度带(EPSG:4513–4554,桐乡用 EPSG:4549)",
                "Project it first to a CGCS2000 3-degree Gauss-Kruger zone (EPSG:4513 to 4554; Tongxiang: EPSG:4549)");
    }

    boolean prefixed() {
        return epsg <= 4533;
    }

    /** 3° zone number. */
    private int zone() {
        return prefixed() ? epsg - 4513 + 25 : epsg - 4534 + 25;
    }

    private int twin() {
        return prefixed() ? epsg + 21 : epsg - 21;
    }

    /** Whether coordinates can be of this zone. */
    public boolean holds(Coordinate at) {
        double shift = prefixed() ? zone() * 1e6 : 0;
        return inZone(at.x - shift, at.y);
    }

    private static boolean inZone(double east, double north) {
        return east >= EAST_MIN && east <= EAST_MAX && north >= NORTH_MIN && north <= NORTH_MAX;
    }

    /** What coordinates that this CRS cannot have probably are. */
    public Text impossible(Coordinate at) {
        String where = show(at);
        if (Math.abs(at.x) <= 180 && Math.abs(at.y) <= 180) {
            return new Text(
                    "坐标 " + where + " 像是经纬度,不是 EPSG:" + epsg + " 的米制坐标",
                    "Coordinates " + where + " look like degrees, not like metres of EPSG:" + epsg);
        }
        if (holds(new Coordinate(at.y, at.x))) {
            return new Text("坐标 " + where + " 的东、北次序颠倒", "Coordinates " + where + " have east and north swapped");
        }
        double zone = Math.floor(at.x / 1e6);
        if (!prefixed() && zone >= 25 && zone <= 45 && inZone(at.x - zone * 1e6, at.y)) {
            return new Text(
                    "坐标 " + where + " 带有带号 " + (int) zone + ",而 EPSG:" + epsg + " 的坐标不带带号",
                    "Coordinates " + where + " carry the zone number " + (int) zone + ", which EPSG:" + epsg
                            + " has not");
        }
        if (prefixed() && inZone(at.x, at.y)) {
            return new Text(
                    "坐标 " + where + " 没有带号,而 EPSG:" + epsg + " 的坐标带带号 " + zone(),
                    "Coordinates " + where + " lack the zone number " + zone() + " that EPSG:" + epsg + " has");
        }
        if (holds(new Coordinate(at.x / 1000, at.y / 1000))) {
            return new Text("坐标 " + where + " 像是以毫米计", "Coordinates " + where + " look like millimetres");
        }
        return new Text(
                "坐标 " + where + " 不可能出现在 EPSG:" + epsg + " 中",
                "Coordinates " + where + " are impossible in EPSG:" + epsg);
    }

    /** What to do about coordinates that this CRS cannot have. */
    public Text remedyFor(Coordinate at) {
        double zone = Math.floor(at.x / 1e6);
        if (!prefixed() && zone == zone() || prefixed() && inZone(at.x, at.y)) {
            return new Text(
                    "请把 crs 改为 EPSG:" + twin() + ",或改坐标的带号",
                    "Set crs to EPSG:" + twin() + ", or change the coordinates");
        }
        return new Text("坐标写作 x(东)y(北),单位 m;请核对 crs 与坐标", "Write x (east) y (north) in m; check crs and coordinates");
    }

    /** Easting and northing to the millimetre. */
    static String show(Coordinate at) {
        return "(" + Outlines.show(at.x) + ", " + Outlines.show(at.y) + ")";
    }
}
