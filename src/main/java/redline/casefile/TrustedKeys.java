package redline.casefile;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import redline.exchange.Exchange;
import redline.exchange.Installation;

/**
 * Whom the office trusts is told by the files of its machine (docs/adr/0018-signed-exchange.md); when that changed, by the log: what is there at a
 * start and was not before is logged, and what is gone.
 */
public final class TrustedKeys {
    static final String TRUSTED = "key-trusted";
    static final String WITHDRAWN = "key-withdrawn";
    private static final int MOST = 100_000;

    private final Store store;
    private final Exchange exchange;

    public TrustedKeys(Office office, Exchange exchange) {
        this.store = office.store();
        this.exchange = exchange;
    }

    /**
     * A trusted key.
     *
     * @param since when its trust was logged
     */
    public record Line(Installation installation, String since) {}

    /** Logs what changed since the last start. */
    public void log() {
        store.together(() -> {
            Set<String> now = exchange.trusted().stream()
                    .map(Installation::fingerprint)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            Set<String> ever = store.audit().find(new AuditLog.Search("", "", TRUSTED, 0), MOST).stream()
                    .map(AuditEntry::about)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            for (Installation one : exchange.trusted()) {
                if (last(one.fingerprint()).isEmpty()) {
                    store.audit().append("system", TRUSTED, one.fingerprint(), Map.of("name", one.name()));
                }
            }
            for (String one : ever) {
                if (!now.contains(one) && last(one).isPresent()) {
                    store.audit().append("system", WITHDRAWN, one, Map.of());
                }
            }
            return null;
        });
    }

    /** The entry since which it is trusted. */
    private Optional<AuditEntry> last(String fingerprint) {
        return store.audit().about(fingerprint).stream()
                .filter(entry -> entry.act().equals(TRUSTED) || entry.act().equals(WITHDRAWN))
                .findFirst()
                .filter(entry -> entry.act().equals(TRUSTED));
    }

    /** Those that are trusted now. */
    public List<Line> all() {
        Map<Installation, String> since = new LinkedHashMap<>();
        exchange.trusted()
                .forEach(one -> since.put(
                        one, last(one.fingerprint()).map(AuditEntry::at).orElse("")));
        return since.entrySet().stream()
                .map(entry -> new Line(entry.getKey(), entry.getValue()))
                .toList();
    }
}
