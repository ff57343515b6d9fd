package redline.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redline.quantity.Text;

/**
 * One worker, from here: started for one task, and ended with it. Whatever it does, there is an {@link Outcome}, and neither its process nor its
 * folder is left.
 */
public final class WorkerProcess {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
    private static final List<String> ARGUMENTS = List.of("worker");
    private static final String MAIN_CLASS = "redline.cli.Main";

    /** What {@code ExitOnOutOfMemoryError} ends with. */
    private static final int OUT_OF_MEMORY = 3;

    /** Java's exit value of a process that a signal ended, less the signal. */
    private static final int SIGNAL = 128;

    private static final int MOST_PROGRESS = 100_000;
    private static final int KEPT_OF_ERRORS = 4_000;

    private final Path folder;
    private final Process process;
    private final Limits limits;
    private final StringBuilder errors = new StringBuilder();
    private final CompletableFuture<Outcome> first = new CompletableFuture<>();
    private final CompletableFuture<Outcome> ended;

    private WorkerProcess(Path folder, Process process, Limits limits) {
        this.folder = folder;
        this.process = process;
        this.limits = limits;
        this.ended = first.completeOnTimeout(
                        new Outcome.TimedOut(limits.time()), limits.time().toMillis(), TimeUnit.MILLISECONDS)
                .handleAsync(
                        (outcome, never) -> {
                            clear();
                            return outcome;
                        },
                        work -> thread("worker-end", work));
    }

    /** Waits for it. */
    public static Outcome run(Task task, Limits limits) {
        return start(task, limits, said -> {}).outcome();
    }

    /**
     * @param progress told what the task says of its progress, on a thread of its own
     * @throws UncheckedIOException where this machine cannot start a process
     */
    public static WorkerProcess start(Task task, Limits limits, Consumer<String> progress) {
        return start(task, limits, progress, MAIN_CLASS, ARGUMENTS);
    }

    static WorkerProcess start(
            Task task, Limits limits, Consumer<String> progress, String mainClass, List<String> arguments) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("redline-worker-").toRealPath();
            ProcessBuilder java = new ProcessBuilder(ChildJava.command(limits, folder, mainClass, arguments));
            java.directory(folder.toFile());
            java.environment().clear();
            // Java takes the encoding of file names from it; the class path may have Chinese ones.
            java.environment().put("LC_ALL", "C.UTF-8");
            WorkerProcess worker = new WorkerProcess(folder, java.start(), limits);
            thread("worker-request", () -> worker.ask(task));
            thread("worker-errors", worker::drainErrors);
            thread("worker-replies", () -> worker.first.complete(worker.listen(progress)));
            return worker;
        } catch (IOException cannot) {
            if (folder != null) {
                delete(folder);
            }
            throw new UncheckedIOException(cannot);
        }
    }

    private static void thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends it, unless there is an outcome already. */
    public void cancel() {
        first.complete(new Outcome.Cancelled());
    }

    /** Waits until there is one; then process and folder are gone. */
    public Outcome outcome() {
        return ended.join();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    Path folder() {
        return folder;
    }

    private void ask(Task task) {
        try {
            DataOutputStream out = new DataOutputStream(process.getOutputStream());
            Frame.of(Frame.Kind.REQUEST, task.name()).write(out);
            new Frame(Frame.Kind.REQUEST, task.request()).write(out);
        } catch (IOException gone) {
            LOG.debug("the worker ended before it had read the request", gone);
        }
    }

    private Outcome listen(Consumer<String> progress) {
        try (DataInputStream in = new DataInputStream(process.getInputStream())) {
            for (int said = 0; said < MOST_PROGRESS; said++) {
                Frame frame = Frame.read(in);
                switch (frame.kind()) {
                    case DONE -> {
                        return new Outcome.Done(frame.bytes());
                    }
                    case REFUSED -> {
                        return new Outcome.Refused(refusal(frame.text()));
                    }
                    case FAILED -> {
                        return died("任务出错(" + frame.text() + ")", "the task failed (" + frame.text() + ")");
                    }
                    case PROGRESS -> progress.accept(frame.text());
                    case REQUEST -> throw new Frame.Garbage();
                }
            }
            return died("工作进程不停地报告进度,没有结果", "the worker told of its progress without end");
        } catch (Frame.Garbage other) {
            return died("工作进程的答复无法读懂", "the worker answered what no worker says");
        } catch (EOFException ended) {
            return exit();
        } catch (IOException | RuntimeException broken) {
            LOG.warn("reading from a worker failed", broken);
            return died("与工作进程的联系中断", "the connection to the worker broke");
        }
    }

    private static Text refusal(String text) {
        String[] both = text.split(Replies.BETWEEN, 2);
        return new Text(both[0], both[both.length - 1]);
    }

    /** Nothing more comes from it. */
    private Outcome exit() {
        try {
            int value = process.waitFor();
            if (value == OUT_OF_MEMORY) {
                return died(
                        "内存超过上限(" + limits.heap() + " MB)",
                        "it needed more memory than it may have (" + limits.heap() + " MB)");
            }
            if (value > SIGNAL) {
                return died(
                        "工作进程被系统结束(信号 " + (value - SIGNAL) + ")",
                        "the worker was ended by the system (signal " + (value - SIGNAL) + ")");
            }
            return died(
                    "工作进程没有给出结果就结束了(代码 " + value + ")",
                    "the worker ended without an answer (exit value " + value + ")");
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
            return new Outcome.Cancelled();
        }
    }

    private Outcome died(String zh, String en) {
        synchronized (errors) {
            if (!errors.isEmpty() && !first.isDone()) {
                LOG.warn("a worker failed ({}); it last said: {}", en, errors);
            }
        }
        return new Outcome.Died(new Text(zh, en));
    }

    /** A pipe that nobody reads would stop the worker. The end of it is kept for the log. */
    private void drainErrors() {
        byte[] buffer = new byte[8192];
        try (InputStream in = process.getErrorStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                synchronized (errors) {
                    errors.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
                    errors.delete(0, Math.max(0, errors.length() - KEPT_OF_ERRORS));
                }
            }
        } catch (IOException gone) {
            LOG.debug("the worker says nothing more", gone);
        }
    }

    private void clear() {
        process.destroyForcibly();
        boolean interrupted = false;
        while (process.isAlive()) {
            try {
                process.waitFor();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        delete(folder);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException left) {
            LOG.warn("the folder of a worker could not be deleted: {}", folder, left);
        }
    }
}
