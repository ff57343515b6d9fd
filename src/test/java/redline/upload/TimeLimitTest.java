package redline.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A reader gets its time and no more. */
class TimeLimitTest {
    private final CountDownLatch enough = new CountDownLatch(1);

    @AfterEach
    void let_go() {
        enough.countDown();
    }

    /** Goes on whatever it is told, as a parser in a loop does. */
    private Integer deaf() {
        while (enough.getCount() > 0) {
            Thread.onSpinWait();
        }
        return 0;
    }

    @Test
    void a_reader_in_time_gives_what_it_read() throws Exception {
        assertThat(new TimeLimit(Duration.ofSeconds(20), 1).give(new FutureTask<>(() -> 7)))
                .isEqualTo(7);
    }

    @Test
    void one_that_hangs_is_left_behind_and_the_next_has_its_turn_until_too_many_hang() throws Exception {
        TimeLimit time = new TimeLimit(Duration.ofMillis(100), 1);
        for (int i = 0; i < 2; i++) {
            assertThat(over(time, new FutureTask<>(this::deaf))).isEqualTo(TimeLimit.Over.Why.TIME);
        }
        assertThat(new TimeLimit(Duration.ofSeconds(20), 1).give(new FutureTask<>(() -> 7)))
                .isEqualTo(7);

        assertThat(over(time, new FutureTask<>(this::deaf))).isEqualTo(TimeLimit.Over.Why.TIME);
        assertThat(over(time, new FutureTask<>(() -> 7))).isEqualTo(TimeLimit.Over.Why.BUSY);
    }

    @Test
    void memory_and_depth_that_do_not_suffice_are_told_apart_from_bugs() {
        TimeLimit time = new TimeLimit(Duration.ofSeconds(20), 1);

        assertThat(over(time, new FutureTask<>(() -> {
                    throw new StackOverflowError();
                })))
                .isEqualTo(TimeLimit.Over.Why.MEMORY);
        assertThatThrownBy(() -> time.give(new FutureTask<>(() -> {
                    throw new IllegalArgumentException("a bug");
                })))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_cancelled_one_ends_at_once() {
        FutureTask<Integer> task = new FutureTask<>(this::deaf);
        task.cancel(true);

        assertThatThrownBy(() -> new TimeLimit(Duration.ofMinutes(5), 1).give(task))
                .isInstanceOf(CancellationException.class);
    }

    private static TimeLimit.Over.Why over(TimeLimit time, FutureTask<?> task) {
        return catchThrowableOfType(TimeLimit.Over.class, () -> time.give(task)).why();
    }
}
