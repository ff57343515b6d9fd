package redline.casefile;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Work that waits in the database, so that it outlives a stop of the program. It is given out in turns among those it is done for:
 * the second job of one comes after the first of all others, so that who hands in fifty does not keep the others waiting. A job that
 * the program died of, or with, comes after all that wait by then, so that it does not keep them from being done.
 */
public final class JobQueue {
    /** A job that the program did not survive so often, each time after all others had their turn, is at fault itself. */
    static final int ATTEMPTS = 10;

    private final Office office;
    private final Store store;
    private final JdbcClient database;
    private final Semaphore arrived = new Semaphore(0);

    public JobQueue(Office office) {
        this.office = office;
        this.store = office.store();
        this.database = store.database();
    }

    /** What is to be done. */
    public enum Kind {
        EXAMINE
    }

    /**
     * Something to be done.
     *
     * @param about id of what it is done with
     * @param owner whose turn it takes
     * @param attempts how often it was begun, this time included; what was given back does not count
     */
    public record Job(String id, long number, Kind kind, String about, String owner, int attempts) {}

    /** Within a transaction. */
    void add(Kind kind, String about, String owner) {
        // Jobs of the owner that went behind all others do not take the next one with them.
        long turn = database.sql("select greatest("
                        + " coalesce((select max(turn) + 1 from job where owner = :owner"
                        + " and (state = 'WAITING' and attempts = 0 or state = 'WORKING' and attempts = 1)), 0),"
                        + " coalesce((select min(turn) from job where state in ('WAITING', 'WORKING')), 0))")
                .param("owner", owner)
                .query(Long.class)
                .single();
        database.sql("insert into job (id, number, turn, kind, about, owner, state, step, attempts, made_at)"
                        + " values (:id, :number, :turn, :kind, :about, :owner, 'WAITING', '', 0, :now)")
                .param("id", Office.newId())
                .param("number", office.next("job"))
                .param("turn", turn)
                .param("kind", kind.name())
                .param("about", about)
                .param("owner", owner)
                .param("now", office.now())
                .update();
    }

    /** What was at work when the program died waits again, behind all others. */
    void recover() {
        store.together(() -> {
            long last = database.sql("select coalesce(max(turn), 0) + 1 from job where state in ('WAITING', 'WORKING')")
                    .query(Long.class)
                    .single();
            return database.sql("update job set state = 'WAITING', step = '', turn = :last where state = 'WORKING'")
                    .param("last", last)
                    .update();
        });
    }

    /** The program is being stopped: the job waits in its place, as if it had not been begun. Within a transaction. */
    void giveBack(Job job) {
        database.sql("update job set state = 'WAITING', step = '', attempts = attempts - 1 where id = :id")
                .param("id", job.id())
                .update();
    }

    /** The next job, now at work. */
    synchronized Optional<Job> take() {
        return store.together(() -> {
            Optional<Job> next = database.sql("select id, number, kind, about, owner, attempts + 1 as attempts from job"
                            + " where state = 'WAITING' order by turn, number fetch first 1 rows only")
                    .query(Job.class)
                    .optional();
            next.ifPresent(
                    job -> database.sql("update job set state = 'WORKING', attempts = attempts + 1 where id = :id")
                            .param("id", job.id())
                            .update());
            return next;
        });
    }

    /** Notes how far a job is; for those who wait for it. */
    void step(Job job, String step) {
        database.sql("update job set step = :step where id = :id")
                .param("step", step)
                .param("id", job.id())
                .update();
    }

    /** The same of a step that goes through pages. */
    void step(Job job, String step, int page, int pages) {
        step(job, step + " " + page + " " + pages);
    }

    /** Within the transaction that writes what the job brought about. */
    void end(Job job, boolean done) {
        database.sql("update job set state = :state, step = '', ended_at = :now where id = :id")
                .param("state", done ? "DONE" : "FAILED")
                .param("now", office.now())
                .param("id", job.id())
                .update();
    }

    /**
     * How a job stands.
     *
     * @param step it is at, empty where it waits
     * @param page of the step that it is at, from 1, of {@code pages}, which is 0 while it is not known; both 0 where it does not go through pages
     * @param before how many are given out before it; 0 where it is at work
     */
    public record Standing(String step, int page, int pages, long before) {
        private static Standing of(String kept, long before) {
            String[] words = kept.split(" ");
            return words.length == 1
                    ? new Standing(kept, 0, 0, before)
                    : new Standing(words[0], Integer.parseInt(words[1]), Integer.parseInt(words[2]), before);
        }
    }

    /** How the job that is done with something stands; empty where none waits or works. */
    public Optional<Standing> standing(String about) {
        return database.sql("select j.step, case when j.state = 'WORKING' then 0 else (select count(*) from job o where"
                        + " o.state = 'WAITING' and (o.turn < j.turn or o.turn = j.turn and o.number < j.number)) end"
                        + " as before_ from job j where j.about = :about and j.state in ('WAITING', 'WORKING')"
                        + " order by j.number desc fetch first 1 rows only")
                .param("about", about)
                .query((row, n) -> Standing.of(row.getString("step"), row.getLong("before_")))
                .optional();
    }

    /** Tells those who wait for work that there is some. */
    void wake() {
        arrived.release();
    }

    /** Until there is work again, or the time is over. */
    void await(long milliseconds) throws InterruptedException {
        if (arrived.tryAcquire(milliseconds, TimeUnit.MILLISECONDS)) {
            arrived.drainPermits();
        }
    }
}
