package redline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Each malformed file of {@code test-cases/intake} is refused with exactly the complaints that stand beside it. */
class MalformedSchemeTest {
    private static final Path CASES = Path.of("test-cases/intake");

    record Expected(String file, int line, String element, String what, String remedy) {}

    @TestFactory
    Stream<DynamicTest> everyMalformedFileIsRefusedWithItsComplaints() throws IOException {
        return cases().stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> {
                    Intake intake = SchemeReader.read(scheme(folder), conditions(folder));
                    assertThat(intake).isInstanceOf(Intake.Refused.class);
                    assertThat(((Intake.Refused) intake).complaints())
                            .map(it -> new Expected(
                                    it.file(),
                                    it.line(),
                                    it.element(),
                                    it.what().zh(),
                                    it.remedy().zh()))
                            .containsExactlyElementsOf(expected(folder));
                }));
    }

    @Test
    void complaintsAreWrittenInBothLanguages() throws IOException {
        for (Path folder : cases()) {
            for (Complaint complaint :
                    ((Intake.Refused) SchemeReader.read(scheme(folder), conditions(folder))).complaints()) {
                for (var text : List.of(complaint.what(), complaint.remedy())) {
                    assertThat(text.zh()).as("%s", complaint).isNotBlank().isNotEqualTo(text.en());
                    assertThat(text.en()).as("%s", complaint).isNotBlank();
                }
            }
        }
    }

    private static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static Source scheme(Path folder) throws IOException {
        Source source = Source.of(folder);
        return new Source(folder.relativize(Path.of(source.name())).toString(), source.bytes());
    }

    private static Source conditions(Path folder) throws IOException {
        Path file = folder.resolve("conditions.yaml");
        return Files.exists(file) ? new Source("conditions.yaml", Files.readAllBytes(file)) : null;
    }

    private static List<Expected> expected(Path folder) {
        JsonNode file =
                new YAMLMapper().readTree(folder.resolve("expected.yaml").toFile());
        return file.get("complaints")
                .valueStream()
                .map(it -> new Expected(
                        it.get("file").asString(),
                        it.get("line").asInt(),
                        it.get("element").asString(),
                        it.get("what").asString(),
                        it.get("remedy").asString()))
                .toList();
    }
}
