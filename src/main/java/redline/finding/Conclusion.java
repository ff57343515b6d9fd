package redline.finding;

import java.util.List;

/**
 * The headline. {@code verdict} is over the findings that decide: a violation → VIOLATION; else an undetermined for a missing
 * fact, an open basis or a borderline value → UNDETERMINED; else at least one pass → PASS. Counts: over deciding findings, then those
 * apart.
 */
public record Conclusion(
        Verdict verdict,
        int violations,
        int missingFacts,
        int openBasis,
        int needsJudgement,
        int borderline,
        int passes,
        int notApplicable,
        int advice,
        int otherAuthorities,
        int laterStages) {
    /** Which group of the report a finding stands in. */
    public enum Group {
        MUST_CHANGE,
        UNDETERMINED,
        OTHER_AUTHORITY,
        LATER_STAGE,
        ADVICE,
        PASS,
        NOT_APPLICABLE
    }

    /** @throws IllegalStateException where no deciding rule judged anything (design §2: an error) */
    public static Conclusion of(List<Finding> findings) {
        int violations = 0,
                missing = 0,
                basis = 0,
                judgement = 0,
                borderline = 0,
                passes = 0,
                none = 0,
                advice = 0,
                other = 0,
                later = 0;
        boolean judged = false;
        boolean decidedPass = false;
        for (Finding finding : findings) {
            switch (groupOf(finding)) {
                case MUST_CHANGE -> violations++;
                case PASS -> passes++;
                case NOT_APPLICABLE -> none++;
                case OTHER_AUTHORITY -> other++;
                case LATER_STAGE -> later++;
                case ADVICE -> advice++;
                case UNDETERMINED -> {
                    switch (((Finding.Undetermined) finding).cause()) {
                        case MISSING_FACT -> missing++;
                        case BASIS_OPEN -> basis++;
                        case NEEDS_JUDGEMENT -> judgement++;
                        case BORDERLINE -> borderline++;
                    }
                }
            }
            judged |= finding.verdict() != Verdict.NOT_APPLICABLE;
            decidedPass |= finding.verdict() == Verdict.PASS && finding.rule().decides();
        }
        if (!judged) {
            throw new IllegalStateException("nothing was judged at all");
        }
        Verdict verdict = violations > 0
                ? Verdict.VIOLATION
                : missing + basis + borderline > 0 || !decidedPass ? Verdict.UNDETERMINED : Verdict.PASS;
        return new Conclusion(
                verdict, violations, missing, basis, judgement, borderline, passes, none, advice, other, later);
    }

    /** All that are undetermined. */
    public int undetermined() {
        return missingFacts + openBasis + needsJudgement + borderline;
    }

    /** The group of a finding: what does not decide stands apart unless it is a pass or not applicable. */
    public static Group groupOf(Finding finding) {
        if (finding.verdict() == Verdict.NOT_APPLICABLE) {
            return Group.NOT_APPLICABLE;
        }
        if (!finding.rule().decides()) {
            if (finding.verdict() == Verdict.PASS) {
                return Group.PASS;
            }
            return switch (finding.rule().apart()) {
                case OTHER_AUTHORITY -> Group.OTHER_AUTHORITY;
                case LATER_STAGE -> Group.LATER_STAGE;
                case ADVICE, NONE -> Group.ADVICE;
            };
        }
        return switch (finding.verdict()) {
            case VIOLATION -> Group.MUST_CHANGE;
            case UNDETERMINED -> Group.UNDETERMINED;
            case PASS -> Group.PASS;
            case NOT_APPLICABLE -> Group.NOT_APPLICABLE;
        };
    }
}
