package redline.selfcheck;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redline.intake.Intake;
import redline.intake.file.Upload;
import redline.quantity.Language;
import redline.report.PdfReport;
import redline.rulepack.PackFault;
import redline.rulepack.RuleBook;
import redline.upload.DataCheck;
import redline.upload.Examination;
import redline.upload.Material;
import redline.upload.Outcome;
import redline.upload.RuleShelf;
import redline.upload.Step;
import redline.upload.TimeLimit;
import redline.upload.TooMuch;
import redline.upload.Understanding;

/** One check of one submission, from the queue to its result. */
final class CheckRun implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(CheckRun.class);

    private final String id;
    private final Instant submitted;
    private final Submission submission;
    private final RuleShelf rules;
    private final Examination examination;
    private final HandedIn handedIn;
    private final Map<Language, byte[]> reports = new EnumMap<>(Language.class);
    private final CompletableFuture<Progress> ended = new CompletableFuture<>();
    private Progress progress = new Progress.Waiting();
    private volatile RuleBook judgedBy;

    /**
     * @param crs of files that do not say theirs
     * @param handedIn the files as they came, where they are kept as long as the result; else null
     */
    CheckRun(
            String id,
            Instant submitted,
            Submission submission,
            RuleShelf rules,
            Examination.Limits limits,
            String crs,
            HandedIn handedIn) {
        this.id = id;
        this.submitted = submitted;
        this.submission = submission;
        this.rules = rules;
        this.handedIn = handedIn;
        this.examination = new Examination(
                new Examination.Asked(submission.choices(), submission.dates(), submission.profile(), crs),
                limits,
                () -> rulesFor(Step.MEASURE),
                step -> enter(step, false));
    }

    String id() {
        return id;
    }

    Instant submitted() {
        return submitted;
    }

    Submission submission() {
        return submission;
    }

    synchronized Progress progress() {
        return progress;
    }

    /** Done with the last progress. */
    CompletableFuture<Progress> ended() {
        return ended;
    }

    /** The files whose contents it holds, or null. */
    synchronized Material.Known holds() {
        if (progress instanceof Progress.Understood understood) {
            return understood.data().understanding().files();
        }
        return submission.material() instanceof Material.Known known ? known : null;
    }

    /** Stops reading at once, else before the next step; what has ended stays as it is. */
    synchronized void cancel() {
        if (!progress.ended()) {
            progress = new Progress.Cancelled();
            ended.complete(progress);
            examination.cancel();
        }
        if (handedIn == null || !came()) {
            letGo();
        }
    }

    /** The files as they came, where they are kept; else null. */
    HandedIn handedIn() {
        return handedIn;
    }

    /** Hash of the rules that judged, empty before. */
    String rulesHash() {
        RuleBook book = judgedBy;
        return book == null ? "" : book.sha256();
    }

    /** Needs the files no longer; where nobody else does they are deleted. */
    void letGo() {
        if (handedIn != null) {
            handedIn.letGo(id);
        } else if (submission.material() instanceof Material.Arrived arrived) {
            arrived.files().delete();
        }
    }

    /** Once they are read, files are deleted, unless they are kept as long as what came of them. */
    private void read() {
        if (handedIn == null) {
            letGo();
        }
    }

    private synchronized boolean came() {
        return progress instanceof Progress.Finished || progress instanceof Progress.Understood;
    }

    @Override
    public void run() {
        try {
            end(work());
        } catch (CancellationException cancelled) {
            LOG.debug("check {} was cancelled", id);
        } catch (PackFault fault) {
            end(new Progress.RulesAtFault(fault.faults()));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
            Wreckage.log(LOG, id, bug);
            end(new Progress.Broken());
        } finally {
            if (handedIn == null || !came()) {
                letGo();
            }
        }
    }

    private Progress work() {
        try {
            return work(submission.material());
        } catch (TimeLimit.Over over) {
            return new Progress.Refused(
                    List.of(TooMuch.complaint(submission.material().name(), over)));
        }
    }

    private Progress work(Material material) throws TimeLimit.Over {
        enter(Step.READ, false);
        Material read = material;
        if (material instanceof Material.Arrived arrived) {
            List<Upload> files = arrived.files().uploads();
            if (submission.purpose() == Submission.Purpose.READ) {
                return new Progress.Read(examination.contents(files));
            }
            read = examination.read(files, arrived.conditions());
            read();
        }
        enter(Step.DATA_CHECK, false);
        if (submission.purpose() == Submission.Purpose.PREVIEW && read instanceof Material.Known known) {
            Understanding understood = examination.understand(known);
            return understood.any()
                    ? new Progress.Understood(dataCheck(understood))
                    : ended(examination.examine(understood));
        }
        return ended(examination.examine(read));
    }

    private Progress ended(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            return new Progress.Refused(refused.complaints());
        }
        Outcome.Judged judged = (Outcome.Judged) outcome;
        Progress.Finished finished = new Progress.Finished(judged.result(), judged.remedies(), judged.remarks());
        enter(Step.REPORT, false);
        if (submission.report()) {
            reports.put(submission.language(), pdf(finished, judgedBy, submission.language()));
        }
        return finished;
    }

    private DataCheck dataCheck(Understanding understood) {
        if (!(understood.intake() instanceof Intake.Accepted accepted)) {
            return new DataCheck(understood, null, null);
        }
        RuleBook book = rulesFor(Step.DATA_CHECK);
        try {
            return new DataCheck(understood, examination.readiness(accepted.scheme(), book), null);
        } catch (TimeLimit.Over over) {
            return new DataCheck(
                    understood, null, TooMuch.complaint(submission.material().name(), over));
        }
    }

    /** The rules in force; the visitor sees whether the step waits for them. */
    private RuleBook rulesFor(Step step) {
        enter(step, !rules.ready());
        RuleBook book = rules.book();
        judgedBy = book;
        enter(step, false);
        return book;
    }

    /** The report; the one in the other language is made when it is first asked for. */
    synchronized byte[] report(Progress.Finished of, Language language) {
        return reports.computeIfAbsent(language, wanted -> pdf(of, judgedBy, wanted));
    }

    private static byte[] pdf(Progress.Finished of, RuleBook book, Language language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            PdfReport.write(of.result(), of.remedies().get(), book, language, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private synchronized void enter(Step step, boolean forRules) {
        if (progress instanceof Progress.Cancelled) {
            throw new CancellationException();
        }
        progress = new Progress.Working(step, forRules);
    }

    private synchronized void end(Progress last) {
        if (!(progress instanceof Progress.Cancelled)) {
            progress = last;
            ended.complete(last);
        }
    }
}
