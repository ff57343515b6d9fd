package redline.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import redline.casefile.CaseStep.Need;
import redline.casefile.Declined.Why;
import redline.quantity.Text;

/** What has to be there before a step is taken. */
final class Needs {
    private final Office office;
    private final JdbcClient database;

    Needs(Office office) {
        this.office = office;
        this.database = office.store().database();
    }

    /** @param on the day of the step */
    List<Declined> lacking(OfficeCase kase, CaseStep step, LocalDate on) {
        List<Declined> lacking = new ArrayList<>();
        for (Need need : step.needs()) {
            lacking(kase, need, on).ifPresent(lacking::add);
        }
        if (!step.paper().isEmpty() && !issued(kase, step.paper())) {
            lacking.add(new Declined(Why.PAPER_MISSING, step.paper()));
        }
        return lacking;
    }

    private Optional<Declined> lacking(OfficeCase kase, Need need, LocalDate on) {
        return switch (need) {
            case MATERIALS -> materials(kase);
            case ROUND ->
                when(
                        count("select count(*) from case_round where case_id = :id and state = 'JUDGED'", kase) == 0
                                || count(
                                                "select count(*) from case_round where case_id = :id and state in ('WAITING', 'WORKING')",
                                                kase)
                                        > 0,
                        Why.ROUND_MISSING);
            case HANDLED -> handled(kase);
            case ANSWERED -> {
                long open = count("select count(*) from question where case_id = :id and not answered", kase);
                yield when(open > 0, Why.UNANSWERED, open);
            }
            case OPINIONS -> {
                long open = count(
                        "select count(*) from department_opinion where case_id = :id and answered_on is null", kase);
                yield when(open > 0, Why.OPINIONS_MISSING, open);
            }
            case DISPLAY -> when(new Publicity(office).latest(kase.id()).isEmpty(), Why.DISPLAY_MISSING);
            case DISPLAY_OVER ->
                new Publicity(office)
                        .latest(kase.id())
                        .filter(display -> !on.isAfter(display.to()))
                        .map(display -> new Declined(Why.DISPLAY_RUNNING, display.to()));
            case CONCLUSION -> when(kase.conclusion().isEmpty(), Why.CONCLUSION_MISSING);
        };
    }

    private static Optional<Declined> when(boolean lacking, Why why, Object... inserts) {
        return lacking ? Optional.of(new Declined(why, inserts)) : Optional.empty();
    }

    private long count(String sql, OfficeCase kase) {
        return database.sql(sql).param("id", kase.id()).query(Long.class).single();
    }

    private Optional<Declined> materials(OfficeCase kase) {
        List<Text> missing = new Materials(office)
                .lines(kase.id()).stream()
                        .filter(line -> line.item().necessary() && !line.settled())
                        .map(line -> line.item().title())
                        .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Declined(
                        Why.MATERIALS_MISSING,
                        new Text(
                                String.join("、", missing.stream().map(Text::zh).toList()),
                                String.join(", ", missing.stream().map(Text::en).toList()))));
    }

    private Optional<Declined> handled(OfficeCase kase) {
        Decisions.Progress progress = new Decisions(office).progress(kase.id());
        return when(
                progress.handled() < progress.all() || progress.unconfirmed() > 0,
                Why.UNHANDLED,
                progress.all() - progress.handled(),
                progress.unconfirmed());
    }

    /** Whether a paper of the kind was issued since the case came into its state. */
    private boolean issued(OfficeCase kase, String kind) {
        return database.sql("select count(*) from paper where case_id = :id and kind = :kind and issued_on >= :since"
                                + " and at_time >= coalesce((select max(at_time) from case_step where case_id = :id),"
                                + " at_time)")
                        .param("id", kase.id())
                        .param("kind", kind)
                        .param("since", kase.since())
                        .query(Long.class)
                        .single()
                > 0;
    }
}
