package redline.system;

import java.time.Clock;

/** The clock of the machine; everything else is handed one. */
public final class SystemClock {
    private SystemClock() {}

    public static Clock utc() {
        return Clock.systemUTC();
    }
}
