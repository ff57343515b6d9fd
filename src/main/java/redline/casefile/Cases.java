package redline.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import redline.casefile.Declined.Why;
import redline.scheme.Dates;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The cases of an office: opened, found, listed, assigned. What leads from state to state is {@link Steps}. */
public final class Cases {
    static final int LONG = 200;
    private static final JsonMapper JSON = new JsonMapper();
    private static final String COLUMNS = "c.id, c.number, c.kind, c.business, c.state, c.since, c.closed, c.project,"
            + " c.project_code, c.parcel_code, c.applicant, c.handler, c.outside, c.letter, c.profile,"
            + " c.conditions_issued, c.contract_signed, c.application_received, c.period, c.accepted_on, c.due_on,"
            + " c.inherits, c.approved, c.conclusion, c.verdict, c.violations, c.open_items";

    private final Office office;
    private final Store store;
    private final JdbcClient database;
    private final Clocks clocks;
    private final CaseSearch search;

    public Cases(Office office) {
        this.office = office;
        this.store = office.store();
        this.database = store.database();
        this.clocks = new Clocks(office);
        this.search = new CaseSearch(store.connections());
    }

    /** Whether one may see a case at all: an applicant his own, an outside reviewer those assigned to him. */
    public static boolean maySee(Account who, OfficeCase kase) {
        return switch (who.role()) {
            case APPLICANT -> who.id().equals(kase.applicant());
            case OUTSIDE_REVIEWER -> who.id().equals(kase.outside());
            case REVIEWER, SECTION_HEAD, APPROVER, POLICY -> true;
            case ADMINISTRATOR -> false;
        };
    }

    /** Whether one may work on the rounds of a case. */
    public static boolean mayWork(Account who, OfficeCase kase) {
        return who.role() == Role.REVIEWER
                        && (kase.handler() == null || who.id().equals(kase.handler()))
                || who.role() == Role.OUTSIDE_REVIEWER && who.id().equals(kase.outside());
    }

    /** Whether one may hand in schemes of a case and answer to what was asked: the applicant, or who works it for him. */
    public static boolean mayHandIn(Account who, OfficeCase kase) {
        return who.role() == Role.APPLICANT && maySee(who, kase) || who.role() == Role.REVIEWER && mayWork(who, kase);
    }

    /**
     * Opens a case, in its first state.
     *
     * @param applicant whose case it is; the same as {@code by} where an applicant opens it
     * @throws Declined where the form cannot be taken
     */
    public OfficeCase open(Account by, Account applicant, CaseForm form) {
        if (by.role() != Role.REVIEWER
                && !(by.role() == Role.APPLICANT && by.id().equals(applicant.id()))) {
            throw new Declined(Why.NOT_YOURS);
        }
        Checked checked = check(by, form);
        String id = Office.newId();
        return store.together(() -> {
            int year = office.today().getYear();
            String number = "%d-%04d".formatted(year, office.next("case/" + year));
            CaseState first = office.tables().course().states().get(0);
            String searched = write(id, number, first, applicant, form, checked);
            if (form.letter() != null) {
                searched = foundByLetter(id, form.letter(), searched);
            }
            search.write(id, searched);
            tally(first.id(), "", 1);
            if (by.role() == Role.REVIEWER) {
                handOver(id, first.id(), null, by.id());
            }
            store.audit().append(by.name(), "case-opened", number, Map.of("project", checked.project()));
            return byId(id).orElseThrow();
        });
    }

    private record Checked(
            String project, String inherits, String approved, Integer period, Map<String, String> fields) {}

    private Checked check(Account by, CaseForm form) {
        String project = Office.field("project", form.project(), LONG);
        String projectCode = Office.optional("project-code", form.projectCode(), 60);
        if (!projectCode.isEmpty() && !Codes.isProject(projectCode)) {
            throw new Declined(Why.PROJECT_CODE, projectCode);
        }
        String parcelCode = Office.optional("parcel-code", form.parcelCode(), 60);
        if (!parcelCode.isEmpty() && !Codes.isParcel(parcelCode)) {
            throw new Declined(Why.PARCEL_CODE, parcelCode);
        }
        office.choice("kind", form.kind());
        office.choice("business", form.business());
        Map<String, String> fields = new TreeMap<>();
        for (Choice field : office.tables().list("form")) {
            fields.put(field.id(), Office.optional(field.id(), form.fields().get(field.id()), 500));
        }
        Integer period = form.kind().equals("FORMAL")
                ? office.tables().period(form.business()).orElse(null)
                : null;
        return new Checked(project, earlier(by, form.inherits()), earlier(by, form.approved()), period, fields);
    }

    private String earlier(Account by, String number) {
        if (number == null || number.isBlank()) {
            return null;
        }
        return byNumber(number.strip())
                .filter(kase -> maySee(by, kase))
                .map(OfficeCase::id)
                .orElseThrow(() -> new Declined(Why.NO_SUCH_CHOICE, "case", number.strip()));
    }

    /** What the case is found by. */
    private String write(String id, String number, CaseState state, Account applicant, CaseForm form, Checked checked) {
        Dates dates = form.dates() == null ? Dates.unknown() : form.dates();
        String searched = searched(number, checked, form, applicant);
        database.sql("insert into office_case (id, number, kind, business, state, since, closed, project, project_code,"
                        + " parcel_code, applicant, letter, profile, conditions_issued, contract_signed,"
                        + " application_received, period, inherits, approved, conclusion, form, search, verdict,"
                        + " violations, open_items, changed_at)"
                        + " values (:id, :number, :kind, :business, :state, :since, false, :project, :projectCode,"
                        + " :parcelCode, :applicant, :letter, :profile, :issued, :signed, :received, :period,"
                        + " :inherits, :approved, '', :form, :search, '', 0, 0, :now)")
                .param("id", id)
                .param("number", number)
                .param("kind", form.kind())
                .param("business", form.business())
                .param("state", state.id())
                .param("since", office.today())
                .param("project", checked.project())
                .param("projectCode", form.projectCode().strip())
                .param("parcelCode", form.parcelCode().strip())
                .param("applicant", applicant.id())
                .param("letter", form.letter())
                .param("profile", form.profile())
                .param("issued", dates.conditionsIssued())
                .param("signed", dates.contractSigned())
                .param("received", dates.applicationReceived())
                .param("period", checked.period())
                .param("inherits", checked.inherits())
                .param("approved", checked.approved())
                .param("form", JSON.writeValueAsString(checked.fields()))
                .param("search", searched)
                .param("now", office.now())
                .update();
        return searched;
    }

    private static String searched(String number, Checked checked, CaseForm form, Account applicant) {
        List<String> searched = new ArrayList<>(List.of(
                number, checked.project(), form.projectCode(), form.parcelCode(), applicant.name(), applicant.unit()));
        searched.addAll(checked.fields().values());
        String keys = String.join(
                " ",
                searched.stream()
                        .map(SearchKey::of)
                        .filter(key -> !key.isEmpty())
                        .toList());
        return keys.length() > 1000 ? keys.substring(0, 1000) : keys;
    }

    /** A case is also found by the numbers of its conditions; the day on which they were issued is theirs. */
    private String foundByLetter(String caseId, String letterId, String foundBy) {
        RegisteredLetter letter = new LetterRows(database)
                .byId(letterId)
                .filter(RegisteredLetter::confirmed)
                .orElseThrow(() -> new Declined(Why.NO_SUCH_CHOICE, "letter", letterId));
        LetterEntry entry = letter.entry();
        String keys = foundBy;
        for (String name : List.of(
                entry.number(), entry.announcementNo(), entry.reserveNo(), entry.parcelName(), entry.parcelCode())) {
            String key = SearchKey.of(name);
            keys += keys.contains(key) ? "" : " " + key;
        }
        String searched = keys.length() > 1000 ? keys.substring(0, 1000) : keys;
        database.sql("update office_case set search = :search,"
                        + " conditions_issued = coalesce(conditions_issued, :issued) where id = :id")
                .param("search", searched)
                .param("issued", LocalDate.parse(entry.issued()))
                .param("id", caseId)
                .update();
        return searched;
    }

    public Optional<OfficeCase> byId(String id) {
        return database.sql("select " + COLUMNS + " from office_case c where c.id = :id")
                .param("id", id)
                .query(OfficeCase.class)
                .optional();
    }

    public Optional<OfficeCase> byNumber(String number) {
        return database.sql("select " + COLUMNS + " from office_case c where c.number = :number")
                .param("number", number)
                .query(OfficeCase.class)
                .optional();
    }

    /** Cases that go on in which a decision waits for a second person. */
    List<OfficeCase> withDecisionsWaiting() {
        return database.sql("select " + COLUMNS + " from office_case c where not c.closed and exists (select 1"
                        + " from decision d join case_round r on r.id = d.round_id where r.case_id = c.id and d.latest"
                        + " and d.second_word = 'WAITING') order by c.number")
                .query(OfficeCase.class)
                .list();
    }

    /** The case, locked until the transaction ends. */
    OfficeCase locked(String id) {
        return database.sql("select " + COLUMNS + " from office_case c where c.id = :id for update")
                .param("id", id)
                .query(OfficeCase.class)
                .single();
    }

    /** Fields of the application form by their ids. */
    public Map<String, String> form(OfficeCase kase) {
        String json = database.sql("select form from office_case where id = :id")
                .param("id", kase.id())
                .query(String.class)
                .single();
        return JSON.readValue(json, new TypeReference<LinkedHashMap<String, String>>() {});
    }

    /** What the clock of a case shows today; on its last day where it has ended. */
    public ClockReading clock(OfficeCase kase) {
        return clocks.reading(kase);
    }

    /**
     * Names the reviewer who works a case, and the institute that helps him.
     *
     * @param outside null where none does
     */
    public void assign(Account by, String caseId, Account handler, Account outside) {
        if (by.role() != Role.SECTION_HEAD && by.role() != Role.REVIEWER) {
            throw new Declined(Why.NOT_YOURS);
        }
        if (handler.role() != Role.REVIEWER || outside != null && outside.role() != Role.OUTSIDE_REVIEWER) {
            throw new Declined(Why.NOT_A_REVIEWER);
        }
        store.together(() -> {
            OfficeCase kase = locked(caseId);
            if (kase.closed() || by.role() == Role.REVIEWER && !mayWork(by, kase)) {
                throw kase.closed() ? office.otherState(kase) : new Declined(Why.NOT_YOURS);
            }
            handOver(caseId, kase.state(), kase.handler(), handler.id());
            database.sql("update office_case set outside = :outside where id = :id")
                    .param("outside", outside == null ? null : outside.id())
                    .param("id", caseId)
                    .update();
            store.audit()
                    .append(
                            by.name(),
                            "case-assigned",
                            kase.number(),
                            Map.of("handler", handler.name(), "outside", outside == null ? "" : outside.name()));
            return null;
        });
    }

    private void handOver(String caseId, String state, String before, String handler) {
        database.sql("update office_case set handler = :handler where id = :id")
                .param("handler", handler)
                .param("id", caseId)
                .update();
        tally(state, before == null ? "" : before, -1);
        tally(state, handler, 1);
    }

    /** Notes that a case came into a state, or left it. Within a transaction. */
    void tally(String state, String handler, int change) {
        int known = database.sql(
                        "update case_tally set cases = cases + :change where state = :state and handler = :handler")
                .param("change", change)
                .param("state", state)
                .param("handler", handler)
                .update();
        if (known == 0) {
            database.sql("insert into case_tally (state, handler, cases) values (:state, :handler, :change)")
                    .param("change", change)
                    .param("state", state)
                    .param("handler", handler)
                    .update();
        }
    }

    public CaseList list(Account viewer, CaseFilter filter) {
        return new CaseListing(office, clocks, CaseListing.FEW).list(viewer, filter, COLUMNS);
    }

    /** Days of a case that rules are dated by; those not known are null. */
    static Dates dates(OfficeCase kase) {
        return new Dates(kase.conditionsIssued(), kase.contractSigned(), kase.applicationReceived());
    }

    static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
