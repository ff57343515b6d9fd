package redline.paper;

import redline.finding.Finding;
import redline.scheme.Subject;

/**
 * What a reviewer decided of one finding, known by rule and subject.
 *
 * @param sentence the officer's own sentence for the paper, null where ours stays
 * @param reason empty where none was given
 * @param document of an exception: kind, number and date; else empty
 */
public record Settled(
        String rule, Subject.Kind kind, String subject, As as, String sentence, String reason, String document) {
    /** 认可 · 更正 · 例外认定 · 要求补正. */
    public enum As {
        ACCEPTED,
        CORRECTED,
        EXCEPTION,
        DEMANDED
    }

    boolean isAbout(Finding finding) {
        return rule.equals(finding.rule().id())
                && kind == finding.subject().kind()
                && subject.equals(finding.subject().id());
    }

    /** Measured wrongly or excepted: what the finding says is not asked of the applicant. */
    boolean lifts() {
        return as == As.CORRECTED || as == As.EXCEPTION;
    }
}
