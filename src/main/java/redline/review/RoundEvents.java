package redline.review;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells those who listen how far rounds are, by looking for them twice a second. */
@Component
class RoundEvents implements AutoCloseable {
    private static final int LISTENERS = 200;
    private static final long LOOK = 500;
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "events");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger listening = new AtomicInteger();

    /** Sends what is seen as it changes, until the last is sent or nobody listens. */
    <T> SseEmitter follow(Supplier<T> seen, Predicate<T> last) {
        if (listening.incrementAndGet() > LISTENERS) {
            listening.decrementAndGet();
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        SseEmitter listener = new SseEmitter(LONGEST.toMillis());
        Look<T> look = new Look<>(listener, seen, last);
        look.task = looking.scheduleWithFixedDelay(look, 0, LOOK, TimeUnit.MILLISECONDS);
        listener.onCompletion(() -> {
            look.task.cancel(false);
            listening.decrementAndGet();
        });
        return listener;
    }

    private static final class Look<T> implements Runnable {
        private final SseEmitter listener;
        private final Supplier<T> seen;
        private final Predicate<T> last;
        private volatile java.util.concurrent.Future<?> task;
        private T before;

        Look(SseEmitter listener, Supplier<T> seen, Predicate<T> last) {
            this.listener = listener;
            this.seen = seen;
            this.last = last;
        }

        @Override
        public void run() {
            try {
                T now = seen.get();
                if (!now.equals(before)) {
                    listener.send(SseEmitter.event().name("standing").data(now));
                    before = now;
                }
                if (last.test(now)) {
                    listener.complete();
                }
            } catch (IOException | RuntimeException gone) {
                listener.completeWithError(gone);
            }
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
