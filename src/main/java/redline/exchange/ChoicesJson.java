package redline.exchange;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import redline.exchange.ManifestFields.NotOurs;
import redline.intake.bundle.Choices;
import redline.intake.bundle.DrawingUnit;
import redline.intake.bundle.LayerChoice;
import redline.intake.bundle.Meaning;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All that somebody said beside the files, as the manifest holds it; what was not said is null or empty. */
final class ChoicesJson {
    private static final int SIDES = 4;

    private ChoicesJson() {}

    static void put(ObjectNode under, String key, Choices choices) {
        ObjectNode node = under.putObject(key)
                .put("name", choices.name())
                .put("crs", choices.crs())
                .put("basis", choices.basis());
        ArrayNode units = node.putArray("units");
        new TreeMap<>(choices.units())
                .forEach((file, unit) -> units.addObject().put("file", file).put("unit", unit.word()));
        ArrayNode meanings = node.putArray("meanings");
        choices.meanings().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<LayerChoice, Meaning> one) ->
                                one.getKey().file())
                        .thenComparing(one -> one.getKey().layer()))
                .forEach(one -> meanings.addObject()
                        .put("file", one.getKey().file())
                        .put("layer", one.getKey().layer())
                        .put("kind", one.getValue().kind().word())
                        .put("detail", one.getValue().detail()));
        Choices.Frame frame = choices.frame();
        if (frame == null) {
            node.putNull("frame");
        } else {
            node.putArray("frame")
                    .add(frame.west())
                    .add(frame.south())
                    .add(frame.east())
                    .add(frame.north());
        }
        ArrayNode absent = node.putArray("absent");
        new TreeSet<>(choices.absent()).forEach(absent::add);
    }

    static Choices read(ManifestFields fields) {
        Map<String, DrawingUnit> units = new TreeMap<>();
        fields.list("units", ManifestFields::new).forEach(one -> {
            units.put(
                    one.text("file"), DrawingUnit.of(one.text("unit")).orElseThrow(() -> new NotOurs("unknown unit")));
            one.end();
        });
        Map<LayerChoice, Meaning> meanings = new LinkedHashMap<>();
        fields.list("meanings", ManifestFields::new).forEach(one -> {
            meanings.put(
                    new LayerChoice(one.text("file"), one.text("layer")),
                    new Meaning(
                            Meaning.Kind.of(one.text("kind")).orElseThrow(() -> new NotOurs("unknown meaning")),
                            one.text("detail")));
            one.end();
        });
        Set<String> absent = new TreeSet<>(fields.list("absent", ChoicesJson::text));
        if (!Choices.MAY_BE_NONE.containsAll(absent)) {
            throw new NotOurs("unknown list");
        }
        Choices read = new Choices(
                fields.textOrNull("name"),
                fields.textOrNull("crs"),
                fields.textOrNull("basis"),
                units,
                meanings,
                fields.node("frame").isNull() ? null : frame(fields.list("frame", ChoicesJson::number)),
                absent);
        fields.end();
        return read;
    }

    private static String text(JsonNode node) {
        if (!node.isString()) {
            throw new NotOurs("no text");
        }
        return node.stringValue();
    }

    private static double number(JsonNode node) {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw new NotOurs("no number");
        }
        return node.doubleValue();
    }

    private static Choices.Frame frame(List<Double> sides) {
        if (sides.size() != SIDES) {
            throw new NotOurs("no frame");
        }
        return new Choices.Frame(sides.get(0), sides.get(1), sides.get(2), sides.get(3));
    }
}
