package redline.casefile;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import redline.intake.Hash;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every act of people and of the program, in one chain: each entry carries the hash of itself and the one before, so that no entry
 * can be changed, taken out or put in without every later one failing. An act is logged in the transaction that does it.
 */
public final class AuditLog {
    /** What the first entry follows. */
    public static final String BEGINNING = "0".repeat(64);

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final Store store;
    private final JdbcClient database;
    private final Clock clock;

    AuditLog(Store store, Clock clock) {
        this.store = store;
        this.database = store.database();
        this.clock = clock;
    }

    /** What a look at the whole chain found. */
    public sealed interface Finding {
        /** @param hash of the last entry: kept elsewhere it shows later that nothing was cut off */
        record Whole(long entries, String hash) implements Finding {}

        /** @param number of the first entry that does not follow */
        record Broken(long number, Fault fault) implements Finding {}
    }

    /** How an entry does not follow. */
    public enum Fault {
        CHANGED,
        MISSING,
        CUT_OFF
    }

    /** @throws IllegalStateException outside of a transaction */
    void append(String who, String act, String about, Map<String, ?> details) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an act is logged in the transaction that does it: " + act);
        }
        Head head = database.sql("select number, hash from audit_head where id = 1 for update")
                .query(Head.class)
                .single();
        AuditEntry bare = new AuditEntry(
                head.number() + 1,
                MICROSECONDS.format(Instant.now(clock)),
                who,
                act,
                about,
                JSON.writeValueAsString(details),
                "");
        String hash = hash(head.hash(), bare);
        database.sql("insert into audit_entry (number, at_time, who, act, about, details, hash)"
                        + " values (:number, :at, :who, :act, :about, :details, :hash)")
                .param("number", bare.number())
                .param("at", bare.at())
                .param("who", bare.who())
                .param("act", bare.act())
                .param("about", bare.about())
                .param("details", bare.details())
                .param("hash", hash)
                .update();
        database.sql("update audit_head set number = :number, hash = :hash where id = 1")
                .param("number", bare.number())
                .param("hash", hash)
                .update();
    }

    /** Logs an act that changes nothing else. */
    public void note(String who, String act, String about, Map<String, ?> details) {
        store.together(() -> {
            append(who, act, about, details);
            return null;
        });
    }

    private record Head(long number, String hash) {}

    private static String hash(String before, AuditEntry entry) {
        byte[] written = JSON.writeValueAsBytes(
                List.of(before, entry.number(), entry.at(), entry.who(), entry.act(), entry.about(), entry.details()));
        return Hash.of(written);
    }

    /** Looks at every entry, first to last. */
    public Finding verify() {
        return store.snapshot(this::walk);
    }

    private Finding walk() {
        Chain chain = new Chain();
        stream(chain::take);
        if (chain.broken != null) {
            return chain.broken;
        }
        Head head = database.sql("select number, hash from audit_head where id = 1")
                .query(Head.class)
                .single();
        return head.number() == chain.number && head.hash().equals(chain.hash)
                ? new Finding.Whole(chain.number, chain.hash)
                : new Finding.Broken(chain.number + 1, Fault.CUT_OFF);
    }

    /** Every entry, first to last. */
    public void each(Consumer<AuditEntry> reader) {
        store.snapshot(() -> {
            stream(reader);
            return null;
        });
    }

    private void stream(Consumer<AuditEntry> reader) {
        try (Stream<AuditEntry> entries = database
                .sql("select number, at_time as at, who, act, about, details, hash from audit_entry order by number")
                .withFetchSize(1000)
                .query(AuditEntry.class)
                .stream()) {
            entries.forEach(reader);
        }
    }

    /**
     * Every entry as a line of JSON, first to last. The details stay the text that was hashed, so that the chain can be followed from
     * the file alone: the hash is SHA-256 over the array of the hash before, number, at, who, act, about, details.
     *
     * @throws IOException where it cannot be written
     */
    public void export(OutputStream out) throws IOException {
        try {
            each(entry -> {
                try {
                    out.write(JSON.writeValueAsBytes(entry));
                    out.write('\n');
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
            out.flush();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    /**
     * What is looked for; what is empty is not asked after.
     *
     * @param before entries with a smaller number only; 0 for the newest
     */
    public record Search(String about, String who, String act, long before) {}

    /** Newest first, no more than {@code most}. */
    public List<AuditEntry> find(Search search, int most) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        Map.of("about", search.about(), "who", search.who(), "act", search.act())
                .forEach((column, wanted) -> {
                    if (!wanted.isEmpty()) {
                        conditions.add(column + " = :" + column);
                        values.put(column, wanted);
                    }
                });
        if (search.before() > 0) {
            conditions.add("number < :before");
            values.put("before", search.before());
        }
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return database.sql("select number, at_time as at, who, act, about, details, hash from audit_entry" + where
                        + " order by number desc limit :most")
                .params(values)
                .param("most", most)
                .query(AuditEntry.class)
                .list();
    }

    /** What was done to one case, paper or account, newest first. */
    public List<AuditEntry> about(String about) {
        return database.sql("select number, at_time as at, who, act, about, details, hash from audit_entry"
                        + " where about = :about order by number desc")
                .param("about", about)
                .query(AuditEntry.class)
                .list();
    }

    private static final class Chain {
        private long number;
        private String hash = BEGINNING;
        private Finding.Broken broken;

        void take(AuditEntry entry) {
            if (broken != null) {
                return;
            }
            if (entry.number() != number + 1) {
                broken = new Finding.Broken(number + 1, Fault.MISSING);
            } else if (!AuditLog.hash(hash, entry).equals(entry.hash())) {
                broken = new Finding.Broken(entry.number(), Fault.CHANGED);
            } else {
                number = entry.number();
                hash = entry.hash();
            }
        }
    }
}
