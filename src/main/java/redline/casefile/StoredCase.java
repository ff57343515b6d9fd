package redline.casefile;

import java.util.Map;

/**
 * A decided case as it can be judged again: what its last judged round was judged by and of.
 *
 * @param settings of the profile that were settled then, by name
 * @param recordSha hash of the record that rules saw, null where no round of the case was judged
 */
public record StoredCase(
        String number,
        String project,
        String parcelCode,
        String profile,
        Map<String, String> settings,
        String recordSha) {}
