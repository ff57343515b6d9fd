package redline.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import redline.scheme.Dates;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One object of a manifest, read strictly: every key once, none that is not known, each of its kind and no longer than it may be. */
final class ManifestFields {
    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxStringLength(100_000)
                            .maxNameLength(100)
                            .maxNumberLength(40)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int MOST = 5000;

    private final JsonNode object;
    private final Set<String> asked = new HashSet<>();

    ManifestFields(JsonNode object) {
        this.object = object;
        if (!object.isObject()) {
            throw new NotOurs("no object");
        }
    }

    /** It is not of our format. */
    static final class NotOurs extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotOurs(String why) {
            super(why);
        }
    }

    /** @throws NotOurs where it is no JSON, or a key stands twice */
    static ManifestFields parse(byte[] json) {
        try {
            return new ManifestFields(JSON.readTree(json));
        } catch (JacksonException broken) {
            throw (NotOurs) new NotOurs("no JSON").initCause(broken);
        }
    }

    /** @throws NotOurs where there are keys that nobody asked for */
    void end() {
        for (String key : object.propertyNames()) {
            if (!asked.contains(key)) {
                throw new NotOurs("unknown key " + key);
            }
        }
    }

    JsonNode node(String key) {
        asked.add(key);
        JsonNode node = object.get(key);
        if (node == null) {
            throw new NotOurs("no " + key);
        }
        return node;
    }

    ManifestFields object(String key) {
        return new ManifestFields(node(key));
    }

    String text(String key) {
        String text = textOrNull(key);
        if (text == null) {
            throw new NotOurs(key + " is null");
        }
        return text;
    }

    String textOrNull(String key) {
        JsonNode node = node(key);
        if (node.isNull()) {
            return null;
        }
        if (!node.isString()) {
            throw new NotOurs(key + " is no text");
        }
        return node.stringValue();
    }

    String matching(String key, String form) {
        String text = text(key);
        if (!text.matches(form)) {
            throw new NotOurs(key + " is not of its form");
        }
        return text;
    }

    int number(String key) {
        JsonNode node = node(key);
        if (!node.isInt() || node.intValue() < 0) {
            throw new NotOurs(key + " is no number");
        }
        return node.intValue();
    }

    long size(String key) {
        JsonNode node = node(key);
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
            throw new NotOurs(key + " is no size");
        }
        return node.longValue();
    }

    Instant instant(String key) {
        try {
            return Instant.parse(text(key));
        } catch (DateTimeException none) {
            throw (NotOurs) new NotOurs(key + " is no time").initCause(none);
        }
    }

    LocalDate dayOrNull(String key) {
        String text = textOrNull(key);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException none) {
            throw (NotOurs) new NotOurs(key + " is no day").initCause(none);
        }
    }

    <T> List<T> list(String key, Function<JsonNode, T> each) {
        JsonNode node = node(key);
        if (!node.isArray() || node.size() > MOST) {
            throw new NotOurs(key + " is no list");
        }
        List<T> list = new ArrayList<>();
        node.forEach(one -> list.add(each.apply(one)));
        return List.copyOf(list);
    }

    Dates dates(String key) {
        ManifestFields dates = object(key);
        Dates read = new Dates(
                dates.dayOrNull("conditionsIssued"),
                dates.dayOrNull("contractSigned"),
                dates.dayOrNull("applicationReceived"));
        dates.end();
        return read;
    }

    static void put(ObjectNode under, String key, Dates dates) {
        under.putObject(key)
                .put("conditionsIssued", text(dates.conditionsIssued()))
                .put("contractSigned", text(dates.contractSigned()))
                .put("applicationReceived", text(dates.applicationReceived()));
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** The files, each name and path once. */
    List<PackedFile> files(String key) {
        List<PackedFile> files = list(key, ManifestFields::file);
        Set<String> paths = new HashSet<>();
        for (PackedFile file : files) {
            if (!paths.add(file.path())) {
                throw new NotOurs("the same path twice");
            }
        }
        return files;
    }

    private static PackedFile file(JsonNode node) {
        ManifestFields fields = new ManifestFields(node);
        String role = fields.text("role");
        PackedFile file = new PackedFile(
                fields.text("path"),
                java.util.Arrays.stream(PackedFile.Role.values())
                        .filter(one -> one.word().equals(role))
                        .findFirst()
                        .orElseThrow(() -> new NotOurs("unknown role")),
                fields.text("name"),
                fields.matching("sha256", "[0-9a-f]{64}"),
                fields.size("size"));
        fields.end();
        if (!PackedFile.named(file.name())) {
            throw new NotOurs("no name of a file");
        }
        return file;
    }

    static void put(ObjectNode under, String key, List<PackedFile> files) {
        ArrayNode all = under.putArray(key);
        files.forEach(file -> all.addObject()
                .put("path", file.path())
                .put("role", file.role().word())
                .put("name", file.name())
                .put("sha256", file.sha256())
                .put("size", file.size()));
    }

    /** @throws NotOurs where it is another kind of package, or of a later format */
    void begin(Kind kind) {
        if (!text("format").equals("redline-" + kind.word())) {
            throw new NotOurs("another format");
        }
        if (number("version") != Manifest.VERSION) {
            throw new NotOurs("another version");
        }
    }

    static ObjectNode begun(Kind kind) {
        return JSON.createObjectNode().put("format", "redline-" + kind.word()).put("version", Manifest.VERSION);
    }

    static byte[] bytes(ObjectNode root) {
        return (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root).replace("\r\n", "\n") + "\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
