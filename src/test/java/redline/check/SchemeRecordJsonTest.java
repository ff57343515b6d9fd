package redline.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redline.fact.Projection;
import redline.fact.SchemeRecord;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.intake.Source;
import redline.measure.Measure;
import redline.measure.Missing;
import redline.measure.Reading;
import redline.measure.Settings;
import redline.measure.Spread;
import redline.measure.SunScheme;
import redline.quantity.Text;
import redline.quantity.Value;
import redline.scheme.Volume.ControlHeight.Point;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SchemeRecordJsonTest {
    private static final Settings SETTINGS =
            new Settings(new BigDecimal("200"), Set.of(Point.PARAPET_TOP, Point.EAVE, Point.RIDGE));

    @ParameterizedTest
    @ValueSource(strings = {"office-2016", "wuzhen-housing"})
    void a_record_comes_back_equal_and_writes_the_same_bytes(String scheme) throws IOException {
        SchemeRecord record = record(scheme);
        byte[] written = SchemeRecordJson.write(record);

        SchemeRecord read = SchemeRecordJson.read(written);

        assertThat(read).isEqualTo(record);
        assertThat(SchemeRecordJson.write(read)).isEqualTo(written);
        assertThat(SchemeRecordJson.write(record(scheme))).isEqualTo(written);
    }

    @Test
    void a_sunlight_study_comes_back_equal_and_is_not_written_where_there_is_none() throws IOException {
        SchemeRecord record = Projection.of(SunScheme.of(SunScheme.EVERYTHING), SETTINGS.counting(SunScheme.OPEN));
        byte[] written = SchemeRecordJson.write(record);

        assertThat(record.sunlight().days()).hasSize(2);
        assertThat(SchemeRecordJson.read(written)).isEqualTo(record);
        assertThat(SchemeRecordJson.write(SchemeRecordJson.read(written))).isEqualTo(written);
        assertThat(new String(SchemeRecordJson.write(record("office-2016")), StandardCharsets.UTF_8))
                .doesNotContain("\"sunlight\":");
    }

    /** Reports and judgings of earlier programs are read again for years. */
    @ParameterizedTest
    @ValueSource(strings = {"office-2016", "wuzhen-housing"})
    void a_record_from_before_there_were_levels_is_read(String scheme) throws IOException {
        SchemeRecord record = record(scheme);
        ObjectNode older = (ObjectNode) new JsonMapper().readTree(SchemeRecordJson.write(record));
        older.remove(List.of("elevations", "settingOut"));
        older.get("outlines").forEach(outline -> ((ObjectNode) outline).remove("sort"));

        SchemeRecord read = SchemeRecordJson.read(older.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(read.elevations()).isNull();
        assertThat(read.settingOut()).isNull();
        assertThat(read.facts()).isEqualTo(record.facts());
        assertThat(read.measures()).isEqualTo(record.measures());
    }

    @Test
    void decimals_keep_their_digits() throws IOException {
        String json = new String(SchemeRecordJson.write(record("office-2016")), StandardCharsets.UTF_8);

        assertThat(json).contains("\"far\":\"1.55\"").contains("\"density\":\"0.466\"");
    }

    @Test
    void how_far_a_value_may_be_off_comes_back_and_is_not_written_where_it_is_exact() throws IOException {
        SchemeRecord record = record("office-2016");
        assertThat(new String(SchemeRecordJson.write(record), StandardCharsets.UTF_8))
                .doesNotContain("spreads");
        List<Measure> measures = new ArrayList<>(record.measures());
        int known = IntStream.range(0, measures.size())
                .filter(i ->
                        measures.get(i).reading() instanceof Reading.Known one && one.value() instanceof Value.Amount)
                .findFirst()
                .orElseThrow();
        Measure exact = measures.get(known);
        Reading.Known reading = (Reading.Known) exact.reading();
        Missing why = new Missing("accuracy", new Text("图纸精度", "accuracy"), Missing.Kind.ACCURACY);
        Spread spread = new Spread(why, new BigDecimal("2.5"), new BigDecimal("3.75"));
        measures.set(
                known,
                new Measure(
                        exact.quantity(),
                        exact.subject(),
                        new Reading.Known(reading.value(), reading.provenance(), List.of(spread)),
                        exact.evidence()));
        SchemeRecord off = record.with(record.facts(), measures);

        assertThat(SchemeRecordJson.read(SchemeRecordJson.write(off))).isEqualTo(off);
        SchemeRecord kept =
                CompactRecord.of(CompactRecord.write(off, "source")).cut(Set.of(), Set.of(exact.quantity()));
        assertThat(kept.measures())
                .filteredOn(one -> one.subject().equals(exact.subject()))
                .extracting(Measure::reading)
                .containsExactly(measures.get(known).reading());
    }

    @Test
    void what_is_not_a_record_is_refused() {
        byte[] other = "{\"name\":\"x\",\"colour\":\"red\"}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> SchemeRecordJson.read(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a scheme record");
    }

    private static SchemeRecord record(String scheme) throws IOException {
        Path file = Path.of("test-cases", "schemes", scheme, "scheme.yaml");
        Intake intake = SchemeReader.read(new Source("scheme.yaml", Files.readAllBytes(file)), null);
        return Projection.of(((Intake.Accepted) intake).scheme(), SETTINGS);
    }
}
