package redline.casefile;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How rules were decided on before (先例). */
public final class Precedents {
    private final Office office;
    private final JdbcClient database;

    public Precedents(Office office) {
        this.office = office;
        this.database = office.store().database();
    }

    /**
     * How a rule was decided on in the years before.
     *
     * @param times it was broken and decided on
     * @param reasons of the latest corrections, newest first
     */
    public record Past(long times, long corrected, long excepted, List<String> reasons) {}

    public Past of(String rule, int years) {
        OffsetDateTime since = office.now().minusYears(years);
        Map<String, Long> counts = new LinkedHashMap<>();
        database.sql("select kind, count(*) as times from decision where rule = :rule and latest and at_time >= :since"
                        + " and not (kind = 'ACCEPT' and verdict in ('PASS', 'NOT_APPLICABLE')) group by kind")
                .param("rule", rule)
                .param("since", since)
                .query((row, n) -> counts.put(row.getString("kind"), row.getLong("times")))
                .list();
        List<String> reasons = database.sql("select reason from decision where rule = :rule and latest"
                        + " and at_time >= :since and kind in ('CORRECT', 'EXCEPT') order by number desc"
                        + " fetch first 5 rows only")
                .param("rule", rule)
                .param("since", since)
                .query(String.class)
                .list();
        return new Past(
                counts.values().stream().mapToLong(Long::longValue).sum(),
                counts.getOrDefault("CORRECT", 0L),
                counts.getOrDefault("EXCEPT", 0L),
                reasons);
    }
}
