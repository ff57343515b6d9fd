package redline.intake.bundle;

import java.util.TreeMap;
import redline.intake.SchemeTree;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts a scheme file of this program's own into the scheme, each value with the line it stands on. */
final class OwnTree {
    private final String file;
    private final ObjectNode root;
    private final TreeMap<String, Integer> lines;
    private final Assembly assembly;

    OwnTree(String file, SchemeTree tree, Assembly assembly) {
        this.file = file;
        this.root = tree.root();
        this.lines = new TreeMap<>(tree.lines());
        this.assembly = assembly;
    }

    void put() {
        put(assembly.top(), root, "");
    }

    private void put(Assembly.Element element, ObjectNode from, String path) {
        from.properties().forEach(entry -> {
            String key = entry.getKey();
            String at = path.isEmpty() ? key : path + "." + key;
            JsonNode value = entry.getValue();
            if (value.isArray() && !value.isEmpty() && value.valueStream().allMatch(one -> one.has("id"))) {
                for (JsonNode one : value) {
                    String id = one.get("id").asString("");
                    String inner = at + "[" + id + "]";
                    ObjectNode rest = (ObjectNode) one.deepCopy();
                    rest.remove("id");
                    put(element.in(key, id, origin(inner)), rest, inner);
                }
            } else {
                element.put(key, value, origin(at));
                within(at + ".");
                within(at + "[");
            }
        });
    }

    /** Origins of the values inside one that was put as it stands. */
    private void within(String prefix) {
        for (String line : lines.tailMap(prefix).keySet()) {
            if (!line.startsWith(prefix)) {
                return;
            }
            assembly.origins().putIfAbsent(line, origin(line));
        }
    }

    private Origin origin(String path) {
        Integer line = lines.get(path);
        return new Origin(file, line == null ? "" : "line " + line);
    }
}
