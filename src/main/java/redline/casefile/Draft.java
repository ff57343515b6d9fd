package redline.casefile;

import java.time.OffsetDateTime;

/**
 * A draft of rules: a branch of the files in force, until somebody else approves it.
 *
 * @param number of all drafts, from 1
 * @param revision how often its files were changed
 * @param authorName of the account that began it
 * @param submittedAt null where it was not
 */
public record Draft(
        String id,
        long number,
        String title,
        String reason,
        State state,
        int revision,
        String author,
        String authorName,
        OffsetDateTime begunAt,
        OffsetDateTime changedAt,
        OffsetDateTime submittedAt) {
    /** 草稿 | 待批 | 已公布 | 已撤下. */
    public enum State {
        OPEN,
        SUBMITTED,
        PUBLISHED,
        WITHDRAWN
    }
}
