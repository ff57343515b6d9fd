package redline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import redline.scheme.Dates;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The published schema and the reader know the same keys, and every published file keeps to the schema. */
class SchemeSchemaTest {
    private static final Path EXAMPLES = Path.of("docs/examples");
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNode SCHEMA = JSON.readTree(SchemeSchema.json());
    /** Geometry objects are read by a reader of their own; the basis has two forms. */
    private static final Set<String> NOT_TABLES = Set.of("polygon", "lineString", "point", "linesOrAreas");

    @Test
    void theReaderAndTheSchemaKnowTheSameKeysHoldingTheSameKinds() throws IOException {
        Map<String, Map<String, String>> read = new TreeMap<>();
        Map<String, Set<String>> required = new TreeMap<>();
        Intake intake = SchemeReader.read(
                Source.of(EXAMPLES.resolve("complete.yaml")), null, Dates.unknown(), (type, kinds, must) -> {
                    read.computeIfAbsent(type, any -> new TreeMap<>()).putAll(kinds);
                    // Of a line the id must be there only where it is written.
                    required.computeIfAbsent(type, any -> new TreeSet<>(must)).retainAll(must);
                });
        SchemeReader.read(
                Source.of(EXAMPLES.resolve("complete.yaml")),
                Source.of(EXAMPLES.resolve("conditions.yaml")),
                Dates.unknown(),
                (type, kinds, must) -> {
                    if (type.equals("conditionsFile")) {
                        read.put(type, new TreeMap<>(kinds));
                        required.put(type, new TreeSet<>(must));
                    }
                });
        assertThat(intake).isInstanceOf(Intake.Accepted.class);
        // Only where something is drawn, which a schema cannot say.
        required.get("scheme").remove("crs");

        Map<String, Map<String, JsonNode>> expected = new TreeMap<>();
        read.forEach((type, kinds) -> {
            Map<String, JsonNode> properties = new TreeMap<>();
            kinds.forEach((key, kind) -> properties.put(key, property(key, kind)));
            expected.put(type, properties);
        });
        assertThat(published()).isEqualTo(expected);
        for (String type : read.keySet()) {
            Set<String> must = new TreeSet<>();
            definition(type).path("required").forEach(key -> must.add(key.asString()));
            assertThat(must).as(type).isEqualTo(required.get(type));
        }
    }

    @Test
    void noKeyIsReadBesideTheSchema() {
        published()
                .keySet()
                .forEach(type -> assertThat(
                                definition(type).get("additionalProperties").asBoolean())
                        .as(type)
                        .isFalse());
    }

    @Test
    void everyExampleAndShowcaseKeepsToTheSchema() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> examples = Files.list(EXAMPLES)) {
            examples.filter(file -> !file.endsWith("conditions.yaml")).forEach(files::add);
        }
        try (Stream<Path> schemes = Files.walk(Path.of("test-cases/schemes"), 2)) {
            schemes.filter(file -> file.getFileName().toString().matches("scheme\\.(ya?ml|json)"))
                    .forEach(files::add);
        }
        assertThat(files).hasSizeGreaterThan(3);
        Schema schema = schema(SCHEMA);
        for (Path file : files) {
            assertThat(schema.validate(tree(file))).as(file.toString()).isEmpty();
            assertThat(SchemeReader.read(Source.of(file), null))
                    .as(file.toString())
                    .isInstanceOf(Intake.Accepted.class);
        }
    }

    @Test
    void theExampleOfAConditionsFileKeepsToTheSchema() {
        ObjectNode conditionsFile = JSON.createObjectNode();
        conditionsFile.put("$schema", SCHEMA.get("$schema").asString());
        conditionsFile.put("$ref", "#/$defs/conditionsFile");
        conditionsFile.set("$defs", SCHEMA.get("$defs"));
        assertThat(schema(conditionsFile).validate(tree(EXAMPLES.resolve("conditions.yaml"))))
                .isEmpty();
    }

    static Schema schema(JsonNode node) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(node);
    }

    private static JsonNode tree(Path file) {
        return file.toString().endsWith(".json")
                ? JSON.readTree(file.toFile())
                : new YAMLMapper().readTree(file.toFile());
    }

    private static JsonNode definition(String type) {
        String name = type.equals("basis") ? "basisByFamily" : type;
        return type.equals("scheme") ? SCHEMA : SCHEMA.get("$defs").get(name);
    }

    /** Properties of each table type, without descriptions. */
    private static Map<String, Map<String, JsonNode>> published() {
        Map<String, Map<String, JsonNode>> published = new TreeMap<>();
        published.put("scheme", properties(SCHEMA));
        SCHEMA.get("$defs").propertyStream().forEach(definition -> {
            if (definition.getValue().has("properties") && !NOT_TABLES.contains(definition.getKey())) {
                published.put(
                        definition.getKey().equals("basisByFamily") ? "basis" : definition.getKey(),
                        properties(definition.getValue()));
            }
        });
        return published;
    }

    private static Map<String, JsonNode> properties(JsonNode definition) {
        Map<String, JsonNode> properties = new TreeMap<>();
        definition.get("properties").propertyStream().forEach(property -> {
            ObjectNode bare = (ObjectNode) property.getValue().deepCopy();
            bare.remove("description");
            properties.put(property.getKey(), bare);
        });
        return properties;
    }

    /** How a kind of the reader is written in the schema. */
    private static JsonNode property(String key, String kind) {
        Map<String, String> special = new HashMap<>();
        special.put("redline", "{'enum': [1, '1']}");
        special.put("crs", "{'type': ['string', 'null'], 'pattern': '^EPSG:45(1[3-9]|[2-4]\\\\d|5[0-4])$'}");
        special.put("project", "{'anyOf': [{'$ref': '#/$defs/project'}, {'type': 'null'}]}");
        String[] words = kind.split(" ", 2);
        String text = special.containsKey(key)
                ? special.get(key)
                : switch (words[0]) {
                    case "list" -> "{'type': ['array', 'null'], 'items': {'$ref': '#/$defs/" + words[1] + "'}}";
                    case "word" ->
                        Character.isLowerCase(words[1].charAt(0))
                                ? "{'enum': [" + quoted(words[1]) + "]}"
                                : "{'enum': [" + quoted(words[1]) + ", null]}";
                    case "words" ->
                        "{'anyOf': [{'enum': [" + quoted(words[1]) + ", null]}, {'type': 'array', 'minItems': 1, "
                                + "'items': {'enum': [" + quoted(words[1]) + "]}}]}";
                    default -> "{'$ref': '#/$defs/" + kind + "'}";
                };
        return JSON.readTree(text.replace('\'', '"'));
    }

    private static String quoted(String words) {
        return "'" + words.replace("|", "', '") + "'";
    }
}
