package redline.casefile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import redline.casefile.Declined.Why;

/** Drafts of rules, their files, and what checking them came to. Everything done to one is logged. */
public final class Drafts {
    /** Who may approve what others wrote. */
    public static final Set<Role> APPROVERS = Set.of(Role.POLICY, Role.SECTION_HEAD, Role.APPROVER);

    private static final int LONGEST_FILE = 2_000_000;
    private static final String SELECT = "select d.id, d.number, d.title, d.reason, d.state, d.revision, d.author,"
            + " a.name as author_name, d.begun_at, d.changed_at, d.submitted_at from draft d"
            + " join account a on a.id = d.author";

    private final Office office;
    private final Store store;
    private final JdbcClient database;

    public Drafts(Office office) {
        this.office = office;
        this.store = office.store();
        this.database = store.database();
    }

    /** Begins one. */
    public Draft begin(Account by, String title, String reason) {
        policyStaff(by);
        String name = Office.field("title", title, 200);
        String why = Office.field("reason", reason, 4000);
        String id = Office.newId();
        return store.together(() -> {
            long number = office.next("draft");
            database.sql("insert into draft (id, number, title, reason, state, revision, author, begun_at, changed_at)"
                            + " values (:id, :number, :title, :reason, 'OPEN', 0, :by, :now, :now)")
                    .param("id", id)
                    .param("number", number)
                    .param("title", name)
                    .param("reason", why)
                    .param("by", by.id())
                    .param("now", office.now())
                    .update();
            wrote(by, id);
            log(by, "draft-begun", number, Map.of("title", name, "reason", why));
            return byId(id).orElseThrow();
        });
    }

    public Optional<Draft> byId(String id) {
        return database.sql(SELECT + " where d.id = :id")
                .param("id", id)
                .query(Draft.class)
                .optional();
    }

    /** By its number. */
    public Optional<Draft> byNumber(long number) {
        return database.sql(SELECT + " where d.number = :number")
                .param("number", number)
                .query(Draft.class)
                .optional();
    }

    /** Of one state, newest first. */
    public List<Draft> in(Draft.State state, int most) {
        return database.sql(SELECT + " where d.state = :state order by d.number desc limit :most")
                .param("state", state.name())
                .param("most", most)
                .query(Draft.class)
                .list();
    }

    /** By path. */
    public List<DraftFile> files(Draft draft) {
        return database.sql("select path, content, before_sha from draft_file where draft_id = :id order by path")
                .param("id", draft.id())
                .query(DraftFile.class)
                .list();
    }

    /**
     * Puts files into a draft, all or none; a file that the draft has already keeps what it was taken up from.
     *
     * @throws Declined where the draft is not open any longer, or was changed by somebody else since {@code draft} was read
     */
    public Draft put(Account by, Draft draft, List<DraftFile> files) {
        return change(
                by, draft, "draft-changed", files.stream().map(DraftFile::path).toList(), () -> {
                    for (DraftFile file : files) {
                        if (file.content() != null && file.content().length() > LONGEST_FILE) {
                            throw new Declined(Why.FIELD_TOO_LONG, file.path(), LONGEST_FILE);
                        }
                        int known = database.sql(
                                        "update draft_file set content = :content, by_account = :by, at_time = :now"
                                                + " where draft_id = :id and path = :path")
                                .param("content", file.content())
                                .param("by", by.id())
                                .param("now", office.now())
                                .param("id", draft.id())
                                .param("path", file.path())
                                .update();
                        if (known == 0) {
                            database.sql(
                                            "insert into draft_file (draft_id, path, content, before_sha, by_account, at_time)"
                                                    + " values (:id, :path, :content, :before, :by, :now)")
                                    .param("id", draft.id())
                                    .param("path", file.path())
                                    .param("content", file.content())
                                    .param("before", file.beforeSha())
                                    .param("by", by.id())
                                    .param("now", office.now())
                                    .update();
                        }
                    }
                    return null;
                });
    }

    /** Takes files out of a draft: they stay as they are in force. */
    public Draft drop(Account by, Draft draft, List<String> paths) {
        return change(by, draft, "draft-dropped", paths, () -> {
            paths.forEach(path -> database.sql("delete from draft_file where draft_id = :id and path = :path")
                    .param("id", draft.id())
                    .param("path", path)
                    .update());
            return null;
        });
    }

    private Draft change(
            Account by, Draft draft, String act, List<String> paths, Store.Act<Void, RuntimeException> write) {
        policyStaff(by);
        return store.together(() -> {
            int touched = database.sql("update draft set revision = revision + 1, changed_at = :now"
                            + " where id = :id and state = 'OPEN' and revision = :revision")
                    .param("now", office.now())
                    .param("id", draft.id())
                    .param("revision", draft.revision())
                    .update();
            if (touched == 0) {
                throw new Declined(Why.DRAFT_CHANGED);
            }
            write.run();
            wrote(by, draft.id());
            log(by, act, draft.number(), Map.of("files", paths));
            return byId(draft.id()).orElseThrow();
        });
    }

    private void wrote(Account by, String id) {
        if (!wroteIn(by, id)) {
            database.sql("insert into draft_author (draft_id, account) values (:id, :by)")
                    .param("id", id)
                    .param("by", by.id())
                    .update();
        }
    }

    private boolean wroteIn(Account account, String id) {
        return database.sql("select count(*) from draft_author where draft_id = :id and account = :by")
                        .param("id", id)
                        .param("by", account.id())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whether this person may approve it. */
    public boolean mayApprove(Account account, Draft draft) {
        return APPROVERS.contains(account.role()) && !wroteIn(account, draft.id());
    }

    /** The last check. */
    public Optional<DraftCheck> check(Draft draft) {
        return database.sql("select revision, rules_hash, checked_at, lacking, report from draft_check"
                        + " where draft_id = :id")
                .param("id", draft.id())
                .query(DraftCheck.class)
                .optional();
    }

    /** Keeps what a check came to, in place of the one before. */
    public void checked(Draft draft, String rulesHash, int lacking, String report) {
        store.together(() -> {
            database.sql("delete from draft_check where draft_id = :id")
                    .param("id", draft.id())
                    .update();
            database.sql("insert into draft_check (draft_id, revision, rules_hash, checked_at, lacking, report)"
                            + " values (:id, :revision, :hash, :now, :lacking, :report)")
                    .param("id", draft.id())
                    .param("revision", draft.revision())
                    .param("hash", rulesHash)
                    .param("now", office.now())
                    .param("lacking", lacking)
                    .param("report", report)
                    .update();
            return null;
        });
    }

    /**
     * Hands a draft on for approval.
     *
     * @param rulesInForce hash of the rules in force
     * @throws Declined where it was not checked as it is now, or something is lacking
     */
    public Draft submit(Account by, Draft draft, String rulesInForce) {
        policyStaff(by);
        return store.together(() -> {
            DraftCheck check = check(draft)
                    .filter(one -> one.about(draft, rulesInForce))
                    .orElseThrow(() -> new Declined(Why.DRAFT_UNCHECKED));
            if (check.lacking() > 0) {
                throw new Declined(Why.DRAFT_LACKING, check.lacking());
            }
            move(draft, Draft.State.OPEN, Draft.State.SUBMITTED);
            log(by, "draft-submitted", draft.number(), Map.of("revision", draft.revision()));
            return byId(draft.id()).orElseThrow();
        });
    }

    /** Gives a submitted draft back to be changed. */
    public Draft giveBack(Account by, Draft draft, String reason) {
        if (!mayApprove(by, draft)) {
            throw new Declined(Why.NOT_YOURS);
        }
        return back(by, draft, Office.field("reason", reason, 4000));
    }

    /** Who wrote in it takes it back to change it. */
    public Draft takeBack(Account by, Draft draft) {
        if (!wroteIn(by, draft.id())) {
            throw new Declined(Why.NOT_YOURS);
        }
        return back(by, draft, "");
    }

    private Draft back(Account by, Draft draft, String reason) {
        return store.together(() -> {
            move(draft, Draft.State.SUBMITTED, Draft.State.OPEN);
            log(by, "draft-given-back", draft.number(), Map.of("reason", reason));
            return byId(draft.id()).orElseThrow();
        });
    }

    /** Puts a draft away; it stays to be read. */
    public void withdraw(Account by, Draft draft) {
        policyStaff(by);
        store.together(() -> {
            move(draft, Draft.State.OPEN, Draft.State.WITHDRAWN);
            log(by, "draft-withdrawn", draft.number(), Map.of());
            return null;
        });
    }

    /** Within a transaction: that a submitted draft is published by somebody who may. */
    void published(Account by, Draft draft) {
        if (!mayApprove(by, draft)) {
            throw new Declined(APPROVERS.contains(by.role()) ? Why.SAME_PERSON : Why.NOT_YOURS);
        }
        move(draft, Draft.State.SUBMITTED, Draft.State.PUBLISHED);
    }

    private void move(Draft draft, Draft.State from, Draft.State to) {
        int moved = database.sql("update draft set state = :to, changed_at = :now, submitted_at = case when :to ="
                        + " 'SUBMITTED' then cast(:now as timestamp with time zone) else submitted_at end"
                        + " where id = :id and state = :from and revision = :revision")
                .param("to", to.name())
                .param("now", office.now())
                .param("id", draft.id())
                .param("from", from.name())
                .param("revision", draft.revision())
                .update();
        if (moved == 0) {
            throw new Declined(Why.DRAFT_CHANGED);
        }
    }

    private static void policyStaff(Account by) {
        if (by.role() != Role.POLICY) {
            throw new Declined(Why.NOT_YOURS);
        }
    }

    private void log(Account by, String act, long number, Map<String, ?> details) {
        store.audit().append(by.name(), act, about(number), details);
    }

    static String about(long number) {
        return "draft/" + number;
    }
}
