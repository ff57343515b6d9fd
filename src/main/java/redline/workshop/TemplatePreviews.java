package redline.workshop;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import redline.casefile.Account;
import redline.intake.Source;
import redline.quantity.Language;
import redline.quantity.Text;
import redline.report.Chapter;
import redline.report.ReportTemplates;
import redline.rulepack.Fault;
import redline.rulepack.RuleBook;
import redline.upload.RuleShelf;
import redline.worker.Limits;
import redline.worker.Outcome;
import redline.worker.Task;
import redline.worker.WorkerProcess;

/**
 * Templates of the report tried on an example: checked here, where nothing in them is run, and filled in a worker. One at a time; who asks anew
 * takes back what he asked before.
 */
public final class TemplatePreviews implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final RuleShelf shelf;
    private final String profile;
    private final Limits limits;
    private final Semaphore bench = new Semaphore(1, true);
    private final Map<String, Turn> turns = new ConcurrentHashMap<>();

    /** @param profile by which examples are judged where the rules have it, else by their first */
    public TemplatePreviews(RuleShelf shelf, String profile) {
        this(shelf, profile, PreviewTemplate.LIMITS);
    }

    TemplatePreviews(RuleShelf shelf, String profile, Limits limits) {
        this.shelf = shelf;
        this.profile = profile;
        this.limits = limits;
    }

    /**
     * A text of one file, beside the others as they are in use.
     *
     * @param file of {@link ReportTemplates#files}
     * @param scheme an example that the program knows to be whole
     */
    public record Asked(String file, String text, Source scheme, Language language, Chapter chapter) {}

    /** Waits for it. */
    public Preview of(Account by, Asked asked) {
        List<Fault> faults = ReportTemplates.faults(asked.file(), asked.text());
        if (!faults.isEmpty()) {
            return new Preview.Faulty(faults);
        }
        Turn turn = new Turn();
        Turn before = turns.put(by.id(), turn);
        if (before != null) {
            before.giveUp();
        }
        try {
            if (!bench.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return new Preview.Broken(new Text(
                        "别人的预览还没有画完，请稍后再试", "the preview of somebody else is still being drawn; try again later"));
            }
            try {
                return turn.take(asked);
            } finally {
                bench.release();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Preview.Overtaken();
        } finally {
            turns.remove(by.id(), turn);
        }
    }

    boolean drawing(Account by) {
        return turns.containsKey(by.id());
    }

    @Override
    public void close() {
        turns.values().forEach(Turn::giveUp);
    }

    private final class Turn {
        private boolean over;
        private WorkerProcess process;

        synchronized void giveUp() {
            over = true;
            if (process != null) {
                process.cancel();
            }
        }

        private synchronized boolean begin(Task task) {
            if (!over) {
                process = WorkerProcess.start(task, limits, said -> {});
            }
            return !over;
        }

        Preview take(Asked asked) {
            RuleBook book = shelf.book();
            String chosen = book.profiles().contains(profile)
                    ? profile
                    : book.profiles().get(0);
            if (!begin(PreviewTemplate.task(book, chosen, asked))) {
                return new Preview.Overtaken();
            }
            Outcome outcome = process.outcome();
            if (outcome instanceof Outcome.Done done) {
                return PreviewTemplate.answer(done.result());
            }
            if (outcome instanceof Outcome.Cancelled) {
                return new Preview.Overtaken();
            }
            return new Preview.Broken(why(outcome));
        }

        private Text why(Outcome outcome) {
            if (outcome instanceof Outcome.Died died) {
                return died.why();
            }
            if (outcome instanceof Outcome.Refused refused) {
                return refused.why();
            }
            long seconds = limits.time().toSeconds();
            return new Text(seconds + " 秒内没有画完", "it was not drawn within " + seconds + " seconds");
        }
    }
}
