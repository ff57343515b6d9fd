package redline.bench;

import com.sun.management.GcInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadInfo;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import redline.casefile.Accounts;
import redline.casefile.DecidedCases;
import redline.casefile.Office;
import redline.casefile.OfficeTables;
import redline.casefile.Role;
import redline.casefile.Store;
import redline.casefile.StoreSettings;
import redline.casefile.StoredCase;
import redline.check.CompactRecord;
import redline.check.SchemeRecordJson;
import redline.fact.SchemeRecord;
import redline.intake.Hash;
import redline.proof.RuleCases;
import redline.rulepack.RuleBook;
import redline.rulepack.RulePage;
import redline.scheme.Dates;
import redline.workshop.BackTest;
import redline.workshop.BackTest.Mode;
import redline.workshop.BackTestResult;
import redline.workshop.StoredExamples;

/**
 * The back-test of a draft over the decided cases of an office, in H2: 1 200 and 100 000 of them. Every case is one scheme of the
 * rule cases with an eastern setback of its own (5.00 to 24.99 m), dates of its own and a place of its own; its record (53 kB as
 * JSON) is written in the short form in which judging keeps it, and not as an original as well: 5 GB of them would be read once,
 * when the form is first made, and that is timed apart on a few. No case is judged while they are made.
 *
 * <p>A draft changes one value; asked for its one rule, and for all. Another draft writes every rule anew, so that nothing can be left out: of
 * it a stated number of cases is judged, not all.
 */
final class BackTestBench {
    private static final int FEW = 1_200;
    private static final int MANY = 100_000;
    /** Cases of which only the originals are there. */
    private static final int UNREAD = 300;
    /** Cases of the 100 000 that are judged by the whole library twice. */
    private static final int SAMPLE = 2_400;

    private static final int HEAP = 256;
    private static final Pattern COLD = Pattern.compile("([0-9]+) cases in ([0-9.]+) s");
    private static final Clock CLOCK = Clock.systemUTC();

    private final Path folder;
    private final RuleBook inForce = RuleBook.read(Path.of("rules"));
    private final RuleBook draft;
    private final RuleBook anew;

    BackTestBench(Path folder) throws IOException {
        this.folder = folder;
        this.draft = StoredExamples.fourteenMetres(folder.resolve("draft"));
        this.anew = draft.with(draft.paths().stream()
                .filter(path -> path.endsWith(".drl"))
                .collect(Collectors.toMap(path -> path, path -> StoredExamples.writtenAnew(draft, path))));
    }

    /**
     * One run.
     *
     * @param processor µs of the whole program a case, all threads, compiling and collecting among them
     * @param allocated kB a case by the threads that judge
     * @param live MB of heap at most that a collection left
     */
    private record Run(BackTestResult result, double seconds, double processor, double allocated, double live) {
        double rate() {
            return result.cases() / seconds;
        }

        double each() {
            return 1000 * seconds / result.cases();
        }
    }

    /** A new Java machine with little memory: the office's folder; all its cases once, while the machine learns. */
    public static void main(String[] args) throws Exception {
        Path place = Path.of(args[0]);
        BackTestBench bench = new BackTestBench(Files.createTempDirectory(place.getParent(), "draft"));
        Run run = bench.run(place, bench.draft, Set.of(StoredExamples.ROAD_RULE), EnumSet.of(Mode.PROJECTED), 0);
        System.out.printf("%d cases in %.3f s%n", run.result().cases(), run.seconds());
    }

    void run(boolean quick, Table table) throws Exception {
        int many = quick ? 5_000 : MANY;
        Path small = folder.resolve("decided-few");
        Path large = folder.resolve("decided-many");
        Path unread = folder.resolve("decided-unread");
        SchemeRecord base = StoredExamples.besideSecondaryRoad(RuleCases.read(Path.of("test-cases")), inForce);
        fill(small, base, FEW, false);
        long bytes = fill(large, base, many, false);
        fill(unread, base, UNREAD, true);
        table.note("back-test, short form of a record, bytes a case", new Figure(List.of((double) bytes)));
        cold(large, many, table);

        Set<String> one = Set.of(StoredExamples.ROAD_RULE);
        Set<String> library = inForce.pages().stream().map(RulePage::id).collect(Collectors.toSet());
        Run first = run(unread, draft, one, EnumSet.of(Mode.PROJECTED), 0);
        table.note(
                "back-test, one changed value, " + UNREAD + " cases, short forms made first, cases/s",
                new Figure(List.of(first.rate())));
        run(large, draft, one, EnumSet.of(Mode.PROJECTED), 0); // the machine learns
        int rounds = quick ? 1 : 3;
        sideBySide(
                table, "one changed value, PROJECTED", small, large, one, EnumSet.of(Mode.PROJECTED), rounds, 10_000);
        sideBySide(table, "one changed value, REJUDGED", small, large, one, EnumSet.of(Mode.REJUDGED), rounds, 10_000);
        sideBySide(table, "one changed value, both", small, large, one, EnumSet.allOf(Mode.class), quick ? 1 : 2, 0);
        String all = library.size() + " rules asked, one value changed, both";
        sideBySide(table, all, small, large, library, EnumSet.allOf(Mode.class), quick ? 1 : 2, 0);
        int sample = quick ? 120 : SAMPLE;
        List<Run> whole = List.of(run(large, anew, library, EnumSet.of(Mode.PROJECTED), sample));
        rows(table, library.size() + " rules, all written anew, PROJECTED, a SAMPLE", whole);
    }

    /** Rounds in turn; of few cases as many runs a round as are one run of many at most 12 times over. */
    private void sideBySide(
            Table table, String what, Path small, Path large, Set<String> rules, Set<Mode> modes, int rounds, int goal)
            throws Exception {
        List<Run> few = new ArrayList<>();
        List<Run> many = new ArrayList<>();
        List<Double> eachOfFew = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            many.add(run(large, draft, rules, modes, 0));
            List<Run> again = new ArrayList<>();
            for (int j = 0; j < 12; j++) {
                again.add(run(small, draft, rules, modes, 0));
            }
            few.addAll(again);
            eachOfFew.add(again.stream().mapToDouble(Run::each).average().orElseThrow());
        }
        rows(table, what, few);
        rows(table, what, many);
        Figure each = figure(many, Run::each);
        table.compare("back-test, " + what + ", a case of many : of few", each, new Figure(eachOfFew), 1.2);
        if (goal > 0) {
            table.compare(
                    "back-test, " + what + ", " + many.get(0).result().cases() + " cases : as long as " + goal
                            + "/s takes",
                    each,
                    new Figure(
                            each.rounds().stream().map(round -> 1000.0 / goal).toList()),
                    1);
        }
    }

    private static Figure figure(List<Run> runs, ToDoubleFunction<Run> value) {
        return new Figure(runs.stream().map(value::applyAsDouble).toList());
    }

    private static void rows(Table table, String what, List<Run> runs) {
        String title = "back-test, " + what + ", " + runs.get(0).result().cases() + " cases, ";
        table.note(title + "cases/s", figure(runs, Run::rate));
        table.note(title + "processor, µs a case", figure(runs, Run::processor));
        table.note(title + "allocated, kB a case", figure(runs, Run::allocated));
        table.note(title + "heap after a collection at most, MB", figure(runs, Run::live));
    }

    private void cold(Path large, int many, Table table) throws Exception {
        StringBuilder said = new StringBuilder();
        Programs.run(
                List.of(0),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP + "m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BackTestBench.class.getName(),
                        large.toString()),
                said);
        Matcher run = COLD.matcher(said);
        if (!run.find() || Integer.parseInt(run.group(1)) != many) {
            throw new IllegalStateException(said.toString());
        }
        table.note(
                "back-test, one changed value, PROJECTED, " + many + " cases, new Java machine with " + HEAP
                        + " MB, cases/s",
                new Figure(List.of(many / Double.parseDouble(run.group(2)))));
    }

    /** @param most cases that are judged, 0 for all */
    private Run run(Path place, RuleBook drafted, Set<String> rules, Set<Mode> modes, int most) throws Exception {
        try (Store store = Store.open(StoreSettings.in(place), CLOCK)) {
            Office office = new Office(store, OfficeTables.read(), CLOCK);
            Iterator<StoredCase> cases = new DecidedCases(office).all();
            BackTest test = new BackTest(
                    new BackTest.Question(
                            inForce, drafted, rules, StoredExamples.CHANGE, modes, BackTest.Question.ROWS_KEPT),
                    store.records()::of);
            System.gc();
            Watch watch = new Watch();
            BackTestResult result = test.run(most == 0 ? cases : first(cases, most));
            Run run = watch.ended(result);
            if (result.failedInAll() > 0) {
                throw new IllegalStateException("failed: " + result.failed() + " " + result.failedCases());
            }
            System.out.printf(
                    "back-test of %d rules, %s: %d cases, %.0f/s, %.0f µs of processors a case, %.0f MB live, %s flips%n",
                    rules.size(),
                    modes,
                    result.cases(),
                    run.rate(),
                    run.processor(),
                    run.live(),
                    result.halves().values().stream()
                            .map(BackTestResult.Half::flips)
                            .toList());
            return run;
        }
    }

    private static Iterator<StoredCase> first(Iterator<StoredCase> cases, int most) {
        List<StoredCase> first = new ArrayList<>();
        while (first.size() < most && cases.hasNext()) {
            first.add(cases.next());
        }
        return first.iterator();
    }

    /** Looks at the Java machine ten times a second while a run goes on. */
    private static final class Watch {
        private final long began = System.nanoTime();
        private final com.sun.management.OperatingSystemMXBean machine =
                ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        private final com.sun.management.ThreadMXBean threads =
                ManagementFactory.getPlatformMXBean(com.sun.management.ThreadMXBean.class);
        private final long processor = machine.getProcessCpuTime();
        private final Map<Long, Long> allocated = new ConcurrentHashMap<>();
        private final CountDownLatch ended = new CountDownLatch(1);
        private final Thread watching = new Thread(this::watch, "watch");
        private double live;

        Watch() {
            watching.start();
        }

        private void watch() {
            try {
                do {
                    look();
                } while (!ended.await(100, TimeUnit.MILLISECONDS));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        private void look() {
            for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
                if (thread != null && thread.getThreadName().equals("back-test")) {
                    allocated.put(thread.getThreadId(), threads.getThreadAllocatedBytes(thread.getThreadId()));
                }
            }
            for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
                GcInfo last = ((com.sun.management.GarbageCollectorMXBean) collector).getLastGcInfo();
                if (last != null) {
                    double left = 0;
                    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
                        if (pool.getType() == MemoryType.HEAP) {
                            left += last.getMemoryUsageAfterGc()
                                            .get(pool.getName())
                                            .getUsed()
                                    / 1048576.0;
                        }
                    }
                    live = Math.max(live, left);
                }
            }
        }

        Run ended(BackTestResult result) throws InterruptedException {
            double seconds = (System.nanoTime() - began) / 1e9;
            double micros = (machine.getProcessCpuTime() - processor) / 1e3;
            ended.countDown();
            watching.join();
            double bytes =
                    allocated.values().stream().mapToLong(Long::longValue).sum();
            return new Run(result, seconds, micros / result.cases(), bytes / 1024 / result.cases(), live);
        }
    }

    private static String number(int i) {
        return String.format("%06d", i);
    }

    private static SchemeRecord record(SchemeRecord base, int i) {
        BigDecimal metres = BigDecimal.valueOf(500 + i * 7919L % 2000, 2);
        Dates dates = Dates.allOn(LocalDate.of(2019, 1, 1).plusDays(i % 2800));
        return StoredExamples.varied(base, metres, dates, 150.0 * (i % 400));
    }

    /** Bytes of the record of one case. */
    private static long fill(Path place, SchemeRecord base, int cases, boolean asOriginals)
            throws IOException, SQLException {
        long began = System.nanoTime();
        String[] shas = new String[cases];
        try (Store store = Store.open(StoreSettings.in(place), CLOCK)) {
            new Accounts(store, CLOCK).make("bench", "applicant", "申请人", "", Role.APPLICANT);
            IntStream.range(0, cases).parallel().forEach(i -> {
                try {
                    if (asOriginals) {
                        byte[] json = SchemeRecordJson.write(record(base, i));
                        shas[i] = store.originals()
                                .keep(new ByteArrayInputStream(json))
                                .sha256();
                    } else {
                        shas[i] = Hash.of(number(i).getBytes(StandardCharsets.UTF_8));
                        store.records().keep(shas[i], record(base, i));
                    }
                } catch (IOException full) {
                    throw new UncheckedIOException(full);
                }
            });
        }
        String url = "jdbc:h2:file:" + place.resolve("redline").toAbsolutePath()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DEFAULT_NULL_ORDERING=HIGH";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                PreparedStatement original =
                        connection.prepareStatement("insert into original values (?, 1, current_timestamp)")) {
            for (int i = 0; i < cases; i++) {
                original.setString(1, shas[i]);
                original.addBatch();
                if (i % 1000 == 999 || i == cases - 1) {
                    original.executeBatch();
                }
            }
            statement.execute("insert into office_case (id, number, kind, business, state, since, closed, project,"
                    + " project_code, parcel_code, applicant, profile, conclusion, form, search, verdict, violations,"
                    + " open_items, changed_at)"
                    + " select lpad(cast(x as varchar), 32, '0'), lpad(cast(x as varchar), 6, '0'), 'FORMAL', 'NEW', 'CLOSED',"
                    + " date '2025-01-01', true, '项目 ' || x, '', 'P' || x, (select id from account where login ="
                    + " 'applicant'), 'tongxiang', 'AGREED', '{}', '', 'PASS', 0, 0, current_timestamp"
                    + " from system_range(0, " + (cases - 1) + ")");
            statement.execute("insert into case_round (id, case_id, number, submitted_on, at_time, by_account, choices,"
                    + " state, complaints, judging) select id, id, 1, date '2025-01-01', current_timestamp, applicant, '{}',"
                    + " 'JUDGED', '[]', id from office_case");
            String none = shas[0];
            try (PreparedStatement judging = connection.prepareStatement(
                    "insert into judging (id, round_id, number, at_time, why, record_sha, result_sha, report_sha, rules_sha,"
                            + " rules_hash, profile, settings, program, verdict) values (lpad(?, 32, '0'), lpad(?, 32, '0'), 1,"
                            + " current_timestamp, '', ?, ?, ?, ?, ?, 'tongxiang', '[]', '', 'PASS')")) {
                for (int i = 0; i < cases; i++) {
                    judging.setString(1, String.valueOf(i));
                    judging.setString(2, String.valueOf(i));
                    judging.setString(3, shas[i]);
                    for (int part = 4; part <= 7; part++) {
                        judging.setString(part, none);
                    }
                    judging.addBatch();
                    if (i % 1000 == 999 || i == cases - 1) {
                        judging.executeBatch();
                    }
                }
            }
            statement.execute("analyze");
        }
        System.out.printf("%d decided cases made in %.0f s%n", cases, (System.nanoTime() - began) / 1e9);
        return CompactRecord.write(record(base, 0), shas[0]).length;
    }
}
