package redline.casefile;

import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds cases by any part of their numbers and names without looking at all of them: every place in a word of a case is a row, with
 * the characters that follow there. What is searched is looked up by that part of it which begins fewest rows.
 *
 * <p>The characters are packed into one number, so that the order of rows does not depend on the language of the database.
 */
final class CaseSearch {
    /** UTF-16 units that stand in a row. */
    private static final int UNITS = 4;
    /** So many rows are found fast enough to look no further. */
    private static final int RARE = 50;

    private final JdbcTemplate database;

    CaseSearch(DataSource database) {
        this.database = new JdbcTemplate(database);
    }

    /**
     * Rows that begin alike.
     *
     * @param from the first
     * @param to the last, included
     */
    record Span(long from, long to) {
        /** All that begin with the part of the key at a place. */
        static Span of(String key, int at) {
            return new Span(packed(key, at, '\u0000'), packed(key, at, '\uffff'));
        }

        /** Numbers have the order of their units, those that begin above 7FFF too. */
        private static long packed(String key, int at, char missing) {
            long packed = 0;
            for (int i = at; i < at + UNITS; i++) {
                packed = packed << Character.SIZE | (i < key.length() ? key.charAt(i) : missing);
            }
            return packed ^ Long.MIN_VALUE;
        }
    }

    /**
     * Rows of a part of the key.
     *
     * @param rows how many there are, as far as they were counted
     */
    record Part(Span span, long rows) {}

    /**
     * The part of a key that begins fewest rows.
     *
     * @param most so many rows are counted at most
     */
    Part rarest(String key, int most) {
        Part rarest = null;
        for (int at = 0; at < key.length() && (rarest == null || rarest.rows() > RARE); at += UNITS) {
            // The last part is as long as the others and overlaps the one before it.
            Span span = Span.of(key, Math.max(0, Math.min(at, key.length() - UNITS)));
            Long rows = database.queryForObject(
                    "select count(*) from (select 1 from case_tail where tail between ? and ?" + " fetch first " + most
                            + " rows only) counted",
                    Long.class,
                    span.from(),
                    span.to());
            if (rarest == null || rows < rarest.rows()) {
                rarest = new Part(span, rows);
            }
        }
        return rarest;
    }

    /**
     * Writes what a case is found by, once; within a transaction.
     *
     * @param search words, apart by blanks
     */
    void write(String caseId, String search) {
        TreeSet<Long> tails = new TreeSet<>();
        for (String word : search.split(" ", -1)) {
            for (int i = 0; i < word.length(); i++) {
                tails.add(Span.of(word, i).from());
            }
        }
        List<Object[]> rows =
                tails.stream().map(tail -> new Object[] {tail, caseId}).toList();
        database.batchUpdate("insert into case_tail (tail, case_id) values (?, ?)", rows);
    }

    /** Writes what all cases are found by, where nothing is written. */
    void writeAll() {
        database.query(
                "select id, search from office_case order by id", (org.springframework.jdbc.core.RowCallbackHandler)
                        row -> write(row.getString("id"), row.getString("search")));
    }
}
