package redline.casefile;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A judging of a round. With the record and the rules kept under their hashes it can be done again without the drawing.
 *
 * @param number within its round, from 1
 * @param why it was done
 * @param recordSha, resultSha, reportSha, rulesSha hashes of the originals: the record that rules saw, the result as JSON, the
 *     report as PDF, and the rule files as a zip
 * @param rulesHash of the rules as results name it
 * @param settings of the profile that policy staff had settled
 * @param program that judged
 */
public record Judging(
        String id,
        String roundId,
        int number,
        OffsetDateTime at,
        String why,
        String recordSha,
        String resultSha,
        String reportSha,
        String rulesSha,
        String rulesHash,
        String profile,
        List<OfficeSettings.Setting> settings,
        String program,
        String verdict) {}
