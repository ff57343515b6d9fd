package redline.casefile;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import redline.casefile.Declined.Why;
import redline.intake.Complaint;
import redline.quantity.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Rounds of cases: handed in, told of, judged again. */
public final class Rounds {
    private static final JsonMapper JSON = new JsonMapper();
    private final Office office;
    private final Store store;
    private final JdbcClient database;
    private final RoundRows rows;
    private final Cases cases;
    private final CaseFiles files;
    private final JobQueue jobs;

    public Rounds(Office office, Cases cases, CaseFiles files, JobQueue jobs) {
        this.office = office;
        this.store = office.store();
        this.database = store.database();
        this.rows = new RoundRows(database);
        this.cases = cases;
        this.files = files;
        this.jobs = jobs;
    }

    /**
     * Hands in a scheme. When this returns, the files are on the disk, the round is recorded and will be judged, whatever happens
     * to the program.
     *
     * @param on the day it counts from
     */
    public Round submit(
            Account by, String caseId, List<? extends CaseFiles.Arriving> arriving, LocalDate on, RoundChoices choices)
            throws IOException {
        return submit(by, caseId, arriving, on, choices, null);
    }

    /** @param pack that the files came in, null where they came as they are */
    public Round submit(
            Account by,
            String caseId,
            List<? extends CaseFiles.Arriving> arriving,
            LocalDate on,
            RoundChoices choices,
            RoundPackage pack)
            throws IOException {
        OfficeCase seen = cases.byId(caseId).orElseThrow();
        allowed(by, seen);
        if (arriving.isEmpty()) {
            throw new Declined(Why.NO_FILES);
        }
        if (on.isAfter(office.today())) {
            throw new Declined(Why.DAY_IN_FUTURE, office.today());
        }
        List<CaseFiles.Kept> kept = files.keep(arriving);
        List<CaseFiles.Kept> evidence = pack == null ? List.of() : files.keep(pack.evidence());
        Round round = store.together(() -> {
            OfficeCase kase = cases.locked(caseId);
            allowed(by, kase);
            return write(by, kase, on, choices, (id, number) -> {
                for (CaseFiles.Kept file : kept) {
                    files.record(by, kase, id, CaseFiles.Purpose.SCHEME, "", file);
                }
                for (CaseFiles.Kept file : evidence) {
                    files.record(by, kase, id, CaseFiles.Purpose.PACKAGE, "", file);
                }
                if (pack != null) {
                    store.audit().append(by.name(), "package-taken", kase.number(), pack.details(number));
                }
            });
        });
        jobs.wake();
        return round;
    }

    /**
     * Hands in the files of a round once more, as the next one, with other choices; whoever may hand in may do so.
     *
     * @throws Declined where nothing else is said than before
     */
    public Round submitAgain(Account by, Round before, RoundChoices choices) {
        Map<String, Object> changed = choices.unlike(RoundChoices.of(before));
        Round round = store.together(() -> {
            OfficeCase kase = cases.locked(before.caseId());
            allowed(by, kase);
            if (changed.isEmpty()) {
                throw new Declined(Why.SAME_CHOICES);
            }
            Round made = write(by, kase, office.today(), choices, (id, number) -> files.repeat(by, kase, before, id));
            Map<String, Object> details = new HashMap<>(changed);
            details.put("round", made.number());
            details.put("of", before.number());
            store.audit().append(by.name(), "round-choices", kase.number(), details);
            return made;
        });
        jobs.wake();
        return round;
    }

    /**
     * Within a transaction that has the case to itself.
     *
     * @param withFiles records the files of the round, by its id and number
     */
    private Round write(
            Account by, OfficeCase kase, LocalDate on, RoundChoices choices, BiConsumer<String, Integer> withFiles) {
        String id = Office.newId();
        int number = database.sql("select coalesce(max(number), 0) + 1 from case_round where case_id = :id")
                .param("id", kase.id())
                .query(Integer.class)
                .single();
        database.sql("insert into case_round (id, case_id, number, submitted_on, at_time, by_account, choices, state,"
                        + " complaints) values (:id, :case, :number, :on, :now, :by, :choices, 'WAITING', '[]')")
                .param("id", id)
                .param("case", kase.id())
                .param("number", number)
                .param("on", on)
                .param("now", office.now())
                .param("by", by.id())
                .param("choices", choices.json())
                .update();
        withFiles.accept(id, number);
        jobs.add(JobQueue.Kind.EXAMINE, id, kase.applicant());
        store.audit().append(by.name(), "round-submitted", kase.number(), Map.of("round", number, "on", on.toString()));
        return byId(id).orElseThrow();
    }

    private void allowed(Account by, OfficeCase kase) {
        if (!Cases.mayHandIn(by, kase)) {
            throw new Declined(Why.NOT_YOURS);
        }
        CaseState state = office.tables().course().state(kase.state());
        if (!state.rounds()) {
            throw new Declined(Why.NO_ROUNDS_NOW, state.title());
        }
    }

    /** Has a round judged once more: by rules or settings that have changed, or after the program was at fault. */
    public void again(Account by, Round round, String why) {
        OfficeCase kase = cases.byId(round.caseId()).orElseThrow();
        if (by.role() != Role.POLICY && !Cases.mayWork(by, kase)) {
            throw new Declined(Why.NOT_YOURS);
        }
        if (kase.closed() || !round.state().ended()) {
            throw office.otherState(kase);
        }
        store.together(() -> {
            again(round);
            store.audit()
                    .append(
                            by.name(),
                            "round-judged-again",
                            kase.number(),
                            Map.of("round", round.number(), "why", why));
            return null;
        });
        jobs.wake();
    }

    /** Within a transaction. */
    void again(Round round) {
        jobs.add(
                JobQueue.Kind.EXAMINE,
                round.id(),
                cases.byId(round.caseId()).orElseThrow().applicant());
        state(round.id(), Round.State.WAITING);
    }

    void wake() {
        jobs.wake();
    }

    void state(String id, Round.State state) {
        database.sql("update case_round set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    public Optional<Round> byId(String id) {
        return rows.byId(id);
    }

    public Optional<Round> byNumber(String caseId, int number) {
        return rows.byNumber(caseId, number);
    }

    /** First to last. */
    public List<Round> of(String caseId) {
        return rows.of(caseId);
    }

    /** The last one that was judged. */
    public Optional<Round> judged(String caseId) {
        return rows.judged(caseId);
    }

    /** What stood in the way of a round that was refused. */
    public static List<Complaint> complaints(Round round) {
        List<Complaint> complaints = new ArrayList<>();
        for (JsonNode one : JSON.readTree(round.complaints())) {
            complaints.add(new Complaint(
                    one.path("file").asString(),
                    one.path("line").asInt(),
                    one.path("element").asString(),
                    text(one.path("what")),
                    text(one.path("remedy"))));
        }
        return List.copyOf(complaints);
    }

    static String json(List<Complaint> complaints) {
        ArrayNode all = JSON.createArrayNode();
        for (Complaint complaint : complaints) {
            ObjectNode one = all.addObject()
                    .put("file", complaint.file())
                    .put("line", complaint.line())
                    .put("element", complaint.element() == null ? "" : complaint.element());
            one.set("what", json(complaint.what()));
            one.set("remedy", json(complaint.remedy()));
        }
        return JSON.writeValueAsString(all);
    }

    private static JsonNode json(Text text) {
        return JSON.createObjectNode().put("zh", text.zh()).put("en", text.en());
    }

    private static Text text(JsonNode node) {
        return new Text(node.path("zh").asString(), node.path("en").asString());
    }
}
