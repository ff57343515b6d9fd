package redline.system;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Slows guessing down: several wrong passwords in a row for one login, or from one address, and it has to wait. Counted in memory; a
 * restart forgets. An attempt counts as wrong until it turns out right, so that many at once gain nothing.
 */
final class LoginPace {
    private static final int REMEMBERED = 10_000;

    private final LoginSettings settings;
    private final Clock clock;
    private final Map<String, Attempts> logins = remembered();
    private final Map<String, Attempts> addresses = remembered();

    LoginPace(LoginSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    private record Attempts(int times, Instant last) {}

    /**
     * Whether an attempt may be made.
     *
     * @param rest how long it has to wait; zero: it may
     * @param last whether the next one has to wait, should this one be wrong
     */
    record Answer(Duration rest, boolean last) {}

    private static Map<String, Attempts> remembered() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Attempts> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    synchronized Answer attempt(String login, String address) {
        Instant now = clock.instant();
        Attempts byLogin = before(logins, key(login), now);
        Attempts byAddress = before(addresses, address, now);
        Instant until = Instant.MIN;
        if (byLogin.times() >= settings.wrong()) {
            until = byLogin.last().plus(settings.pause());
        }
        if (byAddress.times() >= settings.wrongFromOneAddress()) {
            Instant other = byAddress.last().plus(settings.pause());
            until = other.isAfter(until) ? other : until;
        }
        if (until.isAfter(now)) {
            return new Answer(Duration.between(now, until), false);
        }
        logins.put(key(login), new Attempts(byLogin.times() + 1, now));
        addresses.put(address, new Attempts(byAddress.times() + 1, now));
        return new Answer(
                Duration.ZERO,
                byLogin.times() + 1 >= settings.wrong() || byAddress.times() + 1 >= settings.wrongFromOneAddress());
    }

    private Attempts before(Map<String, Attempts> kind, String key, Instant now) {
        Attempts before = kind.get(key);
        return before == null || !before.last().plus(settings.pause()).isAfter(now) ? new Attempts(0, now) : before;
    }

    /** The attempt was right: the login starts anew, the address has one wrong less. */
    synchronized void right(String login, String address) {
        logins.remove(key(login));
        addresses.computeIfPresent(
                address, (same, before) -> new Attempts(Math.max(0, before.times() - 1), before.last()));
    }

    private static String key(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }
}
