package redline.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redline.casefile.LetterEntry.Article;
import redline.casefile.LetterEntry.Value;
import redline.casefile.Letters.Listed;
import redline.casefile.Letters.Refusal;
import redline.casefile.RegisteredLetter.Origin;
import redline.casefile.RegisteredLetter.State;

/** The register of planning conditions: typed in, confirmed by a second person, locked, found, changed by another letter. */
class LettersTest {
    private static final Clock MONDAY = Clock.fixed(Instant.parse("2026-03-02T01:30:00Z"), ZoneOffset.UTC);
    private static final Set<Integer> ALL = Set.of(1, 2, 3, 4, 5, 6);
    private static final long MOST = 1_000_000;

    @TempDir
    private Path folder;

    /** The register with four people. */
    private record Office(Store store, Letters letters, Account wang, Account li, Account policy, Account applicant) {
        RegisteredLetter drafted(Path folder) {
            RegisteredLetter letter = letters.enter(wang, LettersOf43.whole());
            try {
                return letters.scan(wang, letter.id(), letter.version(), "43号.pdf", LettersOf43.scan(folder), MOST);
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            }
        }

        RegisteredLetter confirmed(Path folder) {
            RegisteredLetter letter = drafted(folder);
            return letters.confirm(li, letter.id(), letter.version(), ALL);
        }
    }

    private interface OfOffice {
        void run(Office office) throws IOException;
    }

    private void in(Databases kind, OfOffice test) throws IOException {
        try (Store store = Store.open(kind.in(folder), MONDAY)) {
            Accounts accounts = new Accounts(store, MONDAY, 1000);
            test.run(new Office(
                    store,
                    new Letters(store, MONDAY),
                    accounts.make("admin", "wang", "王工", "规划科", Role.REVIEWER).account(),
                    accounts.make("admin", "li", "李科", "规划科", Role.SECTION_HEAD).account(),
                    accounts.make("admin", "zhou", "周工", "法规科", Role.POLICY).account(),
                    accounts.make("admin", "company", "示例置业", "", Role.APPLICANT)
                            .account()));
        }
    }

    private static void refused(Refusal why, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Letters.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(why));
    }

    @ParameterizedTest
    @EnumSource
    void a_letter_comes_back_as_it_was_typed(Databases kind) throws IOException {
        in(kind, office -> {
            List<Article> articles = new ArrayList<>(LettersOf43.whole().articles());
            articles.add(new Article(
                    "第7条",
                    "高层建筑南侧退让城市道路不小于 10 米。",
                    List.of(new Value("SETBACK", "MIN", "10", "", "S、E", "ROAD", "HIGH", "", ""))));
            LetterEntry typed = LettersOf43.with(articles);

            RegisteredLetter entered = office.letters().enter(office.wang(), typed);

            assertThat(entered.entry()).isEqualTo(typed);
            assertThat(office.letters().complaints(typed)).isEmpty();
            assertThat(entered)
                    .extracting(
                            RegisteredLetter::state,
                            RegisteredLetter::version,
                            RegisteredLetter::origin,
                            RegisteredLetter::enteredBy)
                    .containsExactly(State.DRAFT, 1, Origin.OFFICER, "王工");
            assertThat(entered.entry().byHand()).containsExactly(LettersOf43.WITHOUT_VALUE);
        });
    }

    @ParameterizedTest
    @EnumSource
    void who_typed_something_of_it_cannot_confirm_it_and_a_second_person_can(Databases kind) throws IOException {
        in(kind, office -> {
            Letters letters = office.letters();
            RegisteredLetter draft = office.drafted(folder);

            refused(Refusal.OWN_ENTRY, () -> letters.confirm(office.wang(), draft.id(), draft.version(), ALL));
            refused(Refusal.NOT_ALLOWED, () -> letters.confirm(office.policy(), draft.id(), draft.version(), ALL));
            refused(
                    Refusal.NOT_ALL_SEEN,
                    () -> letters.confirm(office.li(), draft.id(), draft.version(), Set.of(1, 2, 3, 4, 5)));

            RegisteredLetter confirmed = letters.confirm(office.li(), draft.id(), draft.version(), ALL);

            assertThat(confirmed.state()).isEqualTo(State.CONFIRMED);
            assertThat(confirmed.confirmedBy()).isEqualTo("李科");
            assertThat(confirmed.scan().pages()).isEqualTo(1);
            assertThat(office.store().audit().about("letter/" + draft.id()))
                    .extracting(AuditEntry::who, AuditEntry::act)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("李科", "letter-confirmed"),
                            org.assertj.core.groups.Tuple.tuple("王工", "letter-scanned"),
                            org.assertj.core.groups.Tuple.tuple("王工", "letter-entered"));
            assertThat(office.store().audit().verify()).isInstanceOf(AuditLog.Finding.Whole.class);
        });
    }

    @ParameterizedTest
    @EnumSource
    void one_who_corrected_a_draft_has_typed_in_it(Databases kind) throws IOException {
        in(kind, office -> {
            RegisteredLetter draft = office.drafted(folder);
            RegisteredLetter corrected =
                    office.letters().save(office.li(), draft.id(), draft.version(), LettersOf43.whole());

            refused(
                    Refusal.OWN_ENTRY,
                    () -> office.letters().confirm(office.li(), corrected.id(), corrected.version(), ALL));
            refused(
                    Refusal.OWN_ENTRY,
                    () -> office.letters().confirm(office.wang(), corrected.id(), corrected.version(), ALL));
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_confirmed_letter_is_locked(Databases kind) throws IOException {
        in(kind, office -> {
            Letters letters = office.letters();
            RegisteredLetter letter = office.confirmed(folder);

            refused(
                    Refusal.LOCKED,
                    () -> letters.save(office.wang(), letter.id(), letter.version(), LettersOf43.valued()));
            refused(
                    Refusal.LOCKED,
                    () -> letters.scan(
                            office.wang(), letter.id(), letter.version(), "x.pdf", LettersOf43.scan(folder), MOST));
            refused(Refusal.LOCKED, () -> letters.confirm(office.li(), letter.id(), letter.version(), ALL));
            refused(
                    Refusal.LOCKED,
                    () -> office.store().together(() -> {
                        new LetterRows(office.store().database())
                                .write(
                                        letter.id(),
                                        LettersOf43.valued(),
                                        office.wang().id(),
                                        java.time.OffsetDateTime.now(MONDAY));
                        return null;
                    }));
            assertThat(letters.byId(letter.id())).contains(letter);
        });
    }

    @ParameterizedTest
    @EnumSource
    void nobody_saves_over_what_another_saved(Databases kind) throws IOException {
        in(kind, office -> {
            RegisteredLetter draft = office.letters().enter(office.wang(), LettersOf43.valued());
            office.letters().save(office.li(), draft.id(), draft.version(), LettersOf43.whole());

            refused(
                    Refusal.CHANGED_MEANWHILE,
                    () -> office.letters().save(office.wang(), draft.id(), draft.version(), LettersOf43.valued()));
        });
    }

    @ParameterizedTest
    @EnumSource
    void without_a_scan_or_with_something_wrong_nothing_is_confirmed(Databases kind) throws IOException {
        in(kind, office -> {
            Letters letters = office.letters();
            RegisteredLetter bare = letters.enter(office.wang(), LettersOf43.whole());
            refused(Refusal.NO_SCAN, () -> letters.confirm(office.li(), bare.id(), bare.version(), ALL));

            RegisteredLetter wrong = letters.enter(
                    office.wang(),
                    LettersOf43.with(
                            List.of(new Article("第1条", "容积率不大于一点三五。", List.of(Value.of("FAR", "MAX", "一点三五", ""))))));
            RegisteredLetter scanned =
                    letters.scan(office.wang(), wrong.id(), wrong.version(), "43号.pdf", LettersOf43.scan(folder), MOST);
            refused(Refusal.NOT_SOUND, () -> letters.confirm(office.li(), scanned.id(), scanned.version(), Set.of(1)));
            assertThat(letters.complaints(wrong.entry()))
                    .extracting(LetterComplaint::field)
                    .containsExactly("articles[1].values[1].value");
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_scan_is_a_pdf_by_its_contents_and_within_the_limit(Databases kind) throws IOException {
        in(kind, office -> {
            RegisteredLetter draft = office.letters().enter(office.wang(), LettersOf43.whole());
            Path word = Files.write(folder.resolve("letter.pdf"), "PK 规划条件".getBytes(StandardCharsets.UTF_8));
            Path torn = Files.write(folder.resolve("torn.pdf"), "%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII));

            refused(
                    Refusal.NO_PDF,
                    () -> office.letters().scan(office.wang(), draft.id(), draft.version(), "letter.pdf", word, MOST));
            refused(
                    Refusal.NO_PDF,
                    () -> office.letters().scan(office.wang(), draft.id(), draft.version(), "torn.pdf", torn, MOST));
            refused(
                    Refusal.TOO_LARGE,
                    () -> office.letters()
                            .scan(office.wang(), draft.id(), draft.version(), "43号.pdf", LettersOf43.scan(folder), 10));
            assertThat(office.letters().byId(draft.id())).contains(draft);
        });
    }

    @ParameterizedTest
    @EnumSource
    void it_is_found_by_number_name_and_code_whatever_the_brackets(Databases kind) throws IOException {
        in(kind, office -> {
            RegisteredLetter letter = office.letters().enter(office.wang(), LettersOf43.valued());
            LetterEntry other = new LetterEntry(
                    "",
                    "桐土储〔2019〕44号",
                    "",
                    "",
                    "乌镇镇 44 号地块",
                    "",
                    "",
                    "",
                    "OFFICIAL",
                    null,
                    "",
                    false,
                    List.of(),
                    List.of());
            office.letters().enter(office.wang(), other);

            for (String typed : List.of(
                    "桐土储[2019]43号",
                    "桐土储【2019】43号",
                    "桐土储〔2019〕43号",
                    "桐土储(2019)43",
                    "桐土储（２０１９）４３号",
                    "桐土储2019 43",
                    "桐土告字[2019]63号",
                    "43 号地块",
                    "330483-wz-043",
                    "330483wz043",
                    "2019-330483-70-03-000001")) {
                assertThat(office.letters().find(typed))
                        .as(typed)
                        .extracting(Listed::id)
                        .containsExactly(letter.id());
            }
            assertThat(office.letters().find("桐土储〔2019〕")).hasSize(2);
            assertThat(office.letters().find("")).hasSize(2);
            assertThat(office.letters().find("100%")).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void an_applicant_finds_confirmed_letters_only_and_only_by_the_whole_number(Databases kind) throws IOException {
        in(kind, office -> {
            RegisteredLetter draft = office.drafted(folder);
            assertThat(office.letters().findExactly("桐土储[2019]43号")).isEmpty();

            office.letters().confirm(office.li(), draft.id(), draft.version(), ALL);

            assertThat(office.letters().findExactly("桐土储[2019]43"))
                    .extracting(Listed::id)
                    .containsExactly(draft.id());
            assertThat(office.letters().findExactly("桐土储")).isEmpty();
            assertThat(office.letters().findExactly("")).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void what_an_applicant_typed_in_is_marked(Databases kind) throws IOException {
        in(kind, office -> {
            RegisteredLetter typed = office.letters().enter(office.applicant(), LettersOf43.valued());

            assertThat(typed.origin()).isEqualTo(Origin.APPLICANT);
            refused(
                    Refusal.NOT_ALLOWED,
                    () -> office.letters().save(office.applicant(), typed.id(), typed.version(), LettersOf43.whole()));
            refused(Refusal.NOT_ALLOWED, () -> office.letters().enter(office.policy(), LettersOf43.valued()));
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_change_takes_the_place_of_the_letter_once_it_is_confirmed(Databases kind) throws IOException {
        in(kind, office -> {
            Letters letters = office.letters();
            RegisteredLetter old = office.confirmed(folder);
            refused(Refusal.CHANGE_MISSING, () -> letters.change(office.wang(), old.id(), " ", "2026-02-20"));

            RegisteredLetter change = letters.change(office.wang(), old.id(), "桐规变〔2026〕2号", "2026-02-20");

            assertThat(change.entry()).isEqualTo(old.entry());
            assertThat(letters.byId(old.id())).contains(old);
            refused(Refusal.CHANGE_OPEN, () -> letters.change(office.li(), old.id(), "桐规变〔2026〕3号", "2026-02-21"));

            RegisteredLetter scanned = letters.scan(
                    office.wang(), change.id(), change.version(), "变更.pdf", LettersOf43.scan(folder), MOST);
            letters.confirm(office.li(), scanned.id(), scanned.version(), ALL);

            assertThat(letters.byId(old.id()).orElseThrow().state()).isEqualTo(State.SUPERSEDED);
            assertThat(letters.changeOf(old.id()).orElseThrow().changeNo()).isEqualTo("桐规变〔2026〕2号");
            assertThat(letters.findExactly("桐土储〔2019〕43号"))
                    .extracting(Listed::id)
                    .containsExactly(change.id());
            refused(Refusal.NOT_CONFIRMED, () -> letters.change(office.wang(), old.id(), "x", "2026-02-22"));
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_backup_holds_the_register(Databases kind) throws IOException {
        in(kind, office -> {
            RegisteredLetter letter = office.confirmed(folder);
            Path backup = folder.resolve("backup.zip");
            new Backup(office.store()).write(backup);
            StoreSettings elsewhere = kind.in(folder.resolve("other"));
            Backup.restore(backup, elsewhere, MONDAY);
            try (Store other = Store.open(elsewhere, MONDAY)) {
                assertThat(new Letters(other, MONDAY).byId(letter.id())).contains(letter);
            }
        });
    }
}
