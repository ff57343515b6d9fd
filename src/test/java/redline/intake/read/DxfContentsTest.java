package redline.intake.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static redline.intake.file.KnownFacts.counts;
import static redline.intake.file.KnownFacts.entities;
import static redline.intake.file.KnownFacts.layer;
import static redline.intake.file.KnownFacts.value;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import redline.intake.file.FileContents;
import redline.intake.file.KnownFacts;
import redline.intake.file.Upload;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Drawings are read to the counts and areas that were computed apart from this program. */
class DxfContentsTest {
    private static final JsonNode FACTS = KnownFacts.of("facts.json");

    static Stream<String> drawings() {
        return FACTS.properties().stream().map(Map.Entry::getKey);
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void a_drawing_of_others_is_read_to_its_known_facts(String name) throws IOException {
        JsonNode expected = FACTS.get(name);
        FileContents found =
                FileReader.read(Upload.of(KnownFacts.FILES.resolve(name))).contents();

        assertThat(found.refused()).isFalse();
        if (expected.has("entities")) {
            assertThat(found.format()).isEqualTo(expected.get("binary").asBoolean() ? "binary DXF" : "DXF");
            assertThat(found.version()).isEqualTo(expected.get("version").asString(null));
            assertThat(entities(found)).isEqualTo(counts(expected.get("entities")));
            assertThat(value(found, "layerTable"))
                    .isEqualTo(expected.get("layerTable").asString());
            assertThat(value(found, "blocks")).isEqualTo(expected.get("blocks").asString());
        }
        for (JsonNode layer : expected.path("closed")) {
            FileContents.Layer own = layer(found, layer.get("name").asString());
            double area = layer.get("area").asDouble();
            assertThat(own.polygons()).isEqualTo(layer.get("closed").asInt());
            assertThat(own.area()).isCloseTo(area, within(0.00006));
        }
    }

    /** A square of 10 with a half circle of radius 5 outside its right side: 100 + 12.5 π. */
    private static String square(String layer) {
        return String.join(
                "\n",
                "0",
                "SECTION",
                "2",
                "ENTITIES",
                "0",
                "LWPOLYLINE",
                "8",
                layer,
                "90",
                "4",
                "70",
                "1",
                "10",
                "500000",
                "20",
                "3390000",
                "10",
                "500010",
                "20",
                "3390000",
                "42",
                "1",
                "10",
                "500010",
                "20",
                "3390010",
                "10",
                "500000",
                "20",
                "3390010",
                "0",
                "ENDSEC",
                "0",
                "EOF",
                "");
    }

    @Test
    void an_arc_belongs_to_the_area_the_length_and_the_extent() {
        FileContents.Layer site =
                read(square("用地红线"), StandardCharsets.UTF_8).layers().get(0);

        assertThat(site.name()).isEqualTo("用地红线");
        assertThat(site.polygons()).isEqualTo(1);
        assertThat(site.area()).isCloseTo(100 + 12.5 * Math.PI, within(1e-6));
        assertThat(site.length()).isCloseTo(30 + 5 * Math.PI, within(1e-6));
        assertThat(site.extent()).containsExactly(500000.0, 3390000.0, 500015.0, 3390010.0);
    }

    @Test
    void a_code_page_that_is_not_stated_is_guessed_and_said() {
        FileContents gbk = read(square("用地红线"), Charset.forName("GB18030"));

        assertThat(gbk.encoding()).isEqualTo("GB18030");
        assertThat(gbk.layers().get(0).name()).isEqualTo("用地红线");
        assertThat(gbk.complaints().stream().map(trouble -> trouble.what().zh()))
                .containsExactly("没有写明文字编码，按 GB18030 读");
    }

    @Test
    void a_drawing_that_was_cut_off_says_so() {
        String whole = square("A");
        FileContents cut = read(whole.substring(0, whole.indexOf("0\nEOF")), StandardCharsets.UTF_8);

        assertThat(cut.complaints().stream().map(trouble -> trouble.what().zh()))
                .contains("文件没有结尾(EOF)，可能没有传完");
    }

    @Test
    void objects_of_tangent_are_counted_and_answered() {
        String wall = String.join(
                "\n",
                "0",
                "SECTION",
                "2",
                "ENTITIES",
                "0",
                "TCH_WALL",
                "8",
                "WALL",
                "0",
                "TCH_WALL",
                "8",
                "WALL",
                "0",
                "ENDSEC",
                "0",
                "EOF",
                "");

        assertThat(read(wall, StandardCharsets.UTF_8).complaints().stream()
                        .map(trouble -> trouble.what().zh()))
                .contains("图中有 2 个天正对象未分解");
    }

    @Test
    void a_dwg_is_refused_with_how_to_save_it() {
        FileContents dwg = read("AC1032\0\0\0\0\0", StandardCharsets.ISO_8859_1);

        assertThat(dwg.refused()).isTrue();
        assertThat(dwg.format()).isEqualTo("DWG");
        assertThat(dwg.complaints().get(0).remedy().zh()).contains("另存为", "DXF", "T3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0\nSECTION\n2\nENTITIES\nabc\nLINE\n",
                "0\nSECTION\n2\nENTITIES\n0\nLINE\n8\nA\n10\nNaN\n",
                "0\nSECTION\n2\nENTITIES\n0\nLINE\n8\nA\n10\n1e300\n",
                "",
                "%PDF-1.7"
            })
    void damaged_input_ends_in_one_complaint_with_a_remedy(String text) {
        FileContents found = read(text, StandardCharsets.ISO_8859_1);

        assertThat(found.complaints()).isNotEmpty().allSatisfy(trouble -> {
            assertThat(trouble.what().zh()).isNotBlank();
            assertThat(trouble.remedy().zh()).isNotBlank();
        });
    }

    @Test
    void a_drawing_is_read_again_from_its_json() {
        FileContents site = read(square("A"), StandardCharsets.US_ASCII);
        JsonNode json = new JsonMapper().readTree(ContentsJson.write(List.of(site), redline.quantity.Language.EN));

        assertThat(json.get(0)
                        .get("layers")
                        .get(0)
                        .get("entities")
                        .get("LWPOLYLINE")
                        .asInt())
                .isEqualTo(1);
        assertThat(json.get(0).get("format").asString()).isEqualTo("DXF");
    }

    @TempDir
    private Path folder;

    private FileContents read(String text, Charset charset) {
        try {
            Path file = Files.write(folder.resolve("test.dxf"), text.getBytes(charset));
            return FileReader.read(Upload.of(file)).contents();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
