package redline.rulepack;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The rules folder as it changes under a running program. {@link #book()} looks whether any file changed; the caller that finds a
 * change compiles it and gets the new book, others meanwhile get the last good one. A state with faults is kept out:
 * {@link #faults()} says why, until the files change again.
 */
public final class RuleLibrary {
    private final Supplier<RuleFiles> files;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile State state;

    /** {@code seen} is the hash of the newest files, {@code book} the last good state, {@code faults} those of the newest. */
    private record State(String seen, RuleBook book, List<Fault> faults) {}

    private RuleLibrary(Supplier<RuleFiles> files) {
        this.files = files;
        RuleFiles first = files.get();
        String hash = RuleFiles.sha256(first.byPath());
        this.state = new State(hash, RuleBookReader.read(first), List.of());
    }

    /**
     * @param rulesFolder as edited by policy staff
     * @throws IllegalArgumentException where there is no such folder
     * @throws PackFault where the folder's first state has faults
     */
    public static RuleLibrary open(Path rulesFolder) {
        if (!java.nio.file.Files.isDirectory(rulesFolder)) {
            throw new IllegalArgumentException("没有文件夹“" + rulesFolder + "” / no folder \"" + rulesFolder + "\"");
        }
        return new RuleLibrary(() -> RuleFiles.read(rulesFolder));
    }

    /** The rules that came with the program; they do not change. */
    public static RuleLibrary bundled() {
        RuleFiles once = RuleFiles.bundled();
        return new RuleLibrary(() -> once);
    }

    /** The last good state, after a look at the files. */
    public RuleBook book() {
        if (reading.tryLock()) {
            try {
                look();
            } finally {
                reading.unlock();
            }
        }
        return state.book();
    }

    /**
     * Changes files of the folder; nobody looks at them before all are changed. Afterwards they are in force, or {@link #faults} says
     * why not.
     */
    public void changing(Runnable write) {
        reading.lock();
        try {
            write.run();
            look();
        } finally {
            reading.unlock();
        }
    }

    /** Faults of the newest state of the files; empty where it is the one in use. */
    public List<Fault> faults() {
        return state.faults();
    }

    private void look() {
        State before = state;
        RuleFiles now;
        try {
            now = files.get();
        } catch (UncheckedIOException beingWritten) {
            return; // the next call looks again
        } catch (PackFault refused) {
            state = new State("", before.book(), refused.faults());
            return;
        }
        String hash = RuleFiles.sha256(now.byPath());
        if (hash.equals(before.seen())) {
            return;
        }
        if (hash.equals(before.book().sha256())) {
            state = new State(hash, before.book(), List.of());
            return;
        }
        try {
            RuleBook book = RuleBookReader.read(now);
            book.compile(); // before it is in force, so that no check waits for it
            state = new State(hash, book, List.of());
        } catch (PackFault broken) {
            state = new State(hash, before.book(), broken.faults());
        }
    }
}
