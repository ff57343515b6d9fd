package redline.intake.file;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of others and the facts about them that were computed apart from this program; and the same facts out of what is read. */
public final class KnownFacts {
    public static final Path FILES = Path.of("test-cases", "intake-files");
    /** Files whose licence does not let them be copied here. */
    private static final Path ELSEWHERE = Path.of("..", "shared", "data");

    private KnownFacts() {}

    /** @param json in the folder of the files, an object by file name */
    public static JsonNode of(String json) {
        try {
            return new JsonMapper().readTree(Files.readString(FILES.resolve(json)));
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }

    /** Of this repository, else from elsewhere; the test is skipped where it is not at hand. */
    public static Path file(String name) {
        Path own = FILES.resolve(name);
        Path file = Files.exists(own) ? own : ELSEWHERE.resolve(name);
        assumeTrue(Files.exists(file), name + " is not at hand; its licence does not let it be copied here");
        return file;
    }

    public static Map<String, Integer> counts(JsonNode node) {
        Map<String, Integer> counts = new TreeMap<>();
        node.properties()
                .forEach(count -> counts.put(count.getKey(), count.getValue().asInt()));
        return counts;
    }

    /** Of all layers together. */
    public static Map<String, Integer> entities(FileContents contents) {
        Map<String, Integer> all = new TreeMap<>();
        contents.layers().forEach(layer -> layer.entities().forEach((type, n) -> all.merge(type, n, Integer::sum)));
        return all;
    }

    /** Null where it is not told. */
    public static String value(FileContents contents, String path) {
        return contents.values().stream()
                .filter(value -> value.path().equals(path))
                .map(FileContents.Value::value)
                .findFirst()
                .orElse(null);
    }

    public static FileContents.Layer layer(FileContents contents, String name) {
        return contents.layers().stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no layer " + name));
    }
}
