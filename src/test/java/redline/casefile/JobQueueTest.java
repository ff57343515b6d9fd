package redline.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redline.casefile.JobQueue.Job;
import redline.casefile.JobQueue.Kind;
import redline.rulepack.RuleLibrary;
import redline.scheme.Dates;
import redline.system.FewRules;
import redline.upload.Examination;
import redline.upload.RuleShelf;

/** Who has a turn when, and what becomes of work during which the program was stopped or died. */
@Timeout(120)
@Tag("databases")
class JobQueueTest {
    private static final Path SCHEME = Path.of("test-cases", "schemes", "story-wuzhen", "round-1.yaml");
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path folder;

    private Store store;
    private JobQueue jobs;

    private void open(Databases kind) throws IOException {
        store = Store.open(kind.in(folder.resolve("office")), CLOCK);
        jobs = new JobQueue(new Office(store, OfficeTables.read(), CLOCK));
    }

    private void add(String owner, String... about) {
        for (String each : about) {
            store.together(() -> {
                jobs.add(Kind.EXAMINE, padded(each), padded(owner));
                return null;
            });
        }
    }

    /** Ids have 32 characters. */
    private static String padded(String id) {
        return id + ".".repeat(32 - id.length());
    }

    private String take() {
        return jobs.take().map(job -> job.about().replace(".", "")).orElse("");
    }

    private List<String> takeAll() {
        List<String> taken = new ArrayList<>();
        for (String next = take(); !next.isEmpty(); next = take()) {
            taken.add(next);
        }
        return taken;
    }

    @ParameterizedTest
    @EnumSource
    void who_waits_is_told_the_step_and_the_page_that_it_is_at(Databases kind) throws IOException {
        open(kind);
        try (Store open = store) {
            add("one", "o1");
            JobQueue.Job job = jobs.take().orElseThrow();
            jobs.step(job, "JUDGE");
            assertThat(jobs.standing(padded("o1"))).contains(new JobQueue.Standing("JUDGE", 0, 0, 0));
            jobs.step(job, "REPORT", 35, 113);
            assertThat(jobs.standing(padded("o1"))).contains(new JobQueue.Standing("REPORT", 35, 113, 0));
            jobs.step(job, "REPORT", 40, 0);
            assertThat(jobs.standing(padded("o1"))).contains(new JobQueue.Standing("REPORT", 40, 0, 0));
            assertThat(open.audit().verify()).isInstanceOf(AuditLog.Finding.Whole.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_hands_in_fifty_does_not_keep_the_others_waiting(Databases kind) throws IOException {
        open(kind);
        try (Store open = store) {
            add("many", "m1", "m2", "m3", "m4");
            assertThat(take()).isEqualTo("m1");
            add("few", "f1");
            add("one", "o1");
            add("few", "f2");
            add("many", "m5");

            assertThat(jobs.standing(padded("f1"))).contains(new JobQueue.Standing("", 0, 0, 0));
            assertThat(jobs.standing(padded("o1"))).contains(new JobQueue.Standing("", 0, 0, 1));
            assertThat(takeAll()).containsExactly("f1", "o1", "m2", "f2", "m3", "m4", "m5");
            assertThat(open.audit().verify()).isInstanceOf(AuditLog.Finding.Whole.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_the_program_died_with_comes_after_all_that_wait_and_takes_nothing_with_it(Databases kind)
            throws IOException {
        open(kind);
        try (Store open = store) {
            add("many", "m1", "m2", "m3");
            add("few", "f1");
            assertThat(List.of(take(), take())).containsExactly("m1", "f1");

            jobs.recover();
            add("few", "f2");
            add("one", "o1");

            assertThat(takeAll()).containsExactly("m2", "f2", "o1", "m3", "m1", "f1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_death_counts_as_an_attempt_and_a_stop_does_not(Databases kind) throws IOException {
        open(kind);
        try (Store open = store) {
            add("one", "o1", "o2");
            Job begun = jobs.take().orElseThrow();
            assertThat(begun.attempts()).isEqualTo(1);
            open.together(() -> {
                jobs.giveBack(begun);
                return null;
            });

            Job again = jobs.take().orElseThrow();
            assertThat(again).isEqualTo(begun);
            jobs.recover();
            assertThat(take()).isEqualTo("o2");
            assertThat(jobs.take().orElseThrow())
                    .isEqualTo(new Job(begun.id(), begun.number(), Kind.EXAMINE, padded("o1"), padded("one"), 2));
        }
    }

    /** A case whose only round waits to be judged by {@link FewRules}. */
    private final class OneRound {
        private final Office office = new Office(store, OfficeTables.read(), CLOCK);
        private final Cases cases = new Cases(office);
        private final CaseFiles files = new CaseFiles(office);
        private final Rounds rounds = new Rounds(office, cases, files, jobs);
        private final String round;

        OneRound() throws IOException {
            Account applicant = FewRounds.in(store, CLOCK)
                    .make("system", "shenqing", "申请人", "建设单位", Role.APPLICANT)
                    .account();
            OfficeCase kase = cases.open(
                    applicant,
                    applicant,
                    new CaseForm(
                            "PRELIMINARY",
                            "NEW",
                            "乌镇 43 号",
                            "",
                            "",
                            null,
                            FewRules.PROFILE,
                            Dates.unknown(),
                            Map.of(),
                            "",
                            ""));
            round = rounds.submit(applicant, kase.id(), List.of(new Handed()), office.today(), RoundChoices.NONE)
                    .id();
        }

        JobWorkers workers(RuleShelf rules) {
            return new JobWorkers(
                    office,
                    cases,
                    rounds,
                    files,
                    jobs,
                    new Results(office, rules),
                    new ExaminerSettings(
                            rules,
                            (letter, parcel) -> null,
                            Examination.Limits.of(Duration.ofMinutes(1), Duration.ofMinutes(1), 1),
                            "EPSG:4549",
                            1,
                            ""));
        }

        Round.State state() {
            return rounds.byId(round).orElseThrow().state();
        }

        Round.State awaited() throws InterruptedException {
            while (!state().ended()) {
                Thread.sleep(50);
            }
            return state();
        }
    }

    private record Handed() implements CaseFiles.Arriving {
        @Override
        public String name() {
            return "round.yaml";
        }

        @Override
        public InputStream open() throws IOException {
            return new ByteArrayInputStream(Files.readString(SCHEME).getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_round_that_the_program_died_of_ten_times_is_given_up_and_can_be_judged_again(Databases kind)
            throws Exception {
        RuleShelf rules = rules();
        open(kind);
        try (Store open = store) {
            OneRound only = new OneRound();
            for (int death = 0; death < JobQueue.ATTEMPTS; death++) {
                assertThat(jobs.take().orElseThrow().attempts()).isEqualTo(death + 1);
                jobs.recover();
            }
            try (JobWorkers workers = only.workers(rules)) {
                workers.start();
                assertThat(only.awaited()).isEqualTo(Round.State.BROKEN);
                open.together(() -> {
                    only.rounds.again(only.rounds.byId(only.round).orElseThrow());
                    return null;
                });
                jobs.wake();
                assertThat(only.awaited()).isEqualTo(Round.State.JUDGED);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_round_at_work_while_the_program_is_stopped_waits_and_is_judged_after_the_next_start(Databases kind)
            throws Exception {
        RuleShelf ready = rules();
        ready.prepare();
        open(kind);
        try (Store open = store) {
            OneRound only = new OneRound();
            CountDownLatch begun = new CountDownLatch(1);
            AtomicReference<Thread> closing = new AtomicReference<>();
            // The round is at work until the program is being stopped.
            JobWorkers stopped = only.workers(new RuleShelf(() -> {
                begun.countDown();
                until(closing);
                return RuleLibrary.open(folder.resolve("rules"));
            }));
            stopped.start();
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(only.state()).isEqualTo(Round.State.WORKING);
            Thread closes = new Thread(stopped::close, "closes");
            closes.start();
            closing.set(closes);
            closes.join();
            assertThat(only.state()).isEqualTo(Round.State.WAITING);

            try (JobWorkers next = only.workers(ready)) {
                next.start();
                assertThat(only.awaited()).isEqualTo(Round.State.JUDGED);
            }
            assertThat(open.database()
                            .sql("select attempts from job")
                            .query(Integer.class)
                            .list())
                    .containsExactly(1);
            assertThat(open.audit().verify()).isInstanceOf(AuditLog.Finding.Whole.class);
        }
    }

    /** Until the thread waits for the workers, and so has told them to stop. */
    private static void until(AtomicReference<Thread> closing) {
        while (closing.get() == null || closing.get().getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    private RuleShelf rules() throws IOException {
        Path rules = FewRules.in(folder.resolve("rules"));
        return new RuleShelf(() -> RuleLibrary.open(rules));
    }
}
