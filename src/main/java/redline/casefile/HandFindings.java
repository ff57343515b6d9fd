package redline.casefile;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import redline.casefile.Declined.Why;

/** Findings that reviewers add to a round by hand, in the words of the letter: 位置 — 现状 — 要求 — 依据 — 修改建议. */
public final class HandFindings {
    private final Office office;
    private final Store store;
    private final JdbcClient database;

    public HandFindings(Office office) {
        this.office = office;
        this.store = office.store();
        this.database = store.database();
    }

    /** Which part of a letter it stands in. */
    public enum Part {
        MUST_CHANGE,
        OTHER_AUTHORITY,
        ADVICE
    }

    /** @param id null for a new one */
    public record HandFinding(
            String id,
            String title,
            String place,
            String actual,
            String required,
            String basis,
            String advice,
            Part part,
            String by) {}

    /** By what answers know it. */
    public static FindingKey key(String id) {
        return new FindingKey("by-hand", "", id);
    }

    public void add(Account by, OfficeCase kase, Round round, HandFinding finding) {
        if (!Cases.mayWork(by, kase) || kase.closed()) {
            throw new Declined(Why.NOT_YOURS);
        }
        String title = Office.field("title", finding.title(), 300);
        String basis = Office.field("basis", finding.basis(), 500);
        store.together(() -> {
            database.sql("insert into hand_finding (id, round_id, title, place, actual, required, basis, advice, part,"
                            + " by_account, at_time, withdrawn) values (:id, :round, :title, :place, :actual, :required,"
                            + " :basis, :advice, :part, :by, :now, false)")
                    .param("id", Office.newId())
                    .param("round", round.id())
                    .param("title", title)
                    .param("place", Office.optional("place", finding.place(), 300))
                    .param("actual", Office.optional("actual", finding.actual(), 1000))
                    .param("required", Office.optional("required", finding.required(), 1000))
                    .param("basis", basis)
                    .param("advice", Office.optional("advice", finding.advice(), 1000))
                    .param("part", finding.part().name())
                    .param("by", by.id())
                    .param("now", office.now())
                    .update();
            store.audit()
                    .append(
                            by.name(),
                            "finding-added",
                            kase.number(),
                            Map.of("round", round.number(), "title", title, "basis", basis));
            return null;
        });
    }

    /** Takes one back; it stays in the log. */
    public void withdraw(Account by, OfficeCase kase, Round round, String id) {
        if (!Cases.mayWork(by, kase) || kase.closed()) {
            throw new Declined(Why.NOT_YOURS);
        }
        store.together(() -> {
            int known = database.sql("update hand_finding set withdrawn = true where id = :id and round_id = :round")
                    .param("id", id)
                    .param("round", round.id())
                    .update();
            if (known == 0) {
                throw new Declined(Why.NO_SUCH_FINDING);
            }
            store.audit().append(by.name(), "finding-withdrawn", kase.number(), Map.of("finding", id));
            return null;
        });
    }

    /** Those of a round that stand, in the order they were added. */
    public List<HandFinding> of(Round round) {
        return database.sql(
                        "select h.id, h.title, h.place, h.actual, h.required, h.basis, h.advice, h.part, a.name as by_name"
                                + " from hand_finding h join account a on a.id = h.by_account where h.round_id = :id"
                                + " and not h.withdrawn order by h.at_time, h.id")
                .param("id", round.id())
                .query((row, n) -> new HandFinding(
                        row.getString("id"),
                        row.getString("title"),
                        row.getString("place"),
                        row.getString("actual"),
                        row.getString("required"),
                        row.getString("basis"),
                        row.getString("advice"),
                        Part.valueOf(row.getString("part")),
                        row.getString("by_name")))
                .list();
    }
}
