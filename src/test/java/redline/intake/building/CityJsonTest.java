package redline.intake.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static redline.intake.file.KnownFacts.counts;
import static redline.intake.file.KnownFacts.value;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redline.intake.file.Feature;
import redline.intake.file.FileContents;
import redline.intake.file.KnownFacts;
import redline.intake.file.Reading;
import redline.intake.file.Upload;
import redline.intake.read.FileReader;
import tools.jackson.databind.JsonNode;

/** City models are read to the facts that were computed apart from this program; what is wrong in one is told with its place. */
class CityJsonTest {
    static final JsonNode FACTS = KnownFacts.of("facts-buildings.json");

    @TempDir
    Path folder;

    static Stream<String> models() {
        return FACTS.properties().stream().map(Map.Entry::getKey).filter(name -> name.startsWith("cityjson/"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_model_of_others_is_read_to_its_known_facts(String name) throws IOException {
        JsonNode expected = FACTS.get(name);
        FileContents found =
                FileReader.read(Upload.of(KnownFacts.FILES.resolve(name))).contents();

        assertThat(found.refused()).isFalse();
        assertThat(found.format()).isEqualTo(name.endsWith("l") ? "CityJSONSeq" : "CityJSON");
        assertThat(found.version()).isEqualTo(expected.get("version").asString());
        assertThat(found.crs()).isEqualTo(expected.get("crs").asString(null));
        assertThat(found.complaints().stream()
                        .anyMatch(trouble -> trouble.remedy().equals(CityWords.STATE_CRS)))
                .isEqualTo(expected.get("crs").isNull());
        assertThat(numbered(found, "objects")).isEqualTo(counts(expected.get("objects")));
        assertThat(numbered(found, "lods")).isEqualTo(counts(expected.get("lods")));
        assertThat(entities(found)).isEqualTo(counts(expected.get("entities")));
        assertThat(value(found, "vertices")).isEqualTo(expected.get("vertices").asString());
        close(found, "groundSurfaceArea", expected.get("groundSurfaceArea"), 0.0005);
        close(found, "tallest", expected.get("tallest"), 0.0005);
        close(found, "lowest", expected.get("lowest"), 0.0005);
        close(found, "zMin", expected.path("z").get(0), 0.0005);
        close(found, "zMax", expected.path("z").get(1), 0.0005);
        close(found, "solidVolume", expected.get("solidVolume"), 0.005);
        for (Map.Entry<String, JsonNode> lod : expected.path("lodVolumes").properties()) {
            close(found, "lods[" + lod.getKey() + "].solidVolume", lod.getValue(), 0.005);
        }
        for (Map.Entry<String, JsonNode> lod : expected.path("lodDownward").properties()) {
            close(found, "lods[" + lod.getKey() + "].downwardArea", lod.getValue(), 0.0005);
        }
        if (expected.has("extent") && !name.contains("dummy")) { // there a tree stands outside, put by a template
            List<Double> extent = extent(found);
            for (int side = 0; side < 4; side++) {
                assertThat(extent.get(side))
                        .isCloseTo(expected.get("extent").get(side).asDouble(), within(0.0006));
            }
        }
    }

    private static void close(FileContents found, String path, JsonNode expected, double tolerance) {
        if (expected != null && !expected.isMissingNode()) {
            assertThat(Double.parseDouble(Objects.requireNonNull(value(found, path), path)))
                    .as(path)
                    .isCloseTo(expected.asDouble(), within(tolerance));
        }
    }

    static Map<String, Integer> numbered(FileContents contents, String path) {
        Map<String, Integer> counts = new TreeMap<>();
        for (FileContents.Value value : contents.values()) {
            if (value.path().matches(path + "\\[[^]]+]")) {
                counts.put(
                        value.path().substring(path.length() + 1, value.path().length() - 1),
                        Integer.valueOf(value.value()));
            }
        }
        return counts;
    }

    /** Semantic surfaces apart: the facts count geometries. */
    private static Map<String, Integer> entities(FileContents contents) {
        Map<String, Integer> all = KnownFacts.entities(contents);
        all.remove("Polygon");
        return all;
    }

    private static List<Double> extent(FileContents contents) {
        double[] box = {1e99, 1e99, -1e99, -1e99};
        for (FileContents.Layer layer : contents.layers()) {
            for (int side = 0; side < 4 && layer.extent() != null; side++) {
                box[side] = side < 2
                        ? Math.min(box[side], layer.extent().get(side))
                        : Math.max(box[side], layer.extent().get(side));
            }
        }
        return Arrays.stream(box).boxed().toList();
    }

    static Feature feature(Reading reading, String id) {
        return reading.features().stream()
                .filter(feature -> feature.from().endsWith(" " + id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_building_of_parts_gets_their_union() throws IOException {
        Reading reading = FileReader.read(Upload.of(KnownFacts.FILES.resolve("cityjson/DH_01_subs.city.json")));

        assertThat(reading.features()).hasSize(4);
        Feature three = feature(reading, "GUID_13974D93-CB4F-4B5A-AB1E-577DD9928CF2");
        assertThat(three.shape().getArea()).isPositive();
        assertThat(three.attributes()).containsKeys("height", "ground", "top", "volume", "lod");
    }

    @Test
    void the_highest_level_of_detail_is_taken_and_said() throws IOException {
        Reading reading = FileReader.read(Upload.of(KnownFacts.FILES.resolve("cityjson/multi_lod.json")));

        assertThat(reading.features())
                .hasSize(10)
                .allMatch(building -> building.attributes().get("lod").equals("2.2"));
        assertThat(feature(reading, "8049533").attributes()).containsEntry("height", "9.285");
        assertThat(reading.contents().complaints())
                .anyMatch(trouble -> trouble.what().en().contains("1.2, 1.3, 2.2"));
    }

    @Test
    void a_height_that_contradicts_the_geometry_is_told_and_kept() throws IOException {
        Reading reading = FileReader.read(Upload.of(KnownFacts.FILES.resolve("cityjson/dummy.json")));

        assertThat(feature(reading, "102636712").attributes())
                .containsEntry("measuredHeight", "22.300000")
                .containsEntry("height", "1");
        assertThat(reading.contents().complaints())
                .anyMatch(trouble -> trouble.where().equals("Building 102636712")
                        && trouble.what().en().startsWith("measuredHeight says 22.300000, the geometry is 1 high"));
    }

    private Reading read(String text) throws IOException {
        return FileReader.read(Upload.of(Files.writeString(folder.resolve("model.json"), text)));
    }

    private static String cube(String type, String extra, String boundaries) {
        return """
                {"type":"CityJSON","version":"2.0","transform":{"scale":[1,1,1],"translate":[500000,3000000,0]},
                "metadata":{"referenceSystem":"https://www.opengis.net/def/crs/EPSG/0/4549"},
                "CityObjects":{"a":{"type":"%s"%s,"geometry":[{"type":"Solid","lod":1,"boundaries":%s}]}},
                "vertices":[[0,0,0],[2,0,0],[2,2,0],[0,2,0],[0,0,3],[2,0,3],[2,2,3],[0,2,3]]}
                """.formatted(type, extra, boundaries);
    }

    private static final String SIX = "[[[[0,3,2,1]],[[4,5,6,7]],[[0,1,5,4]],[[1,2,6,5]],[[2,3,7,6]],[[3,0,4,7]]]]";

    @Test
    void a_cube_is_measured() throws IOException {
        Reading reading = read(cube("Building", ",\"attributes\":{\"height\":\"3 m\",\"open\":null}", SIX));

        assertThat(reading.contents().complaints()).isEmpty();
        assertThat(reading.contents().crs()).isEqualTo("EPSG:4549");
        Feature cube = reading.features().get(0);
        assertThat(cube.shape().getArea()).isEqualTo(4);
        assertThat(cube.attributes())
                .containsOnly(
                        Map.entry("ground", "0"),
                        Map.entry("top", "3"),
                        Map.entry("height", "3"),
                        Map.entry("volume", "12"),
                        Map.entry("lod", "1"),
                        Map.entry("attributes.height", "3 m"));
    }

    @Test
    void faces_turned_inside_out_measure_the_same() throws IOException {
        Reading reading = read(
                cube("Building", "", "[[[[1,2,3,0]],[[7,6,5,4]],[[4,5,1,0]],[[5,6,2,1]],[[6,7,3,2]],[[7,4,0,3]]]]"));

        assertThat(reading.features().get(0).attributes()).containsEntry("volume", "12");
        assertThat(reading.features().get(0).shape().getArea()).isEqualTo(4);
    }

    @Test
    void vertex_numbers_without_a_vertex_are_told() throws IOException {
        for (String bad :
                List.of("8", "-1", "99999999999999999999", "2147483647", "\"x\"", "null", "0.5", "NaN", "[[0]]")) {
            Reading reading = read(cube("Building", "", SIX.replace("[[0,3,2,1]]", "[[" + bad + ",3,2,1]]")));

            assertThat(reading.contents().complaints())
                    .as(bad)
                    .anyMatch(trouble -> trouble.where().equals("Building a")
                            && trouble.what().en().contains("vertex numbers have no vertex"));
        }
    }

    @Test
    void a_coordinate_that_is_no_number_is_told() throws IOException {
        for (String bad : List.of("NaN", "Infinity", "1e999", "null", "\"2\"", "1e300")) {
            Reading reading = read(cube("Building", "", SIX).replace("[0,0,0],[2,0,0]", "[0,0," + bad + "],[2,0,0]"));

            assertThat(reading.contents().complaints())
                    .as(bad)
                    .anyMatch(trouble -> trouble.remedy().equals(CityWords.MEND_INDEX));
        }
    }

    @Test
    void an_extent_that_is_no_place_is_told() throws IOException {
        for (String bad : List.of("NaN", "1e999", "null", "1e300")) {
            Reading reading = read(cube("Building", "", SIX)
                    .replace("\"metadata\":{", "\"metadata\":{\"geographicalExtent\":[0,0,0,1," + bad + ",1],"));

            assertThat(reading.contents().complaints())
                    .as(bad)
                    .anyMatch(trouble -> trouble.remedy().equals(CityWords.MEND_EXTENT));
            assertThat(reading.features().get(0).shape().getArea()).isEqualTo(4);
        }
    }

    @Test
    void parents_and_children_in_a_circle_are_told_and_each_part_is_taken_once() throws IOException {
        String part = "\"type\":\"BuildingPart\",\"geometry\":[{\"type\":\"Solid\",\"lod\":\"1\",\"boundaries\":" + SIX
                + "}]";
        Reading reading = read(cube("Building", ",\"children\":[\"p\",\"gone\"]", "[]")
                .replace(
                        "\"CityObjects\":{",
                        "\"CityObjects\":{\"p\":{" + part + ",\"parents\":[\"a\"],\"children\":[\"q\"]},\"q\":{" + part
                                + ",\"children\":[\"p\",\"a\"]},"));

        assertThat(reading.features()).hasSize(1);
        assertThat(reading.features().get(0).attributes()).containsEntry("volume", "24");
        assertThat(reading.features().get(0).shape().getArea()).isEqualTo(4);
        assertThat(reading.contents().complaints())
                .filteredOn(trouble -> trouble.remedy().equals(CityWords.MEND_TREE))
                .hasSize(3);
    }

    @Test
    void keys_in_another_order_and_a_byte_order_mark_read_the_same() throws IOException {
        String text = cube("Building", "", SIX);
        String turned = "\ufeff{" + text.substring(text.indexOf("\"vertices\""), text.lastIndexOf('}')) + ","
                + text.substring(1, text.indexOf("\"vertices\""))
                        .replace("\"type\":\"CityJSON\",", "")
                        .stripTrailing()
                        .replaceAll(",$", "")
                + ",\"type\":\"CityJSON\"}";

        assertThat(read(turned).features()).isEqualTo(read(text).features());
    }

    @Test
    void a_file_that_is_cut_off_is_refused_with_the_place() throws IOException {
        String text = cube("Building", "", SIX);
        FileContents contents = read(text.substring(0, text.length() - 40)).contents();

        assertThat(contents.refused()).isTrue();
        assertThat(contents.complaints())
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.where()).startsWith("line 4"));
    }

    @Test
    void a_sequence_that_is_cut_off_gives_what_was_whole_and_says_where() throws IOException {
        String text = Files.readString(KnownFacts.FILES.resolve("cityjson/lod2_buildings_as_CityJSON_features.jsonl"));
        Reading reading =
                read(text.lines().limit(11).reduce("", (a, b) -> a + b + "\n") + "{\"type\":\"CityJSONFeature\",\"ver");

        assertThat(reading.features()).hasSize(10);
        assertThat(reading.contents().complaints())
                .anyMatch(trouble -> trouble.where().startsWith("line 12"));
    }

    @Test
    void an_instance_of_a_template_is_put_in_its_place() throws IOException {
        Reading reading = read("""
                {"type":"CityJSON","version":"1.1","metadata":{"referenceSystem":"urn:ogc:def:crs:EPSG::4549"},
                "CityObjects":{"a":{"type":"Building","geometry":[{"type":"GeometryInstance","template":0,"boundaries":[0],
                "transformationMatrix":[2,0,0,1, 0,2,0,1, 0,0,1,0, 0,0,0,1]}]}},"vertices":[[100,200,10]],
                "geometry-templates":{"templates":[{"type":"Solid","lod":"2","boundaries":%s}],
                "vertices-templates":[[0,0,0],[2,0,0],[2,2,0],[0,2,0],[0,0,3],[2,0,3],[2,2,3],[0,2,3]]}}
                """.formatted(SIX));

        Feature building = reading.features().get(0);
        assertThat(building.shape().getEnvelopeInternal().getMinX()).isEqualTo(101);
        assertThat(building.shape().getArea()).isEqualTo(16);
        assertThat(building.attributes()).containsEntry("ground", "10").containsEntry("volume", "48");
    }

    @Test
    void templates_that_unfold_without_end_are_stopped() throws IOException {
        String face = "[[0,1,2]],".repeat(20_000) + "[[0,1,2]]";
        String instance =
                "{\"type\":\"GeometryInstance\",\"template\":0,\"boundaries\":[0],\"transformationMatrix\":[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1]},";
        Reading reading = read(
                "{\"type\":\"CityJSON\",\"version\":\"2.0\",\"CityObjects\":{\"a\":{\"type\":\"Building\",\"geometry\":["
                        + instance.repeat(5000)
                        + "{}]}},\"vertices\":[[0,0,0]],\"geometry-templates\":{\"templates\":[{\"type\":\"MultiSurface\",\"boundaries\":["
                        + face + "]}],\"vertices-templates\":[[0,0,0],[1,0,0],[0,1,0]]}}");

        assertThat(reading.contents().complaints())
                .anyMatch(trouble -> trouble.remedy().equals(CityWords.LESS));
    }

    @Test
    void faces_made_to_be_slow_are_told() throws IOException {
        Random random = new Random(7);
        StringBuilder vertices = new StringBuilder("[0,0,0]");
        StringBuilder ring = new StringBuilder("0");
        StringBuilder heap = new StringBuilder("[[0,1,2]]");
        for (int n = 1; n < 6000; n++) {
            vertices.append(",[%d,%d,0]".formatted(random.nextInt(1_000_000), random.nextInt(1_000_000)));
            ring.append(n < 1900 ? "," + n : "");
            heap.append(n % 3 == 0 ? ",[[%d,%d,%d]]".formatted(n, n + 1, n + 2) : "");
        }
        String model = """
                {"type":"CityJSON","version":"2.0","CityObjects":{"a":{"type":"Building","geometry":[
                {"type":"MultiSurface","lod":"1","boundaries":[%s]}]}},"vertices":[%s]}
                """;

        assertThat(read(model.formatted("[[" + ring + "]]", vertices))
                        .contents()
                        .complaints())
                .anyMatch(trouble -> trouble.what().en().startsWith("1 faces cross themselves"));
        assertThat(read(model.formatted(heap, vertices)).contents().complaints())
                .anyMatch(trouble -> trouble.what().en().startsWith("Too many faces"));
        assertThat(read(model.formatted("[[0,1,2,3]]", "[0,0,0],[2,2,0],[2,0,0],[0,2,0]"))
                        .features()
                        .get(0)
                        .shape()
                        .getArea())
                .as("a bow-tie is mended")
                .isEqualTo(2);
    }

    @Test
    void bytes_changed_at_random_give_a_reading() throws IOException {
        Random random = new Random(4);
        for (String name : List.of("dummy.json", "mt-1.json", "DH_01_subs.city.json", "cube.json")) {
            byte[] seed =
                    Files.readAllBytes(KnownFacts.FILES.resolve("cityjson").resolve(name));
            for (int n = 0; n < 100; n++) {
                byte[] changed = Mutations.of(seed, random);
                Path file = Files.write(folder.resolve("mutated"), changed);
                assertThat(CityJson.read(Upload.of(file)).contents()).isNotNull();
            }
        }
    }

    @Test
    void arrays_nested_without_end_are_told() throws IOException {
        String deep = "[".repeat(100_000);
        assertThat(read("{\"type\":\"CityJSON\",\"CityObjects\":{\"a\":{\"geometry\":[{\"boundaries\":" + deep)
                        .contents()
                        .refused())
                .isTrue();
        String nested = "[".repeat(300) + "]".repeat(300);
        assertThat(read(cube("Building", "", nested)).contents().refused()).isFalse();
        assertThat(read(new String(new byte[] {'{', '"', 't'}, StandardCharsets.UTF_8))
                        .contents()
                        .refused())
                .isTrue();
    }
}
