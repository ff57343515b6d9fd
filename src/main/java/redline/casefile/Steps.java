package redline.casefile;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import redline.casefile.CaseStep.StopDay;
import redline.casefile.Declined.Why;

/** Leads cases from state to state, as the office's table of steps says. */
public final class Steps {
    private final Office office;
    private final Store store;
    private final JdbcClient database;
    private final Cases cases;
    private final Clocks clocks;
    private final Needs needs;

    public Steps(Office office, Cases cases) {
        this.office = office;
        this.store = office.store();
        this.database = store.database();
        this.cases = cases;
        this.clocks = new Clocks(office);
        this.needs = new Needs(office);
    }

    /**
     * A step that was taken.
     *
     * @param on the day it counts from
     * @param at when it was recorded
     */
    public record Taken(
            int number,
            String step,
            String fromState,
            String toState,
            LocalDate on,
            OffsetDateTime at,
            String who,
            String note) {
        Taken withoutNote() {
            return new Taken(number, step, fromState, toState, on, at, who, "");
        }
    }

    /** A step that may come next, and what is still lacking for it. */
    public record Open(CaseStep step, List<Declined> lacks) {}

    /** Steps that one may take now, with what each still lacks. */
    public List<Open> open(Account by, OfficeCase kase) {
        return office.tables().course().from(kase.state()).stream()
                .filter(step -> may(by, kase, step))
                .map(step -> new Open(step, needs.lacking(kase, step, office.today())))
                .toList();
    }

    /** Whether one may take a step of a case at all. */
    static boolean may(Account by, OfficeCase kase, CaseStep step) {
        return step.who().contains(by.role())
                && Cases.maySee(by, kase)
                && (by.role() != Role.REVIEWER || Cases.mayWork(by, kase));
    }

    /**
     * A step by its id, for one whose role takes it at all; asked before a case is looked up, so that the answer tells nothing of it.
     *
     * @return empty where there is no such step
     * @throws Declined where it is for others
     */
    public Optional<CaseStep> step(Account by, String id) {
        Optional<CaseStep> step = office.tables().course().steps().stream()
                .filter(one -> one.id().equals(id))
                .findFirst();
        if (step.isPresent() && !step.get().who().contains(by.role())) {
            throw new Declined(Why.NOT_YOURS);
        }
        return step;
    }

    /**
     * Takes a step.
     *
     * @param on the day it counts from: not before the last step's, not after today
     * @param note for the record, may be empty
     * @throws Declined where it cannot be taken
     */
    public OfficeCase take(Account by, String caseId, String stepId, LocalDate on, String note) {
        CaseStep step = office.tables().course().step(stepId);
        String noted = Office.optional("note", note, 2000);
        return store.together(() -> {
            OfficeCase kase = cases.locked(caseId);
            if (!step.from().contains(kase.state())) {
                throw office.otherState(kase);
            }
            if (!may(by, kase, step)) {
                throw new Declined(Why.NOT_YOURS);
            }
            if (on.isBefore(kase.since())) {
                throw new Declined(Why.DAY_BEFORE_LAST_STEP, kase.since());
            }
            if (on.isAfter(office.today())) {
                throw new Declined(Why.DAY_IN_FUTURE, office.today());
            }
            List<Declined> lacking = needs.lacking(kase, step, on);
            if (!lacking.isEmpty()) {
                throw lacking.get(0);
            }
            move(by, kase, step, on, noted);
            return cases.byId(caseId).orElseThrow();
        });
    }

    private void move(Account by, OfficeCase kase, CaseStep step, LocalDate on, String note) {
        CaseState to = office.tables().course().state(step.to());
        boolean accepted = kase.acceptedOn() == null && to.clock() == CaseState.ClockRun.RUNS;
        endStop(kase, on);
        beginStop(kase, step, on);
        database.sql("update office_case set state = :state, since = :on, closed = :closed,"
                        + " accepted_on = :accepted, application_received = coalesce(application_received, :received),"
                        + " changed_at = :now where id = :id")
                .param("state", to.id())
                .param("on", on)
                .param("closed", to.ended())
                .param("accepted", accepted ? on : kase.acceptedOn())
                .param("received", accepted ? on : null)
                .param("now", office.now())
                .param("id", kase.id())
                .update();
        OfficeCase moved = cases.byId(kase.id()).orElseThrow();
        database.sql("update office_case set due_on = :due where id = :id")
                .param("due", clocks.due(moved, on))
                .param("id", kase.id())
                .update();
        String handler = kase.handler() == null ? "" : kase.handler();
        cases.tally(kase.state(), handler, -1);
        cases.tally(to.id(), handler, 1);
        int number = taken(kase.id()).size() + 1;
        database.sql("insert into case_step (case_id, number, step, from_state, to_state, on_day, at_time, who, note)"
                        + " values (:case, :number, :step, :from, :to, :on, :now, :who, :note)")
                .param("case", kase.id())
                .param("number", number)
                .param("step", step.id())
                .param("from", kase.state())
                .param("to", to.id())
                .param("on", on)
                .param("now", office.now())
                .param("who", by.id())
                .param("note", note)
                .update();
        store.audit()
                .append(
                        by.name(),
                        "step-" + step.id(),
                        kase.number(),
                        Map.of(
                                "from", kase.state(),
                                "to", to.id(),
                                "on", on.toString(),
                                "note", note,
                                "workingDays", clocks.used(moved, on)));
    }

    /** The clock runs again the day after; a stop whose end is known already stays as it is. */
    private void endStop(OfficeCase kase, LocalDate on) {
        database.sql("update clock_stop set until_day = :on where case_id = :id and until_day is null")
                .param("on", on)
                .param("id", kase.id())
                .update();
    }

    private void beginStop(OfficeCase kase, CaseStep step, LocalDate on) {
        if (step.stopsFrom() == null) {
            return;
        }
        Publicity.Display display = step.stopsFrom() == StopDay.DISPLAY || step.stopsUntil() == StopDay.DISPLAY
                ? new Publicity(office).latest(kase.id()).orElseThrow()
                : null;
        LocalDate from = switch (step.stopsFrom()) {
            case SAME -> on;
            case NEXT -> on.plusDays(1);
            case DISPLAY -> display.from();
        };
        database.sql(
                        "insert into clock_stop (case_id, number, step, from_day, until_day)"
                                + " values (:case, (select count(*) + 1 from clock_stop where case_id = :case), :step, :from, :until)")
                .param("case", kase.id())
                .param("step", step.id())
                .param("from", from)
                .param("until", step.stopsUntil() == StopDay.DISPLAY ? display.to() : null)
                .update();
    }

    /** Steps of a case as one may read them: notes of the office among itself are not for the applicant. */
    public List<Taken> taken(Account reader, OfficeCase kase) {
        List<Taken> all = taken(kase.id());
        if (reader.role() != Role.APPLICANT) {
            return all;
        }
        return all.stream()
                .map(taken -> forApplicants(taken.step()) ? taken : taken.withoutNote())
                .toList();
    }

    /** Steps that an applicant takes himself; what the office asks of him it writes in a paper. */
    private boolean forApplicants(String step) {
        return office.tables().course().steps().stream()
                .anyMatch(one -> one.id().equals(step) && one.who().contains(Role.APPLICANT));
    }

    /** Steps of a case, first to last. */
    public List<Taken> taken(String caseId) {
        return database.sql("select s.number, s.step, s.from_state, s.to_state, s.on_day as on_, s.at_time as at_,"
                        + " a.name as who, s.note from case_step s join account a on a.id = s.who"
                        + " where s.case_id = :id order by s.number")
                .param("id", caseId)
                .query((row, n) -> new Taken(
                        row.getInt("number"),
                        row.getString("step"),
                        row.getString("from_state"),
                        row.getString("to_state"),
                        row.getObject("on_", LocalDate.class),
                        row.getObject("at_", OffsetDateTime.class),
                        row.getString("who"),
                        row.getString("note")))
                .list();
    }

    /**
     * Notes what the review is to conclude; the letter says it once it is approved.
     *
     * @param conclusion id of the list
     */
    public void conclude(Account by, String caseId, String conclusion) {
        Choice chosen = office.choice("conclusion", conclusion);
        store.together(() -> {
            OfficeCase kase = cases.locked(caseId);
            boolean deciding = by.role() == Role.SECTION_HEAD || by.role() == Role.APPROVER;
            if (kase.closed() || !Cases.mayWork(by, kase) && !deciding || by.role() == Role.OUTSIDE_REVIEWER) {
                throw kase.closed() ? office.otherState(kase) : new Declined(Why.NOT_YOURS);
            }
            database.sql("update office_case set conclusion = :conclusion where id = :id")
                    .param("conclusion", conclusion)
                    .param("id", caseId)
                    .update();
            store.audit()
                    .append(
                            by.name(),
                            "conclusion-noted",
                            kase.number(),
                            Map.of("conclusion", chosen.title().zh()));
            return null;
        });
    }
}
