package redline.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redline.casefile.AuditLog.Fault;
import redline.casefile.AuditLog.Finding;

/** No entry of the log can be changed, taken out or put in without the look at the whole finding it. */
class AuditLogTest {
    private static final Clock MONDAY = Clock.fixed(Instant.parse("2026-03-02T01:30:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private static void log(Store store, String act, String about) {
        store.together(() -> {
            store.audit().append("王工", act, about, Map.of("from", "暂存", "to", "已收件"));
            return null;
        });
    }

    private Store three(Databases kind) throws IOException {
        Store store = Store.open(kind.in(folder), MONDAY);
        log(store, "case-received", "2026-0001");
        log(store, "case-accepted", "2026-0001");
        log(store, "case-received", "2026-0002");
        return store;
    }

    @ParameterizedTest
    @EnumSource
    void an_untouched_log_is_whole_also_after_it_was_closed(Databases kind) throws IOException {
        StoreSettings settings = kind.in(folder);
        String last;
        try (Store store = Store.open(settings, MONDAY)) {
            log(store, "case-received", "2026-0001");
            log(store, "case-accepted", "2026-0001");
            last = ((Finding.Whole) store.audit().verify()).hash();
        }
        try (Store store = Store.open(settings, MONDAY)) {
            assertThat(store.audit().verify()).isEqualTo(new Finding.Whole(2, last));
            assertThat(store.audit().about("2026-0001"))
                    .extracting(AuditEntry::number, AuditEntry::at, AuditEntry::act, AuditEntry::details)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(
                                    2L,
                                    "2026-03-02T01:30:00.000000Z",
                                    "case-accepted",
                                    "{\"from\":\"暂存\",\"to\":\"已收件\"}"),
                            org.assertj.core.groups.Tuple.tuple(
                                    1L,
                                    "2026-03-02T01:30:00.000000Z",
                                    "case-received",
                                    "{\"from\":\"暂存\",\"to\":\"已收件\"}"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_character_changed_in_any_column_breaks_the_chain_at_that_entry(Databases kind) throws IOException {
        try (Store store = three(kind)) {
            for (String column : List.of("at_time", "who", "act", "about", "details", "hash")) {
                String before = store.database()
                        .sql("select " + column + " from audit_entry where number = 2")
                        .query(String.class)
                        .single();
                change(store, column, (before.charAt(0) == 'x' ? "y" : "x") + before.substring(1));

                assertThat(store.audit().verify()).as(column).isEqualTo(new Finding.Broken(2, Fault.CHANGED));

                change(store, column, before);
                assertThat(store.audit().verify()).isInstanceOf(Finding.Whole.class);
            }
        }
    }

    private static void change(Store store, String column, String value) {
        store.database()
                .sql("update audit_entry set " + column + " = :value where number = 2")
                .param("value", value)
                .update();
    }

    @ParameterizedTest
    @EnumSource
    void an_entry_taken_out_is_missing_and_an_end_cut_off_is_told(Databases kind) throws IOException {
        try (Store store = three(kind)) {
            store.database().sql("delete from audit_entry where number = 3").update();
            assertThat(store.audit().verify()).isEqualTo(new Finding.Broken(3, Fault.CUT_OFF));

            store.database().sql("delete from audit_entry where number = 1").update();
            assertThat(store.audit().verify()).isEqualTo(new Finding.Broken(1, Fault.MISSING));
        }
    }

    @ParameterizedTest
    @EnumSource
    void two_entries_that_change_places_break_the_chain(Databases kind) throws IOException {
        try (Store store = three(kind)) {
            store.database()
                    .sql("update audit_entry set number = 9 where number = 1")
                    .update();
            store.database()
                    .sql("update audit_entry set number = 1 where number = 2")
                    .update();
            store.database()
                    .sql("update audit_entry set number = 2 where number = 9")
                    .update();

            assertThat(store.audit().verify()).isEqualTo(new Finding.Broken(1, Fault.CHANGED));
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_act_that_is_undone_leaves_no_entry(Databases kind) throws IOException {
        try (Store store = three(kind)) {
            assertThatThrownBy(() -> store.together(() -> {
                        store.audit().append("王工", "case-accepted", "2026-0002", Map.of());
                        throw new IllegalArgumentException("the rest of the act fails");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);

            assertThat(store.audit().verify())
                    .isInstanceOfSatisfying(
                            Finding.Whole.class,
                            whole -> assertThat(whole.entries()).isEqualTo(3));
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_logged_outside_of_the_transaction_that_does_it(Databases kind) throws IOException {
        try (Store store = three(kind)) {
            assertThatThrownBy(() -> store.audit().append("王工", "case-accepted", "2026-0002", Map.of()))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void many_who_act_at_once_make_one_chain(Databases kind) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(8);
        try (Store store = Store.open(kind.in(folder), MONDAY)) {
            List<Future<?>> acts = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String about = "2026-" + i;
                acts.add(people.submit(() -> log(store, "case-received", about)));
            }
            for (Future<?> act : acts) {
                act.get();
            }

            assertThat(store.audit().verify())
                    .isInstanceOfSatisfying(
                            Finding.Whole.class,
                            whole -> assertThat(whole.entries()).isEqualTo(200));
        } finally {
            people.shutdownNow();
        }
    }
}
