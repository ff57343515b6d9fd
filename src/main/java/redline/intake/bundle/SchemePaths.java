package redline.intake.bundle;

import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A scheme file as lines of path and value, and back, nothing lost: {@code buildings[3#].declaredHeight} = {@code 33.6}. Elements are named
 * by their id (or site), others by their place, {@code @1}; an element is a path of its own, with an empty value. What is no text is
 * written as JSON ({@code null}, {@code true}, {@code ["S","E"]}), and so is a text that could be taken for it. Geometry is WKT.
 */
final class SchemePaths {
    private static final JsonMapper JSON = new JsonMapper();

    private SchemePaths() {}

    static Map<String, String> of(ObjectNode scheme) {
        Map<String, String> lines = new LinkedHashMap<>();
        table(scheme, "", lines);
        return lines;
    }

    private static void table(ObjectNode table, String path, Map<String, String> lines) {
        table.properties().forEach(entry -> {
            String at = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
            JsonNode value = entry.getValue();
            if (value instanceof ObjectNode inner) {
                table(inner, at, lines);
            } else if (value instanceof ArrayNode items
                    && !items.isEmpty()
                    && items.valueStream().allMatch(JsonNode::isObject)) {
                int ordinal = 0;
                for (JsonNode item : items) {
                    ordinal++;
                    ObjectNode element = (ObjectNode) item.deepCopy();
                    String name = name(entry.getKey(), element, ordinal);
                    lines.put(at + "[" + name + "]", "");
                    table(element, at + "[" + name + "]", lines);
                }
            } else {
                lines.put(at, text(value));
            }
        });
    }

    /** Takes the key out by which the element is named. */
    private static String name(String list, ObjectNode element, int ordinal) {
        String key = Assembly.identity(list);
        JsonNode name = element.get(key);
        if (name != null && name.isString() && !name.asString().startsWith("@")) {
            element.remove(key);
            return name.asString();
        }
        return "@" + ordinal;
    }

    private static String text(JsonNode value) {
        if (!value.isString()) {
            return value.toString();
        }
        String text = value.asString();
        boolean ambiguous = text.isEmpty()
                || text.matches("null|true|false")
                || text.startsWith("\"")
                || text.startsWith("[")
                || text.startsWith("{");
        return ambiguous ? value.toString() : text;
    }

    /** The value that a text stands for. */
    static JsonNode value(String text) {
        if (text.matches("null|true|false") || text.startsWith("\"") || text.startsWith("[") || text.startsWith("{")) {
            try {
                return JSON.readTree(text);
            } catch (JacksonException plain) {
                return JsonNodeFactory.instance.stringNode(text);
            }
        }
        return JsonNodeFactory.instance.stringNode(text);
    }

    /** A geometry value as a shape; null where the text is another value. */
    static Geometry shape(String text) {
        return text.matches("(?s)\\s*(MULTI)?(POINT|LINESTRING|POLYGON)\\s*\\(.*") ? Shapes.read(text) : null;
    }
}
