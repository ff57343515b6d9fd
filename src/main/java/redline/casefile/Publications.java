package redline.casefile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Published states of the rules, numbered without gaps. */
public final class Publications {
    private static final String SELECT = "select number, draft_id, title, reason, author, approver, published_at,"
            + " rules_before, rules_hash, archive_sha, commit_id, changes from publication";

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
     * Publishes a submitted draft: in one transaction with what writes the files, which comes last, so that nothing is told as published
     * that is not written.
     *
     * @param archive the rules as they will be, kept among the originals already
     * @throws Declined where this person may not, or the draft is not submitted any longer
     */
    public Publication publish(
            Account by,
            Draft draft,
            String rulesBefore,
            String rulesHash,
            Original archive,
            String changes,
            Writing writing) {
        return office.store().together(() -> {
            drafts.published(by, draft);
            long number = office.next("publication");
            office.store().record(archive);
            database.sql("insert into publication (number, draft_id, title, reason, author, approver, published_at,"
                            + " rules_before, rules_hash, archive_sha, commit_id, changes) values (:number, :draft,"
                            + " :title, :reason, :author, :approver, :now, :before, :hash, :archive, '', :changes)")
                    .param("number", number)
                    .param("draft", draft.id())
                    .param("title", draft.title())
                    .param("reason", draft.reason())
                    .param("author", draft.authorName())
                    .param("approver", by.name())
                    .param("now", office.now())
                    .param("before", rulesBefore)
                    .param("hash", rulesHash)
                    .param("archive", archive.sha256())
                    .param("changes", changes)
                    .update();
            office.store()
                    .audit()
                    .append(
                            by.name(),
                            "rules-published",
                            Drafts.about(draft.number()),
                            Map.of(
                                    "number", number,
                                    "author", draft.authorName(),
                                    "before", rulesBefore,
                                    "rules", rulesHash,
                                    "changes", changes));
            String commit = writing.commit(byNumber(number).orElseThrow());
            database.sql("update publication set commit_id = :commit where number = :number")
                    .param("commit", commit)
                    .param("number", number)
                    .update();
            return byNumber(number).orElseThrow();
        });
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
