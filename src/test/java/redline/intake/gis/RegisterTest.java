package redline.intake.gis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterTest {
    @Test
    void naming_every_code_there_is_costs_little() {
        long known = assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> IntStream.range(0, 40_000)
                        .filter(code -> new Crs(code).known())
                        .count());

        assertThat(known).isGreaterThan(3000);
    }

    @ParameterizedTest
    @CsvSource({"4490, GRS 80", "4326, WGS 84", "4258, GRS 80"})
    void degrees_lie_on_their_ellipsoid(int epsg, String name) {
        assertThat(((Ellipsoid) new Crs(epsg).surface()).name()).isEqualTo(name);
    }
}
