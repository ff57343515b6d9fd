package redline.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case of every rule gives exactly the findings it expects. */
class RuleCasesTest {
    @TestFactory
    Stream<DynamicTest> every_case_gives_what_it_expects() {
        return Rules.CASES.all().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.id() + " " + one.title(),
                        () -> assertThat(Rules.CASES.run(one, Rules.BOOK).said())
                                .startsWith("✓")));
    }
}
