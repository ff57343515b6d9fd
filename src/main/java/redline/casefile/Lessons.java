package redline.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import redline.casefile.Decisions.Kind;

/** What decisions teach about rules: each 更正 and each 例外认定 that holds is an example that a person judged. */
public final class Lessons {
    private static final String DECISIONS =
            " from decision d join case_round r on r.id = d.round_id join office_case c on c.id = r.case_id";

    private static final String THEIR_FINDINGS = " left join judged_finding f on f.judging_id = r.judging"
            + " and f.rule = d.rule and f.subject_kind = d.subject_kind and f.subject = d.subject";

    /** Decided on where it applied; a decision that waits for a second person, or was returned, does not count. */
    private static final String COUNTED = " where d.latest and d.second_word in ('NONE', 'AGREED')"
            + " and not (d.kind = 'ACCEPT' and d.verdict = 'NOT_APPLICABLE')";

    private static final String SINCE = " and d.at_time >= :since";

    private final Office office;
    private final JdbcClient database;

    public Lessons(Office office) {
        this.office = office;
        this.database = office.store().database();
    }

    /**
     * How a rule fared.
     *
     * @param cases in which it was decided on where it applied
     * @param corrected cases in which people corrected it, {@code excepted} those in which they made an exception
     * @param reasons those given most often first
     */
    public record OfRule(String rule, long cases, long corrected, long excepted, List<Reason> reasons) {
        /** Cases in which it was corrected, in percent of those in which it applied, rounded down. */
        public long share() {
            return cases == 0 ? 0 : 100 * corrected / cases;
        }
    }

    /** @param times how many decisions give it */
    public record Reason(Kind kind, String said, long times) {}

    /**
     * One example.
     *
     * @param found the verdict that the program found; empty where the round was judged again since and does not have the finding any longer
     * @param decided the verdict that holds
     */
    public record Lesson(
            String decision,
            String rule,
            String caseNumber,
            String project,
            int round,
            String roundId,
            FindingKey key,
            String subject,
            String found,
            Kind kind,
            String decided,
            String reason,
            String document,
            OffsetDateTime at) {}

    /** The rules that were corrected or excepted from in the years before, those corrected in the largest share of cases first. */
    public List<OfRule> all(int years) {
        List<OfRule> rules =
                new ArrayList<>(counted(SINCE, Map.of("since", office.now().minusYears(years))));
        rules.sort(Comparator.comparingDouble((OfRule rule) -> -(double) rule.corrected() / rule.cases())
                .thenComparing(rule -> -rule.corrected())
                .thenComparing(rule -> -rule.excepted()));
        return List.copyOf(rules);
    }

    /** One of them. */
    public Optional<OfRule> ofRule(String rule, int years) {
        return counted(
                        SINCE + " and d.rule = :rule",
                        Map.of("rule", rule, "since", office.now().minusYears(years)))
                .stream()
                .findFirst();
    }

    private List<OfRule> counted(String where, Map<String, ?> params) {
        Map<String, List<Reason>> reasons = new LinkedHashMap<>();
        database.sql("select d.rule, d.kind, d.reason, count(*) as times" + DECISIONS + COUNTED + where
                        + " and d.kind in ('CORRECT', 'EXCEPT') group by d.rule, d.kind, d.reason"
                        + " order by count(*) desc, d.kind, d.reason")
                .params(params)
                .query((row, n) -> reasons.computeIfAbsent(row.getString("rule"), rule -> new ArrayList<>())
                        .add(new Reason(
                                Kind.valueOf(row.getString("kind")), row.getString("reason"), row.getLong("times"))))
                .list();
        return database
                .sql("select d.rule, count(distinct c.id) as cases,"
                        + " count(distinct case when d.kind = 'CORRECT' then c.id end) as corrected,"
                        + " count(distinct case when d.kind = 'EXCEPT' then c.id end) as excepted" + DECISIONS + COUNTED
                        + where
                        + " group by d.rule order by d.rule")
                .params(params)
                .query((row, n) -> new OfRule(
                        row.getString("rule"),
                        row.getLong("cases"),
                        row.getLong("corrected"),
                        row.getLong("excepted"),
                        List.copyOf(reasons.getOrDefault(row.getString("rule"), List.of()))))
                .list()
                .stream()
                .filter(rule -> rule.corrected() > 0 || rule.excepted() > 0)
                .toList();
    }

    /** The examples of a rule in the years before, newest first. */
    public List<Lesson> of(String rule, int years, int most) {
        return lessons(
                SINCE + " and d.rule = :rule",
                Map.of("rule", rule, "since", office.now().minusYears(years)),
                most);
    }

    /** One example, however old. */
    public Optional<Lesson> byDecision(String decision) {
        return lessons(" and d.id = :id", Map.of("id", decision), 1).stream().findFirst();
    }

    private List<Lesson> lessons(String where, Map<String, ?> params, int most) {
        return database.sql("select d.*, c.number as case_number, c.project, r.number as round_number,"
                        + " coalesce(f.subject_name, d.subject) as subject_name, coalesce(f.verdict, '') as found"
                        + DECISIONS + THEIR_FINDINGS + COUNTED
                        + " and d.kind in ('CORRECT', 'EXCEPT')" + where + " order by d.number desc fetch first "
                        + most + " rows only")
                .params(params)
                .query((row, n) -> lesson(row))
                .list();
    }

    private static Lesson lesson(ResultSet row) throws SQLException {
        return new Lesson(
                row.getString("id"),
                row.getString("rule"),
                row.getString("case_number"),
                row.getString("project"),
                row.getInt("round_number"),
                row.getString("round_id"),
                new FindingKey(row.getString("rule"), row.getString("subject_kind"), row.getString("subject")),
                row.getString("subject_name"),
                row.getString("found"),
                Kind.valueOf(row.getString("kind")),
                row.getString("verdict"),
                row.getString("reason"),
                row.getString("document_number"),
                row.getObject("at_time", OffsetDateTime.class));
    }
}
