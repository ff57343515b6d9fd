package redline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import redline.quantity.Language;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a report says of the files that it carries.
 *
 * @param program version that judged and wrote
 * @param profile name
 * @param settings of the profile that the office had settled, by name
 * @param rules hash of the rules that judged
 * @param templates hash of the wordings and layouts that it was written with
 * @param files all others, in their order
 * @param address where the office that wrote it says whether it is its own, {@code https://review.example.cn}; empty where there is none
 */
public record Contents(
        String program,
        Language language,
        String profile,
        Map<String, String> settings,
        String rules,
        String templates,
        List<Entry> files,
        String address) {
    /** Of a number: as many bits as nobody guesses. */
    private static final int NUMBER = 32;

    private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]/_~-]{1,120}");
    private static final String FORMAT = "redline-report";
    private static final int VERSION = 1;
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * A file.
     *
     * @param sha256 lower-case hex
     * @param size bytes
     */
    public record Entry(String file, String sha256, long size) {}

    public Contents {
        if (!address.isEmpty() && !isAddress(address)) {
            throw new IllegalArgumentException("not an address: " + address);
        }
    }

    /** Whether it can be printed on a report: http or https, no query, short enough for a code that a telephone reads. */
    public static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches() && !text.endsWith("/");
    }

    /** What the report is called where it is asked after: the beginning of the hash of its result. It is known before there are pages. */
    public String number() {
        return numbered(files.stream()
                .filter(one -> one.file().equals(Part.RESULT.file()))
                .findFirst()
                .map(Entry::sha256)
                .orElse(""));
    }

    /** The number of the report that carries a result with this hash. */
    public static String numbered(String resultSha256) {
        return resultSha256.substring(0, Math.min(NUMBER, resultSha256.length()));
    }

    /** UTF-8, keys in a fixed order, a newline at the end. */
    byte[] json() {
        ObjectNode root = JsonNodeFactory.instance
                .objectNode()
                .put("format", FORMAT)
                .put("version", VERSION)
                .put("program", program)
                .put("language", language.name().toLowerCase(Locale.ROOT))
                .put("profile", profile);
        ObjectNode settled = root.putObject("settings");
        new TreeMap<>(settings).forEach(settled::put);
        root.put("rules", rules).put("templates", templates);
        ArrayNode listed = root.putArray("files");
        files.forEach(one -> listed.addObject()
                .put("file", one.file())
                .put("sha256", one.sha256())
                .put("size", one.size()));
        if (!address.isEmpty()) {
            root.put("address", address);
        }
        return JsonFile.of(root);
    }

    /** @throws IllegalArgumentException where it is none of this format */
    static Contents read(byte[] json) {
        try {
            JsonNode root = JSON.readTree(json);
            if (!FORMAT.equals(root.path("format").asString(""))
                    || root.path("version").asInt(0) != VERSION) {
                throw new IllegalArgumentException("not the contents of a report of this format");
            }
            Map<String, String> settings = new TreeMap<>();
            root.path("settings")
                    .properties()
                    .forEach(one -> settings.put(one.getKey(), one.getValue().asString()));
            List<Entry> files = new ArrayList<>();
            for (JsonNode one : root.path("files")) {
                files.add(new Entry(
                        one.path("file").asString(),
                        one.path("sha256").asString(),
                        one.path("size").asLong()));
            }
            return new Contents(
                    root.path("program").asString(),
                    Language.valueOf(root.path("language").asString().toUpperCase(Locale.ROOT)),
                    root.path("profile").asString(),
                    Map.copyOf(settings),
                    root.path("rules").asString(),
                    root.path("templates").asString(),
                    List.copyOf(files),
                    root.path("address").asString(""));
        } catch (JacksonException broken) {
            throw new IllegalArgumentException("not the contents of a report", broken);
        }
    }
}
