package redline.casefile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import redline.archive.CheckSeals;
import redline.archive.VerifyReport;
import redline.casefile.Declined.Why;
import redline.intake.Hash;
import redline.quantity.Text;
import redline.report.Contents;
import redline.seal.Seal;
import redline.seal.SealFault;
import redline.seal.SignatureFound;
import redline.seal.SignatureText;
import redline.seal.Signatures;
import redline.seal.TrustList;
import redline.worker.Outcome;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sealed copies of the reports of rounds, made with the key of the office or sealed elsewhere and brought back. The report that was kept with its
 * judging stays as it is; a copy is that report, to the byte, with signatures after its end, and is kept under its hash.
 */
public final class ReportSeals {
    private static final Logger LOG = LoggerFactory.getLogger(ReportSeals.class);
    private static final Pattern NUMBER = Pattern.compile("[0-9a-f]{32}");
    private static final Set<Role> SEALS = Set.of(Role.SECTION_HEAD, Role.APPROVER);
    private static final Set<Role> BRINGS = Set.of(Role.REVIEWER, Role.SECTION_HEAD, Role.APPROVER);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String COLUMNS = "select s.judging_id, s.number, s.name, s.sha256, s.here, s.told,"
            + " a.name as by_name, s.at_time from sealed_report s join account a on a.id = s.by_account";

    /** Files from anybody that are looked at at the same time; each takes a process. */
    private static final int AT_ONCE = 2;

    private final Office office;
    private final Store store;
    private final JdbcClient database;
    private final Judgings judgings;
    private final SealSettings settings;
    private final Semaphore anybody = new Semaphore(AT_ONCE);

    public ReportSeals(Office office, Judgings judgings, SealSettings settings) {
        this.office = office;
        this.store = office.store();
        this.database = store.database();
        this.judgings = judgings;
        this.settings = settings;
    }

    /**
     * A sealed copy.
     *
     * @param here whether it was sealed with the key of the office
     * @param told what was found of its signatures when it was kept
     */
    public record Sealed(
            String judgingId,
            int number,
            String name,
            String sha256,
            boolean here,
            List<SignatureFound> told,
            String by,
            OffsetDateTime at) {
        /** Who signed, by the names in their certificates. */
        public String signers() {
            return ReportSeals.signers(told);
        }

        /** Whether the office stands for it: it sealed it, or somebody whom it trusts did. */
        public boolean issued() {
            return here || told.stream().anyMatch(SignatureFound::trusted);
        }
    }

    /** A report that is known here, with its sealed copies, first to last. */
    public record Known(Judging judging, List<Sealed> sealed) {
        public String number() {
            return Contents.numbered(judging.resultSha());
        }

        /** The copies that the office stands for. */
        public List<Sealed> issued() {
            return sealed.stream().filter(Sealed::issued).toList();
        }
    }

    /** What a file is that anybody holds. */
    public sealed interface Held {
        /** Its number is not of any report here. */
        record Unknown() implements Held {}

        /** The report as it was kept, without a signature. */
        record Bare(Known report) implements Held {}

        /** A sealed copy that is kept here. */
        record Copy(Known report, Sealed copy) implements Held {}

        /** Held against the report; it may be that report with signatures that are not kept here, or another file. */
        record Compared(Known report, CheckSeals.Checked checked) implements Held {}

        /** No answer, and why. */
        record Unread(Text why) implements Held {}

        /** Too many ask at the moment. */
        record Busy() implements Held {}
    }

    public boolean maySeal(Account who, OfficeCase kase) {
        return settings.seals() && SEALS.contains(who.role()) && Cases.maySee(who, kase);
    }

    public boolean mayBringIn(Account who, OfficeCase kase) {
        return BRINGS.contains(who.role()) && Cases.maySee(who, kase);
    }

    public boolean stamps() {
        return settings.stamps();
    }

    /** Of all judgings of a round, the latest judging first. */
    public List<Known> of(Round round) {
        List<Judging> all = judgings.all(round);
        return all.stream()
                .sorted((one, other) -> Integer.compare(other.number(), one.number()))
                .map(judging -> new Known(judging, of(judging)))
                .toList();
    }

    private List<Sealed> of(Judging judging) {
        return database.sql(COLUMNS + " where s.judging_id = :id order by s.number")
                .param("id", judging.id())
                .query((row, n) -> sealed(row))
                .list();
    }

    private static Sealed sealed(ResultSet row) throws SQLException {
        return new Sealed(
                row.getString("judging_id"),
                row.getInt("number"),
                row.getString("name"),
                row.getString("sha256"),
                row.getBoolean("here"),
                JSON.readValue(row.getString("told"), new TypeReference<List<SignatureFound>>() {}),
                row.getString("by_name"),
                row.getObject("at_time", OffsetDateTime.class));
    }

    /**
     * Seals the report of the judging that is shown, with the key of the office.
     *
     * @throws Declined where that is not possible; nothing was kept then
     */
    public Sealed seal(Account by, OfficeCase kase, Round round) throws IOException {
        if (!SEALS.contains(by.role()) || !Cases.maySee(by, kase)) {
            throw new Declined(Why.NOT_YOURS);
        }
        if (!settings.seals()) {
            throw new Declined(Why.NO_SEAL_HERE);
        }
        Judging judging = judgings.of(round).orElseThrow(() -> new Declined(Why.ROUND_MISSING));
        try {
            byte[] sealed =
                    Seal.put(report(judging), settings.sealing(), office.now().toInstant(), settings.stamping());
            List<SignatureFound> told =
                    Signatures.of(sealed, trusted(), office.now().toInstant());
            String name = kase.number() + "-" + round.number() + "-report.pdf";
            return keep(by, kase, round, judging, new Copy(name, sealed, true, told));
        } catch (SealFault fault) {
            throw new Declined(Why.NOT_SEALED, fault.what());
        } catch (SealSettings.Unread unread) {
            LOG.error("nothing can be sealed", unread);
            throw new Declined(Why.NOT_SEALED, unread.what());
        }
    }

    /**
     * Takes a file back in that was sealed elsewhere.
     *
     * @throws Declined where it is not the report that is shown, to the byte, with signatures that hold after it
     */
    public Sealed bringIn(Account by, OfficeCase kase, Round round, String name, byte[] file) throws IOException {
        if (!mayBringIn(by, kase)) {
            throw new Declined(Why.NOT_YOURS);
        }
        Judging judging = judgings.of(round).orElseThrow(() -> new Declined(Why.ROUND_MISSING));
        if (Hash.of(file).equals(judging.reportSha())) {
            throw new Declined(Why.SEAL_MISSING);
        }
        if (file.length > VerifyReport.LARGEST) {
            throw new Declined(Why.SEALED_UNREAD, new Text("文件太大", "it is too large"));
        }
        Outcome outcome =
                CheckSeals.run(file, report(judging), trusted(), office.now().toInstant());
        if (!(outcome instanceof Outcome.Done done)) {
            throw new Declined(Why.SEALED_UNREAD, why(outcome));
        }
        CheckSeals.Checked checked = CheckSeals.answer(done);
        if (checked.sealed()) {
            return keep(
                    by,
                    kase,
                    round,
                    judging,
                    new Copy(Office.field("name", name, 300), file, false, checked.signatures()));
        }
        throw refused(checked);
    }

    private static Declined refused(CheckSeals.Checked checked) {
        return switch (checked.compared().state()) {
            case SAME -> new Declined(Why.SEAL_MISSING);
            case SIGNED -> checked.signatures().isEmpty() ? new Declined(Why.SEAL_MISSING) : unsound(checked);
            case APPENDED -> new Declined(Why.SEALED_APPENDED);
            case DIFFERENT -> new Declined(Why.SEALED_OTHER, checked.compared().at() + 1);
        };
    }

    private static Declined unsound(CheckSeals.Checked checked) {
        for (int i = 0; i < checked.signatures().size(); i++) {
            SignatureFound one = checked.signatures().get(i);
            if (one.state() != SignatureFound.State.SOUND || one.broken()) {
                return new Declined(
                        Why.SEAL_UNSOUND, SignatureText.of(one, i + 1).sentence());
            }
        }
        throw new IllegalStateException("all of them are sound");
    }

    private record Copy(String name, byte[] bytes, boolean here, List<SignatureFound> told) {}

    private static String signers(List<SignatureFound> told) {
        return told.stream()
                .map(one -> one.signer() == null ? "?" : one.signer().name())
                .collect(Collectors.joining("、"));
    }

    private Sealed keep(Account by, OfficeCase kase, Round round, Judging judging, Copy copy) throws IOException {
        Original kept = store.originals().keep(new ByteArrayInputStream(copy.bytes()));
        return store.together(() -> {
            // One at a time, so that two copies do not get one number.
            database.sql("select id from judging where id = :id for update")
                    .param("id", judging.id())
                    .query(String.class)
                    .single();
            List<Sealed> before = of(judging);
            Optional<Sealed> same = before.stream()
                    .filter(one -> one.sha256().equals(kept.sha256()))
                    .findFirst();
            if (same.isPresent()) {
                return same.get();
            }
            store.record(kept);
            database.sql("insert into sealed_report (judging_id, number, name, sha256, here, told, by_account, at_time)"
                            + " values (:judging, :number, :name, :sha, :here, :told, :by, :now)")
                    .param("judging", judging.id())
                    .param("number", before.size() + 1)
                    .param("name", copy.name())
                    .param("sha", kept.sha256())
                    .param("here", copy.here())
                    .param("told", JSON.writeValueAsString(copy.told()))
                    .param("by", by.id())
                    .param("now", office.now())
                    .update();
            store.audit()
                    .append(
                            by.name(),
                            copy.here() ? "report-sealed" : "report-seal-taken",
                            kase.number(),
                            Map.of(
                                    "round",
                                    round.number(),
                                    "judging",
                                    judging.number(),
                                    "report",
                                    judging.reportSha(),
                                    "sha256",
                                    kept.sha256(),
                                    "signers",
                                    signers(copy.told())));
            List<Sealed> all = of(judging);
            return all.get(all.size() - 1);
        });
    }

    private byte[] report(Judging judging) throws IOException {
        return store.originals().read(judging.reportSha());
    }

    /** A list that is at fault is the operator's matter: signatures are told of without it. */
    private TrustList trusted() {
        try {
            return settings.trusted();
        } catch (SealFault | SealSettings.Unread fault) {
            LOG.error("the list of trusted issuers is not used", fault);
            return TrustList.NONE;
        }
    }

    private static Text why(Outcome outcome) {
        if (outcome instanceof Outcome.Died died) {
            return died.why();
        }
        return outcome instanceof Outcome.Refused refused ? refused.why() : new Text("花的时间太长", "it took too long");
    }

    /**
     * The report of a number; where several judgings have the same, one that was issued, the latest of them.
     *
     * @param number as it is printed on the report
     */
    public Optional<Known> byNumber(String number) {
        String asked = number.strip().toLowerCase(Locale.ROOT);
        if (!NUMBER.matcher(asked).matches()) {
            return Optional.empty();
        }
        List<Known> all = database
                .sql("select id from judging where result_sha >= :from and result_sha < :to order by at_time desc")
                .param("from", asked)
                .param("to", asked + "g")
                .query(String.class)
                .list()
                .stream()
                .map(id -> judgings.byId(id).orElseThrow())
                .map(judging -> new Known(judging, of(judging)))
                .toList();
        return all.stream()
                .filter(known -> !known.issued().isEmpty())
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** A file that somebody handed in, not in memory yet. */
    public interface HandedIn {
        InputStream open() throws IOException;
    }

    /** What a file is that somebody says has this number. Nothing of it is kept. */
    public Held held(String number, HandedIn file) throws IOException {
        Optional<Known> known = byNumber(number);
        if (known.isEmpty()) {
            return new Held.Unknown();
        }
        Known report = known.get();
        String sha256;
        try (InputStream in = file.open()) {
            sha256 = Hash.of(in);
        }
        for (Sealed copy : report.sealed()) {
            if (copy.sha256().equals(sha256)) {
                return new Held.Copy(report, copy);
            }
        }
        if (sha256.equals(report.judging().reportSha())) {
            return new Held.Bare(report);
        }
        if (!anybody.tryAcquire()) {
            return new Held.Busy();
        }
        try (InputStream in = file.open()) {
            return compared(report, in.readNBytes(VerifyReport.LARGEST + 1));
        } finally {
            anybody.release();
        }
    }

    private Held compared(Known report, byte[] file) throws IOException {
        if (file.length > VerifyReport.LARGEST) {
            return new Held.Unread(new Text("文件太大", "it is too large"));
        }
        Outcome outcome = CheckSeals.run(
                file, report(report.judging()), trusted(), office.now().toInstant());
        return outcome instanceof Outcome.Done done
                ? new Held.Compared(report, CheckSeals.answer(done))
                : new Held.Unread(why(outcome));
    }
}
