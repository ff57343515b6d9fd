package redline.review;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import redline.intake.bundle.DrawingUnit;
import redline.quantity.Language;
import redline.screen.MeaningChoice;
import tools.jackson.databind.JsonNode;

/** What the log has of changed choices, in the visitor's words. */
@Component
class SaidChoices {
    private final CaseWords words;

    SaidChoices(CaseWords words) {
        this.words = words;
    }

    /** @param name of the detail of the entry */
    String text(String name, JsonNode value) {
        if (name.equals("layers")) {
            List<String> layers = new ArrayList<>();
            value.forEach(one -> layers.add(
                    one.path("file").asString("") + " " + one.path("layer").asString("") + " → "
                            + meaning(one.path("meaning").asString(""))));
            return joined(layers);
        }
        if (value.isEmpty()
                && !value.isNumber()
                && (!value.isString() || value.asString().isEmpty())) {
            return words.say("data.unit.by-file");
        }
        return switch (name) {
            case "basis" -> words.say("data.basis." + value.asString());
            case "absent" -> {
                List<String> none = new ArrayList<>();
                value.forEach(one -> none.add(words.say("data.none." + one.asString())));
                yield joined(none);
            }
            case "units" -> {
                List<String> units = new ArrayList<>();
                value.properties()
                        .forEach(one -> units.add(one.getKey() + " "
                                + DrawingUnit.of(one.getValue().asString())
                                        .map(unit -> words.of(unit.title()))
                                        .orElse("")));
                yield joined(units);
            }
            case "frame" -> {
                List<String> sides = new ArrayList<>();
                value.properties()
                        .forEach(side -> sides.add(words.say("data." + side.getKey()) + " " + side.getValue()));
                yield joined(sides);
            }
            default -> value.isString() ? value.asString() : value.toString();
        };
    }

    private String meaning(String code) {
        return MeaningChoice.option(code, CaseWords.language())
                .map(option ->
                        option.kind() + (option.word().isEmpty() ? "" : " · " + words.say("meaning." + option.word())))
                .orElse(code.isEmpty() ? words.say("data.unit.by-file") : code);
    }

    private static String joined(List<String> parts) {
        return String.join(CaseWords.language() == Language.ZH ? "；" : "; ", parts);
    }
}
