package redline.intake.gis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import redline.intake.file.Feature;
import redline.intake.file.FileContents;
import redline.intake.file.Reading;
import redline.intake.file.Upload;
import redline.intake.read.FileReader;

/** What is written is read again as the same layers, attributes and shapes. */
class WritersTest {
    private static final Crs PROJECT = new Crs(4549);
    private static final List<Feature> FEATURES = List.of(
            feature(
                    "用地红线",
                    "POLYGON ((553688 3390087, 553688 3390187, 553788 3390187, 553788 3390087, 553688 3390087),"
                            + " (553700 3390100, 553710 3390100, 553710 3390110, 553700 3390110, 553700 3390100))",
                    Map.of(
                            "名称",
                            "A-01",
                            "far",
                            "2.50",
                            "code",
                            "0101",
                            "id",
                            "330483199901010011",
                            "Name",
                            "x",
                            "name",
                            "y")),
            feature(
                    "用地红线",
                    "MULTIPOLYGON (((553688 3390087, 553689 3390088, 553690 3390087, 553688 3390087)))",
                    Map.of()),
            feature(
                    "gpkg_roads",
                    "LINESTRING (553688.1234 3390087.4321, 553700 3390100)",
                    Map.of("fid", "7", "geom", "none")),
            feature(
                    "混合",
                    "GEOMETRYCOLLECTION (POINT (553688 3390087), LINESTRING (553688 3390087, 553700 3390100))",
                    Map.of()),
            feature("混合", "MULTIPOINT ((553688 3390087), (553700 3390100))", Map.of("n", "-0")),
            feature("混合", null, Map.of("n", "1")),
            feature("表 \"甲\"", null, Map.of("空", "")));

    @TempDir
    private Path folder;

    private static Feature feature(String layer, String wkt, Map<String, String> attributes) {
        try {
            Geometry shape = wkt == null ? null : new WKTReader(GeoJsonObject.SHAPES).read(wkt);
            return new Feature(layer, "here", shape, new TreeMap<>(attributes));
        } catch (ParseException ours) {
            throw new IllegalStateException(ours);
        }
    }

    @Test
    void geojson_is_read_again_within_a_tenth_of_a_millimetre() throws IOException {
        List<FileContents.Trouble> troubles = new ArrayList<>();
        byte[] bytes = GeoJsonWriter.write(FEATURES, PROJECT, troubles);
        Path file = Files.write(folder.resolve("out.geojson"), bytes);
        Reading reading = FileReader.read(Upload.of(file));
        Reprojection back = Reprojection.between(Crs.CGCS2000, PROJECT);

        assertThat(troubles).isEmpty();
        assertThat(GeoJsonWriter.write(FEATURES, PROJECT, troubles)).isEqualTo(bytes);
        assertThat(reading.features()).hasSameSizeAs(FEATURES);
        for (int i = 0; i < FEATURES.size(); i++) {
            Feature written = FEATURES.get(i);
            Feature read = reading.features().get(i);
            SortedMap<String, String> attributes = new TreeMap<>(written.attributes());
            attributes.put("layer", written.layer());
            assertThat(read.layer()).isEqualTo(written.layer());
            assertThat(read.attributes()).isEqualTo(attributes);
            if (written.shape() != null) {
                assertThat(back.apply(read.shape()).equalsTopo(written.shape())
                                || near(back.apply(read.shape()), written.shape()))
                        .isTrue();
            }
        }
    }

    private static boolean near(Geometry one, Geometry other) {
        Geometry left = one.norm();
        Geometry right = other.norm();
        Coordinate[] a = left.getCoordinates();
        Coordinate[] b = right.getCoordinates();
        double farthest = 0;
        for (Coordinate corner : a) {
            double nearest = Double.MAX_VALUE;
            for (Coordinate candidate : b) {
                nearest = Math.min(nearest, corner.distance(candidate));
            }
            farthest = Math.max(farthest, nearest);
        }
        return a.length == b.length && farthest < 2e-4 && Math.abs(left.getArea() - right.getArea()) < 0.05;
    }

    @Test
    void outlines_of_geojson_run_anticlockwise() {
        String text = new String(
                GeoJsonWriter.write(
                        List.of(feature("a", "POLYGON ((0 0, 0 1, 1 1, 1 0, 0 0))", Map.of())),
                        Crs.WGS84,
                        new ArrayList<>()),
                StandardCharsets.UTF_8);

        assertThat(text).contains("[[[0,0],[1,0],[1,1],[0,1],[0,0]]]");
    }

    @Test
    void a_geopackage_is_read_again_exactly() throws IOException {
        Path file = folder.resolve("out.gpkg");
        GeoPackageWriter.write(file, FEATURES, PROJECT);
        byte[] bytes = Files.readAllBytes(file);
        Reading reading = FileReader.read(Upload.of(file));

        assertThat(reading.contents().crs()).isEqualTo("EPSG:4549");
        assertThat(reading.contents().complaints()).isEmpty();
        assertThat(reading.contents().layers().stream()
                        .map(FileContents.Layer::name)
                        .toList())
                .containsExactlyInAnyOrderElementsOf(List.of("用地红线", "_gpkg_roads", "混合", "表 \"甲\""));
        assertThat(reading.contents().layers().stream()
                        .filter(layer -> layer.name().equals("用地红线"))
                        .findFirst()
                        .orElseThrow()
                        .area())
                .isCloseTo(9901, within(1e-9));
        for (int i = 0; i < FEATURES.size(); i++) {
            Feature written = FEATURES.get(i);
            Feature read = reading.features().get(i);
            assertThat(read.attributes().values())
                    .containsAll(written.attributes().values());
            assertThat(
                            read.shape() == null
                                    ? written.shape() == null
                                    : read.shape().equalsExact(written.shape()))
                    .isTrue();
        }
        GeoPackageWriter.write(file, FEATURES, PROJECT);
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }
}
