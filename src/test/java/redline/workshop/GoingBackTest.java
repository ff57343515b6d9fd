package redline.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redline.casefile.Account;
import redline.casefile.Accounts;
import redline.casefile.AuditLog;
import redline.casefile.Databases;
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
import redline.rulepack.RuleLibrary;
import redline.system.FewRules;
import redline.upload.RuleShelf;

/** Undoing a publication by a draft, and states of the rules that came in past the workshop. */
@Timeout(120)
class GoingBackTest {
    private static final Clock MONDAY = Clock.fixed(Instant.parse("2026-12-07T01:30:00Z"), ZoneOffset.UTC);
    private static final String PAGE = "rules/parcel-conditions/rules/far.md";
    private static final String OTHER = "rules/parcel-conditions/rules/building-density.md";
    private static final String CASE = "test-cases/bases/added.yaml";

    @TempDir
    private Path folder;

    private Store store;
    private RuleHome home;
    private RuleShelf shelf;
    private Drafts drafts;
    private Publications publications;
    private Publishing publishing;
    private Workshop workshop;
    private Account author;
    private Account second;

    @BeforeEach
    void an_office_with_rules_and_cases_in_one_folder() throws IOException {
        Path rules = FewRules.in(folder.resolve("home/rules"));
        Path cases = Files.createDirectories(folder.resolve("home/test-cases"));
        Files.createDirectories(cases.resolve("bases"));
        store = Store.open(Databases.H2.in(folder.resolve("office")), MONDAY);
        Office office = new Office(store, OfficeTables.read(), MONDAY);
        home = new RuleHome(rules, cases);
        shelf = new RuleShelf(() -> RuleLibrary.open(rules));
        drafts = new Drafts(office);
        publications = new Publications(office, drafts);
        publishing = new Publishing(office, drafts, publications, shelf, home);
        workshop = new Workshop(drafts, publishing, shelf, cases);
        Accounts accounts = new Accounts(store, MONDAY);
        author = accounts.make("system", "qian", "钱工", "", Role.POLICY).account();
        second = accounts.make("system", "sun", "孙工", "", Role.POLICY).account();
    }

    @AfterEach
    void close() {
        workshop.close();
        publishing.close();
        store.close();
    }

    private Published published() {
        return new Published(shelf.book(), CaseFolder.read(home.cases()));
    }

    private String text(String path) throws IOException {
        return Files.readString(home.place(path));
    }

    private Publication publish(DraftFile... files) {
        Draft draft = drafts.begin(author, "容积率说明", "说明写得更清楚");
        return publish(drafts.put(author, draft, List.of(files)));
    }

    private Publication publish(Draft draft) {
        drafts.checked(draft, shelf.book().sha256(), 0, "{}");
        return publishing.publish(
                second, drafts.submit(author, draft, shelf.book().sha256()), published());
    }

    private DraftFile with(String path, String more) throws IOException {
        return published().taken(path, Files.exists(home.place(path)) ? text(path) + more : more);
    }

    private Publication last() {
        return publications.last(1).get(0);
    }

    @Test
    void a_publication_is_undone_by_a_draft_that_is_approved_as_any_other_and_is_a_new_one() throws IOException {
        String before = text(PAGE);
        Publication first = publish(with(PAGE, "\n一。\n"), with(CASE, "title: 新增\n"));

        Workshop.Back back = workshop.goBack(author, first);

        assertThat(back.kept()).isEmpty();
        assertThat(back.draft().title()).isEqualTo("退回第 1 号公布：容积率说明");
        assertThat(back.draft().reason()).isEqualTo("退回到第 1 号公布之前。");
        assertThat(drafts.files(back.draft()))
                .extracting(file -> file.path() + " " + file.content())
                .containsExactly(PAGE + " " + before, CASE + " null");
        assertThat(drafts.mayApprove(author, back.draft())).isFalse();
        Publication undone = publish(back.draft());
        assertThat(undone.number()).isEqualTo(2);
        assertThat(undone.rulesHash())
                .isEqualTo(first.rulesBefore())
                .isEqualTo(shelf.book().sha256());
        assertThat(text(PAGE)).isEqualTo(before);
        assertThat(home.place(CASE)).doesNotExist();
        assertThat(workshop.goBack(author, first)).isEqualTo(new Workshop.Back(null, List.of()));
    }

    @Test
    void what_was_changed_again_since_stays_and_is_named() throws IOException {
        String other = text(OTHER);
        Publication first = publish(with(PAGE, "\n一。\n"), with(OTHER, "\n二。\n"));
        publish(with(PAGE, "\n三。\n"));

        Workshop.Back back = workshop.goBack(author, first);

        assertThat(back.kept()).containsExactly(PAGE);
        assertThat(back.draft().reason()).isEqualTo("退回到第 1 号公布之前。此后又改过、没有退回的文件：" + PAGE);
        assertThat(drafts.files(back.draft()))
                .extracting(file -> file.path() + " " + file.content())
                .containsExactly(OTHER + " " + other);
    }

    @Test
    void a_state_that_was_committed_with_git_stands_among_the_publications_with_who_and_when()
            throws IOException, GitAPIException {
        Publication first = publish(with(PAGE, "\n一。\n"));
        publishing.notice();
        assertThat(publications.last(9)).containsExactly(first);
        Files.writeString(home.place(PAGE), text(PAGE).replace("一。", "用编辑器改的。"));
        try (Git git = Git.open(home.rules().getParent().toFile())) {
            git.add().addFilepattern("rules").call();
            Instant at = Instant.parse("2026-12-08T02:00:00Z");
            PersonIdent zhao = new PersonIdent("赵工", "zhao@office.invalid", at, ZoneId.of("Asia/Shanghai"));
            String commit = git.commit()
                    .setMessage("说明改得更短\n\n长话短说")
                    .setAuthor(zhao)
                    .setCommitter(zhao)
                    .setSign(false)
                    .call()
                    .getName();

            publishing.notice();
            publishing.notice();

            assertThat(publications.last(9)).hasSize(2);
            Publication found = last();
            assertThat(found.fromFiles()).isTrue();
            assertThat(found.number()).isEqualTo(2);
            assertThat(found.title()).isEqualTo("说明改得更短");
            assertThat(found.author()).isEqualTo("赵工");
            assertThat(found.approver()).isEmpty();
            assertThat(found.commitId()).isEqualTo(commit);
            assertThat(found.reason()).isEqualTo("git 提交 " + commit.substring(0, 12) + "，2026-12-08 10:00");
            assertThat(found.rulesBefore()).isEqualTo(first.rulesHash());
            assertThat(found.rulesHash()).isEqualTo(shelf.book().sha256());
            assertThat(found.changes()).isEqualTo("修改文件 parcel-conditions/rules/far.md");
        }
        assertThat(store.audit().about("publication/2"))
                .extracting(entry -> entry.act() + " " + entry.who())
                .containsExactly("rules-found-changed system");
        assertThat(store.audit().verify()).isInstanceOf(AuditLog.Finding.Whole.class);
        Workshop.Back back = workshop.goBack(author, last());
        assertThat(drafts.files(back.draft()).get(0).content()).contains("一。").doesNotContain("用编辑器改的");
    }

    @Test
    void what_was_not_committed_says_so_and_a_publication_afterwards_follows_on_it() throws IOException {
        publish(with(PAGE, "\n一。\n"));
        Files.writeString(home.place(OTHER), text(OTHER) + "\n没有提交。\n");

        Publication third = publish(with(PAGE, "\n二。\n"));

        Publication found = publications.byNumber(2).orElseThrow();
        assertThat(third.number()).isEqualTo(3);
        assertThat(found.author()).isEmpty();
        assertThat(found.commitId()).isEmpty();
        assertThat(found.title()).isEqualTo("规则文件有改动");
        assertThat(found.reason()).isEqualTo("规则文件夹里直接改的文件，还没有提交到 git，谁改的不知道。");
        assertThat(third.rulesBefore()).isEqualTo(found.rulesHash());
    }

    @Test
    void what_the_shelf_finds_changed_is_told_once() throws IOException {
        int[] told = {0};
        shelf.book();
        shelf.whenChanged(() -> told[0]++);
        shelf.book();
        assertThat(told[0]).isEqualTo(1);
        Files.writeString(home.place(PAGE), text(PAGE) + "\n又。\n");
        shelf.book();
        shelf.book();
        assertThat(told[0]).isEqualTo(2);
    }
}
