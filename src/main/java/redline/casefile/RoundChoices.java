package redline.casefile;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import redline.intake.bundle.Choices;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is said of the files of a round beside what stands in them.
 *
 * @param name of the scheme, empty for the file's own
 * @param crs coordinate system of files that do not say theirs, empty for the office's
 * @param basis where numbers are taken from, empty for what the files say
 * @param absent what there is none of, of {@link Choices#MAY_BE_NONE}
 */
public record RoundChoices(String name, String crs, String basis, Set<String> absent) {
    private static final JsonMapper JSON = new JsonMapper();
    public static final RoundChoices NONE = new RoundChoices("", "", "", Set.of());

    /** What was said of the same files elsewhere. */
    public static RoundChoices of(Choices said) {
        return new RoundChoices(text(said.name()), text(said.crs()), text(said.basis()), said.absent());
    }

    private static String text(String said) {
        return said == null ? "" : said;
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    static RoundChoices read(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            Set<String> absent = new LinkedHashSet<>();
            node.path("absent").forEach(one -> absent.add(one.asString()));
            return new RoundChoices(
                    node.path("name").asString(""),
                    node.path("crs").asString(""),
                    node.path("basis").asString(""),
                    absent);
        } catch (JacksonException broken) {
            throw new IllegalStateException("choices of a round", broken);
        }
    }

    Choices choices() {
        return new Choices(orNull(name), orNull(crs), orNull(basis), Map.of(), Map.of(), null, absent);
    }

    private static String orNull(String text) {
        return text.isBlank() ? null : text;
    }
}
