package redline.casefile;

import java.time.OffsetDateTime;

/**
 * A published state of the rules; what is published is never changed, going back is a new one.
 *
 * @param draftId null for a state that came in through files or git
 * @param approver empty where nobody approved it in the workshop
 * @param rulesBefore, rulesHash of all rules before and after
 * @param archiveSha of the rules as a zip among the originals
 * @param undoSha of what it changed, file by file, among the originals; null of those of earlier programs
 * @param commitId of git, empty where there is no repository
 * @param changes in words, one a line
 */
public record Publication(
        long number,
        String draftId,
        String title,
        String reason,
        String author,
        String approver,
        OffsetDateTime publishedAt,
        String rulesBefore,
        String rulesHash,
        String archiveSha,
        String undoSha,
        String commitId,
        String changes) {
    /** Whether the program keeps what it takes to undo it. */
    public boolean undoable() {
        return undoSha != null;
    }

    /** Whether it came in past the workshop, through files or git. */
    public boolean fromFiles() {
        return draftId == null;
    }
}
