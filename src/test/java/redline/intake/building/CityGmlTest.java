package redline.intake.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

/** CityGML is read to the facts that were computed apart from this program, and like the CityJSON of the same buildings. */
class CityGmlTest {
    @TempDir
    Path folder;

    static Stream<String> models() {
        return CityJsonTest.FACTS.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> name.startsWith("citygml/"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_model_of_others_is_read_to_its_known_facts(String name) throws IOException {
        JsonNode expected = CityJsonTest.FACTS.get(name);
        FileContents found =
                FileReader.read(Upload.of(KnownFacts.FILES.resolve(name))).contents();

        assertThat(found.refused()).isFalse();
        assertThat(found.format()).isEqualTo("CityGML");
        assertThat(found.version()).isEqualTo(expected.get("version").asString());
        assertThat(found.crs()).isEqualTo(expected.get("crs").asString(null));
        Map<String, Integer> counted = CityJsonTest.numbered(found, "elements");
        counted.putAll(CityJsonTest.numbered(found, "objects"));
        counted.put("Polygon", Integer.valueOf(KnownFacts.value(found, "polygons")));
        found.layers()
                .forEach(layer -> layer.entities().forEach((type, n) -> {
                    if (type.equals("Solid")) {
                        counted.merge(type, n, Integer::sum);
                    }
                }));
        assertThat(counted).containsAllEntriesOf(KnownFacts.counts(expected.get("elements")));
        FileContents.Layer ground = found.layers().stream()
                .filter(layer -> layer.name().equals("GroundSurface"))
                .findFirst()
                .orElseThrow();
        assertThat(ground.polygons()).isEqualTo(expected.get("groundPolygons").asInt());
        assertThat(ground.area()).isCloseTo(expected.get("groundArea").asDouble(), within(0.0005));
        assertThat(Double.valueOf(KnownFacts.value(found, "zMin")))
                .isEqualTo(expected.get("z").get(0).asDouble());
        assertThat(Double.valueOf(KnownFacts.value(found, "zMax")))
                .isEqualTo(expected.get("z").get(1).asDouble());
        for (JsonNode where : expected.get("complaints")) {
            assertThat(found.complaints()).anyMatch(trouble -> trouble.where().equals(where.asString()));
        }
    }

    @Test
    void the_same_buildings_as_json_sequence_and_gml_give_equal_features_and_sums() throws IOException {
        Reading json = FileReader.read(Upload.of(KnownFacts.FILES.resolve("cityjson/lod2_buildings_v2.json")));
        Reading sequence = FileReader.read(
                Upload.of(KnownFacts.FILES.resolve("cityjson/lod2_buildings_as_CityJSON_features.jsonl")));
        Reading gml = FileReader.read(Upload.of(KnownFacts.FILES.resolve("citygml/lod2_buildings_v3.gml")));

        assertThat(sequence.features()).isEqualTo(json.features());
        assertThat(sequence.contents().layers()).isEqualTo(json.contents().layers());
        assertThat(gml.contents().layers()).isEqualTo(json.contents().layers());
        Map<String, Feature> byName = new TreeMap<>();
        gml.features().forEach(feature -> byName.put(feature.from(), feature));
        assertThat(byName).hasSize(100);
        for (Feature expected : json.features()) {
            Feature found = byName.get(expected.from());
            assertThat(found.layer()).isEqualTo(expected.layer());
            assertThat(found.shape().equalsTopo(expected.shape())).isTrue();
            Map<String, String> same = new TreeMap<>(expected.attributes());
            // lists are JSON there and XML here
            same.remove("storeyHeightsAboveGround");
            same.remove("storeyHeightsBelowGround");
            assertThat(found.attributes()).containsAllEntriesOf(same);
        }
        for (String sum :
                List.of("footprintArea", "groundSurfaceArea", "solidVolume", "storeysAbove", "zMax", "polygons")) {
            assertThat(KnownFacts.value(gml.contents(), sum)).isEqualTo(KnownFacts.value(json.contents(), sum));
        }
    }

    private Reading read(String text) throws IOException {
        return FileReader.read(Upload.of(Files.writeString(folder.resolve("model.gml"), text)));
    }

    private static String polygon(String id, String positions) {
        return "<gml:Polygon gml:id=\"" + id + "\"><gml:exterior><gml:LinearRing><gml:posList>" + positions
                + "</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>";
    }

    private static String model(String building) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <CityModel xmlns="http://www.opengis.net/citygml/2.0" xmlns:bldg="http://www.opengis.net/citygml/building/2.0"
                  xmlns:gml="http://www.opengis.net/gml" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:gen="http://www.opengis.net/citygml/generics/2.0">
                <cityObjectMember><bldg:Building gml:id="b">%s</bldg:Building></cityObjectMember></CityModel>
                """.formatted(building);
    }

    private static final String FLOOR = "0 0 0 0 2 0 2 2 0 2 0 0 0 0 0";

    private static final String BOX = "<gml:Solid srsName=\"EPSG:4549\"><gml:exterior><gml:CompositeSurface>"
            + Stream.of(
                            FLOOR,
                            "0 0 3 2 0 3 2 2 3 0 2 3 0 0 3",
                            "0 0 0 2 0 0 2 0 3 0 0 3 0 0 0",
                            "2 0 0 2 2 0 2 2 3 2 0 3 2 0 0",
                            "2 2 0 0 2 0 0 2 3 2 2 3 2 2 0",
                            "0 2 0 0 0 0 0 0 3 0 2 3 0 2 0")
                    .map(face -> "<gml:surfaceMember>" + polygon("p" + face.hashCode(), face) + "</gml:surfaceMember>")
                    .reduce("", String::concat)
            + "</gml:CompositeSurface></gml:exterior></gml:Solid>";

    @Test
    void a_solid_without_surfaces_and_its_reference_system_are_read() throws IOException {
        Reading reading = read(model(
                "<gml:name>甲</gml:name><gen:stringAttribute name=\"用途\"><gen:value>住宅</gen:value></gen:stringAttribute>"
                        + "<bldg:measuredHeight uom=\"m\">3.00</bldg:measuredHeight><bldg:lod1Solid>" + BOX
                        + "</bldg:lod1Solid>"));

        assertThat(reading.contents().complaints()).isEmpty();
        assertThat(reading.contents().crs()).isEqualTo("EPSG:4549");
        assertThat(reading.features().get(0).shape().getArea()).isEqualTo(4);
        assertThat(reading.features().get(0).attributes())
                .containsOnly(
                        Map.entry("name", "甲"),
                        Map.entry("用途", "住宅"),
                        Map.entry("measuredHeight", "3.00"),
                        Map.entry("measuredHeight.uom", "m"),
                        Map.entry("ground", "0"),
                        Map.entry("top", "3"),
                        Map.entry("height", "3"),
                        Map.entry("volume", "12"),
                        Map.entry("lod", "1"));
    }

    @Test
    void parts_make_up_their_building() throws IOException {
        Reading reading = read(model("<bldg:consistsOfBuildingPart><bldg:BuildingPart gml:id=\"p\"><bldg:lod1Solid>"
                + BOX + "</bldg:lod1Solid></bldg:BuildingPart></bldg:consistsOfBuildingPart>"));

        assertThat(reading.features()).hasSize(1);
        assertThat(reading.features().get(0).from()).isEqualTo("Building b");
        assertThat(reading.features().get(0).attributes()).containsEntry("volume", "12");
    }

    @Test
    void a_height_in_feet_is_not_compared_but_told() throws IOException {
        Reading reading = read(model("<bldg:measuredHeight uom=\"ft\">9.84</bldg:measuredHeight><bldg:lod1Solid>" + BOX
                + "</bldg:lod1Solid>"));

        assertThat(reading.contents().complaints())
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.what().en()).startsWith("The unit of measuredHeight is ft"));
    }

    @Test
    void links_that_lead_nowhere_are_told() throws IOException {
        Reading reading = read(model(
                "<bldg:lod2MultiSurface><gml:MultiSurface><gml:surfaceMember xlink:href=\"#gone\"/><gml:surfaceMember>"
                        + polygon("a", FLOOR) + "</gml:surfaceMember></gml:MultiSurface></bldg:lod2MultiSurface>"));

        assertThat(reading.contents().complaints())
                .anyMatch(trouble ->
                        trouble.where().equals("Building b") && trouble.remedy().equals(CityWords.LINKS));
        assertThat(reading.features().get(0).shape().getArea()).isEqualTo(4);
    }

    @Test
    void links_that_multiply_without_end_are_stopped() throws IOException {
        String many = "<gml:surfaceMember>" + polygon("", FLOOR) + "</gml:surfaceMember>";
        String links = "<gml:surfaceMember xlink:href=\"#all\"/>";
        Reading reading = read(model("<bldg:lod1MultiSurface><gml:MultiSurface gml:id=\"all\">" + many.repeat(3000)
                + "</gml:MultiSurface></bldg:lod1MultiSurface><bldg:lod2MultiSurface><gml:MultiSurface>"
                + links.repeat(20_000) + "</gml:MultiSurface></bldg:lod2MultiSurface>"));

        assertThat(reading.contents().complaints())
                .anyMatch(trouble -> trouble.remedy().equals(CityWords.LINKS));
    }

    @Test
    void a_doctype_is_refused() throws IOException {
        String bomb = "<?xml version=\"1.0\"?><!DOCTYPE CityModel [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                + "<CityModel xmlns=\"http://www.opengis.net/citygml/2.0\" xmlns:gml=\"http://www.opengis.net/gml\"><gml:name>&a;</gml:name></CityModel>";

        assertThat(read(bomb).contents().refused()).isTrue();
        assertThat(read(bomb).contents().complaints().get(0).what().en()).contains("DOCTYPE");
    }

    @Test
    void what_is_cut_off_or_nested_without_end_is_refused_with_its_line() throws IOException {
        String whole = model("<bldg:lod1Solid>" + BOX + "</bldg:lod1Solid>");
        FileContents cut = read(whole.substring(0, whole.length() - 50)).contents();
        assertThat(cut.refused()).isTrue();
        assertThat(cut.complaints().get(0).where()).isEqualTo("line 4");

        assertThat(read(model("<bldg:lod2MultiSurface>" + "<gml:a>".repeat(50_000)))
                        .contents()
                        .complaints()
                        .get(0)
                        .what()
                        .en())
                .contains("nested");
    }

    @Test
    void bytes_changed_at_random_give_a_reading() throws IOException {
        Random random = new Random(5);
        for (String name : List.of("citygml/invalid_building_v3.gml", "citygml/lod2_test_ade_v2.gml")) {
            byte[] seed = Files.readAllBytes(KnownFacts.FILES.resolve(name));
            for (int n = 0; n < 200; n++) {
                Path file = Files.write(folder.resolve("mutated"), Mutations.of(seed, random));
                assertThat(CityGml.read(Upload.of(file)).contents()).isNotNull();
            }
        }
    }
}
