package redline.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A scheme file as a tree of JSON, before anything in it is checked; numbers stay texts, as written,
 * and geometry is WKT.
 *
 * @param root null where the file is no table of keys; the complaints say why
 * @param lines of values, by their path as complaints name it
 */
public record SchemeTree(ObjectNode root, Map<String, Integer> lines, List<Complaint> complaints) {

    public static SchemeTree read(Source source) {
        Complaints complaints = new Complaints(source.name());
        Node.Table table = Tree.read(source, complaints);
        Map<String, Integer> lines = new LinkedHashMap<>();
        ObjectNode root = table == null ? null : table(table, "", lines);
        return new SchemeTree(root, lines, complaints.sorted());
    }

    /** Whether the file says that it is one of this program's. */
    public boolean ours() {
        return root != null && root.has("redline");
    }

    /** Whether it holds planning conditions and nothing else. */
    public boolean conditionsOnly() {
        return ours()
                && root.has("conditions")
                && root.propertyNames().stream().allMatch(List.of("redline", "$schema", "conditions")::contains);
    }

    private static ObjectNode table(Node.Table table, String path, Map<String, Integer> lines) {
        ObjectNode read = JsonNodeFactory.instance.objectNode();
        String prefix = path.isEmpty() ? "" : path + ".";
        table.entries()
                .forEach((key, entry) -> read.set(key, value(entry.value(), prefix + Remedies.brief(key), lines)));
        return read;
    }

    private static JsonNode value(Node node, String path, Map<String, Integer> lines) {
        lines.put(path, node.line());
        if (node instanceof Node.Table table) {
            ObjectNode read = table(table, path, lines);
            String wkt = GeoJsonText.wkt(read);
            return wkt == null ? read : JsonNodeFactory.instance.stringNode(wkt);
        }
        if (node instanceof Node.Sequence sequence) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            int ordinal = 0;
            for (Node item : sequence.items()) {
                items.add(value(item, path + "[" + Node.nameOf(item, ++ordinal) + "]", lines));
            }
            return items;
        }
        Node.Scalar scalar = (Node.Scalar) node;
        return switch (scalar.style()) {
            case NULL -> JsonNodeFactory.instance.nullNode();
            case BOOLEAN -> JsonNodeFactory.instance.booleanNode(scalar.text().equalsIgnoreCase("true"));
            case NUMBER, TEXT -> JsonNodeFactory.instance.stringNode(scalar.text());
        };
    }
}
