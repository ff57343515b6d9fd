package redline.worker;

import java.io.InputStream;

/** A kind of work, in the worker. It answers exactly once by {@link Replies}; what it throws is an answer, too: the task failed. */
public interface WorkerTask {
    /** @throws Exception whatever goes wrong; its message is told to nobody but the log */
    void run(InputStream request, Replies replies) throws Exception;
}
