package redline.casefile;

import java.util.Set;

/**
 * A finding as it was kept for lists, counts and precedents.
 *
 * @param position in the result
 * @param part name of its group
 * @param says in Chinese
 */
public record KeptFinding(
        int position,
        String rule,
        String subjectKind,
        String subject,
        String subjectName,
        String title,
        String verdict,
        String cause,
        String part,
        String force,
        String says) {
    private static final Set<String> WANTS_WORD = Set.of("MUST_CHANGE", "UNDETERMINED", "PASS");

    public FindingKey key() {
        return new FindingKey(rule, subjectKind, subject);
    }

    /** Whether a reviewer has to say something of it before the case goes on. */
    public boolean wantsWord() {
        return WANTS_WORD.contains(part);
    }
}
