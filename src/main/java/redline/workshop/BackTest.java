package redline.workshop;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import redline.casefile.StoredCase;
import redline.check.Check;
import redline.check.CompactRecord;
import redline.fact.SchemeRecord;
import redline.quantity.Text;
import redline.rulepack.PackFault;
import redline.rulepack.RuleBook;
import redline.rulepack.RuleComparison;
import redline.scheme.Dates;

/**
 * Judges decided cases again by the rules in force and by a draft, and tells what differs. The answers are those of a whole check;
 * only those of the rules asked about run whose answers can differ, by the interpreter alone. Order of the cases and number of threads change nothing in
 * the result. One run of one object; memory does not grow with the number of cases.
 */
public final class BackTest {
    private static final int THREADS = 2;
    private static final int CASES_AT_ONCE = 64;

    /** On which dates a case is judged. */
    public enum Mode {
        /** 既有件重判: by its own dates. A change that is dated ahead changes nothing here. */
        REJUDGED("既有件重判", "Decided cases judged again"),
        /** 测算: as if every date of it were the day asked for. Both books are on that day, so that the change alone shows. */
        PROJECTED("测算", "As if it applied");

        private final Text title;

        Mode(String zh, String en) {
            this.title = new Text(zh, en);
        }

        public Text title() {
            return title;
        }
    }

    /**
     * What is asked.
     *
     * @param rules ids of those that the draft changes, new and dropped ones among them
     * @param asIf the day of {@link Mode#PROJECTED}
     * @param most rows that are kept of each mode, and cases that failed; more are counted
     */
    public record Question(
            RuleBook inForce, RuleBook draft, Set<String> rules, LocalDate asIf, Set<Mode> modes, int most) {
        public static final int ROWS_KEPT = 10_000;

        /** Both modes, as many rows as a page and a spreadsheet can show. */
        public static Question of(RuleBook inForce, RuleBook draft, Set<String> rules, LocalDate asIf) {
            return new Question(inForce, draft, rules, asIf, EnumSet.allOf(Mode.class), ROWS_KEPT);
        }
    }

    /** Where the records of cases are. */
    public interface Records {
        /**
         * @throws IOException where there is none
         * @throws IllegalArgumentException where it cannot be read
         */
        CompactRecord of(String sha256) throws IOException;
    }

    private final Question question;
    private final Records records;
    private final RuleComparison rules;
    private final Map<Settled, RuleComparison> settled = new ConcurrentHashMap<>();
    private final Map<Mode, Tally> tallies = new EnumMap<>(Mode.class);
    private final FailedCases failed;
    private final AtomicLong done = new AtomicLong();
    /** Threads that are judging: only these are interrupted, never one that reads the database. */
    private final Set<Thread> judging = new HashSet<>();

    private volatile boolean cancelled;

    private record Settled(String profile, Map<String, String> settings) {}

    public BackTest(Question question, Records records) {
        this.question = question;
        this.records = records;
        this.rules = RuleComparison.of(question.inForce(), question.draft(), question.rules());
        this.failed = new FailedCases(question.most());
        question.modes().forEach(mode -> tallies.put(mode, new Tally(question.most())));
    }

    /** Cases that are through so far. */
    public long done() {
        return done.get();
    }

    /** Ends the run soon; what it found so far is its result. */
    public void cancel() {
        cancelled = true;
        synchronized (judging) {
            judging.forEach(Thread::interrupt);
        }
    }

    /**
     * @param cases read by one thread at a time
     * @throws RuntimeException where the cases themselves cannot be read any more
     */
    public BackTestResult run(Iterator<StoredCase> cases) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "back-test");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> working = new ArrayList<>();
            for (int i = 0; i < THREADS && !cancelled; i++) {
                working.add(threads.submit(() -> work(cases)));
            }
            for (Future<?> each : working) {
                await(each);
            }
        } finally {
            threads.shutdown();
        }
        Map<Mode, BackTestResult.Half> halves = new EnumMap<>(Mode.class);
        tallies.forEach((mode, tally) -> halves.put(mode, tally.result()));
        return new BackTestResult(question.asIf(), done.get(), halves, failed.counts(), failed.kept(), cancelled);
    }

    private void await(Future<?> worker) {
        try {
            worker.get();
        } catch (InterruptedException stopped) {
            cancel();
            Thread.currentThread().interrupt();
        } catch (CancellationException stopped) {
            cancelled = true;
        } catch (ExecutionException failure) {
            cancel();
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failure.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }

    private void work(Iterator<StoredCase> cases) {
        List<StoredCase> some = next(cases);
        while (!some.isEmpty()) {
            for (StoredCase stored : some) {
                if (cancelled) {
                    return;
                }
                if (!through(stored)) {
                    return;
                }
                done.incrementAndGet();
            }
            some = next(cases);
        }
    }

    private List<StoredCase> next(Iterator<StoredCase> cases) {
        synchronized (this) {
            List<StoredCase> some = new ArrayList<>(CASES_AT_ONCE);
            while (!cancelled && some.size() < CASES_AT_ONCE && cases.hasNext()) {
                some.add(cases.next());
            }
            return some;
        }
    }

    /** Judges a case in every mode, or tells why it cannot be; false where it was broken off. */
    private boolean through(StoredCase stored) {
        if (stored.recordSha() == null) {
            failed.add(stored, FailedCase.Why.NOT_JUDGED, "");
            return true;
        }
        CompactRecord record;
        try {
            record = records.of(stored.recordSha());
        } catch (IOException | IllegalArgumentException unreadable) {
            failed.add(stored, FailedCase.Why.RECORD, unreadable.getMessage());
            return true;
        }
        RuleComparison asSettled;
        try {
            asSettled = settled.computeIfAbsent(
                    new Settled(stored.profile(), stored.settings()),
                    with -> rules.settled(with.profile(), with.settings()));
        } catch (IllegalArgumentException gone) {
            failed.add(stored, FailedCase.Why.PROFILE, gone.getMessage());
            return true;
        }
        try {
            judge(stored, record, asSettled)
                    .forEach((mode, ofCase) -> tallies.get(mode).add(ofCase));
        } catch (CancellationException stopped) {
            return false;
        } catch (IllegalArgumentException undated) {
            failed.add(stored, FailedCase.Why.DATES, undated.getMessage());
        } catch (PackFault fault) {
            failed.add(stored, FailedCase.Why.RULES, fault.getMessage());
        }
        return true;
    }

    private Map<Mode, Tally.OfCase> judge(StoredCase stored, CompactRecord record, RuleComparison asSettled) {
        begin();
        try {
            Map<Mode, Tally.OfCase> found = new EnumMap<>(Mode.class);
            for (Mode mode : question.modes()) {
                Dates dates = mode == Mode.REJUDGED ? record.dates() : Dates.allOn(question.asIf());
                RuleComparison.Part part = asSettled.part(stored.profile(), dates);
                if (part.isNone()) {
                    found.put(mode, Tally.OfCase.SAME_BY_NATURE);
                    continue;
                }
                SchemeRecord dated =
                        record.cut(part.factsRead(), part.quantities()).on(dates);
                Check.Compared both = Check.judge(dated, part, stored.profile());
                found.put(mode, Tally.OfCase.of(stored, record.crs(), both.one(), both.other()));
            }
            return found;
        } finally {
            end();
        }
    }

    private void begin() {
        synchronized (judging) {
            judging.add(Thread.currentThread());
        }
    }

    /** From here on nobody interrupts; who came a moment ago is not heard. */
    private void end() {
        synchronized (judging) {
            judging.remove(Thread.currentThread());
            Thread.interrupted();
        }
    }

    /** Rules asked about that neither book has. */
    public Set<String> unknownRules() {
        Set<String> unknown = new TreeSet<>(question.rules());
        unknown.removeAll(rules.all());
        return unknown;
    }
}
