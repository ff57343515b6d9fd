package redline.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redline.fact.Projection;
import redline.fact.SchemeRecord;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.intake.Source;
import redline.measure.Settings;
import redline.scheme.Volume.ControlHeight.Point;

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
    void decimals_keep_their_digits() throws IOException {
        String json = new String(SchemeRecordJson.write(record("office-2016")), StandardCharsets.UTF_8);

        assertThat(json).contains("\"far\":\"1.55\"").contains("\"density\":\"0.466\"");
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
