package redline.workshop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redline.casefile.Account;
import redline.casefile.Draft;
import redline.casefile.DraftFile;
import redline.casefile.Drafts;
import redline.casefile.Publication;
import redline.intake.Hash;
import redline.proof.CaseFolder;
import redline.proof.RuleCases;
import redline.quantity.Text;
import redline.rulepack.Fault;
import redline.rulepack.PackFault;
import redline.rulepack.RuleBook;
import redline.rulepack.RuleDesk;
import redline.upload.RuleShelf;
import redline.worker.Outcome;
import redline.worker.WorkerProcess;

/** Drafts on the bench: what is in force, what a draft makes of it, and checking it beside the pages, one after the other. */
public final class Workshop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workshop.class);
    /** After a draft changed while it was being checked: who hands in again and again does not start a check each time. */
    private static final Duration REST = Duration.ofSeconds(2);

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_REASON = 4000;

    private final Drafts drafts;
    private final Publishing publishing;
    private final RuleShelf shelf;
    private final Path cases;
    private final BiFunction<Published, List<DraftFile>, DraftReport> examination;
    /** The check that runs now, null where none does. */
    private volatile Examining examining;

    private final DraftDesks desks = new DraftDesks();
    private final Set<String> checking = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService bench = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "draft-check");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    });

    private record Examining(String draft, WorkerProcess process) {}

    /** @param cases folder of cases, null where there is none */
    public Workshop(Drafts drafts, Publishing publishing, RuleShelf shelf, Path cases) {
        this(drafts, publishing, shelf, cases, null);
    }

    /**
     * @param cases folder of cases, null where there is none
     * @param examination checks in this process, null for a worker process of its own; here only text of known origin may be checked
     */
    public Workshop(
            Drafts drafts,
            Publishing publishing,
            RuleShelf shelf,
            Path cases,
            BiFunction<Published, List<DraftFile>, DraftReport> examination) {
        this.drafts = drafts;
        this.publishing = publishing;
        this.shelf = shelf;
        this.cases = cases;
        this.examination = examination;
    }

    /** What is in force now, its cases read anew. */
    public Published published() {
        return new Published(shelf.book(), cases == null ? new CaseFolder(new TreeMap<>()) : CaseFolder.read(cases));
    }

    /** The rules in force. */
    public RuleBook inForce() {
        return shelf.book();
    }

    /**
     * The rules with a draft's files.
     *
     * @throws PackFault with all faults of the draft
     */
    public RuleBook drafted(Draft draft) {
        List<DraftFile> files = drafts.files(draft);
        return files.isEmpty() ? shelf.book() : DraftExamination.book(shelf.book(), files);
    }

    /**
     * The rules with a draft's files, and with files that it does not have yet.
     *
     * @param more by path of a draft
     * @throws PackFault with all faults
     */
    public RuleBook drafted(Draft draft, Map<String, String> more) {
        Map<String, DraftFile> files = new LinkedHashMap<>();
        drafts.files(draft).forEach(file -> files.put(file.path(), file));
        more.forEach((path, content) -> files.put(path, new DraftFile(path, content, null)));
        return DraftExamination.book(shelf.book(), List.copyOf(files.values()));
    }

    /** What a state of the rules says otherwise than another, in words. */
    public static List<Text> differences(RuleBook before, RuleBook after) {
        return before.changesTo(after).stream()
                .map(change -> DraftExamination.said(change).said())
                .toList();
    }

    /** The rules as a draft has them, for an editor; faults of its files do not keep it from being there. */
    public RuleDesk desk(Draft draft) {
        return desks.of(draft, shelf.book(), () -> drafts.files(draft));
    }

    /**
     * What is wrong with a text for a file of a draft, by line: it is read and linted and never compiled or run.
     *
     * @param path as {@link DraftPaths} knows it
     */
    public List<Fault> faults(Draft draft, String path, String text) {
        return path.startsWith(DraftPaths.CASES)
                ? RuleCases.faults(path.substring(DraftPaths.CASES.length()), text)
                : desk(draft).faults(path.substring(DraftPaths.RULES.length()), text);
    }

    /** The rules with a draft's files where they can be read, else those in force. */
    public RuleBook readable(Draft draft) {
        try {
            return drafted(draft);
        } catch (PackFault notYet) {
            return shelf.book();
        }
    }

    /** A file as a draft has it, else as it is in force. */
    public Optional<String> text(Draft draft, String path) {
        return drafts.files(draft).stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .map(file -> Optional.ofNullable(file.content()))
                .orElseGet(() -> file(path).map(bytes -> new String(bytes, UTF_8)));
    }

    /**
     * The files of a rule as a draft has them, by path: the rule, its page and its cases.
     *
     * @param pack of the rule
     */
    public Map<String, String> filesOf(Draft draft, String pack, String rule) {
        String own = DraftPaths.RULES + pack + "/rules/" + rule + ".";
        String cases = DraftPaths.CASES + "rules/" + rule + "/";
        Map<String, String> files = new TreeMap<>();
        Published now = published();
        for (String path : List.of(own + "drl", own + "md")) {
            now.file(path).ifPresent(bytes -> files.put(path, new String(bytes, UTF_8)));
        }
        now.cases().files().forEach((path, bytes) -> {
            if ((DraftPaths.CASES + path).startsWith(cases)) {
                files.put(DraftPaths.CASES + path, new String(bytes, UTF_8));
            }
        });
        for (DraftFile file : drafts.files(draft)) {
            if (file.path().startsWith(own) || file.path().startsWith(cases)) {
                files.put(file.path(), file.content());
            }
        }
        files.values().removeIf(java.util.Objects::isNull);
        return files;
    }

    /** The lines of a file of a draft that differ from what is in force. */
    public List<LinesChanged.Line> changed(DraftFile file) {
        return LinesChanged.between(file(file.path()).orElse(null), file.content());
    }

    /** A file as it is in force, by its path in a draft; of the cases it alone is read, not their thousands of files. */
    private Optional<byte[]> file(String path) {
        if (path.startsWith(DraftPaths.RULES)) {
            return shelf.book().file(path.substring(DraftPaths.RULES.length()));
        }
        return cases == null ? Optional.empty() : CaseFolder.file(cases, path.substring(DraftPaths.CASES.length()));
    }

    /**
     * Puts files into a draft.
     *
     * @param contents by path; null where a file would go
     * @throws IllegalArgumentException for a path where no file of rules or cases may lie
     */
    public Draft put(Account by, Draft draft, Map<String, String> contents) {
        contents.keySet().stream().filter(path -> !DraftPaths.fits(path)).forEach(path -> {
            throw new IllegalArgumentException(path);
        });
        return drafts.put(
                by,
                draft,
                contents.entrySet().stream()
                        .map(file -> new DraftFile(
                                file.getKey(),
                                file.getValue(),
                                file(file.getKey()).map(Hash::of).orElse(null)))
                        .toList());
    }

    /** Begins to check a draft as it is now; a check of an older state of it is broken off. */
    public void check(Draft draft) {
        String work = draft.id() + "@" + draft.revision();
        boolean again = checking.stream().anyMatch(other -> other.startsWith(draft.id() + "@"));
        if (checking.add(work)) {
            Examining before = examining;
            if (before != null && before.draft().equals(draft.id())) {
                before.process().cancel();
            }
            bench.schedule(() -> examined(draft, work), again ? REST.toMillis() : 0, TimeUnit.MILLISECONDS);
        }
    }

    private void examined(Draft draft, String work) {
        try {
            examine(draft);
        } catch (RuntimeException broken) {
            LOG.error("the check of draft {} broke off", draft.number(), broken);
        } finally {
            checking.remove(work);
        }
    }

    public boolean checking(Draft draft) {
        return checking.contains(draft.id() + "@" + draft.revision());
    }

    private void examine(Draft draft) {
        if (drafts.byId(draft.id())
                .filter(now -> now.revision() == draft.revision())
                .isEmpty()) {
            return; // changed meanwhile, and checked anew then
        }
        Published now = published();
        DraftReport report =
                examination == null ? examinedApart(draft, now) : examination.apply(now, drafts.files(draft));
        if (report != null) {
            drafts.checked(draft, now.book().sha256(), report.lacking().size(), report.json());
        }
    }

    /** In a process of its own: nobody has approved the text yet. Null where it was broken off. */
    private DraftReport examinedApart(Draft draft, Published now) {
        WorkerProcess process =
                WorkerProcess.start(ExamineDraft.task(now, drafts.files(draft)), ExamineDraft.LIMITS, said -> {});
        examining = new Examining(draft.id(), process);
        Outcome outcome = process.outcome();
        examining = null;
        if (outcome instanceof Outcome.Cancelled) {
            return null;
        }
        return outcome instanceof Outcome.Done done ? ExamineDraft.answer(done.result()) : broken(outcome);
    }

    private static DraftReport broken(Outcome outcome) {
        Text why;
        if (outcome instanceof Outcome.Died died) {
            why = died.why();
        } else if (outcome instanceof Outcome.Refused refused) {
            why = refused.why();
        } else {
            long minutes = ExamineDraft.LIMITS.time().toMinutes();
            why = new Text(minutes + " 分钟内没有检查完", "it did not end within " + minutes + " minutes");
        }
        return new DraftReport(
                List.of(),
                List.of(new DraftReport.Lack(
                        DraftReport.Kind.FAULT,
                        "",
                        0,
                        new Text("检查中断:" + why.zh(), "The check broke off: " + why.en()),
                        new Text(
                                "看改动的规则是不是太费时费内存，再检查一次",
                                "See whether the changed rules take too much time or memory, and check again"))),
                List.of(),
                0,
                0,
                0,
                0,
                0);
    }

    /** Hands a draft on for approval. */
    public Draft submit(Account by, Draft draft) {
        return drafts.submit(by, draft, shelf.book().sha256());
    }

    /** Approves a draft and puts it in force. */
    public Publication publish(Account by, Draft draft) {
        return publishing.publish(by, draft, published());
    }

    /** @see Publishing#notice */
    public void notice() {
        publishing.notice();
    }

    /**
     * A draft that undoes a publication.
     *
     * @param draft null where there is nothing left to undo
     * @param kept paths of files that were changed again since, and stay as they are
     */
    public record Back(Draft draft, List<String> kept) {}

    /**
     * Begins a draft that puts the files of a publication back as they were before it; as any other it is checked and needs a second
     * person, and is a new publication then.
     *
     * @throws redline.casefile.Declined where this person may not
     */
    public Back goBack(Account by, Publication publication) {
        Undo.Back back = publishing.undo(publication).orElse(Undo.NOTHING).over(published());
        if (back.files().isEmpty()) {
            return new Back(null, back.kept());
        }
        String title = "退回第 " + publication.number() + " 号公布：" + publication.title();
        String reason = "退回到第 " + publication.number() + " 号公布之前。"
                + (back.kept().isEmpty() ? "" : "此后又改过、没有退回的文件：" + String.join("、", back.kept()));
        Draft begun = drafts.begin(by, cut(title, LONGEST_TITLE), cut(reason, LONGEST_REASON));
        return new Back(drafts.put(by, begun, back.files()), back.kept());
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    public boolean canPublish() {
        return publishing.possible();
    }

    @Override
    public void close() {
        bench.shutdownNow();
        Examining now = examining;
        if (now != null) {
            now.process().cancel();
        }
    }
}
