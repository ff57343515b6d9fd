package redline.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import redline.check.CheckResult;
import redline.finding.Conclusion;
import redline.finding.Finding;
import redline.quantity.Language;
import redline.report.Reader;
import redline.report.Words;

/** Judgings of rounds, kept and found. */
public final class Judgings {
    private static final String FINDING =
            "select position, rule, subject_kind, subject, subject_name, title, verdict, cause,"
                    + " part, force, says from judged_finding where judging_id = :id";
    private static final int ROWS_AT_ONCE = 500;
    private static final int LONGEST_NAME = 300;

    private final Office office;
    private final JdbcClient database;

    public Judgings(Office office) {
        this.office = office;
        this.database = office.store().database();
    }

    /** The hashes under which the parts of a judging are kept. */
    record Parts(Original record, Original result, Original report, Original rules) {}

    /** Writes a judging and shows it from now on; within a transaction. */
    Judging write(
            Round round,
            String why,
            CheckResult result,
            String rulesHash,
            List<OfficeSettings.Setting> settings,
            Parts parts) {
        Store store = office.store();
        List.of(parts.record(), parts.result(), parts.report(), parts.rules()).forEach(store::record);
        int number = database.sql("select coalesce(max(number), 0) + 1 from judging where round_id = :id")
                .param("id", round.id())
                .query(Integer.class)
                .single();
        String id = Office.newId();
        database.sql("insert into judging (id, round_id, number, at_time, why, record_sha, result_sha, report_sha,"
                        + " rules_sha, rules_hash, profile, settings, program, verdict) values (:id, :round, :number,"
                        + " :now, :why, :record, :result, :report, :rules, :rulesHash, :profile, :settings, :program,"
                        + " :verdict)")
                .param("id", id)
                .param("round", round.id())
                .param("number", number)
                .param("now", office.now())
                .param("why", why)
                .param("record", parts.record().sha256())
                .param("result", parts.result().sha256())
                .param("report", parts.report().sha256())
                .param("rules", parts.rules().sha256())
                .param("rulesHash", rulesHash)
                .param("profile", result.ruling().profile())
                .param("settings", OfficeSettings.json(settings))
                .param("program", result.program())
                .param("verdict", result.conclusion().verdict().name())
                .update();
        writeFindings(id, result);
        CitedValues.write(office, id, result);
        show(round, id, result);
        return byId(id).orElseThrow();
    }

    private void writeFindings(String id, CheckResult result) {
        Reader reader = new Reader(Words.of(Language.ZH));
        List<Object[]> rows = new java.util.ArrayList<>();
        for (int position = 0; position < result.findings().size(); position++) {
            Finding finding = result.findings().get(position);
            rows.add(new Object[] {
                id,
                position,
                finding.rule().id(),
                finding.subject().kind().name(),
                finding.subject().id(),
                shortened(finding.subject().name().zh()),
                shortened(finding.rule().title().zh()),
                finding.verdict().name(),
                finding instanceof Finding.Undetermined open ? open.cause().name() : "",
                Conclusion.groupOf(finding).name(),
                finding.rule().force().name(),
                says(reader, finding)
            });
        }
        org.springframework.jdbc.core.JdbcTemplate batch =
                new org.springframework.jdbc.core.JdbcTemplate(office.store().connections());
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            batch.batchUpdate(
                    "insert into judged_finding (judging_id, position, rule, subject_kind, subject, subject_name,"
                            + " title, verdict, cause, part, force, says) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE)));
        }
    }

    private static String says(Reader reader, Finding finding) {
        String sentence = reader.sentence(finding);
        return sentence.isEmpty() ? reader.say(finding) : sentence;
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name;
    }

    private void show(Round round, String id, CheckResult result) {
        database.sql("update case_round set judging = :judging, state = 'JUDGED', complaints = '[]' where id = :id")
                .param("judging", id)
                .param("id", round.id())
                .update();
        Conclusion conclusion = result.conclusion();
        database.sql("update office_case set verdict = :verdict, violations = :violations, open_items = :open,"
                        + " changed_at = :now where id = :id and not exists (select 1 from case_round r"
                        + " where r.case_id = :id and r.number > :number and r.judging is not null)")
                .param("verdict", conclusion.verdict().name())
                .param("violations", conclusion.violations())
                .param("open", conclusion.undetermined())
                .param("now", office.now())
                .param("number", round.number())
                .param("id", round.caseId())
                .update();
    }

    public Optional<Judging> byId(String id) {
        return database.sql("select * from judging where id = :id")
                .param("id", id)
                .query((row, n) -> judging(row))
                .optional();
    }

    /** That of a round that is shown. */
    public Optional<Judging> of(Round round) {
        return round.judging() == null ? Optional.empty() : byId(round.judging());
    }

    /** All judgings of a round, first to last. */
    public List<Judging> all(Round round) {
        return database.sql("select * from judging where round_id = :id order by number")
                .param("id", round.id())
                .query((row, n) -> judging(row))
                .list();
    }

    private static Judging judging(ResultSet row) throws SQLException {
        return new Judging(
                row.getString("id"),
                row.getString("round_id"),
                row.getInt("number"),
                row.getObject("at_time", OffsetDateTime.class),
                row.getString("why"),
                row.getString("record_sha"),
                row.getString("result_sha"),
                row.getString("report_sha"),
                row.getString("rules_sha"),
                row.getString("rules_hash"),
                row.getString("profile"),
                OfficeSettings.read(row.getString("settings")),
                row.getString("program"),
                row.getString("verdict"));
    }

    /** Findings of the judging that is shown, in their order; none where there is none. */
    public List<KeptFinding> findings(Round round) {
        return round.judging() == null
                ? List.of()
                : database.sql(FINDING + " order by position")
                        .param("id", round.judging())
                        .query(KeptFinding.class)
                        .list();
    }

    public Optional<KeptFinding> finding(Round round, FindingKey key) {
        return database.sql(FINDING + " and rule = :rule and subject_kind = :kind and subject = :subject")
                .param("id", round.judging() == null ? "" : round.judging())
                .param("rule", key.rule())
                .param("kind", key.subjectKind())
                .param("subject", key.subject())
                .query(KeptFinding.class)
                .optional();
    }
}
