package redline.workshop;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import redline.rulepack.PackDocument;
import tools.jackson.databind.json.JsonMapper;

/** {@code documents.yaml} of a pack as the workshop writes it: one document a line. */
public final class PackDocuments {
    private static final JsonMapper JSON = new JsonMapper();

    private PackDocuments() {}

    /** The path of the file in a draft. */
    public static String path(String packId) {
        return DraftPaths.RULES + packId + "/documents.yaml";
    }

    /** The documents with one more, or with one of the same number told anew. */
    public static List<PackDocument> with(List<PackDocument> known, PackDocument one) {
        List<PackDocument> all = new ArrayList<>(known);
        all.removeIf(other -> other.number().equals(one.number()));
        all.add(one);
        return List.copyOf(all);
    }

    public static String yaml(List<PackDocument> documents) {
        StringBuilder yaml = new StringBuilder("documents:\n");
        for (PackDocument document : documents) {
            List<String> keys = new ArrayList<>();
            add(keys, "number", document.number());
            add(keys, "title", document.title());
            add(keys, "published", day(document.published()));
            add(keys, "legal-review", document.legalReview());
            add(keys, "until", day(document.until()));
            yaml.append("  - {").append(String.join(", ", keys)).append("}\n");
        }
        return yaml.toString();
    }

    private static String day(LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static void add(List<String> keys, String key, String value) {
        if (!value.isEmpty()) {
            keys.add(key + ": " + JSON.writeValueAsString(value));
        }
    }
}
