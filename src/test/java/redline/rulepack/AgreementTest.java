package redline.rulepack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import redline.fact.Fact;

/** Where the two readings differ there is no verdict, and the message names rule, subject and both sets of bounds. */
class AgreementTest {
    private static final String RULE = """
            rule "spaced: far from roads" when
              $b : Building( $h : height )
              not Road( roadClass == "TRUNK" )
            then require( $b, SPACING, AT_LEAST, $h ); end
            """;
    private static final Reading NO_SWAP = new Reading(true, true, false, true, true, true);

    /** Runs the interpreter as it is beside Drools with a certain reading of another kind. */
    private static void run(Reading inDrools) {
        Faults faults = new Faults("spaced.drl");
        Branch branch = RuleReader.read(
                        new RuleText("spaced", "pack", "spaced.drl", RULE), PublishedFacts.types(), faults)
                .get(0);
        NumberedPath path = new NumberedPath(0, branch, branch.paths().get(0));
        World world = World.of(
                new SchemeFacts(Fixture.record(
                        Fixture.building("1#", "P", "PUBLIC", 9.0, 1.0), new Fact.Road("R", null, null))),
                Set.copyOf(PublishedFacts.types().values()),
                Map.of());
        Derivation derivation = new Derivation(world, Reading.SOUND, Map.of(), condition -> null);
        derivation.derive("spaced", branch.subjectType(), List.of(new PlannedPath(path, Plan.of(path.path()))));
        RuleUnit unit = new RuleUnit(
                CertainReading.of(List.of(path), List.of(), inDrools),
                Set.copyOf(PublishedFacts.types().values()));
        unit.check(derivation, 0, world, List.of(), Set.of(CertainReading.ruleName(path)), index -> branch);
    }

    @Test
    void equal_readings_pass() {
        assertThatCode(() -> run(Reading.SOUND)).doesNotThrowAnyException();
    }

    @Test
    void differing_readings_give_no_verdict() {
        assertThatThrownBy(() -> run(NO_SWAP))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "the two readings differ: rule \"spaced: far from roads\" for 1#: interpreter [], Drools [9.0]");
    }
}
