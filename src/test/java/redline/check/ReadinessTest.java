package redline.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import redline.finding.Cause;
import redline.finding.Conclusion;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.measure.Missing;
import redline.quantity.Text;
import redline.quantity.Unit;
import redline.requirement.Grade;
import redline.requirement.RuleInfo;
import redline.scheme.Holder;
import redline.scheme.Subject;

class ReadinessTest {
    private static final Missing ZONES = Missing.fact("parcels[A].zones", "分区", "zones");
    private static final Missing LETTER = Missing.fact("conditions", "规划条件", "letter");
    private static final Missing LINES = Missing.fact("controlLines", "控制线", "control lines");
    private static final Missing LEVEL =
            new Missing("parking.level", new Text("停车级别", "parking level"), Missing.Kind.BASIS);

    private final List<Finding> findings = new ArrayList<>();

    @Test
    void rules_are_counted_by_who_has_to_do_something() {
        judged("height", "1#");
        open("use", "1#", Cause.MISSING_FACT, ZONES);
        open("three-lines", "A", Cause.MISSING_FACT, LINES);
        open("parking", "A", Cause.BASIS_OPEN, LEVEL);

        assertThat(readiness())
                .extracting(
                        Readiness::rules,
                        Readiness::judged,
                        Readiness::waiting,
                        Readiness::authority,
                        Readiness::others)
                .containsExactly(4, 1, 1, 1, 1);
    }

    @Test
    void what_the_authority_has_stands_apart_from_what_the_applicant_lacks() {
        open("line-setback", "1#", Cause.MISSING_FACT, LINES, ZONES);

        assertThat(readiness().waiting()).isEqualTo(1);
        assertThat(readiness().lacks(Holder.APPLICANT))
                .extracting(Readiness.Lack::path)
                .containsExactly("parcels[].zones");
        assertThat(readiness().lacks(Holder.AUTHORITY))
                .extracting(Readiness.Lack::path)
                .containsExactly("controlLines");
    }

    @Test
    void a_rule_with_an_answer_for_one_building_and_none_for_another_is_judged_in_part() {
        judged("height", "1#");
        judged("height", "2#");
        open("height", "3#", Cause.MISSING_FACT, ZONES);

        assertThat(readiness())
                .extracting(Readiness::judged, Readiness::waiting, Readiness::partly, Readiness::answers)
                .containsExactly(0, 1, 1, 2);
    }

    @Test
    void what_settles_rules_soonest_comes_first_and_says_how_many_it_settles_with_those_before() {
        open("a", "1#", Cause.MISSING_FACT, ZONES);
        open("b", "1#", Cause.MISSING_FACT, ZONES, LETTER);
        open("c", "1#", Cause.MISSING_FACT, ZONES, LETTER);
        open("d", "1#", Cause.MISSING_FACT, LETTER, Missing.fact("greens", "绿地", "greens"));

        assertThat(readiness().lacks())
                .extracting(Readiness.Lack::path, Readiness.Lack::rules, Readiness.Lack::settled)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("parcels[].zones", 3, 1),
                        org.assertj.core.groups.Tuple.tuple("conditions", 3, 3),
                        org.assertj.core.groups.Tuple.tuple("greens", 1, 4));
    }

    private Readiness readiness() {
        return Readiness.of(new CheckResult("1", null, null, findings, Conclusion.of(findings)));
    }

    private void judged(String rule, String building) {
        findings.add(new Finding.Judged(
                rule(rule),
                subject(building),
                Verdict.PASS,
                null,
                null,
                null,
                Unit.NONE,
                List.of(),
                List.of(),
                Grade.OFFICIAL,
                List.of()));
    }

    private void open(String rule, String building, Cause cause, Missing... missing) {
        findings.add(new Finding.Undetermined(
                rule(rule),
                subject(building),
                cause,
                List.of(missing),
                Text.same("?"),
                null,
                null,
                List.of(),
                List.of(),
                Grade.OFFICIAL,
                List.of()));
    }

    private static Subject subject(String building) {
        return new Subject(Subject.Kind.BUILDING, building, Text.same(building));
    }

    private static RuleInfo rule(String id) {
        return new RuleInfo(
                id,
                "pack",
                Text.same(id),
                null,
                Subject.Kind.BUILDING,
                RuleInfo.Force.SHALL,
                "自然资源规划",
                "方案",
                RuleInfo.PackStanding.BINDING,
                RuleInfo.Apart.NONE,
                Text.same(id));
    }
}
