package redline.casefile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import redline.casefile.Declined.Why;

/**
 * Papers that an office issued: numbered, kept with their hash, never changed; what was wrong is put right by a new number. The
 * sealed file that comes back is kept beside its paper.
 */
public final class IssuedPapers {
    private static final String COLUMNS = "select p.id, p.case_id, p.round_id, p.kind, p.number, p.title, p.issued_on,"
            + " p.at_time, a.name as by_name, p.sha256 from paper p join account a on a.id = p.by_account";

    private final Office office;
    private final Store store;
    private final JdbcClient database;

    public IssuedPapers(Office office) {
        this.office = office;
        this.store = office.store();
        this.database = store.database();
    }

    /** @param round id of the round it is about, null where about none */
    public record Paper(
            String id,
            String caseId,
            String round,
            String kind,
            String number,
            String title,
            LocalDate issuedOn,
            OffsetDateTime at,
            String by,
            String sha256) {}

    /** A sealed file of a paper. */
    public record Sealed(String name, String sha256, String by, OffsetDateTime at) {}

    /** Writes the paper once its number is known. */
    public interface Writing {
        byte[] docx(String number) throws IOException;
    }

    /**
     * What is issued.
     *
     * @param kind id of the office's list of papers
     * @param title in Chinese, as it stands on it
     * @param round null where it is about none
     * @param pattern of its number, {@code {year}} and {@code {n}}
     */
    public record Draft(String kind, String title, Round round, String pattern, LocalDate on) {}

    /** Issues a paper: numbers it, writes it, keeps it. */
    public Paper issue(Account by, OfficeCase kase, Draft draft, Writing writing) throws IOException {
        if (!mayIssue(by, kase, draft.kind())) {
            throw new Declined(Why.NOT_YOURS);
        }
        if (draft.on().isAfter(office.today())) {
            throw new Declined(Why.DAY_IN_FUTURE, office.today());
        }
        if (draft.on().isBefore(kase.since())) {
            throw new Declined(Why.DAY_BEFORE_LAST_STEP, kase.since());
        }
        return store.<Paper, IOException>together(() -> {
            int year = draft.on().getYear();
            long counted = office.next("paper/" + draft.kind() + "/" + year);
            String number =
                    draft.pattern().replace("{year}", String.valueOf(year)).replace("{n}", String.valueOf(counted));
            Original kept = store.originals().keep(new ByteArrayInputStream(writing.docx(number)));
            store.record(kept);
            String id = Office.newId();
            database.sql(
                            "insert into paper (id, case_id, round_id, kind, number, title, issued_on, at_time, by_account,"
                                    + " sha256) values (:id, :case, :round, :kind, :number, :title, :on, :now, :by, :sha)")
                    .param("id", id)
                    .param("case", kase.id())
                    .param("round", draft.round() == null ? null : draft.round().id())
                    .param("kind", draft.kind())
                    .param("number", number)
                    .param("title", draft.title())
                    .param("on", draft.on())
                    .param("now", office.now())
                    .param("by", by.id())
                    .param("sha", kept.sha256())
                    .update();
            store.audit()
                    .append(
                            by.name(),
                            "paper-issued",
                            kase.number(),
                            Map.of(
                                    "kind", draft.kind(),
                                    "number", number,
                                    "on", draft.on().toString(),
                                    "sha256", kept.sha256()));
            return byId(id).orElseThrow();
        });
    }

    /** Who may take a step that asks for a paper may issue it; the others are for those who work the case. */
    public boolean mayIssue(Account by, OfficeCase kase, String kind) {
        if (!Cases.maySee(by, kase) || by.role() == Role.APPLICANT || by.role() == Role.OUTSIDE_REVIEWER) {
            return false;
        }
        List<CaseStep> asking = office.tables().course().steps().stream()
                .filter(step -> step.paper().equals(kind))
                .toList();
        if (asking.isEmpty()) {
            return Cases.mayWork(by, kase);
        }
        return asking.stream().anyMatch(step -> step.from().contains(kase.state()) && Steps.may(by, kase, step));
    }

    public List<Paper> of(String caseId) {
        return database.sql(COLUMNS + " where p.case_id = :id order by p.at_time, p.number")
                .param("id", caseId)
                .query((row, n) -> paper(row))
                .list();
    }

    public Optional<Paper> byId(String id) {
        return database.sql(COLUMNS + " where p.id = :id")
                .param("id", id)
                .query((row, n) -> paper(row))
                .optional();
    }

    private static Paper paper(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Paper(
                row.getString("id"),
                row.getString("case_id"),
                row.getString("round_id"),
                row.getString("kind"),
                row.getString("number"),
                row.getString("title"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("at_time", OffsetDateTime.class),
                row.getString("by_name"),
                row.getString("sha256"));
    }

    /**
     * Keeps the sealed file of a paper.
     *
     * @throws Declined where it is none
     */
    public Sealed sealed(Account by, OfficeCase kase, Paper paper, String name, InputStream file) throws IOException {
        if (!Cases.maySee(by, kase) || by.role() == Role.APPLICANT || by.role() == Role.OUTSIDE_REVIEWER) {
            throw new Declined(Why.NOT_YOURS);
        }
        Original kept = store.originals().keep(file);
        String called = Office.field("name", name, 300);
        return store.together(() -> {
            store.record(kept);
            int number = sealed(paper).size() + 1;
            database.sql("insert into sealed_paper (paper_id, number, name, sha256, by_account, at_time)"
                            + " values (:paper, :number, :name, :sha, :by, :now)")
                    .param("paper", paper.id())
                    .param("number", number)
                    .param("name", called)
                    .param("sha", kept.sha256())
                    .param("by", by.id())
                    .param("now", office.now())
                    .update();
            store.audit()
                    .append(
                            by.name(),
                            "paper-sealed",
                            kase.number(),
                            Map.of(
                                    "number",
                                    paper.number(),
                                    "kind",
                                    paper.kind(),
                                    "sha256",
                                    kept.sha256(),
                                    "name",
                                    called));
            List<Sealed> all = sealed(paper);
            return all.get(all.size() - 1);
        });
    }

    /** Sealed files of a paper, first to last. */
    public List<Sealed> sealed(Paper paper) {
        return database.sql("select s.name, s.sha256, a.name as by_name, s.at_time from sealed_paper s"
                        + " join account a on a.id = s.by_account where s.paper_id = :id order by s.number")
                .param("id", paper.id())
                .query((row, n) -> new Sealed(
                        row.getString("name"),
                        row.getString("sha256"),
                        row.getString("by_name"),
                        row.getObject("at_time", OffsetDateTime.class)))
                .list();
    }

    /**
     * What a number and a hash are known for: the paper that was issued under them, or sealed.
     *
     * @param sha256 of the docx as issued or of a sealed file
     */
    public Optional<Paper> verify(String number, String sha256) {
        return database.sql(COLUMNS + " where p.number = :number and (p.sha256 = :sha or exists (select 1 from"
                        + " sealed_paper s where s.paper_id = p.id and s.sha256 = :sha)) order by p.at_time"
                        + " fetch first 1 rows only")
                .param("number", number.strip())
                .param("sha", sha256.strip().toLowerCase(java.util.Locale.ROOT))
                .query((row, n) -> paper(row))
                .optional();
    }
}
