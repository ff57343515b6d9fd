package redline.rulepack;

/** What hostile rule texts try to reach: if any of it ran, it shows here. */
public final class Tripwire {
    public static volatile int touched;

    private Tripwire() {}

    public static synchronized int touch() {
        touched = touched + 1;
        return touched;
    }
}
