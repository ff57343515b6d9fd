package redline.intake.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import redline.intake.file.Feature;
import redline.intake.file.KnownFacts;
import redline.intake.file.Reading;
import redline.intake.file.Upload;
import redline.intake.read.FileReader;

/** What is written is read back: outlines to half a millimetre in x and in y, heights, and every attribute. */
class CityJsonWriterTest {
    @TempDir
    Path folder;

    private Reading again(List<Feature> features, String crs) throws IOException {
        return FileReader.read(
                Upload.of(Files.write(folder.resolve("again.city.json"), CityJsonWriter.write(features, crs))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lod2_buildings_v2.json",
                "multi_lod.json",
                "DH_01_subs.city.json",
                "rotterdam_subset.json",
                "delft.json",
                "mt-1.json",
                "rectangle.json",
                "dummy.json"
            })
    void buildings_of_others_come_back(String name) throws IOException {
        Reading first =
                FileReader.read(Upload.of(KnownFacts.FILES.resolve("cityjson").resolve(name)));
        Reading second = again(first.features(), first.contents().crs());

        assertThat(second.contents().crs()).isEqualTo(first.contents().crs());
        assertThat(second.features()).hasSameSizeAs(first.features());
        for (int n = 0; n < first.features().size(); n++) {
            Feature before = first.features().get(n);
            Feature after = second.features().get(n);
            assertThat(after.from()).isEqualTo(before.from());
            assertThat(DiscreteHausdorffDistance.distance(before.shape(), after.shape()))
                    .isLessThan(0.0005 * Math.sqrt(2) + 1e-9);
            for (String height : List.of("ground", "top", "height")) {
                assertThat(Double.parseDouble(after.attributes().get(height)))
                        .isCloseTo(Double.parseDouble(before.attributes().get(height)), within(0.0005));
            }
            assertThat(own(after)).isEqualTo(own(before));
        }
    }

    private static Map<String, String> own(Feature feature) {
        Map<String, String> own = new TreeMap<>(feature.attributes());
        own.keySet().removeAll(List.of("ground", "top", "height", "lod", "volume"));
        return own;
    }

    private static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException bad) {
            throw new IllegalArgumentException(bad);
        }
    }

    private static Feature building(String from, String wkt, Map<String, String> attributes) {
        return new Feature("Building", from, wkt == null ? null : wkt(wkt), new TreeMap<>(attributes));
    }

    @Test
    void courtyards_several_parts_and_odd_attributes_come_back() throws IOException {
        List<Feature> features = List.of(
                building(
                        "Building 1#",
                        "POLYGON ((500000.1234 3350000.5, 500030 3350000.5, 500030 3350020, 500000.1234 3350020, 500000.1234 3350000.5), (500005 3350005, 500005 3350010, 500010 3350010, 500010 3350005, 500005 3350005))",
                        Map.of(
                                "ground",
                                "-3.2",
                                "top",
                                "54.15",
                                "storeysAbove",
                                "18",
                                "用途",
                                "住宅\"甲\"",
                                "编号",
                                "0012",
                                "列",
                                "[1,{\"a\":null}]",
                                "attributes.height",
                                "57 m",
                                "is",
                                "true")),
                building(
                        "Building 1#",
                        "MULTIPOLYGON (((0 0, 10 0, 10 10, 0 10, 0 0)), ((20 0, 30 0, 30 10, 20 10, 20 0)))",
                        Map.of("height", "12.5")),
                building("Building 3#", "POLYGON ((0 0, 10 0, 10 10, 0 0))", Map.of()),
                building("Building 4#", null, Map.of("height", "3")));
        Reading reading = again(features, "EPSG:4549");

        assertThat(reading.features().stream().map(Feature::from).toList())
                .isEqualTo(List.of("Building 1#", "Building 1#-2", "Building 3#", "Building 4#"));
        Feature court = reading.features().get(0);
        assertThat(court.shape().getArea()).isCloseTo(29.877 * 19.5 - 25, within(1e-6));
        assertThat(court.attributes())
                .containsEntry("height", "57.35")
                .containsEntry("volume", Plain.of((29.877 * 19.5 - 25) * 57.35))
                .containsEntry("storeysAbove", "18")
                .containsEntry("用途", "住宅\"甲\"")
                .containsEntry("编号", "0012")
                .containsEntry("列", "[1,{\"a\":null}]")
                .containsEntry("attributes.height", "57 m")
                .containsEntry("is", "true");
        assertThat(reading.features().get(1).shape().getArea()).isEqualTo(200);
        assertThat(reading.features().get(1).attributes()).containsEntry("volume", "2500");
        assertThat(reading.features().get(2).attributes())
                .containsEntry("lod", "0")
                .doesNotContainKey("height");
        assertThat(reading.features().get(3).shape() == null).isTrue();
    }

    @Test
    void the_same_features_give_the_same_bytes() {
        List<Feature> one =
                List.of(building("Building a", "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))", Map.of("height", "3")));

        assertThat(new String(CityJsonWriter.write(one, "EPSG:4549"), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"type\":\"CityJSON\",\"version\":\"2.0\",\"transform\":{\"scale\":[0.001,0.001,0.001],\"translate\":[0,0,0]},"
                                + "\"metadata\":{\"referenceSystem\":\"https://www.opengis.net/def/crs/EPSG/0/4549\"},"
                                + "\"CityObjects\":{\"a\":{\"type\":\"Building\",\"attributes\":{},\"geometry\":[{\"type\":\"Solid\",\"lod\":\"1\","
                                + "\"boundaries\":[[[[3,2,1,0]],[[4,5,6,7]],[[0,1,5,4]],[[1,2,6,5]],[[2,3,7,6]],[[3,0,4,7]]]],"
                                + "\"semantics\":{\"surfaces\":[{\"type\":\"GroundSurface\"},{\"type\":\"RoofSurface\"},{\"type\":\"WallSurface\"}],"
                                + "\"values\":[[0,1,2,2,2,2]]}}]}},"
                                + "\"vertices\":[[0,0,0],[4000,0,0],[4000,4000,0],[0,4000,0],[0,0,3000],[4000,0,3000],[4000,4000,3000],[0,4000,3000]]}\n");
        assertThat(new String(CityJsonWriter.write(List.of(), null), StandardCharsets.UTF_8))
                .contains("\"CityObjects\":{}");
    }
}
