package redline.casefile;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redline.intake.Complaint;
import redline.intake.file.Upload;
import redline.upload.DataCheck;
import redline.upload.Examination;
import redline.upload.Material;
import redline.upload.TimeLimit;
import redline.upload.TooMuch;
import redline.upload.Understanding;

/**
 * What is understood of the files of rounds, under what was said of them or might be: read from the originals when a page asks, one after
 * another. What was read last is kept while there is memory to spare, so that other choices are tried without reading again.
 */
public final class DataChecks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DataChecks.class);
    private static final int KEPT = 6;

    private final Cases cases;
    private final RoundInput input;
    private final Map<Asked, SoftReference<Looked>> kept = new LinkedHashMap<>();
    private final Map<Asked, CompletableFuture<Looked>> atWork = new LinkedHashMap<>();
    private final ExecutorService reader = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "data-check");
        thread.setDaemon(true);
        return thread;
    });

    /** @param settings its limits count for these alone: a look takes no judging's turn */
    public DataChecks(Office office, Cases cases, CaseFiles files, ExaminerSettings settings) {
        this.cases = cases;
        this.input = new RoundInput(office.store(), files, settings);
    }

    /** Of files that do not say theirs, {@code EPSG:4549}. */
    public String crs() {
        return input.settings().crs();
    }

    private record Asked(String round, RoundChoices choices) {}

    /**
     * What a look at the files found.
     *
     * @param data null where nothing can be said of them: they are one scheme file, or nothing in them was understood at all
     * @param complaints why, where data is null
     */
    public record Looked(DataCheck data, List<Complaint> complaints) {}

    /** What is understood of a round's files under the choices; empty where that is not known within so long, then it may be asked again. */
    public Optional<Looked> of(Round round, RoundChoices choices, long milliseconds) {
        try {
            return Optional.of(begun(round, choices).get(milliseconds, TimeUnit.MILLISECONDS));
        } catch (TimeoutException later) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the program is being stopped");
        } catch (ExecutionException failed) {
            throw new IllegalStateException("round " + round.id() + " could not be read", failed.getCause());
        }
    }

    private synchronized CompletableFuture<Looked> begun(Round round, RoundChoices choices) {
        Asked asked = new Asked(round.id(), choices);
        SoftReference<Looked> known = kept.get(asked);
        Looked looked = known == null ? null : known.get();
        if (looked != null) {
            return CompletableFuture.completedFuture(looked);
        }
        CompletableFuture<Looked> running = atWork.get(asked);
        if (running == null) {
            running = new CompletableFuture<>();
            atWork.put(asked, running);
            CompletableFuture<Looked> begun = running;
            reader.execute(() -> work(round, asked, begun));
        }
        return running;
    }

    private void work(Round round, Asked asked, CompletableFuture<Looked> begun) {
        try {
            Looked looked = look(round, asked.choices());
            keep(asked, looked);
            begun.complete(looked);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
            LOG.error("the files of round {} were not understood", round.id(), bug);
            begun.completeExceptionally(new CompletionException(bug));
        } finally {
            ended(asked);
        }
    }

    private synchronized void keep(Asked asked, Looked looked) {
        kept.remove(asked);
        kept.put(asked, new SoftReference<>(looked));
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }

    private synchronized void ended(Asked asked) {
        atWork.remove(asked);
    }

    /** The files of the round, where they were read not long ago. */
    private synchronized Optional<Material.Known> known(Round round) {
        return kept.entrySet().stream()
                .filter(entry -> entry.getKey().round().equals(round.id()))
                .map(entry -> entry.getValue().get())
                .filter(looked -> looked != null && looked.data() != null)
                .map(looked -> looked.data().understanding().files())
                .findFirst();
    }

    private Looked look(Round round, RoundChoices choices) {
        OfficeCase kase = cases.byId(round.caseId()).orElseThrow();
        Examination reading =
                Examination.reading(input.asked(kase, choices), input.settings().limits());
        Optional<Material.Known> before = known(round);
        List<Upload> files = before.isPresent() ? List.of() : input.uploads(round);
        try {
            Material read = before.isPresent() ? before.get() : reading.read(files, null);
            if (!(read instanceof Material.Known understandable)) {
                return new Looked(null, List.of());
            }
            Understanding understood = reading.understand(understandable, input.letter(kase));
            return understood.any()
                    ? new Looked(new DataCheck(understood, null, null), List.of())
                    : new Looked(null, understood.complaints());
        } catch (TimeLimit.Over over) {
            String names = Material.names(files.stream().map(Upload::name).toList());
            return new Looked(null, List.of(TooMuch.complaint(names, over)));
        }
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
