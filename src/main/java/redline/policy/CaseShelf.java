package redline.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import redline.proof.CaseExamples;
import redline.report.CaseExample;
import redline.rulepack.Fault;
import redline.rulepack.PackFault;

/**
 * The cases of all rules, read beside the start of the pages and again once a file has changed: who finds the change reads them, others
 * meanwhile get what was read last. Of files with faults the last good state stays.
 */
@Component
class CaseShelf {
    private static final Logger LOG = LoggerFactory.getLogger(CaseShelf.class);

    private final Optional<Path> folder;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Cases state;

    /** @param folder with {@code rules/} in it; empty where there are no cases here */
    CaseShelf(@Value("${redline.cases:}") String folder) {
        this.folder = folder.isEmpty() ? Optional.empty() : Optional.of(Path.of(folder));
        this.state = this.folder.isEmpty() ? new Cases("", false, Map.of(), List.of()) : null;
    }

    /**
     * What was read.
     *
     * @param stamp of the files; two states of them differ in it
     * @param there whether there is a folder of cases
     * @param byRule in the order of their numbers
     * @param faults of the newest files; empty where they are what was read
     */
    record Cases(String stamp, boolean there, Map<String, List<CaseExample>> byRule, List<Fault> faults) {
        List<CaseExample> of(String rule) {
            return byRule.getOrDefault(rule, List.of());
        }

        /** How many runs of the rule they stand for. */
        int runs(String rule) {
            return of(rule).stream().mapToInt(CaseExample::runs).sum();
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void prepare() {
        Thread beside = new Thread(this::cases, "cases");
        beside.setDaemon(true);
        beside.start();
    }

    /** The cases after a look at the files; waits where they are read for the first time. */
    Cases cases() {
        if (folder.isPresent()) {
            if (state == null) {
                reading.lock();
                looked();
            } else if (reading.tryLock()) {
                looked();
            }
        }
        return state;
    }

    private void looked() {
        try {
            look(folder.orElseThrow());
        } catch (UncheckedIOException beingWritten) {
            LOG.warn("the cases could not be read; the next look tries again", beingWritten);
            if (state == null) {
                state = new Cases("", true, Map.of(), List.of());
            }
        } finally {
            reading.unlock();
        }
    }

    private void look(Path cases) {
        String stamp = stamp(cases.resolve("rules"));
        Cases before = state;
        if (before != null && before.stamp().equals(stamp)) {
            return;
        }
        try {
            state = new Cases(stamp, true, CaseExamples.in(folder), List.of());
        } catch (PackFault broken) {
            state = new Cases(stamp, true, before == null ? Map.of() : before.byRule(), broken.faults());
        }
    }

    /** Names, sizes and times of all files, in numbers: no file is opened. */
    private static String stamp(Path rules) {
        long[] sums = new long[2];
        try {
            if (Files.isDirectory(rules)) {
                Files.walkFileTree(rules, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        long changed = attributes.lastModifiedTime().toMillis();
                        // A sum: the order in which a folder gives its files does not matter.
                        sums[0] += 31L * file.hashCode() + attributes.size() * 1_000_003L + changed * 7919L;
                        sums[1]++;
                        return FileVisitResult.CONTINUE;
                    }
                });
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return sums[1] + "-" + sums[0];
    }
}
