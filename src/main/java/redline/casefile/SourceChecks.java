package redline.casefile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import redline.casefile.Declined.Why;

/**
 * Values of packs that policy staff looked up in their source (核对原文), each with the page that says it. What was looked up is never
 * deleted; one that was wrong is taken back with the reason. It holds for one dated value: another value, or the same of another document,
 * is looked up anew.
 */
public final class SourceChecks {
    private static final int NOTE = 4000;
    private static final int SAYS = 2000;

    private final Office office;
    private final Store store;
    private final JdbcClient database;

    public SourceChecks(Office office) {
        this.office = office;
        this.store = office.store();
        this.database = store.database();
    }

    /** What a page may be, known by its first bytes. */
    public enum PageKind {
        PDF("application/pdf", 0x25, 0x50, 0x44, 0x46, 0x2d),
        PNG("image/png", 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
        JPG("image/jpeg", 0xff, 0xd8, 0xff);

        private static final int MOST = 8;

        private final String mediaType;
        private final int[] begins;

        PageKind(String mediaType, int... begins) {
            this.mediaType = mediaType;
            this.begins = begins;
        }

        public String mediaType() {
            return mediaType;
        }

        private static Optional<PageKind> of(byte[] first) {
            return List.of(values()).stream().filter(kind -> kind.begins(first)).findFirst();
        }

        private boolean begins(byte[] first) {
            for (int i = 0; i < begins.length; i++) {
                if (i >= first.length || (first[i] & 0xff) != begins[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * A value as it was looked up.
     *
     * @param number of the act, from 1
     * @param value name of the dated value, {@code file@hash}
     * @param says the value in words, as it stood then
     * @param pageSha hash of the page among the originals
     * @param by name
     * @param takenBack null while it holds
     */
    public record SourceCheck(
            long number,
            String value,
            String pack,
            String says,
            String pageSha,
            PageKind pageKind,
            String note,
            String by,
            OffsetDateTime at,
            TakenBack takenBack) {}

    public record TakenBack(String reason, String by, OffsetDateTime at) {}

    /**
     * Notes that a value was looked up.
     *
     * @param value name of the dated value
     * @param says the value in words
     * @param page of the source: PDF, PNG or JPG
     * @param note may be empty
     */
    public SourceCheck check(Account by, String value, String pack, String says, InputStream page, String note)
            throws IOException {
        ofPolicy(by);
        String name = Office.field("value", value, 300);
        String told = says.length() > SAYS ? says.substring(0, SAYS - 1) + "…" : says;
        String remark = Office.optional("note", note, NOTE);
        BufferedInputStream read = new BufferedInputStream(page);
        read.mark(PageKind.MOST);
        PageKind kind = PageKind.of(read.readNBytes(PageKind.MOST)).orElseThrow(() -> new Declined(Why.SOURCE_PAGE));
        read.reset();
        Original kept = store.originals().keep(read);
        return store.together(() -> {
            long number = office.next("source-check");
            if (lookedUp().contains(name)) {
                throw new Declined(Why.SOURCE_KNOWN);
            }
            store.record(kept);
            insert(by, number, name, pack, told, remark)
                    .param("page", kept.sha256())
                    .param("kind", kind.name())
                    .param("back", null)
                    .update();
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("number", number);
            details.put("says", told);
            details.put("page", kept.sha256());
            details.put("note", remark);
            store.audit().append(by.name(), "source-checked", name, details);
            return byNumber(number).orElseThrow();
        });
    }

    /** Takes back what was looked up; findings that rest on the value stay out of papers from now on. */
    public void withdraw(Account by, long number, String reason) {
        ofPolicy(by);
        String why = Office.field("reason", reason, NOTE);
        store.together(() -> {
            long next = office.next("source-check");
            SourceCheck check = byNumber(number)
                    .filter(one -> one.takenBack() == null)
                    .orElseThrow(() -> new Declined(Why.SOURCE_GONE));
            insert(by, next, check.value(), check.pack(), check.says(), why)
                    .param("page", null)
                    .param("kind", null)
                    .param("back", number)
                    .update();
            store.audit()
                    .append(
                            by.name(),
                            "source-check-withdrawn",
                            check.value(),
                            Map.of("number", number, "says", check.says(), "reason", why));
            return null;
        });
    }

    private JdbcClient.StatementSpec insert(
            Account by, long number, String value, String pack, String says, String note) {
        return database.sql("insert into source_check (number, value_name, pack, says, page_sha, page_kind, note,"
                        + " takes_back, by_account, at_time) values (:number, :value, :pack, :says, :page, :kind, :note,"
                        + " :back, :by, :now)")
                .param("number", number)
                .param("value", value)
                .param("pack", pack)
                .param("says", says)
                .param("note", note)
                .param("by", by.id())
                .param("now", office.now());
    }

    private static void ofPolicy(Account by) {
        if (by.role() != Role.POLICY) {
            throw new Declined(Why.NOT_YOURS);
        }
    }

    /** Names of the values that are looked up now. */
    public Set<String> lookedUp() {
        return all().stream()
                .filter(check -> check.takenBack() == null)
                .map(SourceCheck::value)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Names of the values that were looked up at a time. */
    public Set<String> lookedUp(OffsetDateTime at) {
        return all().stream()
                .filter(check -> !check.at().isAfter(at)
                        && (check.takenBack() == null || check.takenBack().at().isAfter(at)))
                .map(SourceCheck::value)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What holds for what a round was asked to change: the values that were looked up when its 修改意见 was issued, or now where none was.
     */
    public Set<String> lookedUpFor(Round round) {
        return new IssuedPapers(office)
                .of(round.caseId()).stream()
                        .filter(paper ->
                                paper.kind().equals("changes") && round.id().equals(paper.round()))
                        .map(IssuedPapers.Paper::at)
                        .max(OffsetDateTime::compareTo)
                        .map(this::lookedUp)
                        .orElseGet(this::lookedUp);
    }

    private static final String COLUMNS =
            "select s.number, s.value_name, s.pack, s.says, s.page_sha, s.page_kind, s.note,"
                    + " a.name as by_name, s.at_time, b.note as back_reason, ba.name as back_by, b.at_time as back_at"
                    + " from source_check s join account a on a.id = s.by_account"
                    + " left join source_check b on b.takes_back = s.number left join account ba on ba.id = b.by_account"
                    + " where s.takes_back is null";

    /** All that was looked up, the last first; also what was taken back. */
    public List<SourceCheck> all() {
        return database.sql(COLUMNS + " order by s.number desc")
                .query((row, n) -> check(row))
                .list();
    }

    public Optional<SourceCheck> byNumber(long number) {
        return database.sql(COLUMNS + " and s.number = :number")
                .param("number", number)
                .query((row, n) -> check(row))
                .optional();
    }

    private static SourceCheck check(ResultSet row) throws SQLException {
        OffsetDateTime back = row.getObject("back_at", OffsetDateTime.class);
        return new SourceCheck(
                row.getLong("number"),
                row.getString("value_name"),
                row.getString("pack"),
                row.getString("says"),
                row.getString("page_sha"),
                PageKind.valueOf(row.getString("page_kind")),
                row.getString("note"),
                row.getString("by_name"),
                row.getObject("at_time", OffsetDateTime.class),
                back == null ? null : new TakenBack(row.getString("back_reason"), row.getString("back_by"), back));
    }
}
