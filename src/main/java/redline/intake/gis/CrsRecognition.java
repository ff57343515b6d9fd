package redline.intake.gis;

import java.util.HashMap;
import java.util.Map;

/**
 * Recognises a CRS whose text states no EPSG code, as ESRI's .prj files do: by datum, projection and parameters, never by the name alone where
 * parameters can tell. The codes are systematic in the EPSG register: CGCS2000, Xian 1980 and Beijing 1954 in 3° and 6° zones, UTM, the
 * French conic zones.
 */
final class CrsRecognition {
    private final CrsText crs;
    private final Map<String, Double> parameters = new HashMap<>();

    CrsRecognition(CrsText crs) {
        this.crs = crs;
        collect(crs);
        CrsText conversion = crs.part("CONVERSION");
        if (conversion != null) {
            collect(conversion);
        }
    }

    private void collect(CrsText from) {
        for (CrsText part : from.parts()) {
            if (part.keyword().equals("PARAMETER") && part.words().size() > 1) {
                try {
                    parameters.put(
                            Crs.normal(part.name()), Double.valueOf(part.words().get(1)));
                } catch (NumberFormatException notOne) {
                    // then the parameter stays unknown and nothing matches it
                }
            }
        }
    }

    CrsText.Found find() {
        Integer code = crs.geographic() ? geographic() : projected();
        return code == null ? null : new CrsText.Found(new Crs(code), false);
    }

    private enum Datum {
        CGCS2000(4490),
        XIAN1980(4610),
        BEIJING1954(4214),
        WGS84(4326),
        ETRS89(4258),
        RGF93(4171),
        NAD83(4269),
        OSGB36(4277),
        UNKNOWN_GRS80(0);

        private final int geographic;

        Datum(int geographic) {
            this.geographic = geographic;
        }
    }

    private Integer geographic() {
        Datum datum = datum(crs);
        return datum == null || datum.geographic == 0 ? null : Integer.valueOf(datum.geographic);
    }

    private static Datum datum(CrsText geographic) {
        CrsText stated = geographic.part("DATUM", "ENSEMBLE", "GEODETICDATUM");
        String name = stated == null ? "" : Crs.normal(stated.name());
        if (name.contains("china2000") || name.contains("cgcs2000") || name.contains("china2000geodetic")) {
            return Datum.CGCS2000;
        } else if (name.contains("xian1980")) {
            return Datum.XIAN1980;
        } else if (name.contains("beijing1954")) {
            return Datum.BEIJING1954;
        } else if (name.contains("wgs1984") || name.contains("worldgeodeticsystem1984") || name.equals("wgs84")) {
            return Datum.WGS84;
        } else if (name.contains("rgf1993") || name.contains("reseaugeodesiquefrancais1993")) {
            return Datum.RGF93;
        } else if (name.contains("etrs1989")
                || name.contains("etrs89")
                || name.contains("europeanterrestrialreferencesystem1989")) {
            return Datum.ETRS89;
        } else if (name.contains("northamerican1983") || name.contains("northamericandatum1983")) {
            return Datum.NAD83;
        } else if (name.contains("osgb1936") || name.contains("ordnancesurveyofgreatbritain1936")) {
            return Datum.OSGB36;
        }
        CrsText spheroid = stated == null ? null : stated.part("SPHEROID", "ELLIPSOID");
        return name.contains("unknown")
                        && spheroid != null
                        && Crs.normal(spheroid.name()).contains("grs")
                ? Datum.UNKNOWN_GRS80
                : null;
    }

    private Integer projected() {
        CrsText base = crs.part("GEOGCS", "BASEGEOGCRS", "BASEGEODCRS");
        Datum datum = base == null ? null : datum(base);
        if (datum == null || !metres()) {
            return null;
        }
        String method = method();
        if (method.contains("transversemercator") || method.contains("gausskruger")) {
            return transverse(datum);
        }
        if (method.contains("lambertconformalconic")) {
            return conic(datum);
        }
        boolean web = method.contains("auxiliarysphere") || method.contains("pseudomercator");
        return web && datum == Datum.WGS84 ? Integer.valueOf(3857) : null;
    }

    private boolean metres() {
        CrsText unit = crs.part("UNIT", "LENGTHUNIT");
        return unit == null || unit.words().size() < 2 || unit.words().get(1).matches("1(?:\\.0*)?");
    }

    private String method() {
        CrsText conversion = crs.part("CONVERSION");
        CrsText method = conversion == null ? crs.part("PROJECTION") : conversion.part("METHOD", "PROJECTION");
        return method == null ? "" : Crs.normal(method.name());
    }

    private double value(double otherwise, String... names) {
        for (String name : names) {
            Double value = parameters.get(name);
            if (value != null) {
                return value;
            }
        }
        return otherwise;
    }

    private double meridian() {
        return value(Double.NaN, "centralmeridian", "longitudeofnaturalorigin", "longitudeoffalseorigin");
    }

    private double latitude() {
        return value(0, "latitudeoforigin", "latitudeofnaturalorigin", "latitudeoffalseorigin");
    }

    private double falseEast() {
        return value(0, "falseeasting", "eastingatfalseorigin");
    }

    private double falseNorth() {
        return value(0, "falsenorthing", "northingatfalseorigin");
    }

    private static boolean whole(double value) {
        return value == Math.rint(value);
    }

    private Integer transverse(Datum datum) {
        double scale = value(1, "scalefactor", "scalefactoratnaturalorigin");
        double meridian = meridian();
        if (datum == Datum.OSGB36) {
            return latitude() == 49 && meridian == -2 && falseEast() == 400_000 ? Integer.valueOf(27700) : null;
        }
        if (latitude() != 0 || !whole(meridian)) {
            return null;
        }
        if (scale == 1 && falseNorth() == 0) {
            return gaussKruger(datum, (int) meridian);
        }
        boolean utm = scale == 0.9996 && falseEast() == 500_000 && (meridian + 183) % 6 == 0;
        return utm ? utm(datum, (int) (meridian + 183) / 6) : null;
    }

    private Integer utm(Datum datum, int zone) {
        if (zone < 1 || zone > 60) {
            return null;
        }
        boolean south = falseNorth() == 10_000_000;
        if (datum == Datum.WGS84) {
            return (south ? 32700 : 32600) + zone;
        }
        if (datum == Datum.ETRS89 && zone >= 28 && zone <= 38) {
            return 25800 + zone;
        }
        return datum == Datum.NAD83 && zone <= 23 ? Integer.valueOf(26900 + zone) : null;
    }

    /** Codes of the first zone: 3° with zone number, 3° without, 6° with, 6° without. */
    private static int[] zones(Datum datum) {
        return switch (datum) {
            case CGCS2000 -> new int[] {4513, 4534, 4491, 4502};
            case XIAN1980 -> new int[] {2349, 2370, 2327, 2338};
            case BEIJING1954 -> new int[] {2401, 2422, 21413, 21453};
            default -> null;
        };
    }

    private Integer gaussKruger(Datum datum, int meridian) {
        int[] first = zones(datum);
        if (first == null || meridian < 75 || meridian > 135 || meridian % 3 != 0) {
            return null;
        }
        int narrow = meridian / 3 - 25;
        boolean wide = meridian % 6 == 3;
        if (falseEast() == 500_000) {
            // a 6° zone without its number is the same projection; only its name tells it from the 3° zone
            return wide
                            && !Crs.normal(crs.name()).contains("3degree")
                            && Crs.normal(crs.name()).contains("6degree")
                    ? first[3] + (meridian - 75) / 6
                    : first[1] + narrow;
        }
        if (falseEast() == (narrow + 25) * 1e6 + 500_000) {
            return first[0] + narrow;
        }
        int zone = (meridian + 3) / 6;
        return wide && falseEast() == zone * 1e6 + 500_000 ? Integer.valueOf(first[2] + zone - 13) : null;
    }

    private Integer conic(Datum datum) {
        if (datum != Datum.RGF93 && datum != Datum.UNKNOWN_GRS80 || meridian() != 3) {
            return null;
        }
        double one = value(Double.NaN, "standardparallel1", "latitudeof1ststandardparallel");
        double other = value(Double.NaN, "standardparallel2", "latitudeof2ndstandardparallel");
        double north = Math.max(one, other);
        double south = Math.min(one, other);
        double middle = latitude();
        if (middle == 46.5 && north == 49 && south == 44 && falseEast() == 700_000 && falseNorth() == 6_600_000) {
            return 2154;
        }
        boolean zone = whole(middle)
                && middle >= 42
                && middle <= 50
                && north == middle + 0.75
                && south == middle - 0.75
                && falseEast() == 1_700_000
                && falseNorth() == (middle - 41) * 1e6 + 200_000;
        return zone ? Integer.valueOf(3900 + (int) middle) : null;
    }
}
