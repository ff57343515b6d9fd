package redline.intake.dxf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import redline.intake.file.Feature;
import redline.intake.file.Wanted;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Blocks stand where CAD shows them, and curves keep to the chord error. */
class ExpansionTest {
    private static final java.nio.file.Path FILES = Paths.get("test-cases", "intake-files");
    private static final Set<String> LINES =
            Set.of("LINE", "LWPOLYLINE", "POLYLINE", "CIRCLE", "ARC", "ELLIPSE", "SOLID", "TRACE");

    static Stream<Map.Entry<String, JsonNode>> drawings() {
        try {
            return new JsonMapper().readTree(Files.readString(FILES.resolve("expanded.json"))).properties().stream();
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void a_drawing_with_its_blocks_in_place_is_as_long_as_another_program_finds(Map.Entry<String, JsonNode> drawing)
            throws Exception {
        Map<String, Double> expected = new TreeMap<>();
        drawing.getValue().properties().forEach(entry -> {
            String layer = entry.getKey().substring(0, entry.getKey().lastIndexOf('|'));
            expected.merge(layer, entry.getValue().asDouble(), Double::sum);
        });
        Drawing read = Drawing.read(() -> Files.newInputStream(FILES.resolve(drawing.getKey())), entity -> {});

        Map<String, Double> found = new TreeMap<>();
        for (Feature feature : Expansion.of(read, 1e-6, Wanted.ALL).features()) {
            if (LINES.contains(feature.attributes().get("type"))
                    && feature.shape().getLength() > 0) {
                found.merge(feature.layer(), feature.shape().getLength(), Double::sum);
            }
        }

        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((layer, length) ->
                assertThat(found.get(layer)).as(layer).isCloseTo(length, within(0.002 + 2e-4 * length)));
    }

    /** A unit square on layer 0 in block A; block B holds A twice as large, turned by 90°; the drawing holds B mirrored. */
    private static final String NESTED = """
            0|SECTION|2|BLOCKS
            0|BLOCK|2|A|10|1|20|0
            0|LWPOLYLINE|8|0|90|4|70|1|10|1|20|0|10|2|20|0|10|2|20|1|10|1|20|1
            0|ENDBLK
            0|BLOCK|2|B|10|0|20|0
            0|INSERT|8|0|2|A|10|10|20|0|41|2|42|2|50|90
            0|ENDBLK|0|ENDSEC
            0|SECTION|2|ENTITIES
            0|INSERT|5|2F|8|建筑|2|B|10|100|20|200|41|-1
            0|ENDSEC|0|EOF
            """;

    private static Expansion expand(String tags) {
        String text = tags.strip().replace('|', '\n') + "\n";
        try {
            byte[] file = text.getBytes(StandardCharsets.UTF_8);
            Drawing drawing = Drawing.read(() -> new ByteArrayInputStream(file), entity -> {});
            return Expansion.of(drawing, 0.001, Wanted.ALL);
        } catch (DxfFault | IOException fault) {
            throw new AssertionError(fault);
        }
    }

    private static List<Feature> drawn(Expansion expansion) {
        return expansion.features().stream()
                .filter(feature -> !feature.attributes().get("type").equals("INSERT"))
                .toList();
    }

    @Test
    void a_block_in_a_block_takes_the_layer_of_the_insert_and_every_scale_and_turn() {
        Feature square = drawn(expand(NESTED)).get(0);

        assertThat(square.layer()).isEqualTo("建筑");
        assertThat(square.shape().getArea()).isCloseTo(4, within(1e-12));
        // In B the square covers x 8…10, y 0…2; mirrored and moved it covers x 90…92, y 200…202.
        assertThat(square.shape().getEnvelopeInternal().getMinX()).isCloseTo(90, within(1e-9));
        assertThat(square.shape().getEnvelopeInternal().getMaxX()).isCloseTo(92, within(1e-9));
        assertThat(square.shape().getEnvelopeInternal().getMinY()).isCloseTo(200, within(1e-9));
    }

    @Test
    void an_array_of_blocks_is_turned_as_a_whole() {
        List<Feature> squares = drawn(expand(NESTED.replace("|41|-1", "|50|90|70|2|71|3|44|10|45|20")));

        assertThat(squares).hasSize(6);
        // Column 2 stands 10 north of column 1, row 3 stands 40 west of row 1.
        assertThat(squares.stream()
                        .mapToDouble(
                                square -> square.shape().getEnvelopeInternal().getMinX())
                        .min()
                        .orElseThrow())
                .isCloseTo(100 - 2 - 40, within(1e-9));
        assertThat(squares.stream()
                        .mapToDouble(
                                square -> square.shape().getEnvelopeInternal().getMaxY())
                        .max()
                        .orElseThrow())
                .isCloseTo(200 + 10 + 10, within(1e-9));
    }

    @Test
    void a_block_that_holds_itself_is_a_complaint_with_a_line() {
        Expansion expansion = expand(NESTED.replace("0|INSERT|8|0|2|A|", "0|INSERT|8|0|2|B|"));

        assertThat(drawn(expansion)).isEmpty();
        assertThat(expansion.faults()).hasSize(1);
        assertThat(expansion.faults().get(0).what().zh()).isEqualTo("图块“B”嵌套自身或嵌套过深");
        assertThat(expansion.faults().get(0).line()).isPositive();
    }

    @Test
    void a_grid_of_a_thousand_million_blocks_ends_in_a_complaint() {
        Expansion expansion = expand(NESTED.replace("|41|-1", "|70|32000|71|32000|44|1|45|1"));

        assertThat(expansion.faults().get(0).what().zh()).contains("图块展开后超过");
    }

    @Test
    void an_outline_seen_from_below_is_mirrored() {
        Feature outline = drawn(expand("""
                0|SECTION|2|ENTITIES
                0|LWPOLYLINE|8|A|90|3|70|1|10|0|20|0|10|4|20|0|10|4|20|3|210|0|220|0|230|-1
                0|ENDSEC|0|EOF
                """)).get(0);

        assertThat(outline.shape().getCoordinates())
                .containsExactly(
                        new Coordinate(0, 0), new Coordinate(-4, 0), new Coordinate(-4, 3), new Coordinate(0, 0));
    }

    @Test
    void chords_keep_within_a_millimetre_of_their_arc() {
        Feature circle = drawn(expand("""
                0|SECTION|2|ENTITIES
                0|CIRCLE|8|A|10|500000|20|3390000|40|25
                0|ENDSEC|0|EOF
                """)).get(0);
        Coordinate[] corners = circle.shape().getCoordinates();

        for (int i = 1; i < corners.length; i++) {
            double x = (corners[i].x + corners[i - 1].x) / 2;
            double y = (corners[i].y + corners[i - 1].y) / 2;
            assertThat(Math.hypot(x - 500000, y - 3390000)).isBetween(25 - 0.001, 25.0);
        }
    }

    @Test
    void an_arc_whose_angles_wind_more_than_once_is_the_part_of_a_turn_between_them() throws Exception {
        String text = """
                0|SECTION|2|ENTITIES
                0|ARC|8|A|10|0|20|0|40|10|50|250|51|-140
                0|ENDSEC|0|EOF
                """;

        double length = drawn(expand(text)).get(0).shape().getLength();
        byte[] file = text.strip().replace('|', '\n').getBytes(StandardCharsets.UTF_8);
        List<Double> lengths = new ArrayList<>();
        Drawing.read(() -> new ByteArrayInputStream(file), entity -> lengths.add(entity.length()));

        // From 250° on to 580°.
        assertThat(length).isCloseTo(Math.toRadians(330) * 10, within(0.005));
        assertThat(lengths)
                .singleElement()
                .satisfies(exact -> assertThat(exact).isCloseTo(Math.toRadians(330) * 10, within(1e-9)));
    }

    @Test
    void a_hatch_carries_its_area_with_arcs_and_holes_apart() {
        List<Feature> rings = drawn(expand("""
                0|SECTION|2|ENTITIES
                0|HATCH|8|绿地|10|0|20|0|30|0|210|0|220|0|230|1|2|SOLID|70|1|71|0|91|2
                92|2|72|1|73|1|93|2|10|0|20|0|42|1|10|10|20|0|42|1|97|0
                92|1|93|4|72|1|10|4|20|-1|11|6|21|-1|72|1|10|6|20|-1|11|6|21|1|72|1|10|6|20|1|11|4|21|1|72|1|10|4|20|1|11|4|21|-1|97|0
                75|0|76|1|98|0
                0|ENDSEC|0|EOF
                """));

        assertThat(rings).hasSize(2);
        assertThat(rings.get(0).shape().getArea()).isCloseTo(25 * Math.PI, within(0.03));
        assertThat(rings.get(1).shape().getArea()).isCloseTo(4, within(1e-9));
    }

    @Test
    void a_label_reads_as_people_read_it() {
        List<Feature> labels = drawn(expand("""
                0|SECTION|2|ENTITIES
                0|MTEXT|8|T|10|1|20|2|3|{\\fSimSun|b0;\\H2.5;3#|1|\\P11F}
                0|TEXT|8|T|10|1|20|2|1|%%p0.00
                0|ENDSEC|0|EOF
                """.replace("SimSun|b0", "SimSun")));

        assertThat(labels.stream().map(label -> label.attributes().get("text"))).containsExactly("3# 11F", "±0.00");
    }
}
