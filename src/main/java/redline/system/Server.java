package redline.system;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;
import redline.casefile.Accounts;
import redline.casefile.Store;

/** The running pages. */
public final class Server implements AutoCloseable {
    private final ConfigurableApplicationContext application;
    private final Optional<Accounts.Made> firstAdministrator;

    private Server(ConfigurableApplicationContext application) {
        this.application = application;
        this.firstAdministrator =
                application.getBeanProvider(Accounts.class).stream().findFirst().flatMap(Accounts::first);
    }

    /** The port asked for belongs to another program. */
    public static final class PortTaken extends RuntimeException {
        PortTaken(Throwable cause) {
            super("the port is taken", cause);
        }
    }

    /** The store of the office cannot be opened. */
    public static final class OfficeShut extends RuntimeException {
        private final Store.Shut why;

        OfficeShut(Store.Shut why) {
            super(why);
            this.why = why;
        }

        public Store.Shut why() {
            return why;
        }
    }

    /** The self-check alone. */
    public static Server start(int port, Path rules) {
        return start(ServerOptions.of(port, rules));
    }

    /** @throws PortTaken where another program listens on the port */
    public static Server start(ServerOptions options) {
        return start(options, context -> {});
    }

    /** @param instead puts parts in the place of those that the application would make; for tests */
    static Server start(ServerOptions options, Consumer<GenericApplicationContext> instead) {
        SpringApplication application = new SpringApplication(Application.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.addInitializers(context -> instead.accept((GenericApplicationContext) context));
        if (options.clock() != null) {
            application.addInitializers(context ->
                    ((GenericApplicationContext) context).registerBean("givenClock", Clock.class, options::clock));
        }
        try {
            return new Server(application.run(options.arguments()));
        } catch (RuntimeException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof PortInUseException) {
                    throw new PortTaken(failure);
                }
                if (cause instanceof Store.Shut shut) {
                    throw new OfficeShut(shut);
                }
            }
            throw failure;
        }
    }

    /** The first administrator, where this start made one; the password is told here and nowhere else. */
    public Optional<Accounts.Made> firstAdministrator() {
        return firstAdministrator;
    }

    /** What the pages are made of; for tests. */
    <T> T part(Class<T> type) {
        return application.getBean(type);
    }

    public int port() {
        return ((WebServerApplicationContext) application).getWebServer().getPort();
    }

    /** All of one kind, for tests. */
    <T> List<T> parts(Class<T> type) {
        return List.copyOf(application.getBeansOfType(type).values());
    }

    /** The port of health and figures, where the operator gave them one of their own. */
    int managementPort() {
        return application.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
    }

    /** Returns when the pages were closed, by a signal or from elsewhere. */
    public void untilStopped() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        application.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                closed.countDown();
            }
        });
        closed.await();
    }

    @Override
    public void close() {
        application.close();
    }
}
