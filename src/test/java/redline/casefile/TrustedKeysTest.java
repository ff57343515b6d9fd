package redline.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.exchange.Exchange;
import redline.exchange.Installation;
import redline.exchange.SigningKey;

/** Whom the office trusts: the log tells since when, and until when. */
class TrustedKeysTest {
    @TempDir
    private Path folder;

    private Installation made(String name) throws IOException {
        return SigningKey.make(folder.resolve(name), name).installation();
    }

    private static List<String> acts(Store store) {
        return store.audit().find(new AuditLog.Search("", "system", "", 0), 100).stream()
                .filter(entry -> entry.act().startsWith("key-"))
                .map(entry -> entry.act() + " " + entry.about())
                .toList();
    }

    @Test
    void each_start_logs_what_is_new_and_what_is_gone_and_nothing_else() throws IOException {
        Installation one = made("一");
        Installation two = made("二");
        Clock clock = Clock.fixed(Instant.parse("2026-03-02T01:30:00Z"), ZoneOffset.UTC);
        try (Store store = Store.open(StoreSettings.in(folder.resolve("office")), clock)) {
            Office office = new Office(store, OfficeTables.read(), clock);
            for (List<Installation> trusted : List.of(
                    List.of(one),
                    List.of(one),
                    List.of(one, two),
                    List.of(two),
                    List.<Installation>of(),
                    List.of(one))) {
                new TrustedKeys(office, new Exchange(null, trusted)).log();
            }

            assertThat(acts(store))
                    .containsExactly(
                            "key-trusted " + one.fingerprint(),
                            "key-withdrawn " + two.fingerprint(),
                            "key-withdrawn " + one.fingerprint(),
                            "key-trusted " + two.fingerprint(),
                            "key-trusted " + one.fingerprint());
            assertThat(new TrustedKeys(office, new Exchange(null, List.of(one))).all())
                    .containsExactly(new TrustedKeys.Line(one, "2026-03-02T01:30:00.000000Z"));
        }
    }
}
