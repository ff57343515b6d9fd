package redline.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redline.rulepack.Variant;

/** Shifting any value of a pack by one step of its quantity turns a case red (promise 4); in the soak also those of tables. */
class ValuesAreProvenTest {
    private static final Mutation MUTATION = new Mutation(Rules.BOOK, Rules.CASES);

    @Test
    void every_parameter_shifted_by_a_step_turns_a_case_red() {
        MutationReport report = MUTATION.run(Set.of(), variant -> variant.file().contains("/parameters/"));
        assertThat(report.mutants()).hasSizeGreaterThan(10);
        proven(report);
    }

    @Tag("soak")
    @Test
    void every_value_of_a_table_shifted_by_a_step_turns_a_case_red() {
        MutationReport report = MUTATION.run(Set.of(), variant -> variant.kind() == Variant.Kind.VALUE);
        assertThat(report.mutants()).hasSizeGreaterThan(150);
        proven(report);
    }

    private static void proven(MutationReport report) {
        assertThat(report.survivors()).isEmpty();
        assertThat(report.redBefore()).isEmpty();
        assertThat(report.faults()).isEmpty();
    }
}
