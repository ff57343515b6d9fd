package redline.casefile;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import redline.casefile.CaseList.Line;

/** Lists cases: a page is one look into an index, however many there are; how many there are is kept with every step. */
final class CaseListing {
    /**
     * A searched part that begins fewer rows is looked up by them. One with more is met soon in the order of the list. Where both ways
     * take as long, of 100 000 cases on H2.
     */
    static final int FEW = 2_000;

    private final Office office;
    private final Clocks clocks;
    private final JdbcClient database;
    private final CaseSearch search;
    private final int few;

    /** @param few as {@link #FEW} */
    CaseListing(Office office, Clocks clocks, int few) {
        this.few = few;
        this.search = new CaseSearch(office.store().connections());
        this.office = office;
        this.clocks = clocks;
        this.database = office.store().database();
    }

    CaseList list(Account viewer, CaseFilter filter, String columns) {
        List<String> numbers = numbers(viewer, filter);
        boolean more = numbers.size() > CaseFilter.PAGE;
        List<Line> lines = lines(numbers.subList(0, Math.min(numbers.size(), CaseFilter.PAGE)), columns);
        return new CaseList(timed(lines), more, counts(viewer, filter));
    }

    /** Of the cases of a page and the first of the next; told by an index alone where nothing is searched. */
    private List<String> numbers(Account viewer, CaseFilter filter) {
        List<String> where = new ArrayList<>();
        Map<String, Object> params = new LinkedHashMap<>();
        List<String> same = narrow(viewer, filter, where, params);
        String key = SearchKey.of(filter.text());
        CaseSearch.Part part = key.isEmpty() ? null : search.rarest(key, few);
        if (part != null) {
            where.add("c.search like :key escape '!'");
            params.put("key", SearchKey.anywhere(key));
        }
        boolean byRows = part != null && part.rows() < few;
        if (byRows) {
            where.add("t.tail between :from and :to");
            params.put("from", part.span().from());
            params.put("to", part.span().to());
        }
        // A left join, though every row has its case: so H2 begins with the rows.
        String from = byRows ? "case_tail t left join office_case c on c.id = t.case_id" : "office_case c";
        // What is the same in all lines comes first in the order, too: so H2 sees which index has that order.
        String order =
                byRows ? "" : same.stream().map(column -> "c." + column + ", ").collect(joining());
        return database.sql("select " + (byRows ? "distinct " : "") + "c.number, c.due_on from " + from + " where "
                        + String.join(" and ", where) + " order by " + order
                        + "c.due_on, c.number offset :skip rows fetch first :most rows only")
                .params(params)
                .param("skip", (long) Math.max(0, filter.page()) * CaseFilter.PAGE)
                .param("most", CaseFilter.PAGE + 1)
                .query((row, n) -> row.getString("number"))
                .list();
    }

    private List<Line> lines(List<String> numbers, String columns) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        SimplePropertyRowMapper<OfficeCase> rows = new SimplePropertyRowMapper<>(OfficeCase.class);
        return database.sql("select " + columns + ", a.name as applicant_name, h.name as handler_name"
                        + " from office_case c join account a on a.id = c.applicant left join account h on h.id = c.handler"
                        + " where c.number in (:numbers) order by c.due_on, c.number")
                .param("numbers", numbers)
                .query((row, n) -> {
                    OfficeCase kase = rows.mapRow(row, n);
                    String handler = row.getString("handler_name");
                    return new Line(kase, row.getString("applicant_name"), handler == null ? "" : handler, null);
                })
                .list();
    }

    private List<Line> timed(List<Line> lines) {
        Map<String, List<CaseClock.Stop>> stops =
                clocks.stops(lines.stream().map(line -> line.kase().id()).toList());
        return lines.stream()
                .map(line -> new Line(
                        line.kase(),
                        line.applicantName(),
                        line.handlerName(),
                        clocks.reading(
                                line.kase(), stops.getOrDefault(line.kase().id(), List.of()))))
                .toList();
    }

    /** Columns that have one value in all lines. */
    private static List<String> narrow(
            Account viewer, CaseFilter filter, List<String> where, Map<String, Object> params) {
        List<String> columns = new ArrayList<>();
        String own = own(viewer);
        if (own != null && (filter.mine() || viewer.role() != Role.REVIEWER)) {
            columns.add(own);
            where.add("c." + own + " = :viewer");
            params.put("viewer", viewer.id());
        }
        if (filter.state().isEmpty()) {
            columns.add("closed");
            where.add("c.closed = :closed");
            params.put("closed", filter.closed());
        } else {
            columns.add("state");
            where.add("c.state = :state");
            params.put("state", filter.state());
        }
        return columns;
    }

    /** Column that says whose case it is to one who sees only his own, null for one who sees all. */
    private static String own(Account viewer) {
        return switch (viewer.role()) {
            case APPLICANT -> "applicant";
            case OUTSIDE_REVIEWER -> "outside";
            case REVIEWER -> "handler";
            case SECTION_HEAD, APPROVER, POLICY -> null;
            case ADMINISTRATOR -> "applicant";
        };
    }

    private Map<String, Long> counts(Account viewer, CaseFilter filter) {
        boolean few = viewer.role() == Role.APPLICANT || viewer.role() == Role.OUTSIDE_REVIEWER;
        boolean mine = filter.mine() && viewer.role() == Role.REVIEWER;
        StatementSpec asked = few
                ? database.sql("select state, count(*) as cases from office_case where " + own(viewer)
                                + " = :viewer group by state")
                        .param("viewer", viewer.id())
                : database.sql("select state, sum(cases) as cases from case_tally"
                                + (mine ? " where handler = :viewer" : "") + " group by state")
                        .params(mine ? Map.of("viewer", viewer.id()) : Map.of());
        Map<String, Long> found = new LinkedHashMap<>();
        asked.query((row, n) -> Map.entry(row.getString("state"), row.getLong("cases")))
                .list()
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        Map<String, Long> ordered = new LinkedHashMap<>();
        office.tables().course().states().forEach(state -> ordered.put(state.id(), found.getOrDefault(state.id(), 0L)));
        return ordered;
    }
}
