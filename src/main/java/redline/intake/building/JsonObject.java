package redline.intake.building;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import redline.intake.file.Troubles;

/** A CityObject as it stands in the JSON: its geometries point at vertices that may follow only later. */
final class JsonObject {
    final String id;
    String type = "";
    final TreeMap<String, String> attributes = new TreeMap<>();
    final List<Geometry> geometries = new ArrayList<>();
    Set<String> parents = Set.of();
    Set<String> children = Set.of();

    JsonObject(String id) {
        this.id = id;
    }

    String from() {
        return Troubles.shortened(type + " " + id);
    }

    /**
     * @param surfaces types of the semantic surfaces, in order; null elements where it is not said
     * @param values which of them each face has; null where there are no semantics
     * @param template index of the template, −1 where the geometry is its own
     * @param matrix of the instance, 16 numbers by rows; null otherwise
     */
    record Geometry(
            String type,
            String lod,
            Nested boundaries,
            List<String> surfaces,
            Nested values,
            int template,
            double[] matrix) {}
}
