package redline.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import redline.check.Check;
import redline.finding.Finding;

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

    @Test
    void a_rule_judged_alone_says_what_the_whole_check_says_of_it() {
        // The first case of each rule and each 29th of all: a whole check of every case would run for minutes.
        Set<String> met = new HashSet<>();
        int turn = 0;
        for (RuleCase one : Rules.CASES.all()) {
            if (met.add(one.rule()) || turn++ % 29 == 0) {
                List<Finding> whole = Rules.CASES.check(one, one.in(Rules.BOOK)).findings().stream()
                        .filter(f -> f.rule().id().equals(one.rule()))
                        .toList();
                List<Finding> alone = Check.judgeRule(
                                one.rule(),
                                Rules.CASES.record(one, Rules.BOOK),
                                one.in(Rules.BOOK),
                                one.profile(),
                                one.asOf())
                        .stream()
                        .filter(f -> f.rule().id().equals(one.rule()))
                        .toList();
                assertThat(alone).as(one.id()).isNotEmpty().isEqualTo(whole);
            }
        }
    }
}
