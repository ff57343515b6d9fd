package redline.casefile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import redline.check.CheckResult;
import redline.finding.Finding;
import redline.paper.Held;
import redline.quantity.Language;
import redline.requirement.Citation;

/**
 * The values below official text that violations rest on. They are written with a judging; those of judgings from before are found by
 * judging the record again.
 */
public final class CitedValues {
    private static final int LONGEST = 2000;

    private final JdbcClient database;
    private final Store store;
    private final Office office;
    private final Results results;

    public CitedValues(Office office, Results results) {
        this.office = office;
        this.store = office.store();
        this.database = store.database();
        this.results = results;
    }

    /**
     * A value as findings cite it.
     *
     * @param name of the dated value, {@code file@hash}
     * @param pack id
     * @param says document, clause and number, Chinese
     */
    public record Cited(String name, String pack, String says) {}

    /** A case that is open, and in the latest round of which a violation rests on a value. */
    public record InCase(Cited value, String caseNumber, String project) {}

    /** Writes those of a judging that is written already; within a transaction. */
    static void write(Office office, String judgingId, CheckResult result) {
        Map<Integer, List<Citation>> byPosition = new LinkedHashMap<>();
        for (int position = 0; position < result.findings().size(); position++) {
            note(result.findings().get(position), position, byPosition);
        }
        write(office.store(), judgingId, byPosition);
    }

    private static void note(Finding finding, int position, Map<Integer, List<Citation>> byPosition) {
        Held.of(finding, Set.of()).ifPresent(held -> byPosition.put(position, held.values()));
    }

    private static void write(Store store, String judgingId, Map<Integer, List<Citation>> byPosition) {
        Map<String, Citation> values = new LinkedHashMap<>();
        List<Object[]> rows = new ArrayList<>();
        byPosition.forEach((position, citations) -> {
            Set<String> names = new TreeSet<>();
            citations.forEach(citation -> {
                values.putIfAbsent(citation.value(), citation);
                names.add(citation.value());
            });
            names.forEach(name -> rows.add(new Object[] {judgingId, position, name}));
        });
        List<Object[]> cited = values.values().stream()
                .map(one -> new Object[] {one.value(), one.sourceId(), says(one)})
                .toList();
        JdbcTemplate batch = new JdbcTemplate(store.connections());
        // Another judging may write the same value at this very moment.
        batch.batchUpdate("insert into cited_value (name, pack, says) values (?, ?, ?) on conflict do nothing", cited);
        batch.batchUpdate("insert into judged_value (judging_id, position, value_name) values (?, ?, ?)", rows);
        store.database()
                .sql("update judging set values_noted = true where id = :id")
                .param("id", judgingId)
                .update();
    }

    private static String says(Citation citation) {
        String where = citation.where(Language.ZH);
        String says = "《" + citation.source().zh() + "》" + (where.isEmpty() ? "" : " " + where);
        return says.length() > LONGEST ? says.substring(0, LONGEST - 1) + "…" : says;
    }

    /** Findings of the round's present judging that no paper may say, as long as only these values were looked up. */
    public Set<FindingKey> held(Round round, Set<String> lookedUp) {
        Judging judging = new Judgings(office).of(round).orElse(null);
        if (judging == null) {
            return Set.of();
        }
        find(judging);
        Set<FindingKey> held = new java.util.LinkedHashSet<>();
        database.sql("select f.rule, f.subject_kind, f.subject, v.value_name from judged_value v join judged_finding f"
                        + " on f.judging_id = v.judging_id and f.position = v.position where v.judging_id = :id"
                        + " order by v.position, v.value_name")
                .param("id", judging.id())
                .query((row, n) -> lookedUp.contains(row.getString("value_name"))
                        ? Optional.<FindingKey>empty()
                        : Optional.of(new FindingKey(
                                row.getString("rule"), row.getString("subject_kind"), row.getString("subject"))))
                .list()
                .forEach(key -> key.ifPresent(held::add));
        return held;
    }

    /** Values in the latest judged rounds of the cases that are not closed, by value and case. */
    public List<InCase> inOpenCases() {
        return database.sql("select distinct v.name, v.pack, v.says, c.number, c.project from judged_value j"
                        + " join cited_value v on v.name = j.value_name"
                        + " join case_round r on r.judging = j.judging_id join office_case c on c.id = r.case_id"
                        + " where not c.closed and r.number = (select max(l.number) from case_round l"
                        + " where l.case_id = c.id and l.judging is not null) order by v.name, c.number")
                .query((row, n) -> new InCase(
                        new Cited(row.getString("name"), row.getString("pack"), row.getString("says")),
                        row.getString("number"),
                        row.getString("project")))
                .list();
    }

    /** One by its name; there is none where no finding rests on it. */
    public Optional<Cited> byName(String name) {
        return database.sql("select name, pack, says from cited_value where name = :name")
                .param("name", name)
                .query(Cited.class)
                .optional();
    }

    /**
     * Finds the values of judgings from before that open cases show, some at a time as each takes a moment.
     *
     * @return how many cases are left
     */
    public int findMissing(int most) {
        List<String> unknown = database.sql("select j.id from judging j join case_round r on r.judging = j.id"
                        + " join office_case c on c.id = r.case_id where not j.values_noted and not c.closed"
                        + " and r.number = (select max(l.number) from case_round l where l.case_id = c.id"
                        + " and l.judging is not null) order by j.at_time desc, j.id")
                .query(String.class)
                .list();
        Judgings judgings = new Judgings(office);
        unknown.stream().limit(most).forEach(id -> find(judgings.byId(id).orElseThrow()));
        return Math.max(0, unknown.size() - most);
    }

    private void find(Judging judging) {
        if (noted(judging)) {
            return;
        }
        CheckResult result = results.of(judging).result();
        // By what they are about: another version of the program may have them in another order.
        Map<FindingKey, Integer> positions = new HashMap<>();
        database.sql("select position, rule, subject_kind, subject from judged_finding where judging_id = :id")
                .param("id", judging.id())
                .query((row, n) -> positions.put(
                        new FindingKey(row.getString("rule"), row.getString("subject_kind"), row.getString("subject")),
                        row.getInt("position")))
                .list();
        Map<Integer, List<Citation>> byPosition = new LinkedHashMap<>();
        for (Finding finding : result.findings()) {
            Integer position = positions.get(new FindingKey(
                    finding.rule().id(),
                    finding.subject().kind().name(),
                    finding.subject().id()));
            if (position != null) {
                note(finding, position, byPosition);
            }
        }
        store.together(() -> {
            // One at a time, so that two who ask at once do not both write them.
            database.sql("select id from judging where id = :id for update")
                    .param("id", judging.id())
                    .query(String.class)
                    .single();
            if (!noted(judging)) {
                write(store, judging.id(), byPosition);
            }
            return null;
        });
    }

    private boolean noted(Judging judging) {
        return database.sql("select values_noted from judging where id = :id")
                .param("id", judging.id())
                .query(Boolean.class)
                .single();
    }
}
