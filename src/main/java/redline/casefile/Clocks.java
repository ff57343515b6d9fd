package redline.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clocks of cases, from the days on which they were accepted and stood still. */
final class Clocks {
    private final Office office;
    private final JdbcClient database;

    Clocks(Office office) {
        this.office = office;
        this.database = office.store().database();
    }

    /** Spans on which the clock of a case stands still, in their order. */
    List<CaseClock.Stop> stops(String caseId) {
        return database.sql("select from_day, until_day from clock_stop where case_id = :id order by number")
                .param("id", caseId)
                .query((row, n) -> stop(row))
                .list();
    }

    /** The same of several cases at once; those whose clock never stood still are left out. */
    Map<String, List<CaseClock.Stop>> stops(List<String> caseIds) {
        Map<String, List<CaseClock.Stop>> stops = new HashMap<>();
        if (!caseIds.isEmpty()) {
            database.sql("select case_id, from_day, until_day from clock_stop where case_id in (:ids) order by number")
                    .param("ids", caseIds)
                    .query(row -> {
                        stops.computeIfAbsent(row.getString("case_id"), id -> new ArrayList<>())
                                .add(stop(row));
                    });
        }
        return stops;
    }

    private static CaseClock.Stop stop(ResultSet row) throws SQLException {
        return new CaseClock.Stop(
                row.getObject("from_day", LocalDate.class), row.getObject("until_day", LocalDate.class));
    }

    ClockReading reading(OfficeCase kase) {
        return reading(kase, kase.acceptedOn() == null ? List.of() : stops(kase.id()));
    }

    ClockReading reading(OfficeCase kase, List<CaseClock.Stop> stops) {
        if (kase.acceptedOn() == null || !kase.kind().equals("FORMAL")) {
            return ClockReading.OFF;
        }
        LocalDate day = kase.closed() ? kase.since() : office.today();
        CaseClock clock = new CaseClock(kase.acceptedOn(), stops);
        WorkingDays days = office.tables().days();
        boolean stopped = !kase.closed() && clock.stopped(day);
        int used = clock.used(day, days);
        LocalDate due =
                kase.period() == null || stopped || kase.closed() ? null : clock.due(kase.period(), used, day, days);
        return new ClockReading(
                !kase.closed(),
                stopped,
                used,
                kase.period(),
                due,
                office.tables().unknownYears(kase.acceptedOn(), due == null ? day : Cases.later(due, day)));
    }

    /** Days used on a day, so that a step can note it. */
    int used(OfficeCase kase, LocalDate day) {
        return kase.acceptedOn() == null
                ? 0
                : new CaseClock(kase.acceptedOn(), stops(kase.id()))
                        .used(day, office.tables().days());
    }

    /** The last day of the period as the row is kept for the list, null while the clock stands still or does not run. */
    LocalDate due(OfficeCase kase, LocalDate day) {
        if (kase.acceptedOn() == null || kase.period() == null || kase.closed()) {
            return null;
        }
        CaseClock clock = new CaseClock(kase.acceptedOn(), stops(kase.id()));
        boolean open = clock.stops().stream().anyMatch(stop -> stop.until() == null);
        return open ? null : clock.due(kase.period(), day, office.tables().days());
    }
}
