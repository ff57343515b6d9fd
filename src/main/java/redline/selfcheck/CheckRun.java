package redline.selfcheck;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redline.check.Check;
import redline.check.CheckResult;
import redline.check.Readiness;
import redline.fact.Projection;
import redline.fact.SchemeRecord;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.quantity.Language;
import redline.report.PdfReport;
import redline.rulepack.PackFault;
import redline.rulepack.RuleBook;
import redline.scheme.Scheme;

/** One check of one submission, from the queue to its result. */
final class CheckRun implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(CheckRun.class);

    private final String id;
    private final Instant submitted;
    private final Submission submission;
    private final RuleShelf rules;
    private final ReadingTime readingTime;
    private final ReadingTime judgingTime;
    private final String crs;
    private final Map<Language, byte[]> reports = new EnumMap<>(Language.class);
    private final CompletableFuture<Progress> ended = new CompletableFuture<>();
    private Progress progress = new Progress.Waiting();
    private FutureTask<?> reading;

    /** @param crs of files that do not say theirs */
    CheckRun(
            String id,
            Instant submitted,
            Submission submission,
            RuleShelf rules,
            ReadingTime readingTime,
            ReadingTime judgingTime,
            String crs) {
        this.id = id;
        this.submitted = submitted;
        this.submission = submission;
        this.rules = rules;
        this.readingTime = readingTime;
        this.judgingTime = judgingTime;
        this.crs = crs;
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
            if (reading != null) {
                reading.cancel(true);
            }
        }
        letGo();
    }

    /** Deletes the files where they are still there. */
    private void letGo() {
        if (submission.material() instanceof Material.Arrived arrived) {
            arrived.files().delete();
        }
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
            letGo();
        }
    }

    private Progress work() {
        try {
            return work(submission.material());
        } catch (ReadingTime.Over over) {
            return new Progress.Refused(List.of(TooMuch.complaint(submission.material(), over)));
        }
    }

    private Progress work(Material material) throws ReadingTime.Over {
        enter(Step.READ, false);
        Material read = material;
        if (material instanceof Material.Arrived arrived) {
            if (submission.purpose() == Submission.Purpose.READ) {
                return new Progress.Read(within(readingTime, () -> Understanding.contents(arrived)));
            }
            read = within(readingTime, () -> Understanding.read(arrived));
            letGo();
        }
        enter(Step.DATA_CHECK, false);
        if (read instanceof Material.Known known) {
            return understand(known);
        }
        Material.SchemeFile file = (Material.SchemeFile) read;
        Intake intake = SchemeReader.readWith(file.scheme(), file.conditions(), submission.dates());
        return intake instanceof Intake.Accepted accepted
                ? new Progress.Finished(judge(accepted.scheme()), accepted.remarks())
                : new Progress.Refused(((Intake.Refused) intake).complaints());
    }

    private Progress understand(Material.Known known) throws ReadingTime.Over {
        Understanding understood =
                within(readingTime, () -> Understanding.of(known, submission.choices(), submission.dates(), crs));
        Intake.Accepted accepted = understood.intake() instanceof Intake.Accepted scheme ? scheme : null;
        if (submission.purpose() == Submission.Purpose.PREVIEW && understood.any()) {
            return new Progress.Understood(
                    accepted == null
                            ? new DataCheck(understood, null, null)
                            : dataCheck(understood, accepted.scheme()));
        }
        return accepted == null
                ? new Progress.Refused(understood.complaints())
                : new Progress.Finished(judge(accepted.scheme()), understood.remarks());
    }

    /** Tries the rules, to know which of them wait for what. */
    private DataCheck dataCheck(Understanding understood, Scheme scheme) {
        enter(Step.DATA_CHECK, !rules.ready());
        RuleBook book = rules.book();
        enter(Step.DATA_CHECK, false);
        try {
            Readiness readiness = within(
                    judgingTime,
                    () -> Readiness.of(Check.judge(dated(scheme, book), book, submission.profile(), null)));
            return new DataCheck(understood, readiness, null);
        } catch (ReadingTime.Over over) {
            return new DataCheck(understood, null, TooMuch.complaint(submission.material(), over));
        }
    }

    private <T> T within(ReadingTime time, Callable<T> work) throws ReadingTime.Over {
        FutureTask<T> task = new FutureTask<>(work);
        synchronized (this) {
            if (progress.ended()) {
                throw new CancellationException();
            }
            reading = task;
        }
        return time.give(task);
    }

    private SchemeRecord dated(Scheme scheme, RuleBook book) {
        SchemeRecord record = Projection.of(scheme, book.settings(submission.profile()));
        return record.on(submission.dates().or(record.dates()));
    }

    private CheckResult judge(Scheme scheme) throws ReadingTime.Over {
        enter(Step.MEASURE, !rules.ready());
        RuleBook book = rules.book();
        enter(Step.MEASURE, false);
        SchemeRecord dated = within(judgingTime, () -> dated(scheme, book));
        enter(Step.JUDGE, false);
        CheckResult result = within(judgingTime, () -> Check.judge(dated, book, submission.profile(), null));
        enter(Step.REPORT, false);
        if (submission.report()) {
            reports.put(submission.language(), pdf(result, submission.language()));
        }
        return result;
    }

    /** The report; the one in the other language is made when it is first asked for. */
    synchronized byte[] report(CheckResult result, Language language) {
        return reports.computeIfAbsent(language, wanted -> pdf(result, wanted));
    }

    private static byte[] pdf(CheckResult result, Language language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            PdfReport.write(result, language, bytes);
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
