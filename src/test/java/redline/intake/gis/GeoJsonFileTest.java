package redline.intake.gis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Polygon;
import redline.intake.file.Feature;
import redline.intake.file.FileContents;
import redline.intake.file.Reading;
import redline.intake.file.Upload;
import redline.intake.read.FileReader;

class GeoJsonFileTest {
    private static final String SQUARE = "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[4,0],[4,3],[0,3],[0,0]]]}";
    private static final String METRES =
            "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4549\"}}";

    @TempDir
    private Path folder;

    private static String feature(String geometry, String properties) {
        return "{\"type\":\"Feature\",\"geometry\":" + geometry + ",\"properties\":" + properties + "}";
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    @Test
    void attributes_are_kept_as_written() {
        Reading reading = read(
                collection(
                        feature(
                                SQUARE,
                                "{\"n\":1.50,\"big\":12345678901234567890,\"t\":\"1#\",\"b\":true,\"none\":null,\"o\":{\"a\":[1.0,\"x\"]}}")));

        assertThat(reading.features().get(0).attributes())
                .isEqualTo(Map.of(
                        "n",
                        "1.50",
                        "big",
                        "12345678901234567890",
                        "t",
                        "1#",
                        "b",
                        "true",
                        "o",
                        "{\"a\":[1.0,\"x\"]}"));
        assertThat(reading.features().get(0).from()).isEqualTo("feature 1");
    }

    @Test
    void heights_are_dropped_without_a_word() {
        Reading flat = read("{\"type\":\"LineString\",\"coordinates\":[[120,30],[120,31]]}");
        Reading high = read("{\"type\":\"LineString\",\"coordinates\":[[120,30,5],[120,31,6.5]]}");

        assertThat(high.contents().layers()).isEqualTo(flat.contents().layers());
        assertThat(high.contents().complaints()).isEqualTo(flat.contents().complaints());
    }

    /** A degree of the meridian from 30° to 31°: difference of meridian arcs of WGS 84, Snyder 3-21. */
    @Test
    void a_degree_of_the_meridian_is_110_859_m_long() {
        FileContents.Layer layer = only(read("{\"type\":\"LineString\",\"coordinates\":[[120,30],[120,31]]}"));
        double e2 = 2 / 298.257223563 - 1 / (298.257223563 * 298.257223563);
        double arc = 0;
        int steps = 10_000;
        for (int i = 0; i < steps; i++) {
            double sine = Math.sin(Math.toRadians(30 + (i + 0.5) / steps));
            arc += 6378137 * (1 - e2) / Math.pow(1 - e2 * sine * sine, 1.5) * Math.toRadians(1.0 / steps);
        }

        assertThat(layer.length()).isCloseTo(arc, within(0.01)).isCloseTo(110_859, within(10.0));
        assertThat(layer.extent()).containsExactly(120.0, 30.0, 120.0, 31.0);
    }

    /** The whole ellipsoid WGS 84 has 510 065 621.72 km² (NIMA TR8350.2). */
    @Test
    void a_box_around_the_earth_has_the_area_of_the_ellipsoid() {
        FileContents.Layer layer = only(
                read("{\"type\":\"Polygon\",\"coordinates\":[[[-180,-90],[180,-90],[180,90],[-180,90],[-180,-90]]]}"));

        assertThat(layer.area()).isCloseTo(510_065_621.72e6, within(1e6));
    }

    @Test
    void keys_may_come_in_any_order() {
        Reading reading = read(
                "{\"features\":[{\"properties\":{\"a\":1},\"geometry\":{\"coordinates\":[[[0,0],[4,0],[4,3],[0,0]]],"
                        + "\"type\":\"Polygon\"},\"type\":\"Feature\"}],\"type\":\"FeatureCollection\"," + METRES
                        + "}");

        assertThat(only(reading).area()).isEqualTo(6);
        assertThat(reading.contents().crs()).isEqualTo("EPSG:4549");
    }

    @Test
    void a_crs_of_old_geojson_is_measured_in_its_plane() {
        Reading reading = read("{\"type\":\"FeatureCollection\"," + METRES + ",\"features\":["
                + feature(square(500_000, 3_390_000), "{}") + "]}");

        assertThat(only(reading).area()).isEqualTo(12);
        assertThat(reading.contents().complaints()).isEmpty();
    }

    private static String square(double x, double y) {
        return "{\"type\":\"Polygon\",\"coordinates\":[["
                + List.of(List.of(x, y), List.of(x + 4, y), List.of(x + 4, y + 3), List.of(x, y + 3), List.of(x, y))
                        .stream()
                        .map(Object::toString)
                        .collect(Collectors.joining(","))
                + "]]}";
    }

    @Test
    void metres_without_a_crs_are_asked_about() {
        FileContents found =
                read(collection(feature(square(500_000, 3_390_000), "{}"))).contents();

        assertThat(found.crs()).isNull();
        assertThat(said(found)).containsExactly("GeoJSON 应是经纬度（RFC 7946），但坐标像是以米计，又没有写坐标系");
    }

    @Test
    void latitude_before_longitude_is_noticed() {
        FileContents found =
                read("{\"type\":\"Point\",\"coordinates\":[30.63,120.56]}").contents();

        assertThat(said(found)).anyMatch(what -> what.contains("先纬度后经度"));
    }

    @Test
    void a_zone_number_that_the_crs_has_not_is_noticed() {
        FileContents found = read("{\"type\":\"FeatureCollection\"," + METRES + ",\"features\":["
                        + feature(square(40_553_688, 3_390_087), "{}") + "]}")
                .contents();

        assertThat(said(found)).anyMatch(what -> what.contains("带有带号 40"));
    }

    @Test
    void layers_are_named_by_the_property_layer_where_all_have_it() {
        Reading all = read(collection(feature(SQUARE, "{\"layer\":\"用地红线\"}"), feature(SQUARE, "{\"layer\":\"绿地\"}")));
        Reading some = read(collection(feature(SQUARE, "{\"layer\":\"用地红线\"}"), feature(SQUARE, "{}")));

        assertThat(all.contents().layers().stream().map(FileContents.Layer::name))
                .isEqualTo(List.of("用地红线", "绿地"));
        assertThat(some.contents().layers().stream().map(FileContents.Layer::name))
                .containsExactly("test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\u001e"})
    void features_in_a_row_are_one_file(String between) {
        String one = feature(SQUARE, "{\"a\":1}");
        Reading reading =
                read((between.isBlank() ? "" : between) + one + "\n" + (between.isBlank() ? "" : between) + one + "\n");

        assertThat(reading.contents().format()).isEqualTo("GeoJSON sequence");
        assertThat(only(reading).entities()).isEqualTo(Map.of("Polygon", 2));
    }

    @Test
    void a_collection_is_counted_once_and_its_polygons_measured() {
        Reading reading = read("{\"type\":\"FeatureCollection\"," + METRES + ",\"features\":["
                + feature(
                        "{\"type\":\"GeometryCollection\",\"geometries\":[" + square(500_000, 3_390_000)
                                + ",{\"type\":\"Point\",\"coordinates\":[500001,3390001]}]}",
                        "{}")
                + "," + feature("null", "{}") + "]}");

        assertThat(only(reading).entities()).isEqualTo(Map.of("GeometryCollection", 1, "NULL", 1));
        assertThat(only(reading).area()).isEqualTo(12);
        assertThat(only(reading).polygons()).isEqualTo(1);
    }

    @Test
    void texts_in_gbk_are_read_and_said() {
        FileContents found = read(collection(feature(SQUARE, "{\"layer\":\"用地红线\"}")), Charset.forName("GBK"))
                .contents();

        assertThat(found.encoding()).isEqualTo("GB18030");
        assertThat(found.layers().get(0).name()).isEqualTo("用地红线");
        assertThat(said(found)).contains("文字不是 UTF-8，按 GB18030 读");
    }

    @Test
    void a_bow_tie_is_told_with_its_place() {
        FileContents found = read("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[2,2],[2,0],[0,2],[0,0]]]}")
                .contents();

        assertThat(said(found)).contains("轮廓线相交，在 (1, 1)");
    }

    @Test
    void an_open_ring_is_closed_and_said() {
        Reading reading = read("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[4,0],[4,3]]]}");

        assertThat(((Polygon) reading.features().get(0).shape()).getNumPoints()).isEqualTo(4);
        assertThat(said(reading.contents())).contains("轮廓的末点不是首点，已按首末相连读");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[0,0],[4,\"a\"],[4,3],[0,0]]",
                "[[[[[[0,0]]]]]]",
                "[[[0,0],[4,0],[4,3],[0,1e999]]]",
                "[[[0,0],[4,0],[4,3],[0,1e308]]]",
                "[[[0,0],[4,0]]]",
                "[0,0]",
                "[[[0],[1],[2],[0]]]",
                "[[[0,0],null]]",
                "[{\"x\":[1,2]}]"
            })
    void a_malformed_shape_is_one_complaint_and_the_rest_is_read(String coordinates) {
        Reading reading = read(collection(
                feature("{\"coordinates\":" + coordinates + ",\"type\":\"Polygon\"}", "{}"),
                feature(SQUARE, "{\"a\":1}")));

        assertThat(reading.features()).hasSize(2);
        assertThat((Object) reading.features().get(0).shape()).isNull();
        assertThat(reading.features().get(1).attributes()).containsEntry("a", "1");
        assertThat(reading.contents().complaints().get(0).where()).isEqualTo("feature 1");
        assertThat(only(reading).polygons()).isEqualTo(1);
    }

    @Test
    void ten_thousand_bad_shapes_are_ten_complaints_and_a_number() {
        String bad = feature("{\"type\":\"Polygon\",\"coordinates\":7}", "{}");
        FileContents found = read(collection(
                        IntStream.range(0, 10_000).mapToObj(i -> bad).toArray(String[]::new)))
                .contents();

        assertThat(found.complaints()).hasSizeLessThan(15);
        assertThat(said(found)).contains("另有 9990 处同类问题未列出");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"FeatureCollection\",\"features\":[{",
                "{\"a\":1}",
                "[1,2",
                "{}",
                "[]",
                "[[[NaN,1]]]",
                "[[[0,0],[1e308,0],[1e308,1e308],[0,0]]]",
                "{\"type\":\"Topology\"}"
            })
    void what_is_no_geojson_is_refused_with_a_remedy(String text) {
        FileContents found = read(text).contents();

        assertThat(found.refused()).isTrue();
        assertThat(found.complaints())
                .hasSize(1)
                .allSatisfy(trouble -> assertThat(trouble.remedy().zh()).isNotBlank());
    }

    @Test
    void deep_nesting_ends_in_a_sentence() {
        assertThat(read("[".repeat(100_000)).contents().refused()).isTrue();
        assertThat(read("{\"type\":\"GeometryCollection\",\"geometries\":[".repeat(5000))
                        .contents()
                        .refused())
                .isTrue();
        assertThat(read("{\"a\":".repeat(5000)).contents().refused()).isTrue();
    }

    /** Half a million long parallel edges whose boxes all overlap: comparing all pairs would take hours. */
    @Test
    void a_ring_of_a_million_corners_does_not_hang() {
        StringBuilder ring = new StringBuilder("[[");
        int teeth = 500_000;
        for (int i = 0; i < teeth; i++) {
            ring.append('[')
                    .append(i)
                    .append(',')
                    .append(i)
                    .append("],[")
                    .append(i + 1e6 + 0.5)
                    .append(',')
                    .append(i - 1e6)
                    .append("],");
        }
        ring.append("[-5,-2000000]]]");

        Reading reading = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(ring.toString()));

        assertThat(reading.contents().format()).isEqualTo("ring array");
        assertThat(said(reading.contents())).anyMatch(what -> what.contains("没有逐段检查"));
    }

    /** What a file is measured by may stand at its end. */
    @Test
    void members_in_another_order_and_a_last_feature_of_another_kind_are_read_alike() {
        String crs = "\"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"EPSG:4490\"}}";
        String square = """
                {"type": "Feature", "properties": {"layer": "a"}, "geometry": {"type": "Polygon",
                "coordinates": [[[120, 30], [120.001, 30], [120.001, 30.001], [120, 30.001], [120, 30]]]}}""";
        String bare = square.replace("\"layer\": \"a\"", "\"b\": \"a\"");

        Reading first = read("{\"type\": \"FeatureCollection\", " + crs + ", \"features\": [" + square + "]}");
        Reading last = read("{\"type\": \"FeatureCollection\", \"features\": [" + square + "], " + crs + "}");
        Reading mixed = read("{\"type\": \"FeatureCollection\", \"features\": [" + square + ", " + bare + "]}");

        assertThat(last.contents()).isEqualTo(first.contents());
        assertThat(last.features()).isEqualTo(first.features());
        assertThat(first.contents().crs()).isEqualTo("EPSG:4490");
        assertThat(only(first).name()).isEqualTo("a");
        assertThat(only(mixed).name()).isEqualTo("test");
        assertThat(only(mixed).polygons()).isEqualTo(2);
        assertThat(mixed.features()).extracting(Feature::layer).containsExactly("test", "test");
    }

    private static List<String> said(FileContents contents) {
        return contents.complaints().stream()
                .map(trouble -> trouble.what().zh())
                .toList();
    }

    private static FileContents.Layer only(Reading reading) {
        assertThat(reading.contents().layers()).hasSize(1);
        return reading.contents().layers().get(0);
    }

    private Reading read(String text) {
        return read(text, StandardCharsets.UTF_8);
    }

    private Reading read(String text, Charset charset) {
        try {
            return FileReader.read(Upload.of(Files.write(folder.resolve("test.geojson"), text.getBytes(charset))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
