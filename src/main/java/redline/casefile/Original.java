package redline.casefile;

/**
 * A file as it was handed in, or a paper as it was issued.
 *
 * @param sha256 of its contents, 64 hex digits: its name in the store
 * @param size bytes
 */
public record Original(String sha256, long size) {}
