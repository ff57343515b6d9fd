package redline.casefile;

import java.nio.charset.StandardCharsets;

/**
 * A file as a draft would have it.
 *
 * @param path below the folder that holds {@code rules} and {@code test-cases}
 * @param content null where the file would go
 * @param beforeSha SHA-256 of the file in force when the draft took it up, null where there was none
 */
public record DraftFile(String path, String content, String beforeSha) {
    /** Null where the file would go. */
    public byte[] bytes() {
        return content == null ? null : content.getBytes(StandardCharsets.UTF_8);
    }
}
