package redline.rulepack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each line that soundness rests on is needed: without it the oracle, or the comparison of the two readings, objects. */
class MutantTest {
    /** The engine with one line left out, in both readings alike. */
    enum Mutant {
        NO_GUARDS(new Reading(false, false, true, true, true, true)),
        NO_JOIN_GUARDS(new Reading(true, false, true, true, true, true)),
        NO_SWAP_IN_NOT(new Reading(true, true, false, true, true, true)),
        NO_ID_CHECKS(new Reading(true, true, true, false, true, true)),
        EXEMPTIONS_IGNORED(new Reading(true, true, true, true, false, true)),
        YIELDING_IGNORED(new Reading(true, true, true, true, true, false));

        private final Reading reading;

        Mutant(Reading reading) {
            this.reading = reading;
        }
    }

    @ParameterizedTest
    @EnumSource
    void leaving_out_any_line_is_noticed(Mutant mutant) {
        assertThat(objection(mutant.reading)).as(mutant.name()).isPresent();
    }

    @Test
    void the_engine_as_it_is_raises_no_objection_on_the_same_worlds() {
        assertThat(objection(Reading.SOUND)).isEmpty();
    }

    /** The first objection within 60 worlds: a check of the oracle, differing readings, or Drools stumbling over a null. */
    private static Optional<String> objection(Reading reading) {
        Oracle oracle = new Oracle(Fixture.program(PlainRule.texts(), reading));
        for (int seed = 0; seed < 60; seed++) {
            try {
                oracle.examine(seed);
            } catch (RuntimeException stumbled) {
                return Optional.of(stumbled.toString());
            }
            if (!oracle.failures.isEmpty()) {
                return Optional.of(oracle.failures.get(0));
            }
        }
        return Optional.empty();
    }
}
