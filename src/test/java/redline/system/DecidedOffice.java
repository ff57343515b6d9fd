package redline.system;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import redline.casefile.Databases;
import redline.casefile.FewRounds;
import redline.casefile.Role;
import redline.casefile.Store;
import redline.casefile.StoreSettings;
import redline.check.SchemeRecordJson;
import redline.fact.SchemeRecord;
import redline.intake.Hash;

/** An office that decided cases before the test begins: each has one judged round with a record, and nothing else of a judging. */
final class DecidedOffice {
    private DecidedOffice() {}

    static void fill(StoreSettings settings, Clock clock, List<SchemeRecord> records) throws IOException, SQLException {
        String applicant;
        String[] shas = new String[records.size()];
        try (Store store = Store.open(settings, clock)) {
            applicant = FewRounds.in(store, clock)
                    .make("system", "jianshe", "示例建设单位", "", Role.APPLICANT)
                    .account()
                    .id();
            for (int i = 0; i < shas.length; i++) {
                byte[] json = SchemeRecordJson.write(records.get(i));
                shas[i] = Hash.of(json);
                store.originals().keep(new ByteArrayInputStream(json));
                store.records().keep(shas[i], records.get(i));
            }
        }
        try (Connection connection = Databases.connect(settings)) {
            for (String sha : List.of(shas).stream().distinct().toList()) {
                run(
                        connection,
                        "insert into original (sha256, size_bytes, kept_at) values (?, 1, current_timestamp)",
                        sha);
            }
            for (int i = 0; i < shas.length; i++) {
                String id =
                        Hash.of(("case" + i).getBytes(StandardCharsets.UTF_8)).substring(0, 32);
                run(
                        connection,
                        "insert into office_case (id, number, kind, business, state, since, closed, project, project_code,"
                                + " parcel_code, applicant, profile, conclusion, form, search, verdict, violations,"
                                + " open_items, changed_at) values (?, ?, 'FORMAL', 'NEW', 'CLOSED', date '2026-01-05',"
                                + " true, ?, '', ?, ?, 'tongxiang', 'AGREED', '{}', '', 'PASS', 0, 0, current_timestamp)",
                        id,
                        String.format("2025-%04d", i + 1),
                        "示例项目 " + (i + 1),
                        "示例地块 " + (i + 1),
                        applicant);
                run(
                        connection,
                        "insert into case_round (id, case_id, number, submitted_on, at_time, by_account, choices, state,"
                                + " complaints, judging) values (?, ?, 1, date '2025-12-01', current_timestamp, ?, '{}',"
                                + " 'JUDGED', '[]', ?)",
                        id,
                        id,
                        applicant,
                        id);
                run(
                        connection,
                        "insert into judging (id, round_id, number, at_time, why, record_sha, result_sha, report_sha,"
                                + " rules_sha, rules_hash, profile, settings, program, verdict) values (?, ?, 1,"
                                + " current_timestamp, '', ?, ?, ?, ?, ?, 'tongxiang', '[]', '', 'PASS')",
                        id,
                        id,
                        shas[i],
                        shas[i],
                        shas[i],
                        shas[i],
                        shas[i]);
            }
        }
    }

    private static void run(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}
