package redline.worker;

import java.time.Duration;

/**
 * What a worker may take: heap and metaspace in MB, and time from its start to its answer. The process is some 100 MB larger than the two
 * together.
 */
public record Limits(int heap, int metaspace, Duration time) {
    /** Enough to read, lint and compile all rules of an office. */
    public static final Limits ORDINARY = new Limits(768, 256, Duration.ofMinutes(2));
}
