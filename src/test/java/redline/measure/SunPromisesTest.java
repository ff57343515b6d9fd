package redline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import redline.scheme.Scheme;

/** What must hold of hours of sunlight whatever a scheme looks like, held by one that has something of everything. */
class SunPromisesTest {
    @Test
    void everything_of_a_scheme_with_something_of_everything_is_known() {
        assertThat(SunScheme.readings(SunScheme.of(SunScheme.EVERYTHING), SunScheme.OPEN)
                        .values())
                .hasSize(7)
                .allSatisfy(reading -> assertThat(reading).isInstanceOf(Reading.Known.class));
    }

    @Test
    void what_is_not_known_turns_hours_unknown_or_leaves_them_as_they_are() {
        Scheme scheme = SunScheme.of(SunScheme.EVERYTHING);
        Map<String, Reading> before = SunScheme.readings(scheme, SunScheme.OPEN);
        List<String> changed = new ArrayList<>();
        for (int n = 0; n < Changed.blankable(scheme); n++) {
            int blank = n;
            SunScheme.readings(Changed.blanked(scheme, n), SunScheme.OPEN).forEach((of, reading) -> {
                if (reading instanceof Reading.Known && !reading.equals(before.get(of))) {
                    changed.add("blank " + blank + ": " + of + " " + before.get(of) + " → " + reading);
                }
            });
        }
        assertThat(changed).isEmpty();
    }

    @Test
    void the_order_of_a_files_lists_changes_nothing() {
        Scheme scheme = SunScheme.of(SunScheme.EVERYTHING);

        for (long seed = 0; seed < 3; seed++) {
            Survey shuffled = SunScheme.survey(Changed.shuffled(scheme, seed), SunScheme.OPEN);
            assertThat(shuffled.measures())
                    .isEqualTo(SunScheme.survey(scheme, SunScheme.OPEN).measures());
            assertThat(shuffled.sunStudy().orElseThrow().record())
                    .isEqualTo(SunScheme.survey(scheme, SunScheme.OPEN)
                            .sunStudy()
                            .orElseThrow()
                            .record());
        }
    }

    @Test
    void moving_a_scheme_changes_no_digit() {
        assertThat(SunScheme.readings(SunScheme.moved(SunScheme.EVERYTHING, -612.375, 904.001), SunScheme.OPEN))
                .isEqualTo(SunScheme.readings(SunScheme.of(SunScheme.EVERYTHING), SunScheme.OPEN));
    }
}
