package redline.casefile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import redline.casefile.Declined.Why;

/** What applicants answer to the items that a round was asked to change (修改对照表), item by item, with the round after. */
public final class Replies {
    private final Office office;
    private final Store store;
    private final JdbcClient database;

    public Replies(Office office) {
        this.office = office;
        this.store = office.store();
        this.database = store.database();
    }

    /** @param words by item; an empty one is taken back */
    public void answer(Account by, OfficeCase kase, Round round, Map<FindingKey, String> words) {
        if (!Cases.mayHandIn(by, kase)) {
            throw new Declined(Why.NOT_YOURS);
        }
        CaseState state = office.tables().course().state(kase.state());
        if (!state.rounds() && state.clock() != CaseState.ClockRun.RUNS || state.ended()) {
            throw office.otherState(kase);
        }
        store.together(() -> {
            Map<String, String> told = new LinkedHashMap<>();
            words.forEach((key, given) -> {
                String answer = Office.optional("reply", given, 4000);
                remove(round, key);
                if (!answer.isEmpty()) {
                    insert(by, round, key, answer);
                }
                told.put(key.rule() + " " + key.subject(), answer);
            });
            store.audit().append(by.name(), "items-answered", kase.number(), told);
            return null;
        });
    }

    private void remove(Round round, FindingKey key) {
        database.sql("delete from reply where round_id = :round and rule = :rule and subject_kind = :kind"
                        + " and subject = :subject")
                .param("round", round.id())
                .param("rule", key.rule())
                .param("kind", key.subjectKind())
                .param("subject", key.subject())
                .update();
    }

    private void insert(Account by, Round round, FindingKey key, String answer) {
        database.sql("insert into reply (round_id, rule, subject_kind, subject, words, by_account, at_time)"
                        + " values (:round, :rule, :kind, :subject, :words, :by, :now)")
                .param("round", round.id())
                .param("rule", key.rule())
                .param("kind", key.subjectKind())
                .param("subject", key.subject())
                .param("words", answer)
                .param("by", by.id())
                .param("now", office.now())
                .update();
    }

    /** Answers handed in with a round, by item. */
    public Map<FindingKey, String> of(Round round) {
        Map<FindingKey, String> answers = new LinkedHashMap<>();
        List<Object[]> rows = database.sql("select rule, subject_kind, subject, words from reply where round_id = :id"
                        + " order by rule, subject_kind, subject")
                .param("id", round.id())
                .query((row, n) -> new Object[] {
                    new FindingKey(row.getString("rule"), row.getString("subject_kind"), row.getString("subject")),
                    row.getString("words")
                })
                .list();
        rows.forEach(row -> answers.put((FindingKey) row[0], (String) row[1]));
        return answers;
    }
}
