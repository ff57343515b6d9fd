package redline.workshop;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import redline.casefile.Account;
import redline.casefile.Draft;
import redline.casefile.DraftFile;
import redline.casefile.Drafts;
import redline.casefile.Office;
import redline.casefile.Original;
import redline.casefile.Publication;
import redline.casefile.Publications;
import redline.rulepack.PackFault;
import redline.rulepack.RuleBook;
import redline.upload.RuleShelf;

/** Puts an approved draft in force: files, commit and record, or nothing of it. */
public final class Publishing {
    private final Office office;
    private final Drafts drafts;
    private final Publications publications;
    private final RuleShelf shelf;
    private final RuleHome home;

    /** @param home null where the rules are those inside the program, which do not change */
    public Publishing(Office office, Drafts drafts, Publications publications, RuleShelf shelf, RuleHome home) {
        this.office = office;
        this.drafts = drafts;
        this.publications = publications;
        this.shelf = shelf;
        this.home = home;
    }

    /** Why a draft cannot be published, where the person may. */
    public static final class NotPublished extends RuntimeException {
        /** Why. */
        public enum Why {
            /** The rules lie inside the program. */
            NO_FOLDER,
            /** The rules in force changed since the draft was checked. */
            STALE,
            /** The folder or its repository cannot be written. */
            UNWRITABLE
        }

        private final Why why;

        NotPublished(Why why, Throwable cause) {
            super(why.name(), cause);
            this.why = why;
        }

        public Why why() {
            return why;
        }
    }

    /** Whether there is a folder to publish to. */
    public boolean possible() {
        return home != null;
    }

    /**
     * Publishes a submitted draft.
     *
     * @param published what is in force
     * @throws NotPublished where it cannot be
     * @throws redline.casefile.Declined where this person may not, or the draft moved on
     */
    public Publication publish(Account by, Draft draft, Published published) {
        if (home == null) {
            throw new NotPublished(NotPublished.Why.NO_FOLDER, null);
        }
        List<DraftFile> files = drafts.files(draft);
        boolean current = drafts.check(draft)
                .filter(check -> check.about(draft, published.book().sha256()) && check.lacking() == 0)
                .isPresent();
        if (!current) {
            throw new NotPublished(NotPublished.Why.STALE, null);
        }
        RuleBook next = next(published, files);
        String changes = published.book().changesTo(next).stream()
                .map(change -> DraftExamination.said(change).said().zh())
                .collect(Collectors.joining("\n"));
        try {
            Original archive = office.store().originals().keep(new ByteArrayInputStream(next.archive()));
            return publications.publish(
                    by,
                    draft,
                    published.book().sha256(),
                    next.sha256(),
                    archive,
                    changes,
                    publication -> write(publication, files, published, next));
        } catch (IOException | UncheckedIOException failure) {
            throw new NotPublished(NotPublished.Why.UNWRITABLE, failure);
        }
    }

    private static RuleBook next(Published published, List<DraftFile> files) {
        try {
            return DraftExamination.book(published.book(), files);
        } catch (PackFault fault) {
            throw new NotPublished(NotPublished.Why.STALE, fault);
        }
    }

    /** The files, then the commit; where that fails, the files are put back. */
    private String write(Publication publication, List<DraftFile> files, Published published, RuleBook next) {
        String[] commit = {""};
        RuleBook inForce = shelf.changing(() -> {
            RuleRepository repository = new RuleRepository(home);
            repository.prepare(publication);
            home.write(files);
            try {
                commit[0] = repository.commit(publication, files);
            } catch (RuntimeException failure) {
                home.write(files.stream()
                        .map(file -> new DraftFile(
                                file.path(),
                                published
                                        .file(file.path())
                                        .map(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
                                        .orElse(null),
                                null))
                        .toList());
                throw failure;
            }
        });
        if (!inForce.sha256().equals(next.sha256())) {
            throw new UncheckedIOException(new IOException("the rules folder holds something else than was published"));
        }
        return commit[0];
    }
}
