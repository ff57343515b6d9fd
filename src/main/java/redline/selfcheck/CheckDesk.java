package redline.selfcheck;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import redline.upload.Examination;
import redline.upload.Material;
import redline.upload.RuleShelf;

/**
 * Takes submissions, works on a few at a time, keeps the results in memory until their time is over. An id is 128 random bits:
 * who does not have it cannot find the result.
 */
public final class CheckDesk implements AutoCloseable {
    private final SelfCheckSettings settings;
    private final RuleShelf rules;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, CheckRun> runs = new LinkedHashMap<>();
    private final ThreadPoolExecutor workers;
    private final Examination.Limits limits;
    private final boolean keepsFiles;

    public CheckDesk(SelfCheckSettings settings, RuleShelf rules, Clock clock) {
        this(settings, rules, clock, false);
    }

    /** @param keepsFiles whether files stay as long as their result, so that both can be given out as a package */
    public CheckDesk(SelfCheckSettings settings, RuleShelf rules, Clock clock, boolean keepsFiles) {
        this.keepsFiles = keepsFiles;
        this.settings = settings;
        this.rules = rules;
        this.clock = clock;
        this.limits = Examination.Limits.of(settings.reading(), settings.judging(), settings.workers());
        this.workers = new ThreadPoolExecutor(
                settings.workers(),
                settings.workers(),
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(settings.queue()),
                task -> {
                    Thread worker = new Thread(task, "check");
                    worker.setDaemon(true);
                    return worker;
                });
    }

    /** Sent away because too many are waiting already. */
    static final class Full extends RuntimeException {
        Full(RejectedExecutionException cause) {
            super("the queue is full", cause);
        }
    }

    /** @throws Full where no more may wait; of its files nothing is left then */
    CheckRun submit(Submission submission) {
        return submit(submission, clock.instant(), keepsFiles ? new HandedIn(submission.material()) : null);
    }

    /**
     * What follows from a data check, with its files; their hour is not begun anew.
     *
     * @throws Full where no more may wait
     */
    CheckRun follow(CheckRun before, Submission submission) {
        return submit(submission, before.submitted(), before.handedIn());
    }

    private synchronized CheckRun submit(Submission submission, Instant submitted, HandedIn files) {
        forget();
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        String id = HexFormat.of().formatHex(bits);
        HandedIn held = files != null && files.hold(id) ? files : null;
        CheckRun run = new CheckRun(id, submitted, submission, rules, limits, settings.crs(), held);
        try {
            workers.execute(run);
        } catch (RejectedExecutionException full) {
            run.cancel();
            throw new Full(full);
        }
        runs.put(run.id(), run);
        return run;
    }

    synchronized Optional<CheckRun> find(String id) {
        forget();
        return Optional.ofNullable(runs.get(id));
    }

    /** How many stand before this one; 0 when it is next or at work. */
    synchronized int before(CheckRun run) {
        int before = 0;
        for (CheckRun other : runs.values()) {
            if (other == run) {
                break;
            }
            before += other.progress() instanceof Progress.Waiting ? 1 : 0;
        }
        return before;
    }

    /** Drops everything whose time is over, and the oldest where there are too many, or where their files are too large. */
    public synchronized void forget() {
        Instant oldest = clock.instant().minus(settings.keep());
        long held = held();
        Iterator<CheckRun> oldestFirst = runs.values().iterator();
        while (oldestFirst.hasNext()) {
            CheckRun run = oldestFirst.next();
            boolean tooLarge = held > settings.hold().toBytes() && (run.holds() != null || run.handedIn() != null);
            if (run.submitted().isBefore(oldest) || runs.size() > settings.keepAtMost() || tooLarge) {
                run.cancel();
                run.letGo();
                workers.remove(run);
                oldestFirst.remove();
                held = held();
            }
        }
    }

    /** Bytes that the files had whose contents are kept; those of a data check and of what follows it count once. */
    private long held() {
        IdentityHashMap<Object, Long> files = new IdentityHashMap<>();
        for (CheckRun run : runs.values()) {
            Material.Known known = run.holds();
            if (run.handedIn() != null) {
                files.put(run.handedIn(), run.handedIn().bytes());
            } else if (known != null) {
                files.put(known.bundle(), known.bytes());
            }
        }
        return files.values().stream().mapToLong(Long::longValue).sum();
    }

    synchronized void cancel(CheckRun run) {
        run.cancel();
        workers.remove(run);
    }

    /** Keeps nothing of it any longer. */
    synchronized void drop(CheckRun run) {
        runs.remove(run.id());
        run.letGo();
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
