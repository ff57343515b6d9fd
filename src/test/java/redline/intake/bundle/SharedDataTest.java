package redline.intake.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redline.intake.file.FileContents;
import redline.intake.file.Uploads;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every file of {@code ../shared/data}, also those whose licence keeps them out of this repository: read within 10 s, refused only where its
 * facts say that nothing can be read, and then for one reason. What a format's own test does not count is counted here.
 */
class SharedDataTest {
    private static final Path DATA = Path.of("..", "shared", "data");
    private static final Path COPIED = Path.of("test-cases", "intake-files");
    /** Parts of a shapefile that say nothing alone; they are read with their .shp. */
    private static final Pattern PARTS = Pattern.compile("(?i).*\\.(?:prj|cpg|shx|sbn|sbx|qpj)");

    private static final String ABSENT = "(../shared/data is not here)";

    /** What the facts call a file of which nothing can be read. */
    private static final Pattern HOPELESS = Pattern.compile(
            "not a readable zip|OLE2|DTD must be refused|[Ee]ntity bomb|Same with empty entities|refuse with|: refuse|empty zip|word/document.xml");

    /** {@code 970 entities {'LINE': 624, …}} in the facts of drawings. */
    private static final Pattern ENTITIES = Pattern.compile("\\d+ entities \\{([^}]*)}");

    private static final Pattern COUNT = Pattern.compile("'([^']+)': (\\d+)");

    private static JsonNode facts() {
        try {
            return new JsonMapper().readTree(Files.readString(DATA.resolve("facts.json")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Stream<String> files() {
        return Files.exists(DATA.resolve("facts.json"))
                ? facts().properties().stream()
                        .map(Map.Entry::getKey)
                        .filter(name -> !PARTS.matcher(name).matches())
                : Stream.of(ABSENT);
    }

    /** Drawings that the test of drawings does not have at hand. */
    static Stream<String> drawings() {
        return files().filter(
                        name -> name.equals(ABSENT) || name.startsWith("dxf") && !Files.exists(COPIED.resolve(name)));
    }

    private static List<FileContents> read(String name) {
        return assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> Bundle.of(Uploads.of(List.of(DATA.resolve(name))))
                        .contents(Choices.none().withCrs("EPSG:4549")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_of_others_is_read_unless_there_is_nothing_to_read(String name) {
        assumeTrue(!name.equals(ABSENT), ABSENT);
        JsonNode fact = facts().get(name);
        boolean hopeless = HOPELESS.matcher(fact.get("holds").asString() + fact.get("facts"))
                .find();

        List<FileContents> contents = read(name);

        assertThat(contents).hasSize(1);
        FileContents found = contents.get(0);
        assertThat(found.refused()).as(found.complaints().toString()).isEqualTo(hopeless);
        if (hopeless) {
            assertThat(found.complaints()).hasSize(1);
        }
        assertThat(found.complaints()).allSatisfy(trouble -> {
            assertThat(trouble.what().zh()).isNotBlank();
            assertThat(trouble.what().en()).isNotBlank();
            assertThat(trouble.remedy().zh()).isNotBlank();
            assertThat(trouble.remedy().en()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void a_drawing_of_others_has_the_entities_that_were_counted_in_it(String name) {
        assumeTrue(!name.equals(ABSENT), ABSENT);
        Matcher stated = ENTITIES.matcher(facts().get(name).get("facts").toString());
        assumeTrue(stated.find(), "its facts count no entities");
        Map<String, Integer> expected = new TreeMap<>();
        COUNT.matcher(stated.group(1))
                .results()
                .forEach(count -> expected.put(count.group(1), Integer.valueOf(count.group(2))));

        Map<String, Integer> found = new TreeMap<>();
        read(name)
                .get(0)
                .layers()
                .forEach(layer -> layer.entities().forEach((type, n) -> found.merge(type, n, Integer::sum)));
        assertThat(found).isEqualTo(expected);
    }
}
