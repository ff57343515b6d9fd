package redline.system;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** The running pages. */
public final class Server implements AutoCloseable {
    private final ConfigurableApplicationContext application;

    private Server(ConfigurableApplicationContext application) {
        this.application = application;
    }

    /** The port asked for belongs to another program. */
    public static final class PortTaken extends RuntimeException {
        PortTaken(Throwable cause) {
            super("the port is taken", cause);
        }
    }

    /**
     * @param port 0 for any free one
     * @param rules folder of rule files, null for those inside the program
     * @throws PortTaken where another program listens on the port
     */
    public static Server start(int port, Path rules) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--server.port=" + port);
        if (rules != null) {
            arguments.add("--redline.rules=" + rules.toAbsolutePath());
        }
        SpringApplication application = new SpringApplication(Application.class);
        application.setBannerMode(Banner.Mode.OFF);
        try {
            return new Server(application.run(arguments.toArray(String[]::new)));
        } catch (RuntimeException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof PortInUseException) {
                    throw new PortTaken(failure);
                }
            }
            throw failure;
        }
    }

    public int port() {
        return ((WebServerApplicationContext) application).getWebServer().getPort();
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
