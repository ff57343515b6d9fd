package redline.casefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import redline.intake.bundle.Choices;
import redline.intake.bundle.DrawingUnit;
import redline.intake.bundle.LayerChoice;
import redline.intake.bundle.Meaning;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is said of the files of a round beside what stands in them, and how it is kept: as JSON, of which anything may be missing, as in
 * what earlier versions of the program wrote.
 */
public record RoundChoices(Choices choices) {
    public static final RoundChoices NONE = new RoundChoices(Choices.none());

    private static final JsonMapper JSON = new JsonMapper();
    private static final Comparator<LayerChoice> BY_LAYER =
            Comparator.comparing(LayerChoice::file).thenComparing(LayerChoice::layer);

    /** Same choices, same text. */
    public String json() {
        ObjectNode all = JSON.createObjectNode()
                .put("name", text(choices.name()))
                .put("crs", text(choices.crs()))
                .put("basis", text(choices.basis()));
        ArrayNode absent = all.putArray("absent");
        new TreeSet<>(choices.absent()).forEach(absent::add);
        ObjectNode units = all.putObject("units");
        new TreeMap<>(choices.units()).forEach((file, unit) -> units.put(file, unit.word()));
        ArrayNode layers = all.putArray("layers");
        choices.meanings().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(BY_LAYER))
                .forEach(entry -> layers.add(layer(entry.getKey(), entry.getValue())));
        Choices.Frame frame = choices.frame();
        if (frame != null) {
            all.putObject("frame")
                    .put("west", frame.west())
                    .put("south", frame.south())
                    .put("east", frame.east())
                    .put("north", frame.north());
        }
        return JSON.writeValueAsString(all);
    }

    private static ObjectNode layer(LayerChoice of, Meaning meaning) {
        return JSON.createObjectNode()
                .put("file", of.file())
                .put("layer", of.layer())
                .put("meaning", meaning == null ? "" : meaning.code());
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }

    /** Those of a round. */
    public static RoundChoices of(Round round) {
        return read(round.choices())
                .orElseThrow(() -> new IllegalStateException("the choices of round " + round.id() + " are no JSON"));
    }

    /** Empty where it is no JSON; what in it says nothing is left out. */
    public static Optional<RoundChoices> read(String json) {
        JsonNode node;
        try {
            node = JSON.readTree(json);
        } catch (JacksonException none) {
            return Optional.empty();
        }
        if (!node.isObject()) {
            return Optional.empty();
        }
        Set<String> absent = new TreeSet<>();
        node.path("absent").forEach(one -> absent.add(one.asString("")));
        Map<String, DrawingUnit> units = new TreeMap<>();
        node.path("units")
                .properties()
                .forEach(one ->
                        DrawingUnit.of(one.getValue().asString("")).ifPresent(unit -> units.put(one.getKey(), unit)));
        Map<LayerChoice, Meaning> meanings = new LinkedHashMap<>();
        for (JsonNode one : node.path("layers")) {
            Meaning.ofCode(one.path("meaning").asString(""))
                    .ifPresent(meaning -> meanings.put(
                            new LayerChoice(
                                    one.path("file").asString(""),
                                    one.path("layer").asString("")),
                            meaning));
        }
        return Optional.of(new RoundChoices(new Choices(
                        orNull(node.path("name").asString("")),
                        orNull(node.path("crs").asString("")),
                        orNull(node.path("basis").asString("")),
                        units,
                        meanings,
                        frame(node.path("frame")),
                        Set.of())
                .withNone(absent)));
    }

    private static Choices.Frame frame(JsonNode node) {
        return node.isObject()
                ? new Choices.Frame(
                        node.path("west").asDouble(0),
                        node.path("south").asDouble(0),
                        node.path("east").asDouble(0),
                        node.path("north").asDouble(0))
                : null;
    }

    private static String orNull(String text) {
        return text.isBlank() ? null : text;
    }

    /**
     * What these say that the others do not, for the log: by {@code name}, {@code crs}, {@code basis}, {@code absent}, {@code units},
     * {@code layers} and {@code frame}, as it is now; empty where it is left to the files again. Of layers those alone that are meant otherwise.
     */
    Map<String, Object> unlike(RoundChoices before) {
        JsonNode now = JSON.readTree(json());
        JsonNode then = JSON.readTree(before.json());
        Map<String, Object> changed = new TreeMap<>();
        for (String key : List.of("name", "crs", "basis", "absent", "units", "frame")) {
            if (!now.path(key).equals(then.path(key))) {
                changed.put(key, now.path(key).isMissingNode() ? "" : now.path(key));
            }
        }
        Set<LayerChoice> said = new TreeSet<>(BY_LAYER);
        said.addAll(choices.meanings().keySet());
        said.addAll(before.choices().meanings().keySet());
        List<ObjectNode> layers = new ArrayList<>();
        for (LayerChoice layer : said) {
            Meaning meaning = choices.meanings().get(layer);
            if (!Objects.equals(meaning, before.choices().meanings().get(layer))) {
                layers.add(layer(layer, meaning));
            }
        }
        if (!layers.isEmpty()) {
            changed.put("layers", layers);
        }
        return changed;
    }
}
