package redline.selfcheck;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redline.check.Check;
import redline.check.CheckResult;
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
    private final Map<Language, byte[]> reports = new EnumMap<>(Language.class);
    private final CompletableFuture<Progress> ended = new CompletableFuture<>();
    private Progress progress = new Progress.Waiting();

    CheckRun(String id, Instant submitted, Submission submission, RuleShelf rules) {
        this.id = id;
        this.submitted = submitted;
        this.submission = submission;
        this.rules = rules;
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

    /** Stops before the next step; what has ended stays as it is. */
    synchronized void cancel() {
        if (!progress.ended()) {
            progress = new Progress.Cancelled();
            ended.complete(progress);
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
        }
    }

    private Progress work() {
        enter(Step.READ, false);
        enter(Step.DATA_CHECK, false);
        Intake intake = SchemeReader.readWith(submission.scheme(), submission.conditions(), submission.dates());
        if (intake instanceof Intake.Refused refused) {
            return new Progress.Refused(refused.complaints());
        }
        Intake.Accepted accepted = (Intake.Accepted) intake;
        return new Progress.Finished(judge(accepted.scheme()), accepted.remarks());
    }

    private CheckResult judge(Scheme scheme) {
        enter(Step.MEASURE, !rules.ready());
        RuleBook book = rules.book();
        enter(Step.MEASURE, false);
        SchemeRecord record = Projection.of(scheme, book.settings(submission.profile()));
        SchemeRecord dated = record.on(submission.dates().or(record.dates()));
        enter(Step.JUDGE, false);
        CheckResult result = Check.judge(dated, book, submission.profile(), null);
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
