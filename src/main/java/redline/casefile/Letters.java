package redline.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import redline.casefile.RegisteredLetter.Origin;
import redline.casefile.RegisteredLetter.State;
import redline.intake.Source;
import redline.report.PdfFile;

/**
 * The register of planning conditions: letters typed in from their scan, confirmed by a second person, then locked and used again and
 * again. A confirmed letter is never changed; a change (变更批复) is a letter of its own that takes its place once confirmed.
 */
public final class Letters {
    private static final Set<Role> HANDS = Set.of(Role.REVIEWER, Role.SECTION_HEAD);
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final Store store;
    private final JdbcClient database;
    private final LetterRows rows;
    private final Clock clock;

    public Letters(Store store, Clock clock) {
        this.store = store;
        this.database = store.database();
        this.rows = new LetterRows(database);
        this.clock = clock;
    }

    /** Why nothing was done. */
    public enum Refusal {
        NOT_ALLOWED,
        LOCKED,
        CHANGED_MEANWHILE,
        OWN_ENTRY,
        NO_SCAN,
        NOT_SOUND,
        NOT_ALL_SEEN,
        NOT_CONFIRMED,
        CHANGE_MISSING,
        CHANGE_OPEN,
        NO_PDF,
        PDF_LOCKED,
        TOO_LARGE,
        TOO_LONG
    }

    /** Nothing was changed. */
    public static final class Refused extends RuntimeException {
        private final Refusal why;

        Refused(Refusal why) {
            super(why.name());
            this.why = why;
        }

        public Refusal why() {
            return why;
        }
    }

    /** A letter as it stands in a list. */
    public record Listed(
            String id,
            State state,
            Origin origin,
            String title,
            String number,
            String announcementNo,
            String reserveNo,
            String parcelName,
            String parcelCode,
            String project,
            String enteredBy,
            String confirmedBy) {}

    /** Whether an account of the role enters and confirms letters. */
    public static boolean isHand(Role role) {
        return HANDS.contains(role);
    }

    /**
     * A new draft. What an applicant typed in is marked as such.
     *
     * @throws Refused where the role enters no letters, or a text is too long
     */
    public RegisteredLetter enter(Account by, LetterEntry entry) {
        if (!isHand(by.role()) && by.role() != Role.APPLICANT) {
            throw new Refused(Refusal.NOT_ALLOWED);
        }
        return store.together(() -> {
            String id = add(by, entry, null, "", "");
            logged(by, "letter-entered", id, Map.of("number", entry.number()));
            return byId(id).orElseThrow();
        });
    }

    private String add(Account by, LetterEntry entry, RegisteredLetter changes, String changeNo, String changedOn) {
        String id = Office.newId();
        Origin origin = by.role() == Role.APPLICANT ? Origin.APPLICANT : Origin.OFFICER;
        rows.insert(
                id,
                origin,
                changes == null ? null : changes.id(),
                fits(changeNo, 200),
                fits(changedOn, 40),
                by.id(),
                OffsetDateTime.now(clock));
        write(by, id, entry);
        return id;
    }

    private void write(Account by, String id, LetterEntry entry) {
        rows.write(id, sized(entry), by.id(), OffsetDateTime.now(clock));
        rows.hand(id, by.id());
    }

    private static LetterEntry sized(LetterEntry entry) {
        fits(entry.title(), 300);
        fits(entry.number(), 200);
        fits(entry.announcementNo(), 200);
        fits(entry.reserveNo(), 200);
        fits(entry.parcelName(), 300);
        fits(entry.parcelCode(), 100);
        fits(entry.project(), 300);
        fits(entry.issued(), 40);
        fits(entry.completeSentence(), 2000);
        entry.incorporates().forEach(one -> {
            fits(one.pack(), 100);
            fits(one.sentence(), 2000);
        });
        entry.articles().forEach(article -> {
            fits(article.number(), 100);
            fits(article.text(), 8000);
            article.values().forEach(value -> {
                fits(value.item(), 60);
                fits(value.comparator(), 10);
                fits(value.value(), 300);
                fits(value.zone(), 64);
                fits(value.side(), 40);
                fits(value.beyond(), 40);
                fits(value.heightClass(), 10);
                fits(value.use(), 20);
                fits(value.facility(), 60);
            });
        });
        return entry;
    }

    private static String fits(String text, int most) {
        if (text.length() > most) {
            throw new Refused(Refusal.TOO_LONG);
        }
        return text;
    }

    /**
     * Another text of a draft.
     *
     * @param version that was read
     * @throws Refused where it is locked, or another saved it meanwhile
     */
    public RegisteredLetter save(Account by, String id, int version, LetterEntry entry) {
        hand(by);
        return store.together(() -> {
            draft(id, version);
            write(by, id, entry);
            logged(by, "letter-changed", id, Map.of("number", entry.number()));
            return byId(id).orElseThrow();
        });
    }

    /**
     * The scan of a draft; one that was there before stays among the originals.
     *
     * @param most bytes
     * @throws Refused where it is no PDF by its contents, locked by a password, or too large
     * @throws IOException where it breaks off
     */
    public RegisteredLetter scan(Account by, String id, int version, String name, Path file, long most)
            throws IOException {
        hand(by);
        if (Files.size(file) > most) {
            throw new Refused(Refusal.TOO_LARGE);
        }
        int pages = pages(file);
        Original kept;
        try (InputStream in = Files.newInputStream(file)) {
            kept = store.originals().keep(in);
        }
        String shown = name.length() <= 300 ? name : name.substring(name.length() - 300);
        return store.together(() -> {
            draft(id, version);
            store.record(kept);
            rows.scan(id, kept.sha256(), shown, pages);
            rows.hand(id, by.id());
            logged(by, "letter-scanned", id, Map.of("sha256", kept.sha256(), "pages", pages));
            return byId(id).orElseThrow();
        });
    }

    private static int pages(Path file) throws IOException {
        byte[] beginning;
        try (InputStream in = Files.newInputStream(file)) {
            beginning = in.readNBytes(PDF.length);
        }
        if (!Arrays.equals(beginning, PDF)) {
            throw new Refused(Refusal.NO_PDF);
        }
        PdfFile.Pages pages = PdfFile.pages(file);
        if (pages instanceof PdfFile.Pages.Counted counted) {
            return counted.count();
        }
        throw new Refused(pages instanceof PdfFile.Pages.Locked ? Refusal.PDF_LOCKED : Refusal.NO_PDF);
    }

    /** The scan of a letter. */
    public InputStream open(RegisteredLetter.Scan scan) throws IOException {
        return store.originals().open(scan.sha256());
    }

    /** What is wrong with a letter as typed; empty where it could be confirmed. */
    public List<LetterComplaint> complaints(LetterEntry entry) {
        return LetterFile.complaints(entry);
    }

    /** Whether that person typed something of it, and so cannot confirm it. */
    public boolean typed(Account account, String id) {
        return rows.hands(id).contains(account.id());
    }

    /**
     * Confirms a draft and locks it; where it changes another letter, that one is superseded.
     *
     * @param seen articles held against the scan, counted from 1: all of them
     * @throws Refused where the person typed it, the scan is missing, something is wrong with it, or not every article was seen
     */
    public RegisteredLetter confirm(Account by, String id, int version, Set<Integer> seen) {
        hand(by);
        return store.together(() -> {
            RegisteredLetter letter = draft(id, version);
            if (typed(by, id)) {
                throw new Refused(Refusal.OWN_ENTRY);
            }
            if (letter.scan() == null) {
                throw new Refused(Refusal.NO_SCAN);
            }
            if (!LetterFile.complaints(letter.entry()).isEmpty()) {
                throw new Refused(Refusal.NOT_SOUND);
            }
            Set<Integer> all = IntStream.rangeClosed(
                            1, letter.entry().articles().size())
                    .boxed()
                    .collect(Collectors.toSet());
            if (!seen.containsAll(all)) {
                throw new Refused(Refusal.NOT_ALL_SEEN);
            }
            rows.confirm(id, by.id(), OffsetDateTime.now(clock));
            logged(by, "letter-confirmed", id, Map.of("number", letter.entry().number()));
            if (letter.supersedes() != null) {
                rows.supersede(letter.supersedes());
                logged(
                        by,
                        "letter-superseded",
                        letter.supersedes(),
                        Map.of("by", id, "document", letter.changeNo(), "date", letter.changedOn()));
            }
            return byId(id).orElseThrow();
        });
    }

    /**
     * A draft that is to take the place of a confirmed letter, with its text to begin with.
     *
     * @param changeNo number of the document that changes it (变更批复)
     * @param changedOn its date, ISO
     * @throws Refused where the letter is not confirmed, the document is not stated, or a change is open already
     */
    public RegisteredLetter change(Account by, String id, String changeNo, String changedOn) {
        hand(by);
        if (changeNo.isBlank() || !changedOn.matches("\\d{4}-\\d{2}-\\d{2}")) {
            throw new Refused(Refusal.CHANGE_MISSING);
        }
        return store.together(() -> {
            RegisteredLetter old = rows.locked(id).orElseThrow(() -> new Refused(Refusal.NOT_CONFIRMED));
            if (!old.confirmed()) {
                throw new Refused(Refusal.NOT_CONFIRMED);
            }
            if (rows.openChange(id).isPresent()) {
                throw new Refused(Refusal.CHANGE_OPEN);
            }
            String made = add(by, old.entry(), old, changeNo.strip(), changedOn);
            logged(by, "letter-change-begun", made, Map.of("of", id, "document", changeNo.strip(), "date", changedOn));
            return byId(made).orElseThrow();
        });
    }

    private static void hand(Account by) {
        if (!isHand(by.role())) {
            throw new Refused(Refusal.NOT_ALLOWED);
        }
    }

    /** The draft, its row locked until the transaction ends. */
    private RegisteredLetter draft(String id, int version) {
        RegisteredLetter letter = rows.locked(id).orElseThrow(() -> new Refused(Refusal.LOCKED));
        if (letter.state() != State.DRAFT) {
            throw new Refused(Refusal.LOCKED);
        }
        if (letter.version() != version) {
            throw new Refused(Refusal.CHANGED_MEANWHILE);
        }
        return letter;
    }

    private void logged(Account by, String act, String id, Map<String, ?> details) {
        store.audit().append(by.name(), act, "letter/" + id, details);
    }

    public Optional<RegisteredLetter> byId(String id) {
        return rows.byId(id);
    }

    /** The letter that took the place of another, or is to take it. */
    public Optional<RegisteredLetter> changeOf(String id) {
        return rows.changeOf(id).flatMap(rows::byId);
    }

    /**
     * Letters that hold the text in a number (文号、公告号、土储号), name or code of the parcel, or the project, whatever the brackets,
     * spaces and widths; all where it is empty. Confirmed ones first, at most {@code most}.
     */
    public List<Listed> find(String text, int most) {
        return rows.find(SearchKey.of(text), most);
    }

    /** The first hundred that hold the text. */
    public List<Listed> find(String text) {
        return find(text, 100);
    }

    /** Confirmed letters of which a number, the parcel's code or its name is that text: what an applicant may look for. */
    public List<Listed> findExactly(String text) {
        String key = SearchKey.ofNumber(text);
        return key.isEmpty() ? List.of() : rows.findExactly(key);
    }

    /** How many there are of each state. */
    public Map<State, Long> counts() {
        return rows.counts();
    }

    /**
     * The letter as a conditions file for the scheme reader. What nobody confirmed is graded UNCONFIRMED.
     *
     * @param parcel id of its parcel in the scheme, empty where the scheme has one parcel without zones
     */
    public Source conditions(RegisteredLetter letter, String parcel) {
        String grade =
                letter.state() == State.DRAFT ? "UNCONFIRMED" : letter.entry().grade();
        return LetterFile.of(letter.entry(), grade, letter.id(), parcel);
    }
}
