package redline.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The cases that an office decided: those in a state that ends a case and that a step leads to which needs a conclusion. Withdrawn
 * and not accepted ones are none. They are read a page at a time, by number, so that nothing is held open between two pages.
 */
public final class DecidedCases {
    private static final int AT_ONCE = 500;

    private final JdbcClient database;
    private final Set<String> states;

    public DecidedCases(Office office) {
        this.database = office.store().database();
        Course course = office.tables().course();
        this.states = course.steps().stream()
                .filter(step -> step.needs().contains(CaseStep.Need.CONCLUSION)
                        && course.state(step.to()).ended())
                .map(CaseStep::to)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How many there are now. */
    public long count() {
        return states.isEmpty()
                ? 0
                : database.sql("select count(*) from office_case where state in (:states)")
                        .param("states", states)
                        .query(Long.class)
                        .single();
    }

    /**
     * A page of all cases, by number.
     *
     * @param decided those of the page that are
     * @param last number of the last one, decided or not; null where there are no more
     */
    record Page(List<StoredCase> decided, String last) {}

    /**
     * The cases after a number. Undecided ones are read and left out here: to pick them out by state, a database goes through all
     * cases of the state for every page.
     *
     * @param after "" for the first of all
     * @param most cases that are read
     */
    Page after(String after, int most) {
        List<StoredCase> decided = new ArrayList<>();
        String[] last = new String[1];
        database.sql("select c.number, c.state, c.project, c.parcel_code, c.profile as case_profile, j.record_sha,"
                        + " j.profile, j.settings from"
                        + " (select id, number, state, project, parcel_code, profile from office_case"
                        + " where number > :after order by number fetch first :most rows only) c"
                        + " left join case_round r on r.case_id = c.id and r.judging is not null and r.number ="
                        + " (select max(l.number) from case_round l where l.case_id = c.id and l.judging is not null)"
                        + " left join judging j on j.id = r.judging order by c.number")
                .param("after", after)
                .param("most", most)
                .query(row -> {
                    last[0] = row.getString("number");
                    if (states.contains(row.getString("state"))) {
                        decided.add(stored(row));
                    }
                });
        return new Page(decided, last[0]);
    }

    private static StoredCase stored(ResultSet row) throws SQLException {
        String record = row.getString("record_sha");
        String settings = row.getString("settings");
        return new StoredCase(
                row.getString("number"),
                row.getString("project"),
                row.getString("parcel_code"),
                record == null ? row.getString("case_profile") : row.getString("profile"),
                settings == null || settings.equals("[]")
                        ? Map.of()
                        : Map.copyOf(OfficeSettings.chosen(OfficeSettings.read(settings))),
                record);
    }

    /** All of them, by number. One that is decided meanwhile may or may not be among them. */
    public Iterator<StoredCase> all() {
        return new Iterator<>() {
            private final Deque<StoredCase> page = new ArrayDeque<>();
            private String last = states.isEmpty() ? null : "";

            @Override
            public boolean hasNext() {
                while (page.isEmpty() && last != null) {
                    Page more = after(last, AT_ONCE);
                    page.addAll(more.decided());
                    last = more.last();
                }
                return !page.isEmpty();
            }

            @Override
            public StoredCase next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return page.remove();
            }
        };
    }
}
