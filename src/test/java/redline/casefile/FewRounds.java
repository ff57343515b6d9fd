package redline.casefile;

import java.time.Clock;

/** Accounts whose passwords are hashed fast, for tests that log in often. */
public final class FewRounds {
    private FewRounds() {}

    public static Accounts in(Store store, Clock clock) {
        return new Accounts(store, clock, 1000);
    }
}
