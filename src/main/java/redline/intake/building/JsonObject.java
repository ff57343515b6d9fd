package redline.intake.building;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import redline.intake.file.Troubles;
import tools.jackson.core.JsonParser;

/** A CityObject as it stands in the JSON: its geometries point at vertices that may follow only later. */
final class JsonObject {
    final String id;
    String type = "";
    final TreeMap<String, String> attributes = new TreeMap<>();
    final List<JsonGeometry> geometries = new ArrayList<>();
    final Set<String> parents = new LinkedHashSet<>();
    final Set<String> children = new LinkedHashSet<>();

    private JsonObject(String id) {
        this.id = id;
    }

    /** @param parser at the start of the value; afterwards at its end */
    static JsonObject read(String id, JsonParser parser) {
        JsonObject object = new JsonObject(id);
        JsonWalk.entries(parser, object::entry);
        return object;
    }

    private void entry(String key, JsonParser parser) {
        switch (key) {
            case "type" -> {
                String written = JsonWalk.scalar(parser);
                type = written == null ? "" : written;
            }
            case "geometry" -> JsonWalk.items(parser, () -> geometries.add(JsonGeometry.read(parser)));
            case "attributes" ->
                JsonWalk.entries(parser, (name, value) -> {
                    String written = JsonWalk.written(value);
                    if (written != null) {
                        attributes.put(name, written);
                    }
                });
            case "parents" -> ids(parser, parents);
            case "children" -> ids(parser, children);
            default -> parser.skipChildren();
        }
    }

    private static void ids(JsonParser parser, Set<String> ids) {
        ids.clear(); // of a key that stands twice the latter counts
        JsonWalk.items(parser, () -> {
            String id = JsonWalk.scalar(parser);
            if (id != null) {
                ids.add(id);
            }
        });
    }

    String from() {
        return Troubles.shortened(type + " " + id);
    }
}
