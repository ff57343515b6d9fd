package redline.upload;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets reading, or judging, take so long and no longer. A reader that goes on after it was told to stop is left behind, so that the next submission
 * has its turn; while several are left behind nothing more is read.
 */
public final class TimeLimit {
    private static final int LEFT_BEHIND = 2;

    private final Work work;
    private final Duration most;
    private final int atOnce;
    private final AtomicInteger reading = new AtomicInteger();

    /** What takes the time. */
    public enum Work {
        READING,
        JUDGING
    }

    public TimeLimit(Duration most, int workers) {
        this(Work.READING, most, workers);
    }

    public TimeLimit(Work work, Duration most, int workers) {
        this.work = work;
        this.most = most;
        this.atOnce = workers + LEFT_BEHIND;
    }

    public Duration most() {
        return most;
    }

    public Work work() {
        return work;
    }

    /** It was stopped, or could not begin. */
    public static final class Over extends Exception {
        private final Why why;
        private final transient TimeLimit time;

        public enum Why {
            TIME,
            MEMORY,
            BUSY
        }

        Over(Why why, TimeLimit time, Throwable cause) {
            super(why.name(), cause);
            this.why = why;
            this.time = time;
        }

        public TimeLimit time() {
            return time;
        }

        public Why why() {
            return why;
        }
    }

    /**
     * @throws java.util.concurrent.CancellationException where somebody cancelled the task
     * @throws IllegalStateException with what the task threw
     */
    public <T> T give(FutureTask<T> task) throws Over {
        if (reading.incrementAndGet() > atOnce) {
            reading.decrementAndGet();
            throw new Over(Over.Why.BUSY, this, null);
        }
        Thread reader = new Thread(
                () -> {
                    try {
                        task.run();
                    } finally {
                        reading.decrementAndGet();
                    }
                },
                work == Work.READING ? "read" : "judge");
        reader.setDaemon(true);
        reader.start();
        try {
            return task.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            task.cancel(true);
            throw new Over(Over.Why.TIME, this, late);
        } catch (InterruptedException stopped) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException("the program is being stopped");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof OutOfMemoryError || failed.getCause() instanceof StackOverflowError) {
                throw new Over(Over.Why.MEMORY, this, failed.getCause());
            }
            if (failed.getCause() instanceof RuntimeException asItWas) {
                throw asItWas;
            }
            throw new IllegalStateException("the work failed", failed.getCause());
        }
    }
}
