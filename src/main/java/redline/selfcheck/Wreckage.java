package redline.selfcheck;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.slf4j.Logger;

/** What the log keeps of a bug: where it happened, and no message, because messages quote what people handed in. */
final class Wreckage {
    private Wreckage() {}

    static void log(Logger log, String id, Throwable bug) {
        for (Throwable cause = bug; cause != null; cause = cause.getCause()) {
            String frames = Arrays.stream(cause.getStackTrace())
                    .limit(40)
                    .map(StackTraceElement::toString)
                    .collect(Collectors.joining("\n    at "));
            log.error("check {} failed with {}\n    at {}", id, cause.getClass().getName(), frames);
        }
    }
}
