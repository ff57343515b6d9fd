package redline.workshop;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.AddCommand;
import org.eclipse.jgit.api.CommitCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.LogCommand;
import org.eclipse.jgit.api.RmCommand;
import org.eclipse.jgit.api.StatusCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import redline.casefile.DraftFile;
import redline.casefile.Office;
import redline.casefile.Publication;

/**
 * The history of rules and cases in git: the repository that holds their folders; where there is none, and both lie in one folder, one
 * is made there at the first publication. Commits hold the files of the publication and nothing else that lies about.
 */
final class RuleRepository {
    /** A name that resolves nowhere (RFC 2606). */
    private static final String NOWHERE = "@office.invalid";

    private final RuleHome home;

    RuleRepository(RuleHome home) {
        this.home = home;
    }

    /**
     * The last commit that touched rules or cases.
     *
     * @param clean whether they lie there as they were committed
     */
    record Found(String commit, String author, Instant at, String subject, boolean clean) {}

    /** What the repository knows of the folders as they lie there now; empty where there is none, or no commit. */
    Optional<Found> found() {
        try {
            FileRepositoryBuilder builder = new FileRepositoryBuilder()
                    .findGitDir(home.rules().toRealPath().toFile());
            if (builder.getGitDir() == null) {
                return Optional.empty();
            }
            try (Git git = new Git(builder.build())) {
                Path top = git.getRepository().getWorkTree().toPath().toRealPath();
                LogCommand log = git.log().setMaxCount(1);
                StatusCommand status = git.status();
                for (Path folder :
                        List.of(home.rules().toRealPath(), home.cases().toRealPath())) {
                    if (folder.startsWith(top) && !folder.equals(top)) {
                        String path = top.relativize(folder).toString().replace('\\', '/');
                        log.addPath(path);
                        status.addPath(path);
                    }
                }
                Iterator<RevCommit> commits = log.call().iterator();
                if (!commits.hasNext()) {
                    return Optional.empty();
                }
                RevCommit last = commits.next();
                return Optional.of(new Found(
                        last.getName(),
                        last.getAuthorIdent().getName(),
                        last.getAuthorIdent().getWhenAsInstant(),
                        last.getShortMessage(),
                        status.call().isClean()));
            }
        } catch (GitAPIException | IOException | RuntimeException unknown) {
            return Optional.empty();
        }
    }

    /** Before files are written: makes the repository where there is none, and commits what was there until now. */
    void prepare(Publication publication) {
        try (Git git = open(publication)) {
            if (git != null) {
                git.getRepository().getWorkTree();
            }
        } catch (GitAPIException | IOException | RuntimeException failure) {
            throw unwritable(failure);
        }
    }

    /**
     * Commits the files of a publication as they lie there now.
     *
     * @return the commit's name, empty where there is no repository and none can be made
     * @throws UncheckedIOException where the repository is broken or cannot be written
     */
    String commit(Publication publication, List<DraftFile> files) {
        try (Git git = open(publication)) {
            if (git == null) {
                return "";
            }
            Path top = git.getRepository().getWorkTree().toPath().toRealPath();
            AddCommand add = git.add();
            RmCommand remove = git.rm().setCached(true);
            CommitCommand commit = git.commit();
            boolean adds = false;
            boolean removes = false;
            for (DraftFile file : files) {
                String path = pathIn(top, file.path());
                commit.setOnly(path);
                if (file.content() != null) {
                    add.addFilepattern(path);
                    adds = true;
                } else {
                    remove.addFilepattern(path);
                    removes = true;
                }
            }
            if (adds) {
                add.call();
            }
            if (removes) {
                remove.call();
            }
            RevCommit made = commit.setAuthor(person(publication.author(), publication))
                    .setCommitter(person(publication.approver(), publication))
                    .setMessage(message(publication))
                    .setNoVerify(true)
                    .setSign(false)
                    .call();
            return made.getName();
        } catch (GitAPIException | IOException | RuntimeException failure) {
            throw unwritable(failure);
        }
    }

    private static UncheckedIOException unwritable(Exception failure) {
        return new UncheckedIOException(
                "git: " + failure.getMessage(), failure instanceof IOException io ? io : new IOException(failure));
    }

    /** A path of a draft as the repository has it. */
    private String pathIn(Path top, String path) throws IOException {
        Path folder = (path.startsWith(DraftPaths.RULES) ? home.rules() : home.cases()).toRealPath();
        Path place = folder.resolve(path.substring(path.indexOf('/') + 1));
        return top.relativize(place).toString().replace('\\', '/');
    }

    private Git open(Publication publication) throws IOException, GitAPIException {
        File rules = home.rules().toRealPath().toFile();
        FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(rules);
        if (builder.getGitDir() != null) {
            Git git = new Git(builder.build());
            Path top = git.getRepository().getWorkTree().toPath().toRealPath();
            if (home.cases().toRealPath().startsWith(top)) {
                return git;
            }
            git.close();
            return null;
        }
        Path parent = home.rules().toRealPath().getParent();
        if (!home.cases().toRealPath().getParent().equals(parent)) {
            return null;
        }
        Git git = Git.init()
                .setDirectory(parent.toFile())
                .setInitialBranch("main")
                .call();
        git.add()
                .addFilepattern(home.rules().getFileName().toString())
                .addFilepattern(home.cases().getFileName().toString())
                .call();
        git.commit()
                .setAuthor(person(publication.author(), publication))
                .setCommitter(person(publication.approver(), publication))
                .setMessage("第一次公布时的状态 / as it was at the first publication\n")
                .setNoVerify(true)
                .setSign(false)
                .call();
        return git;
    }

    private static PersonIdent person(String name, Publication publication) {
        Instant at = publication.publishedAt().toInstant();
        return new PersonIdent(name, publication.number() + NOWHERE, at, Office.ZONE);
    }

    private static String message(Publication publication) {
        return publication.title() + "\n\n" + publication.changes() + "\n\n" + publication.reason()
                + "\n\nPublication: "
                + publication.number() + "\nRules: " + publication.rulesHash() + "\nApproved-by: "
                + publication.approver()
                + "\n";
    }
}
