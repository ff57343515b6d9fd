package redline.workshop;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redline.casefile.Account;
import redline.casefile.Draft;
import redline.casefile.DraftFile;
import redline.casefile.Drafts;
import redline.casefile.Office;
import redline.casefile.Publication;
import redline.casefile.Publications;
import redline.rulepack.PackFault;
import redline.rulepack.RuleBook;
import redline.upload.RuleShelf;

/**
 * Puts an approved draft in force: files, commit and record, or nothing of it. A state of the rules that came in past the workshop is noted
 * beside what was published; only one of both at a time.
 */
public final class Publishing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);

    private final Office office;
    private final Drafts drafts;
    private final Publications publications;
    private final RuleShelf shelf;
    private final RuleHome home;
    private final ExecutorService noticing = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "rules-noticed");
        thread.setDaemon(true);
        return thread;
    });

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
    public synchronized Publication publish(Account by, Draft draft, Published published) {
        if (home == null) {
            throw new NotPublished(NotPublished.Why.NO_FOLDER, null);
        }
        notice();
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
            Publications.Step step =
                    step(published.book().sha256(), next, Undo.of(files, path -> published.file(path)), changes);
            return publications.publish(by, draft, step, publication -> write(publication, files, published, next));
        } catch (IOException | UncheckedIOException failure) {
            throw new NotPublished(NotPublished.Why.UNWRITABLE, failure);
        }
    }

    private Publications.Step step(String before, RuleBook next, Undo undo, String changes) throws IOException {
        return new Publications.Step(
                before,
                next.sha256(),
                office.store().originals().keep(new ByteArrayInputStream(next.archive())),
                office.store().originals().keep(new ByteArrayInputStream(undo.json())),
                changes);
    }

    /** What a publication changed; empty of one of an earlier program. */
    Optional<Undo> undo(Publication publication) {
        try {
            return publication.undoable()
                    ? Optional.of(Undo.of(office.store().originals().read(publication.undoSha())))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Looks whether the rules in force are those that were last published, and notes among the publications where they are not: who and
     * when, as far as a repository knows, and what differs. Nothing where nothing was ever published.
     */
    public synchronized void notice() {
        if (!shelf.ready()) {
            return; // they are still being made ready, or no good state of them was ever seen
        }
        RuleBook now = shelf.book();
        List<Publication> last = publications.last(1);
        if (last.isEmpty() || last.get(0).rulesHash().equals(now.sha256())) {
            return;
        }
        Publication before = last.get(0);
        try {
            byte[] archive = office.store().originals().read(before.archiveSha());
            OutsideChange found = OutsideChange.between(archive, now, home == null ? null : new RuleRepository(home));
            publications.note(
                    found.title(),
                    found.reason(),
                    found.author(),
                    found.commit(),
                    step(before.rulesHash(), now, found.undo(), found.changes()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The same, soon: whoever found the rules changed does not wait for it. */
    public void noticeSoon() {
        noticing.execute(() -> {
            try {
                notice();
            } catch (RuntimeException failure) {
                LOG.error("a changed state of the rules could not be noted", failure);
            }
        });
    }

    @Override
    public void close() {
        noticing.shutdownNow();
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
