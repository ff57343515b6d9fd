package redline.casefile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import redline.casefile.Declined.Why;

/** The list of materials of a case: what was handed in, what is asked for. */
public final class Materials {
    private final Office office;
    private final Store store;
    private final JdbcClient database;

    public Materials(Office office) {
        this.office = office;
        this.store = office.store();
        this.database = store.database();
    }

    /** How an item stands. */
    public enum State {
        OPEN,
        PRESENT,
        /** Handed in, but not what it should be. */
        FAULTY,
        NOT_NEEDED
    }

    /** @param remark what is lacking, or why it is not needed */
    public record Line(OfficeTables.Item item, State state, String remark) {
        /** It is there, or a reviewer said why it need not be. */
        public boolean settled() {
            return state == State.PRESENT || state == State.NOT_NEEDED;
        }
    }

    /** In the order of the office's list. */
    public List<Line> lines(String caseId) {
        Map<String, Line> noted = new LinkedHashMap<>();
        Map<String, OfficeTables.Item> items = new LinkedHashMap<>();
        office.tables().items().forEach(item -> items.put(item.id(), item));
        database.sql("select item, state, remark from material where case_id = :id")
                .param("id", caseId)
                .query((row, n) ->
                        new String[] {row.getString("item"), row.getString("state"), row.getString("remark")})
                .list()
                .forEach(row -> {
                    if (items.containsKey(row[0])) {
                        noted.put(row[0], new Line(items.get(row[0]), State.valueOf(row[1]), row[2]));
                    }
                });
        return office.tables().items().stream()
                .map(item -> noted.getOrDefault(item.id(), new Line(item, State.OPEN, "")))
                .toList();
    }

    /**
     * Notes how items stand. A necessary one cannot be set aside without a reason.
     *
     * @param states by item; those not named stay as they are
     */
    public void note(Account by, OfficeCase kase, Map<String, State> states, Map<String, String> remarks) {
        if (!Cases.mayWork(by, kase) || by.role() != Role.REVIEWER) {
            throw new Declined(Why.NOT_YOURS);
        }
        if (kase.closed()) {
            throw office.otherState(kase);
        }
        store.together(() -> {
            Map<String, String> changed = new LinkedHashMap<>();
            for (Line line : lines(kase.id())) {
                String item = line.item().id();
                State state = states.getOrDefault(item, line.state());
                String remark = Office.optional(item, remarks.getOrDefault(item, line.remark()), 1000);
                if (line.item().necessary() && state == State.NOT_NEEDED && remark.isEmpty()) {
                    throw new Declined(Why.REASON_MISSING, line.item().title());
                }
                if (state != line.state() || !remark.equals(line.remark())) {
                    write(kase.id(), item, state, remark);
                    changed.put(item, state + (remark.isEmpty() ? "" : ": " + remark));
                }
            }
            if (!changed.isEmpty()) {
                store.audit().append(by.name(), "materials-noted", kase.number(), changed);
            }
            return null;
        });
    }

    /** An item whose file came in; what a reviewer said of it is asked anew. */
    void arrived(String caseId, String item) {
        write(caseId, item, State.PRESENT, "");
    }

    private void write(String caseId, String item, State state, String remark) {
        int known = database.sql(
                        "update material set state = :state, remark = :remark where case_id = :case and item = :item")
                .param("state", state.name())
                .param("remark", remark)
                .param("case", caseId)
                .param("item", item)
                .update();
        if (known == 0) {
            database.sql("insert into material (case_id, item, state, remark) values (:case, :item, :state, :remark)")
                    .param("case", caseId)
                    .param("item", item)
                    .param("state", state.name())
                    .param("remark", remark)
                    .update();
        }
    }
}
