package redline.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redline.quantity.Text;

/** The worker's side: takes one request from standard input, does it, answers on standard output, and is gone. */
public final class WorkerEntry {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerEntry.class);

    private WorkerEntry() {}

    /**
     * Ends this process.
     *
     * @param tasks by name
     */
    public static void serve(Map<String, WorkerTask> tasks) {
        DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        InputStream in = System.in;
        System.setOut(System.err);
        System.setIn(InputStream.nullInputStream());
        LOG.debug("the log is open before the guard stands");
        ForkJoinPool.commonPool();
        Guard guard = Guard.install(here(), readable());
        if (guard == null) {
            LOG.warn(
                    "this Java ({}) has no security manager: a worker is held by memory, time and the lint",
                    Runtime.version());
        }
        try {
            answer(new TreeMap<>(tasks), new DataInputStream(in), new Replies(out));
        } finally {
            if (guard != null) {
                guard.leave();
            }
            Runtime.getRuntime().halt(0);
        }
    }

    private static void answer(Map<String, WorkerTask> tasks, DataInputStream in, Replies replies) {
        try {
            String name = Frame.read(in).text();
            byte[] request = Frame.read(in).bytes();
            endWithParent(in);
            WorkerTask task = tasks.get(name);
            if (task == null) {
                replies.refused(new Text("没有任务“" + name + "”", "there is no task \"" + name + "\""));
                return;
            }
            task.run(new java.io.ByteArrayInputStream(request), replies);
            if (!replies.answered()) {
                replies.failed(new IllegalStateException("no answer"));
            }
        } catch (OutOfMemoryError full) {
            throw full; // the JVM ends itself
        } catch (Throwable failure) { // a full stack and a denied access are answers as well
            LOG.warn("the task failed", failure);
            replies.failed(failure);
        }
    }

    /** A parent that is gone can no longer end its worker. */
    @SuppressWarnings("removal")
    private static void endWithParent(InputStream in) {
        Thread watch = new Thread(
                () -> {
                    try {
                        in.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException gone) {
                        LOG.debug("the parent is gone", gone);
                    }
                    if (System.getSecurityManager() instanceof Guard guard) {
                        guard.leave();
                    }
                    Runtime.getRuntime().halt(0);
                },
                "worker-parent");
        watch.setDaemon(true);
        watch.start();
    }

    private static Path here() {
        return Path.of("").toAbsolutePath().normalize();
    }

    private static List<Path> readable() {
        List<Path> readable = new ArrayList<>();
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .forEach(entry -> readable.add(Path.of(entry).toAbsolutePath().normalize()));
        readable.add(Path.of(System.getProperty("java.home")).toAbsolutePath().normalize());
        return readable;
    }
}
