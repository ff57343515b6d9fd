package redline.workshop;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redline.casefile.DecidedCases;
import redline.casefile.Draft;
import redline.casefile.Office;
import redline.casefile.StoredRecords;
import redline.rulepack.RuleBook;
import redline.rulepack.RuleChange;

/** Back-tests of drafts, one after the other beside the pages. The last few results are at hand until the program ends. */
public final class BackTests implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackTests.class);
    private static final int KEPT = 8;

    private final Office office;
    private final Workshop workshop;
    private final DecidedCases decided;
    private final StoredRecords records;
    private final ExecutorService bench = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "back-tests");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Run> runs = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Run> eldest) {
            return size() > KEPT && eldest.getValue().ended();
        }
    };

    public BackTests(Office office, Workshop workshop) {
        this.office = office;
        this.workshop = workshop;
        this.decided = new DecidedCases(office);
        this.records = office.store().records();
    }

    /** A back-test of one state of a draft. */
    public static final class Run {
        private final int revision;
        private final long all;
        private final BackTest test;
        private final LocalDate asIf;
        private volatile BackTestResult result;
        private volatile String broken;

        private Run(int revision, long all, LocalDate asIf, BackTest test) {
            this.revision = revision;
            this.all = all;
            this.asIf = asIf;
            this.test = test;
        }

        /** Of the draft that was tested. */
        public int revision() {
            return revision;
        }

        /** Decided cases when it began. */
        public long all() {
            return all;
        }

        public long done() {
            return test.done();
        }

        /** The day as if on which every case was dated (测算). */
        public LocalDate asIf() {
            return asIf;
        }

        public boolean ended() {
            return result != null || broken != null;
        }

        /** Null until it ended. */
        public BackTestResult result() {
            return result;
        }

        /** Why it broke off, null where it did not. */
        public String broken() {
            return broken;
        }
    }

    /** The last one of a draft. */
    public Optional<Run> of(Draft draft) {
        synchronized (runs) {
            return Optional.ofNullable(runs.get(draft.id()));
        }
    }

    /**
     * Begins one; the one before, where it still runs, is broken off.
     *
     * @throws redline.rulepack.PackFault where the draft is no rules
     */
    public void start(Draft draft) {
        RuleBook inForce = workshop.inForce();
        RuleBook drafted = workshop.drafted(draft);
        Set<String> rules = new TreeSet<>();
        LocalDate asIf = null;
        for (RuleChange change : inForce.changesTo(drafted)) {
            rules.addAll(change.rules());
            if (change instanceof RuleChange.Value value && value.after() != null) {
                asIf = later(asIf, value.after().from());
            }
        }
        LocalDate day = Objects.requireNonNullElseGet(asIf, office::today);
        Run run = new Run(
                draft.revision(),
                decided.count(),
                day,
                new BackTest(BackTest.Question.of(inForce, drafted, rules, day), records::of));
        cancel(draft);
        synchronized (runs) {
            runs.remove(draft.id());
            runs.put(draft.id(), run);
        }
        bench.submit(() -> {
            try {
                run.result = run.test.run(decided.all());
            } catch (RuntimeException failure) {
                LOG.error("the back-test of draft {} broke off", draft.number(), failure);
                run.broken = String.valueOf(failure.getMessage());
            }
        });
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }

    /** Ends the run of a draft soon; what it found until then is its result. */
    public void cancel(Draft draft) {
        of(draft).filter(run -> !run.ended()).ifPresent(run -> run.test.cancel());
    }

    @Override
    public void close() {
        synchronized (runs) {
            runs.values().stream().filter(run -> !run.ended()).forEach(run -> run.test.cancel());
        }
        bench.shutdown();
    }
}
