package redline.casefile;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import redline.casefile.Declined.Why;

/** What people say of a finding or of a case, in threads; the applicant reads what is shown to him and what he wrote. */
public final class Conversation {
    private final Office office;
    private final Store store;
    private final JdbcClient database;

    public Conversation(Office office) {
        this.office = office;
        this.store = office.store();
        this.database = store.database();
    }

    /** @param shown whether the applicant reads it */
    public record Remark(FindingKey key, String words, boolean shown, String by, Role role, OffsetDateTime at) {}

    /**
     * Says something.
     *
     * @param key what of; all empty for the case as a whole
     */
    public void say(Account by, OfficeCase kase, FindingKey key, String words, boolean shown) {
        if (!Cases.maySee(by, kase)) {
            throw new Declined(Why.NOT_YOURS);
        }
        String said = Office.field("remark", words, 4000);
        boolean read = shown || by.role() == Role.APPLICANT;
        store.together(() -> {
            database.sql(
                            "insert into remark (id, case_id, rule, subject_kind, subject, words, shown, by_account, at_time,"
                                    + " number) values (:id, :case, :rule, :kind, :subject, :words, :shown, :by, :now, :number)")
                    .param("id", Office.newId())
                    .param("case", kase.id())
                    .param("rule", key.rule())
                    .param("kind", key.subjectKind())
                    .param("subject", key.subject())
                    .param("words", said)
                    .param("shown", read)
                    .param("by", by.id())
                    .param("now", office.now())
                    .param("number", office.next("remark"))
                    .update();
            store.audit()
                    .append(
                            by.name(),
                            "remark-made",
                            kase.number(),
                            Map.of("rule", key.rule(), "subject", key.subject(), "words", said, "shown", read));
            return null;
        });
    }

    /** As one may read them, first to last. */
    public List<Remark> of(Account reader, OfficeCase kase) {
        boolean all = reader.role() != Role.APPLICANT;
        return database.sql(
                        "select m.rule, m.subject_kind, m.subject, m.words, m.shown, a.name as by_name, a.role, m.at_time"
                                + " from remark m join account a on a.id = m.by_account where m.case_id = :id"
                                + (all ? "" : " and m.shown") + " order by m.number")
                .param("id", kase.id())
                .query((row, n) -> new Remark(
                        new FindingKey(row.getString("rule"), row.getString("subject_kind"), row.getString("subject")),
                        row.getString("words"),
                        row.getBoolean("shown"),
                        row.getString("by_name"),
                        Role.valueOf(row.getString("role")),
                        row.getObject("at_time", OffsetDateTime.class)))
                .list();
    }
}
