package redline.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rounds as they stand in the database. */
final class RoundRows {
    private static final String COLUMNS = "select id, case_id, number, submitted_on, at_time as at, by_account, state,"
            + " choices, complaints, judging from case_round";

    private final JdbcClient database;

    RoundRows(JdbcClient database) {
        this.database = database;
    }

    Optional<Round> byId(String id) {
        return database.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query(Round.class)
                .optional();
    }

    Optional<Round> byNumber(String caseId, int number) {
        return database.sql(COLUMNS + " where case_id = :id and number = :number")
                .param("id", caseId)
                .param("number", number)
                .query(Round.class)
                .optional();
    }

    /** First to last. */
    List<Round> of(String caseId) {
        return database.sql(COLUMNS + " where case_id = :id order by number")
                .param("id", caseId)
                .query(Round.class)
                .list();
    }

    /** The last one that was judged. */
    Optional<Round> judged(String caseId) {
        return database.sql(COLUMNS + " where case_id = :id and judging is not null order by number desc"
                        + " fetch first 1 rows only")
                .param("id", caseId)
                .query(Round.class)
                .optional();
    }
}
