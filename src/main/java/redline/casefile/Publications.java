package redline.casefile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Published states of the rules, numbered without gaps. */
public final class Publications {
    private static final String SELECT = "select number, draft_id, title, reason, author, approver, published_at,"
            + " rules_before, rules_hash, archive_sha, undo_sha, commit_id, changes from publication";

    private static final String SYSTEM = "system";

    private final Office office;
    private final Drafts drafts;
    private final JdbcClient database;

    public Publications(Office office, Drafts drafts) {
        this.office = office;
        this.drafts = drafts;
        this.database = office.store().database();
    }

    /** What writes the files of a publication and tells the name of its commit; may fail, then nothing is published. */
    public interface Writing {
        /** @return empty where there is no repository */
        String commit(Publication publication);
    }

    /**
     * The rules before and after, and what that changed.
     *
     * @param archive the rules as they will be, kept among the originals already, as is
     * @param undo what was changed, file by file
     */
    public record Step(String rulesBefore, String rulesHash, Original archive, Original undo, String changes) {}

    /**
     * Publishes a submitted draft: in one transaction with what writes the files, which comes last, so that nothing is told as published
     * that is not written.
     *
     * @throws Declined where this person may not, or the draft is not submitted any longer
     */
    public Publication publish(Account by, Draft draft, Step step, Writing writing) {
        return office.store().together(() -> {
            drafts.published(by, draft);
            long number = insert(draft.id(), draft.title(), draft.reason(), draft.authorName(), by.name(), step, "");
            office.store()
                    .audit()
                    .append(
                            by.name(),
                            "rules-published",
                            Drafts.about(draft.number()),
                            Map.of(
                                    "number", number,
                                    "author", draft.authorName(),
                                    "before", step.rulesBefore(),
                                    "rules", step.rulesHash(),
                                    "changes", step.changes()));
            String commit = writing.commit(byNumber(number).orElseThrow());
            database.sql("update publication set commit_id = :commit where number = :number")
                    .param("commit", commit)
                    .param("number", number)
                    .update();
            return byNumber(number).orElseThrow();
        });
    }

    /**
     * Notes a state of the rules that came in through files or git, where it is still the next after the last one.
     *
     * @param author empty where nobody is known
     * @param commit empty where it is not in a repository, or not committed
     */
    public Optional<Publication> note(String title, String reason, String author, String commit, Step step) {
        return office.store().together(() -> {
            List<Publication> last = last(1);
            if (last.isEmpty() || !last.get(0).rulesHash().equals(step.rulesBefore())) {
                return Optional.empty();
            }
            long number = insert(null, title, reason, author, "", step, commit);
            office.store()
                    .audit()
                    .append(
                            SYSTEM,
                            "rules-found-changed",
                            "publication/" + number,
                            Map.of(
                                    "before", step.rulesBefore(),
                                    "rules", step.rulesHash(),
                                    "author", author,
                                    "commit", commit,
                                    "changes", step.changes()));
            return byNumber(number);
        });
    }

    /** Notes that a pack was given out, by the hash of the manifest that was signed. */
    public void exported(Account by, String pack, String manifestSha) {
        office.store().together(() -> {
            office.store().audit().append(by.name(), "rules-exported", "pack/" + pack, Map.of("manifest", manifestSha));
            return null;
        });
    }

    private long insert(
            String draft, String title, String reason, String author, String approver, Step step, String commit) {
        long number = office.next("publication");
        office.store().record(step.archive());
        office.store().record(step.undo());
        database.sql(
                        "insert into publication (number, draft_id, title, reason, author, approver, published_at,"
                                + " rules_before, rules_hash, archive_sha, undo_sha, commit_id, changes) values (:number, :draft,"
                                + " :title, :reason, :author, :approver, :now, :before, :hash, :archive, :undo, :commit, :changes)")
                .param("number", number)
                .param("draft", draft)
                .param("title", title)
                .param("reason", reason)
                .param("author", author)
                .param("approver", approver)
                .param("now", office.now())
                .param("before", step.rulesBefore())
                .param("hash", step.rulesHash())
                .param("archive", step.archive().sha256())
                .param("undo", step.undo().sha256())
                .param("commit", commit)
                .param("changes", step.changes())
                .update();
        return number;
    }

    public Optional<Publication> byNumber(long number) {
        return database.sql(SELECT + " where number = :number")
                .param("number", number)
                .query(Publication.class)
                .optional();
    }

    /** Newest first. */
    public List<Publication> last(int most) {
        return database.sql(SELECT + " order by number desc limit :most")
                .param("most", most)
                .query(Publication.class)
                .list();
    }
}
