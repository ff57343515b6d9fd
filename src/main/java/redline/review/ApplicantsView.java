package redline.review;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import redline.check.CheckResult;
import redline.fact.Outline;
import redline.fact.SchemeRecord;
import redline.finding.Finding;
import redline.remedy.Remedy;
import redline.requirement.RuleInfo;

/**
 * A result as the applicant may see it: without the office's own practice (审查口径), which is never quoted to him, and without the
 * lines that the office keeps (control lines), however they came into the scheme.
 */
final class ApplicantsView {
    static final Set<Outline.Kind> OF_THE_OFFICE = Set.of(Outline.Kind.CONTROL_LINE);

    private ApplicantsView() {}

    static CheckResult of(CheckResult result) {
        List<Finding> findings = result.findings().stream()
                .filter(finding -> finding.rule().force() != RuleInfo.Force.OFFICE_PRACTICE)
                .toList();
        return new CheckResult(
                result.program(), without(result.record()), result.ruling(), findings, result.conclusion());
    }

    /** Without those that break the office's own practice: told without it, a change would look better than it is. */
    static List<Remedy> remedies(List<Remedy> remedies, CheckResult result) {
        Set<String> ofTheOffice = result.findings().stream()
                .filter(finding -> finding.rule().force() == RuleInfo.Force.OFFICE_PRACTICE)
                .map(finding -> finding.rule().id())
                .collect(Collectors.toSet());
        return remedies.stream()
                .filter(remedy -> remedy.broken().stream().noneMatch(other -> ofTheOffice.contains(other.rule())))
                .toList();
    }

    private static SchemeRecord without(SchemeRecord record) {
        return record.with(record.outlines().stream()
                .filter(outline -> !OF_THE_OFFICE.contains(outline.kind()))
                .toList());
    }
}
