package redline.intake.building;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;

/**
 * A geometry of CityJSON as it stands.
 *
 * @param type empty where it is no object
 * @param surfaces types of the semantic surfaces, in order; null elements where it is not said
 * @param values which of them each face has; null where there are no semantics
 * @param template index of the template, −1 where the geometry is its own
 * @param matrix of the instance, 16 numbers by rows; null otherwise
 */
record JsonGeometry(
        String type,
        String lod,
        Nested boundaries,
        List<String> surfaces,
        Nested values,
        int template,
        double[] matrix) {

    /** @param parser at the start of the value; afterwards at its end */
    static JsonGeometry read(JsonParser parser) {
        Draft draft = new Draft();
        JsonWalk.entries(parser, draft::entry);
        return new JsonGeometry(
                draft.type, draft.lod, draft.boundaries, draft.surfaces, draft.values, draft.template, draft.matrix);
    }

    /** Its keys may stand in any order. */
    private static final class Draft {
        private String type = "";
        private String lod;
        private Nested boundaries;
        private final List<String> surfaces = new ArrayList<>();
        private Nested values;
        private int template = -1;
        private double[] matrix;

        private void entry(String key, JsonParser parser) {
            switch (key) {
                case "type" -> type = String.valueOf(JsonWalk.scalar(parser));
                case "lod" -> lod = JsonWalk.scalar(parser);
                case "boundaries" -> boundaries = Nested.read(parser);
                case "semantics" -> JsonWalk.entries(parser, this::semantics);
                case "template" -> template = Nested.read(parser).tree() instanceof Integer number ? number : -1;
                case "transformationMatrix" -> matrix = Vertices.numbers(parser);
                default -> parser.skipChildren();
            }
        }

        private void semantics(String key, JsonParser parser) {
            switch (key) {
                case "values" -> values = Nested.read(parser);
                case "surfaces" -> JsonWalk.items(parser, () -> surfaces.add(surface(parser)));
                default -> parser.skipChildren();
            }
        }

        private static String surface(JsonParser parser) {
            String[] type = {null};
            JsonWalk.entries(parser, (key, value) -> {
                if (key.equals("type")) {
                    type[0] = JsonWalk.scalar(value);
                } else {
                    value.skipChildren();
                }
            });
            return type[0] == null ? null : type[0].intern();
        }
    }
}
