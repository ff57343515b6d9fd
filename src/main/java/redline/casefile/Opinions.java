package redline.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import redline.casefile.Declined.Why;

/** What departments were asked and what they answered (部门意见): words, day, and what became of it. */
public final class Opinions {
    private final Office office;
    private final Store store;
    private final JdbcClient database;

    public Opinions(Office office) {
        this.office = office;
        this.store = office.store();
        this.database = store.database();
    }

    /**
     * An opinion asked for.
     *
     * @param department id of the list
     * @param subject what is asked
     * @param answeredOn null while it is awaited
     * @param adopted what became of it (采纳情况)
     */
    public record Opinion(
            String id,
            String department,
            LocalDate askedOn,
            String subject,
            LocalDate answeredOn,
            String words,
            String adopted) {}

    public void ask(Account by, OfficeCase kase, String department, LocalDate on, String subject) {
        working(by, kase);
        office.choice("department", department);
        String asked = Office.field("subject", subject, 2000);
        store.together(() -> {
            database.sql("insert into department_opinion (id, case_id, department, asked_on, subject, words, adopted,"
                            + " by_account) values (:id, :case, :department, :on, :subject, '', '', :by)")
                    .param("id", Office.newId())
                    .param("case", kase.id())
                    .param("department", department)
                    .param("on", on)
                    .param("subject", asked)
                    .param("by", by.id())
                    .update();
            store.audit()
                    .append(
                            by.name(),
                            "department-asked",
                            kase.number(),
                            Map.of("department", department, "on", on.toString(), "subject", asked));
            return null;
        });
    }

    public void answered(Account by, OfficeCase kase, String id, LocalDate on, String words, String adopted) {
        working(by, kase);
        String said = Office.field("opinion", words, 20_000);
        String became = Office.optional("adopted", adopted, 1000);
        store.together(() -> {
            int known = database.sql(
                            "update department_opinion set answered_on = :on, words = :words, adopted = :adopted"
                                    + " where id = :id and case_id = :case and asked_on <= :on")
                    .param("on", on)
                    .param("words", said)
                    .param("adopted", became)
                    .param("id", id)
                    .param("case", kase.id())
                    .update();
            if (known == 0) {
                throw new Declined(Why.DAYS_REVERSED, on, on);
            }
            store.audit()
                    .append(
                            by.name(),
                            "department-answered",
                            kase.number(),
                            Map.of("opinion", id, "on", on.toString(), "words", said, "adopted", became));
            return null;
        });
    }

    private void working(Account by, OfficeCase kase) {
        if (!Cases.mayWork(by, kase) || by.role() != Role.REVIEWER) {
            throw new Declined(Why.NOT_YOURS);
        }
        if (kase.closed()) {
            throw office.otherState(kase);
        }
    }

    /** In the order they were asked for. */
    public List<Opinion> of(String caseId) {
        return database.sql(
                        "select id, department, asked_on, subject, answered_on, words, adopted from department_opinion"
                                + " where case_id = :id order by asked_on, id")
                .param("id", caseId)
                .query(Opinion.class)
                .list();
    }
}
