package redline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Damaged files. Whatever is handed in, reading ends in a scheme or in complaints that name the file, in bounded time, and never
 * in an exception; and what is accepted keeps to the published schema. Seeded: a failure names its round.
 */
class MutatedSchemeTest {
    private static final Path EXAMPLES = Path.of("docs/examples");
    /** Numbers as written: 1e999 is no infinity. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Duration LONGEST = Duration.ofSeconds(5);
    /** Bytes that mean something to YAML, JSON, WKT or a decoder. */
    private static final byte[] SPICE =
            "{}[](),:;#&*!|>'\"%@`-?~\t\n\r \\/0eE.+\u0000".getBytes(StandardCharsets.UTF_8);

    private static final List<JsonNode> VALUES = Stream.of(
                    "null",
                    "true",
                    "0",
                    "-1",
                    "1e999",
                    "3.5",
                    "\"\"",
                    "\"?\"",
                    "\"13 m\"",
                    "\"46.6 %\"",
                    "\"NaN\"",
                    "[]",
                    "[[]]",
                    "{}",
                    "{\"id\": \"x\"}",
                    "[null]",
                    "\"POLYGON EMPTY\"",
                    "\"POINT (553600 3390000)\"",
                    "\"LINESTRING (0 0, 1 1)\"",
                    "\"ANY\"",
                    "[\"ANY\"]",
                    "\"0902\"",
                    "\"2025-13-01\"",
                    "1",
                    "\"drawing\"",
                    "1234567890123456789012345678901234567890")
            .map(JSON::readTree)
            .toList();

    @Test
    void damagedBytesEndInAnAnswer() throws IOException {
        Random random = new Random(20251124);
        List<Source> examples = examples();
        for (int round = 0; round < 2_500; round++) {
            Source example = examples.get(random.nextInt(examples.size()));
            byte[] bytes = example.bytes().clone();
            for (int damage = random.nextInt(4); damage >= 0; damage--) {
                bytes = damaged(bytes, random);
            }
            answer("round " + round, new Source(example.name(), bytes));
        }
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length + 1);
        int length = Math.min(random.nextInt(40), bytes.length - at);
        return switch (random.nextInt(5)) {
            case 0 -> joined(bytes, at, new byte[] {SPICE[random.nextInt(SPICE.length)]}, at);
            case 1 -> joined(bytes, at, new byte[] {(byte) random.nextInt(256)}, Math.min(at + 1, bytes.length));
            case 2 -> joined(bytes, at, new byte[0], at + length);
            case 3 -> joined(bytes, at, Arrays.copyOfRange(bytes, at, at + length), at);
            default -> Arrays.copyOf(bytes, Math.max(1, at));
        };
    }

    private static byte[] joined(byte[] bytes, int upTo, byte[] between, int from) {
        byte[] joined = new byte[upTo + between.length + bytes.length - from];
        System.arraycopy(bytes, 0, joined, 0, upTo);
        System.arraycopy(between, 0, joined, upTo, between.length);
        System.arraycopy(bytes, from, joined, upTo + between.length, bytes.length - from);
        return joined;
    }

    @Test
    void whatIsAcceptedOfADamagedTreeKeepsToTheSchema() {
        Random random = new Random(42);
        Schema schema = SchemeSchemaTest.schema(JSON.readTree(SchemeSchema.json()));
        JsonNode whole =
                new YAMLMapper().readTree(EXAMPLES.resolve("complete.yaml").toFile());
        int accepted = 0;
        for (int round = 0; round < 400; round++) {
            JsonNode tree = whole.deepCopy();
            damage(tree, random);
            Intake intake = answer(
                    "round " + round, new Source("a.json", tree.toString().getBytes(StandardCharsets.UTF_8)));
            if (intake instanceof Intake.Accepted) {
                accepted++;
                assertThat(schema.validate(tree))
                        .as("round %d: %s", round, tree)
                        .isEmpty();
            }
        }
        assertThat(accepted).as("damage that does no harm").isBetween(40, 360);
    }

    /** Replaces, removes or doubles one value somewhere in the tree. */
    private static void damage(JsonNode tree, Random random) {
        List<Runnable> places = new ArrayList<>();
        collect(tree, places, random);
        places.get(random.nextInt(places.size())).run();
    }

    private static void collect(JsonNode node, List<Runnable> places, Random random) {
        JsonNode other = VALUES.get(random.nextInt(VALUES.size()));
        boolean remove = random.nextInt(4) == 0;
        if (node instanceof ObjectNode table) {
            table.propertyNames()
                    .forEach(key -> places.add(() -> {
                        if (remove) {
                            table.remove(key);
                        } else {
                            table.set(key, other.deepCopy());
                        }
                    }));
            places.add(() -> table.set("surplus", other));
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                int at = i;
                places.add(() -> {
                    if (remove) {
                        list.remove(at);
                    } else if (other.isNull()) {
                        list.add(list.get(at).deepCopy());
                    } else {
                        list.set(at, other.deepCopy());
                    }
                });
            }
        }
        node.forEach(child -> collect(child, places, random));
    }

    private static Intake answer(String round, Source source) {
        Intake intake = Assertions.assertTimeout(LONGEST, () -> SchemeReader.read(source, null), round);
        if (intake instanceof Intake.Refused refused) {
            assertThat(refused.complaints()).as(round).isNotEmpty().allSatisfy(complaint -> {
                assertThat(complaint.file()).isEqualTo(source.name());
                assertThat(complaint.line()).isBetween(0, 1 + lines(source));
                assertThat(complaint.what().zh()).isNotBlank();
                assertThat(complaint.remedy().zh()).isNotBlank();
            });
        }
        return intake;
    }

    private static int lines(Source source) {
        return new String(source.bytes(), StandardCharsets.UTF_8).split("\r\n|\r|\n|\u0085|\u2028|\u2029", -1).length;
    }

    private static List<Source> examples() throws IOException {
        List<Source> examples = new ArrayList<>();
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            for (Path file : files.sorted().toList()) {
                examples.add(Source.of(file));
            }
        }
        examples.add(Source.of(Path.of("test-cases/schemes/office-2016")));
        return examples;
    }
}
