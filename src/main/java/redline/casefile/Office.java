package redline.casefile;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HexFormat;

/** One office at work: its store, its tables, its day. */
public final class Office {
    /** Days of an office in China change at midnight there, wherever the machine stands. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Store store;
    private final OfficeTables tables;
    private final Clock clock;

    public Office(Store store, OfficeTables tables, Clock clock) {
        this.store = store;
        this.tables = tables;
        this.clock = clock;
    }

    public Store store() {
        return store;
    }

    public OfficeTables tables() {
        return tables;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    /** 128 random bits: who does not have an id cannot guess it. */
    static String newId() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }

    /** The next number of a series, from 1, none left out; within a transaction. */
    long next(String series) {
        if (!counted(series)) {
            // One at a time from here, so that two who begin a series do not both begin it.
            store.database()
                    .sql("select id from audit_head where id = 1 for update")
                    .query(Integer.class)
                    .single();
            if (!counted(series)) {
                store.database()
                        .sql("insert into series (name, last) values (:name, 1)")
                        .param("name", series)
                        .update();
            }
        }
        return store.database()
                .sql("select last from series where name = :name")
                .param("name", series)
                .query(Long.class)
                .single();
    }

    private boolean counted(String series) {
        return store.database()
                        .sql("update series set last = last + 1 where name = :name")
                        .param("name", series)
                        .update()
                == 1;
    }

    /** That a case is in another state than is needed. */
    Declined otherState(OfficeCase kase) {
        return new Declined(
                Declined.Why.OTHER_STATE, tables.course().state(kase.state()).title());
    }

    /** @throws Declined where the list has no such word */
    Choice choice(String list, String id) {
        return tables.choice(list, id)
                .orElseThrow(() -> new Declined(Declined.Why.NO_SUCH_CHOICE, list, String.valueOf(id)));
    }

    /** @throws Declined where there is nothing, or too much */
    static String field(String name, String given, int longest) {
        String text = optional(name, given, longest);
        if (text.isEmpty()) {
            throw new Declined(Declined.Why.FIELD_MISSING, name);
        }
        return text;
    }

    static String optional(String name, String given, int longest) {
        String text = given == null ? "" : given.strip();
        if (text.length() > longest) {
            throw new Declined(Declined.Why.FIELD_TOO_LONG, name, longest);
        }
        return text;
    }
}
