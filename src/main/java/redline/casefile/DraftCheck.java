package redline.casefile;

import java.time.OffsetDateTime;

/**
 * What checking a draft came to.
 *
 * @param revision of the draft that was checked
 * @param rulesHash of the rules in force that it was checked against
 * @param lacking how much stands against submitting it
 * @param report as the workshop wrote it
 */
public record DraftCheck(int revision, String rulesHash, OffsetDateTime checkedAt, int lacking, String report) {
    /** Whether it still says something of the draft and of the rules in force. */
    public boolean about(Draft draft, String rulesInForce) {
        return revision == draft.revision() && rulesHash.equals(rulesInForce);
    }
}
