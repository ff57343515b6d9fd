package redline.rulepack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The engine against plain Java over random small worlds: what is said for certain holds whatever the unknown turns out to be. */
class OracleTest {
    @Test
    void the_three_values_are_sound_in_300_small_worlds() {
        examine(300);
    }

    @Test
    @Tag("soak")
    void the_three_values_are_sound_in_3000_small_worlds() {
        examine(3000);
    }

    private static void examine(int worlds) {
        Oracle oracle = new Oracle(Fixture.program(PlainRule.texts(), Reading.SOUND));
        for (int seed = 0; seed < worlds; seed++) {
            oracle.examine(seed);
        }
        assertThat(oracle.failures).isEmpty();
        assertThat(oracle.checks).isGreaterThan(100 * worlds);
    }
}
