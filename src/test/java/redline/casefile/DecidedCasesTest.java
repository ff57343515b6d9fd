package redline.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redline.check.CompactRecord;
import redline.check.SchemeRecordJson;
import redline.fact.Projection;
import redline.fact.SchemeRecord;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.intake.Source;
import redline.measure.Settings;

/** Which cases an office decided, and what their records are read from, on each kind of database. */
class DecidedCasesTest {
    private static final String NO_HASH = "0".repeat(64);

    @TempDir
    private Path folder;

    private Store open(Databases kind) throws IOException {
        return Store.open(kind.in(folder), Clock.systemUTC());
    }

    private static void account(Store store) {
        new Accounts(store, Clock.systemUTC()).make("test", "applicant", "申请人", "", Role.APPLICANT);
        store.database()
                .sql("insert into original (sha256, size_bytes, kept_at) values (:sha, 0, :now)")
                .param("sha", NO_HASH)
                .param("now", OffsetDateTime.now(Clock.systemUTC()))
                .update();
    }

    private static void kase(Store store, String number, String state) {
        store.database()
                .sql("insert into office_case (id, number, kind, business, state, since, closed, project, project_code,"
                        + " parcel_code, applicant, profile, conclusion, form, search, verdict, violations, open_items,"
                        + " changed_at) select :id, :number, 'FORMAL', 'NEW', :state, :day, true, :project, '', 'P-1', id,"
                        + " 'tongxiang', '', '{}', '', '', 0, 0, :now from account where login = 'applicant'")
                .param("id", id("c", number))
                .param("number", number)
                .param("state", state)
                .param("project", "项目 " + number)
                .param("day", LocalDate.of(2025, 1, 1))
                .param("now", OffsetDateTime.now(Clock.systemUTC()))
                .update();
    }

    /** {@code record} null: the round was not judged. */
    private static void round(Store store, String number, int round, String record, String settings) {
        String judging = record == null ? null : id("j" + round, number);
        store.database()
                .sql("insert into case_round (id, case_id, number, submitted_on, at_time, by_account, choices, state,"
                        + " complaints, judging) select :id, :kase, :number, :day, :now, id, '{}', 'JUDGED', '[]', :judging"
                        + " from account where login = 'applicant'")
                .param("id", id("r" + round, number))
                .param("kase", id("c", number))
                .param("number", round)
                .param("day", LocalDate.of(2025, 1, 1))
                .param("now", OffsetDateTime.now(Clock.systemUTC()))
                .param("judging", judging)
                .update();
        if (judging != null) {
            store.database()
                    .sql("insert into judging (id, round_id, number, at_time, why, record_sha, result_sha, report_sha,"
                            + " rules_sha, rules_hash, profile, settings, program, verdict) values (:id, :round, 1, :now, '',"
                            + " :record, :none, :none, :none, :none, 'national-only', :settings, '', 'PASS')")
                    .param("id", judging)
                    .param("round", id("r" + round, number))
                    .param("now", OffsetDateTime.now(Clock.systemUTC()))
                    .param("record", record)
                    .param("none", NO_HASH)
                    .param("settings", settings)
                    .update();
        }
    }

    private static String id(String prefix, String number) {
        return (prefix + number + "-".repeat(32)).substring(0, 32);
    }

    private static List<StoredCase> all(DecidedCases cases) {
        List<StoredCase> all = new ArrayList<>();
        cases.all().forEachRemaining(all::add);
        return all;
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void those_with_a_conclusion_are_decided_and_the_last_judged_round_counts(Databases kind) throws IOException {
        try (Store store = open(kind)) {
            account(store);
            kase(store, "2025-3", "CLOSED");
            kase(store, "2025-1", "CLOSED");
            kase(store, "2025-2", "WITHDRAWN");
            kase(store, "2025-4", "REJECTED");
            kase(store, "2025-5", "APPROVAL");
            String older = "a".repeat(64);
            String newer = "b".repeat(64);
            List.of(older, newer).forEach(sha -> store.record(new Original(sha, 1)));
            round(store, "2025-1", 1, older, "[]");
            round(store, "2025-1", 2, newer, "[[\"parking-level\",\"II\",\"文件\",\"2025-01-01\"]]");
            round(store, "2025-1", 3, null, "");
            round(store, "2025-2", 1, older, "[]");

            DecidedCases cases = new DecidedCases(new Office(store, OfficeTables.read(), Clock.systemUTC()));

            assertThat(cases.count()).isEqualTo(2);
            assertThat(all(cases))
                    .containsExactly(
                            new StoredCase(
                                    "2025-1",
                                    "项目 2025-1",
                                    "P-1",
                                    "national-only",
                                    Map.of("parking-level", "II"),
                                    newer),
                            new StoredCase("2025-3", "项目 2025-3", "P-1", "tongxiang", Map.of(), null));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void pages_follow_each_other_without_a_gap(Databases kind) throws IOException {
        try (Store store = open(kind)) {
            account(store);
            List<String> numbers = new ArrayList<>();
            for (int i = 0; i < 1203; i++) {
                numbers.add(String.format("2025-%04d", i));
                kase(store, numbers.get(i), "CLOSED");
            }

            DecidedCases cases = new DecidedCases(new Office(store, OfficeTables.read(), Clock.systemUTC()));

            assertThat(all(cases)).extracting(StoredCase::number).containsExactlyElementsOf(numbers);
        }
    }

    /** More undecided ones in a row than are read at once end nothing. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void whole_pages_without_a_decided_case_are_gone_through(Databases kind) throws IOException {
        try (Store store = open(kind)) {
            account(store);
            for (int i = 0; i < 1203; i++) {
                kase(store, String.format("2025-%04d", i), i == 1 || i == 1201 ? "CLOSED" : "WITHDRAWN");
            }

            DecidedCases cases = new DecidedCases(new Office(store, OfficeTables.read(), Clock.systemUTC()));

            assertThat(all(cases)).extracting(StoredCase::number).containsExactly("2025-0001", "2025-1201");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_record_is_read_from_its_original_and_made_anew_where_its_short_form_is_damaged(Databases kind)
            throws IOException {
        byte[] yaml = Files.readAllBytes(Path.of("test-cases", "schemes", "office-2016", "scheme.yaml"));
        Intake.Accepted read = (Intake.Accepted) SchemeReader.read(new Source("scheme.yaml", yaml), null);
        SchemeRecord record = Projection.of(read.scheme(), new Settings(null, null));
        try (Store store = open(kind)) {
            byte[] json = SchemeRecordJson.write(record);
            String sha = store.originals().keep(new ByteArrayInputStream(json)).sha256();
            Path form = folder.resolve("records").resolve(sha.substring(0, 2)).resolve(sha);

            assertThat(store.records().of(sha).dates()).isEqualTo(record.dates());
            byte[] whole = Files.readAllBytes(form);
            assertThat(whole).isEqualTo(CompactRecord.write(record, sha));

            byte[] damaged = whole.clone();
            damaged[whole.length / 2] ^= 1;
            Files.write(form, damaged);
            assertThat(store.records().of(sha).source()).isEqualTo(sha);
            assertThat(Files.readAllBytes(form)).isEqualTo(whole);

            Files.write(form, damaged);
            Files.write(store.originals().path(sha), new byte[] {'{', '}'});
            assertThatThrownBy(() -> store.records().of(sha))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("damaged");

            Files.delete(store.originals().path(sha));
            assertThatThrownBy(() -> store.records().of(sha)).isInstanceOf(IOException.class);
        }
    }
}
