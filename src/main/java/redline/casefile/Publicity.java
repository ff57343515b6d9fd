package redline.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import redline.casefile.Declined.Why;

/** Public displays of schemes before they are approved (批前公示): their days, where they hang, what people said. */
public final class Publicity {
    private final Office office;
    private final Store store;
    private final JdbcClient database;

    public Publicity(Office office) {
        this.office = office;
        this.store = office.store();
        this.database = store.database();
    }

    /**
     * A public display.
     *
     * @param from, to first and last day
     * @param place where it hangs
     * @param address on the network, may be empty
     * @param responses what people said, with how many; may be empty
     * @param answers what they were answered
     */
    public record Display(
            String id, LocalDate from, LocalDate to, String place, String address, String responses, String answers) {
        /** Calendar days, both ends counted. */
        public long days() {
            return to.toEpochDay() - from.toEpochDay() + 1;
        }
    }

    /** Notes a display, a new one or what changed of one; its days stay as they are once it has begun. */
    public void note(Account by, OfficeCase kase, Display display) {
        if (!Cases.mayWork(by, kase) || kase.closed()) {
            throw kase.closed() ? office.otherState(kase) : new Declined(Why.NOT_YOURS);
        }
        if (display.to().isBefore(display.from())) {
            throw new Declined(Why.DAYS_REVERSED, display.from(), display.to());
        }
        String place = Office.field("place", display.place(), 500);
        String address = Office.optional("address", display.address(), 500);
        String responses = Office.optional("responses", display.responses(), 20_000);
        String answers = Office.optional("answers", display.answers(), 20_000);
        store.together(() -> {
            boolean begun = latest(kase.id())
                    .filter(before -> before.id().equals(display.id()))
                    .filter(before -> stopped(kase.id(), before))
                    .isPresent();
            int known = database.sql("update publicity set place = :place, address = :address, responses = :responses,"
                            + " answers = :answers" + (begun ? "" : ", from_day = :from, to_day = :to")
                            + " where id = :id and case_id = :case")
                    .params(begun ? Map.of() : Map.of("from", display.from(), "to", display.to()))
                    .param("place", place)
                    .param("address", address)
                    .param("responses", responses)
                    .param("answers", answers)
                    .param("id", display.id() == null ? "" : display.id())
                    .param("case", kase.id())
                    .update();
            if (known == 0) {
                database.sql("insert into publicity (id, case_id, from_day, to_day, place, address, responses, answers,"
                                + " by_account) values (:id, :case, :from, :to, :place, :address, :responses, :answers,"
                                + " :by)")
                        .param("id", Office.newId())
                        .param("case", kase.id())
                        .param("from", display.from())
                        .param("to", display.to())
                        .param("place", place)
                        .param("address", address)
                        .param("responses", responses)
                        .param("answers", answers)
                        .param("by", by.id())
                        .update();
            }
            store.audit()
                    .append(
                            by.name(),
                            "publicity-noted",
                            kase.number(),
                            Map.of(
                                    "from", display.from().toString(),
                                    "to", display.to().toString(),
                                    "place", place,
                                    "responses", responses,
                                    "answers", answers));
            return null;
        });
    }

    /** Whether the clock stands still for it already. */
    private boolean stopped(String caseId, Display display) {
        return database.sql("select count(*) from clock_stop where case_id = :id and from_day = :from")
                        .param("id", caseId)
                        .param("from", display.from())
                        .query(Long.class)
                        .single()
                > 0;
    }

    public Optional<Display> latest(String caseId) {
        List<Display> all = all(caseId);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** First to last. */
    public List<Display> all(String caseId) {
        return database.sql("select id, from_day, to_day, place, address, responses, answers from publicity"
                        + " where case_id = :id order by from_day, id")
                .param("id", caseId)
                .query((row, n) -> new Display(
                        row.getString("id"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        row.getString("place"),
                        row.getString("address"),
                        row.getString("responses"),
                        row.getString("answers")))
                .list();
    }
}
