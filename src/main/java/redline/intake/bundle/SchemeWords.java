package redline.intake.bundle;

import redline.intake.SchemeSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the published schema says in words of a key of a table ({@code buildings.volumes}, {@code footprint}). */
final class SchemeWords {
    private static final JsonNode SCHEMA = new JsonMapper().readTree(SchemeSchema.json());

    private SchemeWords() {}

    /** Empty where the schema says nothing. */
    static String of(String table, String key) {
        JsonNode at = SCHEMA;
        String path = table.equals(SchemeRows.TOP) ? key : table + "." + key;
        for (String step : path.split("\\.")) {
            at = inside(at).path("properties").path(step);
        }
        return at.path("description").asString("");
    }

    /** The definition of what a list holds, or of what a key refers to. */
    private static JsonNode inside(JsonNode node) {
        JsonNode held = node.has("items") ? node.get("items") : node;
        for (JsonNode one : held.path("anyOf")) {
            if (one.has("$ref")) {
                held = one;
            }
        }
        String reference = held.path("$ref").asString("");
        return reference.startsWith("#/$defs/")
                ? SCHEMA.path("$defs").path(reference.substring("#/$defs/".length()))
                : held;
    }
}
