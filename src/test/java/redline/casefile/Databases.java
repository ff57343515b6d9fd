package redline.casefile;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The kinds of database that an office may have; every test of the store runs on each. */
public enum Databases {
    H2 {
        @Override
        public StoreSettings in(Path folder) {
            return StoreSettings.in(folder);
        }
    },
    POSTGRESQL {
        @Override
        public StoreSettings in(Path folder) {
            String name = "test" + NEXT.incrementAndGet();
            try (Connection connection = Server.STARTED.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
            return new StoreSettings(folder, Server.STARTED.getJdbcUrl("postgres", name), "postgres", "");
        }
    };

    private static final AtomicInteger NEXT = new AtomicInteger();

    /**
     * The one that a test of pages and doors runs on; {@code -Dredline.database=H2} or {@code POSTGRESQL} puts all of them on one, and
     * {@code ./redline soak databases} on one after the other.
     */
    public static Databases chosenOr(Databases own) {
        String chosen = System.getProperty("redline.database", "");
        return chosen.isEmpty() ? own : valueOf(chosen);
    }

    /** Settings of a store that does not exist yet. */
    public abstract StoreSettings in(Path folder);

    /** To what the store keeps, past the store. */
    public static Connection connect(StoreSettings settings) throws SQLException {
        return DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password());
    }

    /** Started by the first test that asks, ended with the tests. */
    private static final class Server {
        static final EmbeddedPostgres STARTED = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "100")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        server.close();
                    } catch (IOException atTheEnd) {
                        throw new UncheckedIOException(atTheEnd);
                    }
                }));
                return server;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
