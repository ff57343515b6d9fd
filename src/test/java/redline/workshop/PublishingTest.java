package redline.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redline.casefile.Account;
import redline.casefile.Accounts;
import redline.casefile.AuditLog;
import redline.casefile.Databases;
import redline.casefile.Declined;
import redline.casefile.Draft;
import redline.casefile.DraftFile;
import redline.casefile.Drafts;
import redline.casefile.Office;
import redline.casefile.OfficeTables;
import redline.casefile.Publication;
import redline.casefile.Publications;
import redline.casefile.Role;
import redline.casefile.Store;
import redline.proof.CaseFolder;
import redline.rulepack.RuleBook;
import redline.rulepack.RuleLibrary;
import redline.system.FewRules;
import redline.upload.RuleShelf;

/** A draft from its beginning to the commit: who may, what stands against it, and that all of it happens or nothing. */
@Timeout(120)
@Tag("databases")
class PublishingTest {
    private static final Clock MONDAY = Clock.fixed(Instant.parse("2026-12-07T01:30:00Z"), ZoneOffset.UTC);
    private static final String PAGE = "rules/parcel-conditions/rules/far.md";

    @TempDir
    private Path folder;

    /** An office with rules and cases in one folder, two people of policy staff and a reviewer. */
    private final class Workshop implements AutoCloseable {
        private final Store store;
        private final RuleHome home;
        private final RuleShelf shelf;
        private final Drafts drafts;
        private final Publications publications;
        private final Publishing publishing;
        private final Account author;
        private final Account second;
        private final Account reviewer;

        Workshop(Databases kind) throws IOException {
            Path rules = FewRules.in(folder.resolve("home/rules"));
            Path cases = folder.resolve("home/test-cases");
            Files.createDirectories(cases.resolve("rules/far"));
            Files.writeString(cases.resolve("rules/far/README.md"), "案例\n");
            store = Store.open(kind.in(folder.resolve("office")), MONDAY);
            Office office = new Office(store, OfficeTables.read(), MONDAY);
            home = new RuleHome(rules, cases);
            shelf = new RuleShelf(() -> RuleLibrary.open(rules));
            drafts = new Drafts(office);
            publications = new Publications(office, drafts);
            publishing = new Publishing(office, drafts, publications, shelf, home);
            Accounts accounts = new Accounts(store, MONDAY);
            author = accounts.make("system", "qian", "钱工", "", Role.POLICY).account();
            second = accounts.make("system", "sun", "孙工", "", Role.POLICY).account();
            reviewer = accounts.make("system", "wang", "王工", "", Role.REVIEWER).account();
        }

        Published published() {
            return new Published(shelf.book(), CaseFolder.read(home.cases()));
        }

        Draft changed(String content) {
            Draft draft = drafts.begin(author, "容积率说明", "说明写得更清楚");
            return drafts.put(author, draft, List.of(published().taken(PAGE, content)));
        }

        Draft submitted(String content) {
            Draft draft = changed(content);
            drafts.checked(draft, shelf.book().sha256(), 0, "{}");
            return drafts.submit(author, draft, shelf.book().sha256());
        }

        String page() throws IOException {
            return Files.readString(home.place(PAGE));
        }

        @Override
        public void close() {
            store.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_a_second_person_approves_is_in_force_numbered_committed_and_logged(Databases kind)
            throws IOException, GitAPIException {
        try (Workshop at = new Workshop(kind)) {
            String before = at.page();
            RuleBook was = at.shelf.book();
            Draft draft = at.submitted(before + "\n补充说明。\n");

            Publication first = at.publishing.publish(at.second, draft, at.published());

            assertThat(first.number()).isEqualTo(1);
            assertThat(first.author()).isEqualTo("钱工");
            assertThat(first.approver()).isEqualTo("孙工");
            assertThat(first.rulesBefore()).isEqualTo(was.sha256());
            assertThat(first.rulesHash()).isEqualTo(at.shelf.book().sha256()).isNotEqualTo(was.sha256());
            assertThat(first.changes()).isEqualTo("修改文件 parcel-conditions/rules/far.md");
            assertThat(at.page()).isEqualTo(before + "\n补充说明。\n");
            assertThat(at.drafts.byId(draft.id()).orElseThrow().state()).isEqualTo(Draft.State.PUBLISHED);
            assertThat(RuleBook.ofArchive(at.store.originals().read(first.archiveSha()))
                            .sha256())
                    .isEqualTo(first.rulesHash());
            try (Git git = Git.open(at.home.rules().getParent().toFile())) {
                RevCommit commit = git.log().setMaxCount(1).call().iterator().next();
                assertThat(commit.getName()).isEqualTo(first.commitId());
                assertThat(commit.getAuthorIdent().getName()).isEqualTo("钱工");
                assertThat(commit.getCommitterIdent().getName()).isEqualTo("孙工");
                assertThat(commit.getAuthorIdent().getWhenAsInstant()).isEqualTo(Instant.parse("2026-12-07T01:30:00Z"));
                assertThat(commit.getFullMessage()).contains("容积率说明", "说明写得更清楚", "Publication: 1");
                assertThat(git.status().call().isClean()).isTrue();
            }
            assertThat(at.store.audit().verify()).isInstanceOf(AuditLog.Finding.Whole.class);
            assertThat(at.store.audit().about("draft/1"))
                    .extracting(entry -> entry.act() + " " + entry.who())
                    .containsExactly("rules-published 孙工", "draft-submitted 钱工", "draft-changed 钱工", "draft-begun 钱工");
        }
    }

    @ParameterizedTest
    @EnumSource
    void neither_who_wrote_it_nor_who_is_not_asked_approves_it(Databases kind) throws IOException {
        try (Workshop at = new Workshop(kind)) {
            String before = at.page();
            Draft draft = at.submitted(before + "\n补充说明。\n");

            assertThatThrownBy(() -> at.publishing.publish(at.author, draft, at.published()))
                    .isInstanceOfSatisfying(
                            Declined.class, no -> assertThat(no.why()).isEqualTo(Declined.Why.SAME_PERSON));
            assertThatThrownBy(() -> at.publishing.publish(at.reviewer, draft, at.published()))
                    .isInstanceOfSatisfying(
                            Declined.class, no -> assertThat(no.why()).isEqualTo(Declined.Why.NOT_YOURS));
            assertThatThrownBy(() -> at.drafts.begin(at.reviewer, "标题", "理由")).isInstanceOf(Declined.class);

            assertThat(at.page()).isEqualTo(before);
            assertThat(at.publications.last(10)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_was_not_checked_as_it_is_or_lacks_something_is_not_submitted(Databases kind) throws IOException {
        try (Workshop at = new Workshop(kind)) {
            String hash = at.shelf.book().sha256();
            Draft draft = at.changed(at.page() + "\n补充。\n");
            assertThatThrownBy(() -> at.drafts.submit(at.author, draft, hash))
                    .isInstanceOfSatisfying(
                            Declined.class, no -> assertThat(no.why()).isEqualTo(Declined.Why.DRAFT_UNCHECKED));

            at.drafts.checked(draft, hash, 2, "{}");
            assertThatThrownBy(() -> at.drafts.submit(at.author, draft, hash))
                    .isInstanceOfSatisfying(
                            Declined.class, no -> assertThat(no.why()).isEqualTo(Declined.Why.DRAFT_LACKING));

            at.drafts.checked(draft, hash, 0, "{}");
            Draft later = at.drafts.put(at.author, draft, List.of(new DraftFile(PAGE, at.page() + "\n再补充。\n", null)));
            assertThatThrownBy(() -> at.drafts.submit(at.author, later, hash))
                    .isInstanceOfSatisfying(
                            Declined.class, no -> assertThat(no.why()).isEqualTo(Declined.Why.DRAFT_UNCHECKED));
            assertThatThrownBy(() -> at.drafts.put(at.author, draft, List.of()))
                    .isInstanceOfSatisfying(
                            Declined.class, no -> assertThat(no.why()).isEqualTo(Declined.Why.DRAFT_CHANGED));
        }
    }

    @ParameterizedTest
    @EnumSource
    void rules_that_changed_since_the_check_or_cannot_be_written_leave_all_as_it_was(Databases kind)
            throws IOException {
        try (Workshop at = new Workshop(kind)) {
            Draft draft = at.submitted(at.page() + "\n补充说明。\n");
            String other = Files.readString(at.home.place(PAGE)) + "\n别处改的。\n";
            Files.writeString(at.home.place(PAGE), other);

            assertThatThrownBy(() -> at.publishing.publish(at.second, draft, at.published()))
                    .isInstanceOfSatisfying(
                            Publishing.NotPublished.class,
                            no -> assertThat(no.why()).isEqualTo(Publishing.NotPublished.Why.STALE));

            Draft next = at.submitted(other + "\n补充说明。\n");
            Files.writeString(at.home.rules().resolveSibling(".git"), "gitdir: nowhere\n");
            assertThatThrownBy(() -> at.publishing.publish(at.second, next, at.published()))
                    .isInstanceOfSatisfying(
                            Publishing.NotPublished.class,
                            no -> assertThat(no.why()).isEqualTo(Publishing.NotPublished.Why.UNWRITABLE));

            assertThat(at.page()).isEqualTo(other);
            assertThat(at.publications.last(10)).isEmpty();
            assertThat(at.drafts.byId(next.id()).orElseThrow().state()).isEqualTo(Draft.State.SUBMITTED);
            try (Stream<Path> left = Files.walk(at.home.rules())) {
                assertThat(left).noneMatch(file -> file.toString().endsWith(".new"));
            }
        }
    }
}
