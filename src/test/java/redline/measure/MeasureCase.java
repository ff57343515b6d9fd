package redline.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.intake.Source;
import redline.scheme.Scheme;
import redline.scheme.Volume.ControlHeight.Point;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** One file of test-cases/measures. */
record MeasureCase(String name, ObjectNode scheme, Settings settings, ArrayNode expect) {
    private static final Path FOLDER = Path.of("test-cases", "measures");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Pattern SHAPE = Pattern.compile("(POLYGON|LINESTRING|POINT).*");
    private static final Pattern POSITION = Pattern.compile("(-?\\d+(?:\\.\\d+)?) (-?\\d+(?:\\.\\d+)?)");

    static Stream<MeasureCase> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(MeasureCase::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MeasureCase read(Path file) {
        JsonNode tree = YAML.readTree(file);
        ObjectNode scheme = (ObjectNode) tree.get("scheme");
        scheme.put("redline", 1);
        if (!scheme.has("crs")) {
            scheme.put("crs", "EPSG:4549");
        }
        if (!scheme.has("basis")) {
            scheme.put("basis", "drawing");
        }
        scheme.putObject("dates")
                .put("conditionsIssued", "2025-06-01")
                .put("contractSigned", "2025-06-01")
                .put("applicationReceived", "2025-06-01");
        scheme.put("name", file.getFileName().toString());
        boolean unset = tree.at("/settings/heightPoints").asString("").equals("unset");
        Settings settings =
                new Settings(new BigDecimal("200"), unset ? null : Set.of(Point.PARAPET_TOP, Point.EAVE, Point.RIDGE));
        return new MeasureCase(file.getFileName().toString(), scheme, settings, (ArrayNode) tree.get("expect"));
    }

    /** The scheme with its drawing moved from the case's own small numbers to where a parcel of Tongxiang lies, and farther. */
    Scheme schemeAt(String dx, String dy) {
        JsonNode moved = moved(
                scheme,
                new BigDecimal("553000").add(new BigDecimal(dx)),
                new BigDecimal("3390000").add(new BigDecimal(dy)));
        byte[] json = moved.toString().getBytes(StandardCharsets.UTF_8);
        Intake intake = SchemeReader.read(new Source(name + ".json", json), null);
        if (intake instanceof Intake.Accepted accepted) {
            return accepted.scheme();
        }
        throw new AssertionError(name + ": " + intake);
    }

    private static JsonNode moved(JsonNode node, BigDecimal dx, BigDecimal dy) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(entry -> copy.set(entry.getKey(), moved(entry.getValue(), dx, dy)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(item -> copy.add(moved(item, dx, dy)));
            return copy;
        }
        if (node.isString() && SHAPE.matcher(node.stringValue()).matches()) {
            Matcher positions = POSITION.matcher(node.stringValue());
            return StringNode.valueOf(positions.replaceAll(
                    at -> new BigDecimal(at.group(1)).add(dx).toPlainString() + " "
                            + new BigDecimal(at.group(2)).add(dy).toPlainString()));
        }
        return node;
    }

    @Override
    public String toString() {
        return name;
    }
}
