package redline.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import redline.casefile.Declined.Why;

/** Files of cases, as they were handed in. */
public final class CaseFiles {
    private final Office office;
    private final Store store;
    private final JdbcClient database;

    public CaseFiles(Office office) {
        this.office = office;
        this.store = office.store();
        this.database = store.database();
    }

    /** What a file was handed in for. */
    public enum Purpose {
        MATERIAL,
        SCHEME,
        /** Part of the package that a round came in: what was signed, the signature, and the self-check's result and report. */
        PACKAGE
    }

    /**
     * A file of a case.
     *
     * @param round id, null where it belongs to no round
     * @param item of the list of materials, empty where it is none of them
     */
    public record Entry(
            String id,
            String caseId,
            String round,
            Purpose purpose,
            String item,
            String name,
            String sha256,
            long size,
            String by,
            OffsetDateTime at) {}

    /** A file on its way in. */
    public interface Arriving {
        String name();

        InputStream open() throws IOException;
    }

    /** A file that is on the disk, not yet recorded. */
    record Kept(String name, Original original) {}

    /** Writes files to the disk, before anything is recorded of them. */
    List<Kept> keep(List<? extends Arriving> arriving) throws IOException {
        List<Kept> kept = new ArrayList<>();
        for (Arriving file : arriving) {
            try (InputStream in = file.open()) {
                kept.add(new Kept(name(file.name()), store.originals().keep(in)));
            }
        }
        return kept;
    }

    /** The last part of what a browser calls a file, without what no name has. */
    private static String name(String given) {
        String last =
                given == null ? "" : given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("\\p{Cntrl}", "").strip();
        String named = plain.isEmpty() ? "file" : plain;
        return named.length() > 200 ? named.substring(named.length() - 200) : named;
    }

    /** Hands in files for an item of the list of materials. */
    public void add(Account by, OfficeCase kase, String item, List<? extends Arriving> arriving) throws IOException {
        boolean applicant = by.role() == Role.APPLICANT && Cases.maySee(by, kase);
        if (!applicant && !Cases.mayWork(by, kase)) {
            throw new Declined(Why.NOT_YOURS);
        }
        if (kase.closed()) {
            throw office.otherState(kase);
        }
        if (arriving.isEmpty()) {
            throw new Declined(Why.NO_FILES);
        }
        boolean known =
                office.tables().items().stream().anyMatch(one -> one.id().equals(item));
        if (!known) {
            throw new Declined(Why.NO_SUCH_CHOICE, "material", item);
        }
        List<Kept> kept = keep(arriving);
        store.together(() -> {
            for (Kept file : kept) {
                record(by, kase, null, Purpose.MATERIAL, item, file);
            }
            new Materials(office).arrived(kase.id(), item);
            return null;
        });
    }

    /** Within a transaction. */
    void record(Account by, OfficeCase kase, String round, Purpose purpose, String item, Kept file) {
        write(by, kase, round, purpose, item, file);
        store.audit()
                .append(
                        by.name(),
                        "file-received",
                        kase.number(),
                        Map.of(
                                "name", file.name(),
                                "sha256", file.original().sha256(),
                                "size", file.original().size(),
                                "purpose", purpose.name(),
                                "item", item));
    }

    /** The files of a round once more, for another: the same originals under the same names; within a transaction. */
    void repeat(Account by, OfficeCase kase, Round of, String round) {
        for (Entry file : ofRound(of.id())) {
            Kept kept = new Kept(file.name(), new Original(file.sha256(), file.size()));
            write(by, kase, round, file.purpose(), file.item(), kept);
        }
    }

    private void write(Account by, OfficeCase kase, String round, Purpose purpose, String item, Kept file) {
        store.record(file.original());
        database.sql(
                        "insert into case_file (id, case_id, round_id, purpose, item, name, sha256, size_bytes, by_account,"
                                + " at_time) values (:id, :case, :round, :purpose, :item, :name, :sha256, :size, :by, :now)")
                .param("id", Office.newId())
                .param("case", kase.id())
                .param("round", round)
                .param("purpose", purpose.name())
                .param("item", item)
                .param("name", file.name())
                .param("sha256", file.original().sha256())
                .param("size", file.original().size())
                .param("by", by.id())
                .param("now", office.now())
                .update();
    }

    private static final String COLUMNS = "select f.id, f.case_id, f.round_id, f.purpose, f.item, f.name, f.sha256,"
            + " f.size_bytes, a.name as by_name, f.at_time from case_file f join account a on a.id = f.by_account";

    private static Entry entry(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Entry(
                row.getString("id"),
                row.getString("case_id"),
                row.getString("round_id"),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("item"),
                row.getString("name"),
                row.getString("sha256"),
                row.getLong("size_bytes"),
                row.getString("by_name"),
                row.getObject("at_time", OffsetDateTime.class));
    }

    /** In the order they came. */
    public List<Entry> of(String caseId) {
        return database.sql(COLUMNS + " where f.case_id = :id order by f.at_time, f.name")
                .param("id", caseId)
                .query((row, n) -> entry(row))
                .list();
    }

    /** The files of a scheme, by name; those of one name by their hash, so that the same files come in the same order in every round. */
    public List<Entry> ofRound(String roundId) {
        return ofRound(roundId, Purpose.SCHEME);
    }

    /** What else was in the package that the round came in, by name; nothing where it came otherwise. */
    public List<Entry> ofPackage(String roundId) {
        return ofRound(roundId, Purpose.PACKAGE);
    }

    private List<Entry> ofRound(String roundId, Purpose purpose) {
        return database.sql(
                        COLUMNS + " where f.round_id = :id and f.purpose = :purpose order by f.name, f.sha256, f.id")
                .param("id", roundId)
                .param("purpose", purpose.name())
                .query((row, n) -> entry(row))
                .list();
    }

    public Optional<Entry> byId(String id) {
        return database.sql(COLUMNS + " where f.id = :id")
                .param("id", id)
                .query((row, n) -> entry(row))
                .optional();
    }
}
