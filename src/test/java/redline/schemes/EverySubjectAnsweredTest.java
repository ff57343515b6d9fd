package redline.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redline.check.Check;
import redline.check.CheckResult;
import redline.fact.SchemeRecord;
import redline.requirement.PackUse;
import redline.scheme.Subject;
import redline.schemes.JudgedShowcase.Answered;

/** Promise 1: every rule answers for every subject, counted from the written files by code of the tests' own. */
class EverySubjectAnsweredTest {
    @ParameterizedTest
    @EnumSource(Showcase.class)
    void there_is_exactly_one_finding_for_each_rule_and_each_subject_of_its_kind(Showcase showcase) {
        double reach = JudgedShowcase.rules()
                .settings(JudgedShowcase.PROFILE)
                .pairReach()
                .doubleValue();
        PlainSubjects subjects = new PlainSubjects(showcase.tree(), reach);
        Set<String> expected = new TreeSet<>();
        CheckResult result = JudgedShowcase.judge(showcase);
        // Packs are in force or not by their dates; a rule of one that is not answers for nothing.
        Set<String> inForce = result.ruling().packs().stream()
                .filter(PackUse::inForce)
                .map(PackUse::id)
                .collect(Collectors.toSet());
        PlainRules.kindsOf(JudgedShowcase.PROFILE, inForce)
                .forEach((rule, kind) ->
                        subjects.of(kind).forEach(id -> expected.add(rule + " | " + constant(kind) + " | " + id)));
        assertThat(result.findings().stream()
                        // A pack that is not in force is one finding about the scheme, not about a subject of a rule.
                        .filter(finding -> finding.subject().kind() != Subject.Kind.SCHEME)
                        .map(finding -> Answered.of(finding).toString()))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void pairs_beyond_the_reach_are_one_stated_line() {
        SchemeRecord near = JudgedShowcase.judge(Showcase.OFFICE).record();
        SchemeRecord wide = new SchemeRecord(
                near.name(),
                near.sha256(),
                near.crs(),
                near.dates(),
                near.project(),
                near.letters(),
                near.facts(),
                near.absences(),
                near.measures(),
                near.declared(),
                near.outlines(),
                new SchemeRecord.Reach(new BigDecimal("200"), 11));
        assertThat(Check.judge(wide, JudgedShowcase.rules(), JudgedShowcase.PROFILE, null)
                        .ruling()
                        .notChecked())
                .filteredOn(topic -> topic.rule().equals("pairs-beyond-reach"))
                .extracting(topic -> topic.why().zh())
                .containsExactly("11 对建筑相距超过 200 m,大于任何间距要求,未逐对核对");
    }

    /** {@code VolumeSide} to {@code VOLUME_SIDE}. */
    private static String constant(String type) {
        return type.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(java.util.Locale.ROOT);
    }
}
