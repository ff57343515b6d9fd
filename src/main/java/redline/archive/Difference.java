package redline.archive;

import java.util.List;

/**
 * What the attached result says otherwise than the attached record and rules give.
 *
 * @param rule id; empty for what is about no finding
 * @param subject its name as the result has it
 * @param changes at least one
 */
public record Difference(String rule, String subject, List<Change> changes) {
    /**
     * One thing.
     *
     * @param key of the result, as {@code docs/result-format.md} has it
     * @param was in the attached result; empty where it has no such thing
     * @param is by the attached record and rules; empty where these give no such thing
     */
    public record Change(String key, String was, String is) {}
}
