package redline.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.intake.Source;
import redline.rulepack.RuleBook;

/** A result can be carried to another process and is the same there. */
class RulingJsonTest {
    private static final RuleBook RULES = RuleBook.read(Path.of("rules"));

    @ParameterizedTest
    @ValueSource(strings = {"office-2016", "wuzhen-housing"})
    void record_and_ruling_give_the_same_result_again(String scheme) throws Exception {
        Path file = Path.of("test-cases/schemes", scheme, "scheme.yaml");
        Intake read = SchemeReader.read(new Source("scheme.yaml", Files.readAllBytes(file)), null);
        CheckResult result = Check.run(((Intake.Accepted) read).scheme(), RULES, "tongxiang", null);

        CheckResult again = Check.conclude(
                SchemeRecordJson.read(SchemeRecordJson.write(result.record())),
                RulingJson.read(RulingJson.write(result.ruling())));

        assertThat(again.ruling()).isEqualTo(result.ruling());
        assertThat(again).isEqualTo(result);
    }
}
