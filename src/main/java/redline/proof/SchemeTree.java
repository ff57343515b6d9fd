package redline.proof;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redline.intake.Source;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A scheme file as a tree that cases change: values set or blanked by path, buildings and whole schemes moved. */
final class SchemeTree {
    static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final Pattern STEP = Pattern.compile("([A-Za-z$]+)(?:\\[([^]]+)])?");
    private static final Pattern COORDINATES = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?)\\s+(-?[0-9]+(?:\\.[0-9]+)?)");
    private static final Pattern WKT = Pattern.compile("(?s)\\s*(MULTI)?(POINT|LINESTRING|POLYGON)\\s*\\(.*");

    private final ObjectNode root;

    private SchemeTree(ObjectNode root) {
        this.root = root;
    }

    static SchemeTree read(byte[] yaml) {
        return new SchemeTree((ObjectNode) YAML.readTree(yaml));
    }

    SchemeTree copy() {
        return new SchemeTree(root.deepCopy());
    }

    Source source(String name) {
        return new Source(name + ".json", JSON.writeValueAsString(root).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException where a path or a building is not there */
    void apply(RuleCase.Change change) {
        if (change instanceof RuleCase.Change.Put put) {
            put(put.path(), JSON.readTree(put.json()));
        } else if (change instanceof RuleCase.Change.Move move) {
            move(building(move.building()), move.east(), move.north());
        }
    }

    /**
     * {@code buildings[1#].declaredHeight}, {@code parcels[A].area}, {@code sides}; an element is found by its id (or site) or its
     * place from 0; {@code buildings[+]} adds one.
     */
    private void put(String path, JsonNode value) {
        JsonNode at = root;
        List<String> steps = List.of(path.split("\\.(?![^\\[]*])", -1));
        for (int i = 0; i < steps.size(); i++) {
            Matcher step = STEP.matcher(steps.get(i));
            if (!step.matches() || !(at instanceof ObjectNode table)) {
                throw new IllegalArgumentException("cannot follow \"" + path + "\" at \"" + steps.get(i) + "\"");
            }
            boolean last = i == steps.size() - 1;
            if (step.group(2) == null) {
                if (last) {
                    set(table, step.group(1), value);
                } else {
                    at = table.path(step.group(1));
                }
                continue;
            }
            ArrayNode list = (ArrayNode) table.withArray(step.group(1));
            if (last && step.group(2).equals("+")) {
                list.add(value);
                return;
            }
            int index = index(list, step.group(2), path);
            if (!last) {
                at = list.get(index);
            } else if (value.isNull()) {
                list.remove(index);
            } else {
                list.set(index, value);
            }
        }
    }

    private static void set(ObjectNode table, String key, JsonNode value) {
        if (value.isNull()) {
            table.remove(key);
        } else {
            table.set(key, value);
        }
    }

    private static int index(ArrayNode list, String which, String path) {
        for (int i = 0; i < list.size(); i++) {
            JsonNode item = list.get(i);
            if (which.equals(item.path("id").asString(""))
                    || which.equals(item.path("site").asString(""))) {
                return i;
            }
        }
        if (which.matches("[0-9]{1,6}") && Integer.parseInt(which) < list.size()) {
            return Integer.parseInt(which);
        }
        throw new IllegalArgumentException("nothing called \"" + which + "\" on the way of \"" + path + "\"");
    }

    private JsonNode building(String name) {
        for (String layer : List.of("buildings", "surroundings")) {
            for (JsonNode building : root.path(layer)) {
                if (name.equals(building.path("id").asString(""))
                        || name.equals(building.path("name").asString(""))) {
                    return building;
                }
            }
        }
        throw new IllegalArgumentException("no building called \"" + name + "\"");
    }

    /** Moves everything that is drawn. */
    void move(BigDecimal east, BigDecimal north) {
        move(root, east, north);
    }

    private static void move(JsonNode node, BigDecimal east, BigDecimal north) {
        if (node instanceof ObjectNode table) {
            for (Map.Entry<String, JsonNode> entry : List.copyOf(table.properties())) {
                JsonNode value = entry.getValue();
                if (entry.getKey().equals("coordinates")) {
                    table.set(entry.getKey(), moved(value, east, north));
                } else if (value.isString() && WKT.matcher(value.asString()).matches()) {
                    table.put(entry.getKey(), moved(value.asString(), east, north));
                } else {
                    move(value, east, north);
                }
            }
        } else {
            node.forEach(item -> move(item, east, north));
        }
    }

    private static String moved(String wkt, BigDecimal east, BigDecimal north) {
        return COORDINATES
                .matcher(wkt)
                .replaceAll(m -> new BigDecimal(m.group(1)).add(east).toPlainString() + " "
                        + new BigDecimal(m.group(2)).add(north).toPlainString());
    }

    private static JsonNode moved(JsonNode coordinates, BigDecimal east, BigDecimal north) {
        ArrayNode moved = JsonNodeFactory.instance.arrayNode();
        if (coordinates.size() >= 2 && coordinates.get(0).isNumber()) {
            return moved.add(coordinates.get(0).decimalValue().add(east))
                    .add(coordinates.get(1).decimalValue().add(north));
        }
        coordinates.forEach(inner -> moved.add(moved(inner, east, north)));
        return moved;
    }
}
