package redline.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import redline.check.CheckResult;
import redline.finding.Asked;
import redline.finding.Conclusion;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.report.Clause;
import redline.requirement.RuleInfo;

/**
 * The findings of a check sorted into the sections of a paper for the applicant.
 *
 * <p>A violation stands in a section until it is corrected or excepted. A missing fact stands there once the reviewer demanded it.
 * What is open in its basis, needs judgement, is held by the authority itself, or follows office practice only (内部口径) never does;
 * nor does a violation that rests on a value that was not looked up in its source.
 *
 * @param changes violations that decide
 * @param supplements what the applicant has to supply
 * @param others violations of what other authorities decide
 * @param advice violations of what is only advised, or belongs to a later stage
 * @param told the findings behind all of these
 * @param waiting what the applicant could supply and nobody decided on
 * @param held violations that would stand in one of the sections, were their basis looked up
 */
record Sections(
        List<Item> changes,
        List<Item> supplements,
        List<Item> others,
        List<Item> advice,
        List<Finding> told,
        List<Finding> waiting,
        List<Held> held) {

    /** @param lookedUp names of the values that were looked up in their source */
    static Sections of(CheckResult result, List<Settled> settled, Set<String> lookedUp) {
        Sections sections = new Sections(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        Map<String, List<Finding>> demanded = new LinkedHashMap<>();
        ItemWriter writer = new ItemWriter(lookedUp);
        for (Clause clause : Clause.brokenFirst(result.findings())) {
            for (Finding finding : clause.findings()) {
                sections.sort(finding, decision(finding, settled), writer, demanded);
            }
        }
        demanded.values().forEach(alike -> sections.supplements.add(writer.supplement(alike)));
        return sections;
    }

    private static Settled decision(Finding finding, List<Settled> settled) {
        return settled.stream().filter(one -> one.isAbout(finding)).findFirst().orElse(null);
    }

    private void sort(Finding finding, Settled decision, ItemWriter writer, Map<String, List<Finding>> demanded) {
        if (finding.rule().force() == RuleInfo.Force.OFFICE_PRACTICE || decision != null && decision.lifts()) {
            return;
        }
        if (finding.verdict() == Verdict.VIOLATION) {
            Optional<Held> stays = Held.of(finding, writer.lookedUp());
            if (stays.isPresent()) {
                held.add(stays.get());
            } else {
                told.add(finding);
                sectionOf(finding).add(writer.item(finding, decision));
            }
        } else if (finding instanceof Finding.Undetermined open && open.asked() == Asked.APPLICANT) {
            if (decision == null) {
                waiting.add(finding);
            } else if (decision.as() == Settled.As.DEMANDED) {
                told.add(finding);
                if (decision.sentence() != null) {
                    supplements.add(writer.supplement(finding, decision));
                } else {
                    demanded.computeIfAbsent(writer.missing(finding), missing -> new ArrayList<>())
                            .add(finding);
                }
            }
        }
    }

    private List<Item> sectionOf(Finding violation) {
        return switch (Conclusion.groupOf(violation)) {
            case MUST_CHANGE -> changes;
            case OTHER_AUTHORITY -> others;
            case ADVICE, LATER_STAGE -> advice;
            case UNDETERMINED, PASS, NOT_APPLICABLE -> throw new IllegalStateException("not a violation");
        };
    }
}
