package redline.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
 */
final class BackTestBench {
    private static final int FEW = 1_200;
    private static final int MANY = 100_000;
    /** Cases of which only the originals are there. */
    private static final int UNREAD = 300;

    private static final int SECONDS_OF_THE_LIBRARY = 180;
    private static final Clock CLOCK = Clock.systemUTC();

    private final Path folder;
    private final RuleBook inForce = RuleBook.read(Path.of("rules"));
    private final RuleBook draft;
    private final SchemeRecord base;

    BackTestBench(Path folder) throws IOException {
        this.folder = folder;
        this.draft = StoredExamples.fourteenMetres(folder.resolve("draft"));
        this.base = StoredExamples.besideSecondaryRoad(RuleCases.read(Path.of("test-cases")), inForce);
    }

    /** Cases a second, and the time of one case in ms. */
    private record Run(BackTestResult result, double seconds, double megabytesHeld, double megabytesAtMost) {
        double rate() {
            return result.cases() / seconds;
        }

        Figure each() {
            return new Figure(List.of(1000 * seconds / result.cases()));
        }
    }

    void run(boolean quick, Table table) throws Exception {
        int many = quick ? 5_000 : MANY;
        Path small = folder.resolve("decided-few");
        Path large = folder.resolve("decided-many");
        Path unread = folder.resolve("decided-unread");
        fill(small, FEW, false);
        fill(large, many, false);
        fill(unread, UNREAD, true);
        Set<String> one = Set.of(StoredExamples.ROAD_RULE);
        Set<String> library = inForce.pages().stream().map(RulePage::id).collect(Collectors.toSet());
        int rounds = quick ? 1 : 12;
        for (int i = 0; i < rounds; i++) {
            run(small, one, Mode.PROJECTED, 60); // the machine learns
        }
        Run first = run(unread, one, Mode.PROJECTED, 60);
        table.note(
                "back-test, one changed value, " + UNREAD + " cases, short forms made first, cases/s",
                new Figure(List.of(first.rate())));
        for (Mode mode : List.of(Mode.PROJECTED, Mode.REJUDGED)) {
            Run few = best(small, one, mode, quick ? 1 : 5);
            Run all = best(large, one, mode, quick ? 1 : 3);
            rows(table, "one changed value, " + mode, few, all);
            if (mode == Mode.PROJECTED) {
                table.compare(
                        "back-test, one changed value, " + all.result().cases() + " cases, 1000 of them : 100 ms",
                        all.each().times(1000),
                        new Figure(List.of(100.0)),
                        1);
            }
        }
        Run few = run(small, library, Mode.PROJECTED, SECONDS_OF_THE_LIBRARY);
        Run some = run(large, library, Mode.PROJECTED, quick ? 10 : SECONDS_OF_THE_LIBRARY);
        rows(
                table,
                library.size() + " rules, PROJECTED" + (some.result().cancelled() ? ", stopped in time" : ""),
                few,
                some);
    }

    private static void rows(Table table, String what, Run few, Run many) {
        for (Run run : List.of(few, many)) {
            String title = "back-test, " + what + ", " + run.result().cases() + " cases, ";
            table.note(title + "cases/s", new Figure(List.of(run.rate())));
            table.note(title + "heap held after, MB", new Figure(List.of(run.megabytesHeld())));
            table.note(title + "heap at most, MB", new Figure(List.of(run.megabytesAtMost())));
        }
        table.compare("back-test, " + what + ", a case of many : of few", many.each(), few.each(), 1.2);
    }

    private Run best(Path office, Set<String> rules, Mode mode, int times) throws Exception {
        Run best = null;
        for (int i = 0; i < times; i++) {
            Run run = run(office, rules, mode, 600);
            best = best == null || run.seconds() < best.seconds() ? run : best;
        }
        return best;
    }

    private Run run(Path place, Set<String> rules, Mode mode, int seconds) throws Exception {
        try (Store store = Store.open(StoreSettings.in(place), CLOCK)) {
            Office office = new Office(store, OfficeTables.read(), CLOCK);
            Iterator<StoredCase> cases = new DecidedCases(office).all();
            BackTest test = new BackTest(
                    new BackTest.Question(
                            inForce,
                            draft,
                            rules,
                            StoredExamples.CHANGE,
                            EnumSet.of(mode),
                            BackTest.Question.ROWS_KEPT),
                    store.records()::of);
            CountDownLatch ended = new CountDownLatch(1);
            double[] most = new double[1];
            Thread watch = new Thread(() -> watch(test, ended, seconds, most), "watch");
            watch.start();
            long began = System.nanoTime();
            BackTestResult result = test.run(cases);
            double took = (System.nanoTime() - began) / 1e9;
            ended.countDown();
            watch.join();
            if (result.failedInAll() > 0) {
                throw new IllegalStateException("failed: " + result.failed() + " " + result.failedCases());
            }
            System.gc();
            Run run = new Run(result, took, used(), most[0]);
            System.out.printf(
                    "back-test of %d rules, %s: %d cases, %.0f/s, %d flips%n",
                    rules.size(),
                    mode,
                    result.cases(),
                    run.rate(),
                    result.halves().get(mode).flips());
            return run;
        }
    }

    private static void watch(BackTest test, CountDownLatch ended, int seconds, double[] most) {
        try {
            for (int tenth = 0; !ended.await(100, TimeUnit.MILLISECONDS); tenth++) {
                most[0] = Math.max(most[0], used());
                if (tenth == seconds * 10) {
                    test.cancel();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static double used() {
        Runtime machine = Runtime.getRuntime();
        return (machine.totalMemory() - machine.freeMemory()) / 1048576.0;
    }

    private static String number(int i) {
        return String.format("%06d", i);
    }

    private SchemeRecord record(int i) {
        BigDecimal metres = BigDecimal.valueOf(500 + i * 7919L % 2000, 2);
        Dates dates = Dates.allOn(LocalDate.of(2019, 1, 1).plusDays(i % 2800));
        return StoredExamples.varied(base, metres, dates, 150.0 * (i % 400));
    }

    private void fill(Path place, int cases, boolean asOriginals) throws IOException, SQLException {
        long began = System.nanoTime();
        String[] shas = new String[cases];
        try (Store store = Store.open(StoreSettings.in(place), CLOCK)) {
            new Accounts(store, CLOCK).make("bench", "applicant", "申请人", "", Role.APPLICANT);
            IntStream.range(0, cases).parallel().forEach(i -> {
                try {
                    if (asOriginals) {
                        byte[] json = SchemeRecordJson.write(record(i));
                        shas[i] = store.originals()
                                .keep(new ByteArrayInputStream(json))
                                .sha256();
                    } else {
                        shas[i] = Hash.of(number(i).getBytes(StandardCharsets.UTF_8));
                        store.records().keep(shas[i], record(i));
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
    }
}
