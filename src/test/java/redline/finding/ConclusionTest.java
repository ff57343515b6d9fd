package redline.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import redline.measure.Missing;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.requirement.Grade;
import redline.requirement.RuleInfo;
import redline.scheme.Subject;

class ConclusionTest {
    private static final Subject SITE = new Subject(Subject.Kind.PARCEL, "A", Text.same("A"));

    @Test
    void one_violation_that_decides_makes_the_headline() {
        Conclusion conclusion = Conclusion.of(List.of(
                pass(RuleInfo.Apart.NONE),
                violation(RuleInfo.Apart.NONE),
                open(Cause.MISSING_FACT, RuleInfo.Apart.NONE)));
        assertThat(conclusion).isEqualTo(new Conclusion(Verdict.VIOLATION, 1, 1, 0, 0, 0, 1, 0, 0, 0, 0));
    }

    @Test
    void a_violation_for_another_authority_or_as_advice_leaves_the_headline_alone() {
        Conclusion conclusion = Conclusion.of(List.of(
                pass(RuleInfo.Apart.NONE),
                violation(RuleInfo.Apart.OTHER_AUTHORITY),
                violation(RuleInfo.Apart.ADVICE),
                open(Cause.MISSING_FACT, RuleInfo.Apart.LATER_STAGE)));
        assertThat(conclusion).isEqualTo(new Conclusion(Verdict.PASS, 0, 0, 0, 0, 0, 1, 0, 1, 1, 1));
    }

    @Test
    void a_missing_fact_or_an_open_basis_keeps_the_headline_open_and_a_question_to_the_reviewer_does_not() {
        assertThat(Conclusion.of(List.of(pass(RuleInfo.Apart.NONE), open(Cause.MISSING_FACT, RuleInfo.Apart.NONE)))
                        .verdict())
                .isEqualTo(Verdict.UNDETERMINED);
        assertThat(Conclusion.of(List.of(pass(RuleInfo.Apart.NONE), open(Cause.BASIS_OPEN, RuleInfo.Apart.NONE)))
                        .verdict())
                .isEqualTo(Verdict.UNDETERMINED);
        assertThat(Conclusion.of(List.of(pass(RuleInfo.Apart.NONE), open(Cause.NEEDS_JUDGEMENT, RuleInfo.Apart.NONE)))
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void passes_that_do_not_decide_make_no_compliant_headline() {
        assertThat(Conclusion.of(List.of(pass(RuleInfo.Apart.ADVICE), none())).verdict())
                .isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void nothing_judged_at_all_is_an_error() {
        assertThatThrownBy(() -> Conclusion.of(List.of(none()))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Conclusion.of(List.of())).isInstanceOf(IllegalStateException.class);
    }

    private static Finding pass(RuleInfo.Apart apart) {
        return judged(Verdict.PASS, apart);
    }

    private static Finding violation(RuleInfo.Apart apart) {
        return judged(Verdict.VIOLATION, apart);
    }

    private static Finding judged(Verdict verdict, RuleInfo.Apart apart) {
        return new Finding.Judged(
                rule(apart), SITE, verdict, null, null, null, null, List.of(), List.of(), Grade.OFFICIAL, List.of());
    }

    private static Finding open(Cause cause, RuleInfo.Apart apart) {
        Missing missing = Missing.fact("x", "甲", "x");
        return new Finding.Undetermined(
                rule(apart),
                SITE,
                cause,
                List.of(missing),
                Text.same("?"),
                null,
                null,
                List.of(),
                List.of(),
                Grade.OFFICIAL,
                List.of());
    }

    private static Finding none() {
        return new Finding.NotApplicable(rule(RuleInfo.Apart.NONE), SITE, Text.same("-"), List.of(), List.of());
    }

    private static RuleInfo rule(RuleInfo.Apart apart) {
        return new RuleInfo(
                "far",
                "parcel-conditions",
                Text.same("far"),
                Quantity.FAR,
                Subject.Kind.PARCEL,
                RuleInfo.Force.CONDITION,
                "自然资源规划",
                "方案",
                RuleInfo.PackStanding.BINDING,
                apart,
                Text.same(""));
    }
}
