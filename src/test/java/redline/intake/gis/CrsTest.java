package redline.intake.gis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class CrsTest {
    private static final double A = 6378137;
    private static final double F = 1 / 298.257222101;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EPSG:4549 | 4549",
                "epsg:4549 | 4549",
                "urn:ogc:def:crs:EPSG::4549 | 4549",
                "urn:ogc:def:crs:EPSG:9.8.15:4549 | 4549",
                "http://www.opengis.net/def/crs/EPSG/0/7415 | 28992",
                "https://www.opengis.net/def/crs/EPSG/0/28992 | 28992",
                "urn:ogc:def:crs,crs:EPSG::28992,crs:EPSG::5709 | 28992",
                "http://www.opengis.net/gml/srs/epsg.xml#4326 | 4326",
                "CRS84 | 4326",
                "urn:ogc:def:crs:OGC:1.3:CRS84 | 4326",
                "http://www.opengis.net/def/crs/OGC/1.3/CRS84 | 4326",
                "EPSG:5555 | 25832"
            })
    void every_way_to_name_a_crs_is_understood(String text, int epsg) {
        assertThat(Crs.of(text)).isEqualTo(new Crs(epsg));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://www.opengis.net/def/crs/EPSG/0/7415 | EPSG:7415",
                "urn:ogc:def:crs,crs:EPSG::28992,crs:EPSG::5709 | EPSG:28992",
                "urn:ogc:def:crs:EPSG:6.12:3068 | EPSG:3068",
                "EPSG#4549 | EPSG:4549",
                "EPSG:12345678 |",
                "桐乡独立坐标系 |"
            })
    void a_compound_crs_keeps_the_code_that_names_it(String text, String code) {
        assertThat(Crs.named(text)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "EPSG:4490, true",
        "EPSG:4480, true",
        "EPSG:6697, true",
        "EPSG:4549, false",
        "EPSG:7415, false",
        "x, false"
    })
    void degrees_are_told_from_metres(String name, boolean degrees) {
        assertThat(Crs.inDegrees(name)).isEqualTo(degrees);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4549",
                "EPSG:",
                "EPSG:12345678",
                "桐乡独立坐标系",
                "PROJCS[",
                "PROJCS[\"a\",GEOGCS[\"b\"]]",
                "GEOGCS[\"\""
            })
    void what_names_no_crs_is_unknown(String text) {
        assertThat(Crs.of(text)).isNull();
    }

    private static String esri(String name, String geographic, String parameters) {
        return "PROJCS[\"" + name + "\"," + geographic + ",PROJECTION[\"" + parameters + ",UNIT[\"Meter\",1.0]]";
    }

    private static String gaussKruger(String name, int east, int meridian) {
        return esri(
                name,
                "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],"
                        + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]",
                "Gauss_Kruger\"],PARAMETER[\"False_Easting\"," + east + ".0],PARAMETER[\"False_Northing\",0.0],"
                        + "PARAMETER[\"Central_Meridian\"," + meridian
                        + ".0],PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0]");
    }

    @ParameterizedTest
    @CsvSource({
        "CGCS2000_3_Degree_GK_CM_120E, 500000, 120, 4549",
        "CGCS2000_3_Degree_GK_Zone_40, 40500000, 120, 4528",
        "CGCS2000_3_Degree_GK_CM_75E, 500000, 75, 4534",
        "CGCS2000_3_Degree_GK_Zone_45, 45500000, 135, 4533",
        "CGCS2000_GK_Zone_21, 21500000, 123, 4499",
        "CGCS2000_3_Degree_GK_CM_117E, 500000, 117, 4548"
    })
    void zones_of_cgcs2000_are_recognised_by_their_parameters(String name, int east, int meridian, int epsg) {
        assertThat(Crs.of(gaussKruger(name, east, meridian))).isEqualTo(new Crs(epsg));
    }

    @Test
    void the_code_in_the_text_comes_first() {
        String wkt2 =
                "PROJCRS[\"CGCS2000 / 3-degree Gauss-Kruger CM 120E\",BASEGEOGCRS[\"CGCS2000\",DATUM[\"China 2000\","
                        + "ELLIPSOID[\"CGCS2000\",6378137,298.257222101,LENGTHUNIT[\"metre\",1]],ID[\"EPSG\",1043]],ID[\"EPSG\",4490]],"
                        + "CONVERSION[\"x\",METHOD[\"Transverse Mercator\",ID[\"EPSG\",9807]]],CS[Cartesian,2],ID[\"EPSG\",4549]]";

        assertThat(Crs.of(wkt2)).isEqualTo(new Crs(4549));
        assertThat(
                        Crs.of(
                                "COMPD_CS[\"RD + NAP\","
                                        + "PROJCS[\"RD New\",AUTHORITY[\"EPSG\",\"28992\"]],VERT_CS[\"NAP\"],AUTHORITY[\"EPSG\",\"7415\"]]"))
                .isEqualTo(new Crs(28992));
    }

    /** L. Krüger 1912 in the form of C. F. F. Karney 2011, to n⁴; written from the published formula, sharing nothing with proj4j. */
    private static double[] kruger(double longitude, double latitude, double meridian, double falseEast) {
        double n = F / (2 - F);
        double e = Math.sqrt(F * (2 - F));
        double radius = A / (1 + n) * (1 + n * n / 4 + n * n * n * n / 64);
        double[] alpha = {
            n / 2 - 2 * n * n / 3 + 5 * n * n * n / 16 + 41 * Math.pow(n, 4) / 180,
            13 * n * n / 48 - 3 * n * n * n / 5 + 557 * Math.pow(n, 4) / 1440,
            61 * n * n * n / 240 - 103 * Math.pow(n, 4) / 140,
            49561 * Math.pow(n, 4) / 161280
        };
        double sine = Math.sin(Math.toRadians(latitude));
        double t = Math.sinh(atanh(sine) - e * atanh(e * sine));
        double difference = Math.toRadians(longitude - meridian);
        double xi = Math.atan2(t, Math.cos(difference));
        double eta = atanh(Math.sin(difference) / Math.sqrt(1 + t * t));
        double north = xi;
        double east = eta;
        for (int j = 1; j <= 4; j++) {
            north += alpha[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
            east += alpha[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
        }
        return new double[] {falseEast + radius * east, radius * north};
    }

    private static double atanh(double x) {
        return 0.5 * Math.log((1 + x) / (1 - x));
    }

    private static Geometry point(double x, double y) {
        return new GeometryFactory().createPoint(new Coordinate(x, y));
    }

    /** Tongxiang, Hangzhou, Ningbo, Wenzhou, Quzhou, Zhoushan; the last two lie at the rim of the zone and beyond. */
    @ParameterizedTest
    @CsvSource({"120.56,30.63", "120.15,30.28", "121.55,29.87", "120.7,28.0", "118.87,28.97", "122.2,29.99"})
    void projecting_agrees_with_krugers_series_to_a_tenth_of_a_millimetre(double longitude, double latitude) {
        double[] expected = kruger(longitude, latitude, 120, 500_000);
        Coordinate plain = Reprojection.between(Crs.CGCS2000, new Crs(4549))
                .apply(point(longitude, latitude))
                .getCoordinate();
        Coordinate prefixed = Reprojection.between(Crs.CGCS2000, new Crs(4528))
                .apply(point(longitude, latitude))
                .getCoordinate();
        Coordinate back = Reprojection.between(new Crs(4549), Crs.CGCS2000)
                .apply(point(plain.x, plain.y))
                .getCoordinate();

        assertThat(plain.x).isCloseTo(expected[0], within(1e-4));
        assertThat(plain.y).isCloseTo(expected[1], within(1e-4));
        assertThat(prefixed.x).isCloseTo(expected[0] + 40_000_000, within(1e-4));
        assertThat(back.x).isCloseTo(longitude, within(1e-9));
        assertThat(back.y).isCloseTo(latitude, within(1e-9));
    }

    @Test
    void other_datums_are_remarked_on() {
        assertThat(Reprojection.between(Crs.CGCS2000, new Crs(4549)).remark()).isNull();
        assertThat(Reprojection.between(Crs.WGS84, new Crs(4549)).remark().zh()).contains("重合");
        assertThat(Reprojection.between(new Crs(2385), new Crs(4549)).remark().zh())
                .contains("上百米");
        assertThat(Reprojection.between(new Crs(999_999), new Crs(4549))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "4490, 30.6, 120.5, 先纬度后经度",
        "4490, 553688, 3390087, 像是以米计",
        "4549, 120.5, 30.6, 像是经纬度",
        "4549, 3390087, 553688, 次序颠倒",
        "4549, 40553688, 3390087, 带有带号 40",
        "4528, 553688, 3390087, 没有带号",
        "32650, 120.5, 30.6, 像是经纬度"
    })
    void coordinates_that_a_crs_cannot_have_are_told(int epsg, double x, double y, String why) {
        assertThat(new Crs(epsg).misfit(new Envelope(x, x, y, y)).what().zh()).contains(why);
    }

    @Test
    void coordinates_that_fit_are_no_complaint() {
        assertThat(new Crs(4549).misfit(new Envelope(553688, 553700, 3390087, 3390100)))
                .isNull();
        assertThat(new Crs(4528).misfit(new Envelope(40553688, 40553700, 3390087, 3390100)))
                .isNull();
        assertThat(new Crs(4490).misfit(new Envelope(120, 121, 30, 31))).isNull();
    }
}
