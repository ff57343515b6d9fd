package redline.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import redline.intake.Source;
import redline.intake.bundle.Choices;
import redline.intake.bundle.DrawnPlan;
import redline.quantity.Language;
import redline.rulepack.RuleLibrary;
import redline.scheme.Dates;
import redline.upload.Material;
import redline.upload.ReceivedFiles;
import redline.upload.RuleShelf;
import redline.upload.Step;
import redline.upload.UploadRoom;

class CheckDeskTest {
    @TempDir
    private Path here;

    private final CountDownLatch rulesMayOpen = new CountDownLatch(1);
    private final HandMovedClock clock = new HandMovedClock();
    private final CheckDesk desk = new CheckDesk(settings(), new RuleShelf(this::openWhenAllowed), clock);

    @AfterEach
    void close() {
        rulesMayOpen.countDown();
        desk.close();
    }

    @Test
    void one_works_one_waits_and_the_next_is_sent_away() {
        CheckRun working = working();
        CheckRun waiting = desk.submit(office());

        assertThat(desk.before(waiting)).isZero();
        assertThat(waiting.progress()).isEqualTo(new Progress.Waiting());
        assertThatThrownBy(() -> desk.submit(office())).isInstanceOf(CheckDesk.Full.class);
        assertThat(working.progress()).isEqualTo(new Progress.Working(Step.MEASURE, true));
    }

    @Test
    void the_first_check_waits_for_the_rules_and_is_then_finished() throws Exception {
        CheckRun run = working();

        rulesMayOpen.countDown();

        assertThat(run.ended().get(120, TimeUnit.SECONDS)).isInstanceOf(Progress.Finished.class);
    }

    @Test
    void a_scheme_that_takes_too_long_to_judge_is_sent_back_with_what_to_do() throws Exception {
        rulesMayOpen.countDown();
        try (CheckDesk hasty =
                new CheckDesk(settings(Duration.ofMillis(1)), new RuleShelf(this::openWhenAllowed), clock)) {
            assertThat(hasty.submit(office()).ended().get(120, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(
                            Progress.Refused.class,
                            refused -> assertThat(refused.complaints())
                                    .singleElement()
                                    .satisfies(complaint -> {
                                        assertThat(complaint.what().zh()).startsWith("量算、判定超过");
                                        assertThat(complaint.remedy().zh()).contains("按地块分开提交");
                                    }));
        }
    }

    @Test
    void a_cancelled_check_ends_and_stays_cancelled() throws Exception {
        CheckRun run = working();

        desk.cancel(run);
        rulesMayOpen.countDown();

        assertThat(run.ended().get(120, TimeUnit.SECONDS)).isEqualTo(new Progress.Cancelled());
        desk.close();
        assertThat(run.progress()).isEqualTo(new Progress.Cancelled());
    }

    @Test
    void a_result_is_kept_for_its_hour_and_not_a_second_longer() {
        CheckRun run = working();

        clock.now = clock.now.plus(Duration.ofHours(1));
        assertThat(desk.find(run.id())).contains(run);
        clock.now = clock.now.plusSeconds(1);
        assertThat(desk.find(run.id())).isEmpty();
    }

    @Test
    void where_too_many_are_kept_the_oldest_goes() throws Exception {
        rulesMayOpen.countDown();
        CheckRun first = finished();
        CheckRun second = finished();
        CheckRun third = finished();

        assertThat(desk.find(first.id())).isEmpty();
        assertThat(desk.find(second.id())).contains(second);
        assertThat(desk.find(third.id())).contains(third);
    }

    @Test
    void ids_are_long_and_never_the_same() {
        rulesMayOpen.countDown();

        assertThat(working().id())
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(desk.submit(office()).id());
    }

    @Test
    void files_go_when_their_check_is_cancelled_sent_away_or_read() throws Exception {
        try (UploadRoom room = UploadRoom.in(here.resolve("uploads"))) {
            CheckRun working = working();
            ReceivedFiles waiting = drawing(room);
            ReceivedFiles sentAway = drawing(room);
            CheckRun run = desk.submit(preview(waiting));
            assertThatThrownBy(() -> desk.submit(preview(sentAway))).isInstanceOf(CheckDesk.Full.class);

            assertThat(sentAway.folder()).doesNotExist();
            assertThat(waiting.folder()).exists();
            desk.cancel(run);
            assertThat(waiting.folder()).doesNotExist();

            desk.cancel(working);
            rulesMayOpen.countDown();
            ReceivedFiles read = drawing(room);
            desk.submit(preview(read)).ended().get(120, TimeUnit.SECONDS);
            assertThat(read.folder()).doesNotExist();
        }
    }

    @Test
    void what_was_read_is_kept_for_an_hour_from_the_upload_however_often_it_is_read_again() throws Exception {
        rulesMayOpen.countDown();
        try (UploadRoom room = UploadRoom.in(here.resolve("uploads"))) {
            CheckRun first = desk.submit(preview(drawing(room)));
            Progress.Understood understood = (Progress.Understood) first.ended().get(120, TimeUnit.SECONDS);
            clock.now = clock.now.plus(Duration.ofMinutes(59));
            CheckRun again = desk.follow(
                    first,
                    first.submission()
                            .again(
                                    understood.data().understanding().files(),
                                    Submission.Purpose.PREVIEW,
                                    Choices.none(),
                                    Dates.unknown(),
                                    first.id(),
                                    Language.ZH));
            again.ended().get(120, TimeUnit.SECONDS);

            assertThat(desk.find(again.id())).contains(again);
            clock.now = clock.now.plusSeconds(61);
            assertThat(desk.find(again.id())).isEmpty();
            assertThat(desk.find(first.id())).isEmpty();
        }
    }

    private static ReceivedFiles drawing(UploadRoom room) {
        byte[] plan = new DrawnPlan(6).rectangle("用地红线", 0, 0, 100, 80).bytes();
        return room.receive(List.of(new UploadRoom.Arriving() {
            @Override
            public String name() {
                return "总平面.dxf";
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(plan);
            }
        }));
    }

    private static Submission preview(ReceivedFiles files) {
        return new Submission(
                new Material.Arrived(files, null),
                Submission.Purpose.PREVIEW,
                Choices.none(),
                "tongxiang",
                Dates.unknown(),
                Language.ZH,
                false,
                null,
                null);
    }

    private CheckRun finished() throws Exception {
        CheckRun run = desk.submit(office());
        run.ended().get(120, TimeUnit.SECONDS);
        return run;
    }

    /** A check that has come to its first wait, so that the queue behind it is empty again. */
    private CheckRun working() {
        CheckRun run = desk.submit(office());
        while (rulesMayOpen.getCount() > 0 && !run.progress().equals(new Progress.Working(Step.MEASURE, true))) {
            Thread.onSpinWait();
        }
        return run;
    }

    private RuleLibrary openWhenAllowed() {
        try {
            rulesMayOpen.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return RuleLibrary.open(Path.of("rules"));
    }

    private static SelfCheckSettings settings() {
        return settings(Duration.ofMinutes(5));
    }

    private static SelfCheckSettings settings(Duration judging) {
        return new SelfCheckSettings(
                "tongxiang",
                1,
                1,
                Duration.ofHours(1),
                2,
                "EPSG:4549",
                30,
                Duration.ofSeconds(20),
                judging,
                DataSize.ofMegabytes(300),
                "");
    }

    private static Submission office() {
        try {
            byte[] scheme = Files.readAllBytes(Path.of("test-cases/schemes/office-2016/scheme.yaml"));
            return Submission.ofScheme(
                    new Source("s.yaml", scheme), null, "tongxiang", Dates.unknown(), Language.ZH, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class HandMovedClock extends Clock {
        private Instant now = Instant.parse("2025-09-01T08:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
