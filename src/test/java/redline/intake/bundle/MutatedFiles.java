package redline.intake.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import redline.intake.Complaint;
import redline.intake.Intake;
import redline.intake.file.FileContents;
import redline.intake.file.Upload;
import redline.quantity.Text;
import redline.scheme.Dates;

/**
 * Damaged files through everything that reads them. A program of its own, so that its heap can be small and its temporary folder its own:
 *
 * <pre>java -Xmx512m -Djava.io.tmpdir=EMPTY-FOLDER … MutatedFiles SCRATCH-FOLDER FROM TO</pre>
 *
 * The files from FROM up to TO of one endless row; each depends on its number alone. What fails is told with its number and kept as
 * {@code failed-NUMBER.…} in the scratch folder. Exits with 1 where anything failed.
 */
final class MutatedFiles {
    private static final long SEED = 20261126;
    private static final long LIMIT_MS = 10_000;
    private static final long PATIENCE_MS = 60_000;
    private static final Dates DATES = Dates.allOn(LocalDate.of(2025, 9, 1));

    private final List<Seeds.Seed> seeds;
    private final Path scratch;
    private final Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    private final Map<String, int[]> outcomes = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private long slowest = -1;
    private String slowestName = "";

    private MutatedFiles(List<Seeds.Seed> seeds, Path scratch) {
        this.seeds = seeds;
        this.scratch = scratch;
    }

    public static void main(String[] args) throws Exception {
        Path scratch = Path.of(args[0]);
        MutatedFiles files = new MutatedFiles(Seeds.all(scratch), scratch);
        for (int i = Integer.parseInt(args[1]); i < Integer.parseInt(args[2]); i++) {
            files.one(i);
        }
        files.report();
        System.exit(files.failures.isEmpty() ? 0 : 1);
    }

    private void one(int number) throws IOException, InterruptedException {
        Random random = new Random(SEED * 1_000_003 + number);
        Seeds.Seed seed = seeds.get(number % seeds.size());
        Mutation mutation = new Mutation(random);
        String name = random.nextInt(20) > 0
                ? seed.name()
                : "x."
                        + Upload.extension(
                                seeds.get(random.nextInt(seeds.size())).name());
        Path file = Files.write(scratch.resolve("mutated"), mutation.of(seed.bytes()));
        Map<String, Path> beside = new TreeMap<>();
        for (Map.Entry<String, byte[]> part : seed.beside().entrySet()) {
            byte[] bytes = random.nextBoolean() ? part.getValue() : mutation.of(part.getValue());
            beside.put(part.getKey(), Files.write(scratch.resolve("mutated." + part.getKey()), bytes));
        }
        FutureTask<String> task = new FutureTask<>(() -> outcome(new Upload(name, file, beside)));
        Thread thread = new Thread(task, "reader");
        thread.setDaemon(true);
        long began = System.nanoTime();
        thread.start();
        try {
            outcomes.computeIfAbsent(task.get(PATIENCE_MS, TimeUnit.MILLISECONDS), key -> new int[1])[0]++;
        } catch (ExecutionException thrown) {
            Throwable cause = thrown.getCause();
            failed(
                    number,
                    seed,
                    file,
                    cause + " at " + Stream.of(cause.getStackTrace()).limit(12).toList());
        } catch (TimeoutException endless) {
            failed(number, seed, file, "endless, at " + Arrays.asList(thread.getStackTrace()));
        }
        long took = (System.nanoTime() - began) / 1_000_000;
        if (took > LIMIT_MS) {
            failed(number, seed, file, "took " + took + " ms");
        }
        if (took > slowest) {
            slowest = took;
            slowestName = seed.name() + " (" + number + ")";
        }
        try (Stream<Path> left = Files.list(temporary)) {
            // The library of SQLite unpacks its native part once and keeps it until the program ends.
            List<Path> ours = left.filter(path -> !path.getFileName().toString().startsWith("sqlite-"))
                    .toList();
            if (!ours.isEmpty()) {
                failed(number, seed, file, "left behind " + ours);
                for (Path path : ours) {
                    Files.move(path, scratch.resolve("left-" + number + "-" + path.getFileName()));
                }
            }
        }
    }

    private void failed(int number, Seeds.Seed seed, Path file, String why) throws IOException {
        failures.add(number + " " + seed.name() + ": " + why);
        System.out.println("FAILED " + failures.get(failures.size() - 1));
        Files.write(
                scratch.resolve("failed-" + number + "." + Upload.extension(seed.name())), Files.readAllBytes(file));
    }

    /** In a few words; throws where something does not hold. */
    private static String outcome(Upload upload) throws IOException {
        Draft draft = Bundle.of(List.of(upload)).draft(Choices.none().withCrs("EPSG:4549"));
        String format = "scheme file";
        for (FileContents contents : draft.contents()) {
            format = contents.format() + (contents.refused() ? ", refused" : ", read");
            if (contents.refused() && contents.complaints().size() != 1) {
                throw new IllegalStateException("refused with " + contents.complaints());
            }
            contents.complaints().forEach(trouble -> speaks(trouble.what(), trouble.remedy()));
        }
        Intake intake = draft.intake(null, DATES);
        List<Complaint> complaints;
        if (intake instanceof Intake.Refused refused) {
            complaints = refused.complaints();
            if (complaints.isEmpty()) {
                throw new IllegalStateException("no scheme, and no word why");
            }
        } else {
            complaints = ((Intake.Accepted) intake).remarks();
        }
        complaints.forEach(complaint -> speaks(complaint.what(), complaint.remedy()));
        return format + (intake instanceof Intake.Accepted ? "; a scheme" : "; no scheme");
    }

    private static void speaks(Text what, Text remedy) {
        if (what.zh().isBlank()
                || what.en().isBlank()
                || remedy.zh().isBlank()
                || remedy.en().isBlank()) {
            throw new IllegalStateException("says too little: " + what + " → " + remedy);
        }
    }

    private void report() {
        int all = outcomes.values().stream().mapToInt(count -> count[0]).sum();
        outcomes.forEach((outcome, count) -> System.out.println(count[0] + " × " + outcome));
        System.out.println(all + " files, " + seeds.size() + " seeds, " + failures.size() + " failures, slowest "
                + slowest + " ms: " + slowestName);
    }
}
