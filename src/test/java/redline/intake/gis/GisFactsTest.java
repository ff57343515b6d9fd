package redline.intake.gis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static redline.intake.file.KnownFacts.counts;
import static redline.intake.file.KnownFacts.layer;
import static redline.intake.file.KnownFacts.value;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redline.intake.file.FileContents;
import redline.intake.file.KnownFacts;
import redline.intake.file.Reading;
import redline.intake.file.Upload;
import redline.intake.read.FileReader;
import tools.jackson.databind.JsonNode;

/** GIS files of others are read to the counts, areas and extents that were computed apart from this program. */
class GisFactsTest {
    private static final JsonNode FACTS = KnownFacts.of("gis-facts.json");

    private static Stream<String> files(String folder) {
        return FACTS.properties().stream().map(Map.Entry::getKey).filter(name -> name.startsWith(folder + "/"));
    }

    static Stream<String> ringArrays() {
        return files("polygons-hard");
    }

    static Stream<String> planningDocuments() {
        return files("planning-json");
    }

    @ParameterizedTest
    @MethodSource("ringArrays")
    void a_bare_ring_array_is_counted_and_summed_as_written(String name) throws IOException {
        JsonNode expected = FACTS.get(name);
        FileContents found = read(KnownFacts.file(name));

        assertThat(found.format()).isEqualTo("ring array");
        assertThat(value(found, "rings")).isEqualTo(expected.get("rings").asString());
        assertThat(value(found, "points")).isEqualTo(expected.get("points").asString());
        double area = expected.get("ringArea").asDouble();
        assertThat(new BigDecimal(value(found, "ringArea")).doubleValue())
                .isCloseTo(area, within(Math.max(1e-9, Math.abs(area) * 1e-5)));
        FileContents.Layer layer = found.layers().get(0);
        if (layer.polygons() > 0) {
            assertThat(layer.area()).isCloseTo(area, within(Math.abs(area) * 1e-5));
        } else {
            assertThat(found.complaints()).hasSizeGreaterThan(1);
        }
    }

    @ParameterizedTest
    @MethodSource("planningDocuments")
    void the_boundaries_of_a_planning_application_are_found_and_measured(String name) throws IOException {
        JsonNode expected = FACTS.get(name);
        FileContents found = read(KnownFacts.file(name));

        assertThat(found.crs()).isEqualTo("EPSG:4326");
        for (Map.Entry<String, JsonNode> boundary : expected.get("boundaries").properties()) {
            double area = boundary.getValue().get("area").asDouble();
            assertThat(layer(found, boundary.getKey()).area()).isCloseTo(area, within(area * 1e-4));
            assertThat(found.complaints())
                    .anyMatch(trouble -> trouble.where().startsWith(boundary.getKey() + "/area/"));
            boundary.getValue()
                    .get("declared")
                    .properties()
                    .forEach(declared -> assertThat(value(found, boundary.getKey() + "/area/" + declared.getKey()))
                            .isEqualTo(declared.getValue().asString()));
        }
    }

    static Stream<String> geoPackages() {
        return files("gpkg");
    }

    @ParameterizedTest
    @MethodSource("geoPackages")
    void the_tables_of_a_geopackage_are_counted_and_measured(String name) throws IOException {
        JsonNode expected = FACTS.get(name);
        FileContents found = read(KnownFacts.file(name));

        assertThat(value(found, "applicationId"))
                .isEqualTo(expected.get("applicationId").asString());
        assertThat(value(found, "userVersion"))
                .isEqualTo(expected.get("userVersion").asString());
        assertThat(found.layers()).hasSize(expected.get("layers").size());
        for (Map.Entry<String, JsonNode> table : expected.get("layers").properties()) {
            FileContents.Layer layer = layer(found, table.getKey());
            JsonNode facts = table.getValue();
            if (facts.has("rows")) {
                assertThat(layer.entities()).isEqualTo(counts(facts.get("entities")));
                assertThat(value(found, table.getKey() + "/rows"))
                        .isEqualTo(facts.get("rows").asString());
            }
            if (facts.hasNonNull("crs")) {
                assertThat(value(found, table.getKey() + "/crs"))
                        .isEqualTo(facts.get("crs").asString());
            }
            if (facts.has("area")) {
                assertThat(layer.area()).isCloseTo(facts.get("area").asDouble(), within(1e-9));
            }
        }
    }

    static Stream<String> shapefiles() {
        return files("shapefile");
    }

    @ParameterizedTest
    @MethodSource("shapefiles")
    void a_shapefile_is_read_with_what_stands_beside_it(String name) throws IOException {
        JsonNode expected = FACTS.get(name);
        Reading reading = FileReader.read(Shapefiles.upload(KnownFacts.file(name)));
        FileContents found = reading.contents();
        FileContents.Layer layer = found.layers().get(0);

        assertThat(found.refused()).isFalse();
        assertThat(value(found, "records")).isEqualTo(expected.get("records").asString());
        assertThat(layer.entities().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(expected.get("records").asInt());
        // facets overlap by fractions of a millimetre, which a sum of rings counts twice
        assertThat(layer.area()).isCloseTo(expected.get("area").asDouble(), within(0.001));
        assertThat(layer.length()).isCloseTo(expected.get("length").asDouble(), within(0.001));
        if (expected.has("extent")) {
            for (int i = 0; i < 4; i++) {
                assertThat(layer.extent().get(i))
                        .isCloseTo(expected.get("extent").get(i).asDouble(), within(0.0011));
            }
            expected.get("first")
                    .properties()
                    .forEach(value -> assertThat(
                                    reading.features().get(0).attributes().get(value.getKey()))
                            .isEqualTo(value.getValue().asString()));
        }
    }

    private static FileContents read(Path file) throws IOException {
        FileContents found = FileReader.read(Upload.of(file)).contents();
        assertThat(found.refused()).isFalse();
        return found;
    }
}
