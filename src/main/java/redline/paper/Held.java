package redline.paper;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.requirement.Citation;
import redline.requirement.RuleInfo;

/**
 * A violation that stays out of the papers for the applicant: a value that it rests on is below official text, and policy staff did not
 * look it up in its source (核对原文) yet. A missing fact is asked for all the same, as that says no value.
 *
 * @param values what has to be looked up, each once
 */
public record Held(Finding finding, List<Citation> values) {
    public Held {
        values = List.copyOf(values);
    }

    /**
     * Empty where nothing has to be looked up, and for what is not broken or mere office practice (内部口径), which no paper says anyway.
     *
     * @param lookedUp names of the values that were looked up
     */
    public static Optional<Held> of(Finding finding, Set<String> lookedUp) {
        if (finding.verdict() != Verdict.VIOLATION || finding.rule().force() == RuleInfo.Force.OFFICE_PRACTICE) {
            return Optional.empty();
        }
        List<Citation> values = toLookUp(finding, lookedUp);
        return values.isEmpty() ? Optional.empty() : Optional.of(new Held(finding, values));
    }

    /** Values below official text that a finding rests on and nobody looked up, each once. */
    static List<Citation> toLookUp(Finding finding, Set<String> lookedUp) {
        return ItemWriter.citations(finding).stream()
                .filter(citation -> citation.toLookUp() && !lookedUp.contains(citation.value()))
                .distinct()
                .toList();
    }
}
