package redline.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import redline.check.CheckResult;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.quantity.Value;
import redline.requirement.Bound;
import redline.requirement.Requirement;
import redline.schemes.SchemeTree.Literal;

/** The published exam case: eight violations, of which the stated facts decide five. */
class OfficeFindingsTest {
    private final CheckResult asGiven = JudgedShowcase.judge(Showcase.OFFICE);

    @Test
    void the_five_violations_that_the_stated_facts_decide_are_found_and_no_other() {
        assertThat(of(asGiven, Verdict.VIOLATION))
                .containsExactlyInAnyOrder(
                        "building-height | BUILDING | 办公楼",
                        "far | PARCEL | A",
                        "building-density | PARCEL | A",
                        "roof-form | BUILDING | 办公楼",
                        "land-use | BUILDING | 办公楼");
        assertThat(asGiven.conclusion().verdict()).isEqualTo(Verdict.VIOLATION);
    }

    @Test
    void the_readme_tells_this_score() throws IOException {
        int found = of(asGiven, Verdict.VIOLATION).size();
        assertThat(Files.readString(Path.of("README.md")))
                .contains(
                        "| [office-2016](test-cases/exams/office-2016) 风貌街区办公楼 (GC-1) | 8 | " + found + " | 0 | 0 | ");
    }

    @Test
    void spacing_is_undetermined_with_the_required_19_5_and_15_6_metres_worked_out() {
        assertThat(required(asGiven)).isEqualTo(Map.of("办公楼|北侧建筑", "19.5", "办公楼|西侧建筑", "15.6"));
        assertThat(verdict(asGiven, "spacing | PAIR | 办公楼|北侧建筑")).isEqualTo(Verdict.UNDETERMINED);
        assertThat(verdict(asGiven, "spacing | PAIR | 办公楼|西侧建筑")).isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void the_entrance_is_undetermined_and_the_stairs_are_listed_as_not_checked() {
        assertThat(verdict(asGiven, "access-side | ACCESS | 车行出入口")).isEqualTo(Verdict.UNDETERMINED);
        assertThat(asGiven.ruling().notChecked())
                .anySatisfy(topic -> assertThat(topic.title().zh()).contains("疏散楼梯"));
    }

    @Test
    void supplying_18_and_14_metres_makes_both_spacings_violations() {
        CheckResult supplied = JudgedShowcase.judge(Showcase.OFFICE
                .tree()
                .with(List.of("gaps", 0, "distance"), new Literal("18"))
                .with(List.of("gaps", 1, "distance"), new Literal("14")));
        assertThat(verdict(supplied, "spacing | PAIR | 办公楼|北侧建筑")).isEqualTo(Verdict.VIOLATION);
        assertThat(verdict(supplied, "spacing | PAIR | 办公楼|西侧建筑")).isEqualTo(Verdict.VIOLATION);
        assertThat(of(supplied, Verdict.VIOLATION)).hasSize(7);
    }

    @Test
    void a_largest_far_of_1_55_is_kept_with_nothing_to_spare() {
        Finding.Judged far = (Finding.Judged) far(farMax("1.55"));
        assertThat(far.verdict()).isEqualTo(Verdict.PASS);
        assertThat(far.margin()).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Test
    void a_largest_far_of_1_5499_is_exceeded() {
        assertThat(far(farMax("1.5499")).verdict()).isEqualTo(Verdict.VIOLATION);
    }

    private static CheckResult farMax(String max) {
        return JudgedShowcase.judge(
                Showcase.OFFICE.tree().with(List.of("conditions", 0, "lines", 2, "max"), new Literal(max)));
    }

    private static Finding far(CheckResult result) {
        return finding(result, "far | PARCEL | A");
    }

    private static Finding finding(CheckResult result, String answered) {
        return result.findings().stream()
                .filter(finding ->
                        JudgedShowcase.Answered.of(finding).toString().equals(answered))
                .findFirst()
                .orElseThrow();
    }

    private static Verdict verdict(CheckResult result, String answered) {
        return finding(result, answered).verdict();
    }

    private static List<String> of(CheckResult result, Verdict verdict) {
        return result.findings().stream()
                .filter(finding -> finding.verdict() == verdict)
                .map(finding -> JudgedShowcase.Answered.of(finding).toString())
                .toList();
    }

    /** The spacing that is certainly demanded, by pair. */
    private static Map<String, String> required(CheckResult result) {
        Map<String, String> required = new TreeMap<>();
        for (Finding finding : result.findings()) {
            if (finding.rule().id().equals("spacing")) {
                finding.requirements().stream()
                        .map(Requirement::bound)
                        .map(Bound::value)
                        .filter(Value.Amount.class::isInstance)
                        .map(value -> ((Value.Amount) value)
                                .number()
                                .stripTrailingZeros()
                                .toPlainString())
                        .forEach(value ->
                                required.merge(finding.subject().id(), value, (one, other) -> one + " " + other));
            }
        }
        return required;
    }
}
