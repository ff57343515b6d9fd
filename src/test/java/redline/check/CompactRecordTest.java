package redline.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redline.fact.Fact;
import redline.fact.Projection;
import redline.fact.SchemeRecord;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.intake.Source;
import redline.measure.Measure;
import redline.measure.Settings;
import redline.quantity.Quantity;

/** What is left of a record in its short form, and that nothing else is taken for one. */
class CompactRecordTest {
    private static SchemeRecord record(String scheme) throws IOException {
        byte[] yaml = Files.readAllBytes(Path.of("test-cases", "schemes", scheme, "scheme.yaml"));
        Intake.Accepted read = (Intake.Accepted) SchemeReader.read(new Source("scheme.yaml", yaml), null);
        return Projection.of(read.scheme(), new Settings(null, null));
    }

    private static Set<Class<? extends Fact>> types(SchemeRecord record) {
        return record.facts().stream().map(Fact::getClass).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"office-2016", "wuzhen-housing"})
    void all_that_rules_and_judgement_see_is_kept(String scheme) throws IOException {
        SchemeRecord record = record(scheme);

        SchemeRecord cut = CompactRecord.of(CompactRecord.write(record, "source"))
                .cut(types(record), EnumSet.allOf(Quantity.class));

        assertThat(cut.name()).isEqualTo(record.name());
        assertThat(cut.crs()).isEqualTo(record.crs());
        assertThat(cut.dates()).isEqualTo(record.dates());
        assertThat(cut.reach()).isEqualTo(record.reach());
        assertThat(cut.facts()).containsExactlyInAnyOrderElementsOf(record.facts());
        assertThat(readings(cut)).containsExactlyInAnyOrderElementsOf(readings(record));
        Map<String, Object> lacks = new HashMap<>(record.absences());
        lacks.keySet()
                .removeIf(key -> types(record).stream().noneMatch(type -> key.startsWith(type.getSimpleName() + "/")));
        assertThat(new HashMap<String, Object>(cut.absences())).isEqualTo(lacks);
        assertThat(cut.letters()).hasSameSizeAs(record.letters());
        for (int i = 0; i < cut.letters().size(); i++) {
            assertThat(cut.letters().get(i))
                    .usingRecursiveComparison()
                    .ignoringFields("lines", "articles")
                    .isEqualTo(record.letters().get(i));
        }
    }

    private static List<Object> readings(SchemeRecord record) {
        List<Object> all = new ArrayList<>();
        for (Measure measure : record.measures()) {
            all.add(List.of(
                    measure.quantity(),
                    measure.subject(),
                    measure.reading(),
                    measure.evidence().geometry() != null));
        }
        return all;
    }

    @Test
    void only_what_is_asked_for_is_read() throws IOException {
        SchemeRecord record = record("office-2016");

        SchemeRecord cut = CompactRecord.of(CompactRecord.write(record, "source"))
                .cut(Set.of(Fact.Side.class), Set.of(Quantity.FAR));

        assertThat(cut.facts())
                .isNotEmpty()
                .containsExactlyElementsOf(record.facts().stream()
                        .filter(Fact.Side.class::isInstance)
                        .toList());
        assertThat(cut.measures()).extracting(Measure::quantity).containsOnly(Quantity.FAR);
    }

    @Test
    void a_damaged_one_and_what_is_none_are_refused() throws IOException {
        byte[] whole = CompactRecord.write(record("office-2016"), "source");
        for (int at = 0; at < whole.length; at += 97) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 4;
            assertThatThrownBy(() -> CompactRecord.of(damaged)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> CompactRecord.of(new byte[0])).isInstanceOf(IllegalArgumentException.class);
        byte[] torn = java.util.Arrays.copyOf(whole, whole.length / 2);
        assertThatThrownBy(() -> CompactRecord.of(torn)).isInstanceOf(IllegalArgumentException.class);
    }
}
