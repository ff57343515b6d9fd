package redline.casefile;

import java.time.OffsetDateTime;

/**
 * A published state of the rules; what is published is never changed, going back is a new one.
 *
 * @param draftId null for a state that did not come from a draft
 * @param rulesBefore, rulesHash of all rules before and after
 * @param archiveSha of the rules as a zip among the originals
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
        String commitId,
        String changes) {}
