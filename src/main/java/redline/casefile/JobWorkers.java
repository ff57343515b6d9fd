package redline.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that do the jobs of the queue until they are told to stop; what is at work then is given back, and waits for the next start. */
public final class JobWorkers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobWorkers.class);
    /** Looks for work so often even where nobody says that there is some, ms. */
    private static final long LOOK = 5_000;

    private static final long PAUSE = 1_000;
    /** What is at work and cannot be broken off is waited for so long, ms. */
    private static final long LEAVE = 15_000;

    private static final long LOOK_IN = 50;

    private final JobQueue jobs;
    private final Examiner examiner;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    public JobWorkers(
            Office office,
            Cases cases,
            Rounds rounds,
            CaseFiles files,
            JobQueue jobs,
            Results results,
            ExaminerSettings settings) {
        this.jobs = jobs;
        this.examiner = new Examiner(office, cases, rounds, files, jobs, results, settings);
        jobs.recover();
        for (int i = 0; i < settings.workers(); i++) {
            Thread worker = new Thread(this::work, "round");
            worker.setDaemon(true);
            threads.add(worker);
        }
    }

    public void start() {
        threads.forEach(Thread::start);
    }

    private void work() {
        while (!stopping) {
            try {
                Optional<JobQueue.Job> job = jobs.take();
                if (job.isPresent()) {
                    examiner.examine(job.get());
                } else {
                    jobs.await(LOOK);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException databaseGone) {
                LOG.error("the queue cannot be reached; trying again", databaseGone);
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Without interrupting: that would close the files of the database under all others. Returns once all threads have ended, or after
     * {@link #LEAVE}.
     */
    @Override
    public void close() {
        stopping = true;
        examiner.stop();
        try {
            for (long waited = 0; waited < LEAVE && threads.stream().anyMatch(Thread::isAlive); waited += LOOK_IN) {
                jobs.wake();
                Thread.sleep(LOOK_IN);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
